//! The names of options and counts.

use super::context::CountContext;
use super::status::status_key;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Phrase;
use crate::model::{BallotOption, Count, Members, OptionKind};

impl CountContext<'_> {
    /// An option's name; groups without one are worded by how many they are.
    pub(super) fn name(&self, option: &BallotOption) -> Phrase {
        if let Some(name) = &option.name {
            return self.writer.phrase(name);
        }
        let locale = self.writer.locale;
        match (option.kind, &option.members) {
            (OptionKind::AgainstAll, _) => self.writer.word("option.against-all"),
            (OptionKind::Other | OptionKind::Unnamed, Some(Members::Number(number))) => Phrase {
                text: locale.plural(
                    self.members_key(option),
                    number.0,
                    &[("n", &locale.whole(number.0))],
                ),
                lang: None,
            },
            (OptionKind::Unnamed, _) => self.writer.word("option.unnamed"),
            _ => self.writer.word("option.other"),
        }
    }

    /// An option's name in a sentence: with its party where another option has the same name.
    pub(super) fn told_name(&self, option: &BallotOption) -> String {
        let name = self.name(option).text;
        let is_shared = || {
            self.results.options.iter().any(|other| {
                other.id != option.id && other.name.is_some() && self.name(other).text == name
            })
        };
        match option.party.as_ref().filter(|_| is_shared()) {
            Some(party) => [&name, " (", &self.writer.phrase(party).text, ")"].concat(),
            None => name,
        }
    }

    /// The head of the column of names: candidates or parties, where there are no others.
    pub(super) fn options_head(&self) -> &'static str {
        let all = |kinds: &[OptionKind]| {
            let mut options = self.results.options.iter();
            options.all(|option| kinds.contains(&option.kind))
        };
        use OptionKind::{AgainstAll, Bloc, Candidate, Other, Party, Unnamed};
        if all(&[Candidate, AgainstAll, Other, Unnamed]) {
            "column.candidate"
        } else if all(&[Party, Bloc, AgainstAll, Other, Unnamed]) {
            "column.party"
        } else {
            "column.option"
        }
    }

    /// Which words count the members of a group: candidates or parties, "other" ones where some
    /// are named beside it.
    fn members_key(&self, group: &BallotOption) -> &'static str {
        let named = |kinds: &[OptionKind]| {
            self.results
                .options
                .iter()
                .any(|option| option.id != group.id && kinds.contains(&option.kind))
        };
        let parties = named(&[OptionKind::Party, OptionKind::Bloc]);
        match (named(&[OptionKind::Candidate]), parties) {
            (true, _) => "option.other-candidates",
            (false, true) => "option.other-parties",
            (false, false) => "option.candidates",
        }
    }

    /// The count's name: its label, its round, or its status; with its date, and then its publisher,
    /// where another count would have the same name.
    pub(super) fn count_name(&self) -> String {
        self.name_of_count(self.count)
    }

    pub(super) fn name_of_count(&self, count: &Count) -> String {
        let with_date = |count: &Count| {
            let date = self.writer.locale.date(count.as_of);
            [&self.short_name(count), ", ", &date].concat()
        };
        let is_shared = |name: &dyn Fn(&Count) -> String| {
            let own = name(count);
            let others = self.results.counts.iter();
            others
                .filter(|other| other.id != count.id)
                .any(|other| name(other) == own)
        };
        if !is_shared(&|count| self.short_name(count)) {
            return self.short_name(count);
        }
        if !is_shared(&with_date) {
            return with_date(count);
        }
        let publisher = self.results.head.sources.get(count.source);
        let publisher = publisher.map(|source| self.writer.phrase(&source.publisher).text);
        let parts: Vec<String> = std::iter::once(with_date(count))
            .chain(publisher)
            .collect_compact();
        parts.join(", ")
    }

    fn short_name(&self, count: &Count) -> String {
        let locale = self.writer.locale;
        match (&count.label, count.round) {
            (Some(label), _) => self.writer.phrase(label).text,
            (None, Some(round)) => locale.fill("round", &[("n", &locale.whole(round.0))]),
            (None, None) => locale.word(status_key(count.status)).to_owned(),
        }
    }
}
