//! The rooms of the library and what must never stand in them, read off the sources.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use election_widgets::widget::{AllWidgets, Visit, Widget, WidgetSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/`, from low to high. A room imports only rooms before it.
const ROOMS: [&str; 8] = [
    "platform",
    "model",
    "wire",
    "locale",
    "layout",
    "view",
    "widget",
    "prerender",
];

const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "JsValue"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder);
    for entry in entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("the entry is readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The code of a source file, without comments and unit tests.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("sources are text");
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().enumerate();
    lines
        .map(|(number, line)| {
            let line = line.split("//").next().unwrap_or_default();
            (number + 1, line.to_owned())
        })
        .collect()
}

/// The lines of a folder's code that hold one of `words`.
fn found_in(folder: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(&root().join(folder)) {
        for (number, line) in code(&path) {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                found.push(format!("{}:{number}: {word}", path.display()));
            }
        }
    }
    found
}

fn assert_free_of(folder: &str, words: &[&str]) {
    let found = found_in(folder, words);
    assert!(
        found.is_empty(),
        "{folder} must not hold:\n{}",
        found.join("\n")
    );
}

/// The rooms that a line of code names by a `crate::` path, also in a list: `use crate::{layout, view::VNode};`.
fn rooms_named(line: &str) -> Vec<&str> {
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
        named.extend(names.filter(|name| ROOMS.contains(name)));
    }
    named
}

/// The places where a room imports itself a higher one.
fn back_edges(room: &str, place: usize) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(&root().join("src").join(room)) {
        for (number, line) in code(&path) {
            for named in rooms_named(&line) {
                if ROOMS[place + 1..].contains(&named) {
                    found.push(format!("{}:{number}: {named}", path.display()));
                }
            }
        }
    }
    found
}

#[test]
fn no_room_imports_a_higher_one() {
    for (place, room) in ROOMS.into_iter().enumerate() {
        let found = back_edges(room, place);
        assert!(
            found.is_empty(),
            "{room} imports a higher room:\n{}",
            found.join("\n")
        );
    }
}

#[test]
fn an_import_of_a_higher_room_would_be_found() {
    assert_eq!(rooms_named("use crate::layout::Bar;"), ["layout"]);
    assert_eq!(
        rooms_named("use crate::{locale, view::VNode};"),
        ["locale", "view"]
    );
    assert_eq!(rooms_named("fn f(x: crate::widget::Theme) {}"), ["widget"]);
    let widget = ROOMS.iter().position(|room| *room == "model").unwrap();
    assert!(!back_edges("widget", widget).is_empty());
}

