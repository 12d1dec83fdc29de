//! Sources of the repository as text.

use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn files(folder: &Path) -> Vec<PathBuf> {
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
pub fn code(path: &Path) -> Vec<(usize, String)> {
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
pub fn found_in(folder: &str, words: &[&str]) -> Vec<String> {
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

pub fn assert_free_of(folder: &str, words: &[&str]) {
    let found = found_in(folder, words);
    assert!(
        found.is_empty(),
        "{folder} must not hold:\n{}",
        found.join("\n")
    );
}
