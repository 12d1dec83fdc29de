// The modules of the npm package that say where its files are. Bundlers follow an address only if it is written out in one
// piece, so each file has its own line.

const MODULE = /^election-widgets-(.*)\.js$/;
const line = (path, value) => `  ${JSON.stringify(path)}: () => ${value},\n`;
const address = (path) => `new URL(${JSON.stringify(path)}, import.meta.url)`;

/** files.js: the package's form of www/files.js, for these paths below files/. */
export function pageAddresses(paths) {
  const scripts = paths.filter((path) => MODULE.test(path));
  const others = paths.filter((path) => !path.endsWith(".js"));
  return `// Every address of the package. Bundlers follow only what is written out like this. Made by scripts/package.mjs.

const FILES = {
${others.map((path) => line(path, address(`./files/${path}`))).join("")}};

const SCRIPTS = {
${scripts.map((path) => line(path.match(MODULE)[1], `import(${JSON.stringify(`./files/${path}`)})`)).join("")}};

// A server that answers with something else gives no hint by itself.
const failed = (name, url) => ({ message }) => {
  throw new Error(\`election-widgets-\${name}.js could not be loaded from \${url} (\${message})\`);
};

export const files = {
  /** The page's own folder of files, if it configures one. */
  base: undefined,
  url: (path) => (files.base ? new URL(path, files.base) : (FILES[path]?.() ?? new URL(\`missing:\${path}\`))).href,
  load: (name) => {
    if (!files.base) return SCRIPTS[name]();
    const url = files.url(\`election-widgets-\${name}.js\`);
    return import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ url).catch(failed(name, url));
  },
  responses: new Map(),
};
`;
}

/** server/files.js: the package's form of crates/node/js/files.js, for these paths below files/. */
export function serverAddresses(paths) {
  const read = paths.filter((path) => /^(geo\/.*\.json|locale\/[a-z]+\.txt)$/.test(path));
  return `// Every address of the server module. Bundlers follow only what is written out like this. Made by scripts/package.mjs.

const FILES = {
${read.map((path) => line(path, address(`../files/${path}`))).join("")}};

export const program = () => ${address("./election-widgets-node_bg.wasm")};

export const file = (path) => FILES[path]?.();
`;
}
