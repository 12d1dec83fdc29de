//! Rules for the words of comments and of the documentation. CONTRIBUTING.md says how to write.

use crate::sources::{files, root};
use std::fs;
use std::path::{Path, PathBuf};

/// The first words that turn a comment into a riddle.
const RIDDLES: [&str; 7] = ["What", "Where", "Who", "Whose", "Whether", "Of", "Nothing"];

const LEAST_WORDS: usize = 4;

/// The doc comments of a source file, each with the line on which it begins.
fn doc_comments(text: &str) -> Vec<(usize, String)> {
    let mut comments: Vec<(usize, String)> = Vec::new();
    let mut marker = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let found = ["///", "//!"]
            .into_iter()
            .find_map(|marker| Some((marker, line.strip_prefix(marker)?)));
        if let Some((found, words)) = found {
            if marker != Some(found) {
                comments.push((number + 1, String::new()));
            }
            if let Some((_, comment)) = comments.last_mut() {
                comment.push_str(words);
                comment.push('\n');
            }
        }
        marker = found.map(|(marker, _)| marker);
    }
    comments
}

/// The first rule that a doc comment breaks.
fn fault(comment: &str) -> Option<String> {
    let words: Vec<_> = comment.split_whitespace().collect();
    let first = words
        .first()?
        .trim_matches(|c: char| !c.is_ascii_alphabetic());
    if RIDDLES.contains(&first) {
        return Some(format!("begins with {first}"));
    }
    (words.len() < LEAST_WORDS).then(|| format!("has fewer than {LEAST_WORDS} words"))
}

fn sources() -> Vec<PathBuf> {
    let folders = ["src", "crates", "tests", "examples"];
    let is_built = |path: &Path| {
        path.components().any(|part| {
            let name = part.as_os_str();
            name == "node_modules" || name == "target"
        })
    };
    folders
        .into_iter()
        .flat_map(|folder| files(&root().join(folder)))
        .chain([root().join("build.rs")])
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| !is_built(path))
        .collect()
}

