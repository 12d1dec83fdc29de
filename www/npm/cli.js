#!/usr/bin/env node
// The command `election-widgets`.
import { cpSync, existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COPY = `Copies the files that widgets fetch into a folder of your site.

Usage: election-widgets copy FOLDER

EXAMPLE:
  npx election-widgets copy public/ew

EXIT CODES:
  0  the files are there
  2  they could not be copied, or the command was not understood`;

function copy(args) {
  if (args.includes("--help") || args.includes("-h")) return void console.log(COPY);
  if (args.length != 1 || args[0].startsWith("-")) return refuse(`expected one folder, found ${args.length ? args.join(" ") : "nothing"} (write: election-widgets copy public/ew)`);
  const [folder] = args;
  if (existsSync(folder) && !statSync(folder).isDirectory()) return refuse(`${folder}: is a file, expected a folder`);
  try {
    cpSync(fileURLToPath(new URL("./files/", import.meta.url)), folder, { recursive: true });
  } catch (error) {
    return refuse(`${folder}: cannot be written: ${error.message}`);
  }
  console.log(`Copied to ${folder}. If your site serves that folder as /ew/:

  <script type="module" src="/ew/election-widgets.js"></script>

or, with a bundler that carries no files:

  import { configure, define } from "election-widgets";
  configure({ base: "/ew/" });
  define();`);
}

function refuse(message) {
  console.error(`error: ${message}`);
  process.exitCode = 2;
}

const [command, ...args] = process.argv.slice(2);
if (command == "copy") copy(args);
else refuse(`no command is called ${command}`);
