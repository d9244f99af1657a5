# Two commands do nearly everything: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
CLUSTER := .venv-cluster
FUZZ := .venv-fuzz
BENCH := .venv-bench
PEERS := .venv-peers
FUZZ_SECONDS ?= 1200
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
export PORT
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
SHELL := /bin/bash

.DEFAULT_GOAL := help
.PHONY: help run install install-ocr admin prepare test check unit evaluate drill licenses audit fuzz bench bench-peers bench-load bench-memory bench-start bench-scale bench-growth bench-capacity flame test-cluster servers figures chromium lock clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: prepare ## Install, migrate, load the guide and start web, worker, beat and broker (PORT=8000)
	@exec honcho start $(if $(REDIS_URL),web worker beat,)

install: $(VENV)/installed .env ## Create .venv and install the pinned requirements

$(VENV)/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Bandwise needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

install-ocr: $(VENV)/installed ## Add what reads scanned resumes, offline (250 MB)
	$(BIN)/python -m pip install --quiet --require-hashes -r config/ocr.lock

$(VENV)/installed-tests: $(VENV)/installed tests/requirements.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.lock
	@touch $@

.env:
	@umask 077; echo "SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')" > .env

prepare: install
	@$(BIN)/python -P config/preparation.py

admin: prepare ## Create the first staff account
	@$(MANAGE) createsuperuser

test: check unit ## Run every check and every test

check: $(VENV)/installed-tests .env ## Lint, types, imports, migrations, deployment settings
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	$(MANAGE) makemigrations --check --dry-run
	SERVED_OVER_HTTPS=1 $(MANAGE) check --deploy --fail-level WARNING

unit: $(VENV)/installed-tests .env chromium ## Run the tests, those with a real worker and browser included
	python -m pytest

evaluate: $(VENV)/installed-tests .env ## Score extraction on labelled resumes (CORPUS=own or a folder; DETAILS=1)
	@python tests/benchmarks/evaluate.py $(CORPUS)

drill: $(VENV)/installed-tests .env chromium ## Inject every fault at full size and print what each promise measured
	@DRILL=1 python -m pytest tests/faults -q --no-header

licenses: $(VENV)/installed-tests ## List the licenses of what Bandwise runs on
	@python -m piplicenses --from=mixed --packages $$(grep -ohE '^[A-Za-z0-9._-]+' requirements.lock)

audit: $(CLUSTER)/installed ## Look for known holes in what is pinned (needs the network)
	@for lock in requirements.lock config/production.lock config/ocr.lock; do \
	  $(CLUSTER)/bin/pip-audit --require-hashes --disable-pip -r $$lock || exit 1; done

fuzz: $(FUZZ)/installed .env ## Fuzz the reading of files and of dates, FUZZ_SECONDS=1200 each
	@failed=0; for part in reading dates; do \
	  $(FUZZ)/bin/python -m tests.fuzz.run $$part var/fuzz/$$part $(FUZZ_SECONDS) || failed=1; done; exit $$failed

$(FUZZ)/installed: requirements.lock tests/requirements.lock tests/fuzz.lock
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --require-hashes $(addprefix -r ,$^)
	@touch $@

PARTS ?= stages calls pages memory growth start load capacity
bench: $(BENCH)/installed .env ## Measure speed and growth into tests/benchmarks/RESULTS.md (PARTS="stages calls", OLD=commit)
	@failed=0; for part in $(PARTS); do \
	  $(BENCH)/bin/python -m tests.benchmarks.$$part $$([ $$part = stages ] && echo $(if $(OLD),--old $(OLD))) || failed=1; done; \
	  $(BENCH)/bin/python -m tests.benchmarks.report && exit $$failed

