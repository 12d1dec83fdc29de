//! Units within others: together they can't have more votes than the unit that contains them.

use super::feed::Feed;
use super::options::{Choice, name_of_unit};
use super::text::plain;
use super::units::{Units, within};
use super::votes::{Entry, Sum, counted};
use crate::context::Context;
use crate::formats::doubts::Parts;
use std::collections::{BTreeMap, BTreeSet};

/// A unit with those of one type that lie in it. `None` is the contest as a whole.
struct Group<'e> {
    container: Option<&'e str>,
    within: Vec<&'e str>,
}

/// Warns of units of one type with more votes of a choice than the unit that contains them, and of units that the file lacks.
pub(super) fn check<'e>(
    feed: &Feed<'e>,
    units: &Units<'e>,
    (choices, entries): (&[Choice<'e>], &[Vec<Entry<'e>>]),
    context: &mut Context<'_>,
) {
    let named: BTreeSet<Option<&str>> = entries.iter().flatten().map(|one| one.unit).collect();
    let ids: Vec<&str> = named.iter().copied().flatten().collect();
    for id in ids.iter().filter(|id| feed.units.peek(id).is_none()) {
        context.warn(format!(
            "votes are those of the unit \"{id}\", which no GpUnit is"
        ));
    }
    let groups = groups(feed, units, &named);
    let names: BTreeMap<&str, String> = ids.iter().map(|id| (*id, name(feed, id))).collect();
    let name = |id: &str| names.get(id).map_or("", String::as_str);
    for (choice, entries) in choices.iter().zip(entries) {
        let votes = by_unit(entries);
        let rounds: BTreeSet<Option<u64>> = entries.iter().map(|entry| entry.round).collect();
        for round in rounds {
            let votes_of = |unit: Option<&str>| votes.get(&(round, unit))?.known();
            for group in &groups {
                let mut parts = Parts::default();
                for id in &group.within {
                    parts.add(name(id), votes_of(Some(id)));
                }
                let of = group.container.map_or("the contest", name);
                parts.warn_above(&choice.name, (votes_of(group.container), of), context);
            }
        }
    }
}

/// The units that contain others which have votes too. All lie in the contest's own district.
fn groups<'e>(
    feed: &Feed<'e>,
    units: &Units<'e>,
    named: &BTreeSet<Option<&'e str>>,
) -> Vec<Group<'e>> {
    let mut groups = Vec::new();
    for container in named {
        let inner: Vec<&str> = match container {
            _ if units.ids.len() == 1 && units.ids.contains(container) => {
                let others = named.iter().filter(|id| *id != container);
                others.copied().flatten().collect()
            }
            Some(id) => {
                let inner = within(feed, id).into_iter();
                let mut inner: Vec<_> = inner
                    .filter(|other| other != id && named.contains(&Some(*other)))
                    .collect();
                inner.sort_unstable();
                inner
            }
            None => continue,
        };
        let mut by_type: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for id in inner {
            by_type.entry(type_of(feed, id)).or_default().push(id);
        }
        groups.extend(by_type.into_values().map(|within| Group {
            container: *container,
            within,
        }));
    }
    groups
}

/// The type of a unit: counties and the precincts in them hold the same votes.
fn type_of<'e>(feed: &Feed<'e>, id: &str) -> &'e str {
    let unit = feed.units.peek(id);
    unit.and_then(|unit| unit.peek("Type")).unwrap_or_default()
}

fn by_unit<'e>(entries: &[Entry<'e>]) -> BTreeMap<(Option<u64>, Option<&'e str>), Sum> {
    let mut here: BTreeMap<_, Vec<&Entry<'e>>> = BTreeMap::new();
    for entry in entries {
        here.entry((entry.round, entry.unit))
            .or_default()
            .push(entry);
    }
    let sums = here.into_iter().map(|(key, entries)| {
        let mut sum = Sum::default();
        for entry in counted(&entries) {
            sum.add(entry.votes);
        }
        (key, sum)
    });
    sums.collect()
}

fn name(feed: &Feed<'_>, id: &str) -> String {
    let name = feed.units.peek(id).and_then(name_of_unit).and_then(plain);
    name.unwrap_or_else(|| id.to_owned())
}
