//! Gathered cells as quantities, once each column is judged as a whole.

use super::columns::Columns;
use super::gather::{CountRows, Figure, Gathered};
use super::stats::{Meaning, Stats};
use crate::context::Context;
use crate::object::{object, written};
use crate::quantity::{
    AsideKind, Decimals, Reading, decimal, is_dash, is_within, is_zero, json_number, read,
    times_100,
};
use crate::question::Question;
use crate::refused::{Place, Refused};
use election_widgets::model::Decimal;
use serde_json::Value;

/// Columns as they were judged.
pub(super) struct Judged {
    stats: Vec<Option<Stats>>,
    /// The mark of each column of figures.
    decimals: Vec<Option<Decimals>>,
    fractions: Vec<usize>,
}

impl Judged {
    /// Judges every column of figures, and asks where its cells leave it open.
    ///
    /// # Errors
    /// A cell that is no quantity.
    pub(super) fn new(
        columns: &Columns,
        gathered: &mut Gathered,
        context: &mut Context<'_>,
    ) -> Result<Judged, Refused> {
        let mut decimals = vec![None; columns.header.cells.len()];
        for (_, column) in columns.figures() {
            if let (Some(stats), Some(mark)) = (gathered.stats_of(column), decimals.get_mut(column))
            {
                *mark = Some(stats.settle(context)?);
            }
        }
        let fractions = fractions(columns, gathered, &decimals, context)?;
        for (place, text, stats, marks) in odd_cells(&gathered.stats, &decimals) {
            match stats.evidence.read(text, marks) {
                Some(reading) => say(text, *place, &reading, context),
                None => {
                    context.understood(*place, format!("\"{text}\""), stats.meaning(text).said())
                }
            }
        }
        Ok(Judged {
            stats: std::mem::take(&mut gathered.stats),
            decimals,
            fractions,
        })
    }

    /// The quantity of a figure in a column. `None` where the table has no figure.
    ///
    /// # Errors
    /// A cell that its field can't hold.
    pub(super) fn value(
        &self,
        figure: &Figure,
        column: usize,
        is_partial: bool,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let (Some(stats), Some(decimals)) = (
            self.stats.get(column).and_then(Option::as_ref),
            self.decimals.get(column).copied().flatten(),
        ) else {
            return Ok(None);
        };
        match figure {
            Figure::Absent => Ok(None),
            Figure::Sum(sum) => Ok(sum.value(decimals, is_partial)),
            Figure::Cell(text, place) => {
                let value = self.cell(text, *place, stats, decimals, context)?;
                Ok(value.map(|value| {
                    if self.fractions.contains(&column) {
                        percent(&value)
                    } else {
                        value
                    }
                }))
            }
        }
    }

    fn cell(
        &self,
        text: &str,
        place: Place,
        stats: &Stats,
        decimals: Decimals,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let meaning = if is_dash(text) {
            Some(stats.dash)
        } else {
            is_zero(text).then_some(stats.zero)
        };
        match meaning {
            Some(Meaning::Missing) => {
                context.understood(place, format!("\"{text}\""), "not available");
                return Ok(Some(object!({ "missing": "not available" })));
            }
            Some(Meaning::Zero) if is_dash(text) => return Ok(Some(Value::from(0))),
            Some(_) if is_dash(text) => return Ok(None),
            _ => {}
        }
        let refused = |said: &str| {
            Refused::at(
                place,
                format!("\"{text}\" in the column \"{}\" {said}", stats.name),
            )
        };
        let Some(reading) = stats.evidence.read(text, decimals) else {
            return Ok(match stats.meaning(text) {
                Meaning::Zero => Some(Value::from(0)),
                Meaning::Missing => {
                    context.understood(place, format!("\"{text}\""), "not available, as written");
                    Some(object!({ "missing": text }))
                }
                _ => None,
            });
        };
        if let Some(why) = why_unfit(&reading, stats) {
            return Err(refused(why));
        }
        say(text, place, &reading, context);
        Ok(Some(reading.value))
    }

    /// True of a figure in whose place stands that there was no poll.
    pub(super) fn is_unopposed(&self, figure: &Figure, column: usize) -> bool {
        let Figure::Cell(text, _) = figure else {
            return false;
        };
        self.stats
            .get(column)
            .and_then(Option::as_ref)
            .is_some_and(|stats| stats.meaning(text) == Meaning::Unopposed)
    }
}

/// The reason why a quantity can't be a figure of its column. `None` where it can.
fn why_unfit(reading: &Reading, stats: &Stats) -> Option<&'static str> {
    let numbers = reading.numbers();
    let has_figure = |kind| reading.asides.iter().any(|aside| aside.kind == kind);
    if stats.is_whole() && reading.is_percent {
        return Some("is a percentage, and the column counts votes, seats or papers");
    }
    if stats.is_never_negative() && numbers.iter().any(|number| number.is_negative()) {
        return Some("is below zero: expected zero or more");
    }
    if stats.is_whole() && numbers.iter().any(|number| !number.is_whole()) {
        return Some("is no whole number");
    }
    // "4,512 (60)" of a column of percentages leaves open which of the two is one.
    (stats.is_share() && !reading.is_percent && has_figure(AsideKind::Figure))
        .then_some("has two figures: write the percentage alone, or with its sign")
}

