// The observer map's DOM, written by hand in plain JavaScript as fast as we know how: one string of
// HTML a change. It knows no more than the benchmark's document needs, and no words but English.
const AROUND = 26, REACH = 13, HIT = 35, NAME = 50, BESIDE = 28, NARROW = 18, LISTED = 100, CARRIED = 60;
const WORDS = "One Two Three Four Five Six Seven Eight Nine".split(" ");
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const missions = (n) => `${number(n)} mission${n == 1 ? "" : "s"}`;
const english = (text) => escape(text.en ?? text);

export function byHand(root, data, area) {
  const spots = data.missions.map((mission) => spot(area.projection, mission.where.places[0]));
  const state = { organisation: "", selected: "" };
  const organisations = firsts(data.missions);
  root.innerHTML = frame(data, area, organisations);
  const [list, shown] = [".ew-missions", ".ew-shown"].map((name) => root.querySelector(name));
  const [, names, , markers] = root.querySelectorAll("svg > g");
  const draw = () => {
    const kept = [];
    for (let n = 0; n < data.missions.length; n++) {
      if (!state.organisation || data.missions[n].organisation == state.organisation) kept.push(n);
    }
    const found = clusters(kept, spots, area);
    names.innerHTML = labels(area, found);
    markers.innerHTML = found.map((one) => marker(one, data, area)).join("");
    list.innerHTML = rows(kept, data, state);
    shown.innerHTML = state.organisation
      ? `<span role="status">Showing ${missions(kept.length)} (${escape(state.organisation)})</span><button type="button">Show all</button>`
      : '<span role="status"></span>';
  };
  root.querySelector("select").addEventListener("input", ({ target }) => {
    target.querySelector("[selected]").removeAttribute("selected");
    target.selectedOptions[0].setAttribute("selected", "");
    state.organisation = data.missions.find(({ id }) => id == target.value)?.organisation ?? "";
    draw();
  });
  const redraw = (id) => {
    const item = list.querySelector(`[data-key="${id}"]`);
    const n = data.missions.findIndex((mission) => mission.id == id);
    if (item) item.innerHTML = content(n, data, state, list.querySelector("ul").childElementCount <= CARRIED);
  };
  list.addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    if (!summary) return;
    event.preventDefault();
    const id = summary.closest("li").dataset.key;
    const before = state.selected;
    state.selected = before == id ? "" : id;
    if (before && before != id) redraw(before);
    redraw(id);
  });
  draw();
}

