//! Checks on outcomes that exclude each other.

use crate::model::{OptionKind, Outcome, OutcomeKind, Results};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;

/// Checks every outcome, and each against those before it.
pub(super) fn check<D: Diagnostics>(
    results: &Results,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    for (place, outcome) in results.outcomes.iter().enumerate() {
        let path = path.index(place);
        outcome_of(results, outcome, &path)?;
        let before = results.outcomes.iter().take(place);
        if let Some(other) = before.rev().find(|other| contradict(outcome, other)) {
            let (one, other) = (other.kind.name(), outcome.kind.name());
            let said = message!("an earlier outcome says \"{one}\", this one \"{other}\"");
            if results
                .outcomes
                .iter()
                .any(|earlier| contradict(outcome, earlier) && earlier.source == outcome.source)
            {
                return Err(path.key("kind").error(said));
            }
            scope.warn(&path.key("kind"), said);
        }
    }
    Ok(())
}

fn outcome_of<D: Diagnostics>(
    results: &Results,
    outcome: &Outcome,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    let name = outcome.kind.name();
    match outcome.option {
        None if !outcome.kind.is_of_contest() => {
            return Err(path.error(message!(
                "the field \"option\" is missing: \"{name}\" is said of an option"
            )));
        }
        Some(_) if outcome.kind.is_of_contest() => {
            return Err(path.key("option").error(message!(
                "\"{name}\" is said of the question or the seat, not of an option (leave \"option\" out)"
            )));
        }
        _ => {}
    }
    match (outcome.kind, outcome.into) {
        (OutcomeKind::Merged, None) => {
            return Err(path.error("the field \"into\" is missing: the option that it merged into"));
        }
        (OutcomeKind::Merged, into) if into == outcome.option => {
            return Err(path.key("into").error("an option can't merge into itself"));
        }
        (OutcomeKind::Merged, _) | (_, None) => {}
        _ => return Err(path.key("into").error("only \"merged\" has \"into\"")),
    }
    let option = outcome
        .option
        .and_then(|option| results.options.get(option.0));
    if option.is_some_and(|option| option.kind == OptionKind::AgainstAll) && outcome.kind.is_won() {
        return Err(path.key("kind").error("\"against all\" can't be elected"));
    }
    Ok(())
}

/// Returns true if two valid outcomes cannot both be right.
fn contradict(one: &Outcome, other: &Outcome) -> bool {
    let hold = one.revoked.is_none() && other.revoked.is_none();
    let same_count = one.count == other.count;
    let kinds = [one.kind, other.kind];
    let verdicts = |kind: &OutcomeKind| {
        matches!(
            kind,
            OutcomeKind::Accepted | OutcomeKind::Rejected | OutcomeKind::Invalid
        )
    };
    let question = kinds.iter().all(verdicts) && one.kind != other.kind;
    let won = kinds.iter().any(|kind| kind.is_won());
    let lost = kinds.iter().any(|kind| {
        matches!(
            kind,
            OutcomeKind::Disqualified | OutcomeKind::VotesVoid | OutcomeKind::Eliminated
        )
    });
    hold && same_count && one.option == other.option && (question || (won && lost))
}
