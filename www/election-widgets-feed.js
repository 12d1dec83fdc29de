// Data that changes (`refresh`): one feed per address requests it again and again, and gives every newer document to all
// elements that show the address. It pauses while nobody can see them. www/feed-rules.js decides what is newer, and when.

import { sourceUrl } from "./addresses.js";
import { documentOf } from "./documents.js";
import { request } from "./feed-request.js";
import { REFRESH_FORM, SILENT_MS, editionOf, isLast, isOlder, returnWaitOf, secondsOf, waitOf, withNewest } from "./feed-rules.js";
import { keepText } from "./requests.js";

/** @typedef {import("./element-state.js").ElementState} ElementState */
/** @typedef {import("./feed-rules.js").Edition} Edition */
/** @typedef {import("./files.js").Files} Files */

// An element this near to the window is kept up to date.
const MARGIN_PX = 400;

/**
 * The documents of an address.
 * @typedef {object} Feed
 * @property {string} url
 * @property {Files} files
 * @property {Set<Member>} members
 * @property {string} [text] The newest document.
 * @property {string} [key] Its data.
 * @property {Edition} [newest] What orders it.
 * @property {Edition[]} past The documents that no older one replaces; the last is the newest.
 * @property {Edition[]} shown Those of them that were drawn.
 * @property {string} [bad] The last document that could not be drawn.
 * @property {boolean} [isDrawing] True until an element drew the newest document or refused it.
 * @property {Error} [error] The error that readers are told of.
 * @property {boolean} [isGone] True once the server said that the address has no more documents.
 * @property {boolean} [isAsking] True while a request is under way.
 * @property {boolean} isFirst True until the second request.
 * @property {boolean} [isShared] True while the page's own first request is under way.
 * @property {AbortController} [stop] Ends the last request.
 * @property {number} [sentAt] The time of the last answer by the clock of its server; NaN if the answer does not say it.
 * @property {number} askedAt The time of the last request; 0 before the first.
 * @property {number} dueAt The time of the next one.
 * @property {number} tellAt The time at which readers are told of silence; 0 after a good answer. It stands still while
 *   nobody can see an element.
 * @property {number} [sleepsFrom] The time since when nobody can see one; 0 if somebody can.
 * @property {Error} [fault] The last reason why there was no good answer.
 * @property {number} failures The failures in a row.
 * @property {number} retry The seconds that the last answer asked to wait.
 * @property {number} [seconds] The seconds that `refresh` asked for when somebody last saw an element.
 * @property {string} [warnedOf] The older document that the console was told of.
 * @property {number} [timer]
 * @property {number} [silence] The timer until `tellAt`.
 */

/**
 * An element that shows an address.
 * @typedef {{ element: HTMLElement, state: ElementState, inView?: boolean, feed?: Feed, refused?: string,
 *   drawn?: { url: string, text: string, past: Edition[] } }} Member
 */

/** @type {Map<string, Feed>} */
const feeds = new Map();
/** @type {Map<Element, Member>} */
const members = new Map();

/** @type {IntersectionObserver} */
let observer;

function watchPage() {
  const wakeAll = () => feeds.forEach(wake);
  document.addEventListener("visibilitychange", wakeAll);
  addEventListener("online", wakeAll);
  return new IntersectionObserver(onView, { rootMargin: `${MARGIN_PX}px` });
}

function onView(entries) {
  for (const { target, isIntersecting } of entries) {
    const member = members.get(target);
    if (!member) continue;
    const wasAwake = secondsFor(member.feed);
    member.inView = isIntersecting;
    if (wasAwake) schedule(member.feed);
    else wake(member.feed);
  }
}

/**
 * Keeps an element up to date. Sets `state.follow`, which the element calls before each render and when it has left the
 * page.
 * @param {HTMLElement} element
 * @param {ElementState} state
 * @param {Files} files
 */
