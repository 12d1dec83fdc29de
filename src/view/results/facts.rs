//! The facts below the results chart's table.

use crate::layout::{Fact, Line, ThresholdText};
use crate::view::frame;
use crate::view::vdom::{VNode, el};

pub(super) fn threshold(threshold: ThresholdText) -> VNode {
    let said = el("p")
        .class("ew-verdicts")
        .part("threshold")
        .child(frame::line(el("strong"), threshold.label));
    // A blank stands before each: without it a line can't end there, and what is copied runs together.
    let add = |said: VNode, verdict| said.text(" ").child(el("span").text(verdict));
    threshold.verdicts.into_iter().fold(said, add)
}

/// The key to the marks of bars, hidden from screen readers.
pub(super) fn key(words: [String; 3]) -> VNode {
    let [certain, possible, most] = words;
    let mark = |class, word| el("span").class(class).text(word);
    el("p")
        .class("ew-marks")
        .attr("aria-hidden", "true")
        .child(mark("ew-mark ew-certain", certain))
        .child(mark("ew-mark ew-possible", possible))
        .child(mark("ew-mark ew-most", most))
}

pub(super) fn facts(facts: Vec<Fact>) -> Option<VNode> {
    (!facts.is_empty()).then(|| {
        el("dl")
            .class("ew-facts")
            .part("ballots")
            .children(facts.into_iter().map(fact))
    })
}

fn fact(fact: Fact) -> VNode {
    let figures = fact.lines.into_iter().map(|one| frame::line(el("dd"), one));
    el("div").child(el("dt").text(fact.label)).children(figures)
}

pub(super) fn correction(correction: Line) -> VNode {
    frame::line(frame::note(), correction)
}
