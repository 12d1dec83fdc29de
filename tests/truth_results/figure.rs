//! Published figures as the rules read them: bounds, and nothing more.

use crate::rational::Rational;
use serde_json::Value;

/// The range of a true value; open ends are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub low: Option<Rational>,
    pub high: Option<Rational>,
    /// True if the value is above the lower end, not equal to it.
    pub over: bool,
    /// True if the value is below the upper end, not equal to it.
    pub under: bool,
}

impl Span {
    pub const ANYTHING: Span = Span {
        low: None,
        high: None,
        over: false,
        under: false,
    };

    pub fn between(low: Rational, high: Rational) -> Span {
        Span {
            low: Some(low),
            high: Some(high),
            ..Span::ANYTHING
        }
    }

    pub fn holds(self, number: Rational) -> bool {
        self.low
            .is_none_or(|low| low < number || (low == number && !self.over))
            && self
                .high
                .is_none_or(|high| number < high || (number == high && !self.under))
    }

    /// The one number that it leaves, where it leaves but one.
    pub fn only(self) -> Option<Rational> {
        self.low.filter(|low| self.high == Some(*low))
    }

    /// The span of both, whichever is right.
    fn joined(self, other: Span) -> Span {
        let (low, over) = match (self.low, other.low) {
            (Some(one), Some(two)) if one == two => (Some(one), self.over && other.over),
            (Some(one), Some(two)) if one < two => (Some(one), self.over),
            (Some(_), Some(two)) => (Some(two), other.over),
            _ => (None, false),
        };
        let (high, under) = match (self.high, other.high) {
            (Some(one), Some(two)) if one == two => (Some(one), self.under && other.under),
            (Some(one), Some(two)) if one > two => (Some(one), self.under),
            (Some(_), Some(two)) => (Some(two), other.under),
            _ => (None, false),
        };
        Span {
            low,
            high,
            over,
            under,
        }
    }

    pub fn plus(self, other: Span) -> Span {
        Span {
            low: self.low.zip(other.low).map(|(one, two)| one.plus(two)),
            high: self.high.zip(other.high).map(|(one, two)| one.plus(two)),
            over: self.over || other.over,
            under: self.under || other.under,
        }
    }

    /// The percentage of another number that this is; a base of zero says nothing.
    pub fn share_of(self, base: Span) -> Span {
        let share =
            |number: Option<Rational>, base: Option<Rational>| number?.times(100, 1).per(base?);
        Span {
            low: share(self.low, base.high),
            high: share(self.high, base.low),
            over: self.over || base.under,
            under: self.under || base.over,
        }
    }
}

/// The claim of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The word of the contract: `value`, `over`, ...
    pub says: &'static str,
    pub numbers: Vec<Rational>,
    pub source: Option<String>,
}

const WORDS: [&str; 8] = [
    "value", "over", "atLeast", "under", "atMost", "about", "from", "missing",
];

impl Said {
    fn new(figure: &Value) -> Said {
        let plain = |value: &Value| Rational::parse(&value.to_string());
        if figure.is_number() {
            return Said {
                says: "value",
                numbers: vec![plain(figure)],
                source: None,
            };
        }
        let says = WORDS
            .into_iter()
            .find(|word| figure.get(word).is_some())
            .expect("a quantity");
        let numbers = match &figure[says] {
            Value::Array(pair) => pair.iter().map(plain).collect(),
            Value::Number(_) if says == "from" => {
                vec![plain(&figure["from"]), plain(&figure["to"])]
            }
            Value::Number(_) => vec![plain(&figure[says])],
            _ => Vec::new(),
        };
        let says = if says == "from" { "range" } else { says };
        let source = figure["source"].as_str().map(str::to_owned);
        Said {
            says,
            numbers,
            source,
        }
    }

    /// Returns the range that the source guarantees: "about" is no bound. `None` if it gives no figure.
    pub fn bounds(&self) -> Option<Span> {
        let (first, last) = (self.numbers.first().copied(), self.numbers.last().copied());
        let zero = Some(Rational::ZERO);
        Some(match self.says {
            "value" | "range" => Span {
                low: first,
                high: last,
                ..Span::ANYTHING
            },
            "over" => Span {
                low: first,
                over: true,
                ..Span::ANYTHING
            },
            "atLeast" => Span {
                low: first,
                ..Span::ANYTHING
            },
            "under" => Span {
                low: zero,
                high: last,
                under: true,
                ..Span::ANYTHING
            },
            "atMost" => Span {
                low: zero,
                high: last,
                ..Span::ANYTHING
            },
            "about" => Span::ANYTHING,
            _ => return None,
        })
    }

    /// Returns the range that is possible: "about" spans a tenth to either side, or any number if it is about zero.
    pub fn possible(&self) -> Option<Span> {
        match (self.says, self.numbers.first()) {
            ("about", Some(number)) if *number != Rational::ZERO => {
                Some(Span::between(number.times(9, 10), number.times(11, 10)))
            }
            _ => self.bounds(),
        }
    }
}

/// Every claim of a figure.
pub fn claims(figure: &Value) -> Vec<Said> {
    match figure.get("claims").and_then(Value::as_array) {
        Some(claims) => claims.iter().map(Said::new).collect(),
        None => vec![Said::new(figure)],
    }
}

/// Returns the range that all sources guarantee together; `None` if one of them gives no figure.
pub fn bounds(figure: &Value) -> Option<Span> {
    let spans: Option<Vec<Span>> = claims(figure).iter().map(Said::bounds).collect();
    spans?.into_iter().reduce(Span::joined)
}

/// Returns true if the sources give different amounts.
pub fn is_disputed(figure: &Value) -> bool {
    let claims = claims(figure);
    claims
        .iter()
        .any(|claim| (claim.says, &claim.numbers) != (claims[0].says, &claims[0].numbers))
}
