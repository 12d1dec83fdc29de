// `make pictures`: takes the README's pictures, one of each widget, from the built demo: docs/pictures/*.png.
//   node scripts/pictures.mjs [FOLDER]   the folder of the built demo (dist)
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../tests/e2e/browser.mjs";
import { DIST, serve } from "../tests/e2e/server.mjs";
import { withPalette } from "./demo/png.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = join(ROOT, "docs/pictures");
const WIDTH = 640;
const MOST_BYTES = 80_000;
const PICTURES = { results: "results-chart", observers: "observer-map", alliances: "alliance-grid" };

/** Returns the picture with as many colours as its size allows. */
function small(png) {
  const found = [64, 48, 32, 24, 16].map((colors) => withPalette(png, colors)).find(({ length }) => length <= MOST_BYTES);
  if (!found) throw new Error(`a picture has more than ${MOST_BYTES} bytes`);
  return found;
}

const server = await serve({ folder: process.argv[2] ?? DIST });
const browser = await launch();
// The front page in one column: a widget is as wide as the window without the page's margins.
const page = await browser.newPage({ viewport: { width: WIDTH + 32, height: 800 }, deviceScaleFactor: 2, colorScheme: "light" });
await page.goto(server.url("/index.html"));
mkdirSync(FOLDER, { recursive: true });
for (const [name, tag] of Object.entries(PICTURES)) {
  const element = page.locator(tag).first();
  await element.scrollIntoViewIfNeeded();
  await page.waitForFunction((tag) => document.querySelector(tag).shadowRoot?.querySelector("figure"), tag);
  const picture = small(await element.screenshot({ animations: "disabled" }));
  writeFileSync(join(FOLDER, `${name}.png`), picture);
  console.log(`docs/pictures/${name}.png: ${picture.length} bytes`);
}
await browser.close();
await server.close();
