//! The results chart: a table whose cells carry bars.

use super::node::{Node, el, svg};
use super::{facts, frame};
use crate::layout::{
    self, Bar, Cell, Column, CountChoice, Line, MarkKind, Pick, ResultsAction, ResultsLayout,
    ResultsState, Row, StatusBand,
};
use crate::locale::Locale;
use crate::model::Results;
use crate::widget::{Act, Input, Theme, Widget, draw};
use crate::wire::{self, DataError, Document, Warning};
use leptos::prelude::*;
use std::sync::Arc;

/// The results chart as a [`Widget`].
pub struct ResultsWidget;

impl Widget for ResultsWidget {
    const TAG: &'static str = "results-chart";
    const ATTRIBUTES: &'static [&'static str] = &["count"];
    type Model = Results;
    type State = ResultsState;
    type Action = ResultsAction;
    type Layout = ResultsLayout;

    fn read(document: &Document) -> Result<(Results, Vec<Warning>), DataError> {
        wire::read_results(document)
    }

    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> ResultsState {
        ResultsState {
            count: CountChoice::new(attribute("count").as_deref()),
        }
    }

    fn apply(state: &mut ResultsState, action: ResultsAction) {
        state.apply(action);
    }

    fn layout(model: &Results, state: &ResultsState, locale: &Locale) -> Option<ResultsLayout> {
        layout::results(model, state, locale)
    }

    fn view(layout: ResultsLayout, act: Act<ResultsAction>) -> Node {
        chart(layout, act)
    }
}

/// A results chart in a leptos app; the page loads `election-widgets.css`.
///
/// ```
/// use election_widgets::{ResultsChart, model::Results};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(results: ReadSignal<Arc<Results>>) -> impl IntoView {
///     view! { <ResultsChart data=results/> }
/// }
/// ```
#[component]
pub fn ResultsChart(
    /// The document, read by [`wire::read_results`].
    #[prop(into)]
    data: Signal<Arc<Results>>,
    /// The reader's language; English where left out.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The id of the count on show until the reader picks one, or `all`; the last where left out.
    #[prop(into, optional)]
    count: MaybeProp<String>,
    /// The colours; those of the page where left out.
    #[prop(into, optional)]
    theme: Signal<Theme>,
) -> impl IntoView {
    let picked = ArcRwSignal::new(None::<ResultsState>);
    let state = {
        let picked = picked.clone();
        move || {
            picked.get().unwrap_or_else(|| ResultsState {
                count: CountChoice::new(count.get().as_deref()),
            })
        }
    };
    let act = {
        let state = state.clone();
        move |action| {
            let mut next = untrack(&state);
            next.apply(action);
            picked.set(Some(next));
        }
    };
    let english = Arc::new(Locale::english());
    let input = move || Input::<ResultsWidget> {
        model: Some(data.get()),
        state: state(),
        locale: locale.get().unwrap_or_else(|| Arc::clone(&english)),
        problem: None,
        theme: theme.get(),
    };
    draw(input, Arc::new(act))
}

fn chart(layout: ResultsLayout, act: Act<ResultsAction>) -> Node {
    let several = layout.columns.iter().any(|column| column.below.is_some());
    let label = layout.frame.title.text.clone();
    let contest = layout
        .contest
        .into_iter()
        .map(|part| el("span").child(frame::phrase(part)));
    el("figure")
        .class("ew-results")
        .child(frame::title(layout.frame.title.clone()))
        .child(el("p").class("ew-contest").children(contest))
        .children(picks(layout.picks_label, layout.picks, &act))
        .children(layout.statuses.into_iter().map(status))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .child(
            el("table")
                .class(if several { "ew-several" } else { "ew-one" })
                .attr("role", "table")
                .attr("aria-label", label)
                .part("table")
                .child(head(layout.option_label, layout.columns))
                .child(
                    el("tbody")
                        .attr("role", "rowgroup")
                        .children(layout.rows.into_iter().map(row)),
                ),
        )
        .children(layout.thresholds.into_iter().map(facts::threshold))
        .children(facts::ballots(layout.ballots))
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .children(layout.corrections.into_iter().map(facts::correction))
        .child(frame::foot(layout.frame))
}

