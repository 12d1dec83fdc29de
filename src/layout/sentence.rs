//! The text alternative: the chart in one or two sentences, made from the data alone.

use super::order::{self, Ranked};
use super::results::{Plan, status_names};
use crate::model::Status;

/// How many options a sentence names before it is no sentence any more.
const MOST_NAMED: usize = 4;

/// Status, who is first where the figures decide it, and the figures of the first few.
pub(super) fn summary(plan: &Plan<'_>, ranked: &[Ranked<'_>]) -> Vec<String> {
    let locale = plan.writer.locale;
    let status = locale.word(status_names(plan.count.status).1);
    if plan.main.is_none() {
        return vec![
            locale.fill("summary.no-figures", &[("status", status)]),
            names(plan, ranked),
        ];
    }
    let (mut sentences, rest) = if plan.count.status == Status::Sitting {
        (Vec::new(), ranked)
    } else {
        first(plan, ranked, status)
    };
    let others = rest.iter().take(MOST_NAMED).filter_map(|option| {
        let name = plan.name(option.option).text;
        let figure = figure(plan, option)?;
        Some(locale.fill("summary.option", &[("name", &name), ("n", &figure)]))
    });
    sentences.extend(others);
    sentences
}

/// The sentence on who is first, and the options that it leaves to tell of.
fn first<'a, 'b>(
    plan: &Plan<'_>,
    ranked: &'a [Ranked<'b>],
    status: &str,
) -> (Vec<String>, &'a [Ranked<'b>]) {
    let locale = plan.writer.locale;
    let leader = ranked
        .split_first()
        .filter(|_| order::first_is_decided(ranked))
        .and_then(|(first, rest)| Some((first, rest, figure(plan, first)?)));
    let Some((first, rest, figure)) = leader else {
        return (vec![locale.fill("summary.undecided", &[("status", status)])], ranked);
    };
    let key = match plan.count.status {
        Status::Final | Status::Certified | Status::Corrected | Status::Annulled => "summary.most",
        _ => "summary.leads",
    };
    let name = plan.name(first.option).text;
    let sentence = locale.fill(key, &[("status", status), ("name", &name), ("n", &figure)]);
    (vec![sentence], rest)
}

/// The main figure of an option in words, every claim of it.
fn figure(plan: &Plan<'_>, option: &Ranked<'_>) -> Option<String> {
    let main = plan.main?;
    let result = plan.result(option.place)?;
    let quantity = main.of(&result.figures)?;
    let claims: Vec<String> = quantity
        .claims()
        .map(|claim| plan.figure(main, &claim.amount, result.each))
        .collect();
    Some(claims.join(" / "))
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
