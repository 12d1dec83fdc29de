//! What must hold between the parts of a document, once each of them is read.
//!
//! What contradicts itself but can be shown is shown as it stands, with a warning: nothing is
//! repaired.

use crate::model::{
    ContradictionKind, Count, Decimal, Figures, OptionKind, OutcomeKind, Quantity, Results,
};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;

/// Checks a results document as a whole.
pub(in crate::wire) fn check<D: Diagnostics>(
    results: &Results,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let root = Path::<D>::ROOT;
    let options = root.key("options");
    for (place, option) in results.options.iter().enumerate() {
        let needs_name = matches!(
            option.kind,
            OptionKind::Candidate | OptionKind::Party | OptionKind::Bloc
        );
        if needs_name && option.name.is_none() {
            return Err(options.index(place).error(
                "the field \"name\" is missing (only against-all, other and unnamed go without)",
            ));
        }
    }
    let counts = root.key("counts");
    for (place, count) in results.counts.iter().enumerate() {
        let path = counts.index(place);
        figures_of(count, results, &path, scope)?;
        contradictions_of(count, results, &path, scope);
    }
    let outcomes = root.key("outcomes");
    for (place, outcome) in results.outcomes.iter().enumerate() {
        let kind = results
            .options
            .get(outcome.option.0)
            .map(|option| option.kind);
        if kind == Some(OptionKind::AgainstAll) && outcome.kind == OutcomeKind::Elected {
            return Err(outcomes
                .index(place)
                .key("kind")
                .error("\"against all\" can't be elected"));
        }
    }
    Ok(())
}

/// What the numbers of a quantity may be.
#[derive(Clone, Copy)]
enum Range {
    /// Whole and not below nought: votes, seats, ballot papers.
    Whole,
    /// From 0 to 100, though more is only warned of: a source may say so.
    Percent,
}

fn quantity<D: Diagnostics>(
    quantity: Option<&Quantity>,
    range: Range,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let numbers = quantity
        .into_iter()
        .flat_map(Quantity::claims)
        .flat_map(|claim| claim.amount.numbers());
    for number in numbers {
        match range {
            _ if number.is_negative() => {
                return Err(path.error(message!("expected nought or more, found {number}")));
            }
            Range::Whole if !number.is_whole() => {
                return Err(path.error(message!("expected a whole number, found {number}")));
            }
            Range::Percent if number > Decimal::HUNDRED => {
                scope.warn(path, message!("{number} percent is more than all there is"));
            }
            Range::Whole | Range::Percent => {}
        }
    }
    Ok(())
}

fn figures<D: Diagnostics>(
    figures: &Figures,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    quantity(
        figures.votes.as_ref(),
        Range::Whole,
        &path.key("votes"),
        scope,
    )?;
    quantity(
        figures.percent.as_ref(),
        Range::Percent,
        &path.key("percent"),
        scope,
    )?;
    quantity(
        figures.seats.as_ref(),
        Range::Whole,
        &path.key("seats"),
        scope,
    )
}

fn figures_of<D: Diagnostics>(
    count: &Count,
    results: &Results,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let by_option = path.key("results");
    for (option, result) in count.results.iter() {
        let id = results
            .options
            .get(option.0)
            .map_or("", |option| option.id.as_str());
        figures(&result.figures, &by_option.key(id), scope)?;
    }
    if let Some(reported) = &count.reported {
        let path = path.key("reported");
        quantity(
            reported.percent.as_ref(),
            Range::Percent,
            &path.key("percent"),
            scope,
        )?;
        quantity(
            reported.done.as_ref(),
            Range::Whole,
            &path.key("done"),
            scope,
        )?;
        quantity(
            reported.total.as_ref(),
            Range::Whole,
            &path.key("total"),
            scope,
        )?;
    }
    if let Some(ballots) = &count.ballots {
        let path = path.key("ballots");
        for (name, papers) in [
            ("eligible", &ballots.eligible),
            ("cast", &ballots.cast),
            ("valid", &ballots.valid),
            ("blank", &ballots.blank),
            ("invalid", &ballots.invalid),
        ] {
            quantity(papers.as_ref(), Range::Whole, &path.key(name), scope)?;
        }
        quantity(
            ballots.turnout.as_ref(),
            Range::Percent,
            &path.key("turnout"),
            scope,
        )?;
    }
    Ok(())
}

/// Warns of figures that can't all be right.
fn contradictions_of<D: Diagnostics>(
    count: &Count,
    results: &Results,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) {
    for found in results.contradictions(count) {
        let (field, what, most) = match found.kind {
            ContradictionKind::Percent => ("results", "the percentages come", "more than"),
            ContradictionKind::Seats => ("results", "the seats come", "more than the house of"),
            ContradictionKind::Votes => ("results", "the votes come", "more than the valid ones,"),
            ContradictionKind::Papers => (
                "ballots",
                "valid and invalid papers come",
                "more than were cast,",
            ),
            ContradictionKind::Cast => (
                "ballots",
                "the votes cast come",
                "more than there are eligible voters,",
            ),
            ContradictionKind::Reported => ("reported", "\"done\" comes", "more than \"total\","),
        };
        scope.warn(
            &path.key(field),
            message!("{what} to {}, {most} {}", found.said, found.there_is),
        );
    }
}
