//! Checks between the spells of a state in an alliance, and between them and the alliance's life.

use super::alliance_life;
use crate::model::{AllianceRef, Alliances, Amount, DateRange, Day, Kind, SourceRef, Spell};
use crate::wire::error::{Diagnostics, Message, ReadError, message};
use crate::wire::reader::ReadContext;

/// Pairs of an alliance and a state: each is a cell of the table.
pub const MAX_CELLS: usize = 250_000;

/// Memberships of a state in an alliance: each is compared with each.
pub const MAX_SPELLS: usize = 1_000;

/// A spell as it may overlap with another: the times that it surely spans.
struct Span<'a> {
    spell: &'a Spell,
    place: &'a str,
    begun_by: Day,
    ends_from: Day,
    source: Option<SourceRef>,
}

/// Checks an alliances document as a whole, and has each spell end where the same source's next one begins; `places`
/// is where each spell stands, by its state.
pub(in crate::wire) fn check<D: Diagnostics>(
    alliances: &mut Alliances,
    places: &[Vec<String>],
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let cells = alliances.alliances.len() * alliances.states.len();
    if cells > MAX_CELLS {
        return Err(error::<D>(
            "alliances",
            message!(
                "expected at most {MAX_CELLS} pairs of an alliance and a state, found {cells}"
            ),
        ));
    }
    alliance_life::check::<D>(alliances)?;
    let mut nexts = Vec::new();
    for (spells, places) in alliances.spells.iter().zip(places) {
        let mut spans: Vec<Span<'_>> = Vec::with_capacity(spells.len());
        for (spell, place) in spells.iter().zip(places) {
            alliance_life::check_spell::<D>(alliances, spell, place, scope)?;
            let span = span::<D>(alliances, spell, place, scope)?;
            let before = of_alliance(&spans, spell.alliance);
            if before.len() == MAX_SPELLS {
                return Err(error::<D>(
                    place,
                    message!("expected at most {MAX_SPELLS} memberships of a state in an alliance"),
                ));
            }
            if let Some(other) = before.iter().find(|other| overlaps(other, &span)) {
                return Err(overlap::<D>(alliances, place, other));
            }
            spans.push(span);
        }
        let mut of_state = Vec::with_capacity(spans.len());
        for spans in spans.chunk_by(|one, other| one.spell.alliance == other.spell.alliance) {
            of_state.extend(spans.iter().map(|span| next(span, spans)));
        }
        nexts.push(of_state);
    }
    for (spells, nexts) in alliances.spells.iter_mut().zip(nexts) {
        for (spell, next) in spells.iter_mut().zip(nexts) {
            spell.next = next;
        }
    }
    participation::<D>(alliances, scope);
    Ok(())
}

/// The last spells, as far as they are of an alliance: the document has a list for each, one after the other.
fn of_alliance<'s, 'a>(spans: &'s [Span<'a>], alliance: AllianceRef) -> &'s [Span<'a>] {
    let is_other = |span: &Span<'_>| span.spell.alliance != alliance;
    let start = spans
        .iter()
        .rposition(is_other)
        .map_or(0, |place| place + 1);
    spans.get(start..).unwrap_or_default()
}

fn overlap<D: Diagnostics>(alliances: &Alliances, place: &str, other: &Span<'_>) -> ReadError<D> {
    let kind = name(alliances, other.spell.kind);
    error::<D>(
        place,
        message!(
            "the same source says that this state is \"{kind}\" at the same time ({})",
            other.place
        ),
    )
}

/// The name of a kind in the document.
fn name(alliances: &Alliances, kind: Kind) -> &str {
    let own = kind.own.and_then(|place| alliances.kinds.get(place));
    own.map_or(kind.means.name(), |own| own.id.as_str())
}

pub(super) fn error<D: Diagnostics>(place: &str, message: impl Message) -> ReadError<D> {
    D::error(|| place.to_owned(), message)
}

fn span<'a, D: Diagnostics>(
    alliances: &Alliances,
    spell: &'a Spell,
    place: &'a str,
    scope: &mut ReadContext,
) -> Result<Span<'a>, ReadError<D>> {
    let day = alliances.day_of(spell);
    let known = Day::last_of(day);
    let as_written = |when| DateRange::new(when, known);
    if let (Some(from), Some(to)) = (spell.from.map(as_written), spell.to.map(as_written))
        && from.earliest > to.latest
    {
        return Err(error::<D>(place, "\"from\" is after \"to\""));
    }
    let at = |day| DateRange {
        earliest: day,
        latest: day,
    };
    let (from, to) = alliances.ends_of(spell);
    let from = from.unwrap_or(at(Day::first_of(day)));
    let to = to.unwrap_or(at(known));
    if from.earliest > known {
        scope.warnings.push(D::warning(
            || place.to_owned(),
            message!("begins after {day}, the day that its source describes"),
        ));
    }
    Ok(Span {
        spell,
        place,
        begun_by: from.latest,
        ends_from: to.earliest,
        source: alliances.source_of(spell),
    })
}

/// Returns true if both, of one alliance, surely hold at one time according to one source. If one ends on the day on which the other
/// begins, that day belongs to the second. A suspended state is a member.
fn overlaps(one: &Span<'_>, other: &Span<'_>) -> bool {
    let suspends = |one: &Span<'_>, other: &Span<'_>| {
        one.spell.kind.is_suspended()
            && other.spell.kind.is_member()
            && one.spell.kind != other.spell.kind
    };
    one.source == other.source
        && other.begun_by <= one.ends_from
        && one.begun_by <= other.ends_from
        && !hands_over(one, other)
        && !hands_over(other, one)
        && !suspends(one, other)
        && !suspends(other, one)
}

/// Returns true if a spell ends on the day on which another begins.
fn hands_over(one: &Span<'_>, other: &Span<'_>) -> bool {
    let ends = one.spell.to.is_some() && other.spell.from.is_some();
    ends && one.begun_by < other.begun_by && one.ends_from == other.begun_by
}

/// The day from which the same source says something else: the beginning of the first spell that follows.
fn next(span: &Span<'_>, spans: &[Span<'_>]) -> Option<Day> {
    let follows = |other: &&Span<'_>| {
        span.source == other.source
            && span.spell.to.is_some()
            && other.spell.from.is_some()
            && span.begun_by < other.begun_by
            && span.ends_from <= other.begun_by
    };
    let begins = spans.iter().filter(follows).map(|other| other.begun_by);
    begins.min()
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
                message!("{count} is more than {of}, the number of all"),
            ));
        }
    }
}