#[test]
fn every_doc_comment_begins_with_the_item_and_has_four_words() {
    let mut faults = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("sources are text");
        for (line, comment) in doc_comments(&text) {
            if let Some(fault) = fault(&comment) {
                let place = path.strip_prefix(root()).unwrap_or(&path);
                faults.push(format!("{}:{line}: {fault}", place.display()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "write what the item is (CONTRIBUTING.md, Words):\n{}",
        faults.join("\n")
    );
}

/// Old wordings that a reader has to read twice, each with what to write. "~" is no part of them: this file has none.
const OLD_WORDINGS: [(&str, &str); 12] = [
    ("nou~ght", "zero"),
    ("tol~d of", "reported"),
    ("tel~ls of", "reports"),
    ("tak~en along", "downloaded, exported"),
    ("tak~e along", "download, export"),
    ("wher~e left out", "if left out"),
    ("a ro~w a ", "one row per"),
    ("a lin~e a ", "one line per"),
    ("a lan~e a", "one lane per"),
    ("a cel~l a", "one cell per"),
    ("a colum~n a", "one column per"),
    ("tex~t a language", "one text per language"),
];

/// Each old wording in a text, with its line and what to write.
fn old_wordings(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.to_lowercase();
        // A table of examples may show how not to write.
        if line.starts_with("| changelog |") || line.starts_with("| error text |") {
            continue;
        }
        for (old, new) in OLD_WORDINGS {
            if line.contains(&old.replace('~', "")) {
                faults.push(format!("{}: write \"{new}\"", number + 1));
            }
        }
    }
    faults
}

/// The pages of the documentation, without the records of decisions.
fn pages() -> Vec<PathBuf> {
    let docs = files(&root().join("docs"));
    let docs = docs.into_iter().filter(|path| {
        let is_record = path
            .parent()
            .is_some_and(|folder| folder.ends_with("decisions"));
        path.extension().is_some_and(|ending| ending == "md") && !is_record
    });
    let top = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ];
    docs.chain(top.map(|name| root().join(name))).collect()
}

#[test]
fn comments_and_documentation_have_no_old_wording() {
    let mut faults = Vec::new();
    for path in sources().into_iter().chain(pages()) {
        let text = fs::read_to_string(&path).expect("sources are text");
        let found = old_wordings(&text).into_iter();
        faults.extend(found.map(|fault| format!("{}:{fault}", path.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const MOST_WORDS: usize = 40;

/// The sentences of a page outside its code: its paragraphs and items, and the cells of its tables.
fn sentences(page: &str) -> Vec<String> {
    let outside = page
        .split("```")
        .step_by(2)
        .collect::<Vec<_>>()
        .join("\n\n");
    let mut blocks = vec![String::new()];
    for line in outside.lines().map(str::trim) {
        let begins = line.is_empty() || line.starts_with(['|', '#', '-', '<']);
        let begins = begins || line.starts_with(|c: char| c.is_ascii_digit());
        if begins {
            blocks.extend(line.split('|').map(str::to_owned));
        } else if let Some(block) = blocks.last_mut() {
            block.push(' ');
            block.push_str(line);
        }
    }
    let ends = |block: &str| {
        let marked = [". ", ": ", "; ", "? ", ".) "].into_iter();
        marked.fold(block.to_owned(), |block, end| block.replace(end, "\n"))
    };
    let sentences = blocks.iter().map(|block| ends(block));
    let sentences =
        sentences.flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>());
    sentences.collect()
}

fn is_long(sentence: &str) -> bool {
    sentence.split_whitespace().count() > MOST_WORDS
}

#[test]
fn no_sentence_of_the_documentation_is_long() {
    let mut long = Vec::new();
    for path in pages() {
        let text = fs::read_to_string(&path).expect("pages are text");
        let found = sentences(&text)
            .into_iter()
            .filter(|sentence| is_long(sentence));
        long.extend(found.map(|sentence| format!("{}: {sentence}", path.display())));
    }
    assert!(
        long.is_empty(),
        "split these sentences:\n{}",
        long.join("\n")
    );
}

/// The descriptions of fields in a JSON Schema.
fn descriptions(schema: &str) -> Vec<&str> {
    let lines = schema.lines().map(str::trim);
    let found = lines.filter_map(|line| line.strip_prefix("\"description\": \""));
    found
        .map(|text| text.trim_end_matches(',').trim_end_matches('"'))
        .collect()
}

/// Returns true if a description is no full answer: a riddle, or a word or two.
fn is_stub(description: &str) -> bool {
    let words: Vec<_> = description.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    words.len() <= 2 || RIDDLES.contains(&first) || ["When", "How", "In", "By"].contains(&first)
}

#[test]
fn every_field_of_the_schema_is_described_by_what_it_is() {
    for path in files(&root().join("www/schema")) {
        let text = fs::read_to_string(&path).expect("schemas are text");
        let found = descriptions(&text);
        assert!(found.len() > 20, "{} has descriptions", path.display());
        let stub = found.into_iter().find(|description| is_stub(description));
        assert_eq!(stub, None, "{}: say what the field is", path.display());
    }
}

#[test]
fn a_description_that_is_a_riddle_would_be_found() {
    let schema = "{\n  \"description\": \"Who says so.\",\n  \"type\": 1,\n  \"description\": \"The id of the source.\"\n}";
    let found = descriptions(schema);
    assert_eq!(found, ["Who says so.", "The id of the source."]);
    assert!(is_stub(found[0]) && is_stub("A remark.") && !is_stub(found[1]));
}

#[test]
fn an_old_wording_and_a_long_sentence_would_be_found() {
    let old = ["A cell: a lin", "e a claim."].concat();
    assert_eq!(old_wordings(&old), ["1: write \"one line per\""]);
    let long = "one two ".repeat(21);
    let page = format!("Short. {long}\nand the rest.\n\n| {long} | b |\n\n```\n{long}\n```\n");
    assert_eq!(
        sentences(&page).iter().filter(|one| is_long(one)).count(),
        2
    );
    assert!(!is_long("Two short sentences are short."));
}

#[test]
fn a_riddle_or_a_stub_in_a_comment_would_be_found() {
    let text = "/// Where it\n/// stands on the map.\nstruct A;\n//! Too short.\n";
    let comments = doc_comments(text);
    let faults: Vec<_> = comments.iter().map(|(_, comment)| fault(comment)).collect();
    assert_eq!(comments[1].0, 4);
    assert_eq!(
        faults,
        [
            Some("begins with Where".to_owned()),
            Some("has fewer than 4 words".to_owned())
        ]
    );
    assert_eq!(fault(" Returns the options in order."), None);
}
