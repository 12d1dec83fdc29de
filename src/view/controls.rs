//! Buttons and fields, whatever the widget.

use super::Dispatch;
use super::vdom::{VNode, el};
use crate::layout::{Choice, Find, Pick};

/// A group of buttons under its name.
pub(super) fn choice<A: Clone + Send + Sync + 'static>(
    choice: Choice<A>,
    dispatch: &impl Dispatch<A>,
) -> VNode {
    let picks = choice.picks.into_iter();
    let buttons = picks.map(|pick| pressable(pick, None, dispatch));
    el("div")
        .class("ew-picks")
        .attr("role", "group")
        .attr("aria-label", choice.label.clone())
        .child(el("span").attr("aria-hidden", "true").text(choice.label))
        .children(buttons)
}

/// A labelled list from which the reader chooses one entry.
pub(super) fn drop_down<A: Clone + Send + Sync + 'static>(
    choice: Choice<A>,
    dispatch: &impl Dispatch<A>,
) -> VNode {
    let Choice { label, picks } = choice;
    let chosen = picks.iter().find(|pick| pick.pressed);
    let chosen = chosen.map_or("", |pick| &*pick.label);
    let options = picks.iter().map(|pick| (&*pick.label, &*pick.label));
    let list = select(&label, options, chosen).on_input(dispatch, move |to, text| {
        if let Some(pick) = picks.iter().find(|pick| pick.label == text) {
            to.send(pick.action.clone());
        }
    });
    el("div")
        .class("ew-picks")
        .child(el("span").attr("aria-hidden", "true").text(label))
        .child(list)
}

/// A button that is pressed or not, behind a mark of what it stands for.
pub(super) fn pressable<A: Clone + Send + Sync + 'static>(
    pick: Pick<A>,
    mark: Option<VNode>,
    dispatch: &impl Dispatch<A>,
) -> VNode {
    let pressed = if pick.pressed { "true" } else { "false" };
    let action = pick.action;
    el("button")
        .attr("type", "button")
        .attr("aria-pressed", pressed)
        .on_click(dispatch, move |to| to.send(action.clone()))
        .children(mark)
        .text(pick.label)
}

/// The place of what finds and orders, above what it changes; yet to be filled.
pub(super) fn finding() -> VNode {
    let around = el("div").key("finding").class("ew-controls ew-quiet");
    around.part("controls")
}

/// A button that does what is picked.
pub(super) fn button<A: Clone + Send + Sync + 'static>(
    pick: Pick<A>,
    dispatch: &impl Dispatch<A>,
) -> VNode {
    let action = pick.action;
    el("button")
        .attr("type", "button")
        .on_click(dispatch, move |to| to.send(action.clone()))
        .text(pick.label)
}

/// A list of values with their texts, one of them chosen.
pub(super) fn select<'a>(
    label: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
    chosen: &str,
) -> VNode {
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
pub(super) fn search<A: 'static>(
    find: Find,
    dispatch: &impl Dispatch<A>,
    action: fn(String) -> A,
) -> VNode {
    el("div")
        .class("ew-find")
        .child(
            el("input")
                .attr("type", "search")
                .attr("placeholder", find.label.clone())
                .attr("aria-label", find.label)
                .attr("autocomplete", "off")
                .on_input(dispatch, move |to, text| to.send(action(text))),
        )
        .child(
            el("span")
                .attr("role", "status")
                .text(find.found.unwrap_or_default()),
        )
}
