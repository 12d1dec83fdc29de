// The interactive bundle: draws and hydrates elements from the data that the page gives, and reports what is wrong
// with the data. The element script loads this module with the first bundle.

import { areaUrl, languageOf, localeOf, readerOf, sourceUrl } from "./addresses.js";
import { documentOf } from "./documents.js";
import { inlineScript, parse, write } from "./json.js";
import { beforeUpdate, logError } from "./news.js";
import { checkLength, fetchText } from "./requests.js";
import { stylesOf } from "./sheets.js";
import { callFor, errorAt, instanceOf } from "./traps.js";

// A page out of sight draws without frames, this often.
const LONGEST_FRAME_MS = 100;

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./element-state.js").ElementState} ElementState */

/**
 * A started bundle.
 * @typedef {object} Bundle
 * @property {Files} files
 * @property {import("./traps.js").Instance} instance
 * @property {() => Promise<import("./sheets.js").Styles>} styles Loads the style sheet of all its widgets.
 */

/**
 * Starts a bundle. Returns what draws an element and what checks a document.
 * @param {Files} files
 * @param {{ default: Function }} module
 * @param {Response} wasm
 * @param {string} stylesUrl
 * @param {() => void} discard Has the next caller of the bundle start it again.
 */
export async function start(files, module, wasm, stylesUrl, discard) {
  if (!wasm.ok) throw new Error(`no file at ${wasm.url} (HTTP ${wasm.status})`);
  const instance = instanceOf(module.default, discard);
  await instance.glue.default({ module_or_path: await programOf(files, wasm) }).catch(async (error) => {
    throw new Error((await misread(wasm.url)) ?? error.message);
  });
  let sheet;
  const styles = () => (sheet ??= fetchText(files.responses, stylesUrl).then(stylesOf));
  return {
    draw: (element, state, isCurrent) =>
      draw({ files, instance, styles }, element, state, isCurrent).catch((error) => {
        // Another element stopped the instance meanwhile.
        if (!instance.isStopped || !isCurrent()) throw error;
        state.reschedule();
      }),
    validate: (tag, data) => validate(instance, tag, data),
  };
}

// Browsers compile a response while it comes if it has the type of WebAssembly. The page is warned of another type once.
function programOf(files, wasm) {
  const type = wasm.headers.get("content-type");
  if (/^application\/wasm\b/.test(type)) return wasm;
  if (!files.typeWarned) console.warn(`election-widgets: ${wasm.url}: expected the type application/wasm, found ${type}`);
  return wasm.arrayBuffer();
}

// Says what stands in the place of WebAssembly; `undefined` if it is WebAssembly that can't run here.
async function misread(url) {
  const start = String.fromCharCode(...new Uint8Array(await (await fetch(url)).arrayBuffer()).subarray(0, 64));
  if (start.startsWith("\x1f\x8b")) return `${url} is compressed twice: the server compresses a file that is compressed already`;
  if (/^\s*</.test(start)) return `${url} is an HTML page, expected WebAssembly`;
  if (!start.startsWith("\0asm")) return `${url} is not WebAssembly: its bytes were changed on their way (compressed twice?)`;
}

/**
 * Draws an element as the page asks for now. A painted picture is hydrated as it is, then newer data is drawn over it.
 * @param {Bundle} bundle
 * @param {HTMLElement} element
 * @param {ElementState} state
 * @param {() => boolean} isCurrent Returns false once the render is out of date.
 */
