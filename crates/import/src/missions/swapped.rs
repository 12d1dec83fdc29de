//! Longitude and latitude that were swapped, noticed by where the points lie.

use super::entry::Entry;
use crate::context::Context;
use serde_json::Value;

/// Degrees: west, east, south, north.
type Bounds = [f64; 4];

/// The degrees between which the regional maps lie that come with the widgets.
const AREAS: [(&str, Bounds); 3] = [
    ("central-asia-2018", [46.0, 88.0, 35.0, 56.0]),
    ("kazakhstan-before-2018", [46.0, 88.0, 40.0, 56.0]),
    ("kyrgyzstan-before-2018", [69.0, 81.0, 39.0, 44.0]),
];

/// The whole degrees between which each country of the map world-2018 lies: west, east, south, north. `make areas`
/// writes them from Natural Earth's shapes, with islands that the map is too coarse for.
const COUNTRIES: &str = "\
    AD:1,2,42,43 AE:51,57,22,27 AF:60,75,29,39 AG:-62,-61,16,18 AI:-64,-62,18,19 AL:19,22,39,43 AM:43,47,38,42
    AO:11,25,-19,-4 AR:-74,-53,-56,-21 AS:-171,-170,-15,-14 AT:9,18,46,50 AU:112,159,-55,-10 AW:-71,-69,12,13
    AX:19,21,60,61 AZ:44,51,38,42 BA:15,20,42,46 BB:-60,-59,13,14 BD:88,93,20,27 BE:2,7,49,52 BF:-6,3,9,16
    BG:22,29,41,45 BH:50,51,25,27 BI:29,31,-5,-2 BJ:0,4,6,13 BL:-63,-62,17,18 BM:-65,-64,32,33 BN:114,116,4,6
    BO:-70,-57,-23,-9 BR:-75,-34,-34,6 BS:-79,-72,20,27 BT:88,93,26,29 BW:19,30,-27,-17 BY:23,33,51,57 BZ:-90,-87,15,19
    CA:-142,-52,41,84 CD:12,32,-14,6 CF:14,28,2,11 CG:11,19,-6,4 CH:5,11,45,48 CI:-9,-2,4,11 CK:-160,-159,-22,-21
    CL:-110,-66,-56,-17 CM:8,17,1,14 CN:73,135,18,54 CO:-80,-66,-5,13 CR:-86,-82,8,12 CU:-85,-74,19,24 CV:-26,-22,14,18
    CW:-70,-68,12,13 CY:32,35,34,36 CZ:12,19,48,52 DE:5,16,47,56 DJ:41,44,10,13 DK:8,16,54,58 DM:-62,-61,15,16
    DO:-72,-68,17,20 DZ:-9,12,18,38 EC:-92,-75,-5,2 EE:21,29,57,60 EG:24,37,21,32 EH:-18,-8,20,28 ER:36,44,12,19
    ES:-19,5,27,44 ET:32,48,3,15 FI:20,32,59,71 FJ:-180,180,-22,-12 FK:-62,-57,-53,-51 FM:138,163,5,10 FO:-8,-6,61,63
    FR:-62,56,-22,52 GA:8,15,-4,3 GB:-9,2,50,61 GD:-62,-61,12,13 GE:39,47,41,44 GG:-3,-2,49,50 GH:-4,2,4,12
    GI:-6,-5,36,37 GL:-73,-11,59,84 GM:-17,-13,13,14 GN:-16,-7,7,13 GQ:8,12,0,4 GR:19,29,34,42 GS:-39,-26,-59,-53
    GT:-93,-88,13,18 GU:144,145,13,14 GW:-17,-13,10,13 GY:-62,-56,1,9 HK:113,115,22,23 HM:73,74,-54,-52 HN:-90,-83,12,17
    HR:13,20,42,47 HT:-75,-71,18,21 HU:16,23,45,49 ID:95,141,-11,6 IE:-11,-6,51,56 IL:34,36,29,34 IM:-5,-4,54,55
    IN:68,98,6,36 IO:72,73,-8,-7 IQ:38,49,29,38 IR:44,64,25,40 IS:-25,-13,63,67 IT:6,19,36,48 JE:-3,-2,49,50
    JM:-79,-76,17,19 JO:34,40,29,34 JP:123,146,24,46 KE:33,42,-5,6 KG:69,81,39,44 KH:102,108,10,15 KI:-175,175,-12,4
    KM:43,45,-13,-11 KN:-63,-62,17,18 KP:124,131,37,43 KR:126,131,33,39 KW:46,49,28,31 KY:-82,-79,19,20 KZ:46,88,40,56
    LA:100,108,13,23 LB:35,37,33,35 LC:-62,-60,13,15 LI:9,10,47,48 LK:79,82,5,10 LR:-12,-7,4,9 LS:27,30,-31,-28
    LT:20,27,53,57 LU:5,7,49,51 LV:21,29,55,59 LY:9,26,19,34 MA:-18,-1,21,36 MC:7,8,43,44 MD:26,31,45,49 ME:18,21,41,44
    MF:-64,-63,18,19 MG:43,51,-26,-12 MH:166,172,5,12 MK:20,24,40,43 ML:-13,5,10,25 MM:92,102,9,29 MN:87,120,41,53
    MO:113,114,22,23 MP:145,146,14,19 MR:-18,-4,14,28 MS:-63,-62,16,17 MT:14,15,35,37 MU:57,58,-21,-19 MV:73,74,3,5
    MW:32,36,-18,-9 MX:-119,-86,14,33 MY:99,120,0,8 MZ:30,41,-27,-10 NA:11,26,-29,-16 NC:159,169,-23,-19 NE:0,16,11,24
    NF:167,168,-30,-29 NG:2,15,4,14 NI:-88,-83,10,16 NL:-69,8,12,54 NO:-10,34,58,81 NP:80,89,26,31 NR:166,167,-1,0
    NU:-170,-169,-20,-18 NZ:-177,179,-53,-8 OM:51,60,16,27 PA:-84,-77,7,10 PE:-82,-68,-19,0 PF:-152,-136,-21,-8
    PG:140,156,-12,-1 PH:116,127,5,21 PK:60,78,23,38 PL:14,25,49,55 PM:-57,-56,46,48 PN:-129,-128,-25,-24
    PR:-68,-65,17,19 PS:34,36,31,33 PT:-32,-6,32,43 PW:131,135,3,8 PY:-63,-54,-28,-19 QA:50,52,24,27 RO:20,30,43,49
    RS:18,23,42,47 RU:-180,180,41,82 RW:28,31,-3,-1 SA:34,56,16,33 SB:155,167,-12,-6 SC:55,56,-5,-4 SD:21,39,8,23
    SE:11,25,55,70 SG:103,104,1,2 SH:-15,-5,-17,-7 SI:13,17,45,47 SK:16,23,47,50 SL:-14,-10,6,10 SM:12,13,43,44
    SN:-18,-11,12,17 SO:40,52,-2,12 SR:-59,-53,1,6 SS:24,36,3,13 ST:6,8,0,2 SV:-91,-87,13,15 SX:-64,-63,18,19
    SY:35,43,32,38 SZ:30,33,-28,-25 TC:-73,-71,21,22 TD:13,24,7,24 TF:51,71,-50,-46 TG:-1,2,6,12 TH:97,106,5,21
    TJ:67,76,36,42 TL:124,128,-10,-8 TM:52,67,35,43 TN:7,12,30,38 TO:-176,-173,-22,-18 TR:25,45,35,43 TT:-62,-60,10,12
    TV:176,180,-10,-5 TW:118,122,21,26 TZ:29,41,-12,0 UA:22,41,45,53 UG:29,35,-2,5 UM:-178,167,-1,29 US:-179,180,18,72
    UY:-59,-53,-35,-30 UZ:55,74,37,46 VA:12,13,41,42 VC:-62,-61,12,14 VE:-74,-59,0,13 VG:-65,-64,18,19 VI:-66,-64,17,19
    VN:102,110,8,24 VU:166,170,-21,-13 WF:-179,-176,-15,-13 WS:-173,-171,-15,-13 XK:20,22,41,44 YE:42,55,12,19
    ZA:16,38,-47,-22 ZM:21,34,-19,-8 ZW:25,34,-23,-15
