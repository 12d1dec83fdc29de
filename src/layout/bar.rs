//! Bars that say no more than their figures: what is sure, what is left open, where it ends.

use crate::model::{Amount, Bound, Decimal};
use std::borrow::Cow;

/// A share of a length, in ten-thousandths: exact where a percentage has two decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fraction(u16);

impl Fraction {
    /// The fraction that is zero.
    pub const NONE: Fraction = Fraction(0);
    /// The fraction that is one.
    pub const ALL: Fraction = Fraction(10_000);

    fn plus(self, more: u16) -> Fraction {
        Fraction(self.0.saturating_add(more)).min(Fraction::ALL)
    }

    fn minus(self, less: u16) -> Fraction {
        Fraction(self.0.saturating_sub(less))
    }

    /// Tells whether it is more than a half.
    pub fn is_beyond_half(self) -> bool {
        self.0 > 5_000
    }

    /// As a whole number of ten-thousandths.
    pub fn ten_thousandths(self) -> u16 {
        self.0
    }

    /// As a length in SVG: `81.3%`.
    pub fn written(self) -> Cow<'static, str> {
        // Where most bars begin.
        if self == Fraction::NONE {
            return Cow::Borrowed("0%");
        }
        let percent = Decimal::new(i64::from(self.0), 2).unwrap_or(Decimal::ZERO);
        Cow::Owned(percent.written() + "%")
    }
}

/// The figure at which a bar is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(Decimal);

impl Scale {
    /// Percent bars run from 0 to 100.
    pub const PERCENT: Scale = Scale(Decimal::HUNDRED);

    /// Returns a scale from zero to `full`, or to one if `full` is not above zero.
    pub fn to(full: Decimal) -> Scale {
        Scale(full.max(Decimal::from(1)))
    }

    /// Returns the position of `number`. Numbers beyond the ends get the position of the end.
    pub fn at(self, number: Decimal) -> Fraction {
        let share = number.to_f64() / self.0.to_f64();
        Fraction((share.clamp(0.0, 1.0) * 10_000.0).round() as u16)
    }
}

/// One of the shades that options without a colour of their own take turns in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade(pub u8);

impl Shade {
    /// How many there are.
    pub(super) const ALL: u8 = 4;
}

/// How a part of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// It is at least this long.
    Solid,
    /// It may end anywhere here.
    Band,
    /// It ends about here.
    Soft,
    /// It goes on, the source doesn't say how far.
    Open,
    /// It does not go beyond here.
    Ceiling,
    /// Something is decided here.
    Threshold,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How it is drawn.
    pub kind: MarkKind,
    /// The position of its beginning.
    pub from: Fraction,
    /// The position of its end. A ceiling and a threshold end where they begin.
    pub to: Fraction,
}

/// One claim as a bar, from left to right; without marks where the figure is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The parts of the bar, from left to right.
    pub marks: Vec<Mark>,
}

/// How far an open end or a soft end is drawn, whatever the figure: it has no measure.
const OPEN: u16 = 450;
const SOFT: u16 = 200;

impl Bar {
    /// The bar of an amount.
    pub fn new(amount: &Amount, scale: Scale) -> Bar {
        let mut bar = Bar::default();
        match amount {
            Amount::Exact(number) => bar.add(MarkKind::Solid, Fraction::NONE, scale.at(*number)),
            Amount::Over(bound) | Amount::AtLeast(bound) => {
                let end = bar.up_to(*bound, scale);
                bar.add(MarkKind::Open, end, end.plus(OPEN));
            }
            Amount::Under(bound) | Amount::AtMost(bound) => {
                let (low, high) = (scale.at(bound.low()), scale.at(bound.high()));
                bar.add(MarkKind::Band, Fraction::NONE, low);
                bar.add(MarkKind::Soft, low, high);
                bar.point(MarkKind::Ceiling, high);
            }
            Amount::About(number) => {
                let end = scale.at(*number);
                bar.add(MarkKind::Solid, Fraction::NONE, end.minus(SOFT));
                bar.add(MarkKind::Soft, end.minus(SOFT), end.plus(SOFT));
            }
            Amount::Range(bound) => {
                bar.up_to(*bound, scale);
            }
            Amount::Missing(_) => {}
        }
        bar
    }

    /// Solid to the lower end, a band from there to the upper one, which is answered.
    fn up_to(&mut self, bound: Bound, scale: Scale) -> Fraction {
        let (low, high) = (scale.at(bound.low()), scale.at(bound.high()));
        self.add(MarkKind::Solid, Fraction::NONE, low);
        self.add(MarkKind::Band, low, high);
        high
    }

    /// The bar with a line at each of these places.
    pub(super) fn with_thresholds(mut self, places: &[Fraction]) -> Bar {
        for place in places {
            self.point(MarkKind::Threshold, *place);
        }
        self
    }

    fn point(&mut self, kind: MarkKind, at: Fraction) {
        self.marks.push(Mark {
            kind,
            from: at,
            to: at,
        });
    }

    fn add(&mut self, kind: MarkKind, from: Fraction, to: Fraction) {
        if from < to {
            self.marks.push(Mark { kind, from, to });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn drawn(amount: &Amount) -> String {
        let marks = Bar::new(amount, Scale::PERCENT).marks;
        let words: Vec<String> = marks
            .iter()
            .map(|mark| {
                format!(
                    "{:?} {} to {}",
                    mark.kind,
                    mark.from.written(),
                    mark.to.written()
                )
            })
            .collect();
        words.join(", ")
    }

    #[test]
    fn an_exact_bar_ends_where_its_figure_does() {
        assert_eq!(drawn(&Amount::Exact(number("81.3"))), "Solid 0% to 81.3%");
        assert_eq!(drawn(&Amount::Exact(Decimal::ZERO)), "");
    }

    #[test]
    fn over_81_is_a_bar_with_an_open_end() {
        assert_eq!(
            drawn(&Amount::Over(number("81").into())),
            "Solid 0% to 81%, Open 81% to 85.5%"
        );
        assert_eq!(
            drawn(&Amount::Over(number("99").into())),
            "Solid 0% to 99%, Open 99% to 100%"
        );
    }

    #[test]
    fn under_10_is_a_ceiling_with_nothing_sure_below_it() {
        assert_eq!(
            drawn(&Amount::Under(number("10").into())),
            "Band 0% to 10%, Ceiling 10% to 10%"
        );
        let pair = Bound::new(number("2"), number("3")).unwrap();
        assert_eq!(
            drawn(&Amount::AtMost(pair)),
            "Band 0% to 2%, Soft 2% to 3%, Ceiling 3% to 3%"
        );
    }

    #[test]
    fn a_range_is_solid_to_its_lower_end_and_a_band_to_its_upper() {
        let pair = Bound::new(number("2"), number("3")).unwrap();
        assert_eq!(drawn(&Amount::Range(pair)), "Solid 0% to 2%, Band 2% to 3%");
        assert_eq!(
            drawn(&Amount::About(number("62"))),
            "Solid 0% to 60%, Soft 60% to 64%"
        );
    }

    #[test]
    fn a_share_beyond_all_there_is_ends_at_the_end_of_its_bar() {
        assert_eq!(drawn(&Amount::Exact(number("140"))), "Solid 0% to 100%");
    }
}
