//! The results chart: a table whose cells carry bars.

use super::{facts, frame};
use crate::layout::{
    self, Bar, Cell, Column, CountChoice, Line, MarkKind, Pick, ResultsAction, ResultsLayout,
    ResultsState, Row, StatusBand,
};
use crate::locale::Locale;
use crate::model::Results;
use crate::widget::{Act, Input, Theme, Widget, draw};
use crate::wire::{self, DataError, Document, Warning};
use leptos::ev;
use leptos::html::{
    button, div, figure, img, p, span, strong, sup, table, tbody, td, th, thead, tr,
};
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

    fn view(layout: ResultsLayout, act: Act<ResultsAction>) -> impl IntoView {
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
    let input = move || Input::<ResultsWidget> {
        model: Some(data.get()),
        state: state(),
        locale: locale.get().unwrap_or_else(|| Arc::new(Locale::english())),
        problem: None,
        theme: theme.get(),
    };
    draw(input, Arc::new(act))
}

fn chart(layout: ResultsLayout, act: Act<ResultsAction>) -> impl IntoView {
    let label = layout.frame.title.text.clone();
    let title = layout.frame.title.clone();
    let contest = layout
        .contest
        .into_iter()
        .map(|part| span().child(frame::phrase(part)))
        .collect::<Vec<_>>();
    let head = (
        frame::title(title),
        p().class("ew-contest").child(contest),
        picks(layout.picks_label, layout.picks, act),
        layout.statuses.into_iter().map(status).collect::<Vec<_>>(),
        p().class("ew-summary")
            .attr("part", "summary")
            .child(layout.summary),
    );
    let several = if layout.columns.iter().any(|column| column.below.is_some()) {
        "ew-several"
    } else {
        ""
    };
    let columns: Vec<_> = layout.columns.into_iter().map(column).collect();
    let rows: Vec<_> = layout.rows.into_iter().map(row).collect();
    figure().class("ew-results").child((
        head,
        table()
            .class(several)
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
        facts::below(
            layout.thresholds,
            layout.ballots,
            layout.remarks,
            layout.corrections,
        ),
        frame::foot(layout.frame),
    ))
}

/// The counts that the reader can choose from.
fn picks(label: String, picks: Vec<Pick>, act: Act<ResultsAction>) -> impl IntoView {
    (!picks.is_empty()).then(move || {
        let buttons: Vec<_> = picks
            .into_iter()
            .map(|pick| {
                let act = Arc::clone(&act);
                button()
                    .r#type("button")
                    .aria_pressed(if pick.pressed { "true" } else { "false" })
                    .on(ev::click, move |_| act(pick.action.clone()))
                    .child(pick.label)
            })
            .collect();
        div()
            .class("ew-picks")
            .role("group")
            .aria_label(label)
            .attr("part", "controls")
            .child(buttons)
    })
}

fn status(band: StatusBand) -> impl IntoView {
    div().class("ew-status").attr("part", "status").child((
        p().child((strong().child(band.word), span().child(band.as_of))),
        band.reported.map(|reported| p().child(reported)),
        band.note.map(|note| p().child(frame::phrase(note))),
    ))
}

fn column(column: Column) -> impl IntoView {
    th().role("columnheader")
        .scope("col")
        .attr("data-figure", column.name)
        .child((
            column.label,
            column
                .below
                .map(|below| span().class("ew-detail").child(text(below))),
        ))
}

fn row(row: Row) -> impl IntoView {
    let details: Vec<_> = row
        .details
        .into_iter()
        .map(|detail| span().class("ew-detail").child(frame::phrase(detail)))
        .collect();
    let outcomes: Vec<_> = row
        .outcomes
        .into_iter()
        .map(|outcome| span().class("ew-outcome").child(text(outcome)))
        .collect();
    let photo = row.photo.map(|url| {
        img()
            .class("ew-photo")
            .attr("src", url)
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("width", "40")
            .attr("height", "40")
    });
    let paint = row.paint.map(|paint| paint.as_str().to_owned());
    let cells: Vec<_> = row
        .cells
        .into_iter()
        .map(|one| cell(one, paint.clone()))
        .collect();
    tr().role("row").attr("data-key", row.key).child((
        th().role("rowheader")
            .scope("row")
            .attr("part", "name")
            .child((photo, frame::phrase(row.name), outcomes, details)),
        cells,
    ))
}

fn cell(cell: Cell, paint: Option<String>) -> impl IntoView {
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
    let detail = |detail: String| span().class("ew-detail").child(detail);
    td().role("cell")
        .attr("data-label", cell.label)
        .attr("data-status", cell.status)
        .child((
            lines,
            cell.change.map(detail),
            cell.disputed.map(detail),
            bars(cell.bars, paint),
        ))
}

pub(super) fn text(line: Line) -> impl IntoView {
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
        MarkKind::Threshold => ("ew-threshold", "0", "100%"),
    };
    line()
        .attr("class", class)
        .attr("x1", mark.from.to_string())
        .attr("x2", mark.to.to_string())
        .attr("y1", from)
        .attr("y2", to)
}
