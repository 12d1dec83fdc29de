//! The counts of a contest: votes by option, by round where there are rounds, and what is reported.

use super::feed::{Feed, members};
use super::head;
use super::options::{Choice, unit_name};
use super::units::{Units, district};
use super::{papers, within};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The id of the count that projected winners belong to.
pub(super) const PROJECTION: &str = "projection";

/// One `VoteCounts` element of a selection.
pub(super) struct Entry<'e> {
    pub(super) unit: Option<&'e str>,
    kind: &'e str,
    /// True where `kind` is the file's own word and none of the format's.
    is_own_word: bool,
    pub(super) round: Option<u64>,
    /// `None` where the file keeps the number to itself.
    pub(super) votes: Option<u64>,
}

/// Adds the counts of the contest, one for each round.
pub(super) fn counts<'e>(
    feed: &Feed<'e>,
    (election, contest): (&'e Element, &'e Element),
    choices: &[Choice<'e>],
    generated: Option<&str>,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let entries = choices.iter().map(|choice| {
        let entries = entries(choice.selection);
        entries.map_err(|refused| refused.about(&choice.name))
    });
    let entries: Vec<Vec<Entry<'e>>> = entries.collect::<Result<_, _>>()?;
    let all = || entries.iter().flatten();
    let units = Units::of(feed, contest, all().map(|entry| entry.unit).collect());
    tell(feed, &units, all(), context);
    let mut rounds: BTreeSet<Option<u64>> = all().map(|entry| entry.round).collect();
    if rounds.is_empty() {
        rounds.insert(None);
    }
    let status = head::status(feed, context).map(str::to_owned);
    let count = |id: String| Count {
        id,
        status: status.clone(),
        as_of: generated.map(str::to_owned),
        ..Count::default()
    };
    if generated.is_some() {
        context.understood(None, "GeneratedDate", "asOf");
    }
    let is_projected =
        |outcome: &Map<String, Value>| outcome.get("count") == Some(&json!(PROJECTION));
    if results.outcomes.iter().any(is_projected) {
        results.counts.push(Count {
            status: Some("projection".to_owned()),
            ..count(PROJECTION.to_owned())
        });
    }
    within::check(feed, &units, (choices, &entries), context);
    let district = district(contest);
    let about_all = papers::fields(feed, contest, district, context)?;
    let mut is_first = true;
    for round in rounds {
        let mut count =
            count(round.map_or_else(|| "count".to_owned(), |round| format!("round-{round}")));
        if let Some(round) = round {
            count.fields.insert("round".to_owned(), json!(round));
        }
        count.fields.extend(about_all.clone());
        let cast = papers::cast(feed, (election, contest), district, round, context)?;
        add_cast(cast, is_first, context, &mut count);
        is_first = false;
        for (choice, entries) in choices.iter().zip(&entries) {
            let entries: Vec<_> = entries
                .iter()
                .filter(|entry| entry.round == round)
                .collect();
            if let Some(figure) = figure(&choice.name, &entries, &units, context) {
                count.results.insert(choice.option.clone(), figure);
            }
        }
        results.counts.push(count);
    }
    Ok(())
}

/// Adds the papers that were cast, with a line in the report for the first round alone.
fn add_cast(
    cast: Option<(&str, u64)>,
    is_first: bool,
    context: &mut Context<'_>,
    count: &mut Count,
) {
    let Some((name, cast)) = cast else { return };
    let ballots = count.fields.entry("ballots").or_insert_with(|| json!({}));
    if let Some(ballots) = ballots.as_object_mut() {
        ballots.insert("cast".to_owned(), json!(cast));
    }
    if is_first {
        context.understood(None, name, "ballots.cast");
    }
}

fn entries(selection: &Element) -> Result<Vec<Entry<'_>>, Refused> {
    let counts = || members(selection, "VoteCounts");
    let entries: Vec<_> = counts().map(entry).collect::<Result<_, _>>()?;
    let mut known = BTreeSet::new();
    for (element, entry) in counts().zip(&entries) {
        // Totals of several devices are parts of one.
        let is_whole = element.first("DeviceClass").is_none();
        if is_whole && !known.insert((entry.unit, entry.round, entry.kind)) {
            let what = match entry.kind {
                "total" => "a total".to_owned(),
                kind => format!("votes of the kind {kind}"),
            };
            return Err(element.refused(format!(
                "the selection has {what} of this unit before: take one of them out"
            )));
        }
    }
    Ok(entries)
}

fn entry(element: &Element) -> Result<Entry<'_>, Refused> {
    let is_suppressed = super::feed::is_true(element, "IsSuppressedForPrivacy");
    let votes = element.whole_of("Count")?.filter(|_| !is_suppressed);
    if votes.is_none() && !is_suppressed {
        return Err(element.refused("the VoteCounts have no Count"));
    }
    let kind = element.text_of("Type").unwrap_or("total");
    let own_word = element.text_of("OtherType").filter(|_| kind == "other");
    Ok(Entry {
        unit: element.text_of("GpUnitId"),
        kind: own_word.unwrap_or(kind),
        is_own_word: own_word.is_some(),
        round: element.whole_of("Round")?,
        votes,
    })
}

