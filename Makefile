# Two commands: `make site` publishes seeds/, `make test` runs everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test serve bench format clean

site: .venv/.site
	$(BIN)/seedpress build

serve: .venv/.site
	$(BIN)/seedpress serve

test: .venv/.test
	$(BIN)/ruff check build tests
	$(BIN)/ruff format --check build tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: .venv/.test
	$(BIN)/python tests/bench/build.py

format: .venv/.test
	$(BIN)/ruff check --fix build tests
	$(BIN)/ruff format build tests

.venv/.site: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/.test: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test]"
	touch .venv/.site $@

clean:
	rm -rf site site.new site.old .seedpress
