//! The text alternative: the chart in one or two sentences, made only from the data.

use super::context::{self, CountContext};
use super::lead::Lead;
use super::order::Ranked;
use super::outcomes::Validity;
use super::unit::each_claim;
use crate::layout::collect_compact::{CollectCompact as _, joined};
use crate::model::{Margin, OptionRef, Outcome, OutcomeKind, Status, Unit};

/// How many options a sentence names before it is no sentence any more.
const MOST_NAMED: usize = 4;

/// Returns the summary: outcomes, who is first if the figures decide it, and the figures of the first few. Each of
/// several counts has its own sentences.
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
                let name = context.count_name();
                [&name, ": ", &of_count(context, &context.ranked(), 1)].concat()
            })
            .collect_compact(),
    };
    [decided, counts].concat().join(" ")
}

/// The sentences that say what was decided, and the outcomes that each is made from.
type Decided = (&'static str, fn(OutcomeKind, Validity) -> bool);

const DECIDED: [Decided; 3] = [
    ("summary.elected", |kind, validity| {
        kind.is_won() && kind != OutcomeKind::Unopposed && validity == Validity::Holds
    }),
    ("summary.unopposed", |kind, validity| {
        kind == OutcomeKind::Unopposed && validity == Validity::Holds
    }),
    ("summary.projected", |kind, validity| {
        kind.is_won() && validity == Validity::Projected
    }),
];

/// Returns who is elected according to sources, and the result of the question. Projected winners are kept apart.
fn decided(context: &CountContext<'_>) -> Vec<String> {
    let locale = context.writer.locale;
    let outcomes: Vec<(&Outcome, Validity)> = context.outcomes().collect_compact();
    let of_contest = outcomes
        .iter()
        .filter(|(_, validity)| *validity == Validity::Holds)
        .filter_map(|(outcome, _)| contest_key(outcome))
        .map(|key| locale.word(key).to_owned());
    let of_options = DECIDED.into_iter().filter_map(|(key, fits)| {
        let names: Vec<String> = outcomes
            .iter()
            .filter(|(outcome, validity)| fits(outcome.kind, *validity))
            .filter_map(|(outcome, _)| context.results.options.get(outcome.option?.0))
            .map(|option| context.told_name(option))
            .collect_compact();
        let many = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let some = locale.list_some(&names, MOST_NAMED);
        (many > 0).then(|| locale.plural(key, many, &[("names", &some)]))
    });
    of_contest.chain(of_options).collect_compact()
}

fn contest_key(outcome: &Outcome) -> Option<&'static str> {
    match outcome.kind {
        OutcomeKind::Accepted => Some("summary.accepted"),
        OutcomeKind::Rejected => Some("summary.rejected"),
        OutcomeKind::Invalid => Some("summary.invalid"),
        OutcomeKind::Vacant => Some("summary.vacant"),
        _ => None,
    }
}

fn of_count(context: &CountContext<'_>, ranked: &[Ranked<'_>], most: usize) -> String {
    let margin = context.count.margin.as_ref();
    let margin = margin.and_then(|margin| context.margin(margin));
    if context.main.is_none() {
        let none = margin.unwrap_or_else(|| {
            let key = no_figures_key(context.count.status);
            context.writer.locale.word(key).to_owned()
        });
        return [&none, " ", &names(context, ranked)].concat();
    }
    let (first, told) = match context.count.status {
        Status::Sitting => (None, false),
        _ => first(context, ranked, most == 1),
    };
    // The summary names only the first option; the table lists the others.
    let rest = if told { 0 } else { most };
    let others = ranked.iter().take(rest).filter_map(|option| {
        let locale = context.writer.locale;
        let name = context.told_name(option.option);
        let figure = figure(context, option)?;
        Some(locale.fill("summary.option", &[("name", &name), ("n", &figure)]))
    });
    let others = others.collect_compact().join(" ");
    let others = (!others.is_empty()).then_some(others);
    joined(&[margin, first, others], " ")
}

/// "Yet" only where figures may still come.
fn no_figures_key(status: Status) -> &'static str {
    match status {
        Status::NoPoll => "summary.no-poll",
        Status::Postponed => "summary.postponed",
        Status::Cancelled => "summary.cancelled",
        Status::Final
        | Status::Certified
        | Status::Corrected
        | Status::Annulled
        | Status::Disputed
        | Status::Sitting => "summary.none",
        Status::Scheduled
        | Status::Voting
        | Status::ExitPoll
        | Status::Projection
        | Status::Partial
        | Status::Preliminary
        | Status::Recount => "summary.no-figures",
    }
}

