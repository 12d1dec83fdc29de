//! Imports: a file that a newsroom has becomes a document that the widgets read.
//!
//! ```text
//! Source (bytes) -> Format (recognised or named) -> draft (asks for what the file lacks) -> document + Report
//! ```
//!
//! [`import`] does no input or output of its own: the command and the browser hand it bytes and [`Answers`]. It ends in
//! one of three ways:
//!
//! - [`Outcome::Imported`]: a document that passed the library's own reader, and a [`Report`] of two lists. *Understood*
//!   says which part of the file became which field. *Left out* names what the file says and the document does not.
//! - [`Outcome::Asked`]: [`Question`]s. An import never makes up a date, a source, a status or a unit. The caller puts
//!   the questions to a person and calls [`import`] again with more answers.
//! - [`Refused`]: the file can't be read, with line and column.
//!
//! # Adding a format
//!
//! A format is a file `src/formats/<name>.rs` with a unit struct that implements [`formats::Format`], and one line in
//! `formats::FORMATS`. In `read` it
//!
//! 1. takes the file: [`Source::text`] (decoded, limited) or [`Source::bytes`];
//! 2. chooses (area, contest, vote) by `context.settle(Question::…)`, which returns the answer or notes the question;
//! 3. fills [`draft::Results`], [`draft::Observers`] or [`draft::Alliances`]; a figure as people write it goes
//!    through [`quantity`];
//! 4. calls `context.understood(…)` for each field of the file that it uses and `context.left_out(…)` for each that it
//!    does not;
//! 5. ends with `Ok(draft.finish(context))`, which asks for title, office, `asOf`, status and source where the file
//!    has none, and returns `None` while a question is open.
//!
//! Validation, the refusal of rehearsals and the report's warnings are done by [`import`] for every format alike.
// What only other formats use is not needed for tables alone.
#![cfg_attr(not(feature = "every-format"), allow(dead_code, unused_imports))]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod answers;
mod context;
mod country_codes;
pub mod draft;
pub mod formats;
mod grid;
mod ids;
mod index;
mod lower;
mod memberships;
mod missing;
mod missions;
mod nested;
mod object;
pub mod quantity;
mod question;
mod refused;
mod report;
mod source;
mod tree;
mod validate;
mod words;

pub use answers::Answers;
pub use context::Context;
pub use ids::Ids;
pub use question::{Choice, Question};
pub use refused::{Place, Refused};
pub use report::{Column, Line, Report};
pub use source::{Beside, Progress, Sniff, Source};

use serde::Serialize;
use serde_json::Value;

/// An imported document with its report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Imported {
    /// The name of the format that was read: `table`.
    pub format: &'static str,
    /// The tag of the widget that shows the document: `results-chart`.
    pub widget: &'static str,
    /// The document as JSON, its fields in the contract's order.
    pub document: Value,
    /// The lists of what was understood and what was left out.
    pub report: Report,
}

/// The end of an import that was not refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A document that the library's reader accepts.
    Imported(Box<Imported>),
    /// Questions that only a person can answer, and what is understood so far.
    Asked {
        /// The name of the format that was read.
        format: &'static str,
        /// The questions, in the order in which they should be put.
        questions: Vec<Question>,
        /// The report as far as it goes.
        report: Report,
    },
}

/// Imports a file.
///
/// The format is the one that the answer `format` names, or the first that recognises the file. A table is what no other
/// format recognises.
///
/// # Errors
/// The place where the file can't be read, an answer that does not fit, or a rehearsal without the answer `rehearsal`.
pub fn import(source: &mut Source<'_>, answers: &Answers) -> Result<Outcome, Refused> {
    let Read {
        format,
        document,
        mut report,
        questions,
    } = read(formats::FORMATS, source, answers)?;
    let Some(document) = document else {
        return Ok(Outcome::Asked {
            format,
            questions,
            report,
        });
    };
    let widget = validate::validate(&document, answers, &mut report)?;
    Ok(Outcome::Imported(Box::new(Imported {
        format,
        widget,
        document,
        report,
    })))
}

/// A file that was read into a document which nobody has checked yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The name of the format that was read: `table`.
    pub format: &'static str,
    /// The document as JSON; `None` while a question is open.
    pub document: Option<Value>,
    /// The lists of what was understood and what was left out.
    pub report: Report,
    /// The questions that only a person can answer.
    pub questions: Vec<Question>,
}

impl Read {
    /// The document, or a sentence with the questions that are open.
    ///
    /// # Errors
    /// The sentence, where a question is open.
    pub fn document_or_open(&self) -> Result<&Value, String> {
        self.document.as_ref().ok_or_else(|| {
            let open: Vec<_> = self.questions.iter().map(ToString::to_string).collect();
            format!("the table leaves open: {}", open.join("; "))
        })
    }
}

/// Reads a file of one of `formats` as [`import`] does, and leaves the check of the document to whoever shows it: a widget
/// checks what it shows. A rehearsal is read like any other file.
///
/// # Errors
/// The place where the file can't be read, or an answer that does not fit.
pub fn read(
    formats: &[&dyn formats::Format],
    source: &mut Source<'_>,
    answers: &Answers,
) -> Result<Read, Refused> {
    let format = formats::choose(formats, source, answers)?;
    #[cfg(feature = "every-format")]
    if let Some(question) = source.encoding_question(answers) {
        return Ok(Read {
            format: format.name(),
            document: None,
            report: Report::default(),
            questions: vec![question],
        });
    }
    let answers = format.answers(source, answers);
    let mut context = Context::new(&answers);
    let document = format.read(source, &mut context)?;
    let (report, questions) = context.end();
    Ok(Read {
        format: format.name(),
        document: document.filter(|_| questions.is_empty()),
        report,
        questions,
    })
}