/// Says what a cell that is no plain number became, and which parts of it are left out.
fn say(text: &str, place: Place, reading: &Reading, context: &mut Context<'_>) {
    if !reading.is_exact() {
        context.understood(place, format!("\"{text}\""), written(&reading.value));
    }
    context.asides(place, text, reading);
}

/// The cells of sums that are no plain numbers, each with its column and the mark before decimals.
fn odd_cells<'s>(
    stats: &'s [Option<Stats>],
    decimals: &'s [Option<Decimals>],
) -> impl Iterator<Item = (&'s Place, &'s str, &'s Stats, Decimals)> {
    let stats = stats.iter().enumerate();
    let stats = stats.filter_map(|(column, stats)| Some((column, stats.as_ref()?)));
    stats.flat_map(move |(column, stats)| {
        let marks = mark_of(decimals, column);
        let odd = stats.odd.iter();
        odd.map(move |(place, text)| (place, text.as_str(), stats, marks))
    })
}

/// The columns of shares that a person calls fractions of one.
fn fractions(
    columns: &Columns,
    gathered: &Gathered,
    decimals: &[Option<Decimals>],
    context: &mut Context<'_>,
) -> Result<Vec<usize>, Refused> {
    let mut found = Vec::new();
    for (field, column) in columns.figures() {
        let Some(stats) = gathered
            .stats
            .get(column)
            .and_then(Option::as_ref)
            .filter(|stats| stats.is_share())
        else {
            continue;
        };
        let marks = mark_of(decimals, column);
        let looks_so = match field {
            "percent" => gathered
                .counts
                .iter()
                .any(|count| sums_to_one(columns, count, column, marks)),
            // A change is of the same kind as the share that it is a change of.
            _ => !found.is_empty() && all_within_one(columns, gathered, column, marks),
        };
        let key = format!("column.{}.fractions", stats.name);
        if !looks_so && context.answers().get(&key).is_none() {
            continue;
        }
        let text = if field == "percent" {
            format!(
                "All values of \"{}\" lie between 0 and 1 and add up to about 1. Are they fractions, 0.41 for 41 %?",
                stats.name
            )
        } else {
            format!(
                "All values of \"{}\" lie between -1 and 1. Are they fractions, 0.02 for 2 points?",
                stats.name
            )
        };
        let question = Question::new(key, text).choices(&[
            ("yes", "fractions: 0.41 is 41 %"),
            ("no", "percent: 0.41 is 0.41 %"),
        ]);
        if context.settle(question)?.as_deref() == Some("yes") {
            found.push(column);
        }
    }
    Ok(found)
}

/// The mark of a column; a point where no cell told.
fn mark_of(decimals: &[Option<Decimals>], column: usize) -> Decimals {
    decimals
        .get(column)
        .copied()
        .flatten()
        .unwrap_or(Decimals::Point)
}

fn values_of(columns: &Columns, count: &CountRows, column: usize, marks: Decimals) -> Vec<Decimal> {
    let of_option = |figures: &Vec<Figure>| {
        let blocks = columns
            .blocks
            .iter()
            .flat_map(|block| block.figures.iter().enumerate());
        let mut places = blocks
            .filter(|(_, (_, known))| *known == column)
            .map(|(place, _)| place);
        let figure = places.next().and_then(|place| figures.get(place))?;
        match figure {
            Figure::Cell(text, _) => decimal(&read(text, marks)?.value),
            _ => None,
        }
    };
    count.results.iter().filter_map(of_option).collect()
}

fn sums_to_one(columns: &Columns, count: &CountRows, column: usize, marks: Decimals) -> bool {
    let values = values_of(columns, count, column, marks);
    let sum = values
        .iter()
        .try_fold(Decimal::ZERO, |sum, value| sum.plus(*value));
    let about_one = Decimal::new(95, 2)..=Decimal::new(105, 2);
    !values.is_empty()
        && values
            .iter()
            .all(|value| (Decimal::ZERO..=Decimal::from(1)).contains(value))
        && about_one.contains(&sum)
}

fn all_within_one(columns: &Columns, gathered: &Gathered, column: usize, marks: Decimals) -> bool {
    let values = gathered
        .counts
        .iter()
        .flat_map(|count| values_of(columns, count, column, marks));
    let mut values = values.peekable();
    values.peek().is_some() && values.all(|value| is_within(value, Decimal::from(1)))
}

/// A fraction of one as a percentage, at each number of the quantity.
fn percent(value: &Value) -> Value {
    match value {
        Value::Number(_) => match decimal(value) {
            Some(number) => json_number(&times_100(&number.to_string())),
            None => value.clone(),
        },
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), percent(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(percent).collect(),
        other => other.clone(),
    }
}