export function watch(element, state, files) {
  if (state.follow) return;
  const member = { element, state };
  state.follow = () => follow(member, files);
  for (const type of ["widget-ready", "widget-update"]) element.addEventListener(type, () => onDrawn(member, type));
  element.addEventListener("widget-error", ({ detail }) => detail.path != "refresh" && onRefused(member));
  // An element without a text draws what the feed begins with by its own request. Under a notice stands another text.
  const { text } = state;
  const isDrawn = text != null && element.hasAttribute("src") && !element.shadowRoot?.querySelector(".ew-notice");
  if (isDrawn) remember(member, text);
  state.follow();
  if (state.feedError || (text != null && state.text !== text)) state.reschedule();
}

// Joins the feed that the element asks for now, and leaves the one before.
function follow(member, files) {
  const { element, state } = member;
  const url = isFollowing(member) ? sourceUrl(element) : undefined;
  if (member.feed?.url != url) {
    if (member.feed) leave(member);
    if (url) join(member, url, files);
  }
  const { feed } = member;
  if (!feed) return;
  give(member);
  if (secondsFor(feed) != feed.seconds) wake(feed);
  // The page asks again. What is on show stays until there is newer.
  if (!state.refetch) return;
  state.refetch = feed.isGone = false;
  if (!feed.isAsking && !feed.retry) ask(feed);
}

function join(member, url, files) {
  const { element, state } = member;
  const known = feeds.get(url);
  const feed = known ?? begin(url, files, member);
  const before = secondsFor(feed);
  feeds.set(url, feed);
  feed.members.add(member);
  members.set(element, member);
  // The observer says at once whether that is so still.
  Object.assign(member, { feed, inView: member.inView ?? true });
  (observer ??= watchPage()).observe(element);
  feed.seconds ??= secondsOf(element.getAttribute("refresh"));
  if (member.drawn?.url == url) offerPicture(feed, member.drawn.text);
  // The page's own request is under way, or goes out now.
  if (!feed.askedAt && feed.text == null) ask(feed);
  else if (!known && feed.askedAt) waitFor(feed);
  else if (secondsFor(feed) != before) wake(feed);
}

function begin(url, files, member) {
  const { text } = member.state;
  const now = Date.now();
  const past = pastOf(member, url);
  // A text that is not of a prerendered picture came just now, by the page's own request.
  const askedAt = text != null && files.responses.has(url) ? now : 0;
  return { url, files, past, shown: past, askedAt, isFirst: true, members: new Set(), dueAt: now, tellAt: 0, failures: 0, retry: 0 };
}

function leave(member) {
  const { element, state, feed } = member;
  members.delete(element);
  observer.unobserve(element);
  feed.members.delete(member);
  member.feed = state.feedError = undefined;
  schedule(feed);
  // A server that asked to wait is not asked sooner by whoever comes next.
  if (feed.members.size || feed.retry) return;
  feed.stop?.abort();
  feeds.delete(feed.url);
  feed.files.responses.delete(feed.url);
}

// What the page sets itself is no feed's.
function isFollowing(member) {
  const { element } = member;
  const refresh = element.getAttribute("refresh");
  if (!element.isConnected || refresh == null || !element.hasAttribute("src") || element.data != null) return false;
  const isReadable = secondsOf(refresh) != null;
  if (!isReadable && member.refused != refresh) refuse(element, refresh, member.state);
  member.refused = isReadable ? undefined : refresh;
  return isReadable;
}

function refuse(element, refresh, { handle }) {
  const message = `${REFRESH_FORM}, found "${refresh}": the data is not requested again`;
  // An element that the interactive bundle draws logs its errors itself.
  if (!handle) console.warn(`election-widgets: refresh: ${message}`);
  element.dispatchEvent(new CustomEvent("widget-error", { bubbles: true, composed: true, detail: { path: "refresh", message } }));
}

const isStopped = ({ isGone, past }) => isGone || isLast(past.at(-1));

// The shortest wait that an element in view asks for; `undefined` if none is in view.
function secondsFor({ members }) {
  const all = [...members].filter(({ inView }) => inView).map(({ element }) => secondsOf(element.getAttribute("refresh")));
  const known = all.filter(Boolean);
  return document.hidden || !known.length ? undefined : Math.min(...known);
}

