//! What stands below the results chart's table.

use crate::layout::{Fact, Line, ThresholdText};
use crate::view::frame;
use crate::view::node::{Node, el};

pub(super) fn threshold(threshold: ThresholdText) -> Node {
    let said = el("p")
        .class("ew-verdicts")
        .part("threshold")
        .child(frame::line(el("strong"), threshold.label));
    // A blank stands before each: without it a line can't end there, and what is copied runs together.
    let add = |said: Node, verdict| said.text(" ").child(el("span").text(verdict));
    threshold.verdicts.into_iter().fold(said, add)
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
