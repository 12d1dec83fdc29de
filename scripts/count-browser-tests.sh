#!/usr/bin/env bash
# Says how many tests ran in a browser, and fails where it was none: a suite that runs nothing
# passes otherwise. Its arguments are the logs of the wasm tests and of the pages' tests.
set -euo pipefail
wasm=$(sed -n 's/^test result: ok\. \([0-9]*\) passed.*/\1/p' "$1" | tail -n 1)
pages=$(sed -n 's/^.* pass \([0-9]*\)$/\1/p' "$2" | tail -n 1)
echo "browser tests: ${wasm:-0} in wasm, ${pages:-0} on pages"
[ "${wasm:-0}" -gt 0 ] && [ "${pages:-0}" -gt 0 ]
