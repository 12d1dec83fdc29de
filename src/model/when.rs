//! Dates as precise as their source and no more: a year, a month, a day, a moment.

use std::fmt;
use std::str::FromStr;

/// A date of any precision, as ISO 8601 writes it: `2022`, `2022-11`, `2022-11-20`,
/// `2022-11-20T21:00+06:00`.
///
/// A time of day comes with its offset from UTC and is shown in it: no reader's clock or zone is
/// asked. Dates that don't exist (`2022-02-30`) can't be made.
///
/// ```
/// use election_widgets::model::Date;
/// let date: Date = "2022-11-20".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2022, Some(11), Some(20)));
/// assert!("2022-02-30".parse::<Date>().is_err());
/// # Ok::<(), election_widgets::model::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    moment: Option<Moment>,
}

/// A time of day with its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// Minutes ahead of UTC (behind it where negative).
    pub offset_minutes: i16,
}

/// The error for a text that is no [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDateError {
    /// The text has another form.
    Form,
    /// The form is right, but no such day or time exists.
    NoSuchDay,
}

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ParseDateError::Form => "not a date",
            ParseDateError::NoSuchDay => "a date that does not exist",
        })
    }
}

impl std::error::Error for ParseDateError {}

impl Date {
    /// Returns the year of the date.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// This day of this month; `None` where no such day exists.
    pub(super) fn on(year: u16, month: u8, day: u8) -> Option<Date> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Date {
            year,
            month: Some(month),
            day: Some(day),
            moment: None,
        })
    }

    /// The same day without its time.
    pub fn without_time(self) -> Date {
        Date {
            moment: None,
            ..self
        }
    }

    /// The time of day, where it is known.
    pub fn moment(self) -> Option<Moment> {
        self.moment
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it; what reads it back makes the same date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        let Some(moment) = self.moment else {
            return Ok(());
        };
        let sign = if moment.offset_minutes < 0 { '-' } else { '+' };
        let offset = moment.offset_minutes.unsigned_abs();
        write!(
            f,
            "T{:02}:{:02}{sign}{:02}:{:02}",
            moment.hour,
            moment.minute,
            offset / 60,
            offset % 60
        )
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let (day_text, time_text) = match text.split_once('T') {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let mut parts = day_text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(ParseDateError::Form)?;
        let month = digits(parts.next(), 2)?.map(narrow).transpose()?;
        let day = digits(parts.next(), 2)?.map(narrow).transpose()?;
        if parts.next().is_some() || (time_text.is_some() && day.is_none()) {
            return Err(ParseDateError::Form);
        }
        let moment = time_text.map(moment).transpose()?;
        let exists = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(year, month.unwrap_or(1))).contains(&day));
        if !exists {
            return Err(ParseDateError::NoSuchDay);
        }
        Ok(Date {
            year,
            month,
            day,
            moment,
        })
    }
}

/// `text` as a number of exactly `count` digits; `None` if there is no text.
fn digits(text: Option<&str>, count: usize) -> Result<Option<u16>, ParseDateError> {
    let Some(text) = text else { return Ok(None) };
    if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ParseDateError::Form);
    }
    text.parse().map(Some).map_err(|_| ParseDateError::Form)
}

fn narrow(value: u16) -> Result<u8, ParseDateError> {
    u8::try_from(value).map_err(|_| ParseDateError::Form)
}

pub(super) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `21:00+06:00`, `21:00:30Z`: seconds are read and left out, since no source of ours means them.
fn moment(text: &str) -> Result<Moment, ParseDateError> {
    let (clock, sign, offset) = if let Some(clock) = text.strip_suffix('Z') {
        (clock, 1, "00:00")
    } else if let Some((clock, offset)) = text.split_once('+') {
        (clock, 1, offset)
    } else if let Some((clock, offset)) = text.split_once('-') {
        (clock, -1, offset)
    } else {
        return Err(ParseDateError::Form);
    };
    let (hour, minute) = clock_time(clock, true)?;
    let (offset_hours, offset_rest) = clock_time(offset, false)?;
    if hour > 23 || minute > 59 || offset_hours > 14 || offset_rest > 59 {
        return Err(ParseDateError::NoSuchDay);
    }
    Ok(Moment {
        hour,
        minute,
        offset_minutes: sign * (i16::from(offset_hours) * 60 + i16::from(offset_rest)),
    })
}

fn clock_time(text: &str, seconds_may_follow: bool) -> Result<(u8, u8), ParseDateError> {
    let mut parts = text.split(':');
    let hour = digits(parts.next(), 2)?.ok_or(ParseDateError::Form)?;
    let minute = digits(parts.next(), 2)?.ok_or(ParseDateError::Form)?;
    if let Some(seconds) = parts.next() {
        let whole = seconds.split('.').next();
        let seconds = digits(whole, 2)?.ok_or(ParseDateError::Form)?;
        if !seconds_may_follow || parts.next().is_some() {
            return Err(ParseDateError::Form);
        }
        if seconds > 60 {
            return Err(ParseDateError::NoSuchDay);
        }
    }
    Ok((narrow(hour)?, narrow(minute)?))
}

/// When something was, as far as the source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On that date, as stated.
    On(Date),
    /// Earlier than this date.
    Before(Date),
    /// Later than this date.
    After(Date),
    /// Around this date, as stated.
    About(Date),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_it_was_read() {
        for text in [
            "2022",
            "2022-11",
            "2022-11-20",
            "2022-11-20T21:05+06:00",
            "2022-11-20T21:05-03:30",
        ] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_date_is_as_precise_as_its_text() {
        for text in ["2022", "2022-11", "2022-11-20", "2020-02-29", "2000-02-29"] {
            assert!(text.parse::<Date>().is_ok(), "{text}");
        }
        let date: Date = "2022-11-21T00:30:59.5+06:00".parse().unwrap();
        assert_eq!(
            date.moment(),
            Some(Moment {
                hour: 0,
                minute: 30,
                offset_minutes: 360
            })
        );
        let utc: Date = "2022-11-21T18:00Z".parse().unwrap();
        assert_eq!(utc.moment().unwrap().offset_minutes, 0);
        let west: Date = "2022-11-21T18:00-03:30".parse().unwrap();
        assert_eq!(west.moment().unwrap().offset_minutes, -210);
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        for text in [
            "2022-02-30",
            "2022-13",
            "2022-00-01",
            "1900-02-29",
            "2022-11-20T24:00Z",
            "2022-11-20T10:00+19:00",
        ] {
            assert_eq!(
                text.parse::<Date>(),
                Err(ParseDateError::NoSuchDay),
                "{text}"
            );
        }
        for text in [
            "20 November 2022",
            "22-11-20",
            "2022-11-20T10:00",
            "2022-11T10:00Z",
            "2022-11-20-01",
            "2022/11/20",
            "",
            "+022-11",
        ] {
            assert_eq!(text.parse::<Date>(), Err(ParseDateError::Form), "{text}");
        }
    }
}
