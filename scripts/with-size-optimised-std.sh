#!/usr/bin/env bash
# Runs a command with Rust's std built for size, where its source is installed (`scripts/setup.sh` adds it)
# and what that needs can be had; elsewhere as it is: a plain stable build works too, and is a tenth
# larger.
set -euo pipefail
library="$(rustc --print sysroot)/lib/rustlib/src/rust/library"
# trunk builds offline, so that what std is made of is fetched before; nothing is, once it is there.
if [ -d "$library/std" ] &&
  RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked --manifest-path "$library/Cargo.toml"; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  # A panic ends the instance without a message: the text of messages, and the paths in them, weigh. So
  # does what `{:?}` writes, which nothing that a page sees is written by (tests/house_rules).
  # Short copies are one instruction too, not a load and a store a word.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Cllvm-args=-max-store-memcpy=1"
fi
exec "$@"
