// WebKit (WebKitGTK's MiniBrowser on a screen that nobody sees) by plain WebDriver, as one of the three
// browsers in which the cases run. WebDriver has no console: what WebKit itself writes there is not
// seen, what recorder.js sees in the page is.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { freePort } from "./server.mjs";

const VERSIONS = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];

/** Where Debian keeps MiniBrowser: in a folder of the machine's kind. */
function miniBrowser() {
  const folders = readdirSync("/usr/lib").flatMap((kind) => VERSIONS.map((version) => `/usr/lib/${kind}/${version}`));
  return [process.env.MINIBROWSER, ...folders.map((folder) => `${folder}/MiniBrowser`)].find((path) => path && existsSync(path));
}

/** The name of what is absent; `undefined` if WebKit can be launched. */
export function missing() {
  if (!existsSync("/usr/lib") || !miniBrowser()) return "WebKitGTK's MiniBrowser";
  return ["WebKitWebDriver", "Xvfb"].find((program) => !process.env.PATH.split(":").some((folder) => existsSync(`${folder}/${program}`)));
}

/** A process that ends with this one; `missing` is said where it can't be started. */
function start(command, args, options, missing) {
  const child = spawn(command, args, options);
  const end = () => child.kill();
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return new Promise((done, fail) => {
    child.once("error", () => fail(new Error(missing)));
    child.once("spawn", () => done(child));
  });
}

const ended = (child) =>
  new Promise((done) => {
    if (child.exitCode != null || child.signalCode != null) return done();
    child.once("exit", done);
    child.kill();
  });

/** A screen of its own; Xvfb picks the number and writes it to file descriptor 3. */
async function screen() {
  const args = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const xvfb = await start("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] }, "Xvfb is missing: run `make setup`");
  let number = "";
  for await (const chunk of xvfb.stdio[3]) {
    number += chunk;
    if (number.includes("\n")) break;
  }
  return { xvfb, display: `:${number.trim()}` };
}

/** One command of WebDriver; a driver that has just started is asked again. */
async function command(port, method, path, body) {
  for (let tries = 0; ; tries++) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
      return value;
    } catch (error) {
      if (error.cause?.code != "ECONNREFUSED" || tries == 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** What a mouse does: it comes to a place in the window, and its button goes down and up. */
const pointer = (x, y) => ({
  type: "pointer",
  id: "mouse",
  parameters: { pointerType: "mouse" },
  actions: [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport" },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ],
});

/** A browser: `open(url)` gives a page, `close()` ends it. */
export async function launch() {
  const binary = miniBrowser();
  assert.ok(binary, "WebKit's MiniBrowser is missing: run `make setup`");
  const { xvfb, display } = await screen();
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display };
  const driver = await start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" }, "WebKitWebDriver is missing: run `make setup`");
  const options = { binary, args: ["--automation"] };
  const { sessionId, capabilities } = await command(port, "POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  });
  const ask = (method, path, body) => command(port, method, `/session/${sessionId}${path}`, body);
  return {
    name: `WebKit ${capabilities.browserVersion}`,
    async open(url) {
      await ask("POST", "/url", { url });
      return {
        complaints: [],
        // What a page preloads for `fetch` WebKit asks for again.
        handsOnPreloads: false,
        // WebKit does not see `:has(details[open]) +` change, so that a row of results opens once a script runs.
        opensRowsByStyle: false,
        async evaluate(run, ...args) {
          const script = `const [args, done] = arguments;
            new Promise((found) => found((${run})(...args))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
          const { value, error } = await ask("POST", "/execute/async", { script, args: [args] });
          if (error) throw new Error(error);
          return value;
        },
        clickAt: (x, y) => ask("POST", "/actions", { actions: [pointer(x, y)] }),
        close: () => ask("POST", "/url", { url: "about:blank" }),
      };
    },
    async close() {
      await ask("DELETE", "").catch(() => {});
      await ended(driver);
      await ended(xvfb);
    },
  };
}
