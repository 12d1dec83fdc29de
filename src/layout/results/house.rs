//! A house of seats as a half circle.

use super::super::bar::Shade;
use super::super::color::Paint;
use super::super::hemicycle::{Hemicycle, MOST_SEATS, Point, Seats};
use super::coalition::Coalition;
use super::context::CountContext;
use super::unit::each_claim;
use super::view_state::ResultsViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{
    Amount, BallotOption, Decimal, Id, Needs, OptionRef, Quantity, Threshold, ThresholdKind, Unit,
};

/// A house of seats, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseLayout {
    /// The half circle; `None` if the seats are too many to be seen separately, or more are said to be
    /// held than there are.
    pub circle: Option<Circle>,
    /// The coalitions that the reader can try; `None` if the data names no majority.
    pub coalition: Option<Coalition>,
}

/// The half circle of seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// How many seats there are.
    pub total: String,
    /// How many are a majority, where the data says so.
    pub majority: Option<String>,
    /// The line that has one seat less than a majority on its left.
    pub line: Option<(Point, Point)>,
    /// The `viewBox` of the drawing.
    pub view_box: String,
    /// How thick a seat is drawn.
    pub thickness: String,
    /// The seats, from left to right.
    pub blocks: Vec<Block>,
}

/// Neighbouring seats with the same option and certainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The certainty of these seats.
    pub held: Certainty,
    /// The option's colour, where the data gives one.
    pub paint: Option<Paint>,
    /// The option's shade of the common colour, where it has none of its own.
    pub shade: Option<Shade>,
    /// The positions of the seats.
    pub seats: Seats,
    /// True where the reader adds up others.
    pub dim: bool,
    /// How many the option has, in words, beside its first block if that is wide enough.
    pub label: Option<String>,
}

/// The certainty with which seats are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The option holds them.
    Certain,
    /// The option may hold them.
    Possible,
    /// Nobody says whose they are.
    Unknown,
}

/// A number of seats that is a share of all.
const LEAST_LABELLED: u32 = 20;

impl CountContext<'_> {
    /// The house, where seats are what the chart is drawn by and their total is known.
    pub(super) fn house(&self, state: &ResultsViewState) -> Option<HouseLayout> {
        let usual = self.results.seats?.total.0;
        if self.main != Some(Unit::Seats) || usual == 0 {
            return None;
        }
        // Overhang: more seats were won than the house usually has.
        let won = self.results.least_seats(self.count).map_or(0, whole);
        let total = usual.max(won);
        let majority = self.results.thresholds.iter().find_map(majority);
        let coalition = majority.and_then(|needs| self.coalition(needs, total, state));
        let picked: &[Id] = match coalition {
            Some(_) => &state.coalition,
            None => &[],
        };
        Some(HouseLayout {
            circle: self.circle(total, majority, picked),
            coalition,
        })
    }

    /// The seats of an option, unless they are in another option's.
    pub(super) fn seats(&self, place: usize) -> Option<&Quantity> {
        let option = OptionRef(place);
        let result = self.count.results.get(option)?;
        let counted = !result.each && self.results.is_counted(self.count, option, Unit::Seats);
        result.figures.seats.as_ref().filter(|_| counted)
    }

    /// An option's figure with how many seats it lacks for a majority, where it is exact and the document
    /// names a majority of seats.
    pub(super) fn with_majority(&self, place: usize, figure: String) -> String {
        let missing = || {
            let needs = self.results.thresholds.iter().find_map(majority)?;
            let seats = self
                .seats(place)
                .filter(|_| self.main == Some(Unit::Seats))?;
            Decimal::from(least(needs)).minus(seats.exact()?)
        };
        let Some(short) = missing() else {
            return figure;
        };
        let key = match short > Decimal::ZERO {
            true => "summary.seats-short",
            false => "summary.seats-enough",
        };
        let locale = self.writer.locale;
        let short = locale.number(short, 0);
        locale.fill(key, &[("n", &figure), ("short", &short)])
    }

    /// The shade of an option without a colour. Only a half circle needs shades.
    pub(super) fn shade(&self, place: usize) -> Option<Shade> {
        let colourless = |option: &&BallotOption| option.color.is_none();
        let drawn = self.main == Some(Unit::Seats) && self.results.seats.is_some();
        self.results
            .options
            .get(place)
            .filter(colourless)
            .filter(|_| drawn)?;
        let before = self
            .results
            .options
            .iter()
            .take(place)
            .filter(colourless)
            .count();
        u8::try_from(before % usize::from(Shade::ALL))
            .ok()
            .map(Shade)
    }

    fn circle(&self, total: u32, majority: Option<Needs>, picked: &[Id]) -> Option<Circle> {
        if total > MOST_SEATS {
            return None;
        }
        let house = Hemicycle::new(total);
        let locale = self.writer.locale;
        let least = majority.map(least);
        let blocks = self.blocks(total, &house, picked)?;
        let longest = blocks.iter().map(|block| letters(&block.label)).max();
        Some(Circle {
            total: locale.plural("house.total", total, &[("n", &locale.whole(total))]),
            majority: least
                .map(|least| locale.fill("house.majority", &[("n", &locale.whole(least))])),
            line: least
                .filter(|least| (1..=total).contains(least))
                .map(|least| house.line(least - 1)),
            view_box: house.view_box(longest.unwrap_or_default()),
            thickness: house.thickness(),
            blocks,
        })
    }

    /// The seats from left to right, in the document's order; `None` if more are surely held than
    /// there are.
    fn blocks(&self, total: u32, house: &Hemicycle, picked: &[Id]) -> Option<Vec<Block>> {
        let holders: Vec<Holder<'_>> = (0..self.results.options.len())
            .filter_map(|place| Holder::new(place, self.seats(place)?))
            .collect_compact();
        let sure = holders
            .iter()
            .try_fold(0_u32, |sum, holder| sum.checked_add(holder.surely))?;
        let mut free = total.checked_sub(sure)?;
        let mut blocks = Vec::new();
        let mut from = 0;
        for holder in holders {
            let option = self.results.options.get(holder.place)?;
            let perhaps = holder.perhaps.min(free);
            free -= perhaps;
            let mut label = (holder.surely.saturating_mul(LEAST_LABELLED) >= total)
                .then(|| self.seat_label(holder.quantity));
            for (held, many) in [
                (Certainty::Certain, holder.surely),
                (Certainty::Possible, perhaps),
            ] {
                if many > 0 {
                    blocks.push(Block {
                        held,
                        paint: option.color.map(Paint::new),
                        shade: self.shade(holder.place),
                        dim: !picked.is_empty() && !picked.contains(&option.id),
                        seats: house.seats(from, many, letters(&label)),
                        label: label.take(),
                    });
                    from += many;
                }
            }
        }
        if free > 0 {
            blocks.push(Block {
                held: Certainty::Unknown,
                paint: None,
                shade: None,
                dim: !picked.is_empty(),
                seats: house.seats(from, free, 0),
                label: None,
            });
        }
        Some(blocks)
    }

    /// The seats in words, every claim of them.
    fn seat_label(&self, seats: &Quantity) -> String {
        each_claim(seats, &|amount| self.figure(Unit::Seats, amount, false))
    }
}

