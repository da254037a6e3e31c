# Dossier: `make site` builds the example publication, `make test` runs every test.
SWIFT ?= swift
PYTHON ?= python3
VENV := .venv
SITE_PACKAGES := libcmark-dev libsqlite3-dev pkg-config graphviz
TEST_PACKAGES := $(SITE_PACKAGES) chromium default-jre-headless fonts-liberation librsvg2-bin \
  libvips-tools python3-venv brotli nginx-light openssh-client openssh-server procps rsync

.PHONY: site test test-swift test-browser test-publishing lint packages test-packages clean help

help:
	@echo "make site   build the example publication into Site/"
	@echo "make test   run all tests"
	@echo "make lint   check the format of the Swift sources"
	@echo "make clean  remove what was built"

site: packages
	$(SWIFT) build -c release --product dossier
	.build/release/dossier build

test: test-swift lint test-browser test-publishing

test-swift: test-packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The browser tests run the program that test-swift has just built.
test-browser: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q Tests/Browser

# Publishes with a real sshd, rsync and nginx on loopback.
test-publishing: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q Tests/Publishing

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

packages:
	@.ci/packages $(SITE_PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)

$(VENV)/ready: Tests/Browser/requirements.txt
	@echo "Installing the Python packages of $< into $(VENV)"
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --requirement $<
	@touch $@

clean:
	rm -rf .build $(VENV)
