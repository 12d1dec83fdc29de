//! The results chart: a table whose cells carry bars.

mod controls;
mod facts;
mod house;
mod table;

use super::Dispatch;
use super::frame;
use super::vdom::{VNode, el};
use crate::layout::{ResultsAction, ResultsLayout, StatusBand};

/// The whole figure of the widget.
pub(crate) fn chart(layout: ResultsLayout, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let table = table::Parts {
        title: layout.frame.title.text.clone(),
        option_label: layout.option_label,
        columns: layout.columns,
        lines: layout.lines,
        rows: layout.rows,
        fold: layout.fold,
        scrolls: layout.scrolls,
    };
    // An order can be looked at before it is changed, a search comes before what it finds.
    let searched = layout.find.is_some();
    let tools = controls::table_tools(layout.find, layout.order, dispatch);
    let (above, below) = match searched {
        true => (tools, None),
        false => (None, tools),
    };
    el("figure")
        .key("picture")
        .class("ew-results")
        .children(frame::rehearsal(&layout.frame))
        .child(frame::title(&layout.frame))
        .child(frame::contest(layout.contest))
        .children(layout.question.map(frame::question))
        .children(layout.statuses.into_iter().map(status))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .children(controls::choices(layout.choices, dispatch))
        .children(layout.house.map(|house| house::house(house, dispatch)))
        .children(above)
        .child(table::table(table, dispatch))
        .children(below)
        .children(layout.key.map(facts::key))
        .children(layout.thresholds.into_iter().map(facts::threshold))
        .children(facts::facts(layout.facts))
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .children(layout.corrections.into_iter().map(facts::correction))
        .child(frame::foot(layout.frame))
}

fn status(band: StatusBand) -> VNode {
    let first = el("p")
        .child(el("strong").text(band.word))
        .child(el("span").text(band.as_of));
    el("div")
        .class("ew-status")
        .part("status")
        .child(first)
        .children(band.reported.map(|reported| frame::line(el("p"), reported)))
        .children(band.note.map(|note| frame::push_phrase(el("p"), note)))
}
