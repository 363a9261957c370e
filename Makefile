# Everything a person runs. `make run` and `make test` do all their own set-up.
PYTHON ?= python3
PORT ?= 8501
# Only this machine can reach what `make run` serves; HOST=0.0.0.0 opens it to the network.
HOST ?= 127.0.0.1
AUDIT := pip-audit==2.10.1
BIN := .venv/bin
# Packages and Chromium are fetched at the same time.
MAKEFLAGS += --jobs=2
# Python keeps what it has compiled, whatever the environment says: else each of its starts takes three seconds more.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install run test lint style bench refresh drills doctor audit lock chromium

install: .venv/.runtime

.venv/bin/uv: .ci/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "The module venv is missing (Debian: apt-get install python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/uv.txt
	@touch $@

.venv/.runtime: requirements.txt | .venv/bin/uv
	@$(BIN)/uv pip install --quiet --require-hashes --python $(BIN)/python -r requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt | .venv/bin/uv
	@$(BIN)/uv pip install --quiet --require-hashes --python $(BIN)/python -r requirements-dev.txt
	@touch $@ .venv/.runtime

.venv/.benchmarks: requirements-bench.txt | .venv/bin/uv
	@$(BIN)/uv pip install --quiet --require-hashes --python $(BIN)/python -r requirements-bench.txt
	@touch $@ .venv/.development .venv/.runtime

run: install
	@$(BIN)/python -m data_sources.prepare
	@echo "Osloregionen i Europa: http://localhost:$(PORT)"
	@$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Style first, it takes a second; types beside the tests. A process a core: with one more they took an eighth longer, for
# browsers and servers work beside them. A file of tests goes to one process as a whole, for what its tests share is made
# once then, and the longest go first (tests/conftest.py). What mypy says stands below theirs.
test: .venv/.development chromium style
	@said=$$(mktemp); $(BIN)/mypy > $$said 2>&1 & types=$$!; \
	$(BIN)/python -m pytest --numprocesses $$(getconf _NPROCESSORS_ONLN) --maxprocesses 4 --dist loadfile --no-loadscope-reorder; tested=$$?; \
	wait $$types; typed=$$?; echo "mypy:"; cat $$said; rm $$said; [ $$tested = 0 ] && [ $$typed = 0 ]

lint: style
	@$(BIN)/mypy

style: .venv/.development
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

# Dash, for comparison, is installed by this alone. PARTS=clicks measures one part; ARGS="--help" tells the rest.
bench: .venv/.benchmarks chromium
	@$(BIN)/python -m benchmarks $(PARTS) $(ARGS) --write docs/performance.md

# Fetches figures anew from the publishers; more options: .venv/bin/python -m data_sources.refresh --help
refresh: install
	@$(BIN)/python -m data_sources.refresh

# Tries every kind of fault on a real server, about eight minutes; see docs/operations.md.
drills: .venv/.development
	@$(BIN)/python -m tests.drills

# What is wrong with this installation, in words.
doctor: install
	@$(BIN)/python -m server.doctor

# Known weaknesses of what is pinned, where the advisories can be reached.
audit: .venv/bin/uv
	@if $(BIN)/python -c 'import socket; socket.create_connection(("api.osv.dev", 443), 5).close()' 2>/dev/null; then \
	  $(BIN)/uv tool run --quiet --from $(AUDIT) pip-audit --vulnerability-service osv --disable-pip --requirement requirements.txt; \
	else echo "NOT AUDITED: the advisories at api.osv.dev cannot be reached from here."; fi

# Pins everything that pyproject.toml names and needs, with the hashes of its files.
lock: .venv/bin/uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" --extra dev pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" --extra dev --extra bench pyproject.toml -o requirements-bench.txt

# The browser tests need Chromium; without one they are skipped and say so. They are quicker with its headless shell.
chromium:
	@{ command -v chromium && command -v chromium-headless-shell; } >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing Chromium for the browser tests …"; \
	    apt-get update -qq >/dev/null 2>&1; \
	    for package in chromium chromium-headless-shell; do \
	      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$package >/dev/null 2>&1 || echo "$$package could not be installed."; \
	    done; \
	  fi; \
	  command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 \
	    || echo "No Chromium here; the browser tests will be skipped."; }
