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

/// The degrees between which each country of the map world-2018 lies, rounded outwards: west, east, south, north.
const COUNTRIES: &str = "\
    AD:0,3,41,44 AE:51,57,22,27 AF:59,76,28,39 AG:-63,-60,16,18 AI:-64,-62,17,20 AL:18,22,39,44 AM:42,48,38,42
    AO:11,25,-19,-3 AR:-75,-53,-56,-21 AS:-172,-169,-16,-13 AT:9,18,45,50 AU:112,155,-45,-10 AW:-71,-69,11,14
    AX:19,21,59,62 AZ:44,51,37,43 BA:15,21,42,46 BB:-61,-58,12,14 BD:87,94,20,28 BE:2,7,49,52 BF:-6,3,8,16
    BG:21,30,40,45 BH:49,52,25,27 BI:28,32,-5,-1 BJ:0,5,5,13 BL:-64,-61,17,19 BM:-66,-63,31,34 BN:113,116,3,6
    BO:-71,-57,-24,-9 BR:-75,-34,-35,6 BS:-80,-72,20,28 BT:88,93,26,29 BW:19,30,-28,-17 BY:22,34,50,57
    BZ:-90,-87,15,19 CA:-142,-52,41,84 CD:11,32,-14,6 CF:13,28,1,12 CG:10,20,-6,5 CH:5,11,45,49 CI:-10,-2,3,12
    CK:-161,-158,-23,-20 CL:-77,-66,-57,-17 CM:7,17,1,14 CN:73,136,17,55 CO:-80,-66,-5,13 CR:-87,-82,7,12
    CU:-86,-73,19,24 CV:-25,-22,14,16 CW:-70,-68,11,13 CY:31,35,34,36 CZ:11,20,48,52 DE:5,16,46,56 DJ:41,44,10,14
    DK:7,14,54,59 DM:-63,-60,14,17 DO:-73,-67,17,21 DZ:-10,13,18,38 EC:-93,-74,-6,2 EE:21,29,57,61 EG:24,38,21,33
    EH:-18,-8,20,29 ER:35,44,11,19 ES:-18,4,27,45 ET:32,49,2,16 FI:20,32,59,71 FJ:-180,180,-19,-15 FK:-62,-57,-53,-50
    FM:157,160,6,8 FO:-8,-6,61,63 FR:-56,57,-22,52 GA:8,15,-5,3 GB:-9,3,49,62 GD:-63,-60,11,13 GE:39,48,40,44
    GG:-4,-1,48,51 GH:-4,2,4,12 GI:-7,-4,35,37 GL:-74,-11,59,84 GM:-18,-13,12,15 GN:-16,-7,6,14 GQ:7,12,0,5
    GR:19,29,34,43 GS:-39,-35,-56,-53 GT:-93,-87,13,19 GU:143,146,12,15 GW:-18,-13,10,14 GY:-62,-56,0,10
    HK:113,115,21,24 HM:72,75,-54,-52 HN:-90,-82,12,17 HR:13,20,41,47 HT:-75,-71,17,21 HU:15,24,45,50 ID:94,142,-12,7
    IE:-11,-5,50,56 IL:33,37,29,34 IM:-6,-3,53,56 IN:67,98,6,37 IO:71,74,-9,-6 IQ:38,50,28,38 IR:43,64,24,41
    IS:-25,-13,62,68 IT:6,19,36,48 JE:-3,-1,48,51 JM:-79,-75,17,20 JO:34,40,28,34 JP:127,146,25,47 KE:33,43,-6,7
    KG:68,81,38,44 KH:101,109,9,16 KI:-159,-156,1,3 KM:42,44,-13,-10 KN:-64,-61,16,19 KP:123,132,37,44
    KR:125,131,32,40 KW:46,49,28,31 KY:-83,-80,18,21 KZ:46,88,40,56 LA:99,109,13,23 LB:34,38,32,36 LC:-62,-60,13,15
    LI:8,11,46,48 LK:79,83,5,11 LR:-13,-6,3,9 LS:26,30,-32,-28 LT:20,28,53,57 LU:5,7,49,51 LV:20,29,55,59
    LY:8,26,18,34 MA:-18,0,20,37 MC:6,9,42,45 MD:26,31,44,49 ME:17,21,41,44 MF:-64,-62,17,19 MG:42,51,-27,-11
    MH:170,173,6,8 MK:19,24,40,43 ML:-13,5,9,26 MM:91,102,9,29 MN:87,121,41,53 MO:112,115,21,24 MP:144,147,14,16
    MR:-18,-4,14,28 MS:-63,-61,15,18 MT:13,16,35,37 MU:56,59,-21,-19 MV:72,75,3,6 MW:32,37,-18,-8 MX:-118,-86,14,34
    MY:99,120,0,8 MZ:29,42,-28,-10 NA:11,26,-30,-16 NC:163,168,-23,-19 NE:-1,17,11,24 NF:167,169,-30,-28 NG:2,16,3,15
    NI:-89,-82,10,16 NL:2,8,50,54 NO:-10,32,57,81 NP:79,89,25,31 NR:166,168,-2,1 NU:-171,-169,-20,-18
    NZ:165,180,-52,-34 OM:51,61,16,27 PA:-84,-76,6,11 PE:-82,-68,-19,1 PF:-151,-148,-19,-16 PG:140,157,-13,-1
    PH:116,128,5,20 PK:60,78,23,38 PL:13,25,48,56 PM:-58,-55,46,48 PN:-130,-127,-26,-23 PR:-68,-65,17,20
    PS:33,37,30,33 PT:-10,-5,36,43 PW:133,136,6,9 PY:-64,-53,-29,-18 QA:50,53,24,27 RO:19,31,43,49 RS:18,24,41,47
    RU:-180,180,40,82 RW:28,32,-4,0 SA:34,57,15,33 SB:155,163,-12,-6 SC:54,57,-6,-3 SD:21,40,8,23 SE:10,25,54,70
    SG:103,105,0,3 SH:-7,-4,-17,-15 SI:12,17,44,48 SK:16,24,47,51 SL:-14,-9,6,11 SM:11,14,43,45 SN:-19,-10,11,18
    SO:40,52,-3,13 SR:-59,-53,1,7 SS:23,36,2,13 ST:5,8,-1,2 SV:-91,-87,12,15 SX:-64,-62,17,19 SY:35,43,31,38
    SZ:30,33,-28,-25 TC:-73,-70,20,23 TD:13,25,7,24 TF:68,71,-51,-48 TG:-1,3,5,12 TH:96,107,5,21 TJ:66,76,36,42
    TL:124,128,-11,-7 TM:52,68,34,44 TN:7,13,29,38 TO:-177,-174,-23,-20 TR:25,46,35,43 TT:-63,-60,9,12
    TV:178,180,-10,-7 TW:119,123,21,26 TZ:28,41,-13,0 UA:21,41,44,53 UG:29,36,-2,5 UM:-163,-161,5,7 US:-179,175,18,72
    UY:-59,-52,-36,-29 UZ:55,74,36,47 VA:11,14,41,43 VC:-63,-60,12,15 VE:-74,-59,0,13 VG:-66,-63,17,20
    VI:-66,-63,16,19 VN:101,110,8,24 VU:166,170,-20,-14 WF:-180,-177,-16,-13 WS:-174,-171,-15,-12 XK:19,23,41,44
    YE:42,56,11,20 ZA:15,34,-36,-21 ZM:21,35,-19,-7 ZW:24,34,-23,-15
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
