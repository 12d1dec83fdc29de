//! The published forms of the contract are those that the readers declare. `make contract` writes
//! them again.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use election_widgets::widget::{AREA, AllWidgets, WidgetSet, json_schema, typescript};
use serde_json::Value;
use std::collections::BTreeSet;
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

/// The words in the code of a page: its code blocks and what stands between backquotes.
fn words_in_code(page: &str) -> BTreeSet<&str> {
    let mut code = Vec::new();
    for (number, part) in page.split("```").enumerate() {
        if number % 2 == 1 {
            code.push(part);
        } else {
            code.extend(part.split('`').skip(1).step_by(2));
        }
    }
    let words = code
        .into_iter()
        .flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '-'));
    words.collect()
}

#[test]
fn the_page_on_the_data_names_every_field_of_every_document() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let known = words_in_code(&page);
    for name in AllWidgets::tags() {
        let schema = json_schema(name).expect("the widget is known");
        let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
        for (kind, definition) in schema["$defs"].as_object().expect("there are definitions") {
            let fields = definition["properties"].as_object().into_iter().flatten();
            for (field, _) in fields.filter(|(field, _)| *field != "$schema") {
                assert!(
                    known.contains(field.as_str()),
                    "docs/data.md does not explain \"{field}\" of {kind} ({name})"
                );
            }
        }
    }
}
