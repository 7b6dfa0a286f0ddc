# Two commands: `make site` publishes seeds/, `make test` runs everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test serve bench fuzz format clean lock sbom audit

site: .venv/.site
	$(BIN)/seedpress build

serve: .venv/.site
	$(BIN)/seedpress serve

test: .venv/.test
	$(BIN)/ruff check build tests
	$(BIN)/ruff format --check build tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --dist loadfile

bench: .venv/.test
	$(BIN)/python tests/bench/build.py

# Ten minutes of whatever leads the whole way from seed to page to a fault.
fuzz: .venv/.test
	$(BIN)/python $(INSTALL) --require-hashes --requirement constraints-fuzz.txt
	$(BIN)/python -m tests.fuzz.whole_way .venv/fuzz/inputs -artifact_prefix=.venv/fuzz/ \
	  -max_total_time=600 -max_len=4000

format: .venv/.test
	$(BIN)/ruff check --fix build tests
	$(BIN)/ruff format build tests

# Every package is checked against the hashes in the constraints files before it is installed.
INSTALL := -m pip install --quiet
OURSELVES := $(INSTALL) --no-deps --no-build-isolation --editable .

.venv/.site: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --require-hashes --requirement constraints.txt
	$(BIN)/python $(OURSELVES)
	touch $@

.venv/.test: pyproject.toml constraints-test.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --require-hashes --requirement constraints-test.txt
	$(BIN)/python $(OURSELVES)
	touch .venv/.site $@

# What these three are done with stands in an environment of its own.
TOOLS := .venv/tools/bin
LOCK := $(TOOLS)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links

# Newest versions that fit pyproject.toml: `rm constraints*.txt` first; else what is there is kept.
lock: $(TOOLS)
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --extra test --output-file constraints-test.txt
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --constraint constraints-test.txt --output-file constraints.txt

# A CycloneDX bill of what `make site` installs, with licences.
sbom: $(TOOLS)
	$(PYTHON) -m venv --clear .venv/bill
	.venv/bill/bin/python $(INSTALL) --require-hashes --requirement constraints.txt
	$(TOOLS)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
	  --mc-type application --output-file sbom.cdx.json .venv/bill/bin/python

# Known weaknesses of what is installed; asks the advisory service of the package index.
audit: $(TOOLS)
	$(TOOLS)/pip-audit --requirement constraints-test.txt --require-hashes --disable-pip

$(TOOLS):
	$(PYTHON) -m venv .venv/tools
	$(TOOLS)/python $(INSTALL) cyclonedx-bom pip-audit uv

clean:
	rm -rf site site.new site.old .seedpress
