// The alliance grid's DOM, written by hand in plain JavaScript as fast as we know how: one string of
// HTML for the grid, then only what changes. It knows no more than the benchmark's document needs, and
// no words but English.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const SUMMED = 4, TOLD = 8;
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const spelt = (date) => {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
};
const NONE = '<span class="ew-none" role="img" aria-label="not a member">–</span>';
const UNSTATED = '<span class="ew-none" role="img" aria-label="not given">·</span>';

export function byHand(root, data) {
  const chart = read(data);
  root.innerHTML = frame(chart);
  const body = root.querySelector("tbody");
  const rows = new Map([...body.rows].map((row) => [row.dataset.key, { row, cells: [...row.cells].slice(1, -1) }]));
  const [status, legend, summary, changes] = [".ew-status", ".ew-legend", ".ew-summary", ".ew-changes"].map((name) => root.querySelector(name));
  const [columns, about] = root.querySelectorAll("thead tr");
  const [, order] = root.querySelectorAll(".ew-choices select");
  const range = root.querySelector("input[type=range]");
  let shown = sorted(chart);

  const sort = () => {
    const now = sorted(chart);
    const place = new Map(shown.map((one, n) => [one, n]));
    const still = longestRising(now.map((one) => place.get(one)));
    let next = null;
    for (let n = now.length - 1; n >= 0; n--) {
      const { row } = rows.get(now[n].code);
      if (!still.has(n)) body.insertBefore(row, next);
      next = row;
    }
    shown = now;
  };
  const moveTo = (day) => {
    const before = chart.day;
    chart.day = day;
    const turned = (before == data.asOf) != isItsDay(chart);
    for (const one of chart.rows) {
      const { row, cells } = rows.get(one.code);
      one.since.forEach((from, column) => {
        if (from ? (from <= before) != (from <= day) : turned) cells[column].innerHTML = mark(chart, from);
      });
      if (turned && isItsDay(chart)) row.insertAdjacentHTML("beforeend", total(chart, one));
      else if (turned) row.lastChild.remove();
    }
    if (turned && isItsDay(chart)) columns.insertAdjacentHTML("beforeend", TOTAL);
    else if (turned) columns.lastChild.remove();
    const told = counted(chart);
    [...about.cells].forEach((cell, column) => {
      const now = members(told[column]);
      if (cell.children[1]?.textContent == now) return;
      cell.children[1]?.remove();
      cell.insertAdjacentHTML("beforeend", detail(now));
    });
    const said = `as of ${spelt(day)}`;
    status.textContent = said;
    range.setAttribute("value", (range.value = chart.stops.indexOf(day)));
    range.setAttribute("aria-valuetext", said);
    if (turned) legend.innerHTML = signs(chart);
    summary.textContent = summed(chart, told);
    changes.innerHTML = changed(chart);
    sort();
  };
  range.addEventListener("input", () => moveTo(chart.stops[range.value]));
  order.addEventListener("input", () => {
    order.querySelector("[selected]").removeAttribute("selected");
    order.selectedOptions[0].setAttribute("selected", "");
    chart.order = order.value;
    sort();
  });
  body.addEventListener("toggle", ({ target }) => open(chart, target), true);
}

/** The places of a longest part of `all` that rises: what need not move when the rest does. */
function longestRising(all) {
  const ends = [];
  const before = [];
  all.forEach((one, n) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[ends[middle]] < one) low = middle + 1;
      else high = middle;
    }
    before[n] = ends[low - 1];
    ends[low] = n;
  });
  const found = new Set();
  for (let n = ends.at(-1); n !== undefined; n = before[n]) found.add(n);
  return found;
}

/** What a row opens to is there while it is open. */
function open({ data, rows }, details) {
  details.querySelector("dl")?.remove();
  if (!details.open) return;
  const { since } = rows.find(({ code }) => code == details.closest("tr").dataset.key);
  const told = data.alliances.map(({ name }, column) => since[column] && `<div><dt><button type="button" aria-pressed="false">${escape(name)}</button></dt><dd>member since ${spelt(since[column])}</dd></div>`);
  details.insertAdjacentHTML("beforeend", `<dl class="ew-figures">${told.filter(Boolean).join("")}</dl>`);
}

