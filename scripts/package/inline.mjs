// The module that inline.js has in place of files.js: everything is in the script itself. English words are in the program.
// The program that draws pictures would double its size, so no widget offers them.

/** The module's text. `dist` is the folder of built files, `paths` are those in it that widgets may request. */
export function inlineFiles(dist, paths) {
  const own = paths.filter((path) => /^(election-widgets-all_bg\.wasm|election-widgets\.css|geo\/.*|locale\/(?!en)[a-z]+\.txt)$/.test(path));
  const imports = own.map((path, index) => `import file${index} from ${JSON.stringify(`${dist}/${path}`)};\n`);
  const entries = own.map((path, index) => `  ${JSON.stringify(path)}: file${index},\n`);
  return `${imports.join("")}
const FILES = {
${entries.join("")}};
const SCRIPTS = {
  interactive: () => import("./election-widgets-interactive.js"),
  hydrate: () => import("./election-widgets-hydrate.js"),
  feed: () => import("./election-widgets-feed.js"),
  conflict: () => import("./election-widgets-conflict.js"),
  all: () => import(${JSON.stringify(`${dist}/election-widgets-all.js`)}),
};
FILES["election-widgets.css"] += ".ew [data-picture]{display:none}";
const OWN = "inline:";

function response(path) {
  const held = FILES[path];
  if (held == null) return new Response("", { status: 404 });
  const isProgram = path.endsWith(".wasm");
  const body = isProgram ? Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0)) : held;
  return new Response(body, { headers: { "content-type": isProgram ? "application/wasm" : "text/plain" } });
}

// The files of this script stand in it like answers that came already.
class Responses extends Map {
  has(url) {
    return url.startsWith(OWN) || super.has(url);
  }
  get(url) {
    if (url.startsWith(OWN) && !super.has(url)) this.set(url, Promise.resolve(response(url.slice(OWN.length))));
    return super.get(url);
  }
}

export const files = {
  base: undefined,
  url: (path) => (path in FILES || !files.base ? OWN + path : new URL(path, files.base).href),
  load: (name) => SCRIPTS[name](),
  responses: new Responses(),
};
`;
}
