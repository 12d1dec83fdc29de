//! The names of candidates and parties behind references.

use super::feed::Feed;
use super::options::shown;
use super::text::{joined, text};
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Value, json};

/// The names behind references, joined by a stroke: a ticket of two.
pub(super) fn named(
    ids: &[(&str, &Element)],
    find: impl Fn(&str, &Element) -> Result<Option<Value>, Refused>,
) -> Result<Option<Value>, Refused> {
    let mut name: Option<Value> = None;
    for (id, from) in ids {
        let Some(next) = find(id, from)? else {
            continue;
        };
        name = Some(match name {
            None => next,
            // Names that are not in the same languages are joined in the first of each.
            Some(before) => joined(&before, &next, " / ")
                .unwrap_or_else(|| json!(format!("{} / {}", shown(&before), shown(&next)))),
        });
    }
    Ok(name)
}

/// The name of a party.
pub(super) fn party_name(
    feed: &Feed<'_>,
    id: &str,
    from: &Element,
    lang: Option<&str>,
) -> Result<Option<Value>, Refused> {
    let name = feed.parties.find(id, from)?.first("Name");
    Ok(name.and_then(|name| text(name, lang)))
}

/// The name of a candidate: that on the ballot, else that of the person.
///
/// # Errors
/// A candidate without a name: a ticket of two must not lose one of them.
pub(super) fn candidate_name(
    feed: &Feed<'_>,
    id: &str,
    from: &Element,
    lang: Option<&str>,
) -> Result<Value, Refused> {
    let candidate = feed.candidates.find(id, from)?;
    let person = candidate
        .text_of("PersonId")
        .and_then(|id| feed.persons.get(id));
    let on_ballot = candidate.first("BallotName");
    let full = || person.and_then(|person| person.first("FullName"));
    let name = on_ballot.and_then(|name| text(name, lang));
    name.or_else(|| text(full()?, lang))
        .or_else(|| separate_names(person?))
        .ok_or_else(|| {
            from.refused(format!(
                "the candidate \"{id}\" has no BallotName and its person no name"
            ))
        })
}

/// The first, middle and last names of a person who has no full name.
fn separate_names(person: &Element) -> Option<Value> {
    let parts = ["Prefix", "FirstName", "MiddleName", "LastName", "Suffix"];
    let parts = parts.iter().filter_map(|part| {
        // Versions write a person's names once or several times (MiddleName).
        let all: Vec<_> = person.all(part).filter_map(Element::said).collect();
        (!all.is_empty()).then(|| all.join(" "))
    });
    let name = parts.collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then(|| json!(name))
}
