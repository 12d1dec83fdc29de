// The observer map's DOM, written by hand in plain JavaScript as fast as we know how: one string of
// HTML a change. It knows no more than the benchmark's document needs, and no words but English.
const AROUND = 26, REACH = 13, LISTED = 100;
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const missions = (n) => `${number(n)} mission${n == 1 ? "" : "s"}`;

export function byHand(root, data, area) {
  const spots = data.missions.map((mission) => spot(area.projection, mission.where.places[0]));
  const state = { organisation: "", selected: "" };
  const organisations = firsts(data.missions);
  root.innerHTML = frame(data, area, organisations);
  const [markers, list, shown] = [".markers", ".ew-missions", ".ew-shown"].map((name) => root.querySelector(name));
  markers.removeAttribute("class");
  const draw = () => {
    const kept = [];
    for (let n = 0; n < data.missions.length; n++) {
      if (!state.organisation || data.missions[n].organisation == state.organisation) kept.push(n);
    }
    markers.innerHTML = clusters(kept, spots, area).map((one) => marker(one, data, area)).join("");
    list.innerHTML = rows(kept, data, state);
    shown.innerHTML = state.organisation
      ? `<span role="status">Shown: ${missions(kept.length)} (${escape(state.organisation)})</span><button type="button">Show all</button>`
      : '<span role="status"></span>';
  };
  root.querySelector("select").addEventListener("input", ({ target }) => {
    target.querySelector("[selected]").removeAttribute("selected");
    target.selectedOptions[0].setAttribute("selected", "");
    state.organisation = data.missions.find(({ id }) => id == target.value)?.organisation ?? "";
    draw();
  });
  const toggle = (id, open) => {
    const n = data.missions.findIndex((mission) => mission.id == id);
    const item = list.querySelector(`[data-key="${id}"]`);
    if (item) item.innerHTML = content(data.missions[n], open);
  };
  list.addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    if (!summary) return;
    event.preventDefault();
    const id = summary.closest("li").dataset.key;
    const before = state.selected;
    state.selected = before == id ? "" : id;
    if (before) toggle(before, false);
    if (state.selected) toggle(state.selected, true);
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
  const near = all.every((n) => place(n) == place(all[0])) ? "" : " and nearby";
  const who = all.length == 1 ? every[all[0]].name : missions(all.length);
  const radius = Math.trunc(Math.trunc(width / AROUND) / 2);
  return `<g class="ew-marker${all.length > 1 ? " ew-cluster" : ""}" data-of="${all.map((n) => every[n].id).join(" ")}" role="button" tabindex="0" aria-label="${escape(`${place(all[0])}${near}: ${who}`)}" aria-pressed="false"><circle cx="${x}" cy="${y}" r="${radius}"></circle><text class="ew-count" x="${x}" y="${y}" font-size="${Math.trunc((radius * 6) / 5)}">${all.length > 1 ? all.length : ""}</text></g>`;
}

function rows(kept, { missions: every }, { selected }) {
  const item = (n) => `<li data-key="${every[n].id}" part="mission">${content(every[n], every[n].id == selected)}</li>`;
  const more = kept.length > LISTED ? `<button type="button">Show all ${number(kept.length)}</button>` : "";
  return `<div><ul role="list">${kept.slice(0, LISTED).map(item).join("")}</ul></div>${more}`;
}

function content(mission, open) {
  const size = `${mission.size} observer${mission.size == 1 ? "" : "s"}`;
  const place = escape(mission.where.places[0].name);
  const summary = `<summary><bdi>${escape(mission.name)}</bdi><span class="ew-detail">${escape(mission.organisation)}</span><span class="ew-figure">${size}</span></summary>`;
  if (!open) return `<details>${summary}</details><div class="ew-where"><span class="ew-detail">${place}</span></div>`;
  return `<details open="">${summary}<div class="ew-opened"><dl class="ew-figures"><div><dt>Observers</dt><dd>${size}</dd></div><div><dt>Where</dt><dd>${place}</dd></div></dl></div></details>`;
}

function frame(data, area, organisations) {
  const english = (text) => escape(text.en ?? text);
  const button = (text, more = "") => `<button type="button"${more}>${text}</button>`;
  const path = (d, name) => `<path aria-hidden="true" class="${name}" d="${d}"></path>`;
  const size = Math.trunc(area.width / 56);
  const named = area.around.filter(({ at }) => at && at[0] >= Math.trunc(area.width / 9) && at[0] <= area.width - Math.trunc(area.width / 9));
  const label = ({ name, at: [x, y] }) => `<text class="ew-land-name" x="${x}" y="${y}" font-size="${size}">${english(name)}</text>`;
  const tool = (sign, name, off) => button(sign, ` aria-label="${name}" title="${name}"${off ? ' aria-disabled="true"' : ""}`);
  const order = ["As in the data", "By name", "By size", "By organisation"];
  const options = organisations.map(([name, id]) => `<option value="${id}">${escape(name)}</option>`);
  const remarks = [area.vintage, area.borders, area.credit].map(english);
  return `<div class="ew" lang="en"><figure class="ew-observers"><figcaption class="ew-title" part="title">${escape(data.title)}</figcaption><p class="ew-contest">${escape(data.event.name)}</p><p class="ew-summary" part="summary">${missions(data.missions.length)} are named.</p><div class="ew-controls ew-quiet" part="controls"><div class="ew-find"><input type="search" placeholder="Find" aria-label="Find" autocomplete="off"><span role="status"></span></div><div class="ew-picks"><select aria-label="Organisation"><option value="" selected="">All organisations</option>${options.join("")}</select></div><div class="ew-picks" role="group" aria-label="Order"><span aria-hidden="true">Order</span>${order.map((name, n) => button(name, ` aria-pressed="${n == 0}"`)).join("")}</div></div><div class="ew-atlas"><div class="ew-map" part="map"><div class="ew-map-frame" role="group" tabindex="0" aria-label="Map: ${english(area.title)}. Arrow keys move it, + and − zoom, 0 shows all of it."><svg viewBox="0 0 ${area.width} ${area.height}" class="ew-map-picture">${area.around.map((one) => path(one.path, "ew-around")).join("")}<g>${area.shapes.map((one) => `<path class="ew-land" d="${one.path}" aria-hidden="true"></path>`).join("")}</g>${path(area.disputed, "ew-borders")}<g aria-hidden="true">${named.map(label).join("")}</g><g aria-hidden="true"></g><g class="markers"></g></svg></div><div class="ew-map-tools">${tool("+", "Zoom in")}${tool("−", "Zoom out", true)}${tool("⤢", "Fit to the missions")}${tool("↺", "Show the whole map", true)}</div><p class="ew-map-remarks">${remarks.join(" · ")}</p></div><div><p class="ew-shown"></p><div class="ew-missions" part="list" tabindex="0" role="region" aria-label="Missions"></div></div></div><div class="ew-foot"></div></figure><div class="ew-tools" role="group" aria-label="Take the figures along" part="tools">${button("Download CSV")}${button("Download GeoJSON")}${button("Copy table")}<span role="status"></span></div></div>`;
}
