//! The rows of the chart's table.

use super::super::color::Paint;
use super::super::frame::Phrase;
use super::order::Ranked;
use super::plan::{Figure, Plan};
use super::{Cell, Line, Row};
use crate::model::{Amount, BallotOption, Members, OptionKind, OptionResult, OutcomeKind};

impl Plan<'_> {
    pub(super) fn row(&self, ranked: &Ranked<'_>, figures: &[Figure]) -> Row {
        let option = ranked.option;
        let result = self.result(ranked.place);
        let main = self
            .main
            .zip(result)
            .and_then(|(main, result)| main.of(&result.figures));
        Row {
            key: option.id.as_str().to_owned(),
            name: self.name(option),
            details: self.details(option, result),
            outcome: self.outcome(ranked.place),
            paint: option.color.map(Paint::new),
            bars: main.map(|quantity| self.bars(quantity)).unwrap_or_default(),
            cells: figures
                .iter()
                .map(|figure| self.cell(*figure, result))
                .collect(),
        }
    }

    /// An option's name; groups without one are worded by how many they are.
    pub(super) fn name(&self, option: &BallotOption) -> Phrase {
        if let Some(name) = &option.name {
            return self.writer.phrase(name);
        }
        let locale = self.writer.locale;
        match (option.kind, &option.members) {
            (OptionKind::AgainstAll, _) => self.writer.word("option.against-all"),
            (OptionKind::Other | OptionKind::Unnamed, Some(Members::Number(number))) => Phrase {
                text: locale.plural(
                    self.members_key(option),
                    number.0,
                    &[("n", &locale.whole(number.0))],
                ),
                lang: None,
            },
            (OptionKind::Unnamed, _) => self.writer.word("option.unnamed"),
            _ => self.writer.word("option.other"),
        }
    }

    /// Which words count the members of a group: candidates or parties, "other" ones where some
    /// are named beside it.
    fn members_key(&self, group: &BallotOption) -> &'static str {
        let named = |kinds: &[OptionKind]| {
            self.results
                .options
                .iter()
                .any(|option| option.id != group.id && kinds.contains(&option.kind))
        };
        let parties = named(&[OptionKind::Party, OptionKind::Bloc]);
        match (named(&[OptionKind::Candidate]), parties) {
            (true, _) => "option.other-candidates",
            (false, true) => "option.other-parties",
            (false, false) => "option.candidates",
        }
    }

    fn details(&self, option: &BallotOption, result: Option<&OptionResult>) -> Vec<Phrase> {
        let mut details: Vec<Phrase> = option
            .party
            .iter()
            .map(|party| self.writer.phrase(party))
            .collect();
        if let Some(Members::Names(names)) = &option.members {
            let names: Vec<String> = names
                .iter()
                .map(|name| self.writer.phrase(name).text)
                .collect();
            details.push(Phrase {
                text: self.writer.locale.list(&names),
                lang: None,
            });
        }
        if option.kind == OptionKind::Unnamed {
            details.push(self.writer.word("option.not-named"));
        }
        let notes = option
            .note
            .iter()
            .chain(result.and_then(|result| result.note.as_ref()));
        details.extend(notes.map(|note| self.writer.phrase(note)));
        details
    }

    fn outcome(&self, place: usize) -> Option<Line> {
        let outcome = self
            .results
            .outcomes
            .iter()
            .find(|outcome| outcome.option.0 == place)?;
        let locale = self.writer.locale;
        let word = locale.word(match outcome.kind {
            OutcomeKind::Elected => "outcome.elected",
            OutcomeKind::Runoff => "outcome.runoff",
            OutcomeKind::Unopposed => "outcome.unopposed",
            OutcomeKind::Eliminated => "outcome.eliminated",
            OutcomeKind::Withdrawn => "outcome.withdrawn",
        });
        let text = match outcome.at {
            Some(at) => format!("{word}, {}", locale.date(at)),
            None => word.to_owned(),
        };
        Some(Line {
            text,
            source: Some(outcome.source)
                .filter(|source| self.is_foreign(*source))
                .map(|source| self.mark(source)),
        })
    }

    fn cell(&self, figure: Figure, result: Option<&OptionResult>) -> Cell {
        let Some((result, quantity)) =
            result.and_then(|result| Some((result, figure.of(&result.figures)?)))
        else {
            return Cell {
                lines: vec![Line {
                    text: self.writer.locale.word("not-stated").to_owned(),
                    source: None,
                }],
                disputed: None,
            };
        };
        let several = quantity.claims().nth(1).is_some();
        let lines = quantity
            .claims()
            .map(|claim| Line {
                text: self.figure(figure, &claim.amount, result.each),
                source: claim
                    .source
                    .or(result.source)
                    // Of several claims each is marked, the count's own too.
                    .filter(|source| several || self.is_foreign(*source))
                    .map(|source| self.mark(source)),
            })
            .collect();
        Cell {
            lines,
            disputed: quantity
                .is_disputed()
                .then(|| self.writer.locale.word("disputed").to_owned()),
        }
    }

    /// A figure in words, with "each" where it holds for each of several.
    pub(super) fn figure(&self, figure: Figure, amount: &Amount, each: bool) -> String {
        let text = self.writer.amount(amount, figure.unit(), self.precision);
        if each {
            self.writer.locale.fill("each", &[("n", &text)])
        } else {
            text
        }
    }
}
