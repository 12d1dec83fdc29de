//! Checks on the numbers of one count.

use crate::model::{Amount, Count, Decimal, Figures, OptionResult, Quantity, Results};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;

/// The error of a figure whose unit the document does not name.
pub(super) const NO_OWN_UNIT: &str = "the unit \"own\" needs the document's field \"ownUnit\" (write {\"name\": \"Electoral votes\"})";

/// The range that the numbers of a quantity may have.
#[derive(Clone, Copy)]
enum Range {
    /// Whole numbers of zero or more: votes, seats, ballot papers.
    Whole,
    /// From 0 to 100, though more is only warned of: a source may say so.
    Percent,
    /// Numbers of zero or more, with decimals: the document's own unit.
    Any,
}

/// Checks every figure of a count.
pub(super) fn check<D: Diagnostics>(
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
        let path = by_option.key(id);
        if result.figures.own.is_some() && results.own_unit.is_none() {
            return Err(path.key("own").error(NO_OWN_UNIT));
        }
        result_of(result, &path, scope)?;
    }
    if let Some(margin) = &count.margin {
        let path = path.key("margin");
        figures(&margin.by, &path, scope)?;
        let by = &margin.by;
        if [&by.votes, &by.percent, &by.seats, &by.own]
            .into_iter()
            .flatten()
            .count()
            != 1
        {
            return Err(path.error("expected exactly one of votes, percent, seats, own"));
        }
        if margin.over == Some(margin.option) {
            return Err(path.key("over").error("an option can't be ahead of itself"));
        }
    }
    reported_of(count, path, scope)?;
    ballots_of(count, path, scope)
}

fn result_of<D: Diagnostics>(
    result: &OptionResult,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    figures(&result.figures, path, scope)?;
    let parts = path.key("parts");
    for (place, part) in result.parts.iter().enumerate() {
        figures(&part.figures, &parts.index(place), scope)?;
    }
    Ok(())
}

fn figures<D: Diagnostics>(
    figures: &Figures,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    for (name, figure, range) in [
        ("votes", &figures.votes, Range::Whole),
        ("percent", &figures.percent, Range::Percent),
        ("seats", &figures.seats, Range::Whole),
        ("own", &figures.own, Range::Any),
    ] {
        quantity(figure.as_ref(), range, &path.key(name), scope)?;
    }
    Ok(())
}

fn reported_of<D: Diagnostics>(
    count: &Count,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let Some(reported) = &count.reported else {
        return Ok(());
    };
    let path = path.key("reported");
    for (name, figure, range) in [
        ("percent", &reported.percent, Range::Percent),
        ("done", &reported.done, Range::Whole),
        ("total", &reported.total, Range::Whole),
        ("outstanding", &reported.outstanding, Range::Whole),
    ] {
        quantity(figure.as_ref(), range, &path.key(name), scope)?;
    }
    Ok(())
}

fn ballots_of<D: Diagnostics>(
    count: &Count,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let Some(ballots) = &count.ballots else {
        return Ok(());
    };
    let path = path.key("ballots");
    for (name, papers, range) in [
        ("eligible", &ballots.eligible, Range::Whole),
        ("cast", &ballots.cast, Range::Whole),
        ("valid", &ballots.valid, Range::Whole),
        ("blank", &ballots.blank, Range::Whole),
        ("invalid", &ballots.invalid, Range::Whole),
        ("continuing", &ballots.continuing, Range::Whole),
        ("exhausted", &ballots.exhausted, Range::Whole),
        ("turnout", &ballots.turnout, Range::Percent),
    ] {
        quantity(papers.as_ref(), range, &path.key(name), scope)?;
    }
    Ok(())
}

fn quantity<D: Diagnostics>(
    quantity: Option<&Quantity>,
    range: Range,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    for claim in quantity.into_iter().flat_map(Quantity::claims) {
        for number in claim.amount.numbers() {
            number_of(number, range, path, scope)?;
        }
        match &claim.amount {
            Amount::Under(bound) if bound.high() == Decimal::ZERO => {
                return Err(path.error(
                    "nothing is under 0 (write 0, or {\"missing\": \"why\"} if the figure is not known)",
                ));
            }
            _ => {}
        }
    }
    Ok(())
}

fn number_of<D: Diagnostics>(
    number: Decimal,
    range: Range,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    match range {
        _ if number.is_negative() => {
            return Err(path.error(message!("expected zero or more, found {number}")));
        }
        Range::Whole if !number.is_whole() => {
            return Err(path.error(message!("expected a whole number, found {number}")));
        }
        Range::Percent if number > Decimal::HUNDRED => {
            scope.warn(path, message!("{number} percent is more than all there is"));
        }
        Range::Whole | Range::Percent | Range::Any => {}
    }
    Ok(())
}
