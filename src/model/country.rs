//! The codes of countries.

/// Two letters each, in the order of the alphabet: ISO 3166-1, with the codes that Unicode's CLDR adds to it, such as
/// `XK` for Kosovo and `EU`.
const CODES: &str = "\
    ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCM\
    CNCOCPCQCRCUCVCWCXCYCZDEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGS\
    GTGUGWGYHKHMHNHRHTHUICIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMA\
    MCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPW\
    PYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUM\
    UNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// Returns true for a two-letter code that a country has, in capital letters.
///
/// ```
/// use election_widgets::model::is_country;
/// assert!(is_country("KZ"));
/// assert!(!is_country("kz") && !is_country("UK"));
/// ```
pub fn is_country(code: &str) -> bool {
    country_codes().any(|known| known == code)
}

/// The codes of all countries, in the order of the alphabet.
pub fn country_codes() -> impl Iterator<Item = &'static str> {
    let starts = (0..CODES.len()).step_by(2);
    starts.filter_map(|start| CODES.get(start..start + 2))
}
