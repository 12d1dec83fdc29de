//! Buttons and fields, whatever the widget.

use super::node::{Node, el};
use crate::layout::{Choice, Find, Pick};
use crate::widget::Act;
use std::sync::Arc;

/// A group of buttons under its name.
pub(super) fn choice<A: Clone + Send + Sync + 'static>(choice: Choice<A>, act: &Act<A>) -> Node {
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

/// The place of what finds and orders, above what it changes; yet to be filled.
pub(super) fn finding() -> Node {
    let around = el("div").keep("finding").class("ew-controls ew-quiet");
    around.part("controls")
}

/// A button that does what is picked.
pub(super) fn button<A: Clone + Send + Sync + 'static>(pick: Pick<A>, act: &Act<A>) -> Node {
    let act = Arc::clone(act);
    let action = pick.action;
    el("button")
        .attr("type", "button")
        .on_click(move || act(action.clone()))
        .text(pick.label)
}

/// A list of which one is chosen: values with their texts.
pub(super) fn select<'a>(
    label: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
    chosen: &str,
) -> Node {
    let option = |(value, text): (&str, &str)| {
        el("option")
            .attr("value", value.to_owned())
            .maybe("selected", (value == chosen).then(String::new))
            .text(text.to_owned())
    };
    el("select")
        .attr("aria-label", label.to_owned())
        .children(options.map(option))
}

/// A field whose text is looked for; `action` is what that does.
pub(super) fn search<A: 'static>(find: Find, act: &Act<A>, action: fn(String) -> A) -> Node {
    let act = Arc::clone(act);
    el("div")
        .class("ew-find")
        .child(
            el("input")
                .attr("type", "search")
                .attr("placeholder", find.label.clone())
                .attr("aria-label", find.label)
                .attr("autocomplete", "off")
                .on_input(move |text| act(action(text))),
        )
        .child(
            el("span")
                .attr("role", "status")
                .text(find.found.unwrap_or_default()),
        )
}
