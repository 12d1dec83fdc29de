//! The list of missions. It has everything that the map shows, and more.

use crate::layout::{
    Line, MissionDetails, MissionGroup, MissionRow, ObserversAction, Phrase, Pick, SourceLine,
};
use crate::view::Dispatch;
use crate::view::vdom::{VNode, el};
use crate::view::{controls, frame};

pub(super) fn list(
    label: String,
    finding: Option<VNode>,
    groups: Vec<MissionGroup>,
    more: Option<Pick<ObserversAction>>,
    shown: Option<(String, Pick<ObserversAction>)>,
    dispatch: &impl Dispatch<ObserversAction>,
) -> VNode {
    let groups = groups.into_iter().enumerate();
    let groups = groups.map(|(place, one)| group(place, one, dispatch));
    let (said, all) = match shown {
        Some((said, all)) => (said, Some(controls::button(all, dispatch))),
        None => (String::new(), None),
    };
    let status = el("p")
        .key("shown")
        .class("ew-shown")
        .child(el("span").attr("role", "status").text(said))
        .children(all);
    let list = el("div")
        .key("list")
        .class("ew-missions")
        .part("list")
        .children(groups)
        .children(more.map(|more| controls::button(more, dispatch).key("more")));
    // It takes the focus of a button that goes away.
    el("div")
        .key("missions")
        .attr("role", "region")
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .children(finding)
        .child(status)
        .child(list)
}

/// Missions under their organisation's name, or all of them.
fn group(place: usize, group: MissionGroup, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let heading = group
        .heading
        .map(|name| frame::push_phrase(el("p").class("ew-heading"), name));
    let rows = group.rows.into_iter().map(|one| row(one, dispatch));
    el("div")
        .key(format!("group{place}"))
        .children(heading)
        .child(el("ul").attr("role", "list").children(rows))
}

fn row(row: MissionRow, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let open = row.pick.pressed && row.opens;
    let action = row.pick.action;
    let letter = row.letter;
    let letter = letter.map(|letter| el("span").class("ew-letter").text(letter));
    let size = row.size.into_iter();
    let size = size.map(|one| frame::line(el("span").class("ew-figure"), one));
    let quiet = frame::join_phrases(frame::detail(), row.details).unless_empty();
    // What it opens to says it again, with the sources.
    let place = whereabouts(row.accounts, row.disputed, row.off_map).filter(|_| !open);
    let head = el(if row.opens { "summary" } else { "div" })
        .class("ew-row")
        .children(letter)
        .child(frame::phrase(row.name))
        .children(el("span").class("ew-sizes").children(size).unless_empty())
        .children(
            el("span")
                .class("ew-about")
                .children(quiet)
                .children(place)
                .unless_empty(),
        );
    let item = el("li")
        .key(row.id.clone())
        .attr("data-key", row.id)
        .part("mission")
        .skip_if_unchanged();
    if !row.opens {
        return item.child(head);
    }
    let details = el("details")
        .maybe("open", open.then(String::new))
        .on_toggle(dispatch, move |to, now| {
            if now != open {
                to.send(action.clone());
            }
        })
        .child(head)
        .children(row.opened.map(opened));
    item.child(details)
}

/// Builds the places of a mission, as far as a row has room for them.
fn whereabouts(
    accounts: Vec<Line>,
    disputed: Option<String>,
    off_map: Option<String>,
) -> Option<VNode> {
    let line = |one| frame::line(frame::detail(), one);
    let said = disputed.map(|text| frame::detail().text(text));
    let said = said.into_iter().chain(accounts.into_iter().map(line));
    let said = said.chain(off_map.map(|text| frame::detail().text(text)));
    el("span").class("ew-where").children(said).unless_empty()
}

fn opened(details: MissionDetails) -> VNode {
    let statements = details.statements.into_iter().map(statement);
    let note = details
        .note
        .map(|note| frame::push_phrase(frame::note(), note));
    el("div")
        .class("ew-opened")
        .children(statements)
        .children(
            frame::details_list()
                .children(details.facts.into_iter().map(frame::figures))
                .unless_empty(),
        )
        .children(note)
}

/// Builds a statement of a mission with its source.
fn statement((text, date, sources): (Phrase, Option<String>, Vec<SourceLine>)) -> VNode {
    let sources = sources
        .into_iter()
        .map(|cited| frame::source(frame::detail(), cited, false));
    let date = date.map(|date| frame::detail().text(date));
    el("div")
        .class("ew-statement")
        .child(frame::push_phrase(el("p"), text))
        .children(date)
        .children(sources)
}
