//! Rules for the whole repository: lists of widgets, sizes of files, versions of tools.

use crate::sources::{files, read, root};
use election_widgets::widget::{AllWidgets, Visit, Widget, WidgetSet};
use std::fs;

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
    let bundles = read("www/addresses.js");
    for tag in AllWidgets::tags() {
        let name = bundles
            .split(&format!("\"{tag}\": \""))
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_else(|| panic!("www/addresses.js names no bundle for {tag}"));
        for file in [
            format!("crates/embed/src/bin/{name}.rs"),
            format!("crates/first-paint/src/bin/{name}.rs"),
            format!("crates/table/src/bin/{name}.rs"),
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
            (
                "crates/table/Cargo.toml",
                format!("\"election-widgets-table-{name}\""),
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
