//! The kinds of membership in words, and those that a document has.

use super::context::GridContext;
use super::view_state::{AlliancesAction, AlliancesViewState};
use super::{Choice, Mark, Pick};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Kind, MembershipKind, OwnKind};

impl GridContext<'_> {
    /// The document's own kind.
    fn own(&self, kind: Kind) -> Option<&OwnKind> {
        self.document.kinds.get(kind.own?)
    }

    /// The name of a kind in the document.
    pub(super) fn kind_id(&self, kind: Kind) -> String {
        let own = self.own(kind).map(|own| own.id.as_str());
        own.unwrap_or(kind.means.name()).to_owned()
    }

    /// The name of one that belongs in this way.
    pub(super) fn kind_word(&self, kind: Kind) -> String {
        if let Some(own) = self.own(kind) {
            return self.writer.phrase(&own.name).text;
        }
        let locale = self.writer.locale;
        locale
            .word(match kind.means {
                MembershipKind::Member => "kind.member",
                MembershipKind::Candidate => "kind.candidate",
                MembershipKind::Observer => "kind.observer",
                MembershipKind::Associate => "kind.associate",
                MembershipKind::DialoguePartner => "kind.dialogue-partner",
                MembershipKind::Suspended => "kind.suspended",
                MembershipKind::Withdrawn => "kind.withdrawn",
                MembershipKind::Unspecified => "kind.unspecified",
            })
            .to_owned()
    }

    /// Returns the name of several memberships of this kind.
    pub(super) fn kind_several(&self, kind: Kind) -> String {
        match self.own(kind) {
            Some(own) => {
                let name = own.several.as_ref().unwrap_or(&own.name);
                self.writer.phrase(name).text
            }
            None => self
                .writer
                .locale
                .nth("kind.several", place_of(kind))
                .to_owned(),
        }
    }

    /// The letter that stands for a kind beside its shape.
    pub(super) fn kind_letter(&self, kind: Kind) -> String {
        let Some(own) = self.own(kind) else {
            return self
                .writer
                .locale
                .nth("kind.letters", place_of(kind))
                .to_owned();
        };
        match &own.letter {
            Some(letter) => self.writer.phrase(letter).text,
            None => {
                let name = self.writer.phrase(&own.name).text;
                let first = name.chars().next();
                first.map_or_else(String::new, |first| first.to_uppercase().collect())
            }
        }
    }

    /// The kinds that the document has: known ones, the closest first, then its own.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let own = self.document.kinds.iter().enumerate();
        let own = own.map(|(place, own)| Kind {
            means: own.means,
            own: Some(place),
        });
        let spells = || self.document.spells.iter().flatten();
        MembershipKind::ALL
            .into_iter()
            .map(Kind::from)
            .chain(own)
            .filter(|kind| spells().any(|spell| spell.kind == *kind))
            .collect_compact()
    }

    /// The marks of the kinds that any spell of the document has, with their names.
    pub(super) fn key(&self) -> Vec<Mark> {
        let kinds = self.kinds().into_iter();
        let marks = kinds.map(|kind| self.mark(kind, self.kind_word(kind), true));
        marks.collect_compact()
    }

    /// The mark of a kind.
    pub(super) fn mark(&self, kind: Kind, spoken: String, sure: bool) -> Mark {
        Mark {
            kind: kind.means.name(),
            letter: self.kind_letter(kind),
            own: kind.own.is_some(),
            spoken,
            sure,
        }
    }

    /// The kinds that any spell of the document has, each pressed while it is on show.
    pub(super) fn legend(&self, state: &AlliancesViewState) -> Choice<AlliancesAction> {
        let picks = self.kinds().into_iter().map(|kind| {
            let hidden = state.hidden.contains(&kind);
            Pick {
                label: self.kind_word(kind),
                action: AlliancesAction::Hide(kind, !hidden),
                pressed: !hidden,
            }
        });
        Choice {
            label: self.writer.locale.word("legend").to_owned(),
            picks: picks.collect_compact(),
        }
    }
}

/// How closely a kind binds: its place among the known ones.
pub(super) fn place_of(kind: Kind) -> usize {
    let place = MembershipKind::ALL
        .iter()
        .position(|known| *known == kind.means);
    place.unwrap_or_default()
}
