// The alliance grid's DOM, written by hand in plain JavaScript as fast as we know how: one string of
// HTML for the grid, then only the cells that change. It knows no more than the benchmark's document
// needs, and no words but English.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const spelt = (date) => {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
};
const NONE = '<span class="ew-none" role="img" aria-label="not a member">–</span>';
const UNSTATED = '<span class="ew-none" role="img" aria-label="not stated">·</span>';

export function byHand(root, data) {
  const ids = data.alliances.map(({ id }) => id);
  const rows = data.states.map(({ code, name }) => ({ code, name, since: ids.map(() => undefined) }));
  const place = new Map(rows.map((row, n) => [row.code, n]));
  ids.forEach((id, column) => {
    for (const { state, from } of data.memberships[id].member) rows[place.get(state)].since[column] = from;
  });
  const stops = [...new Set([...Object.values(data.memberships).flatMap(({ member }) => member.map(({ from }) => from)), data.asOf])].sort();
  const state = { day: data.asOf };
  const known = (from) => from && from <= state.day;
  // Of those without a day the list says something on its own day alone.
  const isItsDay = () => state.day == data.asOf;
  const mark = (from) => {
    if (!known(from)) return from || isItsDay() ? NONE : UNSTATED;
    const said = `member since ${spelt(from)}`;
    return `<span class="ew-kind" data-kind="member" role="img" aria-label="${said}" title="${said}">M</span>`;
  };
  const head = (row) => `<th role="rowheader" scope="row"><details><summary><bdi>${escape(row.name)}</bdi><span class="ew-code" part="code code-${row.code}" aria-hidden="true">${row.code}</span></summary></details></th>`;
  const atLeast = (n, least) => (least ? `at least ${n}` : `${n}`);
  const total = ({ since }) => {
    const n = since.filter(known).length;
    const open = !isItsDay() && since.some((from) => !from);
    return open && n == 0 ? "·" : atLeast(n, open);
  };
  const row = (one) => `<tr role="row" data-key="${one.code}">${head(one)}${one.since.map((from) => `<td role="cell">${mark(from)}</td>`).join("")}<td role="cell">${total(one)}</td></tr>`;
  const members = (column) => {
    const n = rows.filter((one) => known(one.since[column])).length;
    return n ? `members: ${atLeast(n, !isItsDay())}` : "";
  };
  root.innerHTML = frame(data, stops, state, rows, row, members);
  const body = root.querySelector("tbody");
  const [summary, shown, changes] = [".ew-summary", ".ew-status strong", ".ew-changes"].map((name) => root.querySelector(name));
  const [range, field] = root.querySelectorAll(".ew-time input");
  const feet = [...root.querySelectorAll("tfoot td")].slice(1, -1);
  const byCode = new Map([...body.rows].map((one) => [one.dataset.key, one]));

  const draw = (before) => {
    const other = (before == data.asOf) != isItsDay();
    for (const one of rows) {
      const cells = byCode.get(one.code).cells;
      one.since.forEach((from, column) => {
        if (from ? (from <= before) != (from <= state.day) : other) cells[column + 1].innerHTML = mark(from);
      });
      cells[cells.length - 1].textContent = total(one);
    }
    ids.forEach((_, column) => (feet[column].innerHTML = foot(members(column))));
    summary.textContent = summed(data, members, state);
    const said = `as of ${spelt(state.day)}`;
    shown.textContent = said;
    range.setAttribute("value", (range.value = stops.indexOf(state.day)));
    range.setAttribute("aria-valuetext", said);
    field.setAttribute("value", (field.value = state.day));
    changes.innerHTML = changed(data, rows, stops, state);
  };
  range.addEventListener("input", () => {
    const before = state.day;
    state.day = stops[range.value];
    draw(before);
  });
  const orders = root.querySelectorAll(".ew-quiet button");
  orders.forEach((button, n) =>
    button.addEventListener("click", () => {
      orders.forEach((other) => other.setAttribute("aria-pressed", other == button));
      const number = new Map(rows.map((one) => [one.code, one.since.filter(known).length]));
      const sorted = n == 2 ? rows.toSorted((one, other) => number.get(other.code) - number.get(one.code)) : rows;
      body.replaceChildren(...sorted.map(({ code }) => byCode.get(code)));
    }),
  );
}

const foot = (said) => (said ? `<span class="ew-detail">${said}</span>` : "");

