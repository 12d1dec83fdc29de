//! What must hold between the spells of a state in an alliance.

use crate::model::{Alliances, Amount, DateRange, Day, SourceRef, Spell};
use crate::wire::error::{Diagnostics, Message, ReadError, message};
use crate::wire::reader::ReadContext;

/// A spell as it may overlap with another: the times that it surely spans.
struct Span<'a> {
    spell: &'a Spell,
    place: &'a str,
    begun_by: Day,
    ends_from: Day,
    source: Option<SourceRef>,
}

/// Checks an alliances document as a whole; `places` is where each spell stands, by its state.
pub(in crate::wire) fn check<D: Diagnostics>(
    alliances: &Alliances,
    places: &[Vec<String>],
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    for (spells, places) in alliances.spells.iter().zip(places) {
        let mut spans: Vec<Span<'_>> = Vec::with_capacity(spells.len());
        for (spell, place) in spells.iter().zip(places) {
            let span = span::<D>(alliances, spell, place, scope)?;
            if let Some(other) = spans.iter().find(|other| overlaps(other, &span)) {
                return Err(error::<D>(
                    place,
                    message!(
                        "the same source says of the same time that this state is {} ({})",
                        other.spell.kind.name(),
                        other.place
                    ),
                ));
            }
            spans.push(span);
        }
    }
    participation::<D>(alliances, scope);
    Ok(())
}

fn error<D: Diagnostics>(place: &str, message: impl Message) -> ReadError<D> {
    D::error(|| place.to_owned(), message)
}

fn span<'a, D: Diagnostics>(
    alliances: &Alliances,
    spell: &'a Spell,
    place: &'a str,
    scope: &mut ReadContext,
) -> Result<Span<'a>, ReadError<D>> {
    let day = alliances.day_of(spell);
    let at = |day| DateRange {
        earliest: day,
        latest: day,
    };
    let (from, to) = alliances.ends_of(spell);
    let from = from.unwrap_or(at(Day::first_of(day)));
    let to = to.unwrap_or(at(Day::last_of(day)));
    if from.earliest > to.latest && spell.to.is_some() {
        return Err(error::<D>(place, "\"from\" is after \"to\""));
    }
    if from.earliest > Day::last_of(day) {
        scope.warnings.push(D::warning(
            || place.to_owned(),
            message!("begins after {day}, the day that its source speaks of"),
        ));
    }
    let alliance = alliances.alliances.get(spell.alliance.0);
    Ok(Span {
        spell,
        place,
        begun_by: from.latest,
        ends_from: to.earliest,
        source: spell
            .source
            .or_else(|| alliance.and_then(|alliance| alliance.source)),
    })
}

/// Whether both surely hold at one time and one source says both.
fn overlaps(one: &Span<'_>, other: &Span<'_>) -> bool {
    one.spell.alliance == other.spell.alliance
        && one.source == other.source
        && other.begun_by <= one.ends_from
        && one.begun_by <= other.ends_from
}

/// Warns where more took part than there are.
fn participation<D: Diagnostics>(alliances: &Alliances, scope: &mut ReadContext) {
    for (place, part) in alliances.participation.iter().enumerate() {
        let exact = |amount: &Amount| match amount {
            Amount::Exact(number) => Some(*number),
            _ => None,
        };
        let count = exact(&part.count.first().amount);
        let of = part.of.as_ref().and_then(|of| exact(&of.first().amount));
        if let (Some(count), Some(of)) = (count, of)
            && count > of
        {
            scope.warnings.push(D::warning(
                || format!("participation[{place}].count"),
                message!("{count} is more than the {of} there are"),
            ));
        }
    }
}
