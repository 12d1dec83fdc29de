//! Sums: of folded options, and of the coalitions that a reader tries.

use crate::extremes::Consistency;
use crate::figure;
use crate::generate::Case;
use crate::oracle::{Sheet, Verdict, verdict};
use crate::rational::Rational;
use crate::shown;
use crate::world::{World, kind_of};
use election_widgets::layout::{Fold, Hidden, ResultsAction, ResultsViewState};
use serde_json::Value;

pub fn of_folded_options(case: &Case) {
    let model = shown::read(&case.document);
    for (place, world) in case.worlds.iter().flatten().enumerate() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let state = ResultsViewState {
            fold: Fold::After(1),
            ..shown::state_of(place)
        };
        let layout = shown::layout(&model, &state, "en");
        let Some((_, fold)) = &layout.fold else {
            continue;
        };
        let folded = layout
            .rows
            .iter()
            .filter(|row| row.hidden == Some(Hidden::Folded));
        let ids: Vec<&str> = folded.map(|row| row.id.as_str()).collect();
        for (cell, column) in fold.cells.iter().zip(&layout.columns) {
            let worlds = Consistency::new(case, place).worlds(world, kind_of(column.name));
            match cell.lines[0].text.strip_suffix(" in total") {
                Some(text) => holds_all(case, sheet, (&ids, column.name), &worlds, text),
                None => assert!(!cell.stated, "{cell:?}"),
            }
        }
    }
}

/// Returns true if a printed sum contains the sum of these options in every world.
fn holds_all(
    case: &Case,
    sheet: Sheet<'_>,
    (ids, unit): (&[&str], &str),
    worlds: &[World],
    text: &str,
) {
    let slack = slack(sheet, ids, unit);
    for world in worlds {
        let sum = together(case, world, ids, unit);
        assert!(
            may_be(text, sum, slack),
            "{text} of {ids:?}, which have {sum:?} {unit}: {world:?}"
        );
    }
}

/// Returns the true sum of options. A part is already included in its whole.
fn together(case: &Case, world: &World, ids: &[&str], unit: &str) -> Rational {
    let is_in = |option: usize| ids.contains(&case.ballot[option].id.as_str());
    let counted = (0..case.ballot.len()).filter(|option| is_in(*option));
    let counted = counted.filter(|option| !case.ballot[*option].within.is_some_and(is_in));
    let sum = counted
        .map(|option| world.total(&case.ballot, option, kind_of(unit)))
        .sum();
    world.measured(unit, sum)
}

/// More than any figure here: "about 0" may be any number.
const ANYTHING: Rational = Rational::whole(1_000_000);

/// How far "about" may be off: a tenth of every figure that is about, and rounding of shares.
fn slack(sheet: Sheet<'_>, ids: &[&str], unit: &str) -> Rational {
    let mut slack = Rational::ZERO;
    for figure in ids.iter().filter_map(|id| sheet.figure(id, unit)) {
        for claim in figure::claims(figure)
            .iter()
            .filter(|claim| claim.says == "about")
        {
            slack = slack.plus(match claim.numbers[0] {
                Rational::ZERO => ANYTHING,
                number => number.times(1, 10),
            });
        }
        if unit == "percent" {
            slack = slack.plus(Rational::new(1, 2));
        }
    }
    slack
}

fn may_be(text: &str, sum: Rational, slack: Rational) -> bool {
    let shown = shown::numbers(text, "en");
    let (first, last) = (shown[0], shown[shown.len() - 1]);
    let begins = |word: &str| text.starts_with(word);
    if begins("about") {
        first.number.distance(sum) <= slack.plus(first.half())
    } else if begins("over") || begins("at least") {
        sum > first.number || (begins("at least") && sum == first.number)
    } else if begins("under") || begins("at most") {
        sum < last.number || (begins("at most") && sum == last.number)
    } else {
        first.number <= sum && sum <= last.number
    }
}

pub fn of_coalitions(case: &Case) {
    let thresholds = case.document["thresholds"].as_array().expect("thresholds");
    let is_plain = |rule: &&Value| rule.get("or").is_none() && rule.get("and").is_none();
    let is_majority = |rule: &&Value| rule["kind"] == "majority" && rule["unit"] == "seats";
    let Some(majority) = thresholds
        .iter()
        .find(|rule| is_majority(rule) && is_plain(rule))
    else {
        return;
    };
    let model = shown::read(&case.document);
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let state = shown::in_unit(place, "seats");
        let house = shown::layout(&model, &state, "en").house;
        let Some(coalition) = house.and_then(|house| house.coalition) else {
            continue;
        };
        let worlds = case
            .worlds
            .as_ref()
            .map(|worlds| Consistency::new(case, place).worlds(&worlds[place], 1));
        let picks: Vec<ResultsAction> = coalition
            .choice
            .picks
            .into_iter()
            .map(|pick| pick.action)
            .collect();
        for subset in 1..1_usize << picks.len() {
            let mut state = state.clone();
            let joined = picks
                .iter()
                .enumerate()
                .filter(|(bit, _)| subset & (1 << bit) != 0);
            joined.for_each(|(_, action)| state.apply(action.clone()));
            let ids: Vec<&str> = state.coalition.iter().map(|id| id.as_str()).collect();
            let house = shown::layout(&model, &state, "en").house;
            let said = house
                .and_then(|house| house.coalition)
                .expect("a coalition")
                .verdict;
            judged(
                case,
                sheet,
                &ids,
                majority,
                worlds.as_deref().unwrap_or_default(),
                &said,
            );
        }
    }
}

fn judged(
    case: &Case,
    sheet: Sheet<'_>,
    ids: &[&str],
    majority: &Value,
    worlds: &[World],
    said: &str,
) {
    let expected = match verdict(majority, sheet.sum(ids, "seats")) {
        Verdict::Reached => ", a majority",
        Verdict::Missed => ", not a majority",
        Verdict::Unclear => "can’t be said",
    };
    assert!(said.contains(expected), "{said} {majority}");
    for id in ids {
        assert!(
            sheet.is_counted(id, "seats"),
            "a part is added twice: {said}"
        );
    }
    let figure = said
        .rsplit_once(": ")
        .and_then(|(said, _)| said.split_once(": "))
        .map_or("", |(_, said)| said);
    let figure = figure.split(" of ").next().unwrap_or_default();
    if figure.chars().any(|c| c.is_ascii_digit()) {
        holds_all(case, sheet, (ids, "seats"), worlds, figure);
    }
}
