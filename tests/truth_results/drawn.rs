//! Bars and the lines across them.

use crate::figure::{self, Said};
use crate::generate::Case;
use crate::oracle::Sheet;
use crate::rational::Rational;
use crate::shown;
use crate::world::UNITS;
use election_widgets::layout::{Bar, Fraction, Mark, MarkKind, Row};

pub fn bars_lie_within_their_figures(case: &Case) {
    let model = shown::read(&case.document);
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        for unit in UNITS {
            let layout = shown::layout(&model, &shown::in_unit(place, unit), "en");
            if layout
                .columns
                .first()
                .is_none_or(|column| column.name != unit)
            {
                continue;
            }
            let full = full(case, sheet, unit);
            for row in &layout.rows {
                bars(sheet, row, unit, full);
            }
            let others = layout.rows.iter().flat_map(|row| row.cells.iter().skip(1));
            assert!(
                others.into_iter().all(|cell| cell.bars.is_empty()),
                "bars of another unit"
            );
        }
    }
}

/// The figure at which bars are full: a hundred, the house or what is won beyond it, the highest number.
fn full(case: &Case, sheet: Sheet<'_>, unit: &str) -> Rational {
    let given = || {
        case.ballot
            .iter()
            .filter_map(|one| Some((&one.id, sheet.figure(&one.id, unit)?)))
    };
    let one = Rational::whole(1);
    match (unit, case.document["seats"]["total"].as_i64()) {
        ("percent", _) => Rational::whole(100),
        ("seats", Some(total)) => {
            let won = given()
                .filter(|(id, _)| sheet.is_counted(id, unit))
                .filter_map(|(id, figure)| {
                    let many = match sheet.result(id)["each"] == true {
                        true => sheet.option(id)["of"].as_i64().unwrap_or(1),
                        false => 1,
                    };
                    Some(figure::bounds(figure)?.low?.times(i128::from(many), 1))
                });
            won.fold(Rational::ZERO, Rational::plus)
                .max(Rational::whole(total))
        }
        _ => {
            let numbers = given()
                .flat_map(|(_, figure)| figure::claims(figure))
                .flat_map(|claim| claim.numbers);
            numbers.fold(one, Rational::max)
        }
    }
}

fn bars(sheet: Sheet<'_>, row: &Row, unit: &str, full: Rational) {
    let figure = sheet.figure(row.id.as_str(), unit);
    let claims = figure.map(figure::claims).unwrap_or_default();
    let given = claims.iter().map(|claim| claim.says != "missing");
    let drawn = row.cells[0].bars.iter().map(Option::is_some);
    assert!(drawn.eq(given), "each bar stands beside its own claim");
    let claims: Vec<Said> = claims
        .into_iter()
        .filter(|claim| claim.says != "missing")
        .collect();
    let bars: Vec<&Bar> = row.cells[0].bars.iter().flatten().collect();
    let lines = lines(sheet, row.id.as_str(), unit, full);
    for (bar, claim) in bars.into_iter().zip(&claims) {
        let (drawn, stretches): (Vec<&Mark>, Vec<&Mark>) = bar
            .marks
            .iter()
            .partition(|mark| mark.kind == MarkKind::Threshold);
        let drawn: Vec<f64> = drawn.into_iter().map(|mark| length(mark.from)).collect();
        assert!(
            is_near(&drawn, &lines),
            "lines at {drawn:?}, not {lines:?}: {bar:?}"
        );
        let ends = [claim.numbers[0], claim.numbers[claim.numbers.len() - 1]];
        let ends = ends.map(|end| at(end, full));
        let fits = stretches.iter().all(|mark| fits(mark, claim.says, ends));
        assert!(
            fits && is_whole(bar, claim.says, ends),
            "{claim:?} of {full:?} as {bar:?}"
        );
    }
}

/// The thresholds of this unit and this base that hold for an option.
fn lines(sheet: Sheet<'_>, id: &str, unit: &str, full: Rational) -> Vec<f64> {
    let thresholds = sheet.document["thresholds"]
        .as_array()
        .expect("thresholds")
        .iter();
    let of = sheet.count().get("percentOf");
    thresholds
        .filter(|rule| rule["kind"] != "quorum" && rule["unit"] == unit)
        // The half circle has it.
        .filter(|rule| rule["kind"] != "majority" || unit != "seats")
        .filter(|rule| unit != "percent" || rule.get("of").is_none() || rule.get("of") == of)
        .filter(|rule| {
            rule["options"]
                .as_array()
                .is_none_or(|named| named.iter().any(|one| one == id))
        })
        .filter_map(|rule| rule["needs"].as_object()?.values().next())
        .map(|needed| at(Rational::parse(&needed.to_string()), full))
        .collect()
}

fn at(number: Rational, full: Rational) -> f64 {
    (number.to_f64() / full.to_f64()).clamp(0.0, 1.0) * 100.0
}

/// The percentage of the bar's length.
fn length(fraction: Fraction) -> f64 {
    fraction
        .written()
        .trim_end_matches('%')
        .parse()
        .expect("a length")
}

/// A hundredth of a percent is what bars are drawn to.
const NEAR: f64 = 0.011;

fn is_near(one: &[f64], two: &[f64]) -> bool {
    one.len() == two.len()
        && one
            .iter()
            .zip(two)
            .all(|(one, two)| (one - two).abs() < NEAR)
}

/// Returns true if a stretch says no more than its figure.
fn fits(mark: &Mark, says: &str, [low, high]: [f64; 2]) -> bool {
    let (from, to) = (length(mark.from), length(mark.to));
    let to_low = to <= low + NEAR;
    match (mark.kind, says) {
        (MarkKind::Solid, "value" | "over" | "atLeast" | "range") => from == 0.0 && to_low,
        (MarkKind::Solid, "about") => to <= low - 1.0 || to == 0.0,
        (MarkKind::Band, "over" | "atLeast" | "range") => from >= low - NEAR && to <= high + NEAR,
        (MarkKind::Band, "under" | "atMost") => to <= high + NEAR,
        (MarkKind::Soft, "under" | "atMost") => from >= low - NEAR && to <= high + NEAR,
        (MarkKind::Soft, "about") => from <= low + NEAR && to >= low - NEAR,
        (MarkKind::Open, "over" | "atLeast") => from >= high - NEAR,
        (MarkKind::Ceiling, "under" | "atMost") => (from - high).abs() < NEAR,
        _ => false,
    }
}

/// Returns true if a bar ends where its figure ends: a number at its end, a bound with an open end or a ceiling.
fn is_whole(bar: &Bar, says: &str, [low, high]: [f64; 2]) -> bool {
    let has = |kind: MarkKind| bar.marks.iter().any(|mark| mark.kind == kind);
    let ends = |end: f64| {
        bar.marks
            .iter()
            .any(|mark| (length(mark.to) - end).abs() < NEAR)
    };
    match says {
        "value" => ends(low) || low < NEAR,
        "range" => ends(high) || high < NEAR,
        "over" | "atLeast" => has(MarkKind::Open) || high > 100.0 - NEAR,
        "about" => has(MarkKind::Soft),
        _ => has(MarkKind::Ceiling),
    }
}
