# Two commands do everything from a machine with Python, make and the network: `make demo`, `make test`.
PYTHON ?= python3
VENV   ?= .venv
EXTRAS ?= test
BIN    := $(VENV)/bin
comma  := ,
TESTED := $(VENV)/.tested-$(subst $(comma),-,$(EXTRAS))

.PHONY: demo test accuracy lint clean
demo: $(VENV)/.installed
	@rm -f demo.dragoman demo.dragoman-wal demo.dragoman-shm
	@$(BIN)/dragoman read examples/hanoi --record demo.dragoman
	@$(BIN)/dragoman brief --record demo.dragoman
	@$(BIN)/dragoman dossier --record demo.dragoman -o demo.html

test: $(TESTED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

accuracy: $(TESTED)
	$(BIN)/python bench/accuracy.py

lint: $(TESTED)
	$(BIN)/ruff check --fix . && $(BIN)/ruff format . && $(BIN)/mypy

clean:
	rm -rf $(VENV) demo.dragoman* demo.html .cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(TESTED): pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[$(EXTRAS)]'
	@touch $@ $(VENV)/.installed
