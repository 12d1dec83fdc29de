#!/usr/bin/env bash
# Builds both halves of examples/ssr-app, as cargo-leptos does: the server, and what the browser hydrates with.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet -p ssr-app --features ssr
cargo build --quiet -p ssr-app --features hydrate --lib --target wasm32-unknown-unknown
wasm-bindgen --target web --no-typescript --out-name ssr-app --out-dir "$target/site/pkg" \
  "$target/wasm32-unknown-unknown/debug/ssr_app.wasm"