#[test]
fn model_wire_locale_and_layout_know_neither_leptos_nor_the_browser() {
    for room in ["src/model", "src/wire", "src/locale", "src/layout"] {
        assert_free_of(room, BROWSER);
        assert_free_of(room, &["leptos", "view!", "Signal"]);
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
fn the_programs_of_a_page_decide_nothing_and_fetch_nothing() {
    let words = ["fetch", "Amount::", "Status::", "percent"];
    assert_free_of("crates/embed/src", &words);
    assert_free_of("src/platform", &words);
}

/// An app that uses the components must not carry exports that only the embed's script calls.
#[test]
fn only_the_programs_export_to_javascript() {
    assert_free_of("src", &["#[wasm_bindgen"]);
    assert!(!found_in("crates/embed/src", &["#[wasm_bindgen"]).is_empty());
}

#[test]
fn area_files_are_made_without_drawing_and_projected_by_the_layouts_code() {
    assert_free_of("crates/cli/src/geo", BROWSER);
    assert_free_of(
        "crates/cli/src/geo",
        &["leptos", "view!", "fn project(", "0.8707"],
    );
}

/// A release build leaves `Debug` out (scripts/with-size-optimised-std.sh): its text would be empty.
#[test]
fn nothing_that_a_page_sees_is_written_by_debug() {
    for folder in [
        "src",
        "crates/embed/src",
        "crates/first-paint/src",
        "crates/node/src",
    ] {
        assert_free_of(folder, &[":?}", ":#?}", "dbg!("]);
    }
}

#[test]
fn the_command_line_draws_nothing_and_pages_know_no_widgets() {
    assert_free_of("crates/cli/src/command", BROWSER);
    assert_free_of(
        "crates/cli/src/command",
        &["leptos", "<svg", "<table", "class="],
    );
    assert_free_of(
        "crates/cli/src/page",
        &["leptos", "widget", "wire", "std::fs"],
    );
}

#[test]
fn scripts_write_no_html_and_know_no_statuses() {
    let scripts: Vec<_> = files(&root().join("www"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .collect();
    assert!(!scripts.is_empty());
    for path in scripts {
        let text = fs::read_to_string(&path).expect("scripts are text");
        for word in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "document.write",
            "preliminary",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The allocator of a first-paint program is the one exception.
#[test]
fn nothing_is_unsafe_but_the_allocator_of_a_first_paint_program() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"deny\""));
    let unsafe_files: Vec<_> = ["src", "crates"]
        .into_iter()
        .flat_map(|folder| files(&root().join(folder)))
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| {
            let text = fs::read_to_string(path).expect("sources are text");
            text.contains("unsafe_code") || text.contains("unsafe {")
        })
        .collect();
    assert_eq!(unsafe_files, [root().join("crates/first-paint/src/lib.rs")]);
}

#[test]
fn features_only_add_and_are_leptoss_own() {
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

struct Attributes;

impl Visit for Attributes {
    type Output = &'static [&'static str];

    fn visit<W: Widget>(self) -> &'static [&'static str] {
        W::ATTRIBUTES
    }
}

/// The list of widgets is in one place. What the compiler cannot see of a new one is asked for here.
#[test]
fn every_widget_has_its_programs_its_scripts_and_its_schema() {
    let bundles = read("www/bundles.js");
    for tag in AllWidgets::tags() {
        let name = bundles
            .split(&format!("\"{tag}\": \""))
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_else(|| panic!("www/bundles.js names no bundle for {tag}"));
        for file in [
            format!("crates/embed/src/bin/{name}.rs"),
            format!("crates/first-paint/src/bin/{name}.rs"),
            format!("www/schema/{tag}.json"),
        ] {
            assert!(root().join(&file).exists(), "{tag} lacks {file}");
        }
        for (file, wanted) in [
            (
                "crates/embed/Cargo.toml",
                format!("\"election-widgets-{name}\""),
            ),
            (
                "crates/first-paint/Cargo.toml",
                format!("\"election-widgets-first-paint-{name}\""),
            ),
            ("crates/first-paint/build.rs", format!("\"{name}\"")),
            (
                "index.html",
                format!("data-bin=\"election-widgets-{name}\""),
            ),
            ("scripts/post-build.sh", format!("-{name}:{tag}")),
            ("www/locale/en.txt", format!("[{name}]")),
            ("scripts/split-locales.mjs", format!("  {name}: [")),
        ] {
            assert!(read(file).contains(&wanted), "{file} lacks {wanted}");
        }
        let element = read("www/element.js");
        let observed = element.split("observedAttributes = \"").nth(1).unwrap();
        let observed: Vec<_> = observed.split('"').next().unwrap().split(' ').collect();
        for attribute in AllWidgets::visit(tag, Attributes).unwrap() {
            assert!(
                observed.contains(attribute),
                "www/element.js does not observe {attribute}"
            );
        }
    }
}

#[test]
fn no_cdylib_stands_beside_the_library() {
    for package in [
        "",
        "crates/cli/",
        "crates/embed/",
        "crates/first-paint/",
        "crates/node/",
    ] {
        assert!(!read(&format!("{package}Cargo.toml")).contains("crate-type"));
    }
}

#[test]
fn files_stay_small() {
    for folder in ["src", "crates"] {
        for path in files(&root().join(folder)) {
            let is_source = path.extension().is_some_and(|ending| ending == "rs")
                && path.components().all(|part| part.as_os_str() != "tests");
            let text = is_source.then(|| fs::read_to_string(&path).expect("sources are text"));
            let lines = text.map_or(0, |text| text.lines().count());
            assert!(
                lines <= 420,
                "{} has {lines} lines: it wants a second noun",
                path.display()
            );
        }
    }
}

#[test]
fn every_tool_has_one_version() {
    let versions = read("scripts/versions.env");
    let version = |tool: &str| {
        versions
            .lines()
            .find_map(|line| line.strip_prefix(tool)?.strip_prefix('='))
            .unwrap_or_else(|| panic!("{tool} has no version"))
            .to_owned()
    };
    let wasm_bindgen = version("WASM_BINDGEN");
    let locked = format!("name = \"wasm-bindgen\"\nversion = \"{wasm_bindgen}\"");
    assert!(read("Cargo.lock").contains(&locked));
    let trunk = read("Trunk.toml");
    assert!(trunk.contains(&format!("trunk-version = \"={}\"", version("TRUNK"))));
    assert!(trunk.contains(&format!("wasm_bindgen = \"{wasm_bindgen}\"")));
    let binaryen = version("BINARYEN");
    let major = binaryen.split('.').next().unwrap_or_default();
    assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
}

#[test]
fn no_file_names_a_registry_or_a_machine() {
    let folders = ["src", "crates", "www", "docs", "examples", "scripts", ".ci"];
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
        .collect();
    paths.extend(
        [
            "Makefile",
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "Cargo.toml",
            "Trunk.toml",
        ]
        .map(|name| root().join(name)),
    );
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for word in [
            "static.rust-lang",
            "registry.npmjs",
            "index.crates",
            "deb.debian",
            "/root/",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
