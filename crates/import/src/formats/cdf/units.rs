//! The units whose votes are a contest's: its own district, or those that lie in no other.

use super::feed::{Feed, references};
use crate::tree::Element;
use std::collections::{BTreeSet, HashSet};

/// The units whose figures make up the contest.
pub(super) struct Units<'e> {
    /// The ids; `None` stands for votes without a unit.
    pub(super) ids: BTreeSet<Option<&'e str>>,
}

impl<'e> Units<'e> {
    /// The units of a contest from all those that its votes name.
    pub(super) fn of(
        feed: &Feed<'e>,
        contest: &'e Element,
        named: BTreeSet<Option<&'e str>>,
    ) -> Units<'e> {
        let district = district(contest);
        for own in [district, None] {
            if named.contains(&own) {
                return Units {
                    ids: BTreeSet::from([own]),
                };
            }
        }
        let inner: HashSet<&str> = named
            .iter()
            .flatten()
            .flat_map(|id| {
                within(feed, id)
                    .into_iter()
                    .filter(move |inner| inner != id)
            })
            .collect();
        let outer = named
            .iter()
            .filter(|id| id.is_some_and(|id| !inner.contains(id)));
        let outer: BTreeSet<_> = outer.copied().collect();
        Units {
            ids: if outer.is_empty() { named } else { outer },
        }
    }
}

/// The id of the contest's own district.
pub(super) fn district(contest: &Element) -> Option<&str> {
    let ids = references(contest, &["ElectoralDistrictId", "ElectionDistrictId"]);
    ids.first().map(|(id, _)| *id)
}

/// The units that lie in a unit, at any depth.
pub(super) fn within<'e>(feed: &Feed<'e>, id: &str) -> HashSet<&'e str> {
    let mut found = HashSet::new();
    let mut waiting = vec![id.to_owned()];
    while let Some(id) = waiting.pop() {
        let Some(unit) = feed.units.peek(&id) else {
            continue;
        };
        for (inner, _) in references(unit, &["ComposingGpUnitIds", "ComposingGpUnitId"]) {
            if found.insert(inner) {
                waiting.push(inner.to_owned());
            }
        }
    }
    found
}
