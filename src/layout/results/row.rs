//! The rows of the chart's table.

use super::super::color::Paint;
use super::super::frame::Phrase;
use super::context::{ColumnPlan, CountContext};
use super::order::Ranked;
use super::sum::together;
use super::{Cell, Hidden, Row};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line};
use crate::model::{
    Amount, BallotOption, Claim, Members, OptionKind, OptionRef, OptionResult, Quantity, SourceRef,
    Unit,
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
            outcomes: self.outcome_marks(place),
            is_part: option.within.is_some(),
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
        details.extend(self.part_of(option));
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
        details.extend(result.and_then(|result| self.transfer(result)));
        let notes = [&option.note, result.map_or(&None, |result| &result.note)];
        for note in notes.into_iter().flatten() {
            details.push(self.writer.phrase(note));
        }
        details
    }

    /// The option that it is a part of, so that nobody adds the two up.
    fn part_of(&self, option: &BallotOption) -> Option<Phrase> {
        let above = self.results.options.get(option.within?.0)?;
        let name = self.name(above).text;
        Some(Phrase {
            text: self.writer.locale.fill("option.within", &[("name", &name)]),
            lang: None,
        })
    }

    /// The votes that came to an option in this round, or left it.
    fn transfer(&self, result: &OptionResult) -> Option<Phrase> {
        let text = self.change(Unit::Votes, result.transfer.as_ref()?);
        Some(Phrase {
            text: self.writer.locale.fill("transfer", &[("n", &text)]),
            lang: None,
        })
    }

    /// One line per claim. Several claims each have the mark of their source, the count's own too.
    pub(super) fn lines(
        &self,
        quantity: &Quantity,
        source: Option<SourceRef>,
        text: &dyn Fn(&Amount) -> String,
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

impl CountContext<'_> {
    /// Returns the text for an option without a figure: no longer counted, or not stated.
    fn no_figure(&self, option: OptionRef) -> String {
        let key = match self.is_gone(option) {
            true => "option.out",
            false => "not-stated",
        };
        self.writer.locale.word(key).to_owned()
    }
}

impl ColumnPlan<'_, '_> {
    /// Returns the cell with the sum of several options.
    pub(super) fn together(&self, options: &[OptionRef]) -> Cell {
        let context = self.context;
        let locale = context.writer.locale;
        let addends = context.addends(options, self.unit);
        let amount = together(&addends, self.unit).amount;
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
            (Some(result), Some(quantity)) => context.lines(quantity, result.source, &|amount| {
                context.figure(self.unit, amount, result.each)
            }),
            _ => vec![Line {
                text: context.no_figure(option),
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
            disputed: [quantity, change]
                .into_iter()
                .flatten()
                .any(Quantity::is_disputed)
                .then(|| locale.word("disputed").to_owned()),
            label: self.label(),
            status: context.count.status.name(),
            bars: quantity
                .filter(|_| self.bars)
                .map(|quantity| context.bars(option, quantity))
                .unwrap_or_default(),
        }
    }
}
