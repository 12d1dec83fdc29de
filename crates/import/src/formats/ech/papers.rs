//! Warnings of counting circles whose own papers contradict each other, which their sums may hide.

use super::circles::figure;
use crate::context::Context;
use crate::formats::doubts::warn_of_percent;
use crate::refused::Refused;
use crate::tree::Element;
use std::collections::HashMap;

/// Checks a circle that is fully counted, under the names of `fields`: the document's and the delivery's.
pub(super) fn check(
    circle: &Element,
    fields: &[(&str, &[&str])],
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let mut papers = HashMap::new();
    for (field, path) in fields {
        if let Some(number) = figure(circle, path)? {
            papers.insert(*field, number);
        }
    }
    let papers = |field: &str| papers.get(field).copied();
    let place = circle.place();
    let at = place.map_or_else(String::new, |place| format!("{place}: "));
    let Some(cast) = papers("cast") else {
        return Ok(());
    };
    if let Some(voters) = papers("eligible") {
        if cast > voters {
            context.warn(format!(
                "{at}{cast} papers are cast by {voters} eligible voters"
            ));
        }
        if let Some(turnout) = circle.peek("voterTurnout") {
            warn_of_percent(
                &format!("{at}voterTurnout"),
                turnout,
                (cast, voters),
                context,
            );
        }
    }
    if let (Some(valid), Some(invalid)) = (papers("valid"), papers("invalid")) {
        let sum = valid.saturating_add(invalid);
        // Some cantons count blank papers among either, and others by themselves.
        let with_blank = sum.saturating_add(papers("blank").unwrap_or(0));
        if cast != sum && cast != with_blank {
            context.warn(format!(
                "{at}{cast} papers are cast, and those that are valid, invalid or blank come to {with_blank}"
            ));
        }
    }
    Ok(())
}
