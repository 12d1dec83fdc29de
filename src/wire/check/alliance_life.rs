//! Checks between an alliance's life, the times over which its list is complete, and its spells.

use super::alliances::error;
use crate::model::{Alliance, Alliances, Complete, DateRange, Day, Spell};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;

/// Checks each alliance's own dates.
pub(super) fn check<D: Diagnostics>(alliances: &Alliances) -> Result<(), ReadError<D>> {
    let root = Path::<D>::ROOT;
    let list = root.key("alliances");
    for (place, alliance) in alliances.alliances.iter().enumerate() {
        let path = list.index(place);
        let founded = alliances.founding(alliance);
        let ended = alliances.last_day(alliance);
        if let (Some(founded), Some(ended)) = (founded, ended)
            && ended.latest < founded.earliest
        {
            return Err(path
                .key("dissolved")
                .error("\"dissolved\" is before \"founded\""));
        }
        let complete = path.key("complete");
        for (place, period) in alliance.complete.iter().enumerate() {
            check_period(alliances, alliance, period, &complete.index(place))?;
        }
    }
    Ok(())
}

/// Refuses a time that runs backwards, and one beyond the day that the list speaks of.
fn check_period<D: Diagnostics>(
    alliances: &Alliances,
    alliance: &Alliance,
    period: &Complete,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    let Some(from) = period.from else {
        return Ok(());
    };
    let list = alliances.list_day(alliance);
    let to = period.to.unwrap_or(list);
    if Day::last_of(to) > Day::last_of(list) {
        return Err(path.key("to").error(message!(
            "ends after {list}, the day of the list (give the alliance a later \"asOf\")"
        )));
    }
    if Day::first_of(from) > Day::last_of(to) {
        return Err(path
            .key("from")
            .error(message!("begins after {to}, its last day")));
    }
    Ok(())
}

/// Refuses a spell beyond the alliance's end, and warns of one before its beginning and of one whose beginning a list
/// that is complete over a time should have.
pub(super) fn check_spell<D: Diagnostics>(
    alliances: &Alliances,
    spell: &Spell,
    place: &str,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let Some(alliance) = alliances.alliance_of(spell) else {
        return Ok(());
    };
    let known = Day::last_of(alliances.day_of(spell));
    let range = |when| DateRange::new(when, known);
    let (from, to) = (spell.from.map(range), spell.to.map(range));
    if let Some(end) = alliances.last_day(alliance)
        && (from.is_some_and(|from| from.earliest > end.latest)
            || to.is_some_and(|to| to.earliest > end.latest))
    {
        return Err(error::<D>(place, "holds after the alliance was dissolved"));
    }
    let mut warn = |message: &'static str| {
        scope
            .warnings
            .push(D::warning(|| place.to_owned(), message));
    };
    let founded = alliances.founding(alliance);
    let before = |range: Option<DateRange>| {
        let founded = founded.map(|founded| founded.earliest);
        range.is_some_and(|range| founded.is_some_and(|founded| range.latest < founded))
    };
    if before(from) || before(to) {
        warn("begins before the alliance was founded");
    }
    let mut periods = alliance.complete.iter();
    let open = spell.from.is_none() && to.is_none_or(|to| to.latest >= known);
    if open && periods.any(|period| period.kind == spell.kind && is_longer(period, known)) {
        warn(
            "has no \"from\", although the list is complete over a period: before its day the grid says \"not given\"",
        );
    }
    Ok(())
}

fn is_longer(period: &Complete, known: Day) -> bool {
    period.from.is_some_and(|from| Day::first_of(from) < known)
}
