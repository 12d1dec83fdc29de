// Tests of the feed, each in the smallest page that shows its promise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeElement, clock, json, openPage, runUntil } from "./world.mjs";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const wait = (time) => runUntil(clock.now + time);

export const count = (asOf, more = {}, status = "partial") => JSON.stringify({ ...more, counts: [{ id: "a", asOf, status }] });
export const at = (minute, more, status) => count(`2030-05-12T21:${String(minute).padStart(2, "0")}+06:00`, more, status);

let pages = 0;

/** Runs `use` in a page whose server answers with what `server.answer` is by then. */
export const feed = (name, answer, use, isKept = false) =>
  test(name, async () => {
    clock.now += 24 * 60 * MINUTE;
    const server = { answer };
    const page = openPage((url, signal) => {
      const { answer } = server;
      return typeof answer == "function" ? answer(url, signal) : json(answer);
    });
    const src = `/${++pages}/results.json`;
    const { random } = Math;
    // Each wait is a little longer than `refresh`.
    Math.random = () => 0.1;
    const widget = (refresh = "10", options) => new FakeElement(page, { src, refresh }, options);
    try {
      await use({ server, page, widget, asked: () => page.requests.length });
    } finally {
      Math.random = random;
      for (const element of page.elements) element.remove();
    }
    assert.equal(page.responses.has(`https://news.example${src}`), isKept, "nothing is kept once all have left");
    const before = page.requests.length;
    await wait(60 * MINUTE);
    assert.equal(page.requests.length, before, "nothing is asked once all have left");
  });
