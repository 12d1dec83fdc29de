//! Days and moments as official files write them, in the contract's form.

use crate::context::Context;
use crate::refused::Place;
use crate::tree::Element;

/// The day or moment in the first element `name` of `of`, as its format writes it. The report names a text that is none, with
/// what is `wanted`: "day such as 2030-04-12".
pub(crate) fn moment_of(
    of: &Element,
    name: &str,
    read: fn(&str) -> Option<Moment>,
    wanted: &str,
    context: &mut Context<'_>,
) -> Option<Moment> {
    let element = of.first(name)?;
    let said = element.said()?;
    let moment = read(said);
    if moment.is_none() {
        let why = format!("it is no {wanted}");
        context.left_out(element.place(), format!("{name} {said}"), why);
    }
    moment
}

/// A day or moment of a file, in the contract's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The day, with time and offset where the file gives both.
    pub(crate) written: String,
    /// The time without an offset, which the contract can't hold: its hour could be any.
    pub(crate) time_left_out: Option<String>,
}

impl Moment {
    /// The day or moment in `2030-04-12T21:00:00+06:00` and shorter forms of it.
    pub(crate) fn iso(text: &str) -> Option<Moment> {
        let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        let written = iso_day(day)?;
        let (clock, offset) = match time.find(['Z', '+', '-']) {
            Some(at) => time.split_at_checked(at)?,
            None => (time, ""),
        };
        let minutes = clock.get(..5);
        Some(match (minutes, offset) {
            (Some(minutes), "Z") => Moment::known(format!("{written}T{minutes}+00:00")),
            (Some(minutes), offset) if !offset.is_empty() => {
                Moment::known(format!("{written}T{minutes}{}", colon(offset)))
            }
            _ => Moment {
                written,
                time_left_out: (!clock.is_empty()).then(|| clock.to_owned()),
            },
        })
    }

    /// The day in `23.02.2025` or `23.2.25` (of this century).
    pub(crate) fn dotted(text: &str) -> Option<Moment> {
        let mut parts = text.trim().split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let year = match year.len() {
            2 => format!("20{year}"),
            _ => year.to_owned(),
        };
        let written = iso_day(&format!("{year}-{month:0>2}-{day:0>2}"))?;
        parts.next().is_none().then_some(Moment::known(written))
    }

    /// The day or moment in `11/4/2030` or `11/4/2030 2:58:41 PM CST`, as files of the United States have it.
    pub(crate) fn american(text: &str) -> Option<Moment> {
        let mut words = text.split_whitespace();
        let mut parts = words.next()?.split('/');
        let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
        let written = iso_day(&format!("{year}-{month:0>2}-{day:0>2}"))?;
        let Some(clock) = words.next() else {
            return Some(Moment::known(written));
        };
        let (half, zone) = (words.next(), words.next());
        let time_left_out = Some(text.split_once(' ')?.1.to_owned());
        let moment = || {
            let (hour, rest) = clock.split_once(':')?;
            let minute = rest.get(..2)?;
            let hour: u8 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
            let hour = hour % 12 + if half? == "PM" { 12 } else { 0 };
            Some(format!(
                "{written}T{hour:02}:{minute}{}",
                american_offset(zone?)?
            ))
        };
        Some(match moment() {
            Some(moment) => Moment::known(moment),
            None => Moment {
                written,
                time_left_out,
            },
        })
    }

    fn known(written: String) -> Moment {
        Moment {
            written,
            time_left_out: None,
        }
    }

    /// The day or moment, and a line in the report where its time was left out.
    pub(crate) fn reported(
        self,
        context: &mut Context<'_>,
        at: Option<Place>,
        field: &str,
    ) -> String {
        if let Some(time) = self.time_left_out {
            context.left_out(
                at,
                format!("the time {time} of {field}"),
                "the file does not say its offset from UTC (such as +06:00), without which it could be any hour",
            );
        }
        self.written
    }
}

/// The day, where it is written as `2030-04-12` and could exist.
fn iso_day(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = fits(year, 4) && fits(month, 2) && fits(day, 2) && parts.next().is_none();
    let may_exist = |text: &str, most: u8| matches!(text.parse(), Ok(1..) if text.parse::<u8>().is_ok_and(|n| n <= most));
    let exists = may_exist(month, 12) && may_exist(day, 31);
    (fits && exists).then(|| text.to_owned())
}

/// The offset of a time zone of the United States.
fn american_offset(zone: &str) -> Option<&'static str> {
    Some(match zone {
        "EDT" => "-04:00",
        "EST" | "CDT" => "-05:00",
        "CST" | "MDT" => "-06:00",
        "MST" | "PDT" => "-07:00",
        "PST" | "AKDT" => "-08:00",
        "AKST" => "-09:00",
        "HST" => "-10:00",
        _ => return None,
    })
}

/// An offset with a colon: `+0600` is `+06:00`.
fn colon(offset: &str) -> String {
    match (offset.get(..3), offset.get(3..)) {
        (Some(hours), Some(minutes)) if minutes.len() == 2 => format!("{hours}:{minutes}"),
        (Some(hours), Some("")) => format!("{hours}:00"),
        _ => offset.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_kept_only_with_its_offset() {
        let iso =
            |text: &str| Moment::iso(text).map(|moment| (moment.written, moment.time_left_out));
        let day = |text: &str| Some((text.to_owned(), None));
        assert_eq!(iso("2030-04-12"), day("2030-04-12"));
        assert_eq!(iso("2030-04-12T21:00:05Z"), day("2030-04-12T21:00+00:00"));
        assert_eq!(
            iso("2030-04-12T21:00:05.25-0500"),
            day("2030-04-12T21:00-05:00")
        );
        assert_eq!(
            iso("2030-04-12T21:00:05"),
            Some(("2030-04-12".to_owned(), Some("21:00:05".to_owned())))
        );
        assert_eq!(
            (iso("12 April"), iso("2030-13-01"), iso("2030-1-1")),
            (None, None, None)
        );
    }

    #[test]
    fn an_american_moment_is_month_day_year_with_the_offset_of_its_zone() {
        let american = |text: &str| Moment::american(text).map(|moment| moment.written);
        assert_eq!(american("11/4/2030").as_deref(), Some("2030-11-04"));
        assert_eq!(
            american("11/4/2030 2:58:41 PM CST").as_deref(),
            Some("2030-11-04T14:58-06:00")
        );
        assert_eq!(
            american("11/4/2030 12:05:00 AM EDT").as_deref(),
            Some("2030-11-04T00:05-04:00")
        );
        let unknown = Moment::american("11/4/2030 2:58:41 PM XYZ").unwrap();
        assert_eq!(
            (unknown.written.as_str(), unknown.time_left_out.as_deref()),
            ("2030-11-04", Some("2:58:41 PM XYZ"))
        );
        assert_eq!(american("13/4/2030"), None);
    }

    #[test]
    fn a_dotted_day_is_day_month_year() {
        let dotted = |text: &str| Moment::dotted(text).map(|moment| moment.written);
        assert_eq!(dotted("23.02.2025").as_deref(), Some("2025-02-23"));
        assert_eq!(dotted("3.2.25").as_deref(), Some("2025-02-03"));
        assert_eq!(
            (dotted("2025"), dotted("40.02.2025"), dotted("1.2.3.4")),
            (None, None, None)
        );
    }
}
