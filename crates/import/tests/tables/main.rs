//! Tables as newsrooms have them, imported.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod alliances;
mod encodings;
mod goldens;
mod hostile;
mod layouts;
mod newsroom;
mod observers;
mod quantities;
mod samples;
mod sheets;
mod written;

use election_widgets_import::{
    Answers, Imported, Outcome, Question, Refused, Report, Source, import,
};
use serde_json::Value;

/// Answers to what no table says.
pub const COMMON: &str = r#"{
    "title": "A vote", "office": "President", "status": "final", "asOf": "2030-04-12", "kind": "candidate",
    "source": { "title": "Results", "publisher": "Commission", "date": "2030-04-12" }
}"#;

/// Imports bytes with answers.
pub fn try_import(bytes: &[u8], answers: &Answers) -> Result<Outcome, Refused> {
    let mut source = Source::new("test.csv", bytes)?;
    import(&mut source, answers)
}

/// The common answers and more, as JSON.
pub fn answers(more: &str) -> Answers {
    let mut answers = Answers::from_json(COMMON).unwrap();
    let more: Value = serde_json::from_str(more).unwrap();
    for (key, value) in more.as_object().unwrap() {
        answers.set(key, value.clone());
    }
    answers
}

/// The imported document of a table, with the common answers and more.
pub fn imported(table: &str, more: &str) -> Imported {
    match try_import(table.as_bytes(), &answers(more)) {
        Ok(Outcome::Imported(imported)) => *imported,
        other => panic!("{other:#?}"),
    }
}

/// The keys of questions, in their order.
pub fn keys_of(questions: &[Question]) -> Vec<&str> {
    let keys = questions.iter().map(|question| question.key.as_str());
    keys.collect()
}

/// The questions that a table leaves open, with the common answers and more.
pub fn asked(table: &str, more: &str) -> (Vec<Question>, Report) {
    match try_import(table.as_bytes(), &answers(more)) {
        Ok(Outcome::Asked {
            questions, report, ..
        }) => (questions, report),
        other => panic!("{other:#?}"),
    }
}

/// The refusal of a table, with the common answers and more.
pub fn refused(table: &str, more: &str) -> Refused {
    match try_import(table.as_bytes(), &answers(more)) {
        Err(refused) => refused,
        other => panic!("{other:#?}"),
    }
}
