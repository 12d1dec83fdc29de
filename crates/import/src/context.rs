//! The context of one import: answers, questions and the report.

use crate::answers::Answers;
use crate::quantity::Reading;
use crate::question::Question;
use crate::refused::{Place, Refused};
use crate::report::Report;

/// The answers that a format may use, and what it has to say.
#[derive(Debug)]
pub struct Context<'a> {
    answers: &'a Answers,
    report: Report,
    questions: Vec<Question>,
}

impl<'a> Context<'a> {
    /// A context with nothing said yet.
    pub fn new(answers: &'a Answers) -> Context<'a> {
        Context {
            answers,
            report: Report::default(),
            questions: Vec::new(),
        }
    }

    /// The answers of the person.
    pub fn answers(&self) -> &'a Answers {
        self.answers
    }

    /// The answer to a question. `None` notes the question, so that the import ends in [`crate::Outcome::Asked`].
    ///
    /// # Errors
    /// An answer that is none of the question's choices.
    pub fn settle(&mut self, question: Question) -> Result<Option<String>, Refused> {
        let Some(answer) = self.answers.text(&question.key) else {
            self.ask(question);
            return Ok(None);
        };
        let choices = &question.choices;
        if choices.is_empty() || choices.iter().any(|choice| choice.value == answer) {
            return Ok(Some(answer));
        }
        let known: Vec<_> = choices.iter().map(|choice| choice.value.as_str()).collect();
        Err(Refused::new(format!(
            "{}: expected one of {}, found \"{answer}\"",
            question.key,
            known.join(", ")
        )))
    }

    /// Notes a question, once for each key.
    pub fn ask(&mut self, question: Question) {
        if !self.questions.iter().any(|one| one.key == question.key) {
            self.questions.push(question);
        }
    }

    /// True while a question is open.
    pub fn is_asking(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Adds to the list of what was understood: a part of the file and the field or quantity that it became.
    pub fn understood(
        &mut self,
        at: impl Into<Option<Place>>,
        what: impl Into<String>,
        became: impl Into<String>,
    ) {
        self.report.understood(at.into(), what, became);
    }

    /// Adds a column of a table to what was understood, with the field that it became.
    pub fn column(&mut self, at: Place, name: &str, field: &str) {
        self.report.column(at, name, field);
    }

    /// Adds to the list of what was left out: a part of the file and the reason.
    pub fn left_out(
        &mut self,
        at: impl Into<Option<Place>>,
        what: impl Into<String>,
        why: impl Into<String>,
    ) {
        self.report.left_out(at.into(), what, why);
    }

    /// Adds the parts of a cell that are no part of its figure to what was left out.
    pub(crate) fn asides(&mut self, place: Place, text: &str, reading: &Reading) {
        for aside in &reading.asides {
            let what = format!("\"{}\" behind \"{text}\"", aside.text);
            self.left_out(place, what, aside.why());
        }
    }

    /// Adds a warning to the report.
    pub fn warn(&mut self, message: impl Into<String>) {
        self.report.warn(message);
    }

    /// The report and the open questions.
    pub(crate) fn end(self) -> (Report, Vec<Question>) {
        (self.report, self.questions)
    }
}
