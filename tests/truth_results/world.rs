//! A hidden world: what everybody really got, which the published figures only bound.

use crate::dice::Dice;
use crate::rational::Rational;

pub const UNITS: [&str; 4] = ["percent", "votes", "seats", "own"];

/// Votes, seats and halves of the document's own unit.
pub type Tally = [i64; 3];

/// One line of the ballot, with those that it really stands for.
#[derive(Clone, Debug)]
pub struct Stood {
    pub id: String,
    pub name: Option<&'static str>,
    pub kind: &'static str,
    /// The number of those that it stands for.
    pub members: usize,
    /// True if the document states that number.
    pub is_counted_out: bool,
    /// True if its figures hold for each member.
    pub each: bool,
    /// The option that it is a part of.
    pub within: Option<usize>,
    /// True if it is out of the contest: it has no figure in any count.
    pub out: bool,
}

/// The true numbers of one count.
#[derive(Clone, Debug)]
pub struct World {
    /// Per option what each of its members has; a whole's own, beside its parts.
    pub options: Vec<Vec<Tally>>,
    /// Those that the document does not list.
    pub unlisted: Vec<Tally>,
    pub valid: i64,
    pub cast: i64,
    pub eligible: i64,
    /// The number that percentages are of.
    pub base: i64,
    /// The number of votes, seats and halves that there is.
    pub whole: Tally,
    /// The most of each that one can have.
    pub most: Tally,
}

impl World {
    /// A world of these options.
    pub fn new(
        dice: &mut Dice,
        ballot: &[Stood],
        unlisted: usize,
        (voted, seats, own): (i64, i64, i64),
    ) -> World {
        let valid = [10, 100, 1000, 30_000][dice.below(4) as usize];
        let valid = 1 + i64::from(dice.below(valid));
        let cast = valid + i64::from(dice.below(20));
        let eligible = cast + i64::from(dice.below(2000));
        let mut world = World {
            options: ballot.iter().map(|one| vec![[0; 3]; one.members]).collect(),
            unlisted: vec![[0; 3]; unlisted],
            valid,
            cast,
            eligible,
            base: valid,
            whole: [valid * voted, seats, own],
            most: [valid, seats, own],
        };
        let is_close = dice.one_in(2);
        let stood = ballot.iter().filter(|one| !one.out).map(|one| one.members);
        let stood = (stood.sum::<usize>() + unlisted).max(1) as i64;
        for kind in 0..3 {
            let mut left = world.whole[kind];
            let most = world.most[kind];
            let mut before = most / stood;
            let listed = world.options.iter_mut().zip(ballot);
            let listed = listed.filter(|(_, one)| !one.out).flat_map(|(all, _)| all);
            for tally in listed.chain(&mut world.unlisted) {
                let share = match is_close {
                    true => close(dice, most / stood).min(left),
                    false => share(dice, left.min(most), before),
                };
                tally[kind] = share;
                left -= share;
                before = share;
            }
        }
        world
    }

    /// Returns the whole number of an option, its parts included.
    pub fn total(&self, ballot: &[Stood], option: usize, kind: usize) -> i64 {
        let own: i64 = self.options[option].iter().map(|tally| tally[kind]).sum();
        let parts = (0..ballot.len()).filter(|part| ballot[*part].within == Some(option));
        own + parts
            .map(|part| self.total(ballot, part, kind))
            .sum::<i64>()
    }

    /// Returns the number of each member of an option; of an option with parts, its whole number.
    pub fn singles(&self, ballot: &[Stood], option: usize, kind: usize) -> Vec<i64> {
        match self.options[option].as_slice() {
            [_] => vec![self.total(ballot, option, kind)],
            many => many.iter().map(|tally| tally[kind]).collect(),
        }
    }

    /// Returns a number of a kind in a unit.
    pub fn measured(&self, unit: &str, number: i64) -> Rational {
        match unit {
            "percent" => Rational::new(i128::from(number) * 100, i128::from(self.base)),
            "own" => Rational::new(i128::from(number), 2),
            _ => Rational::whole(number),
        }
    }

    /// Returns the number that belongs to no option.
    pub fn left(&self, kind: usize) -> i64 {
        let all = self.options.iter().flatten().chain(&self.unlisted);
        self.whole[kind] - all.map(|tally| tally[kind]).sum::<i64>()
    }
}

/// The kind of tally that a unit measures.
pub fn kind_of(unit: &str) -> usize {
    match unit {
        "percent" | "votes" => 0,
        "seats" => 1,
        _ => 2,
    }
}

/// Nearly what everybody has.
fn close(dice: &mut Dice, mean: i64) -> i64 {
    let off = i64::from(dice.below(5)) * (mean / 60).max(1);
    (mean + off - mean / 30).max(0)
}

/// Some of what is left: none, a part, all of it, as much as another or one more or less.
fn share(dice: &mut Dice, left: i64, before: i64) -> i64 {
    let wanted = match dice.below(7) {
        0..3 => left * i64::from(dice.below(101)) / 100,
        3 => left,
        4 => before,
        5 => before + 1,
        _ => before - 1,
    };
    wanted.clamp(0, left)
}
