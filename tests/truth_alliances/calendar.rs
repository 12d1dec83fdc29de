//! Days as whole numbers, counted without the library's help.

/// The number of a day, from the first of March of the year zero on.
pub fn number(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1
}

/// The day of a number, as ISO 8601 writes it.
pub fn iso(day: i64) -> String {
    let year = (1995..2015)
        .rev()
        .find(|year| number(*year, 1, 1) <= day)
        .expect("a year");
    let month = (1..=12)
        .rev()
        .find(|month| number(year, *month, 1) <= day)
        .expect("a month");
    format!(
        "{year:04}-{month:02}-{:02}",
        day - number(year, month, 1) + 1
    )
}

/// The first and the last day of a date such as `2003`, `2003-02`, `2003-02-28`.
pub fn ends(date: &str) -> (i64, i64) {
    let parts: Vec<i64> = date
        .split('-')
        .map(|part| part.parse().expect("a number"))
        .collect();
    match *parts.as_slice() {
        [year] => (number(year, 1, 1), number(year + 1, 1, 1) - 1),
        [year, 12] => (number(year, 12, 1), number(year + 1, 1, 1) - 1),
        [year, month] => (number(year, month, 1), number(year, month + 1, 1) - 1),
        [year, month, day] => (number(year, month, day), number(year, month, day)),
        _ => panic!("{date} is no date"),
    }
}
