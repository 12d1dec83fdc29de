#!/usr/bin/env bash
# Finishes what trunk built, in the folder that becomes dist/: trunk runs it as a hook (Trunk.toml). The order of the
# steps counts.
#   1. minify the glue of the interactive bundles
#   2. build the programs that no interactive bundle holds: the first paint's, the readers of tables, the one that draws
#      pictures; split the words
#   3. minify scripts and styles
#   4. build the module for Node and the command
#   5. write the gallery and the documentation, and prerender the demo with that command
set -euo pipefail
cd "$(dirname "$0")/.."
out=${TRUNK_STAGING_DIR:?trunk runs this, after a build}
target=${CARGO_TARGET_DIR:-target}
widgets="results observers alliances"

node scripts/minify-glue.mjs "$out"

# crates/first-paint/build.rs gives these programs their memory.
bins=()
for name in $widgets all; do bins+=(--bin "election-widgets-first-paint-$name"); done
cargo build --quiet --release --target wasm32-unknown-unknown -p election-widgets-first-paint "${bins[@]}"
cargo build --quiet --release --target wasm32-unknown-unknown -p election-widgets-table
cargo build --quiet --release --target wasm32-unknown-unknown -p election-widgets-picture --features page
for program in election-widgets-{picture,table-{results,observers,alliances},first-paint-{all,results,observers,alliances}}; do
  folder=$target/programs
  wasm-bindgen --target web --no-typescript --out-dir "$folder" "$target/wasm32-unknown-unknown/release/$program.wasm"
  # The page's script calls the program itself: of what wasm-bindgen exports it needs only these.
  wasm-metadce --quiet --graph-file scripts/program-exports.json "$folder/${program}_bg.wasm" \
    -o "$folder/$program.wasm" > "$folder/$program.unused"
  # Each pass was measured to save (docs/decisions/0001-first-paint-program.md). The stack stands first in memory.
  wasm-opt --low-memory-unused --flatten --rereloop -Oz --dae-optimizing -Oz --strip-target-features --strip-producers \
    "$folder/$program.wasm" -o "$out/$program.wasm"
done
node scripts/split-locales.mjs "$out/locale"

# Each script that a page loads, bundled with the modules that it imports. Those that it loads later stay apart.
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
esbuild --bundle --format=esm --minify --log-level=error "--define:globalThis.ELECTION_WIDGETS_VERSION=\"$version\"" \
  --outdir="$out" www/election-widgets*.js

# Programs for the host are built for speed, with the standard library as it comes.
for_host() {
  env -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD -u CARGO_UNSTABLE_BUILD_STD_FEATURES \
    -u CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS cargo build --quiet --profile command "$@"
}

# wasm-opt would make it smaller, and no faster.
for_host --target wasm32-unknown-unknown -p election-widgets-node
wasm-bindgen --target web --no-typescript --out-dir "$out/node" \
  "$target/wasm32-unknown-unknown/command/election-widgets-node.wasm"
node scripts/node-glue.mjs "$out/node"
cp crates/node/js/* www/guard.js "$out/node/"

for_host -p election-widgets-cli
command="$target/command/election-widgets"
# The style sheet of all widgets, and each widget's.
for sheet in "" -results:results-chart -observers:observer-map -alliances:alliance-grid; do
  "$command" styles ${sheet:+"${sheet#*:}"} | esbuild --minify --loader=css --log-level=error \
    > "$out/election-widgets${sheet%:*}.css"
done

node scripts/demo.mjs "$out"
"$command" prerender "$out/index.html" "$out/articles" --root "$out" --in-place
# Dozens of widgets on a page share one style sheet. One of them shows what a rehearsal looks like.
"$command" prerender "$out/gallery" --root "$out" --in-place --quiet --rehearsal --link ../election-widgets.css