function read(data) {
  const rows = data.states.map(({ code, name }) => ({ code, name, since: data.alliances.map(() => undefined) }));
  const place = new Map(rows.map((row, n) => [row.code, n]));
  data.alliances.forEach(({ id }, column) => {
    for (const { state, from } of data.memberships[id].member) rows[place.get(state)].since[column] = from;
  });
  const stops = [...new Set([...rows.flatMap(({ since }) => since.filter(Boolean)), data.asOf])].sort();
  return { data, rows, stops, day: data.asOf, order: "Membership" };
}

const isKnown = ({ day }, from) => from && from <= day;
// Of those without a day the list says something on its own day alone.
const isItsDay = ({ day, data }) => day == data.asOf;

const byName = (one, other) => (one.name < other.name ? -1 : 1);
const numberOf = (chart, { since }) => since.filter((from) => isKnown(chart, from)).length;

/** The rows as the reader wants them: members of the first alliance before others, and so on; by name; by number. */
function sorted(chart) {
  const { rows, order } = chart;
  const named = rows.toSorted(byName);
  if (order == "Name") return named;
  if (order == "Most memberships") {
    const all = new Map(rows.map((one) => [one, numberOf(chart, one)]));
    return named.sort((one, other) => all.get(other) - all.get(one));
  }
  const rank = (from) => (isKnown(chart, from) ? 0 : 1);
  const ranks = new Map(rows.map((one) => [one, one.since.map(rank).join()]));
  return named.sort((one, other) => (ranks.get(one) < ranks.get(other) ? -1 : ranks.get(one) > ranks.get(other) ? 1 : 0));
}

function mark(chart, from) {
  if (!isKnown(chart, from)) return from || isItsDay(chart) ? NONE : UNSTATED;
  const said = `member since ${spelt(from)}`;
  return `<span class="ew-kind" data-kind="member" role="img" aria-label="${said}" title="${said}">M</span>`;
}

/** How many each alliance surely has. */
const counted = (chart) => chart.data.alliances.map((_, column) => ({ n: chart.rows.filter(({ since }) => isKnown(chart, since[column])).length, least: !isItsDay(chart) }));
const members = ({ n, least }) => (n ? `${least ? "at least " : ""}${number(n)} member${n == 1 ? "" : "s"}` : "");
const detail = (said) => (said ? `<span class="ew-detail">${said}</span>` : "");

function summed({ data, rows, day }, told) {
  const said = data.alliances.map(({ short }, column) => {
    // Those that are members later are known not to be before.
    const later = rows.filter(({ since }) => since[column]).length;
    const none = `${number(later)} of the ${number(rows.length)} listed here ${later == 1 ? "is not a member" : "are not members"}`;
    return told[column].n || later ? `${short}: ${members(told[column]) || none}.` : "";
  });
  return said.filter(Boolean).slice(0, SUMMED).join(" ") || `No information for ${spelt(day)}.`;
}

