// How long until the chart is on the screen, at the end of a slow line and with nothing cached: from the
// start of the navigation to the task after the frame that holds the chart.
import { CONTENDERS, chartPage } from "../contenders.mjs";
import { goal, inTurn, median } from "../figures.mjs";
import { serveFiles, withColdPage } from "../line.mjs";
import { results } from "../results.mjs";

/** One page at the end of the slow line: when its chart was there, and what it had requested by then. */
async function once(browser, { path, files }) {
  const server = await serveFiles(files);
  try {
    return await withColdPage(browser, { slow: true }, async (page, session) => {
      // Reported by the page itself: Playwright asks a page with a script of 330 kB, which a load would wait for.
      await session.send("Runtime.enable");
      await session.send("Runtime.addBinding", { name: "reportPainted" });
      const painted = new Promise((done, fail) => {
        const late = setTimeout(fail, 60_000, new Error(`no chart on ${path} after a minute`));
        session.once("Runtime.bindingCalled", ({ payload }) => (clearTimeout(late), done(Number(payload))));
      });
      await page.goto(server.url(path), { waitUntil: "commit" });
      return { painted: await painted, requests: server.taken() };
    });
  } finally {
    await server.close();
  }
}

/** How long each of the pages takes, a map of names to `{path, files}`; and all that was found, run by run. */
export async function timed(browser, pages, rounds) {
  // Once before it counts, so that everything is compressed.
  for (const one of pages.values()) await once(browser, one);
  const runs = await inTurn([...pages.keys()], rounds, (name) => once(browser, pages.get(name)));
  return { runs, times: Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, all.map(({ painted }) => painted)])) };
}

/** Ours with everything that it will request named in the head, so that all of it comes at once. */
async function preloaded(browser, text) {
  const plain = await chartPage("ours, by script", text);
  const { requests } = await once(browser, plain);
  const links = requests
    .filter(({ path }) => /^\/(?:election-widgets|locale)/.test(path))
    .map(({ path }) =>
      path.endsWith(".js") ? `<link rel="modulepreload" href="${path}">` : `<link rel="preload" as="fetch" href="${path}" crossorigin>`,
    );
  return chartPage("ours, by script", text, "", links.join(""));
}

export async function measureTimeToChart(browser, rounds) {
  const text = JSON.stringify(results(7));
  const pages = new Map();
  for (const name of Object.keys(CONTENDERS)) pages.set(name, await chartPage(name, text));
  pages.set("ours, preloaded", await preloaded(browser, text));
  const { times } = await timed(browser, pages, rounds);
  const middle = (name) => median(times[name]);
  const goals = [
    goal("time to chart by script, beside Chart.js", middle("ours, by script"), middle("Chart.js"), { most: 0.8 }),
    goal("the same with preload in the page's head", middle("ours, preloaded"), middle("Chart.js"), { most: 0.8 }),
  ];
  return { times, goals };
}
