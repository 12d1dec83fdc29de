// The outlines of one of our area files as GeoJSON, for a map library that projects them itself: the same
// shapes, from the plane of the equal-area projection back to degrees.

const DEGREES = 180 / Math.PI;

function unproject({ lon, lat, scale, x, y }, [right, down]) {
  const [east, north] = [(right - x) / scale, (y - down) / scale];
  const far = Math.hypot(east, north);
  if (far == 0) return [lon, lat];
  const angle = 2 * Math.asin(Math.min(1, far / 2));
  const centre = lat / DEGREES;
  const up = Math.asin(Math.cos(angle) * Math.sin(centre) + (north * Math.sin(angle) * Math.cos(centre)) / far);
  const across = Math.atan2(east * Math.sin(angle), far * Math.cos(centre) * Math.cos(angle) - north * Math.sin(centre) * Math.sin(angle));
  return [lon + across * DEGREES, up * DEGREES];
}

/** The rings of an SVG path of `m`, `l`, `h`, `v`, `z` in small letters, the only ones in area files. */
function rings(path) {
  const found = [];
  let [x, y] = [0, 0];
  let start = [0, 0];
  for (const [, command, text] of path.matchAll(/([mlhvz])([^mlhvz]*)/g)) {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const step = command == "h" || command == "v" ? 1 : 2;
    if (command == "z") [x, y] = start;
    for (let n = 0; n + step <= numbers.length; n += step) {
      x += command == "v" ? 0 : numbers[n];
      y += command == "h" ? 0 : numbers[n + step - 1];
      if (command == "m" && n == 0) found.push((start = [x, y]) && []);
      found.at(-1).push([x, y]);
    }
  }
  return found;
}

/** GeoJSON of an area's shapes and of what lies around them, to a hundredth of a degree. */
export function outlines({ projection, shapes, around }) {
  const degrees = (point) => unproject(projection, point).map((value) => Number(value.toFixed(2)));
  return {
    type: "FeatureCollection",
    features: [...shapes, ...around].map(({ name, path }) => ({
      type: "Feature",
      properties: { name: name?.en ?? name },
      geometry: { type: "MultiPolygon", coordinates: rings(path).map((ring) => [[...ring, ring[0]].map(degrees)]) },
    })),
  };
}
