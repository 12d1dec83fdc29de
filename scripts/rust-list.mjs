// Writes a list that Rust code has as text with spaces between entries.
import { readFileSync, writeFileSync } from "node:fs";

const WIDTH = 120;

/** Puts the entries in the place of those of the constant `name`. */
export function writeRustList(file, name, entries) {
  const lines = [];
  for (const entry of entries) {
    const longer = `${lines.at(-1)} ${entry}`;
    if (lines.length > 0 && longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(`    ${entry}`);
  }
  const source = readFileSync(file, "utf8");
  const start = `const ${name}: &str = "\\\n`;
  const from = source.indexOf(start) + start.length;
  if (from < start.length) throw new Error(`${file} has no ${name}`);
  writeFileSync(file, `${source.slice(0, from)}${lines.join("\n")}\n${source.slice(source.indexOf('";', from))}`);
}