const hasComma = (one) => one.includes(", ");
function list(items) {
  const all = items.length > TOLD ? [...items.slice(0, TOLD - 1), `${number(items.length - TOLD + 1)} more`] : items;
  if (all.length < 2) return all.join();
  return all.some(hasComma) ? all.join("; ") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** What is different from the stop before: who joined what, and how much was not stated before, or is not now. */
function changed({ data, rows, stops, day }) {
  const before = stops[stops.indexOf(day) - 1];
  if (before === undefined) return "";
  const joined = new Map();
  let unknown = 0;
  data.alliances.forEach(({ short }, column) => {
    for (const { name, since } of rows) {
      const from = since[column];
      if (!from) unknown += day == data.asOf;
      else if (from > before && from <= day) {
        const key = `(${short}): member since ${spelt(from)}`;
        joined.set(key, [...(joined.get(key) ?? []), name]);
      }
    }
  });
  const told = [...joined].map(([key, names]) => `${list(names)} ${key}`);
  const said = told.length ? `<span>Since the previous date: ${escape(list(told))}.</span>` : "";
  return said + (unknown ? `<span>Entries that cannot be compared with the previous date: ${number(unknown)}.</span>` : "");
}

const TOTAL = '<th role="columnheader" scope="col" rowspan="2" class="ew-sum">Memberships</th>';
const total = (chart, one) => `<td role="cell" class="ew-sum">${numberOf(chart, one)}</td>`;

function signs(chart) {
  const sign = (text, said) => `<span><span class="ew-none" aria-hidden="true">${text}</span> ${said}</span>`;
  const own = '<span><span class="ew-kind" data-kind="member" aria-hidden="true">M</span> member</span>';
  return own + sign("–", "not a member") + (isItsDay(chart) ? "" : sign("·", "not given"));
}

function table(chart) {
  const { data } = chart;
  const told = counted(chart);
  const head = ({ code, name }) => `<th role="rowheader" scope="row"><details><summary><bdi>${escape(name)}</bdi><span part="code code-${code}" aria-hidden="true"></span></summary></details></th>`;
  const row = (one) => `<tr role="row" data-key="${one.code}">${head(one)}${one.since.map((from) => `<td role="cell">${mark(chart, from)}</td>`).join("")}${total(chart, one)}</tr>`;
  const columns = data.alliances.map(({ short }) => `<th role="columnheader" scope="col"><bdi>${escape(short)}</bdi></th>`);
  const about = data.alliances.map(({ name }, column) => `<td role="cell"><span class="ew-detail"><bdi>${escape(name)}</bdi></span>${detail(members(told[column]))}</td>`);
  return `<div class="ew-table ew-wide" tabindex="0" role="region" aria-label="${escape(data.title)}"><table class="ew-grid" role="table" aria-label="${escape(data.title)}" part="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" rowspan="2">Country</th>${columns.join("")}${TOTAL}</tr><tr role="row">${about.join("")}</tr></thead><tbody role="rowgroup">${sorted(chart).map(row).join("")}</tbody></table></div>`;
}

function frame(chart) {
  const { data, rows, stops, day } = chart;
  const button = (text, more = "") => `<button type="button"${more}>${text}</button>`;
  const option = (value, text, n) => `<option value="${escape(value)}"${n == 0 ? ' selected=""' : ""}>${escape(text)}</option>`;
  const select = (label, options) => `<select aria-label="${label}">${options.join("")}</select>`;
  const pick = (label, options) => `<div class="ew-picks"><span aria-hidden="true">${label}</span>${select(label, options.map((text, n) => option(text, text, n)))}</div>`;
  const views = ["Table", "By organisation", "By country", "Timeline", "Shared memberships"];
  const orders = ["Membership", "Name", "Original order", "Most memberships", "Similar countries together", ...data.alliances.map(({ short }) => short)];
  const said = `as of ${spelt(day)}`;
  const countries = [option("", "Choose a country", 0), ...rows.map(({ code, name }) => option(code, name))];
  const [first, last] = [stops[0], stops.at(-1)].map((stop) => `<span aria-hidden="true">${spelt(stop)}</span>`);
  const search = '<div class="ew-find"><input type="search" placeholder="Search" aria-label="Search" autocomplete="off"><span role="status"></span></div>';
  return `<div class="ew" lang="en"><figure class="ew-alliances"><figcaption class="ew-title" part="title">${escape(data.title)}</figcaption><p class="ew-status" part="status">${said}</p><div class="ew-controls ew-choices" part="controls">${pick("View", views)}${pick("Sort by", orders)}${search}</div><div class="ew-controls ew-time" part="controls">${first}<input type="range" min="0" max="${stops.length - 1}" value="${stops.indexOf(day)}" aria-label="Date" aria-valuetext="${said}">${last}</div><p class="ew-legend" part="legend">${signs(chart)}</p>${table(chart)}<p class="ew-summary" part="summary">${escape(summed(chart, counted(chart)))}</p><p class="ew-changes" role="status">${changed(chart)}</p><div class="ew-controls ew-kinds" part="controls"><div class="ew-picks" role="group" aria-label="Status"><span aria-hidden="true">Status</span>${button("member", ' aria-pressed="true"')}</div></div><details class="ew-compare"><summary><bdi>Compare</bdi></summary><div class="ew-controls ew-picks">${select("First country", countries)}${select("Second country", countries)}</div><p role="status"></p></details><div class="ew-foot"></div></figure><p class="ew-said" role="status" data-updated="Updated." data-gone="No longer stated:"></p><div class="ew-tools" role="group" aria-label="Download or copy" part="tools">${button("Download CSV")}${button("Download JSON")}${button("Copy table")}<button type="button" data-picture="png">Download PNG</button><button type="button" data-picture="svg">Download SVG</button><span role="status"></span><span role="status" data-drawing="The picture is being drawn…" data-failed="The picture could not be drawn."></span></div></div>`;
}
