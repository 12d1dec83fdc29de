//! The cells of one column of figures, as far as they must be judged together.

use super::fields::{is_share, is_whole};
use crate::context::Context;
use crate::quantity::{Decimals, Evidence, Undecided, looks_like_date, magnitude_of_header};
use crate::question::Question;
use crate::refused::{Place, Refused};

/// Most cells that are kept word by word for the report.
const MOST_CELLS: usize = 500;

/// Most words of a column that are asked about.
const MOST_WORDS: usize = 20;

/// The meaning of a zero, a word or of a dash in a column, as a person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nobody was asked yet.
    Unasked,
    /// None: the number zero.
    Zero,
    /// A figure that is not available.
    Missing,
    /// The same as an empty cell.
    Empty,
    /// No poll was held, since the option stood alone.
    Unopposed,
}

impl Meaning {
    /// The meaning in words, for the report.
    pub(super) fn said(self) -> &'static str {
        match self {
            Meaning::Unasked => "not known yet",
            Meaning::Zero => "none",
            Meaning::Missing => "not available",
            Meaning::Empty => "no figure",
            Meaning::Unopposed => "no poll was held",
        }
    }

    fn of(answer: &str) -> Meaning {
        match answer {
            "zero" => Meaning::Zero,
            "missing" => Meaning::Missing,
            "empty" => Meaning::Empty,
            "unopposed" => Meaning::Unopposed,
            _ => Meaning::Unasked,
        }
    }
}

/// A column of figures.
#[derive(Clone, Debug)]
pub(super) struct Stats {
    pub(super) name: String,
    pub(super) field: &'static str,
    pub(super) zero: Meaning,
    pub(super) dash: Meaning,
    pub(super) evidence: Evidence,
    first_zero: Option<Place>,
    first_dash: Option<Place>,
    first_empty: Option<Place>,
    empty: u64,
    /// The meaning of words that are no quantities, as a person says.
    words: Vec<(String, Meaning)>,
    /// Words that nobody explained yet.
    unknown_words: Vec<(Place, String)>,
    /// The first cell that is not whole though it counts things.
    pub(super) not_whole: Option<(Place, String)>,
    /// Cells that are no plain numbers, for the report of a sum.
    pub(super) odd: Vec<(Place, String)>,
    pub(super) more_odd: u64,
}

impl Stats {
    pub(super) fn new(name: &str, field: &'static str, context: &Context<'_>) -> Stats {
        let meaning = |mark: &str| {
            let own = context.answers().text(&format!("column.{name}.{mark}"));
            let answer = own.or_else(|| context.answers().text(mark));
            answer.map_or(Meaning::Unasked, |answer| Meaning::of(&answer))
        };
        let words = context.answers().pairs("cells").into_iter();
        let mut stats = Stats {
            name: name.to_owned(),
            field,
            zero: meaning("zero"),
            dash: meaning("dash"),
            evidence: Evidence::default(),
            first_zero: None,
            first_dash: None,
            first_empty: None,
            empty: 0,
            words: words
                .map(|(word, meaning)| (word, Meaning::of(&meaning)))
                .collect(),
            unknown_words: Vec::new(),
            not_whole: None,
            odd: Vec::new(),
            more_odd: 0,
        };
        if let Some((_, zeros)) = magnitude_of_header(name).filter(|_| stats.is_whole()) {
            stats.evidence.zeros = zeros;
        }
        stats
    }

    /// True of a column that counts votes, seats or papers.
    pub(super) fn is_whole(&self) -> bool {
        is_whole(self.field)
    }

    /// True of a column of numbers that are zero or more.
    pub(super) fn is_never_negative(&self) -> bool {
        (self.is_whole() || self.is_share())
            && !self.field.starts_with("change.")
            && self.field != "transfer"
    }

    /// True of a column of percentages.
    pub(super) fn is_share(&self) -> bool {
        is_share(self.field)
    }

    pub(super) fn note_zero(&mut self, place: Place) {
        self.first_zero.get_or_insert(place);
    }

    pub(super) fn note_dash(&mut self, place: Place) {
        self.first_dash.get_or_insert(place);
    }

    pub(super) fn note_empty(&mut self, place: Place) {
        self.first_empty.get_or_insert(place);
        self.empty += 1;
    }

    /// The meaning of a text that is no quantity. Notes it where nobody explained it yet.
    pub(super) fn word(&mut self, text: &str, place: Place) -> Meaning {
        let meaning = self.meaning(text);
        let is_new = !self.unknown_words.iter().any(|(_, known)| known == text);
        if meaning == Meaning::Unasked && is_new && self.unknown_words.len() < MOST_WORDS {
            self.unknown_words.push((place, text.to_owned()));
        }
        meaning
    }

