//! Which states are members of exactly the same alliances.

use super::plan::Plan;
use crate::layout::frame::Line;
use crate::layout::sorting::sorted;
use crate::model::{MembershipKind, Standing};

impl Plan<'_> {
    /// A line a set of alliances that states share as members, the largest groups first; states of
    /// which something is not said count only for what is.
    pub(super) fn overlap(&self) -> Vec<Line> {
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
                .collect();
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
        groups
            .into_iter()
            .map(|(set, names)| {
                let alliances: Vec<String> = self
                    .alliances()
                    .filter(|(place, _)| set.contains(&place.0))
                    .map(|(_, alliance)| self.short_name(alliance).text)
                    .collect();
                let many = super::rows::count(names.len());
                let values = [
                    ("alliances", locale.list(&alliances)),
                    ("n", locale.whole(many)),
                    ("names", locale.list(&names)),
                ];
                let values: Vec<(&str, &str)> = values
                    .iter()
                    .map(|(key, value)| (*key, value.as_str()))
                    .collect();
                Line {
                    text: locale.plural("overlap", many, &values),
                    source: None,
                }
            })
            .collect()
    }
}
