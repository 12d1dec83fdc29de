//! The list of missions, which alone says everything.

use crate::layout::{
    Line, MissionDetails, MissionGroup, MissionRow, ObserversAction, Phrase, Pick, SourceLine,
};
use crate::view::node::{Node, el};
use crate::view::{controls, frame};
use crate::widget::Act;
use std::sync::Arc;

pub(super) fn list(
    label: String,
    groups: Vec<MissionGroup>,
    more: Option<Pick<ObserversAction>>,
    shown: Option<(String, Pick<ObserversAction>)>,
    act: &Act<ObserversAction>,
) -> Node {
    let groups = groups.into_iter().enumerate();
    let groups = groups.map(|(place, one)| group(place, one, act));
    let (said, all) = match shown {
        Some((said, all)) => (said, Some(controls::button(all, act))),
        None => (String::new(), None),
    };
    let status = el("p")
        .keep("shown")
        .class("ew-shown")
        .child(el("span").attr("role", "status").text(said))
        .children(all);
    let list = el("div").keep("list").class("ew-missions").part("list");
    el("div").keep("missions").child(status).child(
        frame::scrolling(list, label)
            .children(groups)
            .children(more.map(|more| controls::button(more, act).keep("more"))),
    )
}

/// Missions under their organisation's name, or all of them.
fn group(place: usize, group: MissionGroup, act: &Act<ObserversAction>) -> Node {
    let heading = group
        .heading
        .map(|name| frame::say(el("p").class("ew-heading"), name));
    let rows = group.rows.into_iter().map(|one| row(one, act));
    el("div")
        .keep(format!("group{place}"))
        .children(heading)
        .child(el("ul").attr("role", "list").children(rows))
}

fn row(row: MissionRow, act: &Act<ObserversAction>) -> Node {
    let open = row.pick.pressed;
    let (toggled, id) = (Arc::clone(act), row.pick.action);
    let letter = row.letter.map(|letter| {
        el("span")
            .class("ew-letter")
            .attr("aria-hidden", "true")
            .text(letter)
    });
    let quiet = frame::listed(frame::detail(), row.details).unless_empty();
    let size = row
        .size
        .into_iter()
        .map(|one| frame::line(el("span").class("ew-figure"), one));
    let summary = el("summary")
        .children(letter)
        .child(frame::phrase(row.name))
        .children(quiet)
        .children(size);
    let details = el("details")
        .maybe("open", open.then(String::new))
        .on_toggle(move |now| {
            if now != open {
                toggled(id.clone());
            }
        })
        .child(summary)
        .children(row.opened.map(opened));
    let item = el("li")
        .keep(row.id.clone())
        .attr("data-key", row.id)
        .part("mission")
        .settled()
        .child(details);
    if open {
        return item;
    }
    item.children(whereabouts(row.accounts, row.disputed, row.off_map))
}

/// Where a mission is, as far as there is room for it in a row.
fn whereabouts(
    accounts: Vec<Line>,
    disputed: Option<String>,
    off_map: Option<String>,
) -> Option<Node> {
    let line = |one| frame::line(frame::detail(), one);
    let said: Vec<Node> = disputed
        .map(|text| frame::detail().text(text))
        .into_iter()
        .chain(accounts.into_iter().map(line))
        .chain(off_map.map(|text| frame::detail().text(text)))
        .collect();
    (!said.is_empty()).then(|| el("div").class("ew-where").children(said))
}

fn opened(details: MissionDetails) -> Node {
    let statements = details.statements.into_iter().map(statement);
    let note = details.note.map(|note| frame::say(frame::note(), note));
    el("div")
        .class("ew-opened")
        .children(statements)
        .children(
            frame::spelt_out()
                .children(details.facts.into_iter().map(frame::figures))
                .unless_empty(),
        )
        .children(note)
}

/// What a mission said, with where that is to be read.
fn statement((text, date, sources): (Phrase, Option<String>, Vec<SourceLine>)) -> Node {
    let sources = sources
        .into_iter()
        .map(|cited| frame::source(frame::detail(), cited, false));
    let date = date.map(|date| frame::detail().text(date));
    el("div")
        .class("ew-statement")
        .child(frame::say(el("p"), text))
        .children(date)
        .children(sources)
}
