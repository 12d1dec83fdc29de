// What a feed makes of what servers and caches answer: which documents are drawn, which are left out, and what is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { editionOf, withNewest } from "../../www/feed-rules.js";
import { MINUTE, SECOND, at, count, feed, wait } from "./feed.mjs";
import { clock, connect, hide, json, never, said, scroll } from "./world.mjs";

const ORDERED = [
  ["a number goes before a time", at(30, { sequence: 4 }), at(20, { sequence: 5 }), true],
  ["a lower number is older", at(30, { sequence: 4 }), at(40, { sequence: 3 }), false],
  ["a number in one of two says nothing", at(30, { sequence: 4 }), at(31), true],
  ["equal times and another text are drawn", at(30), at(30, { title: "B" }), true],
  ["a time is compared in its own zone", count("2030-05-12T21:30+06:00"), count("2030-05-12T15:31Z"), true],
  ["so is an earlier one", count("2030-05-12T21:30+06:00"), count("2030-05-12T15:29Z"), false],
  ["an earlier day is older", count("2030-05-13"), count("2030-05-12T23:00+06:00"), false],
  ["a day is not older than an hour of it", count("2030-05-12T21:30+06:00"), count("2030-05-12"), true],
  ["nor is a month", count("2030-05-12"), count("2030-05"), true],
  ["a document without counts has its own date", JSON.stringify({ asOf: "2030-05-12" }), JSON.stringify({ asOf: "2030-05-11" }), false],
  ["a number that is a text says nothing", at(30, { sequence: "9" }), at(31, { sequence: "8" }), true],
  ["a number beyond those that JavaScript tells apart still grows", at(30, { sequence: 2 ** 53 - 2 }), at(29, { sequence: 2 ** 53 - 1 }), true],
  ["the hour that comes twice, when clocks go back, is told by its zone", count("2030-10-27T02:30+02:00"), count("2030-10-27T02:10+01:00"), true],
  ["so it is in the other order", count("2030-10-27T02:10+01:00"), count("2030-10-27T02:30+02:00"), false],
  ["a leap second has its place", count("2030-06-30T23:59:60Z"), count("2030-06-30T23:58Z"), false],
  ["and what follows it is newer", count("2030-06-30T23:59:60Z"), count("2030-07-01T00:00Z"), true],
  ["the year 0000 is a year", count("0000-05-12T21:30Z"), count("0000-05-12T21:29Z"), false],
  ["fewer options are no older document", at(30, { options: Array(40).fill({}) }), at(31, { options: [] }), true],
  ["a rehearsal gives way to an older real count", at(30, { test: true, sequence: 9 }), at(20, { sequence: 1 }), true],
  ["a real count never gives way to a rehearsal", at(30, { sequence: 1 }), at(40, { test: true, sequence: 9 }), false],
];
for (const [name, first, second, isDrawn] of ORDERED) {
  feed(`order: ${name}`, first, async ({ widget, server }) => {
    const one = widget();
    await wait(0);
    server.answer = second;
    await wait(30 * SECOND);
    assert.deepEqual(one.drawn, isDrawn ? [first, second] : [first]);
  });
}

