// Simulated election nights of eight hours: the feed script as it is, a virtual clock, caches that lag, and random faults.
// What is on show is always a document that was published, never older than one shown before, with its date; readers are
// told of silence within a minute; and once the faults end the newest is on show. `FEED_NIGHTS=5000` simulates more,
// `FEED_SEED=7` one again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeElement, clock, connect, hide, json, never, openPage, randomFrom, runUntil, scroll } from "./world.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CALM = HOUR;
const NIGHTS = Number(process.env.FEED_NIGHTS ?? 200);
const SEEDS = process.env.FEED_SEED ? [Number(process.env.FEED_SEED)] : Array.from({ length: NIGHTS }, (_, index) => index + 1);
// Readers who look on are told so long after a request without a good answer, and not before.
const SILENCE = MINUTE;
// What is on show is looked at so often.
const GLANCE = 30 * SECOND;
/** JSON that is no document of the night. */
const HOLLOW = ["{}", "[]", "null", '{"counts": []}', '{"sequence": 9999}', '{"counts": [{"asOf": "2999-01-01"}]}'];

/** The documents of a night in the order of their publication: a rehearsal, counts, corrections, the certified count. */
function publish(start, random) {
  const kind = ["numbered", "timed", "mixed"][Math.floor(random() * 3)];
  const hasRehearsal = random() < 0.5;
  const isCertified = random() < 0.5;
  const all = [];
  const add = (minute, status, more) => {
    const index = all.length;
    // The time and number of a rehearsal, and the number of a document that can't be drawn, go beyond all that is real.
    const ahead = more?.test ? 1000 : 0;
    const isMixed = kind == "mixed";
    const isNumbered = isMixed ? random() < 0.5 : kind == "numbered";
    // A number orders editions of one time; without it each edition has its own, or only a day.
    const time = start + (ahead + (kind == "numbered" ? Math.floor(minute / 60) * 60 : minute)) * MINUTE;
    const local = new Date(time + 6 * HOUR).toISOString();
    const [day] = local.split("T");
    const isTimed = !isMixed || random() < 0.6;
    const asOf = isTimed ? `${local.slice(0, 16)}+06:00` : day;
    const sequence = isNumbered ? index + 1 + (more?.isBad ? 2 * ahead + 500 : ahead) : undefined;
    const text = JSON.stringify({ sequence, ...more, counts: [{ asOf, status, votes: Math.floor(random() * 1e6) }] });
    const isTest = !!more?.test;
    all.push({ at: start + minute * MINUTE, text, sequence, day, time: isTimed ? time : undefined, isTest, isBad: !!more?.isBad, isLast: status == "certified" && !isTest });
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

/** Returns true if anything in an edition shows that it is older than the other: numbers and times grow together. */
function isSurelyOlder(one, other) {
  if (one.isTest != other.isTest) return one.isTest;
  return one.sequence < other.sequence || one.time < other.time || one.day < other.day;
}

/** What readers see of a document; nothing if it has no count with a date. */
function figuresOf(text) {
  const { asOf, votes } = JSON.parse(text)?.counts?.at?.(-1) ?? {};
  return /^\d{4}-\d\d-\d\d/.test(asOf) && Number.isInteger(votes) ? { asOf, votes } : undefined;
}

const isGood = (text) => figuresOf(text) != null && !JSON.parse(text).isBad;

const isFollowing = (one) => one.data == null && one.getAttribute("refresh") != "30s";

/** A night: its documents, and the answers of a server whose caches lag and fail until the last hour. */
class Night {
  constructor(seed) {
    Object.assign(this, { seed, random: randomFrom(seed), start: (clock.now = Math.ceil((clock.now + 1) / HOUR) * HOUR) });
    Object.assign(this, { end: this.start + 8 * HOUR, editions: publish(this.start, this.random), faults: this.random() * 0.5, shown: new Map() });
    // A page remembers what it showed of an address.
    this.src = `https://news.example/night-${seed}.json`;
    this.order = new Map(this.editions.map(({ text }, index) => [text, index]));
    this.lags = Array.from({ length: 4 }, () => this.random() * 20 * MINUTE);
    this.fedAt = this.start;
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
      const fault = this.pick(["500", "404", "429", "503", "cut", "html", "never", "lost", "slow", "empty", "hollow"]);
      if (fault == "never") return await never(signal);
      if (fault == "lost") throw new TypeError("Failed to fetch");
      if (fault == "slow") return await this.slow(signal);
      if (fault == "html") return new Response("<!doctype html><title>Sign in</title>");
      if (fault == "empty") return new Response("");
      if (fault == "hollow") return this.hollow();
      if (fault == "cut") return new Response(this.editions[this.newestAt(clock.now)].text.slice(0, -5));
      const seconds = Math.floor(this.random() * this.pick([20, 200, 2400]));
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
    if (isInTime) this.noteGood(index, signal);
    return json(this.editions[index].text);
  }

  // Whoever draws it says that it is none.
  hollow() {
    this.silentFrom = undefined;
    return new Response(this.pick(HOLLOW));
  }

  // A reader whom only older documents reach has no good answer. Which of two is older is not always known.
  noteGood(index, signal) {
    const edition = this.editions[index];
    const seenBy = (elements) => elements.flatMap((one) => [...(this.shown.get(one) ?? [])]);
    const following = this.page.elements.filter((one) => one.isConnected && isFollowing(one));
    if (seenBy(following).some((other) => isSurelyOlder(edition, this.editions[other]))) return;
    this.silentFrom = undefined;
    // A feed that has failed waits for an answer of its own: a page's first request may be answered by the browser's cache.
    if (signal && seenBy(this.page.elements).every((other) => other <= index)) this.fedAt = clock.now;
  }

  async slow(signal) {
    const aborted = never(signal);
    const time = this.random() * 25 * SECOND;
    await Promise.race([aborted, new Promise((done) => setTimeout(done, time))]);
    return this.good(signal, time < 20 * SECOND);
  }

  underWay = new Set();
  notBefore = 0;
  /** So long nobody could see a widget that follows the address. */
  asleep = 0;

  // The page's own first request goes out in any case.
  checkRequest(cache) {
    this.silentFrom ??= clock.now - this.asleep;
    if (cache != "no-cache") return;
    assert.ok(this.isSeen && navigator.onLine, "nothing is asked that nobody sees");
    // A timer counts whole milliseconds, so it may end within one before its time.
    assert.ok(clock.now > this.notBefore - 1, "Retry-After is obeyed");
    assert.ok([...this.underWay].every(({ aborted }) => aborted), "one request at a time");
  }

  get isSeen() {
    return !document.hidden && this.page.elements.some((one) => one.isConnected && one.inView && isFollowing(one));
  }

  check(element, text) {
    const index = this.order.get(text);
    if (element.data === text) return;
    assert.ok(index != null && this.editions[index].at <= clock.now, "what is on show was published");
    assert.equal(this.editions[index].isBad, false);
    const seen = this.shown.get(element) ?? new Set();
    for (const other of seen) assert.ok(!isSurelyOlder(this.editions[index], this.editions[other]), `edition ${index} after ${other}`);
    this.shown.set(element, seen.add(index));
  }

  add() {
    const newest = this.newestAt(clock.now);
    const picture = this.random() < 0.5 && this.editions[Math.floor(this.random() * (newest + 1))];
    const prerendered = picture && !picture.isBad ? picture.text : undefined;
    const refresh = String(this.pick([5, 20, 30, 60]));
    this.beginAnew();
    return new FakeElement(this.page, { src: this.src, refresh }, { prerendered, isGood, figuresOf });
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
    else if (act == "src" && this.mayAsk(one)) one.setAttribute("src", this.src);
    else if (act == "pace") one.setAttribute("refresh", this.pick(["5", "30s", "30", "120"]));
    else if (act == "data") one.data = JSON.stringify({ own: this.random(), counts: [{ asOf: "2030-05-12", votes: 1 }] });
    else if (act == "no data") one.data = undefined;
    if (act == "pace" || act == "no data") this.beginAnew();
  }

  // A feed that begins anew may have asked nothing yet.
  beginAnew() {
    this.silentFrom = undefined;
  }

  // Setting `src` again asks whatever else holds, so a reader does it who could be asking anyway.
  mayAsk = (one) => isFollowing(one) && this.notBefore <= clock.now && !document.hidden && one.inView && navigator.onLine;

  // Everybody looks again, and follows the address.
  calm() {
    hide(false);
    connect(true);
    this.beginAnew();
    for (const one of this.page.elements.filter(({ isConnected }) => isConnected)) {
      one.data = undefined;
      one.setAttribute("refresh", "30");
      scroll(one, true);
    }
  }

  // What a reader sees of each widget now.
  look() {
    for (const one of this.page.elements.filter(({ isConnected }) => isConnected)) {
      if (one.drawn.length) assert.match(one.onShow?.asOf, /^\d{4}-\d\d-\d\d/, "what is on show has figures and their date");
      if (isFollowing(one)) this.checkSilence(one);
    }
  }

  checkSilence(one) {
    const isOver = this.editions[this.order.get(one.shown)]?.isLast;
    const isSilent = clock.now - this.asleep - this.silentFrom > SILENCE;
    if (one.state.feedError) assert.ok(clock.now - this.fedAt >= SILENCE, "readers are not told of a short fault");
    if (isSilent && this.isSeen && one.drawn.length && !isOver) assert.ok(one.notice, "silence is told");
  }

  async pass(time) {
    const end = Math.min(this.end, clock.now + time);
    while (clock.now < end) {
      const before = clock.now;
      await runUntil(Math.min(end, clock.now + GLANCE));
      if (!this.isSeen) this.asleep += clock.now - before;
      if (this.failure) throw this.failure;
      this.look();
    }
  }

  async run() {
    this.add();
    let isCalm = false;
    while (clock.now < this.end) {
      await this.pass(this.random() * 10 * MINUTE);
      if (!this.isCalm) this.event();
      else if (!isCalm) isCalm = (this.calm(), true);
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

test(`${SEEDS.length} nights: never older, never empty, its date always on show, silence told within a minute, the newest in the end`, async () => {
  let requests = 0;
  let pictures = 0;
  for (const seed of SEEDS) {
    const random = Math.random;
    Math.random = randomFrom(seed + 1e6);
    const night = new Night(seed);
    try {
      await night.run();
    } catch (error) {
      said(`FEED_SEED=${seed} node --test tests/feed/night.test.mjs shows it again`);
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
