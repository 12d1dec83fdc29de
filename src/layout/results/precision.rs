//! How many decimals percentages are shown with: as many as keep each figure on its side of every
//! line that it is judged against, and of the rival that it is compared with.

use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::Precision;
use crate::model::{Amount, Count, Decimal, Decimals, Quantity};

/// The decimals that no line and no rival asks for more than.
const MOST: u8 = Decimals::MOST;

/// The precision of a column of figures; `fixed` is what the document asks for.
pub(super) fn of_column(
    figures: &[&Quantity],
    lines: &[Decimal],
    fixed: Option<Decimals>,
) -> Precision {
    let wanted = fixed.map_or(Precision::Published, Precision::Fixed);
    let mut most = wanted.most();
    let (mut amounts, mut exact) = (Vec::new(), Vec::new());
    for figure in figures {
        for claim in figure.claims() {
            amounts.push(&claim.amount);
            if let Amount::Exact(number) = claim.amount {
                exact.push(number);
            }
        }
    }
    let crossed = |most: u8| {
        let crosses = |amount: &&Amount| lines.iter().any(|line| crosses(amount, *line, most));
        amounts.iter().any(crosses) || hides_the_first(&exact, most)
    };
    while most < MOST && crossed(most) {
        most += 1;
    }
    // Numbers that stand below each other have equally many decimals.
    let longest = exact
        .iter()
        .map(|number| number.rounded(most).scale())
        .max();
    Precision::Between(longest.unwrap_or(0).max(wanted.least()), most)
}

/// Returns true if rounding to this many decimals would move an amount to the other side of the line.
fn crosses(amount: &Amount, line: Decimal, most: u8) -> bool {
    let moved = |number: Decimal, shown: Decimal| number.cmp(&line) != shown.cmp(&line);
    match amount {
        Amount::Exact(number) | Amount::About(number) => moved(*number, number.rounded(most)),
        Amount::Missing(_) => false,
        // A bound is rounded to the side on which it stays true, but may not touch the line.
        amount => amount
            .numbers()
            .any(|number| moved(number, number.floor(most)) || moved(number, number.ceil(most))),
    }
}

/// Returns true if the two highest figures differ but would be shown as equal.
fn hides_the_first(exact: &[Decimal], most: u8) -> bool {
    let first = exact.iter().max();
    let second = exact.iter().filter(|number| Some(*number) != first).max();
    first
        .zip(second)
        .is_some_and(|(first, second)| first.rounded(most) == second.rounded(most))
}

/// The percentages of a count's options.
pub(super) fn percentages(count: &Count) -> Vec<&Quantity> {
    let results = count.results.iter();
    results
        .filter_map(|(_, result)| result.figures.percent.as_ref())
        .collect_compact()
}
