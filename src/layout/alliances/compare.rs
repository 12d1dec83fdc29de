//! The grid in sentences: each alliance, two states beside each other, who took part.

use super::Compare;
use super::context::GridContext;
use super::view_state::AlliancesViewState;
use crate::layout::choice::count;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{
    Alliance, AllianceRef, IsMember, Kind, Participation, Quantity, Standing, StateRef,
};

/// How many alliances a summary names.
const MOST_TOLD: usize = 4;

/// A comparison's groups, and the key of each one's sentence.
const GROUPS: [&str; 4] = [
    "compare.both",
    "compare.first",
    "compare.second",
    "compare.unsaid",
];

/// The group of [`GROUPS`] in which an alliance stands; `None` where neither is a member.
fn group_of(one: IsMember, other: IsMember) -> Option<usize> {
    use IsMember::{No, Suspended, Unclear, Yes};
    match (one, other) {
        (Unclear, _) | (_, Unclear) => Some(3),
        (Yes | Suspended, Yes | Suspended) => Some(0),
        (Yes | Suspended, No) => Some(1),
        (No, Yes | Suspended) => Some(2),
        (No, No) => None,
    }
}

impl GridContext<'_> {
    /// How many belong to each alliance, in sentences.
    pub(super) fn summary(&self) -> String {
        let locale = self.writer.locale;
        let of_each = self
            .alliances()
            .filter_map(|(place, alliance)| self.summary_of(place, alliance));
        let told: Vec<String> = of_each.take(MOST_TOLD).collect_compact();
        if told.is_empty() {
            let date = locale.date(self.shown_date());
            return locale.fill("grid.nothing", &[("date", &date)]);
        }
        told.join(" ")
    }

    /// An alliance in a sentence: who belongs to it, else that nobody whom the grid names does; `None` where nothing is said.
    fn summary_of(&self, place: AllianceRef, alliance: &Alliance) -> Option<String> {
        let locale = self.writer.locale;
        let name = self.dated(place, self.short_name(alliance).text);
        let totals = self.totals(place);
        let said = |text: &str| locale.fill("grid.alliance", &[("name", &name), ("text", text)]);
        if !totals.is_empty() {
            return Some(said(&totals.join(", ")));
        }
        let cells = || self.states().map(|(state, _)| self.cell(state, place));
        let first = cells().next()?;
        let stated = count(cells().filter(|cell| **cell != Standing::Unsaid).count());
        let ended = matches!(first, Standing::NotFounded | Standing::Dissolved);
        if ended && cells().all(|cell| cell == first) {
            Some(said(locale.word(super::cell::key_of(first))))
        } else if stated > 0 {
            let all = locale.whole(count(self.document.states.len()));
            let values = [("n", &*locale.whole(stated)), ("all", &*all)];
            Some(said(&locale.plural("grid.none", stated, &values)))
        } else {
            None
        }
    }

    /// The comparison of two states: shared alliances, alliances of one only, and unknown ones.
    pub(super) fn compare(&self, state: &AlliancesViewState) -> Compare {
        let locale = self.writer.locale;
        let states: Vec<(String, String)> = self
            .states()
            .map(|(_, found)| (found.code.clone(), self.state_name(found).text))
            .collect_compact();
        let find = |code: &str| self.states().find(|(_, found)| found.code == code);
        let (one, other) = (find(&state.compared.0), find(&state.compared.1));
        let sentences = match (one, other) {
            (Some(one), Some(other)) if one.0 != other.0 => self.compared(
                (one.0, &self.state_name(one.1).text),
                (other.0, &self.state_name(other.1).text),
            ),
            (Some(_), Some(_)) => vec![locale.word("compare.same").to_owned()],
            _ => Vec::new(),
        };
        Compare {
            label: locale.word("compare").to_owned(),
            labels: ["compare.one", "compare.other"].map(|key| locale.word(key).to_owned()),
            none: locale.word("compare.none").to_owned(),
            states,
            chosen: state.compared.clone(),
            sentences,
        }
    }

    fn compared(&self, one: (StateRef, &str), other: (StateRef, &str)) -> Vec<String> {
        let locale = self.writer.locale;
        let mut names: [Vec<String>; 4] = [const { Vec::new() }; 4];
        let mut ways = Vec::new();
        for (place, alliance) in self.alliances() {
            let name = self.dated(place, self.short_name(alliance).text);
            let (first, second) = (self.cell(one.0, place), self.cell(other.0, place));
            let group = group_of(first.is_member(), second.is_member());
            let Some(names) = group.and_then(|group| names.get_mut(group)) else {
                continue;
            };
            let cells = [(one.1, first), (other.1, second)];
            names.push(self.with_ways(&name, cells, &mut ways));
        }
        let sentences = GROUPS.iter().zip(&names);
        sentences
            .filter(|(_, names)| !names.is_empty())
            .map(|(key, names)| {
                let names = locale.list(names);
                locale.fill(
                    key,
                    &[("one", one.1), ("other", other.1), ("names", &names)],
                )
            })
            .chain(ways)
            .collect_compact()
    }

    /// An alliance's name with what is to be said of how two states belong to it: "One (Syria: suspended)". Who is no member
    /// may yet observe: a sentence of its own says so.
    fn with_ways(
        &self,
        name: &str,
        cells: [(&str, &Standing<'_>); 2],
        ways: &mut Vec<String>,
    ) -> String {
        let locale = self.writer.locale;
        let mut told = Vec::new();
        for (state, cell) in cells {
            let Some(way) = self.how(cell) else {
                continue;
            };
            if cell.is_member() == IsMember::No {
                let values = [("state", state), ("alliance", name), ("text", &*way)];
                ways.push(locale.fill("compare.way", &values));
            } else {
                let values = [("label", state), ("n", &*way)];
                told.push(locale.fill("figures.line", &values));
            }
        }
        if told.is_empty() {
            return name.to_owned();
        }
        [name, " (", &told.join("; "), ")"].concat()
    }

    /// How a state belongs where that is more than being a member or not: "suspended".
    fn how(&self, standing: &Standing<'_>) -> Option<String> {
        let locale = self.writer.locale;
        Some(match standing {
            Standing::Said(said, _) => {
                if said.len() == 1
                    && standing.belongs(&|kind| kind == Kind::default()) == Some(true)
                {
                    return None;
                }
                let ways = said.iter().map(|one| {
                    let kind = self.kind_word(one.spell.kind);
                    match one.sure {
                        true => kind,
                        false => locale.fill("spell.perhaps", &[("text", &kind)]),
                    }
                });
                ways.collect_compact().join(" / ")
            }
            Standing::Unsaid => locale.word("not-stated").to_owned(),
            _ => return None,
        })
    }

    /// How many took part in something, where they are counted and not named.
    pub(super) fn participation(&self) -> Vec<Line> {
        let participation = self.document.participation.iter();
        participation.map(|part| self.part(part)).collect_compact()
    }

    fn part(&self, part: &Participation) -> Line {
        let locale = self.writer.locale;
        let count = self.numbers(&part.count);
        let of = part.of.as_ref().map(|of| self.numbers(of));
        let alliance = self.document.alliances.get(part.alliance.0);
        let alliance = alliance.map(|alliance| self.short_name(alliance).text);
        let kind = part.kind.map(|kind| self.kind_several(kind));
        let event = self.writer.phrase(&part.event).text;
        let event = match part.date {
            Some(date) => [&*event, ", ", &locale.date(date)].concat(),
            None => event,
        };
        let key = match (&of, &kind) {
            (Some(_), Some(_)) => "part.of",
            (Some(_), None) => "part.of-any",
            (None, Some(_)) => "part",
            (None, None) => "part.any",
        };
        let text = locale.fill(
            key,
            &[
                ("n", &count),
                ("of", &of.unwrap_or_default()),
                ("kind", &kind.unwrap_or_default()),
                ("alliance", &alliance.unwrap_or_default()),
                ("event", &event),
            ],
        );
        Line {
            text,
            source: Some(self.writer.mark(part.source)),
        }
    }

    /// A number according to each of its sources.
    fn numbers(&self, number: &Quantity) -> String {
        let claims = number.claims().map(|claim| {
            self.writer
                .amount(&claim.amount, Sign::Plain, Precision::Published)
        });
        claims.collect_compact().join(" / ")
    }
}
