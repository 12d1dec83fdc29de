//! The published forms of the contract are those that the readers declare. `make contract` writes
//! them again.
#![allow(clippy::expect_used, clippy::panic)]

use election_widgets::widget::{AREA, AllWidgets, WidgetSet, json_schema, typescript};
use std::fs;
use std::path::Path;

fn assert_fresh(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("ELECTION_WIDGETS_WRITE").is_some() {
        fs::write(&path, wanted).expect("the file can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is stale: run `make contract`",
        path.display()
    );
}

#[test]
fn the_json_schemas_are_the_readers_own() {
    for name in AllWidgets::tags().into_iter().chain([AREA]) {
        let wanted = json_schema(name).expect("the widget is known");
        assert_fresh(&format!("www/schema/{name}.json"), &wanted);
    }
}

#[test]
fn the_typescript_types_are_the_readers_own() {
    assert_fresh("www/election-widgets.d.ts", &typescript());
}
