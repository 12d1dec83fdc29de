// Writes the names of countries into www/locale/*.txt, and their codes of three letters into crates/import, from
// Unicode's CLDR: `make countries`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { IN_THE_NEWS } from "./names-in-the-news.mjs";
import { writeRustList } from "./rust-list.mjs";

const [cldr] = process.argv.slice(2); // a folder with cldr-core and cldr-localenames-full in its node_modules
const require = createRequire(`${cldr}/`);
const folder = new URL("../www/locale/", import.meta.url);
// Codes that stand for no country: the euro zone, Outlying Oceania, pseudo-locales, "unknown".
const NOT_COUNTRIES = ["EZ", "QO", "XA", "XB", "ZZ"];

for (const file of readdirSync(folder)) {
  const url = new URL(file, folder);
  const language = file.replace(".txt", "");
  const names = require(`cldr-localenames-full/main/${language}/territories.json`).main[language]
    .localeDisplayNames.territories;
  const codes = Object.keys(names).filter((code) => /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.includes(code));
  const own = IN_THE_NEWS[language] ?? {};
  const name = (code) => own[code] ?? (language === "en" ? names[code].replace(" & ", " and ") : names[code]);
  const lines = codes.sort().map((code) => `country.${code} = ${name(code)}`);
  const words = readFileSync(url, "utf8").split("\n[countries]")[0];
  const { version } = require("cldr-localenames-full/package.json");
  writeFileSync(url, `${words}\n[countries]\n# Countries, from Unicode's CLDR ${version}: \`make countries\` writes them.\n${lines.join("\n")}\n`);
}

const { codeMappings } = require("cldr-core/supplemental/codeMappings.json").supplemental;
const english = readFileSync(new URL("en.txt", folder), "utf8");
const codes = [...english.matchAll(/^country\.(..) =/gm)].map(([, code]) => code);
const alpha3 = codes.flatMap((code) => {
  const letters = codeMappings[code]?._alpha3;
  if (code === "XK") return ["XKXKX", `XK${letters}`]; // the World Bank and others write Kosovo so
  return letters && !/^Q[M-Z]/.test(letters) ? [`${code}${letters}`] : []; // ISO gives no meaning to QMM to QZZ
});
writeRustList(new URL("../crates/import/src/country_codes.rs", import.meta.url), "ALPHA_3", alpha3);