function summed({ alliances }, members, { day }) {
  const told = alliances
    .map(({ short }, column) => [short, members(column)])
    .filter(([, said]) => said)
    .slice(0, 4)
    .map(([short, said]) => `${short} – ${said}.`);
  return told.join(" ") || `Nothing is said of ${spelt(day)}.`;
}

/** What is different from the stop before: seven by name, then how many more; what was not stated
 * before, or is not now, by number. */
function changed({ alliances, asOf }, rows, stops, { day }) {
  const before = stops[stops.indexOf(day) - 1];
  if (before === undefined) return "";
  const told = [];
  let stated = 0;
  for (const { name, since } of rows) {
    since.forEach((from, column) => {
      if (!from) stated += day == asOf;
      else if (from > before && from <= day) told.push(`${name}, ${alliances[column].short}: member since ${spelt(from)}`);
    });
  }
  const more = told.length > 8 ? [...told.slice(0, 7), `${told.length - 7} more`] : told;
  const list = more.length > 1 ? `${more.slice(0, -1).join(", ")} and ${more.at(-1)}` : more[0];
  const said = told.length ? `<span>Since the stop before: ${list}.</span>` : "";
  return said + (stated ? `<span>Stated now and not at the stop before: ${String(stated).replace(/\B(?=(\d{3})+$)/g, ",")}.</span>` : "");
}

function frame(data, stops, state, rows, row, members) {
  const button = (text, pressed) => `<button type="button"${pressed === undefined ? "" : ` aria-pressed="${pressed}"`}>${text}</button>`;
  const group = (label, buttons, part = "") => `<div class="ew-picks" role="group" aria-label="${label}"${part}><span aria-hidden="true">${label}</span>${buttons.join("")}</div>`;
  const said = `as of ${spelt(state.day)}`;
  const views = ["Grid", "By alliance", "By state", "Timeline", "In the same alliances"].map((name, n) => button(name, n == 0));
  const orders = ["By name", "As in the data", "By number", "Like beside like"].map((name, n) => button(name, n == 0));
  const column = ({ short }) => `<th role="columnheader" scope="col" aria-sort="none">${button(escape(short))}</th>`;
  const options = `<option value="" selected="">Choose a state</option>${rows.map(({ code, name }) => `<option value="${code}">${escape(name)}</option>`).join("")}`;
  const select = `<select aria-label="Compare">${options}</select>`;
  const feet = data.alliances.map((_, column) => `<td role="cell">${foot(members(column))}</td>`).join("");
  return `<div class="ew" lang="en"><figure class="ew-alliances"><figcaption class="ew-title" part="title">${escape(data.title)}</figcaption><p class="ew-summary" part="summary">${summed(data, members, state)}</p><div class="ew-controls" part="controls">${group("Show", views)}${group("Kinds", [button("M member", true)], ' part="legend"')}</div><div class="ew-status" part="status"><p><strong>${said}</strong></p><div class="ew-controls ew-time" part="controls"><input type="range" min="0" max="${stops.length - 1}" value="${stops.indexOf(state.day)}" aria-label="Day" aria-valuetext="${said}"><input type="date" value="${state.day}" aria-label="Day"></div><p class="ew-changes" role="status">${changed(data, rows, stops, state)}</p></div><div><div class="ew-controls ew-quiet" part="controls"><div class="ew-find"><input type="search" placeholder="Find" aria-label="Find" autocomplete="off"><span role="status"></span></div>${group("Order", orders)}</div><div class="ew-table ew-wide" tabindex="0" role="region" aria-label="Table, scrolls"><table class="ew-grid" role="table" part="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">State</th>${data.alliances.map(column).join("")}<th role="columnheader" scope="col">Member of</th></tr></thead><tbody role="rowgroup">${rows.map(row).join("")}</tbody><tfoot role="rowgroup"><tr role="row"><td role="cell"></td>${feet}<td role="cell"></td></tr></tfoot></table></div><p class="ew-note">– not a member   · not stated</p></div><div class="ew-compare"><div class="ew-controls ew-picks" role="group" aria-label="Compare"><span aria-hidden="true">Compare</span>${select}${select}</div><p role="status"></p></div><div class="ew-foot"></div></figure><div class="ew-tools" role="group" aria-label="Take the figures along" part="tools">${button("Download CSV")}${button("Download JSON")}${button("Copy table")}<span role="status"></span></div></div>`;
}