";

/// Warns where no point lies in the chosen area, or on the map of the world in the event's country, and all would if
/// longitude and latitude were swapped.
pub(super) fn warn(entries: &[Entry], place: Option<&Value>, context: &mut Context<'_>) {
    let area = context.answers().text("area");
    let place = context.answers().get("place").or(place);
    let regional = AREAS
        .into_iter()
        .find(|(name, _)| area.as_deref() == Some(*name));
    let country = || {
        let code = place?.as_str()?;
        Some((code, bounds(code)?))
    };
    let Some((name, bounds)) = regional.or_else(country) else {
        return;
    };
    let positions = entries
        .iter()
        .flat_map(|entry| &entry.spots)
        .filter_map(|spot| spot.position.as_ref());
    let points: Vec<(f64, f64)> = positions
        .filter_map(|(lon, lat)| Some((lon.parse().ok()?, lat.parse().ok()?)))
        .collect();
    let none = !points.iter().any(|(lon, lat)| is_in(bounds, *lon, *lat));
    if !points.is_empty() && none && points.iter().all(|(lon, lat)| is_in(bounds, *lat, *lon)) {
        context.warn(format!(
            "no point lies in {name}, and all would if latitude and longitude were swapped: swap them with --map lat=…,lon=…"
        ));
    }
}

fn is_in([west, east, south, north]: Bounds, lon: f64, lat: f64) -> bool {
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

fn bounds(code: &str) -> Option<Bounds> {
    let entry = COUNTRIES
        .split_ascii_whitespace()
        .find_map(|entry| entry.strip_prefix(code)?.strip_prefix(':'))?;
    let mut degrees = entry.split(',').map(str::parse);
    let mut next = || degrees.next()?.ok();
    Some([next()?, next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use election_widgets::model::country_codes;

    #[test]
    fn the_bounds_of_a_country_hold_its_cities() {
        for (code, lon, lat) in [
            ("KZ", 76.9, 43.2),
            ("KG", 74.6, 42.9),
            ("UZ", 60.6, 42.5),
            ("DE", 13.4, 52.5),
            ("BR", -47.9, -15.8),
            ("RU", 131.9, 43.1),
        ] {
            let bounds = bounds(code).unwrap();
            assert!(is_in(bounds, lon, lat), "{code}");
            assert!(!is_in(bounds, lat, lon), "{code}");
        }
    }

    #[test]
    fn nearly_every_country_has_bounds() {
        let known = country_codes().filter(|code| bounds(code).is_some());
        assert!(known.count() > 230);
    }
}
