// What stands in for all three widgets: two plots (bars and a grid of cells) and a Leaflet map with the
// outlines and markers. Neither searches, orders, tells sources nor takes figures along.
import { axisX, axisY, barX, cell, plot } from "@observablehq/plot";
import { circleMarker, geoJSON, map } from "leaflet";
import { bars } from "../results.mjs";

export function drawAll(chart, grid, atlas, { results, alliances, missions, outlines }) {
  const rows = bars(results);
  chart.append(
    plot({
      marginLeft: 140,
      y: { domain: rows.map(({ name }) => name), label: null },
      marks: [axisY({ label: null }), barX(rows, { x: "value", y: "name", fill: "color" })],
    }),
  );
  const cells = Object.entries(alliances.memberships).flatMap(([alliance, kinds]) =>
    Object.entries(kinds).flatMap(([kind, states]) => states.map((one) => ({ alliance, kind, state: one.state ?? one }))),
  );
  grid.append(plot({ marks: [axisX({ anchor: "top" }), axisY(), cell(cells, { x: "alliance", y: "state", fill: "kind" })] }));
  atlas.style.height = "400px";
  const picture = map(atlas, { attributionControl: false }).setView([45, 67], 4);
  geoJSON(outlines, { style: { weight: 1 } }).addTo(picture);
  for (const { name, organisation, where } of missions.missions) {
    for (const { lon, lat } of where?.places ?? []) {
      if (lat != null) circleMarker([lat, lon]).bindPopup(String(name?.en ?? name ?? organisation)).addTo(picture);
    }
  }
}
