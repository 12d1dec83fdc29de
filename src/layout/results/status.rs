//! What the chart says of the contest and of how far its count has come.

use super::super::frame::Phrase;
use super::StatusBand;
use super::context::CountContext;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{Quantity, Reported, ReportedOf, Status};

impl CountContext<'_> {
    pub(super) fn contest(&self) -> Vec<Phrase> {
        let contest = &self.results.contest;
        let place = contest.place.as_ref().map(|place| self.writer.place(place));
        let date = contest.date.map(|when| Phrase {
            text: self.writer.locale.when(when),
            lang: None,
        });
        std::iter::once(self.writer.phrase(&contest.office))
            .chain(place)
            .chain(date)
            .collect_compact()
    }

    pub(super) fn status(&self) -> StatusBand {
        let locale = self.writer.locale;
        StatusBand {
            name: self.count.status.name(),
            word: locale.word(status_key(self.count.status)).to_owned(),
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

    fn reported(&self, reported: &Reported) -> Option<String> {
        let locale = self.writer.locale;
        let claim = |quantity: &Quantity, sign| {
            self.writer
                .amount(&quantity.first().amount, sign, Precision::Published)
        };
        let share = reported.percent.as_ref();
        let share = share.map(|percent| claim(percent, Sign::Percent));
        let numbers = reported.done.as_ref().zip(reported.total.as_ref());
        let numbers = numbers.map(|(done, total)| {
            let (done, total) = (claim(done, Sign::Plain), claim(total, Sign::Plain));
            locale.fill("reported.done", &[("done", &done), ("total", &total)])
        });
        let text = match (share, numbers) {
            (Some(share), Some(numbers)) => [share, numbers].join(", "),
            (share, numbers) => share.or(numbers)?,
        };
        let text = locale.fill("reported", &[("n", &text)]);
        let key = match reported.of {
            None => return Some(text),
            Some(ReportedOf::Stations) => "reported.stations",
            Some(ReportedOf::Ballots) => "reported.ballots",
            Some(ReportedOf::Districts) => "reported.districts",
        };
        Some(locale.fill(key, &[("text", &text)]))
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
    }
}
