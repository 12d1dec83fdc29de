/** Names of countries, by language and code, that newsrooms print in place of CLDR's. */
export const IN_THE_NEWS = {
  en: { CD: "DR Congo", CG: "Republic of the Congo", HK: "Hong Kong", MM: "Myanmar", MO: "Macao" },
  ru: { KG: "Кыргызстан" },
};