async function draw(bundle, element, state, isCurrent) {
  const { files, instance, styles } = bundle;
  // Of all that a page sets within a frame, the last is drawn.
  if (state.frame) await state.frame;
  if (!isCurrent()) return;
  const picture = !state.handle && !state.isReleased && element.shadowRoot?.querySelector("[data-hydration-key]");
  const module = picture && files.load("hydrate");
  const reading = currentData(bundle, element, state, isCurrent)?.then(
    (data) => ({ data }),
    (error) => ({ error }),
  );
  if (!reading) return;
  const sheet = picture ? missingStyles(element, styles) : styles();
  const [{ data, error }, locale, css] = await Promise.all([reading, localeText(bundle, element), sheet]);
  const area = await areaOf(bundle, element, state, data);
  const { hydrate } = (await module) ?? {};
  const painted = hydrate && (await paintedFrom(bundle, element, state));
  if (!isCurrent()) return;
  if (instance.isStopped) throw error;
  const restyle = (root) => styles().then((all) => adopt(root, state, all), () => {});
  callFor(instance, [state, element], () => {
    if (!state.handle) createHandle(files, instance, element, state, picture, css);
    state.frame = nextFrame().then(() => (state.frame = undefined));
    const isConfigured = configure(state, element, locale);
    if (painted?.data) hydrate(element.shadowRoot, state, painted, restyle);
    if (painted && !error && isPainted(element, state, painted.json)) return;
    // What changes although nothing else was asked for is news; so is whatever the painted picture does not show.
    if (!error && (painted || !isConfigured) && element.shadowRoot) beforeUpdate(element);
    if (error) state.handle.fail(error.place, error.message);
    else if (state.handle.show(data, area.data, area.missing, area.url)) state.shown = { json: data.json, area: area.json };
  });
}

function createHandle(files, { glue, drawn }, element, state, picture, css) {
  attach(element);
  const isReady = !!(state.isReleased || (picture && state.readyFired));
  const handle = glue.createHandle(state.tag, element, () => rootOf(element, state, css), isReady);
  const free = handle.free.bind(handle);
  handle.free = () => (drawn.delete(state), free());
  drawn.set(state, element);
  Object.assign(state, { handle, attributesKey: undefined, isReleased: false });
  element.addEventListener("widget-error", logError);
  state.savePicture ??= (event) => savePicture(files, element, state, event.target.closest("[data-picture]"));
  element.shadowRoot.addEventListener("click", state.savePicture);
}

// The program that draws pictures loads with the first that a reader asks for.
async function savePicture(files, element, state, button) {
  if (!button || !state.shown) return;
  const said = button.parentNode.lastElementChild;
  said.textContent = said.dataset.drawing;
  try {
    const { save } = await files.load("picture");
    await save(files, element, state, button.dataset.picture);
    said.textContent = "";
  } catch ({ message }) {
    said.textContent = said.dataset.failed;
    console.warn(`election-widgets: no picture: ${message}`);
  }
}

function attach(element) {
  try {
    return element.shadowRoot ?? element.attachShadow({ mode: "open" });
  } catch {
    throw errorAt(element, "the page gave the element a closed shadow root. Put the widget into an element without one");
  }
}

const nextFrame = () =>
  new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, LONGEST_FRAME_MS);
  });

// The data to show, from the property, the address or the inline script; `undefined` if the page has given none yet.
function currentData(bundle, element, state, isCurrent) {
  const read = (data) => readFor(bundle, element, state, data);
  if (state.data != null) return attempt("", () => read(state.data));
  const src = element.getAttribute("src");
  if (state.feedError) return attempt(src, () => Promise.reject(state.feedError));
  if (state.text != null) return attempt(src ?? "", () => read(state.text));
  if (src != null) {
    return attempt(src, async () => {
      const text = await fetchText(bundle.files.responses, sourceUrl(element));
      const json = await documentOf(bundle.files, element, state.tag, text);
      // A feed has to know what is on show. It may have given its own document meanwhile.
      if (isCurrent()) state.text ??= json;
      return read(isCurrent() ? state.text : json);
    });
  }
  if (inlineScript(element)) return attempt("", () => read(inlineScript(element).textContent));
  if (document.readyState == "loading") addEventListener("DOMContentLoaded", state.reschedule, { once: true });
}

// Runs `make`. Its error names the place of the data.
async function attempt(place, make) {
  try {
    return await make();
  } catch (error) {
    throw Object.assign(error, { place });
  }
}

const readFor = ({ instance }, element, state, data) => callFor(instance, [state, element], () => read(instance.glue, data));

