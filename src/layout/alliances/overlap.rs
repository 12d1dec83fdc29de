//! Which states are members of exactly the same alliances.

use super::context::GridContext;
use super::{Overlap, OverlapRow};
use crate::layout::choice::count;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{AllianceRef, MembershipKind, Standing};

impl GridContext<'_> {
    /// A row a set of alliances that states share as members, the largest groups first; states of
    /// which something is not said count only for what is.
    pub(super) fn overlap(&self) -> Overlap {
        let locale = self.writer.locale;
        let mut groups: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
        for (place, state) in self.states() {
            let member = |standing: &Standing<'_>| match standing {
                Standing::Sure(spells) => spells
                    .iter()
                    .all(|spell| spell.kind == MembershipKind::Member),
                _ => false,
            };
            let row = self.row(place).iter().enumerate();
            let set: Vec<usize> = row
                .filter(|(_, cell)| member(cell))
                .map(|(place, _)| place)
                .collect_compact();
            let name = self.state_name(state).text;
            match groups.iter_mut().find(|(known, _)| *known == set) {
                Some((_, names)) => names.push(name),
                None => groups.push((set, vec![name])),
            }
        }
        groups.retain(|(set, _)| !set.is_empty());
        let groups = sorted(&groups, &|one, other| {
            other
                .1
                .len()
                .cmp(&one.1.len())
                .then(other.0.len().cmp(&one.0.len()))
        });
        Overlap {
            label: locale.word("scroll").to_owned(),
            heads: self
                .alliances()
                .map(|(_, alliance)| self.short_name(alliance).text)
                .collect_compact(),
            last_head: locale.word("column.state").to_owned(),
            rows: groups
                .into_iter()
                .map(|(set, names)| self.shared(&set, &names))
                .collect_compact(),
        }
    }

    /// One set of alliances, the states that are in exactly these, and all of it in a sentence.
    fn shared(&self, set: &[usize], names: &[String]) -> OverlapRow {
        let locale = self.writer.locale;
        let shared = |place: AllianceRef| set.contains(&place.0);
        let alliances: Vec<String> = self
            .alliances()
            .filter(|(place, _)| shared(*place))
            .map(|(_, alliance)| self.short_name(alliance).text)
            .collect_compact();
        let many = count(names.len());
        let text = locale.plural(
            "overlap",
            many,
            &[
                ("alliances", &locale.list(&alliances)),
                ("n", &locale.whole(many)),
                ("names", &locale.list(names)),
            ],
        );
        OverlapRow {
            shared: self
                .alliances()
                .map(|(place, _)| shared(place))
                .collect_compact(),
            text,
        }
    }
}
