//! The context for laying out one count.

use super::super::bar::{Bar, Scale};
use super::super::frame::Writer;
use super::Column;
use super::order::{self, Ranked};
use super::{precision, unit};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::Precision;
use crate::model::{Amount, Claim, Count, Decimal, OptionRef, Quantity, Results, SourceRef, Unit};

/// A column of the table: one figure of one count.
#[derive(Clone, Copy)]
pub(super) struct ColumnPlan<'p, 'a> {
    pub(super) context: &'p CountContext<'a>,
    pub(super) unit: Unit,
    pub(super) bars: bool,
    /// True if the table has one column per count.
    several: bool,
}

impl ColumnPlan<'_, '_> {
    /// The head: what the figure is, or which count it is of where there are several.
    pub(super) fn head(&self) -> Column {
        let locale = self.context.writer.locale;
        let count = self.context.count;
        Column {
            name: self.unit.name(),
            label: self.label(),
            below: self.several.then(|| Line {
                text: [
                    &self.context.unit_name(self.unit),
                    " · ",
                    &locale.date(count.as_of),
                ]
                .concat(),
                source: Some(self.context.mark(count.source)),
            }),
        }
    }

    pub(super) fn label(&self) -> String {
        if self.several {
            self.context.count_name()
        } else {
            self.context.unit_name(self.unit)
        }
    }
}

/// The units that any of the counts has figures in.
pub(super) fn units(counts: &[&Count]) -> Vec<Unit> {
    unit::ALL
        .into_iter()
        .filter(|unit| counts.iter().any(|count| is_given(count, *unit)))
        .collect_compact()
}

/// One context per count; all are drawn by the same figure, so that they can be compared: the one that
/// is wanted, where it is given.
pub(super) fn plans<'a>(
    results: &'a Results,
    counts: &[&'a Count],
    wanted: Option<Unit>,
    writer: Writer<'a>,
) -> Vec<CountContext<'a>> {
    let given = units(counts);
    let main = wanted
        .filter(|wanted| given.contains(wanted))
        .or_else(|| given.first().copied());
    let scale = scale(results, counts, main);
    let context = |count: &&'a Count| {
        let place = results.counts.iter().position(|one| one.id == count.id);
        let context = CountContext {
            results,
            count,
            place: place.unwrap_or(0),
            writer,
            main,
            precision: Precision::Published,
            scale,
        };
        let figures = precision::percentages(count);
        let lines = context.judged_at(Unit::Percent);
        CountContext {
            precision: precision::of_column(&figures, &lines, count.decimals),
            ..context
        }
    };
    counts.iter().map(context).collect_compact()
}

/// Percent bars run to 100, seats to the house, votes to the most that any option has in any of the
/// counts on show.
fn scale(results: &Results, counts: &[&Count], main: Option<Unit>) -> Scale {
    match (main, results.seats) {
        (None | Some(Unit::Percent), _) => Scale::PERCENT,
        (Some(Unit::Seats), Some(house)) => {
            let seats = counts.iter().filter_map(|count| results.least_seats(count));
            let house = Decimal::from(house.total.0);
            Scale::to(seats.fold(house, Decimal::max))
        }
        (Some(main), _) => {
            let mut most = Decimal::ZERO;
            for count in counts {
                for (_, result) in count.results.iter() {
                    if let Some(figure) = result.figures.get(main) {
                        most = figure.highest().max(most);
                    }
                }
            }
            Scale::to(most)
        }
    }
}

/// The count that says something of the most options, the last of several such: options stand in
/// its order.
pub(super) fn fullest<'p, 'a>(plans: &'p [CountContext<'a>]) -> Option<&'p CountContext<'a>> {
    plans
        .iter()
        .max_by_key(|context| context.count.results.iter().count())
}

/// Every figure of a single count; of several counts the one that they are compared by.
pub(super) fn columns<'p, 'a>(plans: &'p [CountContext<'a>]) -> Vec<ColumnPlan<'p, 'a>> {
    let several = plans.len() > 1;
    let mut columns = Vec::new();
    for context in plans {
        let others = unit::ALL
            .into_iter()
            .filter(|unit| context.main != Some(*unit));
        for unit in context.main.into_iter().chain(others) {
            let main = context.main == Some(unit);
            if main || (!several && is_given(context.count, unit)) {
                columns.push(ColumnPlan {
                    context,
                    unit,
                    bars: main,
                    several,
                });
            }
        }
    }
    columns
}

pub(super) fn is_given(count: &Count, unit: Unit) -> bool {
    count
        .results
        .iter()
        .any(|(_, result)| result.figures.get(unit).is_some())
}

/// The context for laying out one count.
#[derive(Clone, Copy)]
pub(super) struct CountContext<'a> {
    pub(super) results: &'a Results,
    pub(super) count: &'a Count,
    /// The count's place in the document.
    pub(super) place: usize,
    pub(super) writer: Writer<'a>,
    /// The figure that options are ordered by and bars drawn of.
    pub(super) main: Option<Unit>,
    pub(super) precision: Precision,
    /// The scale of the bars.
    pub(super) scale: Scale,
}

impl<'a> CountContext<'a> {
    pub(super) fn ranked(&self) -> Vec<Ranked<'a>> {
        let ranked: Vec<Ranked<'a>> = self
            .results
            .options
            .iter()
            .enumerate()
            .map(|(place, option)| {
                let result = self.count.results.get(OptionRef(place));
                Ranked::new(place, option, result, self.main)
            })
            .collect_compact();
        order::by_figures(&ranked)
    }

    pub(super) fn bars(&self, option: OptionRef, quantity: &Quantity) -> Vec<Option<Bar>> {
        let scale = self.scale;
        let thresholds = self.threshold_marks(option, scale);
        let bar = |claim: &Claim| {
            // An empty track would look like zero.
            let stated = !matches!(claim.amount, Amount::Missing(_));
            stated.then(|| Bar::new(&claim.amount, scale).with_thresholds(&thresholds))
        };
        quantity.claims().map(bar).collect_compact()
    }

    /// The mark of a source, where it is another than the count's own.
    pub(super) fn foreign_mark(&self, source: Option<SourceRef>) -> Option<(String, String)> {
        source
            .filter(|source| *source != self.count.source)
            .map(|source| self.mark(source))
    }

    /// The mark of a source: its number, and how that is read out.
    pub(super) fn mark(&self, source: SourceRef) -> (String, String) {
        self.writer.mark(source)
    }
}
