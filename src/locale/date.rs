//! Dates in words, as precise as they were given and in the offset that they were given in.

use super::Locale;
use super::words::filled;
use crate::model::{Date, Moment, When, digits};

/// The form of a date after "from", "since", "before" and "after".
const FROM: &str = ".from";

impl Locale {
    /// A date: "2022", "November 2022", "20 November 2022", with the time where it has one.
    ///
    /// ```
    /// use election_widgets::locale::Locale;
    /// let english = Locale::english();
    /// assert_eq!(english.date("2022-11".parse()?), "November 2022");
    /// assert_eq!(
    ///     english.date("2022-11-21T00:05+06:00".parse()?),
    ///     "21 November 2022 at 00:05 (UTC+6)"
    /// );
    /// # Ok::<(), election_widgets::model::ParseDateError>(())
    /// ```
    pub fn date(&self, date: Date) -> String {
        self.date_in(date, "")
    }

    /// A date in a form of the language: "" as it stands alone, [`FROM`] or [`UNTIL`] as those words need it.
    fn date_in(&self, date: Date, form: &str) -> String {
        let year = digits(u64::from(date.year()), 1);
        let Some(month) = date.month() else {
            return filled(self.word_in("date.year", form), &[("year", &year)]);
        };
        let form = date.day().map_or(form, |_| ".in-date");
        let mut months = self.word_in("month", form).split('|');
        let month = months.nth(usize::from(month) - 1).unwrap_or("");
        let Some(day) = date.day() else {
            return self.fill("date.month", &[("month", month), ("year", &year)]);
        };
        let day = self.fill(
            "date.day",
            &[
                ("day", &digits(u64::from(day), 1)),
                ("month", month),
                ("year", &year),
            ],
        );
        match date.moment() {
            Some(moment) => self.fill(
                "date.moment",
                &[
                    ("date", &day),
                    ("hour", &digits(u64::from(moment.hour), 2)),
                    ("minute", &digits(u64::from(moment.minute), 2)),
                    ("zone", &zone(moment)),
                ],
            ),
            None => day,
        }
    }

    /// A date as far as it is known: "before 2019", "5 June 2019".
    pub fn when(&self, when: When) -> String {
        self.when_in(when, "")
    }

    /// A date in the form in which it stands after "from" or "since".
    pub fn from(&self, when: When) -> String {
        self.when_in(when, FROM)
    }

    /// A date in the form in which it stands after "until" or "to".
    pub fn until(&self, when: When) -> String {
        self.when_in(when, ".until")
    }

    fn when_in(&self, when: When, form: &str) -> String {
        let (key, inner, date) = match when {
            When::On(date) => return self.date_in(date, form),
            When::Before(date) => ("date.before", FROM, date),
            When::After(date) => ("date.after", FROM, date),
            When::About(date) => ("date.about", form, date),
        };
        let date = self.date_in(date, inner);
        filled(self.word_in(key, form), &[("date", &date)])
    }
}

/// Returns the time zone: `UTC+6`, `UTC−3:30`.
fn zone(moment: Moment) -> String {
    let offset = moment.offset_minutes;
    let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
    let sign = if offset < 0 { "−" } else { "+" };
    let of = |number, least| digits(u64::from(number), least);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => ["UTC", sign, &of(hours, 1)].concat(),
        _ => ["UTC", sign, &of(hours, 1), ":", &of(minutes, 2)].concat(),
    }
}
