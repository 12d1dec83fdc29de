//! Downloads and copies of an observer map.

use crate::support::{area, placed};
use election_widgets::layout::{ObserversViewState, observers_export};
use election_widgets::locale::Locale;
use election_widgets::wire;

#[test]
fn downloads_have_every_figure_and_place_with_its_source() {
    let locale = Locale::english();
    let state = ObserversViewState::default();
    let sheets = observers_export(&placed(Some(area())), &state, &locale).expect("sheets");
    snapshot!("observers-csv", sheets.data.csv());
    snapshot!("observers-geojson", sheets.geo.expect("GeoJSON"));
    snapshot!("observers-table", sheets.shown.tabbed());
}

#[test]
fn geojson_is_json_and_makes_no_place_up() {
    let sheets = observers_export(
        &placed(None),
        &ObserversViewState::default(),
        &Locale::english(),
    );
    let json = sheets.and_then(|sheets| sheets.geo).expect("GeoJSON");
    assert!(wire::parse(&json).is_ok());
    assert_eq!(json.matches("\"geometry\": null").count(), 2);
}
