//! The table whose cells carry bars.

use crate::layout::{
    Cell, Column, FoldRow, Fraction, Hidden, OutcomeMark, ResultsAction, Row, Shade,
};
use crate::view::Dispatch;
use crate::view::bar::bar;
use crate::view::controls;
use crate::view::frame::{self, column_head, detail, line, source_mark};
use crate::view::vdom::{VNode, el, svg};

/// The parts that the table is made of.
pub(super) struct Parts {
    pub title: String,
    pub option_label: String,
    pub columns: Vec<Column>,
    pub lines: Vec<(Fraction, String)>,
    pub rows: Vec<Row>,
    pub fold: Option<(usize, FoldRow)>,
    pub scrolls: Option<String>,
}

/// The elements of a row: without any figures the options are a list.
#[derive(Clone, Copy)]
struct Tags {
    listed: bool,
}

impl Tags {
    fn row(self) -> VNode {
        match self.listed {
            true => el("li"),
            false => el("tr").attr("role", "row"),
        }
    }

    fn name(self) -> VNode {
        match self.listed {
            true => el("div"),
            false => el("th").attr("role", "rowheader").attr("scope", "row"),
        }
    }

    fn opened(self, cells: usize) -> VNode {
        match self.listed {
            true => el("div"),
            false => {
                let cell = el("td").attr("role", "cell");
                cell.attr("colspan", (cells + 1).to_string())
            }
        }
    }

    /// The element that holds the rows.
    fn rows(
        self,
        parts: (String, String, Vec<Column>),
        lines: Vec<(Fraction, String)>,
        rows: Vec<VNode>,
    ) -> VNode {
        let (title, option_label, columns) = parts;
        if self.listed {
            return el("ul")
                .attr("role", "list")
                .attr("aria-label", title)
                .part("table")
                .children(rows);
        }
        el("table")
            .attr("role", "table")
            .attr("aria-label", title)
            .part("table")
            .child(head(option_label, columns).children(lines.into_iter().map(line_across)))
            .child(el("tbody").attr("role", "rowgroup").children(rows))
    }
}

pub(super) fn table(parts: Parts, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let several = parts.columns.iter().any(|column| column.below.is_some());
    let tags = Tags {
        listed: parts.columns.is_empty(),
    };
    let mut fold = parts.fold;
    let open = fold.as_ref().is_some_and(|(_, fold)| fold.open);
    let mut rows = Vec::new();
    for (place, one) in parts.rows.into_iter().enumerate() {
        rows.extend(fold_before(&mut fold, place, tags, dispatch));
        push_row(one, open, (tags, dispatch), &mut rows);
    }
    rows.extend(fold_before(&mut fold, usize::MAX, tags, dispatch));
    let class = match (several, &parts.scrolls) {
        _ if tags.listed => "ew-names",
        (true, _) => "ew-several",
        (_, Some(_)) => "ew-long",
        _ => "ew-one",
    };
    let count = parts.columns.len();
    let heads = (parts.title, parts.option_label, parts.columns);
    // Style sheets could count the columns with `:has()`, which browsers ask again at each row that opens.
    let columns = (class == "ew-one" && count > 1).then(|| count.to_string());
    let table = tags.rows(heads, parts.lines, rows).class(class);
    let table = table.maybe("data-columns", columns);
    let around = el("div").key("table").class("ew-table");
    match parts.scrolls {
        Some(label) => frame::scrolling(around, label).child(table),
        None => around.child(table),
    }
}

/// The row of those that are folded, once so many rows stand before it.
fn fold_before(
    fold: &mut Option<(usize, FoldRow)>,
    place: usize,
    tags: Tags,
    dispatch: &impl Dispatch<ResultsAction>,
) -> Option<VNode> {
    let (_, fold) = fold.take_if(|(before, _)| *before <= place)?;
    Some(fold_row(fold, tags, dispatch))
}

