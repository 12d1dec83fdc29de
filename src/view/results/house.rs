//! A house as a half circle, and the reader's coalitions.

use crate::layout::{Block, Certainty, Circle, Coalition, HouseLayout, Point, ResultsAction};
use crate::view::Dispatch;
use crate::view::bar::{bar, mark, shaded};
use crate::view::controls;
use crate::view::vdom::{VNode, el, svg};

pub(super) fn house(house: HouseLayout, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    el("div")
        .key("house")
        .class("ew-house")
        .part("house")
        .children(house.circle.map(circle))
        .children(house.coalition.map(|one| coalition(one, dispatch)))
}

/// It is hidden from screen readers, because the table has all of it in words.
fn circle(circle: Circle) -> VNode {
    let thickness = circle.thickness;
    let blocks = circle
        .blocks
        .into_iter()
        .map(|one| block(one, thickness.clone()));
    let line = circle.line.map(|(inside, outside)| {
        svg("line")
            .class("ew-majority")
            .attr("x1", inside.x)
            .attr("y1", inside.y)
            .attr("x2", outside.x)
            .attr("y2", outside.y)
    });
    let at = |y: &'static str| Point {
        x: "114".to_owned(),
        y: y.to_owned(),
    };
    svg("svg")
        .class("ew-circle")
        .attr("viewBox", circle.view_box)
        .attr("aria-hidden", "true")
        .children(blocks)
        .children(line)
        .child(label("ew-total", at("103"), circle.total))
        .children(
            circle
                .majority
                .map(|text| label("ew-least", at("114"), text)),
        )
}

/// Seats as points of a thick stroke; those that are not sure are hollow.
fn block(block: Block, thickness: String) -> VNode {
    let class = match block.held {
        Certainty::Certain => "ew-held",
        Certainty::Possible => "ew-perhaps",
        Certainty::Unknown => "ew-unsaid",
    };
    let path = |class: &'static str| {
        svg("path")
            .class(class)
            .attr("d", block.seats.path.clone())
            .attr("stroke-width", thickness.clone())
    };
    let hollow = (block.held != Certainty::Certain).then(|| path("ew-hollow"));
    let group = svg("g").maybe("color", block.paint.map(|paint| paint.as_str().to_owned()));
    let group = group.maybe("class", block.dim.then(|| "ew-dim".to_owned()));
    shaded(group, block.shade)
        .child(path(class))
        .children(hollow)
        .children(
            block
                .label
                .map(|text| label("ew-seats", block.seats.middle, text)),
        )
}

fn label(class: &'static str, at: Point, text: String) -> VNode {
    svg("text")
        .class(class)
        .attr("x", at.x)
        .attr("y", at.y)
        .text(text)
}

/// The reader's own coalition: folded, since it is no news.
fn coalition(coalition: Coalition, dispatch: &impl Dispatch<ResultsAction>) -> VNode {
    let Coalition { choice, paints, .. } = coalition;
    let painted = |node, place: usize| {
        let (paint, shade) = paints.get(place).cloned().unwrap_or((None, None));
        let node = shaded(node, shade);
        node.maybe("color", paint.map(|paint| paint.as_str().to_owned()))
    };
    let summary = el("summary").child(el("bdi").text(choice.label.clone()));
    let picks = choice.picks.into_iter().enumerate().map(|(place, pick)| {
        let swatch = svg("svg").class("ew-swatch").attr("aria-hidden", "true");
        controls::pressable(pick, Some(painted(swatch, place)), dispatch)
    });
    let picks = el("div")
        .class("ew-picks")
        .attr("role", "group")
        .attr("aria-label", choice.label)
        .children(picks);
    let parts = coalition.parts.into_iter();
    let parts = parts.map(|(place, part)| painted(svg("g"), place).child(mark(part)));
    el("details")
        .class("ew-coalition")
        .child(summary)
        .child(picks)
        .child(el("p").attr("role", "status").text(coalition.verdict))
        .children(
            coalition
                .bar
                .map(|sum| bar(sum, None, None).children(parts)),
        )
}
