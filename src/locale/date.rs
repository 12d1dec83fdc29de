//! Dates in words, as precise as they were given and in the offset that they were given in.

use super::Locale;
use crate::model::{Date, Moment, When, digits};

impl Locale {
    /// A date: "2022", "November 2022", "20 November 2022", with the time where it has one.
    ///
    /// ```
    /// use election_widgets::locale::Locale;
    /// let english = Locale::english();
    /// assert_eq!(english.date("2022-11".parse()?), "November 2022");
    /// assert_eq!(
    ///     english.date("2022-11-21T00:05+06:00".parse()?),
    ///     "21 November 2022, 00:05 (UTC+6)"
    /// );
    /// # Ok::<(), election_widgets::model::ParseDateError>(())
    /// ```
    pub fn date(&self, date: Date) -> String {
        let year = digits(u64::from(date.year()), 1);
        let Some(month) = date.month() else {
            return year;
        };
        let Some(day) = date.day() else {
            let month = self.nth("month", usize::from(month) - 1);
            return self.fill("date.month", &[("month", month), ("year", &year)]);
        };
        let in_date = self.nth("month.in-date", usize::from(month) - 1);
        let month = if in_date.is_empty() {
            self.nth("month", usize::from(month) - 1)
        } else {
            in_date
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
        let (key, date) = match when {
            When::On(date) => return self.date(date),
            When::Before(date) => ("date.before", date),
            When::After(date) => ("date.after", date),
            When::About(date) => ("date.about", date),
        };
        self.fill(key, &[("date", &self.date(date))])
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
