//! Warnings of official figures that contradict each other.

use crate::context::Context;
use crate::draft::{Count, Results};
use crate::refused::{Place, Refused};
use serde_json::{Map, Number, Value};
use std::collections::HashSet;

/// Most names of parts that a warning lists.
const MOST_NAMES: usize = 3;

/// Figures of parts, which can't be more than that of the whole.
#[derive(Debug, Default)]
pub(crate) struct Parts<'n> {
    sum: u64,
    names: Vec<&'n str>,
}

impl<'n> Parts<'n> {
    /// Adds the figure of a part, where it has one.
    pub(crate) fn add(&mut self, name: &'n str, figure: Option<u64>) {
        if let Some(figure) = figure {
            self.sum = self.sum.saturating_add(figure);
            self.names.push(name);
        }
    }

    /// Warns if the parts come to more than the figure of the whole, which is called `of`.
    pub(crate) fn warn_above(
        &self,
        what: &str,
        (whole, of): (Option<u64>, &str),
        context: &mut Context<'_>,
    ) {
        let Some(whole) = whole.filter(|whole| *whole < self.sum) else {
            return;
        };
        let (sum, names) = (self.sum, self.names());
        let verb = if self.names.len() == 1 { "has" } else { "have" };
        context.warn(format!(
            "{what}: {names} {verb} {sum}, more than the {whole} of {of}"
        ));
    }

    fn names(&self) -> String {
        let more = self.names.len().saturating_sub(MOST_NAMES);
        let first = self.names.get(..MOST_NAMES).unwrap_or(&self.names);
        match (more, first.split_last()) {
            (0, Some((last, before))) if !before.is_empty() => {
                format!("{} and {last} together", before.join(", "))
            }
            (0, _) => first.join(""),
            (more, _) => format!("{} and {more} more together", first.join(", ")),
        }
    }
}

/// A percentage with a decimal point.
///
/// # Errors
/// A text that is none, or one below zero, with its place where there is one.
pub(crate) fn percentage(text: &str, name: &str, at: Option<Place>) -> Result<Number, Refused> {
    let number = text.parse::<Number>().ok();
    let number = number.filter(|number| number.as_f64().is_some_and(|number| number >= 0.0));
    number.ok_or_else(|| {
        let message = format!("{name}: expected a percentage such as 66.67, found \"{text}\"");
        at.map_or_else(|| Refused::new(&message), |at| Refused::at(at, &message))
    })
}

/// Warns of a percentage that is not that of its numbers, however it was rounded or cut off.
pub(crate) fn warn_of_percent(
    name: &str,
    percent: &str,
    (part, whole): (u64, u64),
    context: &mut Context<'_>,
) {
    let Ok(said) = percent.parse::<f64>() else {
        return;
    };
    if whole == 0 {
        return;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of voters and precincts are far below the 53 bits of a float"
    )]
    let computed = part as f64 / whole as f64 * 100.0;
    let decimals = percent.split_once('.').map_or(0, |(_, after)| after.len());
    let last_place = 10_f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX));
    if (said - computed).abs() > last_place * 1.000_001 {
        context.warn(format!(
            "{name} is {percent} percent, and {part} of {whole} are {computed:.2}"
        ));
    }
}

/// Ends the draft of an official file, with warnings of figures in it that contradict each other.
///
/// # Errors
/// An answer that is none of a question's choices.
pub(crate) fn finish(
    results: Results,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    warn_of_namesakes(&results, context);
    warn_of_winners(&results, context);
    for count in &results.counts {
        warn_of_gaps(&results, count, context);
        let papers = |field: &str| count.fields.get("ballots")?.get(field)?.as_u64();
        // The widget's own check compares the votes with the valid papers.
        if let (None, Some(cast)) = (papers("valid"), papers("cast")) {
            warn_of_votes(&results, count, cast, context);
        }
    }
    let document = results.finish(context)?;
    if let Some(document) = &document {
        warn_of_early_counts(document, context);
    }
    Ok(document)
}

/// Warns of options without any figure beside others that have some. In rounds of ranked choice options leave the contest.
fn warn_of_gaps(results: &Results, count: &Count, context: &mut Context<'_>) {
    if count.results.is_empty() || count.fields.contains_key("round") {
        return;
    }
    for option in &results.options {
        let id = option.get("id").and_then(Value::as_str).unwrap_or_default();
        let figures = count.results.get(id).and_then(Value::as_object);
        if figures.is_none_or(Map::is_empty) {
            let name = option.get("name").map(Value::to_string).unwrap_or_default();
            context.warn(format!("{name} has no figure, and others have some"));
        }
    }
}

/// Warns of figures that speak of a day before that of the vote.
fn warn_of_early_counts(document: &Value, context: &mut Context<'_>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let Some(day) = document.pointer("/contest/date").and_then(text) else {
        return;
    };
    let counts = document.get("counts").and_then(Value::as_array);
    for count in counts.into_iter().flatten() {
        let Some(as_of) = count.get("asOf").and_then(text) else {
            continue;
        };
        // A date may be a year or a month alone.
        let length = day.len().min(as_of.len());
        let is_early = as_of.get(..length) < day.get(..length);
        if is_early && count.get("results").is_some() {
            context.warn(format!(
                "the figures are of {as_of}, before the vote on {day}"
            ));
        }
    }
}

/// Warns of two options that no reader can tell apart.
fn warn_of_namesakes(results: &Results, context: &mut Context<'_>) {
    let mut known = HashSet::new();
    for option in &results.options {
        let text = |field: &str| option.get(field).map(Value::to_string).unwrap_or_default();
        if !known.insert((text("name"), text("party"))) {
            context.warn(format!("two options are called {}", text("name")));
        }
    }
}

/// Warns of more winners than there are seats.
fn warn_of_winners(results: &Results, context: &mut Context<'_>) {
    let seats = results.contest.get("numberElected").and_then(Value::as_u64);
    let of_kind = |kinds: &'static [&str]| {
        let is_it = move |outcome: &&Map<String, Value>| {
            let kind = outcome.get("kind").and_then(Value::as_str);
            kind.is_some_and(|kind| kinds.contains(&kind))
        };
        let options = results.outcomes.iter().filter(is_it);
        options
            .filter_map(|outcome| outcome.get("option")?.as_str())
            .collect::<HashSet<_>>()
            .len() as u64
    };
    let elected = of_kind(&["elected", "elected-by-lot", "unopposed"]);
    let Some(seats) = seats else { return };
    if elected > seats {
        context.warn(format!(
            "{elected} options are elected, and the contest elects {seats}"
        ));
    } else if elected == seats && seats > 0 && of_kind(&["runoff"]) > 0 {
        context.warn(format!(
            "all who are elected ({seats}) are known, and others take part in a runoff"
        ));
    }
}

/// Warns of more votes than papers can hold.
pub(crate) fn warn_of_votes(
    results: &Results,
    count: &Count,
    cast: u64,
    context: &mut Context<'_>,
) {
    let allowed = results.contest.get("votesAllowed").and_then(Value::as_u64);
    let allowed = allowed.unwrap_or(1);
    let votes = |result: &Value| {
        let votes = result.get("votes")?;
        votes.as_u64().or_else(|| votes.get("atLeast")?.as_u64())
    };
    let given = count.results.values().filter_map(votes);
    let sum = given.fold(0, u64::saturating_add);
    if sum > cast.saturating_mul(allowed) {
        let plural = if allowed == 1 { "" } else { "s" };
        context.warn(format!(
            "{sum} votes are counted, and {cast} papers are cast, with {allowed} vote{plural} on each"
        ));
    }
}
