//! What all parts of one chart's layout are made from.

use super::super::bar::{Bar, Scale};
use super::super::frame::Writer;
use super::Column;
use super::order::{self, Ranked};
use crate::locale::{Locale, Precision, Unit};
use crate::model::{
    Count, Decimal, Figures, OptionRef, OptionResult, PercentOf, Quantity, Results, SourceRef,
};

/// One figure of a result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Percent,
    Votes,
    Seats,
}

impl Figure {
    pub(super) const ALL: [Figure; 3] = [Figure::Percent, Figure::Votes, Figure::Seats];

    pub(super) fn of(self, figures: &Figures) -> Option<&Quantity> {
        match self {
            Figure::Percent => figures.percent.as_ref(),
            Figure::Votes => figures.votes.as_ref(),
            Figure::Seats => figures.seats.as_ref(),
        }
    }

    pub(super) fn unit(self) -> Unit {
        match self {
            Figure::Percent => Unit::Percent,
            Figure::Votes | Figure::Seats => Unit::Number,
        }
    }

    pub(super) fn column(self, count: &Count, locale: &Locale) -> Column {
        let (name, key) = match (self, count.percent_of) {
            (Figure::Percent, None) => ("percent", "column.percent"),
            (Figure::Percent, Some(PercentOf::Valid)) => ("percent", "column.percent.valid"),
            (Figure::Percent, Some(PercentOf::Cast)) => ("percent", "column.percent.cast"),
            (Figure::Percent, Some(PercentOf::Eligible)) => ("percent", "column.percent.eligible"),
            (Figure::Percent, Some(PercentOf::Respondents)) => {
                ("percent", "column.percent.respondents")
            }
            (Figure::Votes, _) => ("votes", "column.votes"),
            (Figure::Seats, _) => ("seats", "column.seats"),
        };
        Column {
            name,
            label: locale.word(key).to_owned(),
        }
    }
}

/// What all parts of one chart's layout are made from.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    pub(super) results: &'a Results,
    pub(super) count: &'a Count,
    pub(super) writer: Writer<'a>,
    /// The figure that options are ordered by and bars drawn of.
    pub(super) main: Option<Figure>,
    pub(super) precision: Precision,
}

impl<'a> Plan<'a> {
    pub(super) fn result(&self, place: usize) -> Option<&'a OptionResult> {
        self.count.results.get(OptionRef(place))
    }

    pub(super) fn ranked(&self) -> Vec<Ranked<'a>> {
        let mut ranked: Vec<Ranked<'a>> = self
            .results
            .options
            .iter()
            .enumerate()
            .map(|(place, option)| {
                let result = self.result(place);
                let figure = self
                    .main
                    .and_then(|main| result.and_then(|result| main.of(&result.figures)));
                Ranked::new(
                    place,
                    option,
                    figure,
                    result.is_some_and(|result| result.each),
                )
            })
            .collect();
        order::sort(&mut ranked);
        ranked
    }

    pub(super) fn bars(&self, quantity: &Quantity) -> Vec<Bar> {
        let scale = self.scale();
        quantity
            .claims()
            .map(|claim| Bar::new(&claim.amount, scale))
            .collect()
    }

    /// Percent bars run to 100, seats to the house, votes to the most that any option has.
    fn scale(&self) -> Scale {
        match (self.main, self.results.seats) {
            (None | Some(Figure::Percent), _) => Scale::PERCENT,
            (Some(Figure::Seats), Some(house)) => Scale::to(Decimal::from(house.total.0)),
            (Some(main), _) => {
                let numbers = self
                    .count
                    .results
                    .iter()
                    .filter_map(|(_, result)| main.of(&result.figures))
                    .flat_map(Quantity::claims)
                    .flat_map(|claim| claim.amount.numbers());
                Scale::to(numbers.max().unwrap_or(Decimal::ZERO))
            }
        }
    }

    /// Whether a source is another than the count's own.
    pub(super) fn is_foreign(&self, source: SourceRef) -> bool {
        source != self.count.source
    }

    /// The mark of a source: its number, and how that is read out.
    pub(super) fn mark(&self, source: SourceRef) -> (String, String) {
        let number = self.writer.number(source);
        let spoken = self.writer.locale.fill("source.mark", &[("n", &number)]);
        (number, spoken)
    }
}
