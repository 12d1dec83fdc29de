// A container has no width of its own, in any browser: see width.test.mjs for all the boxes that shrink.
import assert from "node:assert/strict";

/** Puts the widget's parent into a style (a policy allows that of a script) and gives the widget's width. */
const widthIn = (style) => {
  const parent = document.querySelector("#parent");
  parent.removeAttribute("style");
  for (const [name, value] of Object.entries(style)) parent.style.setProperty(name, value);
  return parent.firstElementChild.getBoundingClientRect().width;
};

const BOXES = {
  "a centred column flex": { display: "flex", "flex-direction": "column", "align-items": "center" },
  "a row flex": { display: "flex" },
  "a grid that centres": { display: "grid", "place-items": "center" },
  "a float": { float: "left" },
  "a box that fits its content": { width: "fit-content" },
};

export const WIDE = [
  {
    name: "in boxes that shrink to what they hold a widget is as wide as a table would be",
    body: '<div id=parent><results-chart src="/data/made-up-parliament.json"></results-chart></div>',
    async act(page) {
      await page.waitFor(() => Boolean(document.querySelector("results-chart").shadowRoot?.querySelector("table")));
      for (const [box, style] of Object.entries(BOXES)) {
        const width = await page.evaluate(widthIn, style);
        assert.ok(width > 500, `${width} px in ${box}`);
      }
    },
  },
];
