//! Figures as a source would publish them: rounded, bounded, missing, disputed, but never false.

use crate::dice::Dice;
use crate::rational::Rational;
use serde_json::{Value, json};

/// The true values behind a figure: all from `low` to `high`, with this many decimals.
#[derive(Clone, Copy)]
pub struct Truth {
    pub low: Rational,
    pub high: Rational,
    pub decimals: u8,
}

impl Truth {
    pub fn of(number: Rational, decimals: u8) -> Truth {
        Truth {
            low: number,
            high: number,
            decimals,
        }
    }

    /// The same in units of the last decimal.
    fn scaled(self, number: Rational) -> Rational {
        number.times(ten_to(self.decimals), 1)
    }

    /// The highest number with its decimals that is below the truth and what it is rounded to.
    fn floor(self) -> i64 {
        let low = self.scaled(self.low);
        low.floor().min(low.rounded())
    }

    /// The lowest such number above.
    fn ceil(self) -> i64 {
        let high = self.scaled(self.high);
        high.ceil().max(high.rounded())
    }

    fn number(self, units: i64) -> Value {
        number(units, self.decimals)
    }
}

/// The JSON number of so many units of 10^-`decimals`.
pub fn number(units: i64, decimals: u8) -> Value {
    let text = match decimals {
        0 => units.to_string(),
        _ => {
            let (ten, sign) = (ten_to(decimals) as i64, if units < 0 { "-" } else { "" });
            let width = usize::from(decimals);
            let (whole, rest) = (units.abs() / ten, units.abs() % ten);
            format!("{sign}{whole}.{rest:0width$}")
        }
    };
    let short = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    serde_json::from_str(short).unwrap_or_else(|_| panic!("{text} is JSON"))
}

/// A figure that is true, or `None` where the source says nothing.
pub fn publish(dice: &mut Dice, truth: Truth) -> Option<Value> {
    match dice.below(16) {
        13 => None,
        14 => Some(json!({"missing": "sealed until noon"})),
        15 => Some(claims(dice, truth)),
        kind => Some(amount(dice, truth, kind)),
    }
}

/// Two sources: one of them is right.
fn claims(dice: &mut Dice, truth: Truth) -> Value {
    let kind = dice.below(12);
    let mut right = object(amount(dice, truth, kind));
    let mut other = match dice.below(8) {
        7 => json!({"missing": "not asked"}),
        6 => right.clone(),
        _ => json!({"value": truth.number(truth.floor() + i64::from(dice.below(9)))}),
    };
    let (one, two) = dice.pick(&[("s", "t"), ("t", "s")]);
    right["source"] = json!(one);
    other["source"] = json!(two);
    match dice.one_in(2) {
        true => json!({"claims": [other, right]}),
        false => json!({"claims": [right, other]}),
    }
}

fn object(amount: Value) -> Value {
    match amount.is_object() {
        true => amount,
        false => json!({ "value": amount }),
    }
}

/// Returns the claim of one source. The first few kinds are exact, so most figures are.
fn amount(dice: &mut Dice, truth: Truth, kind: u32) -> Value {
    let (floor, ceil) = (truth.floor(), truth.ceil());
    let slack = i64::from(dice.below(4) * dice.below(6));
    let below = (floor - slack).max(0);
    let above = ceil + slack;
    let number = |units| truth.number(units);
    match kind {
        6 if below > 0 => json!({"over": number(below - 1)}),
        7 => json!({"atLeast": number(below)}),
        8 => json!({"under": number(above + 1)}),
        9 => json!({"atMost": number(above)}),
        10 => about(truth, above).unwrap_or_else(|| exact(truth)),
        11 if below > 0 => json!({"over": [number(below - 1), number(below + slack)]}),
        12 => json!({"atMost": [number(above), number(above + slack)]}),
        5 | 11 => json!({"from": number(below), "to": number(above)}),
        _ => exact(truth),
    }
}

/// The rounded number, or the range that holds all members of a group.
pub fn exact(truth: Truth) -> Value {
    let rounded = |number| truth.scaled(number).rounded();
    let (low, high) = (rounded(truth.low), rounded(truth.high));
    match low == high {
        true => truth.number(low),
        false => json!({"from": truth.number(truth.floor()), "to": truth.number(truth.ceil())}),
    }
}

/// "About": a number within a tenth of which the truth and what it is rounded to lie.
fn about(truth: Truth, units: i64) -> Option<Value> {
    let near = |number: i64| {
        let (nine, eleven) = (
            Rational::new(9 * i128::from(units), 10),
            Rational::new(11 * i128::from(units), 10),
        );
        nine <= Rational::whole(number) && Rational::whole(number) <= eleven
    };
    (near(truth.floor()) && near(truth.ceil())).then(|| json!({"about": truth.number(units)}))
}

pub fn ten_to(exponent: u8) -> i128 {
    10_i128.pow(u32::from(exponent))
}
