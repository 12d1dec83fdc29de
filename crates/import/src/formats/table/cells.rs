//! Cells as figures: kept as written, or added up over areas.

use super::gather::Figure;
use super::stats::{Meaning, Stats};
use super::sum::Sum;
use crate::quantity::{Reading, is_dash, is_zero};
use crate::refused::Place;

/// Takes a cell into a figure.
pub(super) fn take_cell(
    figure: &mut Figure,
    bytes: &[u8],
    place: Place,
    stats: &mut Stats,
    is_sum: bool,
) {
    if !is_sum {
        return keep_cell(figure, bytes, place, stats);
    }
    if !matches!(figure, Figure::Sum(_)) {
        *figure = Figure::Sum(Sum::default());
    }
    if let Figure::Sum(sum) = figure {
        add_cell(sum, bytes.trim_ascii(), place, stats);
    }
}

fn keep_cell(figure: &mut Figure, bytes: &[u8], place: Place, stats: &mut Stats) {
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim();
    if text.is_empty() {
        return stats.note_empty(place);
    }
    if is_dash(text) {
        stats.note_dash(place);
    } else if is_zero(text) {
        stats.note_zero(place);
    } else if let [None, None] = stats.evidence.add(text, place) {
        stats.word(text, place);
    }
    *figure = Figure::Cell(text.to_owned(), place);
}

fn add_cell(sum: &mut Sum, bytes: &[u8], place: Place, stats: &mut Stats) {
    let plain = digits(bytes).filter(|_| stats.evidence.zeros == 0);
    // Most cells of a long table are such numbers.
    match plain {
        Some(number @ 1..) => sum.add(number),
        _ => add_other_cell(sum, bytes, plain, place, stats),
    }
}

/// Adds a cell that is no plain number above zero. Apart from the others, which a long table has by the million.
#[inline(never)]
fn add_other_cell(
    sum: &mut Sum,
    bytes: &[u8],
    plain: Option<u64>,
    place: Place,
    stats: &mut Stats,
) {
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim();
    if plain == Some(0) || is_zero(text) {
        stats.note_zero(place);
        return if stats.zero == Meaning::Missing {
            sum.add_unknown()
        } else {
            sum.add(0)
        };
    }
    if text.is_empty() {
        stats.note_empty(place);
        return sum.add_unknown();
    }
    if is_dash(text) {
        stats.note_dash(place);
        return if stats.dash == Meaning::Zero {
            sum.add(0)
        } else {
            sum.add_unknown()
        };
    }
    let [point, comma] = stats.evidence.add(text, place);
    if point.is_none() && comma.is_none() {
        stats.note_odd(place, text);
        return match stats.word(text, place) {
            Meaning::Zero => sum.add(0),
            Meaning::Unopposed => {}
            _ => sum.add_unknown(),
        };
    }
    let is_missing = point
        .as_ref()
        .is_some_and(|reading| reading.value.get("missing").is_some());
    let is_odd = |reading: &Reading| !reading.is_exact() || !reading.asides.is_empty();
    if point.as_ref().or(comma.as_ref()).is_some_and(is_odd) {
        stats.note_odd(place, text);
    }
    if is_missing {
        sum.add_unknown();
    } else if point
        .as_ref()
        .or(comma.as_ref())
        .is_some_and(|reading| reading.is_percent)
        || !sum.add_readings(point.as_ref(), comma.as_ref())
    {
        stats.not_whole.get_or_insert((place, text.to_owned()));
    }
}

/// A number of digits alone, at most 15.
fn digits(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() || bytes.len() > 15 {
        return None;
    }
    bytes.iter().try_fold(0_u64, |number, byte| {
        byte.is_ascii_digit()
            .then(|| number * 10 + u64::from(byte - b'0'))
    })
}
