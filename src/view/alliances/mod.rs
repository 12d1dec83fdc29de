//! The alliance grid: a table of states by alliances.

mod grid;
mod timeline;

use super::Dispatch;
use super::vdom::{VNode, el};
use super::{controls, frame};
use crate::layout::{
    AlliancesAction, AlliancesLayout, Compare, Content, Figures, KindMark, Overlap, Time,
};

/// The whole figure of the widget.
pub(crate) fn figure(
    mut layout: AlliancesLayout,
    dispatch: &impl Dispatch<AlliancesAction>,
) -> VNode {
    let find = match &mut layout.content {
        Content::Grid(grid) => grid.find.take(),
        _ => None,
    };
    let changes = layout.time.changes.iter().cloned();
    let changes = el("p")
        .class("ew-changes")
        .attr("role", "status")
        .children(changes.map(|change| el("span").text(change)));
    let shown = el("p").class("ew-status").part("status");
    let controls = el("div")
        .key("choices")
        .class("ew-controls ew-choices")
        .part("controls")
        .child(controls::drop_down(layout.views, dispatch))
        .children(
            layout
                .order
                .map(|order| controls::drop_down(order, dispatch)),
        )
        .children(find.map(|find| controls::search(find, dispatch, AlliancesAction::Find)));
    let kinds = layout.kinds.map(|kinds| {
        let around = el("div").class("ew-controls ew-kinds").part("controls");
        around.child(controls::choice(kinds, dispatch))
    });
    let name = layout.frame.title.text.clone();
    let title = frame::title(&layout.frame);
    let participation = layout.participation.into_iter();
    el("figure")
        .key("picture")
        .class("ew-alliances")
        .children(frame::rehearsal(&layout.frame))
        .child(title)
        .child(shown.text(layout.time.shown.clone()))
        .child(controls)
        .children(slider(layout.time, dispatch))
        .children(content(layout.content, layout.key, name, dispatch))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .child(changes)
        .children(kinds)
        .child(compare(layout.compare, dispatch))
        .children(participation.map(|part| frame::line(frame::note(), part)))
        .child(frame::foot(layout.frame))
}

/// The key, where the view has one, and what is on show.
fn content(
    content: Content,
    key: Vec<KindMark>,
    name: String,
    dispatch: &impl Dispatch<AlliancesAction>,
) -> Vec<VNode> {
    match content {
        Content::Grid(mut grid) => vec![
            grid::key(key, std::mem::take(&mut grid.signs)),
            grid::grid(*grid, name, dispatch),
        ],
        Content::Timeline(mut timeline) => vec![
            timeline::key(key, std::mem::take(&mut timeline.shapes)),
            timeline::line_of_time(timeline, name),
        ],
        Content::Alliances(groups) | Content::States(groups) => vec![by_alliance(groups)],
        Content::Overlap(shared) => vec![overlap(shared, name)],
    }
}

/// The place of a key, yet to be filled.
fn legend() -> VNode {
    el("p").class("ew-legend").part("legend")
}

/// The day: a slider over those on which something changes, between the first and the last of them.
fn slider(time: Time, dispatch: &impl Dispatch<AlliancesAction>) -> Option<VNode> {
    let last = time.stops.len().checked_sub(2)? + 1;
    let stops = time.stops;
    let [from, to] = time
        .ends
        .map(|end| el("span").attr("aria-hidden", "true").text(end));
    let slider = el("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", last.to_string())
        .attr("value", time.stop.to_string())
        .attr("aria-label", time.label)
        .attr("aria-valuetext", time.shown)
        .on_input(dispatch, move |to, text| {
            let places = stops.iter().enumerate();
            let mut chosen = places.filter(|(place, _)| place.to_string() == text);
            if let Some((_, stop)) = chosen.next() {
                to.send(AlliancesAction::AsOf(*stop));
            }
        });
    let around = el("div").key("time").class("ew-controls ew-time");
    Some(around.part("controls").child(from).child(slider).child(to))
}

fn by_alliance(groups: Vec<Figures>) -> VNode {
    el("dl")
        .key("alliances")
        .class("ew-figures ew-by-alliance")
        .children(groups.into_iter().map(frame::figures))
}

/// Sets of alliances as dots, each with its states in a sentence.
fn overlap(overlap: Overlap, name: String) -> VNode {
    let dot = |(shared, spoken): (Option<bool>, String)| {
        let sign = match shared {
            Some(true) => "●",
            Some(false) => "–",
            None => "?",
        };
        el("td").attr("role", "cell").child(
            el("span")
                .attr("role", "img")
                .attr("aria-label", spoken)
                .text(sign),
        )
    };
    let head = || el("th").attr("role", "rowheader").attr("scope", "row");
    let rows = overlap.rows.into_iter().map(|row| {
        el("tr")
            .attr("role", "row")
            .children(row.shared.into_iter().map(dot))
            .child(head().text(row.text))
    });
    let heads = el("tr")
        .attr("role", "row")
        .children(overlap.heads.iter().map(grid::column))
        .child(frame::column_head().text(overlap.last_head));
    let table = el("table")
        .class("ew-grid ew-overlap")
        .attr("role", "table")
        .attr("aria-label", name.clone())
        .part("table")
        .child(el("thead").attr("role", "rowgroup").child(heads))
        .child(el("tbody").attr("role", "rowgroup").children(rows));
    let around = el("div").key("overlap").class("ew-table ew-wide");
    frame::scrolling(around, name).child(table)
}

/// Two lists of states to choose from, and the comparison of the chosen states.
fn compare(compare: Compare, dispatch: &impl Dispatch<AlliancesAction>) -> VNode {
    let pick = |label: &str, chosen: String, action: fn(String) -> AlliancesAction| {
        let states = compare.states.iter();
        let options = std::iter::once(("", &*compare.none))
            .chain(states.map(|(code, name)| (code.as_str(), name.as_str())));
        controls::select(label, options, &chosen)
            .on_input(dispatch, move |to, code| to.send(action(code)))
    };
    let [first, second] = &compare.labels;
    let picks = el("div")
        .class("ew-controls ew-picks")
        .child(pick(first, compare.chosen.0, AlliancesAction::Compare))
        .child(pick(second, compare.chosen.1, AlliancesAction::CompareTo));
    let sentences = compare.sentences.into_iter();
    let sentences = sentences.map(|sentence| el("span").text(sentence));
    el("details")
        .key("compare")
        .class("ew-compare")
        .child(el("summary").child(el("bdi").text(compare.label)))
        .child(picks)
        .child(el("p").attr("role", "status").children(sentences))
}
