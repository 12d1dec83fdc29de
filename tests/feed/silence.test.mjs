// When readers are told that what they see may be old: a minute after a request that had no good answer, whatever the waits are.
import assert from "node:assert/strict";
import { MINUTE, SECOND, at, feed, wait } from "./feed.mjs";
import { clock, connect, hide, json, never, said, scroll } from "./world.mjs";

const error = (status, headers) => () => new Response("", { status, headers });
const OLDER = "the answer is left out: it is older than what is on show";

/** Waits until the page asks again. */
async function untilAsked(page) {
  const before = page.requests.length;
  while (page.requests.length == before) await wait(SECOND / 2);
}

for (const [name, refresh, answer, message, isKept] of [
  ["one error that asks to wait for an hour", "10", error(503, { "retry-after": "3600" }), "HTTP 503", true],
  ["one error of a feed that asks once an hour", "3600", error(500), "HTTP 500"],
  ["a request that never ends", "3600", (_, signal) => never(signal), "no answer within 20 seconds"],
]) {
  feed(`readers are told a minute after ${name}`, at(30), async ({ widget, server, page }) => {
    const one = widget(refresh);
    await wait(0);
    server.answer = answer;
    await untilAsked(page);
    await wait(59 * SECOND);
    assert.equal(one.notice, undefined);
    await wait(1.5 * SECOND);
    assert.deepEqual([one.notice, one.drawn], [message, [at(30)]]);
    assert.equal(one.errors.length, 1, "once");
  }, isKept);
}

feed("an error that the next request mends is not told", at(30), async ({ widget, server, page }) => {
  const one = widget("30");
  for (let time = 0; time < 5; time++) {
    await wait(0);
    server.answer = error(500);
    await untilAsked(page);
    server.answer = at(30);
    await untilAsked(page);
  }
  await wait(10 * MINUTE);
  assert.deepEqual(one.errors, []);
});

for (const [name, pause, resume] of [
  ["the page is hidden", () => hide(true), () => hide(false)],
  ["the widget is scrolled away", (one) => scroll(one, false), (one) => scroll(one, true)],
]) {
  feed(`the minute stands still while ${name}`, at(30), async ({ widget, server, page }) => {
    const one = widget("10");
    await wait(0);
    server.answer = error(503, { "retry-after": "3600" });
    await untilAsked(page);
    await wait(20 * SECOND);
    pause(one);
    await wait(10 * MINUTE);
    assert.equal(one.notice, undefined);
    resume(one);
    await wait(39 * SECOND);
    assert.equal(one.notice, undefined);
    await wait(1.5 * SECOND);
    assert.equal(one.notice, "HTTP 503");
  }, true);
}

feed("a reader who gets nothing but older documents is told, and drawn none of them", at(30), async ({ widget, server, page }) => {
  const one = widget("10");
  await wait(0);
  server.answer = () => json(at(Math.floor(clock.now / MINUTE) % 30));
  await untilAsked(page);
  await wait(59 * SECOND);
  assert.equal(one.notice, undefined);
  await wait(1.5 * SECOND);
  assert.deepEqual([one.notice, one.drawn], [OLDER, [at(30)]]);
  const before = page.requests.length;
  await wait(MINUTE);
  assert.ok(page.requests.length - before >= 5, "the server answers, so the pace is the usual one");
  server.answer = at(30);
  await wait(15 * SECOND);
  assert.equal(one.notice, undefined, "what is on show is the newest again");
});

feed("a reader whom errors and older documents reach in turn is told", at(30), async ({ widget, server, page }) => {
  const one = widget("10");
  await wait(0);
  for (let time = 0; time < 8; time++) {
    server.answer = time % 2 ? error(500) : at(20);
    await untilAsked(page);
  }
  assert.ok(one.notice);
});

feed("an older document between answers that are up to date is left out, and readers are not told", at(30), async ({ widget, server, page }) => {
  const one = widget("10");
  await wait(0);
  for (let time = 0; time < 40; time++) {
    server.answer = time % 3 ? at(29) : at(30);
    await untilAsked(page);
  }
  assert.deepEqual([one.errors, one.drawn], [[], [at(30)]]);
  assert.deepEqual(said, [`election-widgets: ${page.requests[0].url}: ${OLDER}`]);
});

feed("a reader who is offline is told a minute after the feed would have asked", at(30), async ({ widget }) => {
  const one = widget("30");
  await wait(0);
  connect(false);
  await wait(92 * SECOND);
  assert.equal(one.notice, undefined);
  await wait(2 * SECOND);
  assert.equal(one.notice, "no answer (offline)");
});
