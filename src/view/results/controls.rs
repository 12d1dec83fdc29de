//! What the reader of a results chart can choose: counts, figures, an order, a search.

use crate::layout::{Choice, Find, ResultsAction};
use crate::view::controls::{choice, finding, search};
use crate::view::node::{Node, el};
use crate::widget::Act;

/// The groups to choose from, above all that they change.
pub(super) fn choices(
    choices: Vec<Choice<ResultsAction>>,
    act: &Act<ResultsAction>,
) -> Option<Node> {
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
    order: Option<Choice<ResultsAction>>,
    act: &Act<ResultsAction>,
) -> Option<Node> {
    finding()
        .children(find.map(|find| search(find, act, ResultsAction::Find)))
        .children(order.map(|order| choice(order, act)))
        .unless_empty()
}
