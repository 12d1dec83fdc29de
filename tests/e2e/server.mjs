// Serves dist/ and pages of a test's own on 127.0.0.1, with the headers that a test asks for.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

export const TYPES = {
  ".mjs": "text/javascript; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * `routes` maps a path to an answer `{status, headers, body}` or to a function that gives one; all
 * other paths are files of `folder`, below the path `strip`. `headers` go with every HTML page, or are a function of its text, `allHeaders` with everything;
 * `rewrite` is what becomes of that text before. The requested paths are listed in `requests`.
 */
export async function serve({ folder = DIST, strip = "/", routes = {}, headers = {}, allHeaders = {}, rewrite = (text) => text } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    requests.push(pathname);
    const route = routes[pathname];
    const answer = route ? await (typeof route == "function" ? route(request) : route) : await file(folder, strip, pathname);
    const type = answer.type ?? TYPES[extname(pathname)] ?? TYPES[".html"];
    const isPage = type.startsWith("text/html");
    const body = isPage ? rewrite(String(answer.body ?? "")) : answer.body;
    const page = isPage ? (typeof headers == "function" ? headers(body) : headers) : {};
    response.writeHead(answer.status ?? 200, { "content-type": type, ...page, ...allHeaders, ...answer.headers });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    requests,
    routes,
    url: (path) => `http://127.0.0.1:${server.address().port}${path}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}

async function file(folder, strip, pathname) {
  if (!pathname.startsWith(strip)) return { status: 404, body: "" };
  pathname = pathname.slice(strip.length - 1);
  const path = normalize(join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  if (!path.startsWith(normalize(folder))) return { status: 403 };
  try {
    return { body: await readFile(path) };
  } catch {
    return { status: 404, body: "" };
  }
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
