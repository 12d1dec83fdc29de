// As much of Markdown as the documentation uses: headings, paragraphs, lists, quotes, tables, code, links, images.
import { escape } from "./page.mjs";

/** Returns an image that is written as HTML, with its alternative text and no other attribute. */
function image(tag, to) {
  const [src, alt] = ["src", "alt"].map((name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "");
  return `<img src="${to.image(src)}" alt="${alt}">`;
}

/** Returns text between blocks as HTML. `link` and `image` say where an address leads; without one the text stands alone. */
function inline(text, to) {
  const finished = [];
  const keep = (html) => `\u0000${finished.push(html) - 1}\u0000`;
  const kept = text
    .replace(/(`+)(.+?)\1/g, (_, __, code) => keep(`<code>${escape(code)}</code>`))
    .replace(/<img\b[^>]*>/g, (tag) => keep(image(tag, to)))
    .replace(/<\/?(?:p|div|table|tr|td|br)\b[^>]*>/g, "");
  return escape(kept)
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_, alt, href) => {
      const src = to.image(href);
      return src ? `<img src="${src}" alt="${alt}">` : alt;
    })
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label, href) => {
      const address = to.link(href.replaceAll("&#38;", "&"));
      return address ? `<a href="${escape(address)}">${label}</a>` : label;
    })
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])\*(\S(?:.*?\S)?)\*/g, "$1<em>$2</em>")
    .replace(/\u0000(\d+)\u0000/g, (_, index) => finished[index]);
}

const anchor = (title) => title.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, "").trim().replace(/\s+/g, "-");

function table(lines, to) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => inline(cell.trim().replaceAll("\\|", "|"), to));
  const row = (tag, line) => `<tr>${cells(line).map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const [head, , ...rows] = lines;
  return `<div class="table" tabindex="0" role="group" aria-label="Table"><table>
<thead>${row("th", head)}</thead>
<tbody>${rows.map((line) => row("td", line)).join("\n")}</tbody></table></div>`;
}

/** Items with their continuation lines; what is indented further is a list of its own. */
function list(lines, to) {
  const ordered = /^\s*\d/.test(lines[0]);
  const marker = /^(?:[-*]|\d+\.)\s+/;
  const items = [];
  for (const line of lines) {
    if (marker.test(line)) items.push([line.replace(marker, "")]);
    else items.at(-1).push(line.replace(/^ {2,4}/, ""));
  }
  const tag = ordered ? "ol" : "ul";
  const item = (all) => {
    const nested = all.findIndex((line, index) => index > 0 && (marker.test(line) || line == "" || line.startsWith("```")));
    const [own, rest] = nested < 0 ? [all, []] : [all.slice(0, nested), all.slice(nested)];
    return `<li>${inline(own.join(" "), to)}${rest.length ? html(rest.join("\n"), to) : ""}</li>`;
  };
  return `<${tag}>${items.map(item).join("\n")}</${tag}>`;
}

const RULES = [
  { is: /^\s*```/, until: null },
  { is: /^#{1,6} /, html: ([line], to) => heading(line, to), lines: 1 },
  { is: /^\|/, until: /^(?!\|)/, html: table },
  { is: /^(?:[-*]|\d+\.)\s/, until: /^(?!\s|[-*]\s|\d+\.\s|$)/, html: list },
  { is: /^>/, until: /^(?!>)/, html: (lines, to) => `<blockquote>${html(lines.map((line) => line.replace(/^> ?/, "")).join("\n"), to)}</blockquote>` },
  { is: /^<!--.*-->$/, lines: 1, html: () => "" },
  { is: /./, until: /^$|^\s*```|^#{1,6} |^\||^[-*]\s|^>/, html: (lines, to) => `<p>${inline(lines.join(" "), to)}</p>` },
];

function heading(line, to) {
  const [, marks, title] = line.match(/^(#+) (.*?)\s*#*$/);
  return `<h${marks.length} id="${anchor(title)}">${inline(title, to)}</h${marks.length}>`;
}

/** Returns how many of the lines belong to a block that `rule` begins. */
function extent(lines, { until, lines: fixed }) {
  if (fixed) return fixed;
  const fence = until == null;
  const end = lines.findIndex((line, index) => index > 0 && (fence ? /^\s*```\s*$/.test(line) : until.test(line)));
  return end < 0 ? lines.length : end + (fence ? 1 : 0);
}

const code = (lines) => `<pre tabindex="0" role="group" aria-label="Code"><code>${escape(lines.slice(1, -1).join("\n"))}</code></pre>`;

/** Returns Markdown as HTML. */
export function html(text, to) {
  let rest = text.split("\n");
  const out = [];
  while (rest.length) {
    const rule = RULES.find(({ is }) => is.test(rest[0]));
    if (!rule) {
      rest = rest.slice(1);
      continue;
    }
    const count = extent(rest, rule);
    out.push((rule.html ?? code)(rest.slice(0, count), to));
    rest = rest.slice(count);
  }
  return out.filter(Boolean).join("\n");
}