/// The counts that the reader can choose from.
fn picks(label: String, picks: Vec<Pick>, act: &Act<ResultsAction>) -> Option<Node> {
    let button = |pick: Pick| {
        let act = Arc::clone(act);
        el("button")
            .attr("type", "button")
            .attr("aria-pressed", if pick.pressed { "true" } else { "false" })
            .on_click(Arc::new(move || act(pick.action.clone())))
            .text(pick.label)
    };
    (!picks.is_empty()).then(|| {
        el("div")
            .class("ew-picks")
            .attr("role", "group")
            .attr("aria-label", label)
            .part("controls")
            .children(picks.into_iter().map(button))
    })
}

fn status(band: StatusBand) -> Node {
    let first = el("p")
        .child(el("strong").text(band.word))
        .child(el("span").text(band.as_of));
    el("div")
        .class("ew-status")
        .part("status")
        .child(first)
        .children(band.reported.map(|reported| line(el("p"), reported)))
        .children(band.note.map(|note| el("p").child(frame::phrase(note))))
}

fn head(option_label: String, columns: Vec<Column>) -> Node {
    let first = column_head().text(option_label);
    let row = el("tr").attr("role", "row").child(first);
    el("thead")
        .attr("role", "rowgroup")
        .child(row.children(columns.into_iter().map(column)))
}

fn column_head() -> Node {
    el("th").attr("role", "columnheader").attr("scope", "col")
}

fn column(column: Column) -> Node {
    column_head()
        .attr("data-figure", column.name)
        .text(column.label)
        .children(column.below.map(|below| line(detail(), below)))
}

fn row(row: Row) -> Node {
    let photo = row.photo.map(|url| {
        el("img")
            .class("ew-photo")
            .attr("src", url)
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("width", "40")
            .attr("height", "40")
    });
    let outcomes = row
        .outcomes
        .into_iter()
        .map(|outcome| line(el("span").class("ew-outcome"), outcome));
    let details = row
        .details
        .into_iter()
        .map(|text| detail().child(frame::phrase(text)));
    let name = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .part("name")
        .children(photo)
        .child(frame::phrase(row.name))
        .children(row.source.map(source_mark))
        .children(outcomes)
        .children(details);
    let paint = row.paint.map(|paint| paint.as_str().to_owned());
    let cells = row.cells.into_iter().map(|one| cell(one, &paint));
    el("tr")
        .attr("role", "row")
        .attr("data-key", row.key)
        .child(name)
        .children(cells)
}

fn detail() -> Node {
    el("span").class("ew-detail")
}

fn cell(cell: Cell, paint: &Option<String>) -> Node {
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
        .children(cell.bars.into_iter().map(|one| bar(one, paint.clone())))
}

/// A piece of text with the mark of its source, inside `around`.
pub(super) fn line(around: Node, line: Line) -> Node {
    around
        .text(line.text)
        .children(line.source.map(source_mark))
}

fn source_mark((number, spoken): (String, String)) -> Node {
    el("sup")
        .attr("role", "note")
        .attr("aria-label", spoken)
        .text(number)
}

fn bar(bar: Bar, paint: Option<String>) -> Node {
    svg("svg")
        .class("ew-bar")
        .part("bar")
        .attr("width", "100%")
        .attr("height", "14")
        .attr("aria-hidden", "true")
        .maybe("color", paint)
        .children(bar.marks.into_iter().map(mark))
}

/// Every mark is a thick line, so that dashes can hatch it without ids that might clash.
fn mark(mark: layout::Mark) -> Node {
    let (class, from, to) = match mark.kind {
        MarkKind::Solid => ("ew-solid", "50%", "50%"),
        MarkKind::Band => ("ew-band", "50%", "50%"),
        MarkKind::Soft => ("ew-soft", "50%", "50%"),
        MarkKind::Open => ("ew-open", "50%", "50%"),
        MarkKind::Ceiling => ("ew-ceiling", "0", "100%"),
        MarkKind::Threshold => ("ew-threshold", "0", "100%"),
    };
    svg("line")
        .class(class)
        .attr("x1", mark.from.to_string())
        .attr("x2", mark.to.to_string())
        .attr("y1", from)
        .attr("y2", to)
}
