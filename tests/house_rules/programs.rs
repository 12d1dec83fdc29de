//! Rules for the programs, the command and the scripts.

use crate::layers::BROWSER;
use crate::sources::{assert_free_of, files, found_in, read, root};
use std::fs;

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
        "crates/picture/src",
        "crates/table/src",
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
fn nothing_is_unsafe_but_the_allocators_of_programs_that_end_with_their_answer() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"deny\""));
    let mut unsafe_files: Vec<_> = ["src", "crates"]
        .into_iter()
        .flat_map(|folder| files(&root().join(folder)))
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| {
            let text = fs::read_to_string(path).expect("sources are text");
            text.contains("unsafe_code") || text.contains("unsafe {")
        })
        .collect();
    unsafe_files.sort();
    let programs = ["first-paint", "table"];
    assert_eq!(
        unsafe_files,
        programs.map(|name| root().join(format!("crates/{name}/src/lib.rs")))
    );
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