function schedule(feed) {
  clearTimeout(feed.timer);
  clearTimeout(feed.silence);
  const seconds = secondsFor(feed);
  const now = nowFor(feed);
  if (!seconds) return void (feed.sleepsFrom ||= now);
  feed.seconds = seconds;
  if (feed.sleepsFrom) feed.tellAt &&= feed.tellAt + now - feed.sleepsFrom;
  feed.sleepsFrom = 0;
  if (feed.tellAt && !feed.error) feed.silence = setTimeout(tell, feed.tellAt - now, feed);
  if (!feed.isAsking && !isStopped(feed)) feed.timer = setTimeout(ask, Math.max(0, feed.dueAt - now), feed);
}

// The time by the reader's clock. All times of a feed go along with a clock that is set back.
function nowFor(feed) {
  const now = Date.now();
  const back = Math.max(0, feed.askedAt - now);
  for (const name of ["askedAt", "dueAt", "tellAt", "sleepsFrom"]) feed[name] &&= feed[name] - back;
  return now;
}

// A reader who comes back waits no longer than `refresh` says, unless the server asked for it.
function wake(feed) {
  const seconds = secondsFor(feed);
  nowFor(feed);
  if (seconds && !feed.retry) feed.dueAt = Math.min(feed.dueAt, feed.askedAt + returnWaitOf(seconds, feed));
  schedule(feed);
}

async function ask(feed) {
  clearTimeout(feed.timer);
  // The first request is the page's own, which the elements wait for themselves.
  const isShared = !feed.askedAt && feed.text == null;
  Object.assign(feed, { isAsking: true, isShared, retry: 0, isFirst: !feed.askedAt });
  feed.tellAt ||= nowFor(feed) + SILENT_MS;
  try {
    if (!navigator.onLine && !isShared) throw new Error("no answer (offline)");
    feed.askedAt = nowFor(feed);
    const text = await documentIn(feed, await request(feed, isShared));
    // All elements may have left meanwhile.
    if (feeds.get(feed.url) == feed) receive(feed, text, isShared);
  } catch (error) {
    fail(feed, error);
  }
  feed.isAsking = feed.isShared = false;
  waitFor(feed);
}

function waitFor(feed) {
  feed.dueAt = Date.now() + waitOf(feed.seconds, feed, Math.random());
  schedule(feed);
}

// All elements of an address show the same document.
function documentIn({ files, members }, text) {
  const [member] = members;
  return member ? documentOf(files, member.element, member.state.tag, text) : text;
}

// Takes a document unless it is older than the one on show.
function receive(feed, text, isShared) {
  const { key, edition } = editionOf(text);
  feed.failures = 0;
  const isKnown = key == feed.key;
  if (!isKnown && isOlder(edition, feed.past, surelyNow(feed))) return warnOfOlder(feed, key, edition);
  Object.assign(feed, { tellAt: 0, error: undefined });
  if (!isKnown) accept(feed, text, key, edition);
  deliver(feed, isShared && feed.text === text);
}

// The time by the server's clock, unless the answer comes from an old cache.
const surelyNow = ({ sentAt }) => Math.max(sentAt, Date.now());

function accept(feed, text, key, edition) {
  const isDrawing = ![...feed.members].some(({ state }) => state.text == null && (state.handle || state.paintedText));
  const past = text === feed.bad ? feed.past : withNewest(feed.past, edition);
  Object.assign(feed, { text, key, newest: edition, past, isDrawing });
  // An element that comes later begins with this document.
  keepText(feed.files.responses, feed.url, text);
  if (isLast(edition)) console.info(`election-widgets: ${feed.url}: the count is certified, so the data is not requested again`);
}

// Takes the document of a picture that an element brought, if it is newer than what the others show.
function offerPicture(feed, text, isOnItsWay) {
  try {
    const { key, edition } = editionOf(text);
    if (key == feed.key || isOlder(edition, feed.past, surelyNow(feed))) return;
    accept(feed, text, key, edition);
    show(feed);
    deliver(feed, isOnItsWay);
  } catch {
    // Whoever draws the picture reports it.
  }
}