const BETWEEN = [
  ["a time, a day, a stale time", [count("2030-05-12T21:30+06:00"), count("2030-05-12"), count("2030-05-12T21:00+06:00")]],
  ["a time, no date at all, a stale time", [at(30), "{}", at(29)]],
  ["a number, none, a stale number", [at(30, { sequence: 5 }), at(31), at(32, { sequence: 4 })]],
  ["a number, neither number nor time, a stale number", [at(30, { sequence: 5 }), count("2030-05"), at(32, { sequence: 4 })]],
  ["a time, a correction to an earlier one by its number, an unnumbered one between both", [at(30, { sequence: 1 }), at(20, { sequence: 2 }), at(25)]],
  ["a day, an hour of it, a stale hour", [count("2030-05-12"), at(30), at(29)]],
  ["a day, the next one, an hour of the first", [count("2030-05-12"), count("2030-05-13"), at(30)]],
];
for (const [name, [first, second, stale]] of BETWEEN) {
  feed(`order: after a document that can't be ordered, nothing older than what was shown before it is drawn: ${name}`, first, async ({ widget, server }) => {
    const one = widget();
    for (const answer of [second, stale, second]) {
      await wait(15 * SECOND);
      server.answer = answer;
    }
    await wait(15 * SECOND);
    assert.deepEqual(one.drawn, [first, second]);
  });
  feed(`order: nor once the page has shown data of its own meanwhile: ${name}`, first, async ({ widget, server }) => {
    const one = widget();
    await wait(15 * SECOND);
    server.answer = second;
    await wait(15 * SECOND);
    one.data = at(1, { own: true });
    await wait(0);
    server.answer = stale;
    one.data = undefined;
    await wait(15 * SECOND);
    assert.equal(one.drawn.includes(stale), false);
    assert.equal(one.shown, second);
  });
}

feed("order: documents of one number are ordered by their times since it, also after a correction to an earlier time", at(30, { sequence: 1 }), async ({ widget, server }) => {
  const one = widget();
  const all = [at(20, { sequence: 2 }), at(25, { sequence: 2 }), at(22, { sequence: 2 })];
  for (const answer of all) {
    await wait(15 * SECOND);
    server.answer = answer;
  }
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [at(30, { sequence: 1 }), ...all.slice(0, 2)]);
});

test("a page that stays open for weeks compares a document with the last thousand", () => {
  let past = [];
  for (let sequence = 1; sequence <= 1500; sequence++) past = withNewest(past, editionOf(at(30, { sequence })).edition);
  assert.deepEqual([past.length, past[0].sequence, past.at(-1).sequence], [1000, 501, 1500]);
});

// Answers with the date by which the server sends them.
const sent = (text, time = clock.now) => () => json(text, { date: new Date(time).toUTCString() });
const now = (more) => count(new Date(clock.now).toISOString(), more);
const WRONG_YEAR = count("2930-05-12T21:30+06:00");

feed("a date that is still to come does not keep the corrected document away", sent(WRONG_YEAR), async ({ widget, server }) => {
  const one = widget();
  await wait(0);
  const right = now();
  server.answer = sent(right);
  await wait(15 * SECOND);
  server.answer = sent(WRONG_YEAR);
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [WRONG_YEAR, right], "nor does it come back from a cache");
  assert.match(said.at(-1), /the answer is left out: it is older/);
});

feed("a reader whose clock is years behind, and an old cache, see no date that is still to come", () => sent(now())(), async ({ widget, server }) => {
  const one = widget();
  await wait(0);
  const [first] = one.drawn;
  clock.skew = -5 * 365 * 24 * 60 * MINUTE;
  await wait(15 * SECOND);
  assert.notEqual(one.shown, first);
  const { shown } = one;
  clock.skew = 0;
  const old = clock.now - 3 * 24 * 60 * MINUTE;
  server.answer = sent(count(new Date(old).toISOString()), old);
  await wait(15 * SECOND);
  assert.equal(one.shown, shown, "what an old cache sends is older");
});

feed("a widget of another kind, which can't draw the document, does not let older ones in", at(30), async ({ widget, server }) => {
  const other = widget("10", { isGood: () => false });
  const one = widget();
  await wait(0);
  for (const minute of [40, 35, 36]) {
    server.answer = at(minute);
    await wait(15 * SECOND);
  }
  assert.deepEqual([one.drawn, other.drawn], [[at(30), at(40)], []]);
});

