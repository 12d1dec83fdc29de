//! The controls of a results chart: counts, figures, an order, a search.

use crate::layout::{Choice, Find, ResultsAction};
use crate::view::Dispatch;
use crate::view::controls::{choice, finding, search};
use crate::view::vdom::{VNode, el};

/// The groups to choose from, above all that they change.
pub(super) fn choices(
    choices: Vec<Choice<ResultsAction>>,
    dispatch: &impl Dispatch<ResultsAction>,
) -> Option<VNode> {
    (!choices.is_empty()).then(|| {
        el("div")
            .key("choices")
            .class("ew-controls")
            .part("controls")
            .children(choices.into_iter().map(|one| choice(one, dispatch)))
    })
}

/// The search and the order, above the table.
pub(super) fn table_tools(
    find: Option<Find>,
    order: Option<Choice<ResultsAction>>,
    dispatch: &impl Dispatch<ResultsAction>,
) -> Option<VNode> {
    finding()
        .children(find.map(|find| search(find, dispatch, ResultsAction::Find)))
        .children(order.map(|order| choice(order, dispatch)))
        .unless_empty()
}
