//! One cell of the grid: how a state stands to an alliance, in a letter and in words.

use super::context::GridContext;
use super::view_state::{AlliancesAction, AlliancesViewState};
use super::{Mark, Membership, Pick, StandingCell, StateRow};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line};
use crate::model::{AllianceRef, Kind, Said, SourceRef, Spell, Standing, State, StateRef, When};

/// The signs of cells without a mark.
const NO_MEMBER: &str = "–";
const NOT_STATED: &str = "·";

/// The key of the text for a state that does not belong.
pub(super) fn key_of(standing: &Standing<'_>) -> &'static str {
    match standing {
        Standing::NoMember => "no-member",
        Standing::NotFounded => "not-founded",
        Standing::Dissolved => "dissolved",
        Standing::Said(..) | Standing::Unsaid => "not-stated",
    }
}

impl GridContext<'_> {
    /// A cell: one mark per kind, or a text if there is none.
    pub(super) fn standing_cell(
        &self,
        place: (StateRef, AllianceRef),
        state: &AlliancesViewState,
    ) -> StandingCell {
        let said = match self.cell(place.0, place.1) {
            Standing::Said(said, _) => said,
            other => return self.without_mark(other),
        };
        let mut marks: Vec<(Kind, Mark)> = Vec::new();
        for Said { spell, sure } in said {
            let kind = spell.kind;
            if state.hidden.contains(&kind) || marks.iter().any(|(known, _)| *known == kind) {
                continue;
            }
            marks.push((kind, self.mark(kind, self.said(spell, *sure), *sure)));
        }
        StandingCell {
            marks: marks.into_iter().map(|(_, mark)| mark).collect_compact(),
            text: String::new(),
            symbol: "",
            chosen: self.is_chosen(place, state),
        }
    }

    pub(super) fn without_mark(&self, standing: &Standing<'_>) -> StandingCell {
        let symbol = match standing {
            Standing::Unsaid => NOT_STATED,
            _ => NO_MEMBER,
        };
        StandingCell {
            marks: Vec::new(),
            text: self.writer.locale.word(key_of(standing)).to_owned(),
            symbol,
            chosen: false,
        }
    }

    /// The signs of cells without a mark that stand in rows, with what they mean.
    pub(super) fn signs(&self, rows: &[StateRow]) -> Vec<(&'static str, String)> {
        let signs = [(NO_MEMBER, "no-member"), (NOT_STATED, "not-stated")];
        let cells = rows.iter().flat_map(|row| &row.cells);
        let stands = |(sign, _): &(&str, &str)| cells.clone().any(|cell| cell.symbol == *sign);
        let signs = signs.into_iter().filter(stands);
        signs
            .map(|(sign, word)| (sign, self.writer.locale.word(word).to_owned()))
            .collect_compact()
    }

    /// A spell in words: its kind, since and until when, whether it is sure of the day that is shown.
    pub(super) fn said(&self, spell: &Spell, sure: bool) -> String {
        let locale = self.writer.locale;
        let kind = &*self.kind_word(spell.kind);
        let from = spell.from.map(|when| locale.from(when));
        let to = self.end_of(spell).map(|when| locale.until(when));
        let text = match (from, to) {
            (Some(from), Some(to)) => locale.fill(
                "spell.from-to",
                &[("kind", kind), ("from", &from), ("to", &to)],
            ),
            (Some(from), None) => locale.fill("spell.from", &[("kind", kind), ("from", &from)]),
            (None, Some(to)) => locale.fill("spell.to", &[("kind", kind), ("to", &to)]),
            (None, None) => {
                let date = locale.date(self.document.day_of(spell));
                locale.fill("spell.on", &[("kind", kind), ("date", &date)])
            }
        };
        if sure {
            text
        } else {
            locale.fill("spell.perhaps", &[("text", &text)])
        }
    }

    /// The end of a spell: its own, or that of its alliance.
    fn end_of(&self, spell: &Spell) -> Option<When> {
        let (_, to) = self.document.ends_of(spell);
        let alliance = self.document.alliance_of(spell);
        let with_it = alliance.and_then(|alliance| alliance.dissolved);
        spell.to.or(with_it.filter(|_| to.is_some()))
    }

    /// Returns true if the reader points at a state in an alliance.
    fn is_chosen(
        &self,
        (place, alliance): (StateRef, AllianceRef),
        state: &AlliancesViewState,
    ) -> bool {
        let Some((code, id)) = &state.chosen else {
            return false;
        };
        let (found, alliance) = (
            self.document.states.get(place.0),
            self.document.alliances.get(alliance.0),
        );
        found.is_some_and(|found| found.code == *code)
            && alliance.is_some_and(|alliance| alliance.id == *id)
    }

    /// All memberships of a state, alliance by alliance, with their sources.
    pub(super) fn all_said_of(
        &self,
        (state, found): (StateRef, &State),
        chosen: &AlliancesViewState,
    ) -> Vec<Membership> {
        self.alliances()
            .filter_map(|(place, alliance)| {
                let spells: Vec<&Spell> = self
                    .document
                    .spells_of(state)
                    .filter(|spell| spell.alliance == place)
                    .collect_compact();
                let label = self.writer.phrase(&alliance.name).text;
                let pressed = self.is_chosen((state, place), chosen);
                (!spells.is_empty()).then(|| Membership {
                    pick: Pick {
                        label: label.clone(),
                        action: AlliancesAction::Point(found.code.clone(), alliance.id.clone()),
                        pressed,
                    },
                    said: self.told(label, spells.into_iter().map(|spell| (spell, true)), false),
                })
            })
            .collect_compact()
    }

    /// Returns the memberships of each state on the day that is shown, one group per state.
    pub(super) fn by_state(&self, state: &AlliancesViewState) -> Vec<Figures> {
        self.ordered(state)
            .into_iter()
            .map(|(place, found)| {
                let said = self.row(place).iter().flat_map(Standing::said);
                let shown = said.filter(|one| !state.hidden.contains(&one.spell.kind));
                let label = self.state_name(found).text;
                self.told(label, shown.map(|one| (one.spell, one.sure)), true)
            })
            .filter(|said| !said.lines.is_empty())
            .collect_compact()
    }

    /// Words spells, each with whether it is sure and the numbers of its sources. If `named`, each text names its
    /// alliance.
    fn told<'s>(
        &self,
        label: String,
        spells: impl Iterator<Item = (&'s Spell, bool)>,
        named: bool,
    ) -> Figures {
        let lines = spells.map(|(spell, sure)| Line {
            text: self.spell_text(spell, sure, named),
            source: self.footnote(self.document.source_of(spell)),
        });
        Figures {
            label,
            lines: lines.collect_compact(),
            sources: Vec::new(),
        }
    }

    /// The number of a source below the grid, where it has several.
    pub(super) fn footnote(&self, source: Option<SourceRef>) -> Option<(String, String)> {
        let several = self.document.head.sources.iter().nth(1).is_some();
        Some(self.writer.mark(source.filter(|_| several)?))
    }

    fn spell_text(&self, spell: &Spell, sure: bool, named: bool) -> String {
        let said = self.said(spell, sure);
        let said = match &spell.note {
            Some(note) => format!("{said}; {}", self.writer.phrase(note).text),
            None => said,
        };
        let alliance = self.document.alliances.get(spell.alliance.0);
        match alliance.filter(|_| named) {
            Some(alliance) => {
                let name = self.short_name(alliance).text;
                let locale = self.writer.locale;
                locale.fill("figures.line", &[("label", &name), ("n", &said)])
            }
            None => said,
        }
    }
}