/// An option with the seats that it surely has, and those that it may have beyond.
struct Holder<'a> {
    place: usize,
    quantity: &'a Quantity,
    surely: u32,
    perhaps: u32,
}

impl Holder<'_> {
    fn new(place: usize, quantity: &Quantity) -> Option<Holder<'_>> {
        let interval = quantity.bounds()?;
        let surely = interval.low.map_or(0, |low| {
            whole(low).saturating_add(u32::from(interval.above_low))
        });
        let most = interval.high.map_or_else(
            || about(quantity).max(surely),
            |high| whole(high).saturating_sub(u32::from(interval.below_high)),
        );
        Some(Holder {
            place,
            quantity,
            surely,
            perhaps: most.saturating_sub(surely),
        })
    }
}

/// The seats that an option has about: none of them is certain.
fn about(quantity: &Quantity) -> u32 {
    let numbers = quantity.claims().map(|claim| match claim.amount {
        Amount::About(number) => whole(number),
        _ => 0,
    });
    numbers.max().unwrap_or(0)
}

/// The number of letters in a label.
fn letters(label: &Option<String>) -> usize {
    label.as_ref().map_or(0, |label| label.chars().count())
}

/// Returns the number of seats that a majority needs, if a plain threshold says so.
fn majority(threshold: &Threshold) -> Option<Needs> {
    let measure = threshold.rule.measure()?;
    let is_plain =
        threshold.or.is_empty() && threshold.and.is_empty() && threshold.options.is_empty();
    let is_majority = threshold.kind == ThresholdKind::Majority && measure.unit == Unit::Seats;
    (is_plain && is_majority).then_some(measure.needs)
}

pub(super) fn whole(number: Decimal) -> u32 {
    u32::try_from(number.whole()).unwrap_or(0)
}

/// The least whole number of seats that is enough.
pub(super) fn least(needs: Needs) -> u32 {
    match needs {
        Needs::Over(number) => whole(number).saturating_add(1),
        Needs::AtLeast(number) => whole(number) + u32::from(!number.is_whole()),
    }
}
