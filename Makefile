# One word each; CI calls the same. Only python3 (3.11 or newer) and make are needed.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8080
ARGS ?=
ROW ?=
BIN := $(VENV)/bin
PACKAGES := bot handlers scheduler casework db rules simulator
# Tests that start many processes of their own go one after the other, all others side by side, one to a core.
ALONE := tests/faults tests/bench

.PHONY: help demo run test test-page chaos slow bench check words screens pictures lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/ready ## play both sides in a browser, nothing leaves this machine
	$(BIN)/python -m bot demo --host $(HOST) --port $(PORT) $(ARGS)

run: $(VENV)/ready ## the bot on real Telegram, settings from .env
	$(BIN)/python -m bot run $(ARGS)

test: $(VENV)/ready-dev ## all tests except those of the page in a browser
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not page and not chaos" $(ALONE:%=--ignore=%) $(ARGS)
	$(BIN)/python -m pytest -m "not page and not chaos" $(ALONE) $(ARGS)
	@echo "not run here: the tests of the page in a browser (make test-page), chaos at length (make chaos)"

test-page: $(VENV)/ready-dev ## the page in a headless Chromium; fails where there is none
	$(BIN)/python -m pytest -m page $(ARGS)

chaos: $(VENV)/ready-dev ## everything killed again and again while 50 people talk, all counted; an hour
	$(BIN)/python -m pytest -s -m chaos tests/faults $(ARGS)

slow: $(VENV)/ready-dev ## the conversations once more, while everybody is quicker than our books; half an hour
	$(BIN)/python -m pytest -n auto --slow-books 0.12 tests/conversations $(ARGS)

bench: $(VENV)/ready-dev ## figures against their bars, on a quiet machine; ROW=latency runs one row
	$(BIN)/python -m tests.bench $(ROW)

check: $(VENV)/ready-dev ## style, types, imports, words, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES) tests
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory words
	$(BIN)/python -m pytest -q tests/db/test_migrations.py

# Part of check: the words of each language, joined as the tool wants them, against each other and the code.
words: $(VENV)/ready-dev
	rm -rf .cache/words
	for language in bot/texts/??; do \
		mkdir -p ".cache/words/$${language##*/}" \
			&& cat "$$language"/*.ftl > ".cache/words/$${language##*/}/_default.ftl" || exit 1; \
	done
	$(BIN)/ftl check

screens: $(VENV)/ready-dev ## docs/screens.md, with every screen and letter, anew from the code
	$(BIN)/python -m tests.bot.telegram.render.gallery

pictures: $(VENV)/ready-dev ## docs/pictures, for the handbook, anew from the demo in a headless Chromium
	$(BIN)/python -m tests.page.pictures

lock: $(VENV)/ready-dev ## remake both hashed locks from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean: ## remove what the tools made; .data, keys and .env stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .cache build dist *.egg-info
	find . -name __pycache__ -type d -not -path './.data/*' -prune -exec rm -rf {} +

# A venv that failed half-way has no stamp and is completed next time; a changed lock makes the stamp old.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
		|| { echo "Python 3.11 to 3.14 is needed; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.lock | $(BIN)/python
	@echo "installing requirements.lock into $(VENV), about a minute the first time"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock | $(BIN)/python
	@echo "installing requirements-dev.lock into $(VENV), about a minute the first time"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/ready