bench-peers: $(BENCH)/installed .env ## Measure other parsers, each in an environment of its own (needs the network)
	@$(BENCH)/bin/python -m tests.benchmarks.peers $(PEERS)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-load: $(BENCH)/installed .env ## Send visitors through HTTP: idle, steady, ten times too many (LOAD="--seconds 10 --count 20")
	@$(BENCH)/bin/python -m tests.benchmarks.load $(LOAD)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-memory: $(BENCH)/installed .env ## Measure what processes hold, over 20,000 analyses too (MEMORY="--analyses 200 --every 20")
	@$(BENCH)/bin/python -m tests.benchmarks.memory $(MEMORY)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-start: $(BENCH)/installed $(VENV)/installed .env ## Time make run, the worker and manage.py analyze from a standstill (START="--count 1")
	@$(BENCH)/bin/python -m tests.benchmarks.start $(START)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-scale: $(BENCH)/installed .env ## Read with 1, 2, 3 workers; on PostgreSQL, Redis, S3 too where make test-cluster ran (SCALE="--count 200")
	@$(BENCH)/bin/python -m tests.benchmarks.scale $(SCALE)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-growth: $(BENCH)/installed .env ## Time against pages, roles, lexicon, stored resumes to a million (GROWTH="--most 10000 --only rows")
	@$(BENCH)/bin/python -m tests.benchmarks.growth $(GROWTH)
	@$(BENCH)/bin/python -m tests.benchmarks.report

bench-capacity: $(BENCH)/installed .env ## Reckon machines and cost for 10^4, 10^6, 10^8 resumes a day, and simulate them
	@$(BENCH)/bin/python -m tests.benchmarks.capacity
	@$(BENCH)/bin/python -m tests.benchmarks.report

flame: $(BENCH)/installed .env ## Draw where analyses spend their time: var/bench/flame.svg
	@$(BENCH)/bin/python -m tests.benchmarks.flame var/bench/flame.svg

$(BENCH)/installed: requirements.lock tests/requirements.lock tests/bench.lock
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --require-hashes $(addprefix -r ,$^)
	@touch $@

test-cluster: $(CLUSTER)/installed .env servers ## Drill a deployment on many machines: PostgreSQL, Redis, S3, nginx
	@CLUSTER=1 $(CLUSTER)/bin/python -m pytest tests/cluster -q --no-header -p no:randomly

$(CLUSTER)/installed: requirements.lock config/production.lock tests/requirements.lock tests/cluster.lock
	$(PYTHON) -m venv $(CLUSTER)
	$(CLUSTER)/bin/python -m pip install --quiet --require-hashes $(addprefix -r ,$^)
	@touch $@

servers: # the system's PostgreSQL, Redis and nginx: installed here where that is possible
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && which redis-server nginx openssl >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y postgresql redis-server nginx openssl >/dev/null; } || \
	  { echo "Install PostgreSQL, Redis, nginx and openssl first: they cannot be installed from here."; exit 1; }

figures: $(VENV)/installed-tests .env ## Print where each figure of the guide lives and which page shows it
	@python -m pytest tests/salaries/test_brief.py -k table -s -q --no-header -p no:randomly

chromium: # a browser test needs the system's Chromium: installed here where that is possible
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null; } || \
	  echo "No Chromium here and none can be installed: the browser tests will be SKIPPED."

LOCKED := --universal --python-version 3.11 --generate-hashes --no-header -q -U
lock: ## Pin the requirements again, with hashes (needs uv)
	uv pip compile pyproject.toml $(LOCKED) -o requirements.lock
	for group in test cluster fuzz bench; do \
	  uv pip compile --group $$group -c requirements.lock $(LOCKED) -o tests/$${group/test/requirements}.lock; done
	for extra in ocr production; do \
	  python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']['$$extra'], sep='\n')" | \
	    uv pip compile - -c requirements.lock $(LOCKED) -o config/$$extra.lock; done

clean: ## Remove what was made: environment, database, uploads
	rm -rf $(VENV) $(CLUSTER) $(FUZZ) $(BENCH) $(PEERS) var .env .mypy_cache .ruff_cache
