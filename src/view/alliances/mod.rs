//! The alliance grid: a table of states by alliances.

mod grid;
mod timeline;

use super::Dispatch;
use super::vdom::{VNode, el};
use super::{controls, frame};
use crate::layout::{AlliancesAction, AlliancesLayout, Compare, Content, Figures, Overlap, Time};

/// The whole figure of the widget.
pub(crate) fn figure(layout: AlliancesLayout, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let content = match layout.content {
        Content::Grid(grid) => grid::grid(*grid, dispatch),
        Content::Alliances(groups) => by_alliance(groups),
        Content::States(groups) => by_alliance(groups),
        Content::Timeline(timeline) => timeline::line_of_time(timeline),
        Content::Overlap(shared) => overlap(shared),
    };
    el("figure")
        .key("picture")
        .class("ew-alliances")
        .children(frame::rehearsal(&layout.frame))
        .child(frame::title(layout.frame.title.clone()))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .child(
            el("div")
                .key("choices")
                .class("ew-controls")
                .part("controls")
                .child(controls::choice(layout.views, dispatch))
                .children(
                    layout
                        .legend
                        .map(|legend| controls::choice(legend, dispatch).part("legend")),
                ),
        )
        .child(time(layout.time, dispatch))
        .child(content)
        .child(compare(layout.compare, dispatch))
        .children(
            layout
                .participation
                .into_iter()
                .map(|part| frame::line(frame::note(), part)),
        )
        .child(frame::foot(layout.frame))
}

/// The day: a slider over those on which something changes, and a field for any other.
fn time(time: Time, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let last = time.stops.len().saturating_sub(1);
    let stops = time.stops;
    let slider = (last > 0).then(|| {
        el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("value", time.stop.to_string())
            .attr("aria-label", time.label.clone())
            .attr("aria-valuetext", time.shown.clone())
            .on_input(dispatch, move |to, text| {
                let places = stops.iter().enumerate();
                let mut chosen = places.filter(|(place, _)| place.to_string() == text);
                if let Some((_, stop)) = chosen.next() {
                    to.send(AlliancesAction::AsOf(*stop));
                }
            })
    });
    let date = el("input")
        .attr("type", "date")
        .attr("value", time.day.unwrap_or_default())
        .attr("aria-label", time.label)
        .on_input(dispatch, |to, text| {
            to.send(AlliancesAction::ReadDate(text));
        });
    let controls = el("div")
        .class("ew-controls ew-time")
        .part("controls")
        .children(slider)
        .child(date);
    let changes = time
        .changes
        .into_iter()
        .map(|change| el("span").text(change));
    el("div")
        .key("time")
        .class("ew-status")
        .part("status")
        .child(el("p").child(el("strong").text(time.shown)))
        .child(controls)
        .child(
            el("p")
                .class("ew-changes")
                .attr("role", "status")
                .children(changes),
        )
}

fn by_alliance(groups: Vec<Figures>) -> VNode {
    el("dl")
        .key("alliances")
        .class("ew-figures ew-by-alliance")
        .children(groups.into_iter().map(frame::figures))
}

/// Sets of alliances as dots, each with its states in a sentence.
fn overlap(overlap: Overlap) -> VNode {
    let head = |text: String| frame::column_head().text(text);
    let cell = || el("td").attr("role", "cell");
    let dot = |shared: Option<bool>| {
        let sign = match shared {
            Some(true) => "●",
            Some(false) => "–",
            None => "?",
        };
        cell().child(el("span").attr("aria-hidden", "true").text(sign))
    };
    let rows = overlap.rows.into_iter().map(|row| {
        el("tr")
            .attr("role", "row")
            .children(row.shared.into_iter().map(dot))
            .child(cell().text(row.text))
    });
    let heads = el("tr")
        .attr("role", "row")
        .children(overlap.heads.into_iter().map(head))
        .child(head(overlap.last_head));
    let table = el("table")
        .class("ew-grid ew-overlap")
        .attr("role", "table")
        .part("table")
        .child(el("thead").attr("role", "rowgroup").child(heads))
        .child(el("tbody").attr("role", "rowgroup").children(rows));
    let around = el("div").key("overlap").class("ew-table ew-wide");
    frame::scrolling(around, overlap.label).child(table)
}

/// Two states to choose, and what is said of them.
fn compare(compare: Compare, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let pick = |chosen: String, action: fn(String) -> AlliancesAction| {
        let options = std::iter::once(("", &*compare.none)).chain(
            compare
                .states
                .iter()
                .map(|(code, name)| (code.as_str(), name.as_str())),
        );
        controls::select(&compare.label, options, &chosen)
            .on_input(dispatch, move |to, code| to.send(action(code)))
    };
    let first = pick(compare.chosen.0, AlliancesAction::Compare);
    let second = pick(compare.chosen.1, AlliancesAction::CompareTo);
    let sentences = compare
        .sentences
        .into_iter()
        .map(|sentence| el("span").text(sentence));
    el("div")
        .key("compare")
        .class("ew-compare")
        .child(
            el("div")
                .class("ew-controls ew-picks")
                .attr("role", "group")
                .attr("aria-label", compare.label.clone())
                .child(
                    el("span")
                        .attr("aria-hidden", "true")
                        .text(compare.label.clone()),
                )
                .child(first)
                .child(second),
        )
        .child(el("p").attr("role", "status").children(sentences))
}
