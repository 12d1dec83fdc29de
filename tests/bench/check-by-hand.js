// The check of an observers document, written by hand in plain JavaScript as fast as we know how. It
// asks what ours asks of every field that the benchmark's document has: no other fields, types, texts
// that say something, ids, references, dates, numbers within range. It makes nothing: what was parsed is
// its model.
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]/;
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const STATUSES = new Set(["announced", "accredited", "deployed", "reported", "declined", "limited"]);
const KINDS = new Set(["city", "region", "country", "point"]);
const LINK = /^(https?:|[^:]*$|[^:]*[/?#])/i;

export function check(data) {
  const warnings = [];
  const fail = (path, message) => {
    throw new Error(`${path}: ${message}`);
  };
  const object = (value, path) => {
    if (value === null || typeof value != "object" || Array.isArray(value)) fail(path(), "expected an object");
  };
  const list = (value, path) => {
    if (!Array.isArray(value)) fail(path(), "expected a list");
  };
  const text = (value, path) => {
    if (typeof value != "string" || value.length > 4000 || !value.trim()) fail(path(), "expected a text");
    if (HIDDEN.test(value)) warnings.push(`${path()}: holds an unseen character`);
  };
  const id = (value, path) => {
    if (typeof value != "string" || !ID.test(value)) fail(path(), "expected an id");
  };
  const date = (value, path) => {
    const found = typeof value == "string" && DATE.exec(value);
    if (!found) return fail(path(), "expected a date");
    const [, year, month = 1, day = 1] = found;
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) fail(path(), "expected a date that exists");
  };
  const size = (value, path) => {
    if (typeof value != "number") fail(path(), "expected a quantity");
    if (!Number.isSafeInteger(value) || value < 0) fail(path(), "expected a whole number");
  };
  const degrees = (value, most, path) => {
    if (typeof value != "number" || !(Math.abs(value) <= most)) fail(path(), "expected degrees");
  };
  const unknown = (key, path) => {
    if (key != "$schema" && !key.startsWith("x-")) fail(`${path()}.${key}`, "unknown field");
  };
  const needed = (value, name, path) => {
    if (value === undefined) fail(path(), `the field "${name}" is missing`);
  };

  const root = () => "";
  object(data, root);
  for (const key in data) {
    switch (key) {
      case "title": text(data.title, () => key); break;
      case "event": case "area": case "totals": case "missions": case "sources": break;
      default: unknown(key, root);
    }
  }
  for (const name of ["title", "event", "missions", "sources"]) needed(data[name], name, root);
  object(data.event, () => "event");
  for (const key in data.event) {
    if (key == "name") text(data.event.name, () => "event.name");
    else unknown(key, () => "event");
  }
  if (data.area !== undefined && data.area !== "central-asia-2018") fail("area", "no preset is called so");

  const sources = new Set();
  list(data.sources, () => "sources");
  data.sources.forEach((source, n) => {
    const path = () => `sources[${n}]`;
    object(source, path);
    for (const key in source) {
      switch (key) {
        case "id": id(source.id, path); break;
        case "title": case "publisher": text(source[key], path); break;
        case "url": if (typeof source.url != "string" || !LINK.test(source.url)) fail(path(), "expected a link"); break;
        case "date": date(source.date, path); break;
        default: unknown(key, path);
      }
    }
    for (const name of ["id", "title", "publisher", "date"]) needed(source[name], name, path);
    if (sources.has(source.id)) fail(path(), "an earlier source has this id");
    sources.add(source.id);
  });

  const groups = new Map();
  for (const all of ["totals", "missions"]) {
    list(data[all] ?? [], () => all);
    for (const one of data[all] ?? []) {
      if (groups.has(one?.id)) fail(all, "an earlier total or mission has this id");
      groups.set(one?.id, one);
    }
  }
  const group = (one, path) => {
    for (const key in one) {
      const value = one[key];
      switch (key) {
        case "id": id(value, path); break;
        case "organisation": case "name": text(value, path); break;
        case "size": size(value, path); break;
        case "status": if (!STATUSES.has(value)) fail(path(), "expected a status"); break;
        case "from": date(value, path); break;
        case "partOf": if (!groups.has(value)) fail(path(), "no total and no mission has this id"); break;
        case "source": if (!sources.has(value)) fail(path(), "no source has this id"); break;
        case "where": where(value, path); break;
        default: unknown(key, path);
      }
    }
    needed(one.id, "id", path);
    let steps = 0;
    for (let whole = groups.get(one.partOf); whole; whole = groups.get(whole.partOf)) {
      if (whole === one || ++steps > groups.size) fail(path(), "goes round in a circle");
    }
    const whole = groups.get(one.partOf);
    if (whole && one.size > whole.size) warnings.push(`${path()}.size: more than the whole has`);
  };
  const where = (account, path) => {
    object(account, path);
    for (const key in account) {
      if (key != "places") unknown(key, path);
    }
    list(account.places, path);
    for (let n = 0; n < account.places.length; n++) place(account.places[n], () => `${path()}.where.places[${n}]`);
  };
  const place = (site, path) => {
    object(site, path);
    for (const key in site) {
      switch (key) {
        case "kind": if (!KINDS.has(site.kind)) fail(path(), "expected a kind of place"); break;
        case "name": text(site.name, path); break;
        case "lon": degrees(site.lon, 180, path); break;
        case "lat": degrees(site.lat, 90, path); break;
        default: unknown(key, path);
      }
    }
    needed(site.kind, "kind", path);
    needed(site.name, "name", path);
    if ((site.lon === undefined) != (site.lat === undefined)) fail(path(), '"lon" and "lat" go together');
    if (site.kind == "point" && site.lon === undefined) fail(path(), 'a point needs "lon" and "lat"');
  };
  for (const all of ["totals", "missions"]) {
    const items = data[all] ?? [];
    for (let n = 0; n < items.length; n++) {
      const path = () => `${all}[${n}]`;
      object(items[n], path);
      group(items[n], path);
      if (all == "missions") needed(items[n].organisation, "organisation", path);
      else needed(items[n].size, "size", path);
    }
  }
  return warnings;
}
