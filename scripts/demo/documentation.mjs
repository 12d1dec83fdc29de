// The documentation as pages: each Markdown file of docs/, and those at the top of the repository.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { html } from "./markdown.mjs";
import { page } from "./page.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TOP = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** Returns every file that becomes a page, from the top of the repository. */
function files() {
  const inFolder = (folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
  return [...TOP.filter((name) => existsSync(join(ROOT, name))), ...inFolder("docs"), ...inFolder("docs/import"), ...inFolder("docs/decisions")];
}

/** Returns the name of a file's page: the index of docs/, or the README where there is none, is the first page. */
function pageName(file, all) {
  const first = all.includes("docs/README.md") ? "docs/README.md" : "README.md";
  if (file == first) return "index.html";
  return `${file.replace(/^docs\//, "").replace(/\.md$/, "").replaceAll("/", "-").toLowerCase()}.html`;
}

/**
 * Returns where a link of a file leads: a page of the documentation, a file of the demo, or nowhere, for files of the
 * repository that the demo does not have.
 */
function target(href, file, all) {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path, anchor] = href.split("#");
  const found = posix.normalize(posix.join(posix.dirname(file), path));
  if (all.includes(found)) return pageName(found, all) + (anchor ? `#${anchor}` : "");
  if (/^docs\/.*\.(png|svg)$/.test(found) && existsSync(join(ROOT, found))) return basename(found);
  if (/^www\/(articles|data|schema|geo|locale)\/./.test(found)) return found.replace("www/", "../");
}

/** Writes the documentation into the folder of the built demo. */
export function writeDocumentation(out) {
  mkdirSync(join(out, "docs"), { recursive: true });
  const all = files();
  for (const file of all) {
    const text = readFileSync(join(ROOT, file), "utf8");
    const title = text.match(/^# (.*)/m)?.[1].replaceAll("`", "") ?? basename(file);
    const image = (href) => {
      const name = target(href, file, all);
      if (name) writeFileSync(join(out, "docs", name), readFileSync(join(ROOT, posix.join(posix.dirname(file), href))));
      return name;
    };
    const body = html(text, { link: (href) => target(href, file, all), image });
    writeFileSync(join(out, "docs", pageName(file, all)), page(title, `<div class="doc">\n${body}\n</div>`));
  }
}
