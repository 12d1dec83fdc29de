//! The map, which mirrors the list.

use crate::layout::{
    MapLayout, MapMarker, MapName, MapShape, MapTool, ObserversAction, Pick, ShapeKind, Sight,
};
use crate::model::Spot;
use crate::view::frame;
use crate::view::node::{Node, el, svg, versioned};
use crate::widget::Act;
use std::sync::Arc;

/// The map, drawn again only where it is another.
pub(super) fn map((version, map): (usize, Arc<MapLayout>), act: &Act<ObserversAction>) -> Node {
    let act = Arc::clone(act);
    versioned("div", version, move || drawn(MapLayout::clone(&map), &act)).keep("map")
}

fn drawn(map: MapLayout, act: &Act<ObserversAction>) -> Node {
    let label = format!("{} {}", map.label, map.keys);
    let (radius, letter) = (map.radius, map.letter_size);
    let keys: Vec<Node> = map
        .shapes
        .iter()
        .filter_map(|shape| shape.key.as_ref())
        .map(|(spot, text)| {
            text_at(*spot, text.clone(), "ew-key").attr("font-size", letter.clone())
        })
        .collect();
    let shapes = map.shapes.into_iter().map(|one| shape(one, act));
    let name_size = map.name_size;
    let names = map.names.into_iter().map(|one| name(one, &name_size));
    let markers = map
        .markers
        .into_iter()
        .map(|one| marker(one, &radius, &letter, act));
    let picture = svg("svg")
        .attr("viewBox", map.view_box)
        .class("ew-map-picture")
        .on_zoom(zoom(map.sight, act))
        .on_drag(drag(map.sight, act))
        .children(
            map.around
                .into_iter()
                .map(|path| outline(path, "ew-around")),
        )
        .child(svg("g").keep("shapes").children(shapes))
        .children(map.disputed.map(|path| outline(path, "ew-borders")))
        .child(
            svg("g")
                .keep("names")
                .attr("aria-hidden", "true")
                .children(names),
        )
        .child(
            svg("g")
                .keep("keys")
                .attr("aria-hidden", "true")
                .children(keys),
        )
        .child(svg("g").keep("markers").children(markers));
    el("div")
        .class("ew-map")
        .part("map")
        .child(
            el("div")
                .class("ew-map-frame")
                .attr("role", "group")
                .attr("tabindex", "0")
                .attr("aria-label", label)
                .on_key(by_key(map.sight, act))
                .child(picture),
        )
        .child(
            el("div")
                .class("ew-map-tools")
                .children(map.tools.into_iter().map(|one| tool(one, act))),
        )
        .child(frame::listed(el("p").class("ew-map-remarks"), map.remarks))
}

fn outline(path: String, class: &'static str) -> Node {
    svg("path")
        .attr("aria-hidden", "true")
        .class(class)
        .attr("d", path)
}

/// What can be picked on the map: by pointer, by Enter and by the space bar.
fn picked(node: Node, pick: Pick<ObserversAction>, act: &Act<ObserversAction>) -> Node {
    let (click, press) = (Arc::clone(act), Arc::clone(act));
    let (clicked, pressed) = (pick.action.clone(), pick.action);
    node.attr("role", "button")
        .attr("tabindex", "0")
        .attr("aria-label", pick.label)
        .attr("aria-pressed", if pick.pressed { "true" } else { "false" })
        .on_click(move || click(clicked.clone()))
        .on_key(move |key| {
            let does = key == "Enter" || key == " ";
            if does {
                press(pressed.clone());
            }
            does
        })
}

fn shape(shape: MapShape, act: &Act<ObserversAction>) -> Node {
    let class = match shape.kind {
        ShapeKind::Empty => "ew-land",
        ShapeKind::Named => "ew-land ew-named",
        ShapeKind::Disputed => "ew-land ew-named ew-unsure",
    };
    let node = svg("path").class(class).attr("d", shape.path);
    if shape.kind == ShapeKind::Empty {
        return node.attr("aria-hidden", "true");
    }
    let node = node.attr("data-of", shape.missions);
    match shape.pick {
        Some(pick) => picked(node, pick, act),
        None => node.attr("aria-hidden", "true"),
    }
}

fn marker(marker: MapMarker, radius: &str, size: &str, act: &Act<ObserversAction>) -> Node {
    let class = match (marker.several, marker.disputed) {
        (false, false) => "ew-marker",
        (false, true) => "ew-marker ew-unsure",
        (true, false) => "ew-marker ew-cluster",
        (true, true) => "ew-marker ew-cluster ew-unsure",
    };
    let Spot { x, y } = marker.spot;
    let circle = svg("circle")
        .attr("cx", x.to_string())
        .attr("cy", y.to_string())
        .attr("r", radius.to_owned());
    let node = svg("g")
        .keep(marker.key)
        .class(class)
        .attr("data-of", marker.missions)
        .child(circle)
        .child(text_at(marker.spot, marker.text, "ew-count").attr("font-size", size.to_owned()));
    picked(node, marker.pick, act)
}

fn text_at(spot: Spot, text: String, class: &'static str) -> Node {
    svg("text")
        .class(class)
        .attr("x", spot.x.to_string())
        .attr("y", spot.y.to_string())
        .text(text)
}

fn name(name: MapName, size: &str) -> Node {
    let class = if name.around {
        "ew-land-name"
    } else {
        "ew-place-name"
    };
    text_at(name.at, name.name.text, class)
        .maybe("lang", name.name.lang)
        .attr("font-size", size.to_owned())
}

/// A button that moves the map; one that would change nothing stays, so that focus does too.
fn tool(tool: MapTool, act: &Act<ObserversAction>) -> Node {
    let button = el("button")
        .attr("type", "button")
        .attr("aria-label", tool.label.clone())
        .attr("title", tool.label)
        .text(tool.sign);
    match tool.action {
        Some(action) => {
            let act = Arc::clone(act);
            button.on_click(move || act(action.clone()))
        }
        None => button.attr("aria-disabled", "true"),
    }
}

fn zoom(sight: Sight, act: &Act<ObserversAction>) -> impl Fn(bool, i32, i32) + Send + Sync + use<> {
    let act = Arc::clone(act);
    move |nearer, right, down| act(ObserversAction::Look(sight.zoomed(nearer, right, down)))
}

fn drag(sight: Sight, act: &Act<ObserversAction>) -> impl Fn(i32, i32) + Send + Sync + use<> {
    let act = Arc::clone(act);
    move |right, down| act(ObserversAction::Look(sight.dragged(right, down)))
}

fn by_key(sight: Sight, act: &Act<ObserversAction>) -> impl Fn(&str) -> bool + Send + Sync + use<> {
    let act = Arc::clone(act);
    move |key| {
        let view = sight.after_key(key);
        if let Some(view) = view {
            act(ObserversAction::Look(view));
        }
        view.is_some()
    }
}
