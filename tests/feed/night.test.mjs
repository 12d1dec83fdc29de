// Simulated election nights of eight hours: the feed script as it is, a virtual clock, caches that lag, and random faults.
// What is on show is always a document that was published, never older than one shown before, with its date; and once the
// faults end it is the newest. `FEED_NIGHTS=5000` simulates more, `FEED_SEED=7` one again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeElement, clock, connect, hide, json, never, openPage, randomFrom, runUntil, scroll } from "./world.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CALM = HOUR;
const NIGHTS = Number(process.env.FEED_NIGHTS ?? 200);
const SEEDS = process.env.FEED_SEED ? [Number(process.env.FEED_SEED)] : Array.from({ length: NIGHTS }, (_, index) => index + 1);
const URL_OF_NIGHT = "https://news.example/night.json";
// The longest time from the last good answer until readers are told: a minute, the wait before the request that fails,
// its timeout, and a request that the wait began before.
const LONGEST_SILENCE = MINUTE + 2 * (6 * MINUTE + 20 * SECOND);

/** The documents of a night in the order of their publication: a rehearsal, counts, corrections, the certified count. */
function publish(start, random) {
  const isNumbered = random() < 0.5;
  const hasRehearsal = random() < 0.5;
  const isCertified = random() < 0.5;
  const all = [];
  const add = (minute, status, more) => {
    const index = all.length;
    // The time and number of a rehearsal, and the number of a document that can't be drawn, go beyond all that is real.
    const ahead = more?.test ? 1000 : 0;
    // A number orders editions of one time; without it each edition has its own.
    const time = start + (ahead + (isNumbered ? Math.floor(minute / 60) * 60 : minute)) * MINUTE;
    const asOf = new Date(time + 6 * HOUR).toISOString().slice(0, 16) + "+06:00";
    const sequence = index + 1 + (more?.isBad ? 2 * ahead + 500 : ahead);
    const text = JSON.stringify({ ...(isNumbered && { sequence }), ...more, votes: Math.floor(random() * 1e6), counts: [{ asOf, status }] });
    all.push({ at: start + minute * MINUTE, text, isBad: !!more?.isBad, isLast: status == "certified" && !more?.test });
  };
  let minute = 0;
  add(0, "scheduled", hasRehearsal && { test: true });
  while ((minute += 1 + Math.floor(random() * 30)) < 7 * 60) {
    const isTest = hasRehearsal && minute < 60;
    const status = isTest ? (random() < 0.3 ? "certified" : "final") : minute > 6 * 60 ? "final" : "partial";
    const isBad = random() < 0.05;
    add(minute, status, { ...(isTest && { test: true }), ...(isBad && { isBad }) });
  }
  add(7 * 60, isCertified ? "certified" : "final");
  return all;
}

const isFollowing = (one) => one.data == null && one.getAttribute("refresh") != "30s";

/** A night: its documents, and the answers of a server whose caches lag and fail until the last hour. */
class Night {
  constructor(seed) {
    Object.assign(this, { seed, random: randomFrom(seed), start: (clock.now = Math.ceil((clock.now + 1) / HOUR) * HOUR) });
    Object.assign(this, { end: this.start + 8 * HOUR, editions: publish(this.start, this.random), faults: this.random() * 0.5, shown: new Map() });
    this.order = new Map(this.editions.map(({ text }, index) => [text, index]));
    this.lags = Array.from({ length: 4 }, () => this.random() * 20 * MINUTE);
    this.goodAt = this.fedAt = this.start;
    this.page = openPage((url, signal) => this.answer(signal));
    this.page.onDraw = (element, text) => this.note(() => this.check(element, text));
    this.page.onRequest = (url, cache) => this.note(() => this.checkRequest(cache));
  }

  // Keeps the first failure, which would be lost among the promises of the feed.
  note(check) {
    try {
      check();
    } catch (failure) {
      this.failure ??= failure;
    }
  }

  get isCalm() {
    return clock.now >= this.end - CALM;
  }
  newestAt(time) {
    return this.editions.findLastIndex(({ at }) => at <= time);
  }
  pick = (list) => list[Math.floor(this.random() * list.length)];

  async answer(signal) {
    // The page's own request has no end of its own.
    if (signal) this.underWay.add(signal);
    try {
      if (!navigator.onLine) throw new TypeError("Failed to fetch");
      const isFault = !this.isCalm && this.random() < this.faults;
      if (!isFault) return this.good(signal);
      const fault = this.pick(["500", "404", "429", "503", "cut", "html", "never", "lost", "slow", "empty"]);
      if (fault == "never") return await never(signal);
      if (fault == "lost") throw new TypeError("Failed to fetch");
      if (fault == "slow") return await this.slow(signal);
      if (fault == "html") return new Response("<!doctype html><title>Sign in</title>");
      if (fault == "empty") return new Response("");
      if (fault == "cut") return new Response(this.editions[this.newestAt(clock.now)].text.slice(0, -5));
      const seconds = Math.floor(this.random() * 200);
      const isAsked = fault == "429" || fault == "503";
      if (isAsked && signal) this.notBefore = clock.now + seconds * SECOND;
      return new Response("", { status: Number(fault), headers: isAsked ? { "retry-after": String(seconds) } : {} });
    } finally {
      this.underWay.delete(signal);
    }
  }

  // The document of one of the caches.
  good(signal, isInTime = true) {
    const newest = this.newestAt(clock.now);
    const index = this.isCalm ? newest : this.newestAt(Math.max(this.start, clock.now - this.pick(this.lags)));
    if (isInTime) this.goodAt = clock.now;
    // A feed that has failed waits for an answer of its own: a page's first request may be answered by the browser's cache.
    if (isInTime && signal) this.fedAt = clock.now;
    return json(this.editions[index].text);
  }