feed("rehearsals that come again after the real count are left out, each time", at(30, { test: true }), async ({ widget, server }) => {
  const one = widget();
  for (const answer of [at(1), at(40, { test: true }), at(2), at(41, { test: true, sequence: 9 }, "certified")]) {
    await wait(15 * SECOND);
    server.answer = answer;
  }
  await wait(15 * SECOND);
  assert.deepEqual(one.drawn, [at(30, { test: true }), at(1), at(2)]);
});

for (const [name, skew] of [["back by a day", -24 * 60 * MINUTE], ["forward by a day", 24 * 60 * MINUTE]]) {
  feed(`a clock that is set ${name} changes no wait, and silence is told as before`, at(30), async ({ widget, server, asked, page }) => {
    const one = widget();
    await wait(15 * SECOND);
    clock.skew = skew;
    const before = asked();
    scroll(one, false);
    scroll(one, true);
    await wait(61 * SECOND);
    assert.ok(asked() - before >= 5 && asked() - before <= 7, `${asked() - before} requests in a minute`);
    clock.skew *= 2;
    server.answer = () => new Response("", { status: 500 });
    await wait(25 * SECOND);
    await wait(3 * MINUTE);
    assert.equal(one.notice, "HTTP 500");
    const waits = page.requests.map(({ at }, index, all) => at - (all[index - 1]?.at ?? at));
    assert.ok(Math.max(...waits) <= 3 * MINUTE, `${waits}`);
  });
}

const GOOD = (text) => !text.includes('"bad"');

feed("a document that can't be drawn does not keep an earlier good one away", at(30, { sequence: 1 }), async ({ widget, server }) => {
  const one = widget("10", { isGood: GOOD });
  await wait(0);
  server.answer = at(40, { bad: 1, sequence: 3 }, "certified");
  await wait(15 * SECOND);
  assert.equal(one.notice, "not a document");
  server.answer = at(35, { sequence: 2 });
  await wait(15 * SECOND);
  assert.deepEqual([one.drawn, one.notice], [[at(30, { sequence: 1 }), at(35, { sequence: 2 })], undefined]);
});

for (const [name, answer, message] of [
  ["a server that never answers", (_, signal) => never(signal), /no answer within 20 seconds/],
  ["a server with errors", () => new Response("", { status: 500 }), /HTTP 500/],
  ["an HTML page in place of data", "<p>Sign in</p>", /found a web page/],
  ["a file that is cut", '{"counts": [', /not JSON/],
  ["an empty answer", "", /not JSON/],
  ["an answer without content", () => new Response(null, { status: 204 }), /not JSON/],
  ["a part of a file", () => new Response('{"counts": [', { status: 206 }), /not JSON/],
  ["a server that says that nothing changed, though nobody asked", () => new Response(null, { status: 304 }), /HTTP 304/],
  ["a redirect that leads to itself", () => Promise.reject(new TypeError("Failed to fetch")), /no answer \(offline, blocked or a wrong address\)/],
  ["an answer that breaks off, or is not the gzip that it says", () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("net::ERR_CONTENT_DECODING_FAILED")) })), /^the answer broke off, or is not compressed as it says$/],
  ["a file in UTF-16", () => new Response(new Uint16Array([...at(31)].map((one) => one.charCodeAt()))), /not JSON/],
  ["a file that nests a hundred thousand lists", `{"a": ${"[".repeat(1e5)}${"]".repeat(1e5)}}`, /^nested deeper than 32 levels$/],
  ["a file that says that it has 6 MB", () => json(at(31), { "content-length": "6000000" }), /^expected at most 5 MB of JSON, found 6.0 MB$/],
]) {
  feed(`${name} is asked less and less often, and readers are told after a minute; the picture stays`, at(30), async ({ widget, server, page }) => {
    const one = widget("5");
    await wait(0);
    server.answer = answer;
    // The first request that fails is sent after five seconds and a half.
    await wait(65 * SECOND);
    assert.equal(one.notice, undefined);
    await wait(SECOND);
    assert.match(one.notice, message);
    await wait(60 * MINUTE);
    const waits = page.requests.slice(1).map(({ at }, index) => at - page.requests[index].at);
    assert.ok(waits.at(-1) >= 5 * MINUTE && waits.at(-1) <= 6 * MINUTE + 20 * SECOND, `${waits}`);
    assert.deepEqual(one.drawn, [at(30)]);
    server.answer = at(30);
    await wait(7 * MINUTE);
    assert.equal(one.notice, undefined);
  });
}

