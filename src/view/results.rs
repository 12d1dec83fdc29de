//! The results chart: a table whose cells carry bars.

use super::frame;
use crate::layout::{
    self, Bar, Cell, Column, Line, MarkKind, ResultsLayout, ResultsState, Row, StatusBand,
};
use crate::locale::Locale;
use crate::model::{Id, Results};
use crate::widget::{Input, Theme, Widget, draw};
use crate::wire::{self, DataError, Document, Warning};
use leptos::html::{div, figure, p, span, strong, sup, table, tbody, td, th, thead, tr};
use leptos::prelude::*;
use leptos::svg::{line, svg};
use std::sync::Arc;

/// The results chart as a [`Widget`].
pub struct ResultsWidget;

impl Widget for ResultsWidget {
    const TAG: &'static str = "results-chart";
    const ATTRIBUTES: &'static [&'static str] = &["count"];
    type Model = Results;
    type State = ResultsState;
    type Layout = ResultsLayout;

    fn read(document: &Document) -> Result<(Results, Vec<Warning>), DataError> {
        wire::read_results(document)
    }

    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> ResultsState {
        ResultsState {
            count: attribute("count").and_then(|id| Id::new(&id)),
        }
    }

    fn layout(model: &Results, state: &ResultsState, locale: &Locale) -> Option<ResultsLayout> {
        layout::results(model, state, locale)
    }

    fn view(layout: ResultsLayout) -> impl IntoView {
        chart(layout)
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
    /// The id of the count on show; the last where left out.
    #[prop(into, optional)]
    count: MaybeProp<String>,
    /// The colours; those of the page where left out.
    #[prop(into, optional)]
    theme: Signal<Theme>,
) -> impl IntoView {
    let input = move || Input::<ResultsWidget> {
        model: Some(data.get()),
        state: ResultsState {
            count: count.get().and_then(|id| Id::new(&id)),
        },
        locale: locale.get().unwrap_or_else(|| Arc::new(Locale::english())),
        problem: None,
        theme: theme.get(),
    };
    draw(input)
}

fn chart(layout: ResultsLayout) -> impl IntoView {
    let label = layout.frame.title.text.clone();
    let status_name = layout.status.name;
    let title = layout.frame.title.clone();
    let contest = layout
        .contest
        .into_iter()
        .map(|part| span().child(frame::phrase(part)))
        .collect::<Vec<_>>();
    let head = (
        frame::title(title),
        p().class("ew-contest").child(contest),
        status(layout.status),
        p().class("ew-summary")
            .attr("part", "summary")
            .child(layout.summary),
    );
    let columns: Vec<_> = layout.columns.iter().map(column).collect();
    let rows: Vec<_> = layout.rows.into_iter().map(row).collect();
    figure()
        .class("ew-results")
        .attr("data-status", status_name)
        .child((
            head,
            table()
                .role("table")
                .aria_label(label)
                .attr("part", "table")
                .child((
                    thead().role("rowgroup").child(
                        tr().role("row").child((
                            th().role("columnheader")
                                .scope("col")
                                .child(layout.option_label),
                            columns,
                        )),
                    ),
                    tbody().role("rowgroup").child(rows),
                )),
            layout
                .order_note
                .map(|note| p().class("ew-note").child(note)),
            frame::foot(layout.frame),
        ))
}

fn status(band: StatusBand) -> impl IntoView {
    div().class("ew-status").attr("part", "status").child((
        p().child((strong().child(band.word), span().child(band.as_of))),
        band.reported.map(|reported| p().child(reported)),
        band.note.map(|note| p().child(frame::phrase(note))),
    ))
}

fn column(column: &Column) -> impl IntoView + use<> {
    th().role("columnheader")
        .scope("col")
        .attr("data-figure", column.name)
        .child(column.label.clone())
}

fn row(row: Row) -> impl IntoView {
    let details: Vec<_> = row
        .details
        .into_iter()
        .map(|detail| span().class("ew-detail").child(frame::phrase(detail)))
        .collect();
    let mut bars = Some(bars(
        row.bars,
        row.paint.map(|paint| paint.as_str().to_owned()),
    ));
    // The first column of figures is the one that the bars are drawn of.
    let cells: Vec<_> = row
        .cells
        .into_iter()
        .map(|one| cell(one, bars.take()))
        .collect();
    tr().role("row").attr("data-key", row.key).child((
        th().role("rowheader")
            .scope("row")
            .attr("part", "name")
            .child((
                frame::phrase(row.name),
                row.outcome
                    .map(|outcome| span().class("ew-outcome").child(text(outcome))),
                details,
            )),
        cells,
    ))
}

fn cell(cell: Cell, bars: Option<impl IntoView>) -> impl IntoView {
    let lines: Vec<_> = cell
        .lines
        .into_iter()
        .map(|line| {
            span()
                .class("ew-figure")
                .attr("part", "figure")
                .child(text(line))
        })
        .collect();
    td().role("cell").child((
        lines,
        cell.disputed
            .map(|disputed| span().class("ew-disputed").child(disputed)),
        bars,
    ))
}

fn text(line: Line) -> impl IntoView {
    let mark = line
        .source
        .map(|(number, spoken)| sup().role("note").aria_label(spoken).child(number));
    (line.text, mark)
}

fn bars(bars: Vec<Bar>, paint: Option<String>) -> impl IntoView {
    bars.into_iter()
        .map(|bar| {
            svg()
                .attr("class", "ew-bar")
                .attr("part", "bar")
                .attr("width", "100%")
                .attr("height", "14")
                .attr("aria-hidden", "true")
                .attr("color", paint.clone())
                .child(bar.marks.into_iter().map(mark).collect::<Vec<_>>())
        })
        .collect::<Vec<_>>()
}

/// Every mark is a thick line, so that dashes can hatch it without ids that might clash.
fn mark(mark: layout::Mark) -> impl IntoView {
    let (class, from, to) = match mark.kind {
        MarkKind::Solid => ("ew-solid", "50%", "50%"),
        MarkKind::Band => ("ew-band", "50%", "50%"),
        MarkKind::Soft => ("ew-soft", "50%", "50%"),
        MarkKind::Open => ("ew-open", "50%", "50%"),
        MarkKind::Ceiling => ("ew-ceiling", "0", "100%"),
    };
    line()
        .attr("class", class)
        .attr("x1", mark.from.to_string())
        .attr("x2", mark.to.to_string())
        .attr("y1", from)
        .attr("y2", to)
}
