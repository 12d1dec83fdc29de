// What `refresh` promises of requests, and of the pages that they serve.
import assert from "node:assert/strict";
import { MINUTE, SECOND, at, feed, wait } from "./feed.mjs";
import { clock, connect, hide, json, never, randomFrom, said, scroll } from "./world.mjs";

feed("ten widgets that come one after the other share one feed, and the page's first request", at(1), async ({ widget, asked }) => {
  const all = [];
  for (let index = 0; index < 10; index++) {
    all.push(widget());
    await wait(SECOND);
  }
  assert.equal(asked(), 1);
  await wait(100 * SECOND);
  assert.ok(asked() >= 9 && asked() <= 11, `${asked()} requests in 110 seconds`);
  for (const { drawn } of all) assert.deepEqual(drawn, [at(1)]);
});

feed("every widget shows each new document once, also one that comes later", at(1), async ({ widget, server, asked }) => {
  const [one, two] = [widget(), widget()];
  await wait(5 * SECOND);
  server.answer = at(2);
  await wait(12 * SECOND);
  const before = asked();
  const late = widget();
  await wait(0);
  assert.deepEqual([one.drawn, two.drawn, late.drawn], [[at(1), at(2)], [at(1), at(2)], [at(2)]]);
  assert.equal(asked(), before, "a late widget begins with the newest document, without a request");
});

feed("the server is asked whether the data changed, and the browser's cache does the rest", at(1), async ({ widget, page }) => {
  widget();
  await wait(30 * SECOND);
  assert.deepEqual([...new Set(page.requests.slice(1).map(({ cache }) => cache))], ["no-cache"]);
});

feed("requests of readers who came together drift apart, and are never sooner than `refresh` says", at(1), async ({ widget, page }) => {
  Math.random = randomFrom(1);
  widget();
  await wait(20 * MINUTE);
  const waits = page.requests.slice(1).map(({ at }, index) => at - page.requests[index].at);
  assert.ok(Math.min(...waits) >= 10 * SECOND && Math.max(...waits.slice(1)) <= 12 * SECOND);
  assert.ok(new Set(waits).size > waits.length / 2, "each wait is another one");
});

for (const [name, begin] of [
  ["draws the widget", (widget) => widget()],
  ["has the widget's picture", (widget) => widget("10", { prerendered: at(1) })],
  [
    "sets `refresh` once the widget is drawn",
    async (widget) => {
      const one = widget();
      one.removeAttribute("refresh");
      await wait(0);
      one.setAttribute("refresh", "10");
      return one;
    },
  ],
]) {
  feed(`readers whom an alert brings at one moment do not ask again together: a page that ${name}`, at(1), async ({ widget, page, asked }) => {
    const random = randomFrom(1);
    const times = [];
    for (let reader = 0; reader < 50; reader++) {
      Math.random = random;
      const [came, before] = [clock.now, asked()];
      const one = await begin(widget);
      await wait(21 * SECOND);
      times.push(page.requests[before + 1].at - came);
      one.remove();
    }
    for (let second = 10; second < 20; second++) {
      const together = times.filter((time) => Math.floor(time / SECOND) == second).length;
      assert.ok(together > 0 && together <= 15, `${together} of 50 readers within a second`);
    }
  });
}

feed("an older count never replaces a newer one, and the console is told once", at(30), async ({ widget, server }) => {
  const one = widget();
  await wait(0);
  server.answer = at(29);
  await wait(MINUTE);
  assert.deepEqual([one.drawn, one.notice], [[at(30)], undefined]);
  assert.deepEqual(said.length, 1);
  assert.match(said[0], /results\.json: the answer is left out: it is older/);
  server.answer = at(31);
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [at(30), at(31)]);
});

feed("an older document at `src` is not drawn over a prerendered picture; a newer one is, at once", at(29), async ({ widget, server, asked }) => {
  const one = widget("10", { prerendered: at(30) });
  await wait(0);
  assert.deepEqual([one.drawn, asked()], [[at(30)], 1]);
  server.answer = at(31);
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [at(30), at(31)]);
});

feed("the newest picture of a page is in all its widgets", () => never(), async ({ widget }) => {
  const one = widget("10", { prerendered: at(20) });
  await wait(0);
  const two = widget("10", { prerendered: at(30) });
  const three = widget("10", { prerendered: at(25) });
  await wait(0);
  assert.deepEqual([one.shown, two.shown, three.shown], [at(30), at(30), at(30)]);
});

feed("the documents that tables become are ordered, too", "minute\n30\n", async ({ widget, server, page }) => {
  page.load = async () => ({ readTable: async (files, element, tag, text) => at(text.split("\n")[1]) });
  const one = widget();
  one.setAttribute("src", "/results.csv");
  for (const minute of [29, 31, 28]) {
    await wait(15 * SECOND);
    server.answer = `minute\n${minute}\n`;
  }
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [at(30), at(31)]);
});

feed("data that the page sets and another address are drawn as they are", (url) => json(url.endsWith("other.json") ? at(5) : at(30)), async ({ widget, asked }) => {
  const one = widget();
  await wait(0);
  one.data = at(10);
  const before = asked();
  await wait(MINUTE);
  assert.deepEqual([one.drawn, asked()], [[at(30), at(10)], before]);
  one.data = undefined;
  await wait(0);
  assert.equal(one.shown, at(30));
  one.setAttribute("src", "/other.json");
  await wait(30 * SECOND);
  assert.equal(one.shown, at(5));
});

feed("setting `src` to its value asks at once, and older data is not drawn", at(30), async ({ widget, server, asked }) => {
  const one = widget("3600");
  await wait(0);
  for (const [answer, shown] of [[at(29), at(30)], [at(31), at(31)]]) {
    server.answer = answer;
    const before = asked();
    one.setAttribute("src", one.getAttribute("src"));
    await wait(0);
    assert.deepEqual([asked(), one.shown], [before + 1, shown]);
  }
  assert.equal(one.drawn.includes(at(29)), false);
});

