# Needs Python 3.11 or newer and make, nothing else. Everything is installed into .venv from
# requirements.lock, hash by hash.
#
#   make audit                    audit the shipped example with planted faults, write its page
#   make audit REPORT=年报.html   audit a report of your own (PREVIOUS=去年.html adds last year's)
#   make test                     set up and run all tests

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check
REPORT ?= examples/faulty/2024.html
PREVIOUS ?=
FUZZ ?= --inputs 100000 --seed 1
UV_VERSION = 0.13.9

# The example goes with last year's report, so that the year-to-year rules have something to say.
ifeq ($(REPORT),examples/faulty/2024.html)
PREVIOUS := examples/clean/2023.html
endif

AUDIT = $(BIN)/auditor audit "$(REPORT)" $(if $(PREVIOUS),--previous "$(PREVIOUS)") --fail-on never

.PHONY: help setup audit test lint types bench measure hostile factory fuzz examples check-examples wheel lock clean

help:
	@sed -n '4,6s/^#   //p' Makefile
	@echo "Others: setup lint types bench measure hostile fuzz examples check-examples wheel lock clean"

setup: $(READY)

$(READY): requirements.lock pyproject.toml tools/lock_entries.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "需要 Python 3.11 或更高版本，当前为：$$($(PYTHON) --version 2>&1)。可用 make PYTHON=python3.12 指定。" >&2; \
	  echo "Python 3.11 or newer is needed; try make PYTHON=python3.12" >&2; exit 1; }
	@echo "正在安装到 $(VENV)，约一分钟 / installing into $(VENV), about a minute"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python tools/lock_entries.py setuptools > $(VENV)/backends.txt
	@$(PIP) --require-hashes -r $(VENV)/backends.txt
	@$(PIP) --require-hashes --no-build-isolation --use-pep517 \
	  -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $(READY)

# First what stands in the terminal, then the page beside the report; auditor says where it is.
audit: $(READY)
	@$(AUDIT)
	@$(AUDIT) --format html

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check examples tools benchmarks

types: $(READY)
	$(BIN)/mypy
	$(BIN)/mypy --explicit-package-bases tests/factory tests/fuzz tests/hostile

measure: $(READY)
	$(BIN)/auditor evaluate
	$(BIN)/python -m tests.language.number_set

# Hostile inputs through the command line; the table goes into docs/robustness.md.
hostile: $(READY)
	$(BIN)/python -m tests.hostile.measure

# Damaged files of every format, two thirds of an hour on two processors: FUZZ="--inputs 5000 --seed 7" for less.
fuzz: $(READY)
	$(BIN)/python -W ignore -m tests.fuzz.run $(FUZZ)

# Thousands of made-up reports in every layout; the table goes to docs/layouts.md.
factory: $(READY)
	$(BIN)/python -m tests.factory.run --per-layout 50 --seed 20261 --write docs/layouts.md

bench: $(READY)
	$(BIN)/python -m benchmarks.ratios

examples: $(READY)
	$(BIN)/python -m examples.build

check-examples: $(READY)
	$(BIN)/python -m examples.build --check

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation

lock: $(READY)
	$(PIP) uv==$(UV_VERSION)
	$(BIN)/uv pip compile --no-config --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" \
	  --extra dev --output-file requirements.lock pyproject.toml requirements-build.in

clean:
	rm -rf $(VENV) build dist *.egg-info
