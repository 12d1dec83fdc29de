//! The status of the contest, and how far its count has come.

use super::super::frame::Phrase;
use super::StatusBand;
use super::context::CountContext;
use super::unit::each_claim;
use crate::layout::collect_compact::joined;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{Quantity, Reported, ReportedOf, Status, Whole};

impl CountContext<'_> {
    pub(super) fn contest(&self) -> Vec<Phrase> {
        let contest = &self.results.contest;
        let locale = self.writer.locale;
        let mut said = vec![self.writer.phrase(&contest.office)];
        if let Some(place) = &contest.place {
            said.push(self.writer.place(place));
        }
        let mut own = |text| said.push(Phrase { text, lang: None });
        if let Some(when) = contest.date {
            own(locale.when(when));
        }
        let votes = contest.votes_allowed.filter(|votes| votes.0 != 1);
        let counted = [
            ("contest.elected", contest.number_elected),
            ("contest.votes", votes),
        ];
        for (key, many) in counted {
            if let Some(Whole(many)) = many {
                own(locale.plural(key, many, &[("n", &locale.whole(many))]));
            }
        }
        said
    }

    /// The question that was put.
    pub(super) fn question(&self) -> Option<Phrase> {
        let question = self.results.contest.question.as_ref();
        question.map(|question| self.writer.phrase(question))
    }

    pub(super) fn status(&self) -> StatusBand {
        let locale = self.writer.locale;
        StatusBand {
            name: self.count.status.name(),
            word: self.status_word(),
            as_of: locale.fill("as-of", &[("date", &locale.date(self.count.as_of))]),
            reported: self.count.reported.as_ref().and_then(|reported| {
                Some(Line {
                    text: self.reported(reported)?,
                    source: self.foreign_mark(reported.source),
                })
            }),
            note: self
                .count
                .note
                .as_ref()
                .map(|note| self.writer.phrase(note)),
        }
    }

    /// The status, after the count's own name where it has one.
    fn status_word(&self) -> String {
        let status = self.writer.locale.word(status_key(self.count.status));
        match self.count.label.is_some() || self.count.round.is_some() {
            true => [&self.count_name(), " · ", status].concat(),
            false => status.to_owned(),
        }
    }

    fn reported(&self, reported: &Reported) -> Option<String> {
        let locale = self.writer.locale;
        let claim = |quantity: &Quantity, sign| {
            each_claim(quantity, &|amount| {
                self.writer.amount(amount, sign, Precision::Published)
            })
        };
        let share = reported.percent.as_ref();
        let share = share.map(|percent| claim(percent, Sign::Percent));
        let numbers = reported.done.as_ref().zip(reported.total.as_ref());
        let numbers = numbers.map(|(done, total)| {
            let (done, total) = (claim(done, Sign::Plain), claim(total, Sign::Plain));
            locale.fill("reported.done", &[("done", &done), ("total", &total)])
        });
        let key = match reported.of {
            None => "reported",
            // What is expected is an estimate: it is not a share of what there is.
            Some(ReportedOf::ExpectedVotes) => "reported.expected",
            Some(ReportedOf::Stations) => "reported.stations",
            Some(ReportedOf::Ballots) => "reported.ballots",
            Some(ReportedOf::Districts) => "reported.districts",
        };
        let said = |n: &str| locale.fill(key, &[("n", n)]);
        let counted = match (share, numbers) {
            (Some(share), numbers) => {
                let share = match reported.of {
                    None => share,
                    Some(_) => locale.fill("reported.share", &[("n", &share)]),
                };
                let numbers = numbers.map(|numbers| [" (", &numbers, ")"].concat());
                Some([said(&share), numbers.unwrap_or_default()].concat())
            }
            (None, numbers) => numbers.map(|numbers| said(&numbers)),
        };
        let outstanding = reported.outstanding.as_ref().map(|left| {
            let amount = &left.first().amount;
            let text = claim(left, Sign::Plain);
            locale.plural(
                "reported.outstanding",
                locale.plural_number(amount),
                &[("n", &text)],
            )
        });
        let differ = [
            &reported.percent,
            &reported.done,
            &reported.total,
            &reported.outstanding,
        ];
        let differ = differ.into_iter().flatten().any(Quantity::is_disputed);
        let differ = differ.then(|| locale.word("disputed").to_owned());
        let said = joined(&[counted, outstanding, differ], " · ");
        (!said.is_empty()).then_some(said)
    }
}

/// The key of a status in the words.
pub(super) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "status.scheduled",
        Status::Voting => "status.voting",
        Status::ExitPoll => "status.exit-poll",
        Status::Projection => "status.projection",
        Status::Partial => "status.partial",
        Status::Preliminary => "status.preliminary",
        Status::Final => "status.final",
        Status::Certified => "status.certified",
        Status::Recount => "status.recount",
        Status::Corrected => "status.corrected",
        Status::Annulled => "status.annulled",
        Status::Disputed => "status.disputed",
        Status::Sitting => "status.sitting",
        Status::NoPoll => "status.no-poll",
        Status::Postponed => "status.postponed",
        Status::Cancelled => "status.cancelled",
    }
}
