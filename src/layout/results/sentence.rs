//! The text alternative: the chart in one or two sentences, made from the data alone.

use super::order::{self, Ranked};
use super::plan::{self, Plan};
use super::status::status_key;
use crate::layout::listed::Listed as _;
use crate::model::{OptionRef, Outcome, OutcomeKind, Status, Unit};

/// How many options a sentence names before it is no sentence any more.
const MOST_NAMED: usize = 4;

/// What was decided, who is first where the figures decide it, and the figures of the first few; of
/// several counts each says so for itself.
pub(super) fn summary(plans: &[Plan<'_>], ranked: &[Ranked<'_>]) -> String {
    let decided = plans.last().map(decided).unwrap_or_default();
    let counts = match plans {
        [plan] => vec![of_count(plan, ranked, MOST_NAMED)],
        _ => plans
            .iter()
            .filter(|plan| {
                plan.main
                    .is_none_or(|main| plan::is_given(plan.count, main))
            })
            .map(|plan| {
                let status = plan.writer.locale.word(status_key(plan.count.status));
                [status, ": ", &of_count(plan, &plan.ranked(), 1)].concat()
            })
            .listed(),
    };
    decided.into_iter().chain(counts).listed().join(" ")
}

/// Who is elected, as the sources of outcomes say; who is projected to be stands apart.
fn decided(plan: &Plan<'_>) -> Vec<String> {
    let locale = plan.writer.locale;
    [("summary.elected", false), ("summary.projected", true)]
        .into_iter()
        .filter_map(|(key, projected)| {
            let won = |outcome: &&Outcome| {
                matches!(outcome.kind, OutcomeKind::Elected | OutcomeKind::Unopposed)
                    && plan.is_projected(outcome) == projected
            };
            let names: Vec<String> = plan
                .results
                .outcomes
                .iter()
                .filter(won)
                .filter_map(|outcome| plan.results.options.get(outcome.option.0))
                .map(|option| plan.name(option).text)
                .listed();
            let many = u32::try_from(names.len()).unwrap_or(u32::MAX);
            let some = locale.list_some(&names, MOST_NAMED);
            (many > 0).then(|| locale.plural(key, many, &[("names", &some)]))
        })
        .listed()
}

fn of_count(plan: &Plan<'_>, ranked: &[Ranked<'_>], most: usize) -> String {
    let locale = plan.writer.locale;
    if plan.main.is_none() {
        let none = locale.word("summary.no-figures");
        return [none, " ", &names(plan, ranked)].concat();
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
    first.into_iter().chain(others).listed().join(" ")
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
    let name = plan.name(first.option).text;
    let key = first_key(plan.count.status);
    (
        Some(locale.fill(key, &[("name", &name), ("n", &figure)])),
        rest,
    )
}

/// How it is said who is first: nobody leads once all is counted, or when nobody counted at all.
fn first_key(status: Status) -> &'static str {
    match status {
        Status::ExitPoll => "summary.poll",
        Status::Projection => "summary.projection",
        Status::Final | Status::Certified | Status::Corrected => "summary.most",
        Status::Annulled => "summary.annulled",
        Status::Scheduled
        | Status::Voting
        | Status::Partial
        | Status::Preliminary
        | Status::Recount
        | Status::Disputed
        | Status::Sitting => "summary.leads",
    }
}

/// The main figure of an option in words, every claim of it.
fn figure(plan: &Plan<'_>, option: &Ranked<'_>) -> Option<String> {
    let main = plan.main?;
    let result = plan.count.results.get(OptionRef(option.place))?;
    let quantity = result.figures.get(main)?;
    let claims: Vec<String> = quantity
        .claims()
        .map(|claim| plan.figure(main, &claim.amount, result.each))
        .listed();
    let figure = claims.join(" / ");
    match (main, plan.results.seats) {
        (Unit::Seats, Some(house)) => {
            let locale = plan.writer.locale;
            let total = locale.whole(house.total.0);
            Some(locale.fill("summary.seats", &[("n", &figure), ("total", &total)]))
        }
        (Unit::Votes, _) => Some(plan.writer.locale.fill("summary.votes", &[("n", &figure)])),
        _ => Some(figure),
    }
}

/// Who is on the ballot; "among" where the document does not say that these are all.
fn names(plan: &Plan<'_>, ranked: &[Ranked<'_>]) -> String {
    let names: Vec<String> = ranked
        .iter()
        .map(|option| plan.name(option.option).text)
        .listed();
    let locale = plan.writer.locale;
    let key = if plan.results.options_complete == Some(true) {
        "summary.options"
    } else {
        "summary.options.some"
    };
    locale.fill(key, &[("names", &locale.list_some(&names, MOST_NAMED))])
}