// A reader who gets nothing but older documents has no good answer either.
function warnOfOlder(feed, key, { isTest }) {
  const why = isTest && !feed.past.at(-1).isTest ? "it is a rehearsal, and real data is on show" : "it is older than what is on show";
  feed.fault = new Error(`the answer is left out: ${why}`);
  if (feed.warnedOf == key) return;
  feed.warnedOf = key;
  console.warn(`election-widgets: ${feed.url}: ${feed.fault.message}`);
}

function fail(feed, error) {
  feed.failures++;
  feed.fault = error;
  if (!feed.isGone) return;
  feed.error = undefined;
  tell(feed);
}

// Tells readers that what they see may be old.
function tell(feed) {
  feed.error ??= feed.fault;
  deliver(feed);
}

// Draws what the feed has in its elements. `isOnItsWay` is true if those without a text draw it by their own request.
function deliver(feed, isOnItsWay) {
  for (const member of feed.members) {
    const isQuiet = isOnItsWay && member.state.text == null;
    if (give(member) && !isQuiet) member.state.reschedule();
  }
}

// Gives an element what its feed has, unless the element showed newer before. Returns true if that was something new.
function give(member) {
  const { state, feed } = member;
  const isBehind = feed.newest && isOlder(feed.newest, pastOf(member, feed.url), surelyNow(feed));
  const text = (isBehind ? state.text ?? member.drawn.text : feed.text) ?? state.text;
  const isNew = text !== state.text || feed.error !== state.feedError;
  Object.assign(state, { text, feedError: feed.error });
  return isNew;
}

// The documents that an element showed of an address.
const pastOf = ({ drawn }, url) => (drawn?.url == url ? drawn.past : []);

function remember(member, text) {
  const url = sourceUrl(member.element);
  const past = pastOf(member, url);
  if (past.length && member.drawn.text === text) return;
  try {
    const { edition } = member.feed?.text === text ? { edition: member.feed.newest } : editionOf(text);
    member.drawn = { url, text, past: withNewest(past, edition) };
  } catch {
    // Whoever draws the picture reports it.
  }
}

// An element may draw a document by its own request that the feed did not wait for.
function onDrawn(member, type) {
  const { element, state, feed } = member;
  showTime(member);
  if (state.data != null || state.text == null || !element.hasAttribute("src")) return;
  remember(member, state.text);
  if (!feed) return;
  if (state.text !== feed.text) offerPicture(feed, state.text, feed.isShared);
  if (give(member)) return state.reschedule();
  // The element keeps what is newer than the document of its feed.
  if (state.text !== feed.text) return;
  // Widgets of another kind may have refused it before.
  show(feed);
  if (type == "widget-update") showTime(member, /T(\d\d:\d\d)/.exec(feed.newest.asOf)?.[1]);
}

// The newest document was drawn.
function show(feed) {
  const past = withNewest(feed.shown, feed.newest);
  Object.assign(feed, { past, shown: past, isDrawing: false });
}

// Shows the time of the data beside the buttons, as the data writes it; never the time of a request.
function showTime({ element }, time) {
  const [tools, news] = [".ew-tools", ".ew-said"].map((selector) => element.shadowRoot?.querySelector(selector));
  // No line ends within it.
  if (tools && time) tools.dataset.updated = `${news?.dataset.updated.replace(".", "")} ${time}`.replaceAll(" ", "\u00a0");
  else tools?.removeAttribute("data-updated");
}

// A document that can't be drawn was never on show: what follows is compared with the one before.
function onRefused({ state, feed }) {
  if (!feed || state.feedError || state.data != null) return;
  feed.bad = state.text;
  if (!feed.isDrawing || state.text !== feed.text) return;
  Object.assign(feed, { past: feed.shown, isDrawing: false });
  schedule(feed);
}
