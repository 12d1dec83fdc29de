//! The observer map: a map and a list of the same missions.

mod list;
mod map;

use super::Dispatch;
use super::vdom::{VNode, el};
use super::{controls, frame};
use crate::layout::{self, ObserversAction, ObserversLayout, Organisations, Phrase};

/// The whole figure of the widget.
pub(crate) fn figure(layout: ObserversLayout, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let closes = layout.closes;
    let order = layout.order;
    let order = order.map(|order| controls::choice(order, dispatch).key("order"));
    let find = layout.find;
    let find = find.map(|find| controls::search(find, dispatch, ObserversAction::Find).key("find"));
    let organisations = layout.organisations.map(|all| organisations(all, dispatch));
    let finding = controls::finding()
        .children(find)
        .children(organisations)
        .children(order)
        .unless_empty();
    let list = list::list(
        layout.list_label,
        finding,
        layout.rows,
        layout.more,
        layout.shown,
        dispatch,
    );
    let placed = el("div")
        .key("atlas")
        .class(if layout.map.is_some() {
            "ew-atlas"
        } else {
            "ew-atlas ew-alone"
        })
        .mark_together(dispatch)
        .children(layout.map.map(|map| map::map(map, dispatch)))
        .child(list);
    let mut totals = layout.totals.into_iter();
    el("figure")
        .key("picture")
        .class("ew-observers")
        .on_key(dispatch, move |to, key| {
            // With nothing to close the key is the page's, or the search field's.
            let escape = key == "Escape" && closes;
            if escape {
                to.send(ObserversAction::Close);
            }
            escape
        })
        .children(frame::rehearsal(&layout.frame))
        .child(frame::title(&layout.frame))
        .child(frame::contest(layout.event))
        .children(headline(layout.headline, &mut totals))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .children(listed(totals))
        .child(placed)
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .child(frame::foot(layout.frame))
}

/// The number that a reader sees first, in place of the first of the totals.
fn headline(
    number: Option<(String, Phrase)>,
    totals: &mut impl Iterator<Item = layout::Line>,
) -> Option<VNode> {
    let (number, name) = number?;
    let source = totals.next()?.source;
    let around = el("p").key("total").class("ew-headline");
    let named = frame::push_phrase(around.child(el("strong").text(number)).text(" "), name);
    Some(named.children(source.map(frame::source_mark)))
}

fn listed(totals: impl Iterator<Item = layout::Line>) -> Option<VNode> {
    let lines = totals.map(|line| frame::line(el("li"), line));
    let list = el("ul").key("totals").class("ew-totals");
    list.attr("role", "list").children(lines).unless_empty()
}

fn organisations(all: Organisations, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let choices = all.choices.iter();
    let choices = choices.map(|(id, name)| (id.as_str(), name.as_str()));
    let options = std::iter::once(("", all.all.as_str())).chain(choices);
    el("div")
        .key("organisations")
        .skip_if_unchanged()
        .class("ew-picks")
        .child(
            controls::select(&all.label, options, &all.chosen).on_input(dispatch, |to, id| {
                to.send(ObserversAction::Organisation(id))
            }),
        )
}
