//! What stands below the results chart's table.

use crate::layout::{Fact, Line, ThresholdText};
use crate::view::frame;
use crate::view::node::{Node, el};

pub(super) fn threshold(threshold: ThresholdText) -> Node {
    let verdicts = threshold
        .verdicts
        .into_iter()
        .map(|verdict| el("span").text(verdict));
    el("p")
        .class("ew-verdicts")
        .part("threshold")
        .child(frame::line(el("strong"), threshold.label))
        .children(verdicts)
}

pub(super) fn ballots(facts: Vec<Fact>) -> Option<Node> {
    (!facts.is_empty()).then(|| {
        el("dl")
            .class("ew-facts")
            .part("ballots")
            .children(facts.into_iter().map(fact))
    })
}

fn fact(fact: Fact) -> Node {
    let figures = fact.lines.into_iter().map(|one| frame::line(el("dd"), one));
    el("div").child(el("dt").text(fact.label)).children(figures)
}

pub(super) fn correction(correction: Line) -> Node {
    frame::line(frame::note(), correction)
}