    /// The meaning of a text that is no quantity, as a person said.
    pub(super) fn meaning(&self, text: &str) -> Meaning {
        let known = self.words.iter().find(|(word, _)| word == text);
        known.map_or(Meaning::Unasked, |(_, meaning)| *meaning)
    }

    pub(super) fn note_odd(&mut self, place: Place, text: &str) {
        if self.odd.len() < MOST_CELLS {
            self.odd.push((place, text.to_owned()));
        } else {
            self.more_odd += 1;
        }
    }

    /// Asks what zeros and dashes mean, says which cells are empty, and decides the mark before decimals.
    ///
    /// # Errors
    /// A cell that is no quantity.
    pub(super) fn settle(&mut self, context: &mut Context<'_>) -> Result<Decimals, Refused> {
        let name = &self.name;
        if self.evidence.zeros > 0 {
            let said = format!(
                "its figures with {} zeros more, and rounded",
                self.evidence.zeros
            );
            context.understood(None, format!("the column \"{name}\""), said);
        }
        if let Some(place) = self.first_zero.filter(|_| self.zero == Meaning::Unasked) {
            let question = format!(
                "Does 0 in the column \"{name}\" mean none, or that the figure is not available?"
            );
            let question = Question::new(format!("column.{name}.zero"), question).at(place);
            let question = question.choices(&[("zero", "none"), ("missing", "not available")]);
            context.settle(question)?;
        }
        if let Some(place) = self.first_dash.filter(|_| self.dash == Meaning::Unasked) {
            let question = format!("What does a dash in the column \"{name}\" mean?");
            let question = Question::new(format!("column.{name}.dash"), question).at(place);
            context.settle(question.choices(&[
                ("zero", "none"),
                ("missing", "not available"),
                ("empty", "nothing: leave the figure out"),
            ]))?;
        }
        if let Some(place) = self.first_empty {
            let more = self.empty - 1;
            let said = if more == 0 {
                "an empty cell".to_owned()
            } else {
                format!("an empty cell, and {more} more below")
            };
            context.understood(place, format!("\"{name}\": {said}"), "no figure");
        }
        self.ask_words(context)?;
        if let Some((place, text)) = &self.not_whole {
            return Err(Refused::at(
                *place,
                format!(
                    "\"{text}\" in the column \"{name}\" is no whole number of {}, zero or more",
                    self.field
                ),
            ));
        }
        self.decimals(context)
    }

    fn ask_words(&self, context: &mut Context<'_>) -> Result<(), Refused> {
        let name = &self.name;
        for (place, text) in &self.unknown_words {
            if looks_like_date(text) {
                return Err(Refused::at(
                    *place,
                    format!(
                        "\"{text}\" in the column \"{name}\" looks like a date: spreadsheets make one of 2-3. Make the column text and write 2–3, or n/a"
                    ),
                ));
            }
            let question = format!(
                "\"{text}\" in the column \"{name}\" is no quantity (81.3, over 81, 81+, ~400, 2–3 and n/a are). What does it mean?"
            );
            let question = Question::new(format!("cells.{text}"), question).at(*place);
            context.settle(question.choices(&[
                (
                    "missing",
                    "the figure is not available, for the reason that the text says",
                ),
                ("empty", "nothing: leave the figure out"),
                ("zero", "none"),
                (
                    "unopposed",
                    "there was no poll, since the option stood alone",
                ),
            ]))?;
        }
        Ok(())
    }

    fn decimals(&self, context: &mut Context<'_>) -> Result<Decimals, Refused> {
        let undecided = match self.evidence.decide(self.is_whole(), self.is_share()) {
            Ok(decimals) => return Ok(decimals),
            Err(undecided) => undecided,
        };
        let (place, message) = undecided.message(&self.name);
        if !matches!(undecided, Undecided::Ambiguous(..)) {
            return Err(Refused::at(place, message));
        }
        let own = format!("column.{}.decimals", self.name);
        let answers = context.answers();
        // One answer for every column that has none of its own.
        let key = if answers.get(&own).is_none() && answers.get("decimals").is_some() {
            "decimals".to_owned()
        } else {
            own
        };
        let text = format!("{message}. \"decimals\" answers it for all columns");
        let question = Question::new(key, text).at(place);
        let question = question.choices(&[
            ("point", "decimals follow a point"),
            ("comma", "decimals follow a comma"),
        ]);
        Ok(match context.settle(question)?.as_deref() {
            Some("comma") => Decimals::Comma,
            _ => Decimals::Point,
        })
    }
}
