//! The text alternative: the chart in one or two sentences, made from the data alone.

use super::context::{self, CountContext};
use super::order::{self, Ranked};
use super::status::status_key;
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{OptionRef, Outcome, OutcomeKind, Status, Unit};

/// How many options a sentence names before it is no sentence any more.
const MOST_NAMED: usize = 4;

/// What was decided, who is first where the figures decide it, and the figures of the first few; of
/// several counts each says so for itself.
pub(super) fn summary(plans: &[CountContext<'_>], ranked: &[Ranked<'_>]) -> String {
    let decided = plans.last().map(decided).unwrap_or_default();
    let counts = match plans {
        [context] => vec![of_count(context, ranked, MOST_NAMED)],
        _ => plans
            .iter()
            .filter(|context| {
                context
                    .main
                    .is_none_or(|main| context::is_given(context.count, main))
            })
            .map(|context| {
                let status = context.writer.locale.word(status_key(context.count.status));
                [status, ": ", &of_count(context, &context.ranked(), 1)].concat()
            })
            .collect_compact(),
    };
    decided
        .into_iter()
        .chain(counts)
        .collect_compact()
        .join(" ")
}

/// Who is elected, as the sources of outcomes say; who is projected to be stands apart.
fn decided(context: &CountContext<'_>) -> Vec<String> {
    let locale = context.writer.locale;
    [("summary.elected", false), ("summary.projected", true)]
        .into_iter()
        .filter_map(|(key, projected)| {
            let won = |outcome: &&Outcome| {
                matches!(outcome.kind, OutcomeKind::Elected | OutcomeKind::Unopposed)
                    && context.is_projected(outcome) == projected
            };
            let names: Vec<String> = context
                .results
                .outcomes
                .iter()
                .filter(won)
                .filter_map(|outcome| context.results.options.get(outcome.option.0))
                .map(|option| context.name(option).text)
                .collect_compact();
            let many = u32::try_from(names.len()).unwrap_or(u32::MAX);
            let some = locale.list_some(&names, MOST_NAMED);
            (many > 0).then(|| locale.plural(key, many, &[("names", &some)]))
        })
        .collect_compact()
}

fn of_count(context: &CountContext<'_>, ranked: &[Ranked<'_>], most: usize) -> String {
    let locale = context.writer.locale;
    if context.main.is_none() {
        let none = locale.word("summary.no-figures");
        return [none, " ", &names(context, ranked)].concat();
    }
    let (first, rest) = if context.count.status == Status::Sitting {
        (None, ranked)
    } else {
        first(context, ranked)
    };
    let others = rest.iter().take(most).filter_map(|option| {
        let name = context.name(option.option).text;
        let figure = figure(context, option)?;
        Some(locale.fill("summary.option", &[("name", &name), ("n", &figure)]))
    });
    first.into_iter().chain(others).collect_compact().join(" ")
}

/// The sentence on who is first, and the options that it leaves to tell of.
fn first<'a, 'b>(
    context: &CountContext<'_>,
    ranked: &'a [Ranked<'b>],
) -> (Option<String>, &'a [Ranked<'b>]) {
    let locale = context.writer.locale;
    let leader = ranked
        .split_first()
        .filter(|_| order::first_is_decided(ranked))
        .and_then(|(first, rest)| Some((first, rest, figure(context, first)?)));
    let Some((first, rest, figure)) = leader else {
        return (Some(locale.word("summary.undecided").to_owned()), ranked);
    };
    let name = context.name(first.option).text;
    let key = first_key(context.count.status);
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
fn figure(context: &CountContext<'_>, option: &Ranked<'_>) -> Option<String> {
    let main = context.main?;
    let result = context.count.results.get(OptionRef(option.place))?;
    let quantity = result.figures.get(main)?;
    let claims: Vec<String> = quantity
        .claims()
        .map(|claim| context.figure(main, &claim.amount, result.each))
        .collect_compact();
    let figure = claims.join(" / ");
    match (main, context.results.seats) {
        (Unit::Seats, Some(house)) => {
            let locale = context.writer.locale;
            let total = locale.whole(house.total.0);
            Some(locale.fill("summary.seats", &[("n", &figure), ("total", &total)]))
        }
        (Unit::Votes, _) => Some(
            context
                .writer
                .locale
                .fill("summary.votes", &[("n", &figure)]),
        ),
        _ => Some(figure),
    }
}

/// Who is on the ballot; "among" where the document does not say that these are all.
fn names(context: &CountContext<'_>, ranked: &[Ranked<'_>]) -> String {
    let names: Vec<String> = ranked
        .iter()
        .map(|option| context.name(option.option).text)
        .collect_compact();
    let locale = context.writer.locale;
    let key = if context.results.options_complete == Some(true) {
        "summary.options"
    } else {
        "summary.options.some"
    };
    locale.fill(key, &[("names", &locale.list_some(&names, MOST_NAMED))])
}
