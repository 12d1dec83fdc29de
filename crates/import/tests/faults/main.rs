//! Files with faults: each is imported, asked about, or refused with a sentence. None stops the program.
//!
//! The files are those of the tests, each with a few changes to its bytes. A failing case prints its changes, the fewest that
//! still fail, and the seed. `PROPTEST_CASES` sets the number of cases; `make fuzz` runs many.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "../../../../tests/faults/seed.rs"]
mod seed;

use election_widgets_import::{Answers, Outcome, Source, import};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Files of every format, by name.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/sheets");
    let mut paths = files_in(&data);
    paths.extend(files_in(&sheets));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read(path).expect("a file"))
    };
    paths.iter().map(read).collect()
});

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_in(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// A change to a file at a place in it.
#[derive(Clone, Debug)]
enum Change {
    Insert(prop::sample::Index, Vec<u8>),
    Cut(prop::sample::Index, usize),
    DoubleLine(prop::sample::Index),
    DropLine(prop::sample::Index),
    End(prop::sample::Index),
}

/// Pieces that break readers: quotation marks, marks between cells, figures as people write them, XML and other encodings.
fn pieces() -> Vec<&'static [u8]> {
    vec![
        b"\"",
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xef\xbb\xbf",
        b"<",
        b">",
        b"<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
        b"]]>",
        b"<!--",
        b"&#x0;",
        b"{",
        b"[",
        b"}",
        b"null",
        b"-",
        b"0",
        b"1e999",
        b"-1",
        b"99999999999999999999",
        b"over 81%",
        b"~400",
        b"2-3 %",
        b"81+",
        b"n/a",
        b"03-Feb",
        b"1.234,5",
        b"=1+1",
        b"{\"missing\":",
        b"\xd0\x91\xd0\xbe\xd0\xbb\xd0\xb5\xd0\xb5 81",
        b"\xcf\xee\xe1\xe5\xe4\xe0",
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<prop::sample::Index>;
    let change = prop_oneof![
        4 => (at(), prop::sample::select(pieces())).prop_map(|(at, piece)| Change::Insert(at, piece.to_vec())),
        2 => (at(), 1..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        1 => at().prop_map(Change::DoubleLine),
        1 => at().prop_map(Change::DropLine),
        1 => at().prop_map(Change::End),
    ];
    prop::collection::vec(change, 1..5)
}

fn changed(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    let place = |at: &prop::sample::Index, bytes: &[u8]| at.index(bytes.len() + 1);
    match change {
        Change::Insert(at, piece) => {
            let at = place(at, &bytes);
            bytes.splice(at..at, piece.iter().copied());
        }
        Change::Cut(at, length) => {
            let at = place(at, &bytes);
            let end = (at + length).min(bytes.len());
            bytes.drain(at..end);
        }
        Change::End(at) => bytes.truncate(place(at, &bytes)),
        Change::DoubleLine(at) | Change::DropLine(at) => {
            let mut lines: Vec<Vec<u8>> = bytes
                .split_inclusive(|byte| *byte == b'\n')
                .map(<[u8]>::to_vec)
                .collect();
            if !lines.is_empty() {
                let line = lines.remove(at.index(lines.len()));
                if matches!(change, Change::DoubleLine(_)) {
                    let to = at.index(lines.len() + 1);
                    lines.insert(to, line.clone());
                    lines.insert(to, line);
                }
            }
            bytes = lines.concat();
        }
    }
    bytes
}

/// Answers to what most files leave open, so that more of each is read.
fn answers(rehearsal: bool) -> Answers {
    let mut answers = Answers::from_json(
        r#"{ "title": "A title", "office": "Mayor", "date": "2030-04-12", "status": "partial", "asOf": "2030-04-12",
             "source": { "title": "A source", "publisher": "A publisher", "date": "2030-04-12" }, "event": "An election" }"#,
    )
    .expect("answers");
    if rehearsal {
        answers.set("rehearsal", "true");
    }
    answers
}

proptest! {
    #![proptest_config(seed::config())]

    #[test]
    fn a_changed_file_is_imported_asked_about_or_refused_with_a_sentence(
        chosen in any::<prop::sample::Index>(),
        changes in changes(),
        answered in any::<bool>(),
        rehearsal in any::<bool>(),
    ) {
        let (name, bytes) = chosen.get(&FILES);
        let bytes = changes.iter().fold(bytes.clone(), changed);
        let answers = if answered { answers(rehearsal) } else { Answers::default() };
        let ended = Source::new(name.as_str(), bytes.as_slice()).and_then(|mut source| import(&mut source, &answers));
        match ended {
            Ok(Outcome::Imported(imported)) => prop_assert!(!imported.report.understood.is_empty(), "{name}: nothing is said of what was read"),
            Ok(Outcome::Asked { questions, .. }) => {
                prop_assert!(!questions.is_empty());
                prop_assert!(questions.iter().all(|question| !question.text.is_empty() && !question.key.is_empty()));
            }
            Err(refused) => prop_assert!(refused.message.len() > 10, "{name}: {refused}"),
        }
    }
}
