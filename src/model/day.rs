//! Days as numbers, and the range of days within which something happens.

use super::when::days_in;
use super::{Date, When};

/// A day as a number that grows with time: year, month and day in its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// The day before every other day.
    pub const FIRST: Day = Day(0);
    /// The day after every other day.
    pub const LAST: Day = Day(u32::MAX);

    /// The first day that a date may mean.
    pub fn first_of(date: Date) -> Day {
        Day::new(
            date.year(),
            date.month().unwrap_or(1),
            date.day().unwrap_or(1),
        )
    }

    /// The last day that a date may mean.
    pub fn last_of(date: Date) -> Day {
        let month = date.month().unwrap_or(12);
        let last = || days_in(date.year(), month);
        Day::new(date.year(), month, date.day().unwrap_or_else(last))
    }

    /// The day after it; `LAST` has none and stays.
    pub fn after(self) -> Day {
        let Some((year, month, day)) = self.parts() else {
            return self;
        };
        if day < days_in(year, month) {
            Day::new(year, month, day + 1)
        } else if month < 12 {
            Day::new(year, month + 1, 1)
        } else {
            Day::new(year.saturating_add(1), 1, 1)
        }
    }

    /// The day before it; `FIRST` and `LAST` have none and stay.
    pub fn before(self) -> Day {
        let Some((year, month, day)) = self.parts() else {
            return self;
        };
        if day > 1 {
            Day::new(year, month, day - 1)
        } else if month > 1 {
            Day::new(year, month - 1, days_in(year, month - 1))
        } else {
            year.checked_sub(1)
                .map_or(Day::FIRST, |year| Day::new(year, 12, 31))
        }
    }

    /// The day as a date; `None` before and after every day.
    pub fn date(self) -> Option<Date> {
        let (year, month, day) = self.parts()?;
        Date::on(year, month, day)
    }

    /// Returns the calendar year.
    pub fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// Its place on a line on which every month is 31 days long, from the year zero.
    pub fn along(self) -> i64 {
        let months = i64::from(self.year()) * 12 + i64::from(self.0 / 100 % 100) - 1;
        months * 31 + i64::from(self.0 % 100) - 1
    }

    fn parts(self) -> Option<(u16, u8, u8)> {
        if self == Day::FIRST || self == Day::LAST {
            return None;
        }
        let part = |number: u32| u8::try_from(number % 100).ok();
        let year = u16::try_from(self.year()).ok()?;
        Some((year, part(self.0 / 100)?, part(self.0)?))
    }

    fn new(year: u16, month: u8, day: u8) -> Day {
        Day(u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day))
    }
}

/// The earliest and the latest day on which something may begin or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// The first day that it may be.
    pub earliest: Day,
    /// The last day that it may be.
    pub latest: Day,
}

impl DateRange {
    /// The range that a date may mean; `known` is the day that its source speaks of, by which "after" has come true.
    pub fn new(when: When, known: Day) -> DateRange {
        match when {
            When::On(date) => DateRange {
                earliest: Day::first_of(date),
                latest: Day::last_of(date),
            },
            When::Before(date) => DateRange {
                earliest: Day::FIRST,
                latest: Day::first_of(date).before(),
            },
            When::After(date) => {
                let earliest = Day::last_of(date).after();
                let passed = earliest <= known;
                DateRange {
                    earliest,
                    latest: if passed { known } else { Day::LAST },
                }
            }
            When::About(date) => about(date),
        }
    }

    /// The range without what lies after `day`.
    pub(super) fn until(self, day: Day) -> DateRange {
        DateRange {
            earliest: self.earliest.min(day),
            latest: self.latest.min(day),
        }
    }

    /// The range without what lies before `day`.
    pub(super) fn since(self, day: Day) -> DateRange {
        DateRange {
            earliest: self.earliest.max(day),
            latest: self.latest.max(day),
        }
    }
}

/// A year to either side of a year; the year around anything closer.
fn about(date: Date) -> DateRange {
    let year = date.year();
    let room = u16::from(date.month().is_none());
    DateRange {
        earliest: Day::new(year.saturating_sub(room), 1, 1),
        latest: Day::new(year.saturating_add(room), 12, 31),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Day {
        Day::first_of(text.parse().unwrap())
    }

    #[test]
    fn a_day_follows_another_over_the_ends_of_months_and_years() {
        for (one, next) in [
            ("2020-02-28", "2020-02-29"),
            ("2019-02-28", "2019-03-01"),
            ("2015-03-11", "2015-03-12"),
            ("2019-12-31", "2020-01-01"),
        ] {
            assert_eq!(on(one).after(), on(next));
            assert_eq!(on(next).before(), on(one));
        }
        assert_eq!(Day::last_of("2020-02".parse().unwrap()), on("2020-02-29"));
        assert_eq!(
            (Day::FIRST.before(), Day::LAST.after()),
            (Day::FIRST, Day::LAST)
        );
        assert_eq!(on("2020-02-29").date(), "2020-02-29".parse().ok());
    }
}
