//! Dates of figures that are still to come: a slip of the pen that `refresh` would have to guess at.

use election_widgets::model::Date;
use election_widgets::wire::Warning;
use serde_json::Value;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 24 * 60 * 60;

/// The dates of counts that are more than a day ahead of the clock, as warnings. A rehearsal may have any.
pub(super) fn dates_ahead(text: &str) -> Vec<Warning> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_secs() as i64);
    let document: Value = serde_json::from_str(text).unwrap_or_default();
    if document.get("test") == Some(&Value::Bool(true)) {
        return Vec::new();
    }
    let counts = document.get("counts").and_then(Value::as_array);
    let dated = counts.into_iter().flatten().enumerate();
    dated
        .filter(|(_, count)| {
            let date = count.get("asOf").and_then(Value::as_str);
            let begins = date.and_then(|date| begin(date.parse().ok()?));
            begins.is_some_and(|begins| begins > now + DAY)
        })
        .map(|(number, _)| {
            let message = "is more than a day ahead: no figure is known then (is the date right?)";
            Warning::new(format!("counts[{number}].asOf"), message)
        })
        .collect()
}

/// The seconds from 1970 to a moment, or to the beginning of a day; `None` of a month or a year.
fn begin(date: Date) -> Option<i64> {
    let days = days_since_1970(date.year().into(), date.month()?.into(), date.day()?.into());
    let minutes = date.moment().map_or(0, |moment| {
        i64::from(moment.hour) * 60 + i64::from(moment.minute) - i64::from(moment.offset_minutes)
    });
    Some(days * DAY + minutes * 60)
}

/// The days since the first of January 1970 in the calendar of today. The year begins with March here, so that the day that
/// some years have more is its last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let days_before_month = (153 * ((month + 9) % 12) + 2) / 5;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + days_before_month + day - 719_469
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (date, days) in [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 2, 29), 11_016),
            ((2000, 3, 1), 11_017),
            ((2100, 3, 1), 47_541),
        ] {
            assert_eq!(days_since_1970(date.0, date.1, date.2), days, "{date:?}");
        }
    }
}
