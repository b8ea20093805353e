# make setup | chat | test | check | eval        (make help lists them)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
RUN ?= make-eval
BENCH ?= ../shared/bench

.DEFAULT_GOAL := help
.PHONY: help setup chat index test check lint types audit eval figures bench-outside screenshots clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP)  ## make .venv and install everything (about two minutes, 2.5 GB)

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=26"
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

chat: setup  ## build the index where it is missing, and serve the page at http://127.0.0.1:7860/
	$(BIN)/python app.py

index: setup  ## build the index
	$(BIN)/python -m index build

test: setup  ## all tests
	$(BIN)/python -m pytest

check: lint types test audit  ## lint, types, tests, audit

lint: setup  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup  ## mypy, strict
	$(BIN)/mypy

audit: setup  ## the texts are valid, the installed packages fit together, no CUDA package came along
	$(BIN)/python -m corpus check
	$(BIN)/python -m pip check
	@if $(BIN)/python -m pip freeze | grep -i '^nvidia-'; then echo 'CUDA packages are installed: see constraints.txt'; exit 1; fi

eval: setup  ## ask the development questions, score the replies; fails under a floor
	$(BIN)/python -m index build
	rm -rf evals/runs/$(RUN)
	$(BIN)/python -m evals run --split dev --name $(RUN)
	$(BIN)/python -m evals score $(RUN)
	$(BIN)/python -m evals mutate $(RUN)

figures: setup  ## ask all questions, both halves, and renew the README's table
	$(BIN)/python -m index build
	rm -rf evals/runs/figures
	$(BIN)/python -m evals run --split all --name figures
	$(BIN)/python -m evals score figures --into README.md

bench-outside: setup  ## our search and judge on the outside collections in BENCH, beside published figures
	$(BIN)/python -m index build
	$(BIN)/python -m evals outside --bench $(BENCH)

screenshots: setup  ## take the README's screenshot anew (needs Chromium)
	$(BIN)/python tests/take_screenshot.py docs/ask.png

clean:  ## remove what the program made (not .venv)
	rm -rf index/store evals/runs .mypy_cache .ruff_cache .pytest_cache
