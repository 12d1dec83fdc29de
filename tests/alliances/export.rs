//! Downloads and copies of an alliance grid.

use crate::support::{MADE_UP, input};
use election_widgets::layout::{AlliancesViewState, alliances_export};
use election_widgets::locale::Locale;

#[test]
fn downloads_have_every_spell_with_its_source() {
    let input = input(MADE_UP);
    let model = input.model.expect("a model");
    let sheets = alliances_export(&model, &AlliancesViewState::default(), &Locale::english());
    let sheets = sheets.expect("sheets");
    assert_eq!(sheets.name, "alliances-2010-01-01");
    snapshot!("alliances-csv", sheets.data.csv().replace('\r', ""));
    snapshot!("alliances-table", sheets.shown.tabbed());
}
