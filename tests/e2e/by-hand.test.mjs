// What `make bench` measures ours beside is still the same: pages by hand have our DOM and our words, and the check by hand
// refuses what ours refuses. Small documents, and no times.
import { after, before, test } from "node:test";
import { grid, inPage, map } from "../bench/beside.mjs";
import { compareResults } from "../bench/measures/laboratory.mjs";
import { pagesFor } from "../bench/measures/prerendered.mjs";
import { parsing } from "../bench/parse.mjs";
import { launch } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("the observer map by hand is ours, also filtered and with a mission open", () =>
  inPage(browser, "compare", { ...map(1_200), turns: 3 }));

test("the alliance grid by hand is ours, also on another day and sorted", () =>
  inPage(browser, "compare", { ...grid(70, 9), turns: 3 }));

test("the results chart by hand is ours, also updated and with an option open", () =>
  compareResults(browser, [7, 210]));

test("the article by hand says what the prerendered one says", () => {
  pagesFor();
});

test("the check by hand refuses what ours refuses", () =>
  parsing(browser, { length: 20_000, rounds: 0 }));
