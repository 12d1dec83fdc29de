// The gallery: a live example of every state of every widget, beside the JSON that it is drawn from.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { escape, page } from "./page.mjs";
import { WIDGETS } from "./states.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A name as part of an address. */
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** Returns the text of a state's document. A state that changes its document gets it as changed. */
function documentOf({ file, change }) {
  const text = readFileSync(join(ROOT, file), "utf8");
  if (!change) return text;
  const data = JSON.parse(text);
  change(data);
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Returns where a state's document is in the demo, seen from the gallery. Writes it there if the demo has no such file. */
function publish(out, tag, id, state, text) {
  if (!state.change && state.file.startsWith("www/")) return state.file.replace("www/", "../");
  const name = state.change ? `${tag}-${id}.json` : basename(state.file);
  writeFileSync(join(out, "gallery/data", name), text);
  return `data/${name}`;
}

const attributes = (all) => Object.entries(all).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");

/** Returns the element of a state, as it is in the page. What `late` changes comes by script (www/site/gallery.js). */
function elementOf(out, tag, id, state, src) {
  const given = attributes(state.attributes ?? {});
  if (!state.late) return `<${tag} src="${src}"${given}></${tag}>`;
  const before = { file: state.file };
  const first = state.empty ? "" : ` src="${publish(out, tag, id, before, documentOf(before))}"`;
  return `<${tag}${first}${given} data-late="${src}"><p>What the page says where no chart is.</p></${tag}>`;
}

/** Returns the HTML of one state. `seen` maps documents to the states that print them. */
function example(out, tag, given, seen) {
  const state = { change: given.late, ...given };
  const id = slug(state.name);
  const text = documentOf(state);
  const src = publish(out, tag, id, state, text);
  const element = elementOf(out, tag, id, state, src);
  const first = seen.get(src);
  if (!first) seen.set(src, { id, name: state.name });
  const json = first
    ? `<p>Document: as in <a href="#${first.id}">${escape(first.name)}</a>.</p>`
    : `<details><summary>JSON</summary><pre tabindex="0" role="group" aria-label="JSON of “${escape(state.name)}”">${escape(text)}</pre></details>`;
  return `<section class="state" id="${id}">
<h3>${escape(state.name)}</h3>
<div${state.dark ? ' class="dark"' : ""}>${element}</div>
<div class="about">
${state.text ? `<p>${escape(state.text)}</p>\n` : ""}<p${isReal(state, text) ? ">Real figures" : ' class="made-up">Test document'}: <a href="${src}">${basename(src)}</a></p>
<p><code>${escape(element.replace(/ data-late="[^"]*"/, "").replace(src, basename(src)))}</code></p>
${json}
</div>
</section>`;
}

/** Tells real documents from test documents: a real one is not changed, and each of its sources has an address. */
export function isReal({ change }, text) {
  const { sources = [] } = JSON.parse(text);
  return !change && sources.length > 0 && sources.every(({ url }) => url && !/\bexample\b/.test(url));
}

const contents = (groups, file) =>
  `<ul class="contents">${groups.flatMap(({ states }) => states.map(({ name }) => `<li><a href="${file}#${slug(name)}">${escape(name)}</a></li>`)).join("\n")}</ul>`;

function widgetPage(out, { tag, title, groups }) {
  const seen = new Map();
  const groupHtml = ({ name, states }) =>
    `<h2>${escape(name)}</h2>\n${states.map((state) => example(out, tag, state, seen)).join("\n")}`;
  return page(`Gallery: ${title}`, `<p class="kicker"><a href="index.html">Gallery</a></p>
<h1>${escape(title)}</h1>
${contents(groups, "")}
${groups.map(groupHtml).join("\n")}
<script type="module" src="../site/gallery.js"></script>`, { script: true });
}

function overview() {
  const widgets = WIDGETS.map(({ file, title, groups }) => {
    const count = groups.reduce((sum, { states }) => sum + states.length, 0);
    return `<h2><a href="${file}">${escape(title)}</a> (${count})</h2>\n${contents(groups, file)}`;
  });
  return page("Gallery", `<h1>Gallery</h1>
<p class="standfirst">A live example of every widget in every state, beside its JSON.</p>
<p>The documents are those that the tests use. Those called “Real figures” name and link all their sources; the rest are test
documents, shortened or invented.</p>
<h2><a href="night.html">Watch a recorded night</a></h2>
<p>An invented election, from the exit poll to the certified result, step by step.</p>
${widgets.join("\n")}`);
}

/** Writes the gallery into the folder of the built demo. The command prerenders it there. */
export function writeGallery(out) {
  mkdirSync(join(out, "gallery/data"), { recursive: true });
  for (const widget of WIDGETS) writeFileSync(join(out, "gallery", widget.file), widgetPage(out, widget));
  writeFileSync(join(out, "gallery/index.html"), overview());
}
