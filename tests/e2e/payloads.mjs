// Payloads in every string of the three documents: what might run, load, break out of markup or hide in a text.
import { readFileSync } from "node:fs";
import { BASES } from "./payload-bases.mjs";
import { DIST, serve } from "./server.mjs";
import assert from "node:assert/strict";

const { renderToString } = await import(`${DIST}node/index.js`);
/** The map at the address that a document names itself. */
const SHAPES = readFileSync(`${DIST}geo/central-asia-2018.json`, "utf8");

const RUN = "window.__ran=1";
/** Each kind with its payloads. What runs says so in `__ran`; what loads asks for an address with `payload`. */
const KINDS = {
  "script elements": [`<script>${RUN}</script>`, `<ScRiPt src=/payload.js></sCrIpT>`, `<svg><script href=/payload.js>${RUN}</script></svg>`],
  "event attributes": [`<img src=/payload onerror="${RUN}">`, `"><svg onload=${RUN}>`, `' autofocus onfocus='${RUN}`, `" onpointerover="${RUN}" x="`, `<details open ontoggle=${RUN}>`],
  "links that run": [`javascript:${RUN}`, `JaVaScRiPt:${RUN}//`, `\tjavascript:${RUN}`, `java\nscript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `vbscript:${RUN}`, `blob:${RUN}`],
  "links elsewhere": ["//payload.invalid/x", "https://user@payload.invalid/", "\\\\payload.invalid\\x", "/payload?<script>#'\""],
  "ends of elements": ["</script><script>" + RUN + "</script>", "</style><img src=/payload onerror=" + RUN + ">", "</template></results-chart><img src=/payload>", "</title></textarea></noscript><iframe src=/payload>"],
  "comments and sections": ["--><img src=/payload onerror=" + RUN + "><!--", "<!--<script>", "]]><img src=/payload>", "<?xml?><!DOCTYPE x>"],
  "styles": ["}*{background:url(/payload)}", "red;background-image:url(/payload)", "url(/payload)", "expression(" + RUN + ")", "#123;--x:url(/payload)", "@import '/payload';"],
  "templates": ["{{constructor.constructor('" + RUN + "')()}}", "${" + RUN + "}", "<%= " + RUN + " %>", "#{" + RUN + "}"],
  "entities and escapes": ["&lt;script&gt;&#60;img src=/payload&#62;", "&quot; onclick=&quot;" + RUN, "\\u003cscript\\u003e", "%3Cscript%3E", "&amp;amp;&", "\\", "'\"`"],
  "directions and unseen": ["\u202epayload\u2066", "\u200b\u200d\ufeffx", "x\u2028y\u2029z", "\ufdfd\u0489\u0488", "a\u0300\u0301\u0302\u0303"],
  "names of objects": ["__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "NaN"],
  "numbers and lists": ["0", "-1", "1e309", "[]", "{}", "true", "=HYPERLINK(\"/payload\")", "x".repeat(3_999)],
};
const PAYLOADS = Object.values(KINDS).flat();
/** The first of each kind; all of them where the variable PAYLOADS is "all", as in `make fuzz`. */
export const SOME = process.env.PAYLOADS == "all" ? PAYLOADS : Object.values(KINDS).map(([text]) => text);
/** So many widgets stand in a page. */
const MOST_WIDGETS = 20;

/** Each place of a string in a document: a value, or a key that the document chose itself. */
function places(value, path = []) {
  if (typeof value == "string") return [{ path }];
  if (typeof value != "object" || !value) return [];
  const keys = Object.keys(value);
  const own = Array.isArray(value) ? [] : keys.map((key) => ({ path: [...path, key], isKey: true }));
  return [...own, ...keys.flatMap((key) => places(value[key], [...path, key]))];
}

/** Photos and maps are requested at the address that the document says: an address is none of a payload there. */
const isAsked = (path) => path.at(-1) == "url" && ["photo", "area"].includes(path.at(-2));

/** The document with this text in a place. */
function withText(document, { path, isKey }, payload) {
  const text = isAsked(path) ? payload.replaceAll("payload", "asked") : payload;
  const copy = structuredClone(document);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((value, key) => value?.[key], copy);
  // A key above it was renamed.
  if (!holder || !Object.hasOwn(holder, last)) return document;
  if (!isKey) holder[last] = text;
  else {
    // A plain assignment of this name would be lost.
    Object.defineProperty(holder, text, { value: holder[last], enumerable: true, configurable: true, writable: true });
    if (text != last) delete holder[last];
  }
  return copy;
}

const rendered = (tag, document) => renderToString(tag, document, document.area?.url ? { area: SHAPES } : {});

const isAccepted = (tag, document) => {
  try {
    rendered(tag, document);
    return true;
  } catch ({ path }) {
    // A fault of ours names no place.
    assert.notEqual(path, undefined, `${tag}: refused without a place`);
    return false;
  }
};

/** The places of a document by kind: one kind are the places whose path differs in keys that are numbers or the document's own. */
function kindsOf(base) {
  const kinds = new Map();
  for (const place of places(base)) {
    const kind = JSON.stringify([place.isKey, place.isKey ? place.path.slice(0, -1) : place.path]).replace(/"\d+"/g, "*");
    kinds.set(kind, [...(kinds.get(kind) ?? []), place]);
  }
  return [...kinds.values()];
}

/** The document with the text in all places of each kind that accepts it. Keys go last: they change the paths. */
function filled(tag, base, text) {
  let count = 0;
  let document = base;
  const kinds = kindsOf(base).sort(([one], [other]) => (one.isKey ?? 0) - (other.isKey ?? 0));
  for (const kind of kinds) {
    // Of keys one is enough: two of one name would be one.
    const all = kind[0].isKey ? kind.slice(0, 1) : kind;
    const next = all.reduce((before, place) => withText(before, place, text), document);
    if (isAccepted(tag, next)) [document, count] = [next, count + all.length];
  }
  return { tag, document, count };
}

const inScript = (document) => JSON.stringify(document).replaceAll("<", "\\u003c");
const prerendered = ({ tag, document }) => rendered(tag, document);
const drawn = ({ tag, document }) => `<${tag}><script type="application/json">${inScript(document)}</script></${tag}>`;
const FORMS = { prerendered, drawn };

const page = (body) => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="/site/icon.svg">
<script>for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => void (window.__ran = name);</script>
<script type="module" src="/election-widgets.js"></script><main>${body}</main></html>`,
});

/** Runs in the page: hydrates all widgets and opens what can be opened, then says what they are made of. */
async function vocabulary() {
  const widgets = [...document.querySelectorAll("main > *")];
  const until = Date.now() + 240_000;
  const pause = () => new Promise((done) => setTimeout(done, 20));
  const isAlive = ({ shadowRoot }) => shadowRoot?.querySelector(".ew") && !shadowRoot.querySelector("[data-hydration-key]");
  for (const widget of widgets) {
    widget.scrollIntoView({ behavior: "instant" });
    while (!widget.shadowRoot?.querySelector(".ew") && Date.now() < until) await pause();
    widget.dispatchEvent(new Event("pointerover"));
    while (!isAlive(widget) && Date.now() < until) await pause();
    for (const one of [...widget.shadowRoot.querySelectorAll("summary")].slice(0, 12)) one.click();
  }
  await pause();
  const found = new Set();
  const links = new Set();
  for (const { shadowRoot } of widgets) {
    for (const one of shadowRoot.querySelectorAll("*")) {
      found.add(one.localName);
      for (const { name } of one.attributes) found.add(`${one.localName} ${name}`);
      if (one.href) links.add(one.protocol ?? one.href);
    }
  }
  return {
    found: [...found],
    links: [...links],
    dead: widgets.filter((widget) => !isAlive(widget)).length,
    // What broke out of a widget stands beside it, or in it beside its data.
    beside: document.querySelectorAll("body > *").length + widgets.length,
    inside: [...new Set(widgets.map((widget) => [...widget.querySelectorAll("*")].map(({ localName }) => localName).join()))],
    ran: window.__ran ?? null,
    loaded: performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("payload")),
  };
}

/** What pages with these documents in this form show. */
async function look(browser, documents, write) {
  const server = await serve({ routes: { "/page": page(documents.map(write).join("")), "/area.json": { body: SHAPES } } });
  try {
    const opened = await browser.open(server.url("/page"));
    const seen = await opened.evaluate(vocabulary);
    await opened.close();
    return { ...seen, asked: server.requests.filter((path) => path.includes("payload")) };
  } finally {
    await server.close();
  }
}

/** Draws each document with each payload in each form; `browser` is one of those that run the cases. Returns the number of places. */
export async function assertHarmless(browser, payloads) {
  let places = 0;
  for (const [tag, base] of BASES) {
    const hostile = payloads.map((text) => filled(tag, base, text));
    places += hostile.reduce((sum, { count }) => sum + count, 0);
    // The second is a language, which is an attribute of its text.
    const harmless = [...["plain", "tlh"].map((text) => filled(tag, base, text)), { tag, document: base }];
    for (const [form, write] of Object.entries(FORMS)) {
      const at = `${tag}, ${form}, ${browser.name}`;
      const wanted = await look(browser, harmless, write);
      for (let start = 0; start < hostile.length; start += MOST_WIDGETS) {
        const documents = hostile.slice(start, start + MOST_WIDGETS);
        const seen = await look(browser, documents, write);
        assert.equal(seen.dead, 0, `${at}: every document is drawn`);
        assert.equal(seen.ran, null, `${at}: nothing runs`);
        assert.deepEqual([seen.loaded, seen.asked], [[], []], `${at}: nothing is requested`);
        assert.deepEqual(seen.found.filter((one) => !wanted.found.includes(one)), [], `${at}: elements and attributes`);
        assert.equal(seen.beside - documents.length, wanted.beside - harmless.length, `${at}: elements beside the widgets`);
        assert.deepEqual(seen.inside, wanted.inside, `${at}: elements in the widgets`);
        assert.deepEqual(seen.links.filter((protocol) => !["http:", "https:"].includes(protocol)), [], `${at}: links`);
      }
    }
  }
  return places;
}
