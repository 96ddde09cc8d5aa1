# Everything starts here. State lives in .venv/ and instance/ only; `make clean` removes both.

PORT ?= 8000
PYTHON ?= $(shell tools/python.sh)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
# The stamps carry the checksum of pyproject.toml: other dependencies, another installation.
SUMME := $(shell cksum < pyproject.toml | cut -d ' ' -f 1)
LAUFZEIT := $(VENV)/.laufzeit-$(SUMME)
ENTWICKLUNG := $(VENV)/.entwicklung-$(SUMME)
POT := lernplattform/translations/messages.pot
EXTRAHIERE := $(BIN)/pybabel --quiet extract --mapping babel.cfg --keyword _l --sort-output \
  --no-location --omit-header --add-comments Translators:

.DEFAULT_GOAL := help
.PHONY: help start test test-alles check format texte bilder browser clean

help: ## Diese Übersicht
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

start: $(LAUFZEIT) ## Demo auf http://127.0.0.1:8000 starten (anderer Port: make start PORT=8001)
	@LP_DEMO=1 $(BIN)/flask --app wsgi demo starten --port $(PORT)

test: $(ENTWICKLUNG) browser ## Tests auf SQLite und auf PostgreSQL
	@tools/test.sh $(BIN) "not langsam"

test-alles: $(ENTWICKLUNG) browser ## Dasselbe mit den langen Testreihen
	@tools/test.sh $(BIN)

check: $(ENTWICKLUNG) ## Form, Stil, Typen, Schichten, Abhängigkeiten, Vorlagen, Inhalte, Texte
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/djlint lernplattform/templates --check
	$(BIN)/djlint lernplattform/templates --lint
	$(BIN)/python -m kurse
	@$(EXTRAHIERE) --output-file $(VENV)/messages.pot .
	@cmp -s $(VENV)/messages.pot $(POT) || { echo "$(POT) ist nicht aktuell: make texte"; exit 1; }
	@$(BIN)/python -m tools.texte.pruefen

format: $(ENTWICKLUNG) ## Code und Vorlagen in Form bringen
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	-$(BIN)/djlint lernplattform/templates --reformat --quiet

texte: $(ENTWICKLUNG) ## Die Texte neu sammeln und in die Übersetzungen eintragen
	$(EXTRAHIERE) --output-file $(POT) .
	$(BIN)/python -m tools.texte.auffrischen

bilder: $(ENTWICKLUNG) browser ## Die zehn wichtigsten Seiten für docs/bilder aufnehmen
	@$(BIN)/python tools/bilder.py

browser: # Chromium for the tests: CHROMIUM, then the PATH, then installed
	@tools/browser.sh

clean: ## Umgebung und Demo-Daten löschen
	rm -rf $(VENV) instance

$(VENV)/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Es fehlt Python 3.11 oder neuer. Anderer Ort: make $(MAKECMDGOALS) PYTHON=/pfad/zu/python3"; \
	  exit 1; }
	@echo "Umgebung anlegen ($(VENV)) ..."
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); echo "Python kann keine Umgebung anlegen. Auf Debian fehlt oft: python3-venv"; \
	  exit 1; }

$(LAUFZEIT): | $(VENV)/bin/python
	@echo "Abhängigkeiten installieren ..."
	@$(PIP) install --editable .
	@touch $@

$(ENTWICKLUNG): | $(VENV)/bin/python
	@echo "Abhängigkeiten für die Entwicklung installieren ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(LAUFZEIT)
