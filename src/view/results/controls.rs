//! What the reader can choose: counts, figures, an order, a search.

use crate::layout::{Choice, Find, Pick, ResultsAction};
use crate::view::node::{Node, el};
use crate::widget::Act;
use std::sync::Arc;

/// The groups to choose from, above all that they change.
pub(super) fn choices(choices: Vec<Choice>, act: &Act<ResultsAction>) -> Option<Node> {
    (!choices.is_empty()).then(|| {
        el("div")
            .keep("choices")
            .class("ew-controls")
            .part("controls")
            .children(choices.into_iter().map(|one| choice(one, act)))
    })
}

/// The search and the order, above the table.
pub(super) fn table_tools(
    find: Option<Find>,
    order: Option<Choice>,
    act: &Act<ResultsAction>,
) -> Option<Node> {
    (find.is_some() || order.is_some()).then(|| {
        el("div")
            .keep("table-tools")
            .class("ew-controls ew-quiet")
            .part("controls")
            .children(find.map(|find| search(find, act)))
            .children(order.map(|order| choice(order, act)))
    })
}

/// A group of buttons under its name.
pub(super) fn choice(choice: Choice, act: &Act<ResultsAction>) -> Node {
    let buttons = choice.picks.into_iter().map(|pick| {
        let pressed = if pick.pressed { "true" } else { "false" };
        button(pick, act).attr("aria-pressed", pressed)
    });
    el("div")
        .class("ew-picks")
        .attr("role", "group")
        .attr("aria-label", choice.label.clone())
        .child(el("span").attr("aria-hidden", "true").text(choice.label))
        .children(buttons)
}

/// A button that does what is picked.
pub(super) fn button(pick: Pick, act: &Act<ResultsAction>) -> Node {
    let act = Arc::clone(act);
    let action = pick.action;
    el("button")
        .attr("type", "button")
        .on_click(move || act(action.clone()))
        .text(pick.label)
}

fn search(find: Find, act: &Act<ResultsAction>) -> Node {
    let act = Arc::clone(act);
    el("div")
        .class("ew-find")
        .child(
            el("input")
                .attr("type", "search")
                .attr("placeholder", find.label.clone())
                .attr("aria-label", find.label)
                .attr("autocomplete", "off")
                .on_input(move |text| act(ResultsAction::Find(text))),
        )
        .child(
            el("span")
                .attr("role", "status")
                .text(find.found.unwrap_or_default()),
        )
}
