//! Which states are members of exactly the same alliances.

use super::context::GridContext;
use super::{Overlap, OverlapRow};
use crate::layout::choice::count;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{AllianceRef, IsMember, StateRef};

/// States with the same alliances: those in which they are members, and those for which that is unclear.
struct Group {
    members: Vec<usize>,
    unclear: Vec<usize>,
    names: Vec<String>,
}

impl GridContext<'_> {
    /// One row per set of alliances that states share as members, the largest groups first. States of which something is
    /// unclear stand apart from those of which all is known.
    pub(super) fn overlap(&self) -> Overlap {
        let locale = self.writer.locale;
        let mut groups: Vec<Group> = Vec::new();
        for (place, state) in self.states() {
            let members = self.those_alliances(place, &|is| {
                matches!(is, IsMember::Yes | IsMember::Suspended)
            });
            let unclear = self.those_alliances(place, &|is| is == IsMember::Unclear);
            let name = self.state_name(state).text;
            let same = |group: &&mut Group| group.members == members && group.unclear == unclear;
            match groups.iter_mut().find(same) {
                Some(group) => group.names.push(name),
                None => groups.push(Group {
                    members,
                    unclear,
                    names: vec![name],
                }),
            }
        }
        groups.retain(|group| !group.members.is_empty());
        let groups: Vec<&Group> = groups.iter().collect_compact();
        let groups = sorted(&groups, &|one, other| {
            let most = other.names.len().cmp(&one.names.len());
            most.then(other.members.len().cmp(&one.members.len()))
        });
        Overlap {
            heads: self
                .alliances()
                .map(|(place, one)| self.head(place, one))
                .collect_compact(),
            last_head: locale.word("column.members").to_owned(),
            rows: groups
                .into_iter()
                .map(|group| self.shared(group))
                .collect_compact(),
        }
    }

    /// The alliances for which `wanted` accepts the state's membership.
    fn those_alliances(&self, state: StateRef, wanted: &dyn Fn(IsMember) -> bool) -> Vec<usize> {
        let row = self.row(state).iter().enumerate();
        row.filter(|(_, cell)| wanted(cell.is_member()))
            .map(|(place, _)| place)
            .collect_compact()
    }

    /// One set of alliances, the states that are in exactly these, and all of it in a sentence.
    fn shared(&self, group: &Group) -> OverlapRow {
        let locale = self.writer.locale;
        let names_of = |set: &[usize]| {
            let alliances = self.alliances().filter(|(place, _)| set.contains(&place.0));
            let names: Vec<String> = alliances
                .map(|(_, alliance)| self.short_name(alliance).text)
                .collect_compact();
            locale.list(&names)
        };
        let many = count(group.names.len());
        let key = if group.unclear.is_empty() {
            "overlap.only"
        } else {
            "overlap.open"
        };
        let text = locale.plural(
            key,
            many,
            &[
                ("alliances", &names_of(&group.members)),
                ("unclear", &names_of(&group.unclear)),
                ("n", &locale.whole(many)),
                ("names", &locale.list(&group.names)),
            ],
        );
        let shared = |place: AllianceRef| {
            let (shared, word) = if group.members.contains(&place.0) {
                (Some(true), "kind.member")
            } else if group.unclear.contains(&place.0) {
                (None, "unclear")
            } else {
                (Some(false), "no-member")
            };
            (shared, locale.word(word).to_owned())
        };
        OverlapRow {
            shared: self
                .alliances()
                .map(|(place, _)| shared(place))
                .collect_compact(),
            text,
        }
    }
}
