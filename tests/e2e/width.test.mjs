// A container has no width of its own: in a centred flex column, as many sites lay out an article, the widget was 0 px
// wide and eight screens tall.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, withBody } from "./browser.mjs";

const WIDGET = '<results-chart src="/data/made-up-parliament.json"></results-chart>';
const PARENTS = {
  "a column flex, centred": '<div style="display:flex;flex-direction:column;align-items:center">W</div>',
  "a column flex, at the start": '<div style="display:flex;flex-direction:column;align-items:flex-start">W</div>',
  "a row flex": '<div style="display:flex">W</div>',
  "a row flex beside a text": '<div style="display:flex"><p>text</p>W</div>',
  "a grid": '<div style="display:grid;grid-template-columns:auto">W</div>',
  "a grid that centres": '<div style="display:grid;place-items:center">W</div>',
  "a grid of two columns": '<div style="display:grid;grid-template-columns:auto auto"><p>text</p>W</div>',
  "a float": '<div style="float:left">W</div>',
  "an inline block": '<div style="display:inline-block">W</div>',
  "an absolute box": '<div style="position:relative"><div style="position:absolute">W</div></div>',
  "a table cell": "<table><tr><td>W</td></tr></table>",
  "a box that fits its content": '<div style="width:fit-content">W</div>',
  "a box of its content's width": '<div style="width:max-content">W</div>',
  "a dialog": "<dialog open><button>Close</button>W</dialog>",
  "two columns of equal width": `<div style="display:flex;gap:8px"><div style="flex:1">W</div><div style="flex:1">${WIDGET}</div></div>`,
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const size = () => {
  const { width } = document.querySelector("results-chart").getBoundingClientRect();
  return { width, scrolls: document.documentElement.scrollWidth > innerWidth };
};

for (const [name, parent] of Object.entries(PARENTS)) {
  test(`in ${name} a widget is as wide as a table would be, and no wider than the page`, async () => {
    const body = parent.replace("W", WIDGET);
    for (const [page, least] of [[1000, name.startsWith("two") ? 480 : 600], [320, 260]]) {
      if (page == 320 && name.startsWith("two")) continue;
      await withBody(browser, { body, viewport: { width: page, height: 800 } }, async (open) => {
        await open.waitForFunction(() => Boolean(document.querySelector("results-chart").shadowRoot?.querySelector("table")));
        const { width, scrolls } = await open.evaluate(size);
        assert.ok(width >= least && width <= page, `${width} px of ${page}`);
        assert.ok(!scrolls, `the page of ${page} px scrolls sideways`);
      });
    }
  });
}

test("a page may still give the element its own margins, padding and width", async () => {
  const body = `<style>results-chart { margin: 0 20px; padding: 0 10px; border: 1px solid }</style>${WIDGET}`;
  await withBody(browser, { body, viewport: { width: 500, height: 800 } }, async (page) => {
    await page.waitForFunction(() => Boolean(document.querySelector("results-chart").shadowRoot?.querySelector("table")));
    assert.equal((await page.evaluate(size)).scrolls, false);
    const fixed = await page.evaluate(() => {
      const widget = document.querySelector("results-chart");
      widget.style.width = "300px";
      return widget.clientWidth;
    });
    assert.equal(fixed, 320, "300 px and its padding");
  });
});
