//! The rows of the chart's table.

use super::super::color::Paint;
use super::super::frame::Phrase;
use super::context::{ColumnPlan, CountContext};
use super::order::Ranked;
use super::sum::together;
use super::{Cell, Hidden, OutcomeMark, Row};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line};
use crate::model::{
    Amount, BallotOption, Claim, Count, Members, OptionKind, OptionRef, OptionResult, Outcome,
    OutcomeKind, Quantity, SourceRef, Status, Unit,
};

impl CountContext<'_> {
    pub(super) fn row(
        &self,
        ranked: &Ranked<'_>,
        hidden: Option<Hidden>,
        (open, figures): (bool, Option<Vec<Figures>>),
        columns: &[ColumnPlan<'_, '_>],
    ) -> Row {
        let option = ranked.option;
        let place = OptionRef(ranked.place);
        Row {
            id: option.id.clone(),
            hidden,
            open,
            figures,
            shade: self.shade(ranked.place),
            name: self.name(option),
            source: self.foreign_mark(option.source),
            details: self.details(option, self.count.results.get(place)),
            outcomes: self.outcomes(place),
            paint: option.color.map(Paint::new),
            photo: option
                .photo
                .as_ref()
                .map(|photo| photo.url.as_str().to_owned()),
            cells: columns
                .iter()
                .map(|column| column.cell(place))
                .collect_compact(),
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

    pub(super) fn details(
        &self,
        option: &BallotOption,
        result: Option<&OptionResult>,
    ) -> Vec<Phrase> {
        let mut details: Vec<Phrase> = option
            .party
            .iter()
            .map(|party| self.writer.phrase(party))
            .collect_compact();
        if let Some(Members::Names(names)) = &option.members {
            let names: Vec<String> = names
                .iter()
                .map(|name| self.writer.phrase(name).text)
                .collect_compact();
            details.push(Phrase {
                text: self.writer.locale.list(&names),
                lang: None,
            });
        }
        if option.kind == OptionKind::Unnamed {
            details.push(self.writer.word("option.not-named"));
        }
        let credit = option
            .photo
            .as_ref()
            .and_then(|photo| photo.credit.as_ref());
        details.extend(credit.map(|credit| {
            let credit = self.writer.phrase(credit).text;
            Phrase {
                text: self.writer.locale.fill("photo", &[("credit", &credit)]),
                lang: None,
            }
        }));
        let notes = option
            .note
            .iter()
            .chain(result.and_then(|result| result.note.as_ref()));
        details.extend(notes.map(|note| self.writer.phrase(note)));
        details
    }

    fn outcomes(&self, option: OptionRef) -> Vec<OutcomeMark> {
        let of_option = self
            .results
            .outcomes
            .iter()
            .filter(|outcome| outcome.option == option);
        of_option
            .map(|outcome| self.outcome(outcome))
            .collect_compact()
    }

    fn outcome(&self, outcome: &Outcome) -> OutcomeMark {
        let won = matches!(outcome.kind, OutcomeKind::Elected | OutcomeKind::Unopposed);
        OutcomeMark {
            won: won && !self.is_projected(outcome),
            line: self.outcome_line(outcome),
        }
    }

    /// Whether the source of an outcome is that of an exit poll or a projection: what it says was
    /// reckoned and not decided.
    pub(super) fn is_projected(&self, outcome: &Outcome) -> bool {
        let reckoned =
            |count: &Count| matches!(count.status, Status::ExitPoll | Status::Projection);
        let mut counts = self.results.counts.iter();
        counts.any(|count| reckoned(count) && count.source == outcome.source)
    }

    fn outcome_line(&self, outcome: &Outcome) -> Line {
        let locale = self.writer.locale;
        let projected = self.is_projected(outcome);
        let word = locale.word(match outcome.kind {
            OutcomeKind::Elected if projected => "outcome.projected",
            OutcomeKind::Runoff if projected => "outcome.projected-runoff",
            OutcomeKind::Elected => "outcome.elected",
            OutcomeKind::Runoff => "outcome.runoff",
            OutcomeKind::Unopposed => "outcome.unopposed",
            OutcomeKind::Eliminated => "outcome.eliminated",
            OutcomeKind::Withdrawn => "outcome.withdrawn",
        });
        Line {
            text: match outcome.at {
                Some(at) => [word, ", ", &locale.date(at)].concat(),
                None => word.to_owned(),
            },
            source: self.foreign_mark(Some(outcome.source)),
        }
    }

    /// A line a claim; of several claims each is marked, the count's own too.
    pub(super) fn lines(
        &self,
        quantity: &Quantity,
        source: Option<SourceRef>,
        text: impl Fn(&Amount) -> String,
    ) -> Vec<Line> {
        let several = quantity.claims().nth(1).is_some();
        let line = |claim: &Claim| {
            let source = claim.source.or(source);
            Line {
                text: text(&claim.amount),
                source: if several {
                    source.map(|source| self.mark(source))
                } else {
                    self.foreign_mark(source)
                },
            }
        };
        quantity.claims().map(line).collect_compact()
    }

    /// A figure in words, with "each" where it holds for each of several.
    pub(super) fn figure(&self, unit: Unit, amount: &Amount, each: bool) -> String {
        let text = self
            .writer
            .amount(amount, super::unit::sign(unit), self.precision);
        if each {
            self.writer.locale.fill("each", &[("n", &text)])
        } else {
            text
        }
    }
}

impl ColumnPlan<'_, '_> {
    /// What several options have together.
    pub(super) fn together(&self, options: &[OptionRef]) -> Cell {
        let context = self.context;
        let locale = context.writer.locale;
        let figure = |option: &OptionRef| {
            let result = context.count.results.get(*option)?;
            result.figures.get(self.unit)
        };
        let amount = together(options.iter().map(figure), self.unit).amount;
        let text = match &amount {
            Some(amount) => {
                let text = context.figure(self.unit, amount, false);
                locale.fill("fold.together", &[("n", &text)])
            }
            None => locale.word("not-stated").to_owned(),
        };
        Cell {
            lines: vec![Line { text, source: None }],
            stated: amount.is_some(),
            change: None,
            disputed: None,
            label: self.label(),
            status: context.count.status.name(),
            // A sum of several on the scale of single options would dwarf them all.
            bars: Vec::new(),
        }
    }

    fn cell(&self, option: OptionRef) -> Cell {
        let context = self.context;
        let locale = context.writer.locale;
        let result = context.count.results.get(option);
        let quantity = result.and_then(|result| result.figures.get(self.unit));
        let lines = match (result, quantity) {
            (Some(result), Some(quantity)) => context.lines(quantity, result.source, |amount| {
                context.figure(self.unit, amount, result.each)
            }),
            _ => vec![Line {
                text: locale.word("not-stated").to_owned(),
                source: None,
            }],
        };
        let change = result
            .and_then(|result| result.change.as_ref())
            .and_then(|change| change.get(self.unit));
        Cell {
            lines,
            stated: quantity.is_some(),
            change: change.map(|change| context.change(self.unit, change)),
            disputed: quantity
                .filter(|quantity| quantity.is_disputed())
                .map(|_| locale.word("disputed").to_owned()),
            label: self.label(),
            status: context.count.status.name(),
            bars: quantity
                .filter(|_| self.bars)
                .map(|quantity| context.bars(option, quantity))
                .unwrap_or_default(),
        }
    }
}
