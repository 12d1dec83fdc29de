//! Other worlds that the same figures allow: as much as possible is given to one of those who stood.

use crate::figure::{self, Said};
use crate::generate::{Case, decimals};
use crate::oracle::Sheet;
use crate::publish::ten_to;
use crate::rational::Rational;
use crate::world::{UNITS, World, kind_of};

/// One published figure of an option.
struct Check {
    option: usize,
    unit: &'static str,
    each: bool,
    claims: Vec<Said>,
}

/// The figures of one count, to hold worlds against.
pub struct Consistency<'a> {
    case: &'a Case,
    decimals: u8,
    checks: Vec<Check>,
}

/// The owner of a tally: a member of an option, or one that is not listed.
#[derive(Clone, Copy, PartialEq)]
enum Seat {
    Listed(usize, usize),
    Unlisted(usize),
    Nobody,
}

impl<'a> Consistency<'a> {
    pub fn new(case: &'a Case, place: usize) -> Consistency<'a> {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let mut checks = Vec::new();
        for (option, one) in case.ballot.iter().enumerate() {
            for unit in UNITS {
                checks.extend(sheet.figure(&one.id, unit).map(|figure| Check {
                    option,
                    unit,
                    each: one.each,
                    claims: figure::claims(figure),
                }));
            }
        }
        Consistency {
            case,
            decimals: case.decimals[place],
            checks,
        }
    }

    /// Returns true if a world could have been published like this.
    pub fn allows(&self, world: &World) -> bool {
        self.checks.iter().all(|check| self.fits(check, world))
    }

    fn fits(&self, check: &Check, world: &World) -> bool {
        let (ballot, kind) = (&self.case.ballot, kind_of(check.unit));
        let numbers = match check.each {
            true => world.singles(ballot, check.option, kind),
            false => vec![world.total(ballot, check.option, kind)],
        };
        let places = decimals(check.unit, self.decimals);
        let fits = |claim: &Said| {
            numbers
                .iter()
                .all(|number| is_said(claim, world.measured(check.unit, *number), places))
        };
        check.claims.iter().any(fits)
    }

    /// The world, and one for each of those who stood in which it has as much as the figures allow.
    pub fn worlds(&self, world: &World, kind: usize) -> Vec<World> {
        let mut seats: Vec<Seat> = Vec::new();
        for (option, members) in world.options.iter().enumerate() {
            let is_in = !self.case.ballot[option].out;
            seats.extend(
                (0..members.len())
                    .filter(|_| is_in)
                    .map(|member| Seat::Listed(option, member)),
            );
        }
        seats.extend((0..world.unlisted.len()).map(Seat::Unlisted));
        let raised = seats.iter().map(|one| {
            let mut raised = world.clone();
            for other in seats
                .iter()
                .chain(&[Seat::Nobody])
                .filter(|other| *other != one)
            {
                self.give(&mut raised, *other, *one, kind);
            }
            raised
        });
        std::iter::once(world.clone()).chain(raised).collect()
    }

    /// Moves as much as the figures allow from one to another.
    fn give(&self, world: &mut World, from: Seat, to: Seat, kind: usize) {
        let has = match from {
            Seat::Nobody => world.left(kind),
            _ => *tally(world, from, kind),
        };
        let mut step = u64::try_from(has.max(0)).unwrap_or(0).next_power_of_two() as i64;
        while step > 0 {
            let mut tried = world.clone();
            if from != Seat::Nobody {
                *tally(&mut tried, from, kind) -= step;
            }
            *tally(&mut tried, to, kind) += step;
            let is_possible = from == Seat::Nobody || *tally(&mut tried, from, kind) >= 0;
            if is_possible && tried.left(kind) >= 0 && self.is_within(&mut tried, to, kind) {
                *world = tried;
            }
            step /= 2;
        }
    }

    fn is_within(&self, world: &mut World, to: Seat, kind: usize) -> bool {
        let most = world.most[kind];
        let total = match to {
            Seat::Listed(option, _) if self.case.ballot[option].members == 1 => {
                let whole = self.case.ballot[option].within.unwrap_or(option);
                world.total(&self.case.ballot, whole, kind)
            }
            _ => *tally(world, to, kind),
        };
        total <= most && self.allows(world)
    }
}

fn tally(world: &mut World, seat: Seat, kind: usize) -> &mut i64 {
    match seat {
        Seat::Listed(option, member) => &mut world.options[option][member][kind],
        Seat::Unlisted(place) => &mut world.unlisted[place][kind],
        Seat::Nobody => panic!("nobody has a tally"),
    }
}

/// Returns true if a source that states this may mean that truth: a number is rounded, a bound is not.
fn is_said(claim: &Said, truth: Rational, places: u8) -> bool {
    let scaled = |number: Rational| number.times(ten_to(places), 1);
    match claim.says {
        "value" => Rational::whole(scaled(truth).rounded()) == scaled(claim.numbers[0]),
        _ => claim.possible().is_none_or(|span| span.holds(truth)),
    }
}
