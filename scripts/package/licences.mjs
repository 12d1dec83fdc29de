// The licences of the crates that are compiled into the package's WebAssembly, as their authors wrote them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const PROGRAMS = {
  "election-widgets-embed": "wasm32-unknown-unknown",
  "election-widgets-first-paint": "wasm32-unknown-unknown",
  "election-widgets-table": "wasm32-unknown-unknown",
  "election-widgets-node": "wasm32-unknown-unknown",
  "election-widgets-cli": "wasm32-wasip1",
};
const cargo = (root, ...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "inherit"] });

/** Names and versions of all crates that the programs link, without those of this repository. */
function linked(root) {
  const tree = ([program, target]) =>
    cargo(root, "tree", "--quiet", "--locked", "-p", program, "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
  return new Set(Object.entries(PROGRAMS).flatMap((program) => tree(program).split("\n")).map((line) => line.replace(/ \(\*\)$/, "").trim()));
}

/** THIRD-PARTY.md. */
export function thirdParty(root) {
  const crates = linked(root);
  const { packages } = JSON.parse(cargo(root, "metadata", "--format-version", "1", "--locked", "--quiet"));
  const used = packages.filter(({ name, version, source }) => source && crates.has(`${name} v${version}`));
  used.sort((one, other) => (one.name < other.name ? -1 : 1));
  const without = used.filter(({ license, license_file }) => !license && !license_file);
  if (without.length) throw new Error(`no licence is stated by ${without.map(({ name }) => name)}`);
  const texts = new Map();
  for (const crate of used) {
    for (const text of textsOf(crate)) texts.set(text, [...(texts.get(text) ?? []), crate.name]);
  }
  return `# Licences of what is compiled in

The WebAssembly of this package is made from these Rust crates. The source of each, unchanged, is at its address and in the
registry of crates under its name and version. For crates under MPL-2.0 that address is where their source is available.

| crate | version | licence | source |
| --- | --- | --- | --- |
${used.map(({ name, version, license, repository }) => `| ${name} | ${version} | ${license} | ${repository ?? ""} |`).join("\n")}

${[...texts].map(([text, names]) => `## ${names.join(", ")}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`).join("\n")}`;
}

function textsOf({ manifest_path: path }) {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(rs|toml)$/.test(name));
  return names.sort().flatMap((name) => {
    try {
      return [readFileSync(join(folder, name), "utf8").trim()];
    } catch {
      return []; // a folder
    }
  });
}