feed("marks of UTF-8 (BOM) before the document change nothing, however many tools wrote one", at(30), async ({ widget, server }) => {
  const one = widget();
  await wait(0);
  server.answer = "\ufeff".repeat(4) + at(31);
  await wait(15 * SECOND);
  assert.equal(one.shown.trim(), at(31));
});

feed("a first request that fails is tried again, and drawn", () => new Response("", { status: 503 }), async ({ widget, server }) => {
  const one = widget();
  await wait(0);
  server.answer = at(30);
  await wait(30 * SECOND);
  assert.deepEqual([one.drawn, one.notice], [[at(30)], undefined]);
});

for (const [status, retry] of [[429, () => "120"], [503, () => new Date(clock.now + 120 * SECOND).toUTCString()]]) {
  feed(`Retry-After of ${status} is obeyed, also when the reader comes back`, at(30), async ({ widget, server, asked }) => {
    widget("5");
    await wait(0);
    server.answer = () => new Response("", { status, headers: { "retry-after": retry() } });
    await wait(7 * SECOND);
    assert.equal(asked(), 2);
    hide(true);
    hide(false);
    connect(true);
    await wait(112 * SECOND);
    assert.equal(asked(), 2);
    await wait(40 * SECOND);
    assert.equal(asked(), 3);
  }, true);
}

feed("`src` set again asks no sooner than Retry-After says", at(30), async ({ widget, server, asked, page }) => {
  const one = widget("5");
  await wait(0);
  server.answer = () => new Response("", { status: 503, headers: { "retry-after": "120" } });
  await wait(7 * SECOND);
  for (let time = 0; time < 10; time++) {
    one.setAttribute("src", one.getAttribute("src"));
    await wait(10 * SECOND);
  }
  assert.deepEqual([asked(), one.shown], [2, at(30)]);
  await wait(MINUTE);
  assert.equal(asked(), 3);
}, true);

// What a server may ask for, and the seconds until the next request: a refused one is at least `refresh` away, and at most a day.
for (const [text, least, most] of [
  ["Thu, 01 Jan 1970 00:00:00 GMT", 5, 6],
  ["0", 5, 6],
  ["-60", 5, 6],
  ["soon", 5, 6],
  ["1e9", 5, 6],
  ["60, 120", 60, 72],
  [" 60 ", 60, 72],
  ["1000000000", 86_400, 1.2 * 86_400],
  ["Fri, 31 Dec 2900 23:59:59 GMT", 86_400, 1.2 * 86_400],
]) {
  feed(`Retry-After: ${text} is a wait of ${least} seconds`, at(30), async ({ widget, server, page }) => {
    widget("5");
    await wait(0);
    server.answer = () => new Response("", { status: 503, headers: { "retry-after": text } });
    await wait(2.5 * 86_400 * SECOND);
    const seconds = (page.requests[2].at - page.requests[1].at) / SECOND;
    assert.ok(seconds >= least && seconds <= most, `${seconds}`);
  }, least > 5);
}

feed("an address that was gone is asked again once the page sets it again", at(30), async ({ widget, server }) => {
  const one = widget("5");
  await wait(0);
  server.answer = () => new Response("", { status: 410 });
  await wait(MINUTE);
  server.answer = at(31);
  await wait(MINUTE);
  assert.equal(one.shown, at(30));
  one.setAttribute("src", one.getAttribute("src"));
  await wait(0);
  assert.deepEqual([one.shown, one.notice], [at(31), undefined]);
});
