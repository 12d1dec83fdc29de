//! The rooms of the house and what must never stand in them, read off the sources.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry is readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The lines of a room that hold one of `words`; comments and tests are free.
fn found_in(room: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(&root().join(room)) {
        let text = fs::read_to_string(&path).expect("sources are text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                found.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    found
}

fn assert_free_of(room: &str, words: &[&str]) {
    let found = found_in(room, words);
    assert!(
        found.is_empty(),
        "{room} must not hold:\n{}",
        found.join("\n")
    );
}

const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "JsValue"];

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
fn the_browser_room_decides_nothing_and_fetches_nothing() {
    assert_free_of("src/browser", &["fetch", "Amount::", "Status::", "percent"]);
}

#[test]
fn the_room_that_makes_area_files_draws_nothing_and_projects_by_the_layouts_code() {
    assert_free_of("src/geo", BROWSER);
    assert_free_of("src/geo", &["leptos", "view!", "fn project(", "0.8707"]);
}

/// A release build leaves `Debug` out (`.ci/small`): what it would write is not there.
#[test]
fn nothing_that_a_page_sees_is_written_by_debug() {
    for room in [
        "src/model",
        "src/wire",
        "src/locale",
        "src/layout",
        "src/view",
        "src/browser",
        "src/prerender",
    ] {
        assert_free_of(room, &[":?}", ":#?}", "dbg!("]);
    }
}

#[test]
fn the_command_line_draws_nothing_and_pages_know_no_widgets() {
    assert_free_of("src/command", BROWSER);
    assert_free_of("src/command", &["leptos", "<svg", "<table", "class="]);
    assert_free_of("src/page", &["leptos", "widget", "wire", "std::fs"]);
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

#[test]
fn the_rules_find_what_they_forbid() {
    assert!(!found_in("src/browser", BROWSER).is_empty());
    assert!(!found_in("src/view", &["leptos"]).is_empty());
}

/// What a sketch's allocator needs is the one exception.
#[test]
fn nothing_is_unsafe_but_the_allocator_of_a_sketch() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"deny\""));
    let unsafe_files: Vec<_> = files(&root().join("src"))
        .into_iter()
        .filter(|path| {
            let text = fs::read_to_string(path).expect("sources are text");
            text.contains("unsafe_code") || text.contains("unsafe {")
        })
        .collect();
    assert_eq!(unsafe_files, [root().join("src/sketch/main.rs")]);
}

#[test]
fn no_cdylib_stands_beside_the_rlib() {
    assert!(!read("Cargo.toml").contains("crate-type"));
}

#[test]
fn rooms_stay_small() {
    for path in files(&root().join("src")) {
        let lines = fs::read_to_string(&path)
            .expect("sources are text")
            .lines()
            .count();
        assert!(
            lines <= 420,
            "{} has {lines} lines: it wants a second noun",
            path.display()
        );
    }
}

#[test]
fn every_tool_has_one_version() {
    let versions = read(".ci/versions");
    let version = |tool: &str| {
        versions
            .lines()
            .find_map(|line| line.strip_prefix(tool)?.strip_prefix('='))
            .unwrap_or_else(|| panic!("{tool} has no version"))
            .to_owned()
    };
    let cargo = read("Cargo.toml");
    assert!(cargo.contains(&format!("wasm-bindgen = \"={}\"", version("WASM_BINDGEN"))));
    let trunk = read("Trunk.toml");
    assert!(trunk.contains(&format!("trunk-version = \"={}\"", version("TRUNK"))));
    assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", version("WASM_BINDGEN"))));
    let binaryen = version("BINARYEN");
    let major = binaryen.split('.').next().unwrap_or_default();
    assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
}

#[test]
fn no_file_names_a_registry_or_a_machine() {
    let folders = ["src", "www", "docs", "examples", ".ci"];
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
        .collect();
    paths.extend(
        ["Makefile", "README.md", "Cargo.toml", "Trunk.toml"].map(|name| root().join(name)),
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
