//! The observer map: a map and a list of the same missions.

mod list;
mod map;

use super::Dispatch;
use super::vdom::{VNode, el};
use super::{controls, frame};
use crate::layout::{self, ObserversAction, ObserversLayout, Organisations};

/// The whole figure of the widget.
pub(crate) fn figure(layout: ObserversLayout, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let closes = layout.closes;
    let list = list::list(
        layout.list_label,
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
        .child(frame::title(layout.frame.title.clone()))
        .child(frame::contest(layout.event))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .children(totals(layout.totals))
        .children(
            controls::finding()
                .children(layout.find.map(|find| {
                    controls::search(find, dispatch, ObserversAction::Find).key("find")
                }))
                .children(layout.organisations.map(|all| organisations(all, dispatch)))
                .children(
                    layout
                        .order
                        .map(|order| controls::choice(order, dispatch).key("order")),
                )
                .unless_empty(),
        )
        .child(placed)
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .child(frame::foot(layout.frame))
}

fn totals(lines: Vec<layout::Line>) -> Option<VNode> {
    let line = |line| frame::line(el("li"), line);
    (!lines.is_empty()).then(|| {
        el("ul")
            .key("totals")
            .class("ew-totals")
            .attr("role", "list")
            .children(lines.into_iter().map(line))
    })
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