  async slow(signal) {
    const aborted = never(signal);
    const time = this.random() * 25 * SECOND;
    await Promise.race([aborted, new Promise((done) => setTimeout(done, time))]);
    return this.good(signal, time < 20 * SECOND);
  }

  underWay = new Set();
  notBefore = 0;

  // The page's own first request goes out in any case.
  checkRequest(cache) {
    if (cache != "no-cache") return;
    const inView = this.page.elements.some((one) => one.isConnected && one.inView && isFollowing(one));
    assert.ok(inView && !document.hidden && navigator.onLine, "nothing is asked that nobody sees");
    // A timer counts whole milliseconds, so it may end within one before its time.
    assert.ok(clock.now > this.notBefore - 1, "Retry-After is obeyed");
    assert.ok([...this.underWay].every(({ aborted }) => aborted), "one request at a time");
  }

  check(element, text) {
    const index = this.order.get(text);
    if (element.data === text) return;
    assert.ok(index != null && this.editions[index].at <= clock.now, "what is on show was published");
    assert.equal(this.editions[index].isBad, false);
    assert.ok(index >= (this.shown.get(element) ?? 0), `edition ${index} after ${this.shown.get(element)}`);
    this.shown.set(element, index);
    assert.match(JSON.parse(text).counts.at(-1).asOf, /T/, "what is on show has its date");
  }

  add() {
    const newest = this.newestAt(clock.now);
    const picture = this.random() < 0.5 && this.editions[Math.floor(this.random() * (newest + 1))];
    const prerendered = picture && !picture.isBad ? picture.text : undefined;
    const refresh = String(this.pick([5, 20, 30, 60]));
    const isGood = (text) => !JSON.parse(text).isBad;
    this.lookedAt = clock.now;
    return new FakeElement(this.page, { src: URL_OF_NIGHT, refresh }, { prerendered, isGood });
  }

  // What readers and the page's scripts do meanwhile.
  event() {
    const live = this.page.elements.filter(({ isConnected }) => isConnected);
    const one = this.pick(live);
    const act = this.pick(["add", "remove", "hide", "show", "away", "back", "offline", "online", "src", "pace", "data", "no data"]);
    if (act == "add" && live.length < 4) this.add();
    else if (act == "remove" && live.length > 1) one.remove();
    else if (act == "hide" || act == "show") hide(act == "hide");
    else if (act == "offline" || act == "online") connect(act == "online");
    else if (act == "away" || act == "back") scroll(one, act == "back");
    else if (act == "src" && this.mayAsk(one)) one.setAttribute("src", URL_OF_NIGHT);
    else if (act == "pace") one.setAttribute("refresh", this.pick(["5", "30s", "30", "120"]));
    else if (act == "data") one.data = JSON.stringify({ own: this.random() });
    else if (act == "no data") one.data = undefined;
    // A feed that begins anew waits for its first answer.
    if (act == "pace" || act == "no data") this.lookedAt = clock.now;
  }

  // Setting `src` again asks whatever else holds, so a reader does it who could be asking anyway.
  mayAsk = (one) => isFollowing(one) && this.notBefore <= clock.now && !document.hidden && one.inView && navigator.onLine;

  // Everybody looks again, and follows the address.
  calm() {
    hide(false);
    connect(true);
    for (const one of this.page.elements.filter(({ isConnected }) => isConnected)) {
      one.data = undefined;
      one.setAttribute("refresh", "30");
      scroll(one, true);
    }
  }

  checkSilence() {
    const isSilent = clock.now - Math.max(this.goodAt, this.lookedAt) > LONGEST_SILENCE;
    for (const one of this.page.elements.filter(({ isConnected }) => isConnected)) {
      const isOver = this.editions[this.shown.get(one)]?.isLast;
      if (!isFollowing(one) || isOver) continue;
      if (one.state.feedError) assert.ok(clock.now - this.fedAt >= MINUTE, "readers are not told of a short fault");
      if (isSilent && this.shown.has(one) && one.inView) assert.ok(one.notice, "silence is told");
    }
  }

  async run() {
    this.add();
    let isCalm = false;
    while (clock.now < this.end) {
      await runUntil(Math.min(this.end, clock.now + this.random() * 10 * MINUTE));
      this.lookedAt = Math.max(this.lookedAt ?? 0, document.hidden ? clock.now : 0);
      if (this.failure) throw this.failure;
      this.checkSilence();
      if (!this.isCalm) this.event();
      else if (!isCalm) isCalm = (this.calm(), true);
      if (this.page.elements.some(({ inView }) => !inView)) this.lookedAt = clock.now;
    }
    const newest = this.editions.findLastIndex(({ isBad }) => !isBad);
    for (const one of this.page.elements.filter(({ isConnected }) => isConnected)) {
      assert.equal(this.order.get(one.shown), newest, "once the faults end, the newest document is on show");
      assert.equal(one.notice, undefined);
      one.remove();
    }
  }
}

const said = console.log;

test(`${SEEDS.length} nights: never older, never empty, the newest in the end`, async () => {
  let requests = 0;
  let pictures = 0;
  for (const seed of SEEDS) {
    const random = Math.random;
    Math.random = randomFrom(seed + 1e6);
    const night = new Night(seed);
    try {
      await night.run();
    } catch (error) {
      error.message = `FEED_SEED=${seed}: ${error.message}`;
      throw error;
    } finally {
      Math.random = random;
      night.page.elements.forEach((one) => one.remove());
    }
    requests += night.page.requests.length;
    pictures += night.page.elements.reduce((sum, { drawn }) => sum + drawn.length, 0);
  }
  said(`${SEEDS.length} nights of 8 hours: ${requests} requests, ${pictures} pictures`);
});
