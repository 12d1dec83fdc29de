//! The table of spells along a line of time.

use crate::layout::{Fraction, Lane, Timeline, TimelineRow, TimelineShape, TimelineSpell};
use crate::view::frame;
use crate::view::vdom::{VNode, el, svg};

/// Spells as bars, a row a state and in it a lane an alliance, under the years.
pub(super) fn line_of_time(timeline: Timeline) -> VNode {
    let head = |text: String| frame::column_head().text(text);
    let [state, membership] = timeline.heads;
    let heads = el("tr")
        .attr("role", "row")
        .child(head(state))
        .child(head(membership))
        .child(frame::column_head().child(axis(timeline.ends, timeline.ticks)));
    let day = timeline.day;
    let rows = timeline.rows.into_iter().flat_map(|one| row(one, day));
    let table = el("table")
        .class("ew-timeline")
        .attr("role", "table")
        .part("table")
        .child(el("thead").attr("role", "rowgroup").child(heads))
        .child(el("tbody").attr("role", "rowgroup").children(rows));
    let around = el("div").key("timeline").class("ew-table");
    frame::scrolling(around, timeline.label).child(table)
}

/// The years above the line.
fn axis([from, until]: [String; 2], ticks: Vec<(Fraction, String)>) -> VNode {
    let tick = |(at, year): (Fraction, String)| {
        svg("text")
            .attr("x", at.written())
            .attr("y", "12")
            .text(year)
    };
    svg("svg")
        .class("ew-axis")
        .attr("width", "100%")
        .attr("height", "16")
        .attr("role", "img")
        .attr("aria-label", [&*from, "–", &until].concat())
        .children(ticks.into_iter().map(tick))
}

/// A state's lanes, a table's row each; the first has the state's name.
fn row(row: TimelineRow, day: Option<Fraction>) -> Vec<VNode> {
    let lanes = row.lanes.len().to_string();
    let head = el("th")
        .attr("role", "rowheader")
        .attr("scope", "rowgroup")
        .attr("rowspan", lanes)
        .child(frame::phrase(row.state));
    let mut head = Some(head);
    let cell = || el("td").attr("role", "cell");
    let lane = |lane: Lane| {
        el("tr")
            .attr("role", "row")
            .children(head.take())
            .child(cell().text(lane.text))
            .child(cell().child(bar(lane.spells, day)))
    };
    row.lanes.into_iter().map(lane).collect()
}

fn bar(spells: Vec<TimelineSpell>, day: Option<Fraction>) -> VNode {
    let day = day.map(|day| line("ew-day", day, day, true));
    svg("svg")
        .class("ew-bar")
        .part("bar")
        .attr("width", "100%")
        .attr("height", "14")
        .attr("aria-hidden", "true")
        .children(spells.into_iter().map(stretch))
        .children(day)
}

fn stretch(spell: TimelineSpell) -> VNode {
    let (class, upright) = match spell.shape {
        TimelineShape::Sure => ("ew-solid", false),
        TimelineShape::Perhaps => ("ew-band", false),
        TimelineShape::Point => ("ew-ceiling", true),
        TimelineShape::Joined => ("ew-joined", false),
    };
    line(class, spell.from, spell.to, upright).attr("data-spell", spell.kind.name())
}

/// A line along the bar, or one across it.
fn line(class: &'static str, from: Fraction, to: Fraction, upright: bool) -> VNode {
    let (top, bottom) = if upright {
        ("0", "100%")
    } else {
        ("50%", "50%")
    };
    svg("line")
        .class(class)
        .attr("x1", from.written())
        .attr("x2", to.written())
        .attr("y1", top)
        .attr("y2", bottom)
}