feed("an address that is gone is asked once more, and readers and console are told", at(30), async ({ widget, server, asked }) => {
  const one = widget("5");
  await wait(0);
  server.answer = () => new Response("", { status: 410 });
  const told = { path: "", message: "HTTP 410: the address has no more data, so it is not requested again" };
  await wait(5.6 * SECOND);
  assert.deepEqual([asked(), one.notice], [2, told.message], "at once");
  for (const time of [60 * MINUTE, MINUTE]) {
    await wait(time);
    assert.deepEqual([asked(), one.notice, one.errors, one.drawn], [2, told.message, [told], [at(30)]]);
    hide(true);
    hide(false);
  }
});

feed("a final count is asked for every five minutes, a certified one never again", at(30, {}, "final"), async ({ widget, server, asked }) => {
  const one = widget("5");
  await wait(60 * MINUTE);
  assert.ok(asked() >= 10 && asked() <= 13, `${asked()} requests in an hour`);
  server.answer = at(31, {}, "certified");
  await wait(7 * MINUTE);
  assert.equal(one.shown, at(31, {}, "certified"));
  assert.match(said.at(-1), /certified, so the data is not requested again/);
  const before = asked();
  hide(true);
  hide(false);
  await wait(60 * MINUTE);
  assert.equal(asked(), before);
});

feed("a corrected certified count is drawn once the page sets `src` again", at(30, {}, "certified"), async ({ widget, server, asked }) => {
  const one = widget("5");
  await wait(0);
  server.answer = at(31, {}, "certified");
  await wait(60 * MINUTE);
  assert.deepEqual([asked(), one.shown], [1, at(30, {}, "certified")]);
  one.setAttribute("src", one.getAttribute("src"));
  await wait(0);
  assert.equal(one.shown, at(31, {}, "certified"));
});

feed("a certified rehearsal goes on to the real count", at(30, { test: true }, "certified"), async ({ widget, server }) => {
  const one = widget("5");
  await wait(MINUTE);
  server.answer = at(1);
  await wait(10 * SECOND);
  assert.equal(one.shown, at(1));
});

for (const [name, pause, resume] of [
  ["hidden", () => hide(true), () => hide(false)],
  ["offline", () => connect(false), () => connect(true)],
  ["scrolled away", (one) => scroll(one, false), (one) => scroll(one, true)],
]) {
  feed(`nothing is asked while the widget is ${name}; on return it is asked at once`, at(30), async ({ widget, server, asked }) => {
    const one = widget();
    await wait(11 * SECOND);
    const before = asked();
    pause(one);
    await wait(60 * MINUTE);
    assert.equal(asked(), before);
    server.answer = at(31);
    resume(one);
    await wait(0);
    await wait(5 * SECOND);
    assert.deepEqual([asked(), one.shown], [before + 1, at(31)]);
  });
}

feed("a reader who looks away and back asks no sooner than `refresh` says", at(30), async ({ widget, asked }) => {
  widget("30");
  for (let index = 0; index < 20; index++) {
    hide(true);
    await wait(SECOND);
    hide(false);
  }
  assert.equal(asked(), 1);
});

feed("a reader who is offline is told that the data is old", at(30), async ({ widget }) => {
  const one = widget();
  await wait(0);
  connect(false);
  await wait(3 * MINUTE);
  assert.equal(one.notice, "no answer (offline)");
});

feed("a connection that comes and goes asks no more often than every five seconds", at(30), async ({ widget, asked }) => {
  widget("5");
  await wait(0);
  for (let second = 0; second < 60; second++) {
    connect(false);
    connect(true);
    await wait(SECOND / 2);
    connect(false);
    await wait(SECOND / 2);
  }
  assert.ok(asked() <= 13, `${asked()} requests in a minute`);
});

feed("`refresh` set later starts, set again changes the pace, removed stops", at(30), async ({ widget, asked }) => {
  const one = widget(undefined);
  one.removeAttribute("refresh");
  await wait(5 * MINUTE);
  assert.equal(asked(), 1);
  one.setAttribute("refresh", "60");
  await wait(5 * MINUTE);
  assert.ok(asked() >= 5 && asked() <= 7, `${asked()}`);
  one.setAttribute("refresh", "5");
  const before = asked();
  await wait(5.9 * SECOND);
  assert.ok(asked() > before, "the new pace holds at once");
  one.removeAttribute("refresh");
  const last = asked();
  await wait(5 * MINUTE);
  assert.equal(asked(), last);
});

for (const refresh of ["30s", "Infinity", "2592000", "-1", "", "0", "1e9", "NaN"]) {
  feed(`refresh="${refresh}" is refused by name, and asks nothing`, at(30), async ({ widget, asked }) => {
    const one = widget(refresh);
    await wait(60 * MINUTE);
    assert.equal(asked(), 1);
    assert.deepEqual(one.drawn, [at(30)]);
    const message = `expected a number of seconds from 5 to 86400, such as refresh="30", found "${refresh}": the data is not requested again`;
    assert.deepEqual(one.errors, [{ path: "refresh", message }]);
    one.setAttribute("refresh", "10");
    await wait(MINUTE);
    assert.ok(asked() > 4);
  });
}

feed("the longest `refresh` is a day, and waits for a day", at(30), async ({ widget, asked }) => {
  widget("86400");
  await wait(24 * 60 * MINUTE - SECOND);
  assert.equal(asked(), 1);
  await wait(5 * 60 * MINUTE);
  assert.equal(asked(), 2);
});
