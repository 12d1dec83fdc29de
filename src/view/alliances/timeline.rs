//! The table of spells along a line of time.

use crate::layout::{
    Fraction, KindMark, Lane, Timeline, TimelineRow, TimelineShape, TimelineSpell,
};
use crate::view::frame;
use crate::view::vdom::{VNode, el, svg};
use std::borrow::Cow;

/// Spells as bars below the years: one row per state, in it one lane per alliance.
pub(super) fn line_of_time(timeline: Timeline, name: String) -> VNode {
    let head = |text: String| frame::column_head().text(text);
    let [state, membership] = timeline.heads;
    let heads = el("tr").attr("role", "row").child(head(state)).child(lane(
        frame::column_head(),
        membership,
        axis(timeline.ticks),
    ));
    let day = timeline.day;
    let rows = timeline.rows.into_iter().flat_map(|one| row(one, day));
    el("div").key("timeline").class("ew-table").child(
        el("table")
            .class("ew-timeline")
            .attr("role", "table")
            .attr("aria-label", name)
            .part("table")
            .child(el("thead").attr("role", "rowgroup").child(heads))
            .child(el("tbody").attr("role", "rowgroup").children(rows)),
    )
}

/// The colours of the kinds, and what the shapes mean.
pub(super) fn key(kinds: Vec<KindMark>, shapes: Vec<(TimelineShape, String)>) -> VNode {
    let sample = |class: &'static str, upright: bool, kind: &'static str, text: String| {
        let bar = svg("svg")
            .class("ew-bar")
            .attr("width", "24")
            .attr("height", "14")
            .attr("aria-hidden", "true");
        let [x1, x2] = if upright { ["50%"; 2] } else { ["0", "100%"] };
        let line = drawn(class, x1, x2, upright).attr("data-spell", kind);
        el("span").child(bar.child(line)).text(" ").text(text)
    };
    let kinds = kinds.into_iter();
    let shapes = shapes.into_iter().map(|(shape, text)| {
        let (class, upright) = class_of(shape);
        sample(class, upright, "member", text)
    });
    super::legend()
        .children(kinds.map(|one| sample("ew-solid", false, one.kind, one.spoken)))
        .children(shapes)
}

/// The years above the line.
fn axis(ticks: Vec<(Fraction, String)>) -> VNode {
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
        .attr("aria-hidden", "true")
        .children(ticks.into_iter().map(tick))
}

/// Words, and what is drawn beside or below them.
fn lane(around: VNode, text: String, drawn: VNode) -> VNode {
    let text = el("span").text(text);
    around.child(el("div").class("ew-lane").child(text).child(drawn))
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
    let of_lane = |one: Lane| {
        let cell = el("td").attr("role", "cell");
        el("tr")
            .attr("role", "row")
            .children(head.take())
            .child(lane(cell, one.text, bar(one.spells, day)))
    };
    row.lanes.into_iter().map(of_lane).collect()
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
    let (class, upright) = class_of(spell.shape);
    line(class, spell.from, spell.to, upright).attr("data-spell", spell.kind.name())
}

/// The class of a shape, and whether it stands across the bar.
fn class_of(shape: TimelineShape) -> (&'static str, bool) {
    match shape {
        TimelineShape::Sure => ("ew-solid", false),
        TimelineShape::Perhaps => ("ew-band", false),
        TimelineShape::Point => ("ew-ceiling", true),
        TimelineShape::Joined => ("ew-joined", false),
    }
}

/// A line along the bar, or one across it.
fn line(class: &'static str, from: Fraction, to: Fraction, upright: bool) -> VNode {
    drawn(class, from.written(), to.written(), upright)
}

fn drawn(
    class: &'static str,
    x1: impl Into<Cow<'static, str>>,
    x2: impl Into<Cow<'static, str>>,
    upright: bool,
) -> VNode {
    let (top, bottom) = if upright {
        ("0", "100%")
    } else {
        ("50%", "50%")
    };
    svg("line")
        .class(class)
        .attr("x1", x1)
        .attr("x2", x2)
        .attr("y1", top)
        .attr("y2", bottom)
}
