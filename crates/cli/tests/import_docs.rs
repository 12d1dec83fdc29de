//! The commands in docs/import.md and docs/import/, run as they stand there.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Each command of a page with the output that the page shows after it.
fn examples(page: &str) -> Vec<(&str, &str)> {
    let blocks = page.split("```sh\n").skip(1);
    let examples = blocks.filter_map(|block| {
        let (command, rest) = block.split_once("\n```\n")?;
        let shown = rest.trim_start().strip_prefix("```text\n")?;
        Some((command, shown.split_once("```").unwrap().0))
    });
    examples.collect()
}

/// The standard error of a command, run beside copies of the files that the pages name.
fn run(command: &str, folder: &Path) -> String {
    let words = command.replace("\\\n", " ");
    let mut words = shell_words(&words).into_iter();
    assert_eq!(
        words.next().as_deref(),
        Some("election-widgets"),
        "{command}"
    );
    let output = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8(output.stderr).unwrap()
}

/// The words of a command, with text in double quotation marks as one.
fn shell_words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            letter if letter.is_whitespace() && !is_quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_example_of_an_import_prints_what_its_page_shows() {
    let folder = std::env::temp_dir().join(format!("election-widgets-docs-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for data in ["data/official", "data", "mappings"] {
        let data = root().join("crates/import/tests").join(data);
        for file in std::fs::read_dir(data).unwrap() {
            let file = file.unwrap();
            if file.path().is_file() {
                std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
            }
        }
    }
    let mut number = 0;
    let pages = std::fs::read_dir(root().join("docs/import")).unwrap();
    let pages = pages.map(|page| page.unwrap().path());
    for page in pages.chain([root().join("docs/import.md")]) {
        let text = std::fs::read_to_string(&page).unwrap();
        for (command, shown) in examples(&text) {
            assert_eq!(
                run(command, &folder),
                shown,
                "{}: {command}",
                page.display()
            );
            number += 1;
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(number > 0, "no example was found");
}
