//! The table of states by alliances.

use crate::layout::{
    AllianceColumn, AlliancesAction, Grid, KindMark, Membership, StandingCell, StateRow,
};
use crate::view::Dispatch;
use crate::view::vdom::{VNode, el};
use crate::view::{controls, frame};

pub(super) fn grid(grid: Grid, name: String, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let has_total = grid.total_label.is_some();
    let columns = grid.columns.len() + 1 + usize::from(has_total);
    let nothing = grid.rows.is_empty().then(|| {
        let cell = el("td").attr("role", "cell").text(grid.nothing);
        el("tr")
            .attr("role", "row")
            .child(cell.attr("colspan", columns.to_string()))
    });
    let rows = grid.rows.into_iter();
    let table = el("table")
        .class("ew-grid")
        .attr("role", "table")
        .attr("aria-label", name.clone())
        .part("table")
        .child(head(grid.state_label, grid.total_label, grid.columns))
        .child(
            el("tbody")
                .attr("role", "rowgroup")
                .children(rows.map(|one| row(one, has_total, dispatch)))
                .children(nothing),
        );
    frame::scrolling(el("div").key("grid").class("ew-table ew-wide"), name).child(table)
}

/// The marks and signs of a grid, each with what it means.
pub(super) fn key(marks: Vec<KindMark>, signs: Vec<(&'static str, String)>) -> VNode {
    let sign = |(sign, text): (&'static str, String)| {
        let sign = el("span")
            .class("ew-none")
            .attr("aria-hidden", "true")
            .text(sign);
        el("span").child(sign).text(" ").text(text)
    };
    let kind = |one: KindMark| {
        let text = one.spoken.clone();
        el("span")
            .child(mark(one).attr("aria-hidden", "true"))
            .text(" ")
            .text(text)
    };
    super::legend()
        .children(marks.into_iter().map(kind))
        .children(signs.into_iter().map(sign))
}

/// Two rows: the alliances, then what is known of each.
fn head(state: String, total: Option<String>, columns: Vec<AllianceColumn>) -> VNode {
    let tall = |text: String| frame::column_head().attr("rowspan", "2").text(text);
    let known = columns.iter().map(known);
    let about = el("tr").attr("role", "row").children(known);
    let heads = el("tr")
        .attr("role", "row")
        .child(tall(state))
        .children(columns.iter().map(column))
        .children(total.map(|text| tall(text).class("ew-sum")));
    el("thead")
        .attr("role", "rowgroup")
        .child(heads)
        .child(about)
}

/// The head of an alliance's column.
pub(super) fn column(column: &AllianceColumn) -> VNode {
    let order = column.orders.then(|| "ascending".to_owned());
    let date = column
        .date
        .clone()
        .map(|date| frame::detail().text(" ").text(date));
    frame::column_head()
        .maybe("aria-sort", order)
        .child(frame::phrase(column.short.clone()))
        .children(date)
}

/// An alliance's name, and how many belong to it.
fn known(column: &AllianceColumn) -> VNode {
    let totals = column.totals.iter().cloned();
    let name = column.name.clone();
    el("td")
        .attr("role", "cell")
        .children(name.map(|name| frame::detail().child(frame::phrase(name))))
        .children(totals.map(|line| frame::detail().text(line)))
}

fn row(row: StateRow, has_total: bool, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let head = el("th").attr("role", "rowheader").attr("scope", "row");
    let name = |around: VNode| {
        around.child(frame::phrase(row.name)).child(
            el("span")
                // A page that has images of its own puts them here: `::part(code-KZ)`.
                .attr("part", format!("code code-{}", row.code))
                .attr("aria-hidden", "true"),
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
        .children(has_total.then(|| cell(row.total).class("ew-sum")))
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
    if !cell.marks.is_empty() {
        return node.children(cell.marks.into_iter().map(spoken));
    }
    if cell.symbol.is_empty() {
        return node.text(cell.text);
    }
    node.child(
        el("span")
            .class("ew-none")
            .attr("role", "img")
            .attr("aria-label", cell.text)
            .text(cell.symbol),
    )
}

/// A mark that says in words what it says in shapes.
fn spoken(one: KindMark) -> VNode {
    let text = one.spoken.clone();
    mark(one)
        .attr("role", "img")
        .attr("aria-label", text.clone())
        .attr("title", text)
}

fn mark(mark: KindMark) -> VNode {
    el("span")
        .class(if mark.sure {
            "ew-kind"
        } else {
            "ew-kind ew-unsure"
        })
        .attr("data-kind", mark.kind)
        .maybe("data-own", mark.own.then(String::new))
        .text(mark.letter)
}
