// A server on 127.0.0.1 that sends files as a good server does, brotli-compressed, and counts what it
// sent; and a page at the end of a slow line, with nothing in its cache.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DIST, TYPES } from "../e2e/server.mjs";

// 1.6 Mbit/s down, half of that up, 150 ms there and back, a phone's processor.
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
export const SLOWER = 4;

/** The size of a file on the line. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

// What was compressed, by its bytes: packing a large file takes a fifth of a second, which no server does anew for each
// reader.
const packed = new Map();
function pack(bytes) {
  const digest = createHash("sha256").update(bytes).digest("base64");
  if (!packed.has(digest)) packed.set(digest, brotli(bytes));
  return packed.get(digest);
}

// What a packet holds. Chromium's slow line hands on what came together as a whole once all of it has come, where a
// real one hands on packet by packet, so that a page's head is read before its end is there.
const PACKET = 1_400;

async function inPackets(response, body) {
  // Whoever asked may have gone while the body was packed.
  response.socket?.setNoDelay(true);
  for (let at = 0; at < body.length; at += PACKET) {
    response.write(body.subarray(at, at + PACKET));
    await new Promise(setImmediate);
  }
  response.end();
}

/** Serves `files`, a map of paths to text or bytes, and beside them dist/. */
export async function serveFiles(files) {
  let sent = [];
  async function find(pathname) {
    const bytes = files.get(pathname) ?? (await readFile(join(DIST, pathname)).catch(() => undefined));
    return bytes && pack(Buffer.from(bytes));
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const body = await find(pathname);
    sent.push({ path: pathname, bytes: body?.length ?? 0 });
    response.writeHead(body ? 200 : 404, {
      "content-type": TYPES[extname(pathname)] ?? TYPES[".html"],
      ...(body && { "content-encoding": "br", "content-length": body.length }),
      // Finer clocks, and all of a page's memory can be counted.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    await inPackets(response, body ?? Buffer.alloc(0));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: (path) => `http://127.0.0.1:${server.address().port}${path}`,
    /** What was sent since the last time, as `[{path, bytes}]`. */
    taken: () => sent.splice(0),
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}

/** Runs `use` with a page whose cache is empty, at the end of the slow line where `slow` says so. */
export async function withColdPage(browser, { slow = false, width = 1000, height = 900 }, use) {
  const context = await browser.newContext({ viewport: { width, height } });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    const session = await context.newCDPSession(page);
    if (slow) {
      // Until the window that was opened for it has come to rest.
      await new Promise((done) => setTimeout(done, 400));
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", LINE);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    }
    const found = await use(page, session);
    if (errors.length) throw errors[0];
    return found;
  } finally {
    await context.close();
  }
}
