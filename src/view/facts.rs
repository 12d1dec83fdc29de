//! What stands below the results chart's table.

use super::frame;
use super::results::text;
use crate::layout::{Fact, Line, ThresholdText};
use leptos::html::{dd, div, dl, dt, p, span, strong};
use leptos::prelude::*;

pub(super) fn below(
    thresholds: Vec<ThresholdText>,
    ballots: Vec<Fact>,
    remarks: Vec<String>,
    corrections: Vec<Line>,
) -> impl IntoView {
    let thresholds: Vec<_> = thresholds.into_iter().map(threshold).collect();
    let ballots = (!ballots.is_empty()).then(|| {
        let facts: Vec<_> = ballots.into_iter().map(fact).collect();
        dl().class("ew-facts").attr("part", "ballots").child(facts)
    });
    let remarks: Vec<_> = remarks.into_iter().map(frame::note).collect();
    let corrections: Vec<_> = corrections
        .into_iter()
        .map(|correction| p().class("ew-note").child(text(correction)))
        .collect();
    (thresholds, ballots, remarks, corrections)
}

fn threshold(threshold: ThresholdText) -> impl IntoView {
    let verdicts: Vec<_> = threshold
        .verdicts
        .into_iter()
        .map(|verdict| span().child(verdict))
        .collect();
    p().class("ew-verdicts")
        .attr("part", "threshold")
        .child((strong().child(threshold.label), verdicts))
}

fn fact(fact: Fact) -> impl IntoView {
    let lines: Vec<_> = fact
        .lines
        .into_iter()
        .map(|line| dd().child(text(line)))
        .collect();
    div().child((dt().child(fact.label), lines))
}
