// The results chart's DOM, written by hand in plain JavaScript as fast as we know how: one string of
// HTML, and for new data only the texts and attributes that change. It checks nothing, knows no more
// than the benchmark's document needs, and no words but English. The limit that ours is measured by.
const MONTHS = "January February March April May June July August September October November December".split(" ");
// Each colour on a light and on a dark ground, where it has to stand out.
const ON_GROUNDS = { "#1d6fb8": "#1d6fb8,#2876bb", "#b8431d": "#b8431d,#bf5533", "#3d8b37": "#3d8b37,#3d8b37", "#7a4fa3": "#7a4fa3,#8d69b0", "#a58a00": "#9c8300,#a58a00", "#00808a": "#00808a,#00808a", "#8a3050": "#8a3050,#a7637b" };
const SHOWN_IN_FULL = 12;
const SCROLLS_ABOVE = 200;
const QUIET_MS = 5_000;
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const spelt = (date) => {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
};
const width = (votes, most) => `${Math.round((votes * 10_000) / most) / 100}%`;

function read(text) {
  const data = JSON.parse(text);
  const given = data.counts[0].results;
  const rows = data.options.map(({ id, name, color }) => ({ id, name, color, votes: given[id].votes }));
  rows.sort((one, other) => other.votes - one.votes);
  return { data, rows, most: rows[0].votes, order: rows.map(({ id }) => id).join() };
}

const summed = ([{ name, votes }]) => `${name} leads with ${number(votes)} votes.`;

/** Draws into a shadow root that has the styles. */
export function draw(host, text, sheet) {
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  host.append(element);
  const chart = { root };
  fill(chart, read(text));
  return chart;
}

function fill(chart, now) {
  const { data, rows, most, order } = now;
  chart.now = now;
  chart.root.innerHTML = frame(data, rows, most);
  chart.order = order;
  chart.summary = chart.root.querySelector(".ew-summary").firstChild;
  chart.news = chart.root.querySelector(".ew-said");
  chart.cells = [...chart.root.querySelectorAll("[data-key]")].map((row) => ({
    figure: row.querySelector(".ew-figure").firstChild,
    line: row.querySelector("line"),
    opened: row.nextSibling?.querySelector("dd")?.firstChild,
  }));
  if (rows.length > SHOWN_IN_FULL) chart.root.querySelector("tbody").addEventListener("toggle", ({ target }) => open(chart, target), true);
}

/** What an option of a long table opens to is there while it is open. */
function open(chart, details) {
  const { data, rows } = chart.now;
  const row = details.closest("tr");
  const n = rows.findIndex(({ id }) => id == row.dataset.key);
  if (chart.cells[n].opened) row.nextSibling.remove();
  if (details.open) row.insertAdjacentHTML("afterend", more(data, rows[n], " ew-opened"));
  chart.cells[n].opened = details.open ? row.nextSibling.querySelector("dd").firstChild : undefined;
}

const told = ({ title, publisher, date }) => `${escape(title)}, ${escape(publisher)}, ${spelt(date)}`;

const more = ({ counts: [{ asOf }], sources: [source] }, { votes }, opened = "") =>
  `<tr role="row" class="ew-more${opened}"><td role="cell" colspan="2"><dl class="ew-figures"><div><dt>Preliminary results, ${spelt(asOf)}</dt><dd>Votes: ${number(votes)}</dd><dd class="ew-detail">${told(source)}</dd></div></dl></td></tr>`;

export function update(chart, text) {
  const now = read(text);
  if (now.order != chart.order) return fill(chart, now);
  chart.now = now;
  chart.summary.data = summed(now.rows);
  announce(chart);
  now.rows.forEach(({ votes }, n) => {
    const { figure, line, opened } = chart.cells[n];
    figure.data = number(votes);
    line.setAttribute("x2", width(votes, now.most));
    if (opened) opened.data = `Votes: ${number(votes)}`;
  });
}

/** Says what is new, at most every few seconds. */
function announce(chart) {
  const say = () => {
    chart.timer = undefined;
    chart.saidAt = performance.now();
    chart.news.textContent = `Updated. ${summed(chart.now.rows)}`;
  };
  chart.timer ??= setTimeout(say, Math.max(0, (chart.saidAt ?? -QUIET_MS) + QUIET_MS - performance.now()));
}

function frame(data, rows, most) {
  const { title, contest, counts: [{ asOf }], sources: [source] } = data;
  const button = (text, more = "") => `<button type="button"${more}>${text}</button>`;
  const picks = ["Result", "Original order", "Name"].map((name, n) => button(name, ` aria-pressed="${n == 0}"`)).join("");
  const full = rows.length <= SHOWN_IN_FULL;
  const scrolls = rows.length > SCROLLS_ABOVE ? ' tabindex="0" role="region" aria-label="Scrollable table"' : "";
  const controls = full
    ? ""
    : `<div class="ew-controls ew-quiet" part="controls"><div class="ew-find"><input type="search" placeholder="Search" aria-label="Search" autocomplete="off"><span role="status"></span></div><div class="ew-picks" role="group" aria-label="Sort by"><span aria-hidden="true">Sort by</span>${picks}</div></div>`;
  const row = ({ id, name, color, votes }) =>
    `<tr role="row" data-key="${id}"><th role="rowheader" scope="row" part="name"><details><summary><bdi>${escape(name)}</bdi></summary></details></th><td role="cell" data-label="Votes" data-status="preliminary"><span class="ew-figure" part="figure">${number(votes)}</span><svg class="ew-bar" part="bar" width="100%" height="14" aria-hidden="true" color="light-dark(${ON_GROUNDS[color]})"><line class="ew-solid" x1="0%" x2="${width(votes, most)}" y1="50%" y2="50%"></line></svg></td></tr>${full ? more(data, { votes }) : ""}`;
  return `<div class="ew" lang="en"><figure class="ew-results"><figcaption class="ew-title" part="title">${escape(title)}</figcaption><p class="ew-contest">${escape(contest.office)} · ${spelt(contest.date)}</p><div class="ew-status" part="status"><p><strong>Preliminary results</strong><span>as of ${spelt(asOf)}</span></p></div><p class="ew-summary" part="summary">${escape(summed(rows))}</p>${controls}<div class="ew-table"${scrolls}><table class="${scrolls ? "ew-long" : "ew-one"}" role="table" aria-label="${escape(title)}" part="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Party</th><th role="columnheader" scope="col" data-figure="votes">Votes</th></tr></thead><tbody role="rowgroup">${rows.map(row).join("")}</tbody></table></div><div class="ew-foot"><div class="ew-sources" part="sources"><p>Source</p><ul role="list"><li>${told(source)}</li></ul></div></div></figure><p class="ew-said" role="status" data-updated="Updated." data-gone="No longer stated:"></p><div class="ew-tools" role="group" aria-label="Download or copy" part="tools">${button("Download CSV")}${button("Download JSON")}${button("Copy table")}<button type="button" data-picture="png">Download PNG</button><button type="button" data-picture="svg">Download SVG</button><span role="status"></span><span role="status" data-drawing="The picture is being drawn…" data-failed="The picture could not be drawn."></span></div></div>`;
}
