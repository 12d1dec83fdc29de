//! What the chart says of the contest and of how far its count has come.

use super::super::frame::Phrase;
use super::plan::Plan;
use super::{Line, StatusBand};
use crate::locale::{Precision, Sign};
use crate::model::{Quantity, Reported, ReportedOf, Status};

impl Plan<'_> {
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
            .collect()
    }

    pub(super) fn status(&self) -> StatusBand {
        let locale = self.writer.locale;
        let (name, key) = status_names(self.count.status);
        StatusBand {
            name,
            word: locale.word(key).to_owned(),
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
        let share = reported.percent.as_ref().map(|percent| {
            locale.fill("reported.percent", &[("n", &claim(percent, Sign::Percent))])
        });
        let done = reported
            .done
            .as_ref()
            .zip(reported.total.as_ref())
            .map(|(done, total)| {
                let (done, total) = (claim(done, Sign::Plain), claim(total, Sign::Plain));
                locale.fill("reported.done", &[("done", &done), ("total", &total)])
            });
        let text = [share, done]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; ");
        let key = match reported.of {
            _ if text.is_empty() => return None,
            None => return Some(text),
            Some(ReportedOf::Stations) => "reported.stations",
            Some(ReportedOf::Ballots) => "reported.ballots",
            Some(ReportedOf::Districts) => "reported.districts",
        };
        Some(locale.fill(key, &[("text", &text)]))
    }
}

/// A status's name in the contract and its key in the words.
pub(super) fn status_names(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Scheduled => ("scheduled", "status.scheduled"),
        Status::Voting => ("voting", "status.voting"),
        Status::ExitPoll => ("exit-poll", "status.exit-poll"),
        Status::Projection => ("projection", "status.projection"),
        Status::Partial => ("partial", "status.partial"),
        Status::Preliminary => ("preliminary", "status.preliminary"),
        Status::Final => ("final", "status.final"),
        Status::Certified => ("certified", "status.certified"),
        Status::Recount => ("recount", "status.recount"),
        Status::Corrected => ("corrected", "status.corrected"),
        Status::Annulled => ("annulled", "status.annulled"),
        Status::Disputed => ("disputed", "status.disputed"),
        Status::Sitting => ("sitting", "status.sitting"),
    }
}
