#!/usr/bin/env bash
# Runs the tests that need a browser: the Rust tests in Chromium, those of the built pages, those of the npm package. Where Chromium is absent
# they are skipped, except in CI. Fails if no test ran, which a runner alone would pass.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || [ -n "${CHROMIUM:-}" ] || missing+=(Chromium)
command -v chromedriver >/dev/null || missing+=(ChromeDriver)
if [ ${#missing[@]} -gt 0 ]; then
  [ -z "${CI:-}" ] || { echo "browser tests: ${missing[*]} is absent" >&2; exit 1; }
  echo "browser tests skipped: ${missing[*]} is absent"
  exit 0
fi

mkdir -p target
case ${1:?wasm, pages, package or frameworks} in
  wasm)
    CHROMEDRIVER="$(command -v chromedriver)" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
      cargo test --target wasm32-unknown-unknown -p election-widgets-embed --tests | tee target/browser-tests.log
    passed=$(sed -n 's/^test result: ok\. \([0-9]*\) passed.*/\1/p' target/browser-tests.log | awk '{ sum += $1 } END { print sum + 0 }')
    ;;
  pages)
    node --test --test-reporter=spec tests/e2e/ | tee target/page-tests.log
    passed=$(sed -n 's/^.* pass \([0-9]*\)$/\1/p' target/page-tests.log | tail -n 1)
    ;;
  package | frameworks)
    # One after the other, since each measures seconds and builds with both cores.
    node --test --test-concurrency=1 --test-reporter=spec "tests/$1/" | tee "target/$1-tests.log"
    passed=$(sed -n 's/^.* pass \([0-9]*\)$/\1/p' "target/$1-tests.log" | tail -n 1)
    ;;
esac
echo "browser tests: ${passed:-0} passed ($1)"
[ "${passed:-0}" -gt 0 ]
