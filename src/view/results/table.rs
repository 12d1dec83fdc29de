//! The table whose cells carry bars.

use crate::layout::{Cell, Column, FoldRow, Hidden, OutcomeMark, ResultsAction, Row, Shade};
use crate::view::Dispatch;
use crate::view::bar::bar;
use crate::view::controls;
use crate::view::frame::{self, column_head, detail, line, source_mark};
use crate::view::vdom::{VNode, el};

/// The parts that the table is made of.
pub(super) struct Parts {
    pub title: String,
    pub option_label: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub fold: Option<(usize, FoldRow)>,
    pub scrolls: Option<String>,
}

pub(super) fn table(parts: Parts, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let several = parts.columns.iter().any(|column| column.below.is_some());
    let open = parts.fold.as_ref().is_some_and(|(_, fold)| fold.open);
    let mut rows = Vec::new();
    for one in parts.rows {
        rows.push(row(one, open, dispatch));
    }
    if let Some((place, fold)) = parts.fold {
        rows.insert(place.min(rows.len()), fold_row(fold, dispatch));
    }
    let table = el("table")
        .class(if several { "ew-several" } else { "ew-one" })
        .attr("role", "table")
        .attr("aria-label", parts.title)
        .part("table")
        .child(head(parts.option_label, parts.columns))
        .child(el("tbody").attr("role", "rowgroup").children(rows));
    let around = el("div").key("table").class("ew-table");
    match parts.scrolls {
        Some(label) => frame::scrolling(around, label).child(table),
        None => around.child(table),
    }
}

fn head(option_label: String, columns: Vec<Column>) -> VNode {
    let first = column_head().text(option_label);
    let row = el("tr").attr("role", "row").child(first);
    el("thead")
        .attr("role", "rowgroup")
        .child(row.children(columns.into_iter().map(column)))
}

fn column(column: Column) -> VNode {
    column_head()
        .attr("data-figure", column.name)
        .text(column.label)
        .children(column.below.map(|below| line(detail(), below)))
}

fn row(row: Row, open: bool, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let class = match row.hidden {
        Some(Hidden::Folded) if !open => Some("ew-folded"),
        Some(Hidden::Unmatched) => Some("ew-unmatched"),
        _ if row.is_part => Some("ew-part"),
        _ => None,
    };
    let key = row.id.as_str().to_owned();
    let paint = row.paint.as_ref().map(|paint| paint.as_str().to_owned());
    let shade = row.shade;
    let (cells, row) = apart(row);
    let cells = cells.into_iter().map(|one| cell(one, &paint, shade));
    el("tr")
        .maybe("class", class.map(str::to_owned))
        .attr("role", "row")
        .attr("data-key", key)
        .skip_if_unchanged()
        .child(name(row, dispatch))
        .children(cells)
}

/// A row's cells, and the row without them.
fn apart(mut row: Row) -> (Vec<Cell>, Row) {
    (std::mem::take(&mut row.cells), row)
}

/// The name of an option, which opens its figures and sources where it has any.
fn name(row: Row, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let photo = row.photo.map(|url| {
        el("img")
            .class("ew-photo")
            .attr("src", url)
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("width", "40")
            .attr("height", "40")
    });
    let details = row
        .details
        .into_iter()
        .map(|text| frame::push_phrase(detail(), text));
    // On the line of the name, behind what opens the row.
    let is_marked = row.source.is_some() || !row.outcomes.is_empty();
    let filled = |around: VNode| {
        around
            .children(photo)
            .child(frame::phrase(row.name))
            .children(row.source.map(source_mark))
            .children(row.outcomes.into_iter().map(outcome))
            .children(details)
    };
    let head = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .part("name");
    let Some(groups) = row.figures else {
        return filled(head);
    };
    let id = row.id;
    let rendered = !groups.is_empty();
    let open = row.open.then(String::new);
    head.child(
        el("details")
            .maybe("open", open)
            .on_toggle(dispatch, move |to, open| {
                to.send(ResultsAction::Toggle {
                    option: id.clone(),
                    open,
                    rendered,
                });
            })
            .child(filled(
                el("summary").maybe("class", is_marked.then(|| "ew-marked".to_owned())),
            ))
            .children(
                frame::details_list()
                    .children(groups.into_iter().map(frame::figures))
                    .unless_empty(),
            ),
    )
}

fn outcome(outcome: OutcomeMark) -> VNode {
    let class = if outcome.won {
        "ew-outcome ew-won"
    } else {
        "ew-outcome"
    };
    line(el("span").class(class), outcome.line)
}

/// The row that stands for those that are folded, with what unfolds them. `ew-fold` is what paper and
/// pages without script do without: all of it where the folded rows are there, else what unfolds them.
fn fold_row(fold: FoldRow, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let expanded = if fold.open { "true" } else { "false" };
    let name = el("th").attr("role", "rowheader").attr("scope", "row");
    let button = controls::button(fold.button, dispatch)
        .key("unfold")
        .attr("aria-expanded", expanded);
    let (class, button) = match fold.alone {
        true => ("ew-rest", button.class("ew-fold")),
        false => ("ew-rest ew-fold", button),
    };
    let row = el("tr").key("fold").class(class).attr("role", "row");
    if fold.open {
        return row.child(name.child(button));
    }
    row.child(
        name.text(fold.name)
            .child(detail().text(fold.rule))
            .child(button),
    )
    .children(fold.cells.into_iter().map(|one| cell(one, &None, None)))
}

fn cell(cell: Cell, paint: &Option<String>, shade: Option<Shade>) -> VNode {
    let class = if cell.stated {
        "ew-figure"
    } else {
        "ew-figure ew-none"
    };
    let figures = cell
        .lines
        .into_iter()
        .map(|one| line(el("span").class(class).part("figure"), one));
    el("td")
        .attr("role", "cell")
        .attr("data-label", cell.label)
        .attr("data-status", cell.status)
        .children(figures)
        .children(cell.change.map(|change| detail().text(change)))
        .children(cell.disputed.map(|disputed| detail().text(disputed)))
        .children(
            cell.bars
                .into_iter()
                .map(|one| bar(one, paint.clone(), shade)),
        )
}
