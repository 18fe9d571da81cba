#!/usr/bin/env bash
# A real Ollama for the tests: the last line printed is the path of its binary.
# The installed one where there is one; else one built from source with Go, once, and kept in the user's cache.
# With --find nothing is built.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.24.0
python=$PWD/.venv/bin/python
home=${XDG_CACHE_HOME:-$HOME/.cache}/matinee/ollama-v$version
binary=$home/bin/ollama

say() { echo "ollama: $*" >&2; }
give_up() { say "$*: tests marked ollama will be skipped"; exit 0; }

headers_found() { [[ -f /usr/include/nlohmann/json.hpp && -f /usr/include/stb/stb_image.h ]]; }

install_headers() {
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || return 1
  say "installing nlohmann-json3-dev and libstb-dev"
  apt-get install -qq -y nlohmann-json3-dev libstb-dev >/dev/null 2>&1 && return
  apt-get update -qq >/dev/null && apt-get install -qq -y nlohmann-json3-dev libstb-dev >/dev/null
}

build() {
  # two runs at once must not both build, nor one see the other's half
  mkdir -p "$home/bin"
  exec 9>"$home/lock"
  flock 9
  [[ -x $binary ]] && return
  # always the same folder: its name is among the flags, and Go keeps what it has compiled with the same flags
  work=$home/build
  rm -rf "$work"
  mkdir -p "$work/miniaudio"
  trap 'rm -rf "$work"' EXIT

  say "fetching the miniaudio headers"
  "$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary miniaudio \
    --dest "$work" miniaudio==1.71 >&2 || give_up "no ollama, and no miniaudio headers to build it"
  tar -xzf "$work"/miniaudio-*.tar.gz -C "$work/miniaudio" --strip-components=1

  say "compiling v$version: two minutes on a quiet machine, many on a busy one"
  # without -march=native it generates a third of the tokens a second
  if ! GOBIN=$work/bin CGO_CFLAGS="-O3 -march=native" CGO_CXXFLAGS="-O3 -march=native -I$work/miniaudio" \
    go install -ldflags "-X=github.com/ollama/ollama/version.Version=$version" \
    "github.com/ollama/ollama@v$version" >"$work/log" 2>&1; then
    tail -n 30 "$work/log" >&2
    give_up "no ollama, and it did not compile"
  fi
  mv "$work/bin/ollama" "$binary"
  say "built $binary"
}

if command -v ollama; then exit; fi
if [[ ! -x $binary ]]; then
  command -v go >/dev/null || give_up "no ollama and no Go"
  [[ ${1:-} == --find ]] && give_up "no ollama yet (make ollama builds one)"
  headers_found || install_headers || give_up "no ollama, and no headers to build it (nlohmann-json3-dev, libstb-dev)"
  build
fi
echo "$binary"
