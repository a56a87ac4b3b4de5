# Two commands do all the set-up: `make demo` shows the whole journey, `make test` checks the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-all lint docs serve bench mutants constraints clean

demo: $(READY)            ## the sample world from crawl to draft, then the web page (ARGS=--no-serve ends by itself)
	$(BIN)/koalitio demo $(ARGS)

test: $(READY) lint       ## lint, types, import contracts, tests that need Python only
	$(BIN)/pytest -m "not debian and not journey" -n 2 $(ARGS)

test-all: $(READY)        ## the rest: the whole journey, and what needs chromium libreoffice-writer poppler-utils
	$(BIN)/pytest -m "debian or journey" $(ARGS)

lint: $(READY)            ## style, types and the directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)            ## reference pages from the code
	$(BIN)/python -m tests.docs.reference

serve: $(READY)           ## the web page on your own database
	$(BIN)/koalitio serve $(ARGS)

bench: $(READY)           ## how long things take, as ratios to the plain way
	$(BIN)/python -m benchmarks.eligibility
	$(BIN)/python -m benchmarks.drafts
	$(BIN)/python -m benchmarks.search

mutants: $(READY)         ## faults planted in the rule engine, and whether a test notices; about ten minutes
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt mutmut
	$(BIN)/mutmut run
	$(BIN)/mutmut results

constraints:              ## newest versions of everything but torch, pinned anew
	$(PYTHON) -m venv var/constraints
	var/constraints/bin/pip install --quiet torch==2.13.0
	var/constraints/bin/pip install --quiet -e '.[dev]'
	var/constraints/bin/pip freeze --exclude-editable | sed 's/^torch==.*/torch==2.13.0/' > constraints.txt
	rm -rf var/constraints

clean:                    ## environment, database and drafts; the code stays
	rm -rf $(VENV) var out mutants

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Koalitio needs Python 3.11 or newer: make PYTHON=python3.11 ..."; exit 1; }
	@echo "Setting up $(VENV): a few minutes the first time"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(READY)
