//! The grid in sentences: each alliance, two states beside each other, who took part.

use super::Compare;
use super::context::GridContext;
use super::view_state::AlliancesViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{MembershipKind, Participation, Standing, StateRef};

/// How many alliances a summary tells of.
const MOST_TOLD: usize = 4;

/// How a state stands to an alliance, as two are compared.
#[derive(PartialEq, Eq, Clone, Copy)]
enum In {
    Yes,
    No,
    Unsaid,
}

fn is_in(standing: &Standing<'_>) -> In {
    match standing {
        Standing::Sure(spells)
            if spells
                .iter()
                .all(|spell| spell.kind == MembershipKind::Member) =>
        {
            In::Yes
        }
        Standing::Sure(_) | Standing::NoMember => In::No,
        Standing::Perhaps(_) | Standing::Unsaid => In::Unsaid,
    }
}

impl GridContext<'_> {
    /// How many belong to each alliance, in sentences.
    pub(super) fn summary(&self) -> String {
        let locale = self.writer.locale;
        let date = locale.date(self.as_of);
        let of_each = self.alliances().filter_map(|(place, alliance)| {
            let totals = self.totals(place);
            let name = self.short_name(alliance).text;
            (!totals.is_empty()).then(|| {
                locale.fill(
                    "grid.alliance",
                    &[("name", &name), ("text", &totals.join(", "))],
                )
            })
        });
        let told: Vec<String> = of_each.take(MOST_TOLD).collect_compact();
        if told.is_empty() {
            return locale.fill("grid.nothing", &[("date", &date)]);
        }
        told.join(" ")
    }

    /// Two states beside each other: what they share, what each has alone, what can't be said.
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
            _ => Vec::new(),
        };
        Compare {
            label: locale.word("compare").to_owned(),
            none: locale.word("compare.none").to_owned(),
            states,
            chosen: state.compared.clone(),
            sentences,
        }
    }

    fn compared(&self, one: (StateRef, &str), other: (StateRef, &str)) -> Vec<String> {
        let locale = self.writer.locale;
        let those = |wanted: &dyn Fn(In, In) -> bool| -> Vec<String> {
            self.alliances()
                .filter(|(place, _)| {
                    wanted(
                        is_in(self.cell(one.0, *place)),
                        is_in(self.cell(other.0, *place)),
                    )
                })
                .map(|(_, alliance)| self.short_name(alliance).text)
                .collect_compact()
        };
        let groups = [
            ("compare.both", those(&|a, b| a == In::Yes && b == In::Yes)),
            ("compare.first", those(&|a, b| a == In::Yes && b == In::No)),
            ("compare.second", those(&|a, b| a == In::No && b == In::Yes)),
            (
                "compare.unsaid",
                those(&|a, b| a == In::Unsaid || b == In::Unsaid),
            ),
        ];
        groups
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(key, names)| {
                let names = locale.list(&names);
                locale.fill(
                    key,
                    &[("one", one.1), ("other", other.1), ("names", &names)],
                )
            })
            .collect_compact()
    }

    /// How many took part in something, where they are counted and not named.
    pub(super) fn participation(&self) -> Vec<Line> {
        let participation = self.document.participation.iter();
        participation.map(|part| self.part(part)).collect_compact()
    }

    fn part(&self, part: &Participation) -> Line {
        let locale = self.writer.locale;
        let number = |amount| {
            self.writer
                .amount(amount, Sign::Plain, Precision::Published)
        };
        let count = number(&part.count.first().amount);
        let of = part.of.as_ref().map(|of| number(&of.first().amount));
        let alliance = self.document.alliances.get(part.alliance.0);
        let alliance = alliance.map(|alliance| self.short_name(alliance).text);
        let kind = part.kind.unwrap_or(MembershipKind::Member);
        let event = self.writer.phrase(&part.event).text;
        let event = match part.date {
            Some(date) => format!("{event}, {}", locale.date(date)),
            None => event,
        };
        let key = if of.is_some() { "part.of" } else { "part" };
        let text = locale.fill(
            key,
            &[
                ("n", &count),
                ("of", &of.unwrap_or_default()),
                ("kind", super::cell::word(kind, locale)),
                ("alliance", &alliance.unwrap_or_default()),
                ("event", &event),
            ],
        );
        Line {
            text,
            source: Some(self.writer.mark(part.source)),
        }
    }
}