/// Names the units that are used and those that are not.
fn tell<'a, 'e: 'a>(
    feed: &Feed<'_>,
    units: &Units<'_>,
    all: impl Iterator<Item = &'a Entry<'e>>,
    context: &mut Context<'_>,
) {
    let others = all.filter(|entry| !units.ids.contains(&entry.unit));
    let others = others.count();
    if others > 0 {
        context.left_out(
            None,
            format!("VoteCounts of units within ({others})"),
            "the document has the votes of the whole contest",
        );
    }
    let mut names = units.ids.iter().flatten().map(|id| unit_name(feed, id));
    let what = match (units.ids.len(), names.next()) {
        (0, _) => return,
        (1, Some(name)) => format!("VoteCounts of {name}"),
        (1, None) => "VoteCounts".to_owned(),
        (number, _) => format!("VoteCounts of {number} units, added up"),
    };
    context.understood(None, what, "votes, and parts by their Type");
}

/// The figure of an option: its votes, and their kinds as parts. `None` where the file has none.
fn figure(
    name: &str,
    entries: &[&Entry<'_>],
    units: &Units<'_>,
    context: &mut Context<'_>,
) -> Option<Value> {
    let mut sum = Sum::default();
    let mut parts: Vec<(&Entry<'_>, Sum)> = Vec::new();
    let mut absent = 0;
    for unit in &units.ids {
        let here: Vec<_> = entries
            .iter()
            .copied()
            .filter(|entry| entry.unit == *unit)
            .collect();
        if here.is_empty() {
            absent += 1;
        }
        for entry in counted(&here) {
            sum.add(entry.votes);
        }
        for entry in here.iter().filter(|entry| entry.kind != "total") {
            match parts.iter_mut().find(|(part, _)| part.kind == entry.kind) {
                Some((_, sum)) => sum.add(entry.votes),
                None => parts.push((entry, Sum::default().with(entry.votes))),
            }
        }
    }
    if absent == units.ids.len() {
        return None;
    }
    let mut figure = Map::new();
    // A unit that has no votes of this option has not said "none".
    let votes = if absent > 0 && !sum.is_open {
        context.warn(format!(
            "{name}: {absent} of {} units give no votes",
            units.ids.len()
        ));
        json!({ "atLeast": sum.votes })
    } else {
        sum.quantity()
    };
    figure.insert("votes".to_owned(), votes);
    if parts.len() > 1 {
        warn_of_parts(name, &sum, &parts, context);
        let parts = parts
            .iter()
            .map(|(entry, sum)| json!({ "name": part_name(entry), "votes": sum.quantity() }));
        figure.insert("parts".to_owned(), Value::Array(parts.collect()));
    }
    Some(Value::Object(figure))
}

/// The entries that make up the votes of one unit: its totals, or the kinds that no other kind includes.
pub(super) fn counted<'e>(here: &[&'e Entry<'e>]) -> Vec<&'e Entry<'e>> {
    let has_total = here.iter().any(|entry| entry.kind == "total");
    let is_counted = |entry: &&&Entry<'_>| match has_total {
        true => entry.kind == "total",
        false => !is_included(entry, here),
    };
    here.iter().filter(is_counted).copied().collect()
}

/// True of `absentee-mail` beside `absentee`, which includes it.
fn is_included(entry: &Entry<'_>, among: &[&Entry<'_>]) -> bool {
    let wider = entry.kind.split_once('-').map(|(wider, _)| wider);
    wider.is_some_and(|wider| among.iter().any(|other| other.kind == wider))
}

fn warn_of_parts(name: &str, sum: &Sum, parts: &[(&Entry<'_>, Sum)], context: &mut Context<'_>) {
    let entries: Vec<_> = parts.iter().map(|(entry, _)| *entry).collect();
    let mut added = Sum::default();
    for (entry, part) in parts {
        if !is_included(entry, &entries) {
            added.add((!part.is_open).then_some(part.votes));
        }
    }
    if !added.is_open && !sum.is_open && added.votes != sum.votes {
        context.warn(format!(
            "{name}: the kinds of votes come to {}, their total is {}",
            added.votes, sum.votes
        ));
    }
}

fn part_name(entry: &Entry<'_>) -> Value {
    if entry.is_own_word {
        return json!(entry.kind);
    }
    let words = entry.kind.replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    json!({ "en": format!("{}{}", first.unwrap_or_default(), letters.as_str()) })
}

/// A sum of votes that is open once a number is kept back.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    votes: u64,
    is_open: bool,
}

impl Sum {
    pub(super) fn add(&mut self, votes: Option<u64>) {
        match votes {
            Some(votes) => self.votes = self.votes.saturating_add(votes),
            None => self.is_open = true,
        }
    }

    fn with(mut self, votes: Option<u64>) -> Sum {
        self.add(votes);
        self
    }

    /// The votes, unless a number is kept back.
    pub(super) fn known(&self) -> Option<u64> {
        (!self.is_open).then_some(self.votes)
    }

    fn quantity(&self) -> Value {
        if self.is_open {
            return json!({ "missing": { "en": "suppressed for privacy" } });
        }
        json!(self.votes)
    }
}