function firsts(all) {
  const found = new Map();
  for (const { id, organisation } of all) if (!found.has(organisation)) found.set(organisation, id);
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function spot({ lon, lat, scale, x, y }, place) {
  const radians = Math.PI / 180;
  const [east, north, centre] = [(place.lon - lon) * radians, place.lat * radians, lat * radians];
  const toward = 1 + Math.sin(centre) * Math.sin(north) + Math.cos(centre) * Math.cos(north) * Math.cos(east);
  const stretch = Math.sqrt(2 / toward) * scale;
  return [
    Math.round(x + stretch * Math.cos(north) * Math.sin(east)),
    Math.round(y - stretch * (Math.cos(centre) * Math.sin(north) - Math.sin(centre) * Math.cos(north) * Math.cos(east))),
  ];
}

function clusters(kept, spots, { width, height }) {
  const reach = Math.trunc(width / REACH);
  const columns = Math.trunc(width / reach) + 1;
  const cells = new Map();
  const found = [];
  for (const n of kept) {
    const [x, y] = spots[n];
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const [column, row] = [Math.trunc(x / reach), Math.trunc(y / reach)];
    let near;
    for (let down = row - 1; down <= row + 1 && !near; down++) {
      for (let right = column - 1; right <= column + 1 && !near; right++) {
        if (right < 0 || right >= columns) continue;
        near = cells.get(down * columns + right)?.find(({ at }) => (at[0] - x) ** 2 + (at[1] - y) ** 2 < reach ** 2);
      }
    }
    if (near) near.all.push(n);
    else {
      const cluster = { at: [x, y], all: [n] };
      found.push(cluster);
      const cell = row * columns + column;
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(cluster);
    }
  }
  return found;
}

function marker({ at: [x, y], all }, { missions: every }, { width }) {
  const place = (n) => every[n].where.places[0].name;
  const near = all.every((n) => place(n) == place(all[0])) ? "" : " area";
  const [who, sign] = all.length == 1 ? [`${every[all[0]].name} (${number(all[0] + 1)})`, number(all[0] + 1)] : [missions(all.length), `×${all.length}`];
  const radius = Math.trunc(Math.trunc(width / AROUND) / 2);
  const circle = (r, more = "") => `<circle cx="${x}" cy="${y}" r="${r}"${more}></circle>`;
  return `<g class="ew-marker${all.length > 1 ? " ew-cluster" : ""}" data-of="${all.map((n) => every[n].id).join(" ")}" role="button" tabindex="0" aria-label="${escape(`${place(all[0])}${near}: ${who}`)}" aria-pressed="false">${circle(Math.trunc(width / HIT), ' class="ew-hit"')}${circle(radius)}<text class="ew-count" x="${x}" y="${y}" font-size="${Math.trunc((radius * 6) / 5)}">${sign}</text></g>`;
}

/** The names of lands, where no marker, no button and no other name is: first those of the map's, then those around. */
function labels(area, found) {
  const { width } = area;
  const rooms = [10, NARROW].map((tenths) => room(area, tenths, found));
  const size = Math.trunc(width / NAME);
  const lands = [...area.shapes.map((one) => [one, "ew-place-name"]), ...area.around.filter(({ at }) => at).map((one) => [one, "ew-land-name"])];
  const label = ([{ name, at: [x, y] }, kind]) => {
    const text = english(name);
    const [wide, narrow] = rooms.map((room) => (y) => room(x, y, text.length * size, size));
    const free = [y, y + Math.trunc(width / BESIDE)].find(wide);
    if (free === undefined) return "";
    return `<text class="${kind}${narrow(free) ? "" : " ew-wide-only"}" x="${x}" y="${free}" font-size="${size}">${text}</text>`;
  };
  return lands.map(label).join("");
}

/** Takes the room of a name in a map that is drawn so many tenths as large, and says whether it was free. */
function room({ width, height }, tenths, found) {
  const larger = (length) => Math.trunc((length * tenths) / 10);
  const around = (x, y, across, along) => [x - larger(across), y - larger(along), x + larger(across), y + larger(along)];
  const tools = Math.trunc((width * tenths) / 60);
  const marker = Math.trunc(width / 44);
  const taken = [[width - tools, 0, width, Math.trunc(tools / 2)], ...found.map(({ at: [x, y] }) => around(x, y, marker, marker))];
  return (x, y, length, size) => {
    const wanted = around(x, y, Math.trunc((length * 33) / 100), Math.trunc((size * 6) / 10));
    const [left, top, right, bottom] = wanted;
    const inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    const free = inside && taken.every(([start, high, end, low]) => end <= left || start >= right || low <= top || high >= bottom);
    if (free) taken.push(wanted);
    return free;
  };
}

function rows(kept, data, state) {
  const item = (n) => `<li data-key="${data.missions[n].id}" part="mission">${content(n, data, state, kept.length <= CARRIED)}</li>`;
  const more = kept.length > LISTED ? `<button type="button">Show all ${number(kept.length)}</button>` : "";
  return `<div><ul role="list">${kept.slice(0, LISTED).map(item).join("")}</ul></div>${more}`;
}

/** A mission's row; what it opens to is there where the list is short, else once it is open. */
function content(n, { missions: every }, { selected }, carried) {
  const mission = every[n];
  const open = mission.id == selected;
  const size = `${mission.size} observer${mission.size == 1 ? "" : "s"}`;
  const place = escape(mission.where.places[0].name);
  const where = open ? "" : `<span class="ew-where"><span class="ew-detail">${place}</span></span>`;
  const opened = `<div class="ew-opened"><dl class="ew-figures"><div><dt>Observers</dt><dd>${size}</dd></div><div><dt>Where</dt><dd>${place}</dd></div></dl><p class="ew-note">${escape(mission.note)}</p></div>`;
  return `<details${open ? ' open=""' : ""}><summary class="ew-row"><span class="ew-letter">${number(n + 1)}</span><bdi>${escape(mission.name)}</bdi><span class="ew-sizes"><span class="ew-figure">${size}</span></span><span class="ew-about"><span class="ew-detail">${escape(mission.organisation)}</span>${where}</span></summary>${open || carried ? opened : ""}</details>`;
}

function frame(data, area, organisations) {
  const button = (text, more = "") => `<button type="button"${more}>${text}</button>`;
  const path = (d, name) => `<path aria-hidden="true" class="${name}" d="${d}"></path>`;
  const tool = (sign, name, off) => button(sign, ` aria-label="${name}" title="${name}"${off ? ' aria-disabled="true"' : ""}`);
  const order = ["Original order", "Name", "Size", "Organisation"];
  const options = organisations.map(([name, id]) => `<option value="${id}">${escape(name)}</option>`);
  const remarks = [area.vintage, area.borders, area.credit].map(english);
  const all = data.missions.length;
  const many = `${WORDS[all - 1] ?? number(all)} mission${all == 1 ? " is" : "s are"} listed.`;
  const picture = `<svg viewBox="0 0 ${area.width} ${area.height}" width="${area.width}" height="${area.height}" class="ew-map-picture">${area.around.map((one) => path(one.path, "ew-around")).join("")}<g>${area.shapes.map((one) => path(one.path, "ew-land")).join("")}</g>${path(area.disputed, "ew-borders")}<g aria-hidden="true"></g><g aria-hidden="true"></g><g></g></svg>`;
  const map = `<div class="ew-map" part="map"><div class="ew-map-frame" role="group" tabindex="-1" aria-label="Map: ${english(area.title)}."><div class="ew-map-tools">${tool("+", "Zoom in")}${tool("−", "Zoom out", true)}</div>${picture}</div><p class="ew-map-remarks">${remarks.join(" · ")}</p></div>`;
  const controls = `<div class="ew-controls ew-quiet" part="controls"><div class="ew-find"><input type="search" placeholder="Search" aria-label="Search" autocomplete="off"><span role="status"></span></div><div class="ew-picks"><select aria-label="Organisation"><option value="" selected="">All organisations</option>${options.join("")}</select></div><div class="ew-picks" role="group" aria-label="Sort by"><span aria-hidden="true">Sort by</span>${order.map((name, n) => button(name, ` aria-pressed="${n == 0}"`)).join("")}</div></div>`;
  return `<div class="ew" lang="en"><figure class="ew-observers"><figcaption class="ew-title" part="title">${escape(data.title)}</figcaption><p class="ew-contest">${escape(data.event.name)}</p><p class="ew-summary" part="summary">${many}</p><div class="ew-atlas">${map}<div role="region" tabindex="-1" aria-label="Missions">${controls}<p class="ew-shown"></p><div class="ew-missions" part="list"></div></div></div><div class="ew-foot"></div></figure><p class="ew-said" role="status" data-updated="Updated." data-gone="No longer stated:"></p><div class="ew-tools" role="group" aria-label="Download or copy" part="tools">${button("Download CSV")}${button("Download GeoJSON")}${button("Copy table")}<button type="button" data-picture="png">Download PNG</button><button type="button" data-picture="svg">Download SVG</button><span role="status"></span><span role="status" data-drawing="The picture is being drawn…" data-failed="The picture could not be drawn."></span></div></div>`;
}
