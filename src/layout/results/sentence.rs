//! The text alternative: the chart in one or two sentences, made from the data alone.

use super::order::{self, Ranked};
use super::plan::Plan;
use super::status::status_names;
use crate::model::{OptionRef, Status, Unit};

/// How many options a sentence names before it is no sentence any more.
const MOST_NAMED: usize = 4;

/// Who is first where the figures decide it, and the figures of the first few; of several counts
/// each says so for itself.
pub(super) fn summary(plans: &[Plan<'_>], ranked: &[Ranked<'_>]) -> String {
    let [plan] = plans else {
        let sentences = plans.iter().map(|plan| {
            let sentence = of_count(plan, &plan.ranked(), 1);
            let status = plan.writer.locale.word(status_names(plan.count.status).1);
            format!("{status}: {sentence}")
        });
        return sentences.collect::<Vec<_>>().join(" ");
    };
    of_count(plan, ranked, MOST_NAMED)
}

fn of_count(plan: &Plan<'_>, ranked: &[Ranked<'_>], most: usize) -> String {
    let locale = plan.writer.locale;
    if plan.main.is_none() {
        return format!(
            "{} {}",
            locale.word("summary.no-figures"),
            names(plan, ranked)
        );
    }
    let (first, rest) = if plan.count.status == Status::Sitting {
        (None, ranked)
    } else {
        first(plan, ranked)
    };
    let others = rest.iter().take(most).filter_map(|option| {
        let name = plan.name(option.option).text;
        let figure = figure(plan, option)?;
        Some(locale.fill("summary.option", &[("name", &name), ("n", &figure)]))
    });
    first
        .into_iter()
        .chain(others)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The sentence on who is first, and the options that it leaves to tell of.
fn first<'a, 'b>(plan: &Plan<'_>, ranked: &'a [Ranked<'b>]) -> (Option<String>, &'a [Ranked<'b>]) {
    let locale = plan.writer.locale;
    let leader = ranked
        .split_first()
        .filter(|_| order::first_is_decided(ranked))
        .and_then(|(first, rest)| Some((first, rest, figure(plan, first)?)));
    let Some((first, rest, figure)) = leader else {
        return (Some(locale.word("summary.undecided").to_owned()), ranked);
    };
    let key = match plan.count.status {
        Status::Final | Status::Certified | Status::Corrected | Status::Annulled => "summary.most",
        _ => "summary.leads",
    };
    let name = plan.name(first.option).text;
    (
        Some(locale.fill(key, &[("name", &name), ("n", &figure)])),
        rest,
    )
}

/// The main figure of an option in words, every claim of it.
fn figure(plan: &Plan<'_>, option: &Ranked<'_>) -> Option<String> {
    let main = plan.main?;
    let result = plan.count.results.get(OptionRef(option.place))?;
    let quantity = result.figures.get(main)?;
    let claims: Vec<String> = quantity
        .claims()
        .map(|claim| plan.figure(main, &claim.amount, result.each))
        .collect();
    let figure = claims.join(" / ");
    match (main, plan.results.seats) {
        (Unit::Seats, Some(house)) => {
            let locale = plan.writer.locale;
            let total = locale.whole(house.total.0);
            Some(locale.fill("summary.seats", &[("n", &figure), ("total", &total)]))
        }
        _ => Some(figure),
    }
}

fn names(plan: &Plan<'_>, ranked: &[Ranked<'_>]) -> String {
    let mut names: Vec<String> = ranked
        .iter()
        .take(MOST_NAMED)
        .map(|option| plan.name(option.option).text)
        .collect();
    if ranked.len() > MOST_NAMED {
        names.push("…".to_owned());
    }
    let locale = plan.writer.locale;
    locale.fill("summary.options", &[("names", &locale.list(&names))])
}
