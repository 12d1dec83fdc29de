//! The text that readers see of a case, and the comparison of a printed figure with its source.

use crate::figure::Said;
use crate::rational::Rational;
use election_widgets::layout::{CountChoice, Fold, ResultsLayout, ResultsViewState, results};
use election_widgets::locale::Locale;
use election_widgets::model::{Id, LanguageTag, Results, Unit};
use election_widgets::widget::{AreaInput, ResultsWidget, Widget};
use election_widgets::wire;
use serde_json::Value;

pub fn read(document: &Value) -> Results {
    wire::parse(&document.to_string())
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}: {document}"))
        .0
}

pub fn locale(tag: &str) -> Locale {
    Locale::for_language(&LanguageTag::new(tag).expect("a tag"))
}

/// One count with every row open to view.
pub fn state_of(place: usize) -> ResultsViewState {
    ResultsViewState {
        count: CountChoice::One(Id::new(&format!("c{place}")).expect("an id")),
        fold: Fold::Never,
        ..ResultsViewState::default()
    }
}

pub fn in_unit(place: usize, unit: &str) -> ResultsViewState {
    let unit = match unit {
        "percent" => Unit::Percent,
        "votes" => Unit::Votes,
        "seats" => Unit::Seats,
        _ => Unit::Own,
    };
    ResultsViewState {
        unit: Some(unit),
        ..state_of(place)
    }
}

pub fn layout(model: &Results, state: &ResultsViewState, tag: &str) -> ResultsLayout {
    results(model, state, &locale(tag)).expect("a layout")
}

/// The words before a bound, in a language.
fn words(tag: &str) -> [(&'static str, &'static str); 5] {
    match tag {
        "ru" => [
            ("over", "более "),
            ("atLeast", "не менее "),
            ("under", "менее "),
            ("atMost", "не более "),
            ("about", "около "),
        ],
        _ => [
            ("over", "over "),
            ("atLeast", "at least "),
            ("under", "under "),
            ("atMost", "at most "),
            ("about", "about "),
        ],
    }
}

/// A number as it stands in a text, with the number of its decimals.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    pub number: Rational,
    places: usize,
}

impl Printed {
    /// Half of the last decimal that is shown.
    pub fn half(self) -> Rational {
        let ten = 10_i128.pow(u32::try_from(self.places).unwrap_or(0));
        Rational::new(1, 2 * ten)
    }
}

/// Every number in a text.
pub fn numbers(text: &str, tag: &str) -> Vec<Printed> {
    let (group, decimal) = if tag == "ru" {
        ('\u{a0}', ',')
    } else {
        (',', '.')
    };
    let is_part = |c: char| c.is_ascii_digit() || c == group || c == decimal;
    let pieces = text.split(|c: char| !is_part(c));
    let plain = pieces.map(|piece| {
        let digits: String = piece.chars().filter(|c| *c != group).collect();
        digits.trim_matches(decimal).replace(decimal, ".")
    });
    plain
        .filter(|text| text.chars().any(|c| c.is_ascii_digit()))
        .map(|text| Printed {
            number: Rational::parse(&text),
            places: text
                .split_once('.')
                .map_or(0, |(_, fraction)| fraction.len()),
        })
        .collect()
}

/// Returns true if a text says of a figure what its source says, and no more.
pub fn is_true_to(text: &str, said: &Said, tag: &str) -> bool {
    if said.says == "missing" {
        return text.starts_with("no figure (") || text.starts_with("нет данных (");
    }
    let word = words(tag)
        .into_iter()
        .find(|(_, word)| text.starts_with(word));
    let shown = numbers(text, tag);
    let (Some(first), Some(last)) = (shown.first().copied(), shown.last().copied()) else {
        return false;
    };
    let (low, high) = (said.numbers[0], said.numbers[said.numbers.len() - 1]);
    let is_near = || first.number.distance(low) <= first.half();
    match (said.says, word.map(|(says, _)| says)) {
        ("value", None) => shown.len() == 1 && is_exact(text, first, low),
        ("range", None) => {
            first.number <= low && last.number >= high && (low == high || shown.len() == 2)
        }
        ("over", Some("over")) | ("atLeast", Some("atLeast")) => {
            first.number <= low && last.number <= high
        }
        ("under", Some("under")) | ("atMost", Some("atMost")) => {
            first.number >= low && last.number >= high
        }
        ("about", Some("about")) => is_near(),
        _ => false,
    }
}

/// A number is rounded to the nearest; zero and a hundred are only what is exactly that.
fn is_exact(text: &str, shown: Printed, number: Rational) -> bool {
    let hundred = Rational::whole(100);
    let is_share = text.contains('%');
    match text.chars().next() {
        Some('<') => Rational::ZERO < number && number < shown.number,
        Some('>') => shown.number < number && (shown.number == hundred || number < hundred),
        _ => {
            let on_its_side = |line: Rational| (shown.number == line) == (number == line);
            let sides = on_its_side(Rational::ZERO) && (!is_share || on_its_side(hundred));
            shown.number.distance(number) <= shown.half() && sides
        }
    }
}