function dataIn(glue, json) {
  checkLength(json);
  if (/^\s*</.test(json)) throw new SyntaxError("expected JSON, found HTML");
  if (!json.trim()) throw new SyntaxError("expected JSON, found nothing");
  return withText(glue, rewrite(json));
}

// A document that the bundle holds, and its text.
const withText = (glue, json) => Object.assign(new glue.Data(json), { json });

const rewrite = (json) => write(parse(json));

// An object of the page becomes text here, so that none of its getters runs inside the WebAssembly.
function read(glue, data) {
  if (typeof data == "string") return dataIn(glue, data);
  // Old libraries change how JSON.stringify writes lists.
  if ([].toJSON) throw new TypeError("the page changes how JSON is written (toJSON of all lists or objects)");
  const json = JSON.stringify(data);
  if (json === undefined) throw new TypeError("expected JSON, found a value that JSON does not hold");
  checkLength(json);
  return withText(glue, json);
}

// The area file that a document names: its URL, its text, and its data or the reason why there is none.
async function areaOf(bundle, element, state, { preset, url: own } = {}) {
  if (preset == null && own == null) return { url: "" };
  const { files } = bundle;
  const url = areaUrl(files, preset, own);
  try {
    const json = await fetchText(files.responses, url);
    return { url, json, data: readFor(bundle, element, state, json) };
  } catch (error) {
    return { url, missing: error.message };
  }
}

// English is in the WebAssembly.
function localeText({ files }, element) {
  const language = languageOf(element);
  return language == "en" ? undefined : fetchText(files.responses, files.url(localeOf(language))).catch(() => {});
}

// Configures the handle if attributes, the URL's hash or the locale changed, and returns true then. Most updates change
// the data alone.
function configure(state, element, localeText) {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  const reader = readerOf(element);
  const attributesKey = [location.hash, reader, ...attributes].join("\n");
  const isChanged = attributesKey != state.attributesKey || localeText != state.localeText;
  if (isChanged) state.handle.configure((name) => (name == "lang" ? reader : element.getAttribute(name)), localeText);
  Object.assign(state, { attributesKey, localeText });
  return isChanged;
}

// What the painted picture was made from. Its hydration key is a digest of `texts`: of the texts as they came if the
// picture was prerendered, and as JSON.stringify writes them if it is of the first paint.
async function paintedFrom(bundle, element, state) {
  const json = state.paintedText ?? inlineScript(element)?.textContent;
  const data = await attempt("", () => readFor(bundle, element, state, json ?? "")).catch(() => undefined);
  const area = await areaOf(bundle, element, state, data);
  const texts = [json, area.json].filter((text) => text != null);
  return { json, data, area, texts: (state.readyFired ? texts.map(rewrite) : texts).join("\0") };
}

// Returns true if the page asks for no other data than the painted picture shows.
function isPainted(element, state, json) {
  if (state.data != null) return state.dataPainted;
  const text = state.text ?? (element.hasAttribute("src") ? undefined : inlineScript(element)?.textContent);
  return text == json;
}

// A prerendered picture comes with the styles that it needs itself, and the next picture may need more. A linked
// style sheet is complete.
const missingStyles = ({ shadowRoot }, styles) => (shadowRoot.querySelector("style") ? styles().catch(() => {}) : undefined);

function rootOf(element, state, css) {
  const root = attach(element);
  if (css) adopt(root, state, css);
  return root;
}

// Replaces the styles of a prerendered picture by the complete style sheet.
function adopt(root, state, css) {
  root.querySelectorAll("style, link").forEach((old) => old.remove());
  css(root, state);
}

// Checks a document; `undefined` if the instance stopped before.
function validate(instance, tag, data) {
  if (instance.isStopped) return undefined;
  return callFor(instance, [], () => check(instance, tag, data));
}

function check(instance, tag, data) {
  let document;
  try {
    document = read(instance.glue, data);
  } catch (error) {
    if (instance.isStopped) throw error;
    return { errors: [{ path: "", message: error.message }], warnings: [] };
  }
  return instance.glue.validateDocument(tag, document);
}
