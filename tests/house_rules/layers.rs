//! Rules for the layers of `src/` and for the features of the library.

use crate::sources::{assert_free_of, code, files, read, root};

/// The layers of `src/`, from low to high. A layer imports only layers before it.
const LAYERS: [&str; 8] = [
    "platform",
    "model",
    "wire",
    "locale",
    "layout",
    "view",
    "widget",
    "prerender",
];

pub const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "JsValue"];

/// The layers that a line of code names by a `crate::` path, also in a list: `use crate::{layout, view::VNode};`.
fn layers_named(line: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let list = match rest.strip_prefix('{') {
            Some(list) => list,
            None => rest
                .split([':', ';', ',', ')', '>', ' '])
                .next()
                .unwrap_or_default(),
        };
        let names = list.split(|c: char| !c.is_alphanumeric() && c != '_');
        named.extend(names.filter(|name| LAYERS.contains(name)));
    }
    named
}

/// The places where a layer imports a higher one.
fn back_edges(layer: &str, place: usize) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(&root().join("src").join(layer)) {
        for (number, line) in code(&path) {
            for named in layers_named(&line) {
                if LAYERS[place + 1..].contains(&named) {
                    found.push(format!("{}:{number}: {named}", path.display()));
                }
            }
        }
    }
    found
}

#[test]
fn no_layer_imports_a_higher_one() {
    for (place, layer) in LAYERS.into_iter().enumerate() {
        let found = back_edges(layer, place);
        assert!(
            found.is_empty(),
            "{layer} imports a higher layer:\n{}",
            found.join("\n")
        );
    }
}

#[test]
fn an_import_of_a_higher_layer_would_be_found() {
    assert_eq!(layers_named("use crate::layout::Bar;"), ["layout"]);
    assert_eq!(
        layers_named("use crate::{locale, view::VNode};"),
        ["locale", "view"]
    );
    assert_eq!(layers_named("fn f(x: crate::widget::Theme) {}"), ["widget"]);
    let widget = LAYERS.iter().position(|layer| *layer == "model").unwrap();
    assert!(!back_edges("widget", widget).is_empty());
}

#[test]
fn model_wire_locale_and_layout_know_neither_leptos_nor_the_browser() {
    for layer in ["src/model", "src/wire", "src/locale", "src/layout"] {
        assert_free_of(layer, BROWSER);
        assert_free_of(layer, &["leptos", "view!", "Signal"]);
    }
}

#[test]
fn the_model_holds_no_json_no_pixels_and_no_clock() {
    assert_free_of(
        "src/model",
        &["serde", "px", "SystemTime", "Instant", "Date::now"],
    );
}

#[test]
fn the_wire_reads_by_hand_and_draws_nothing() {
    assert_free_of("src/wire", &["Deserialize", "<div", "from_reader"]);
}

#[test]
fn the_layout_gives_no_ids_and_measures_nothing() {
    assert_free_of(
        "src/layout",
        &["\"id=", "getBoundingClientRect", "clientWidth", "serde"],
    );
}

#[test]
fn the_view_fetches_nothing_writes_no_html_and_does_no_arithmetic() {
    assert_free_of("src/view", BROWSER);
    assert_free_of("src/view", &["fetch", "inner_html", "view!", ".style("]);
    assert_free_of("src/view", &["f64", "f32", " * ", " / ", " - ", "parse::<"]);
}

#[test]
fn features_are_those_of_leptos_and_take_nothing_away() {
    let cargo = read("Cargo.toml");
    let features = cargo.split("[features]").nth(1).unwrap();
    let features = features.split("\n[").next().unwrap();
    let names: Vec<_> = features
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["default", "leptos", "csr", "hydrate", "ssr"]);
    // `leptos` adds modules and exports, and changes nothing in those that are there without it.
    for path in files(&root().join("src")) {
        let lines = code(&path);
        for pair in lines.windows(2) {
            let [(_, gate), (number, item)] = pair else {
                continue;
            };
            let is_gate = [
                "#[cfg(feature = \"leptos\")]",
                "#[cfg(not(feature = \"leptos\"))]",
                "#[cfg(all(target_arch = \"wasm32\", feature = \"leptos\"))]",
                "#[cfg(not(all(target_arch = \"wasm32\", feature = \"leptos\")))]",
            ]
            .contains(&gate.trim());
            assert!(
                is_gate || !gate.contains("feature = ") || gate.contains("doctest"),
                "{}:{number}: {gate}",
                path.display()
            );
            let is_item = [
                "mod ",
                "pub mod ",
                "pub(crate) mod ",
                "pub use ",
                "pub(crate) use ",
            ]
            .iter()
            .any(|start| item.trim().starts_with(start));
            assert!(is_item || !is_gate, "{}:{number}: {item}", path.display());
        }
    }
    assert_free_of("src", &["#[path", "allow(dead_code", "allow(unused"]);
}
