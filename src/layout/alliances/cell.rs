//! One cell of the grid: how a state stands to an alliance, in a letter and in words.

use super::context::GridContext;
use super::view_state::{AlliancesAction, AlliancesViewState};
use super::{Mark, Membership, Pick, StandingCell};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Figures;
use crate::locale::Locale;
use crate::model::{AllianceRef, MembershipKind, SourceRef, Spell, Standing, State, StateRef};

/// The signs of cells without a mark.
const NO_MEMBER: &str = "–";
pub(super) const NOT_STATED: &str = "·";

/// The kind's key in the words.
pub(super) fn word(kind: MembershipKind, locale: &Locale) -> &str {
    locale.word(match kind {
        MembershipKind::Member => "kind.member",
        MembershipKind::Candidate => "kind.candidate",
        MembershipKind::Observer => "kind.observer",
        MembershipKind::Associate => "kind.associate",
        MembershipKind::DialoguePartner => "kind.dialogue-partner",
        MembershipKind::Suspended => "kind.suspended",
        MembershipKind::Withdrawn => "kind.withdrawn",
        MembershipKind::Unspecified => "kind.unspecified",
    })
}

/// The letter that stands for a kind beside its shape.
pub(super) fn letter(kind: MembershipKind, locale: &Locale) -> &str {
    locale.nth("kind.letters", place_of(kind))
}

/// Several that belong in this way.
pub(super) fn several(kind: MembershipKind, locale: &Locale) -> &str {
    locale.nth("kind.several", place_of(kind))
}

fn place_of(kind: MembershipKind) -> usize {
    let place = MembershipKind::ALL.iter().position(|known| *known == kind);
    place.unwrap_or_default()
}

impl GridContext<'_> {
    /// A cell: a mark a kind, or what is said where there is none.
    pub(super) fn standing_cell(
        &self,
        place: (StateRef, AllianceRef),
        state: &AlliancesViewState,
    ) -> StandingCell {
        let locale = self.writer.locale;
        let (spells, sure) = match self.cell(place.0, place.1) {
            Standing::Sure(spells) => (spells, true),
            Standing::Perhaps(spells) => (spells, false),
            other => {
                let (key, symbol) = match other {
                    Standing::NoMember => ("no-member", NO_MEMBER),
                    _ => ("not-stated", NOT_STATED),
                };
                return StandingCell {
                    marks: Vec::new(),
                    text: locale.word(key).to_owned(),
                    symbol,
                    chosen: false,
                };
            }
        };
        let mut marks: Vec<Mark> = Vec::new();
        for spell in spells
            .iter()
            .filter(|spell| !state.hidden.contains(&spell.kind))
        {
            if !marks.iter().any(|mark| mark.kind == spell.kind.name()) {
                marks.push(Mark {
                    kind: spell.kind.name(),
                    letter: letter(spell.kind, locale).to_owned(),
                    spoken: self.said(spell, sure),
                    sure,
                });
            }
        }
        StandingCell {
            marks,
            text: String::new(),
            symbol: "",
            chosen: self.is_chosen(place, state),
        }
    }

    /// What the signs of cells without a mark mean.
    pub(super) fn signs(&self) -> String {
        let locale = self.writer.locale;
        format!(
            "{NO_MEMBER} {}   {NOT_STATED} {}",
            locale.word("no-member"),
            locale.word("not-stated")
        )
    }

    /// A spell in words: its kind, since and until when, whether it is sure of the day that is shown.
    pub(super) fn said(&self, spell: &Spell, sure: bool) -> String {
        let locale = self.writer.locale;
        let kind = word(spell.kind, locale);
        let from = spell.from.map(|when| locale.when(when));
        let to = spell.to.map(|when| locale.when(when));
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

    /// Who says so: the spell's source, or its alliance's.
    pub(super) fn source_of(&self, spell: &Spell) -> Option<SourceRef> {
        let alliance = self.document.alliances.get(spell.alliance.0);
        spell
            .source
            .or_else(|| alliance.and_then(|alliance| alliance.source))
    }

    /// Whether the reader points at a state in an alliance.
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

    /// Everything that is said of a state, an alliance after the other, with its sources.
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
                    said: self.cited(label, &spells, false),
                })
            })
            .collect_compact()
    }

    /// Everything that is said of each state, a group a state.
    pub(super) fn by_state(&self, state: &AlliancesViewState) -> Vec<Figures> {
        let shown = |spell: &&Spell| !state.hidden.contains(&spell.kind);
        self.ordered(state)
            .into_iter()
            .map(|(place, found)| {
                let spells: Vec<&Spell> = self
                    .document
                    .spells_of(place)
                    .filter(shown)
                    .collect_compact();
                let label = self.state_name(found).text;
                self.cited(label, &spells, true)
            })
            .filter(|said| !said.lines.is_empty())
            .collect_compact()
    }

    /// What spells say, with their sources; `named` where each must say of which alliance.
    fn cited(&self, label: String, spells: &[&Spell], named: bool) -> Figures {
        let said = spells
            .iter()
            .map(|spell| (self.spell_text(spell, named), self.source_of(spell)))
            .collect_compact();
        self.writer.figures(&self.document.head, label, said)
    }

    fn spell_text(&self, spell: &Spell, named: bool) -> String {
        let said = self.said(spell, true);
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
