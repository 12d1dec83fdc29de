// Ballots with very many options.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { html, launch, told, withPage } from "./browser.mjs";
import { serve } from "./server.mjs";

/** A made-up document with so many options, each with fewer votes than the one before. */
function many(count) {
  const ids = Array.from({ length: count }, (_, place) => `o${place}`);
  return {
    title: "Many options (made up for tests)",
    contest: { office: "Council" },
    options: ids.map((id) => ({ id, kind: "candidate", name: `Candidate ${id}` })),
    counts: [
      {
        id: "final",
        status: "final",
        asOf: "2024",
        source: "s",
        results: Object.fromEntries(ids.map((id, place) => [id, { votes: count - place }])),
      },
    ],
    sources: [{ id: "s", title: "S", publisher: "P", date: "2024" }],
  };
}

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ routes: { "/page": html("<results-chart></results-chart>") } })]);
});
after(() => Promise.all([browser.close(), server.close()]));

for (const count of [1_000, 10_000]) {
  test(`${count} options are all there, in order, and can be updated`, () =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.url("/page"));
      const show = (data) => page.$eval("results-chart", (element, data) => void (element.data = data), data);
      const data = many(count);
      await show(data);
      await told(page, "widget-ready");
      const names = () =>
        page.$eval("results-chart", ({ shadowRoot }) => {
          const rows = [...shadowRoot.querySelectorAll("tr[data-key]")];
          return [rows.length, rows[0].dataset.key, rows.at(-1).dataset.key];
        });
      assert.deepEqual(await names(), [count, "o0", `o${count - 1}`]);
      data.counts[0].results[`o${count - 1}`].votes = 2 * count;
      await show(data);
      await told(page, "widget-update");
      assert.deepEqual(await names(), [count, `o${count - 1}`, `o${count - 2}`]);
    }));
}
