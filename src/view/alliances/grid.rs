//! The table of states by alliances.

use crate::layout::{
    AllianceColumn, AlliancesAction, Grid, KindMark, Membership, StandingCell, StateRow,
};
use crate::view::Dispatch;
use crate::view::vdom::{VNode, el};
use crate::view::{controls, frame};

pub(super) fn grid(grid: Grid, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let tools = controls::finding()
        .children(
            grid.find
                .map(|find| controls::search(find, dispatch, AlliancesAction::Find)),
        )
        .child(controls::choice(grid.order, dispatch));
    let totals: Vec<Vec<String>> = grid
        .columns
        .iter()
        .map(|column| column.totals.clone())
        .collect();
    let table = el("table")
        .class("ew-grid")
        .attr("role", "table")
        .part("table")
        .child(head(
            grid.state_label,
            grid.total_label.clone(),
            grid.columns,
            dispatch,
        ))
        .child(
            el("tbody")
                .attr("role", "rowgroup")
                .children(grid.rows.into_iter().map(|one| row(one, dispatch))),
        )
        .child(foot(totals));
    el("div")
        .key("grid")
        .child(tools)
        .child(frame::scrolling(el("div").class("ew-table ew-wide"), grid.label).child(table))
        .child(frame::note().text(grid.signs))
}

fn head(
    state: String,
    total: String,
    columns: Vec<AllianceColumn>,
    dispatch: &impl Dispatch<AlliancesAction>,
) -> VNode {
    let column = |column: AllianceColumn| {
        let order = if column.pick.pressed {
            "ascending"
        } else {
            "none"
        };
        frame::column_head()
            .attr("aria-sort", order)
            .child(controls::button(column.pick, dispatch))
    };
    let row = el("tr")
        .attr("role", "row")
        .child(frame::column_head().text(state))
        .children(columns.into_iter().map(column))
        .child(frame::column_head().text(total));
    el("thead").attr("role", "rowgroup").child(row)
}

fn row(row: StateRow, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let head = el("th").attr("role", "rowheader").attr("scope", "row");
    let name = |around: VNode| {
        around.child(frame::phrase(row.name)).child(
            el("span")
                .class("ew-code")
                // A page that has images of its own puts them here: `::part(code-KZ)`.
                .attr("part", format!("code code-{}", row.code))
                .attr("aria-hidden", "true")
                .text(row.code.clone()),
        )
    };
    let head = if let Some(memberships) = row.memberships {
        let memberships = memberships.into_iter().map(|one| membership(one, dispatch));
        let code = row.code.clone();
        head.child(
            el("details")
                .maybe("open", row.open.then(String::new))
                .on_toggle(dispatch, move |to, open| {
                    to.send(AlliancesAction::Open(code.clone(), open));
                })
                .child(name(el("summary")))
                .children(frame::details_list().children(memberships).unless_empty()),
        )
    } else {
        name(head)
    };
    el("tr")
        .attr("role", "row")
        .attr("data-key", row.code)
        .child(head)
        .children(row.cells.into_iter().map(cell))
        .child(el("td").attr("role", "cell").text(row.total))
}

/// Builds the texts about a state in one alliance, under a button that points at it.
fn membership(membership: Membership, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let pressed = if membership.pick.pressed {
        "true"
    } else {
        "false"
    };
    let button = controls::button(membership.pick, dispatch).attr("aria-pressed", pressed);
    frame::figures_under(el("dt").child(button), membership.said)
}

fn cell(cell: StandingCell) -> VNode {
    let chosen = cell.chosen.then(String::new);
    let node = el("td").attr("role", "cell").maybe("data-chosen", chosen);
    if cell.marks.is_empty() {
        return node.child(
            el("span")
                .class("ew-none")
                .attr("role", "img")
                .attr("aria-label", cell.text)
                .text(cell.symbol),
        );
    }
    node.children(cell.marks.into_iter().map(mark))
}

fn mark(mark: KindMark) -> VNode {
    el("span")
        .class(if mark.sure {
            "ew-kind"
        } else {
            "ew-kind ew-unsure"
        })
        .attr("data-kind", mark.kind)
        .attr("role", "img")
        .attr("aria-label", mark.spoken.clone())
        .attr("title", mark.spoken)
        .text(mark.letter)
}

/// How many belong to each alliance.
fn foot(totals: Vec<Vec<String>>) -> VNode {
    let cell = |lines: Vec<String>| {
        el("td")
            .attr("role", "cell")
            .children(lines.into_iter().map(|line| frame::detail().text(line)))
    };
    let row = el("tr")
        .attr("role", "row")
        .child(el("td").attr("role", "cell"))
        .children(totals.into_iter().map(cell))
        .child(el("td").attr("role", "cell"));
    el("tfoot").attr("role", "rowgroup").child(row)
}