/// The sentence on who is first, and whether it says who that is.
fn first(
    context: &CountContext<'_>,
    ranked: &[Ranked<'_>],
    is_named: bool,
) -> (Option<String>, bool) {
    let locale = context.writer.locale;
    let at = |place: usize| ranked.iter().find(|option| option.place == place);
    let undecided = || {
        // The sentence says that the count is void even if nobody is first.
        let key = match context.count.status {
            Status::Annulled => "summary.annulled-undecided",
            _ => "summary.undecided",
        };
        (Some(locale.word(key).to_owned()), false)
    };
    match context.lead(ranked) {
        Lead::Undecided => undecided(),
        Lead::Level(places) => {
            let level: Vec<&Ranked<'_>> = places
                .iter()
                .filter_map(|place| at(*place))
                .collect_compact();
            let names: Vec<String> = level
                .iter()
                .map(|option| context.told_name(option.option))
                .collect_compact();
            let Some(figure) = level
                .first()
                .and_then(|option| level_figure(context, option))
            else {
                return undecided();
            };
            let names = locale.list_some(&names, MOST_NAMED);
            let text = locale.fill("summary.level", &[("names", &names), ("n", &figure)]);
            (Some(text), true)
        }
        Lead::First(place) => {
            let told = at(place).and_then(|first| {
                let name = context.told_name(first.option);
                Some([name, context.with_majority(place, figure(context, first)?)])
            });
            let Some([name, figure]) = told else {
                return undecided();
            };
            let date = locale.date(context.count.as_of);
            let key = first_key(context, place, is_named);
            let values = [("name", &*name), ("n", &*figure), ("date", &*date)];
            (Some(locale.fill(key, &values)), true)
        }
    }
}

/// How it is said who is first: nobody leads once all is counted, when nobody counted at all, or
/// when another has been elected since.
fn first_key(context: &CountContext<'_>, place: usize, is_named: bool) -> &'static str {
    let won = |(outcome, validity): &(&Outcome, Validity)| {
        outcome.kind.is_won() && *validity == Validity::Holds
    };
    let status = context.count.status;
    let is_past = context.outcomes().any(|one| won(&one)) && !context.has_won(OptionRef(place));
    match status {
        // Where the poll is named by its status, the sentence need not say so again.
        Status::ExitPoll if is_named && context.count.label.is_none() => "summary.leads",
        Status::ExitPoll => "summary.poll",
        Status::Projection => "summary.projection",
        Status::Annulled => "summary.annulled",
        _ if is_past => "summary.had",
        Status::Final | Status::Certified | Status::Corrected => "summary.most",
        Status::Scheduled
        | Status::Voting
        | Status::Partial
        | Status::Preliminary
        | Status::Recount
        | Status::Disputed
        | Status::Sitting
        | Status::NoPoll
        | Status::Postponed
        | Status::Cancelled => "summary.leads",
    }
}

impl CountContext<'_> {
    /// The lead of one option, in words.
    fn margin(&self, margin: &Margin) -> Option<String> {
        let locale = self.writer.locale;
        let option = self.results.options.get(margin.option.0)?;
        let unit = super::unit::ALL
            .into_iter()
            .find(|unit| margin.by.get(*unit).is_some())?;
        let by = each_claim(margin.by.get(unit)?, &|amount| {
            self.margin_amount(unit, amount)
        });
        let over = margin
            .over
            .and_then(|over| self.results.options.get(over.0));
        let other = over.map(|over| self.told_name(over)).unwrap_or_default();
        let key = match over {
            Some(_) => "summary.margin-over",
            None => "summary.margin",
        };
        let name = self.told_name(option);
        let values = [("name", &*name), ("other", &*other), ("n", &*by)];
        Some(locale.fill(key, &values))
    }

    fn margin_amount(&self, unit: Unit, amount: &crate::model::Amount) -> String {
        let text = self.figure(unit, amount, false);
        match unit {
            Unit::Percent => self.points(amount),
            _ => self.counted(unit, amount, &text),
        }
    }
}

/// The main figure of an option in words, every claim of it.
fn figure(context: &CountContext<'_>, option: &Ranked<'_>) -> Option<String> {
    figure_in(context, option, context.main?)
}

/// The figure that options are level by: of shares the votes.
fn level_figure(context: &CountContext<'_>, option: &Ranked<'_>) -> Option<String> {
    let unit = match option.votes {
        Some(_) => Unit::Votes,
        None => context.main?,
    };
    figure_in(context, option, unit)
}

fn figure_in(context: &CountContext<'_>, option: &Ranked<'_>, unit: Unit) -> Option<String> {
    let result = context.count.results.get(OptionRef(option.place))?;
    let quantity = result.figures.get(unit)?;
    let last = quantity.claims().last()?;
    let figure = each_claim(quantity, &|amount| {
        context.figure(unit, amount, result.each)
    });
    Some(match (unit, context.results.seats) {
        (Unit::Seats, Some(house)) => {
            let locale = context.writer.locale;
            let total = locale.whole(house.total.0);
            let values = [("n", &*figure), ("total", &*total)];
            locale.plural("summary.seats", house.total.0, &values)
        }
        _ => context.counted(unit, &last.amount, &figure),
    })
}

/// Returns who is on the ballot, with "among" if the document does not say that these are all.
fn names(context: &CountContext<'_>, ranked: &[Ranked<'_>]) -> String {
    let names: Vec<String> = ranked
        .iter()
        .map(|option| context.told_name(option.option))
        .collect_compact();
    let locale = context.writer.locale;
    let key = if context.results.options_complete == Some(true) {
        "summary.options"
    } else {
        "summary.options.some"
    };
    locale.fill(key, &[("names", &locale.list_some(&names, MOST_NAMED))])
}
