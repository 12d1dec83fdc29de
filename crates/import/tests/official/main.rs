//! Official files in their own formats, imported.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod ap;
mod cdf;
mod clarity;
mod contradictory;
mod ech;
mod hostile;
mod kerg2;
mod kml;
mod onegov;
mod twice;
mod votemanager;

use election_widgets_import::{
    Answers, Beside, Imported, Outcome, Question, Refused, Report, Source, import,
};
use std::path::{Path, PathBuf};

/// Imports bytes with answers and, where there is one, another file beside it.
pub fn try_import(bytes: &[u8], answers: &str, beside: Option<&str>) -> Result<Outcome, Refused> {
    let answers = Answers::from_json(answers).unwrap();
    let mut source = Source::new("file", bytes)?;
    if let Some(text) = beside {
        source = source.with(Beside {
            name: "beside".to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
    }
    import(&mut source, &answers)
}

/// The imported document of a file, with its report.
pub fn imported(file: &str, answers: &str) -> Imported {
    match try_import(file.as_bytes(), answers, None) {
        Ok(Outcome::Imported(imported)) => *imported,
        other => panic!("{other:#?}"),
    }
}

/// The keys of questions, in their order.
pub fn keys_of(questions: &[Question]) -> Vec<&str> {
    let keys = questions.iter().map(|question| question.key.as_str());
    keys.collect()
}

/// The questions that a file leaves open, and the report so far.
pub fn asked(file: &str, answers: &str) -> (Vec<Question>, Report) {
    match try_import(file.as_bytes(), answers, None) {
        Ok(Outcome::Asked {
            questions, report, ..
        }) => (questions, report),
        other => panic!("{other:#?}"),
    }
}

/// The refusal of a file, as the command prints it.
pub fn refused(file: &str, answers: &str) -> String {
    match try_import(file.as_bytes(), answers, None) {
        Err(refused) => refused.to_string(),
        other => panic!("{other:#?}"),
    }
}

/// The lines of what was left out, without their places.
pub fn left_out(imported: &Imported) -> Vec<String> {
    let lines = imported.report.left_out.iter();
    lines.map(|line| line.what.clone()).collect()
}

/// A real file: in the folder `ELECTION_WIDGETS_SAMPLES`, or in `../shared/samples` beside the repository.
pub fn sample(file: &str) -> Option<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = std::env::var_os("ELECTION_WIDGETS_SAMPLES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| here.join("../../../shared/samples"));
    if !folder.is_dir() {
        eprintln!("skipped: no samples (set ELECTION_WIDGETS_SAMPLES to their folder)");
        return None;
    }
    std::fs::read_to_string(folder.join(file)).ok()
}