/// A row with what is needed at a line across the rows. The words below the table say all of it, so that this
/// is for eyes alone.
fn line_across((at, text): (Fraction, String)) -> VNode {
    let (anchor, beside) = match at.is_beyond_half() {
        true => ("end", "-4"),
        false => ("start", "4"),
    };
    let line = svg("line")
        .class("ew-threshold")
        .attr("x1", at.written())
        .attr("x2", at.written())
        .attr("y1", "0")
        .attr("y2", "100%");
    let label = svg("text")
        .attr("x", at.written())
        .attr("dx", beside)
        .attr("y", "12")
        .attr("text-anchor", anchor)
        .text(text);
    let drawn = svg("svg")
        .class("ew-bar ew-lines")
        .attr("width", "100%")
        .attr("height", "16")
        .child(line)
        .child(label);
    let row = el("tr").attr("aria-hidden", "true").child(el("td"));
    row.child(el("td").child(drawn))
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

/// A row, and the row of what it opens to, which its style sheet shows while it is open.
fn push_row(
    mut row: Row,
    open: bool,
    (tags, dispatch): (Tags, &impl Dispatch<ResultsAction>),
    rows: &mut Vec<VNode>,
) {
    let class = match row.hidden {
        Some(Hidden::Folded) if !open => Some("ew-folded"),
        Some(Hidden::Unmatched) => Some("ew-unmatched"),
        _ if row.is_part => Some("ew-part"),
        _ => None,
    };
    let key = row.id.as_str().to_owned();
    let paint = row.paint.as_ref().map(|paint| paint.as_str().to_owned());
    let shade = row.shade;
    let cells = std::mem::take(&mut row.cells);
    let groups = row.figures.as_mut().map(std::mem::take).unwrap_or_default();
    let width = cells.len();
    let rendered = !groups.is_empty();
    let is_open = row.open;
    let cells = cells.into_iter().map(|one| cell(one, &paint, shade));
    let shown = tags
        .row()
        .maybe("class", class.map(str::to_owned))
        .attr("data-key", key)
        .skip_if_unchanged()
        .child(name(row, rendered, tags.name(), dispatch))
        .children(cells);
    let opened = frame::details_list()
        .children(groups.into_iter().map(frame::figures))
        .unless_empty()
        .map(|list| {
            // The class is for WebKit, whose styles do not follow what is opened in the row before.
            let class = if is_open {
                "ew-more ew-opened"
            } else {
                "ew-more"
            };
            let row = tags.row().class(class).skip_if_unchanged();
            row.child(tags.opened(width).child(list))
        });
    rows.push(shown);
    rows.extend(opened);
}

/// The name of an option, which opens its figures and sources where it has any.
fn name(row: Row, rendered: bool, head: VNode, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
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
    let head = head.part("name");
    if row.figures.is_none() {
        return filled(head);
    }
    let id = row.id;
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
            )),
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
fn fold_row(fold: FoldRow, tags: Tags, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let expanded = if fold.open { "true" } else { "false" };
    let name = tags.name();
    let button = controls::button(fold.button, dispatch)
        .key("unfold")
        .attr("aria-expanded", expanded);
    let (class, button) = match fold.alone {
        true => ("ew-rest", button.class("ew-fold")),
        false => ("ew-rest ew-fold", button),
    };
    let row = tags.row().key("fold").class(class);
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
    // A figure, then its bar.
    let mut bars = cell.bars.into_iter();
    let mut figures = Vec::new();
    for one in cell.lines {
        figures.push(line(el("span").class(class).part("figure"), one));
        let drawn = bars.next().flatten();
        figures.extend(drawn.map(|one| bar(one, paint.clone(), shade)));
    }
    el("td")
        .attr("role", "cell")
        .attr("data-label", cell.label)
        .attr("data-status", cell.status)
        .children(figures)
        .children(
            cell.change
                .map(|change| el("span").class("ew-detail ew-change").text(change)),
        )
        .children(cell.disputed.map(|disputed| detail().text(disputed)))
}
