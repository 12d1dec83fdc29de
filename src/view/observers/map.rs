//! The map, which mirrors the list.

use crate::layout::{
    MapLayout, MapMarker, MapName, MapShape, MapTool, ObserversAction, Pick, ShapeKind, Viewport,
};
use crate::model::Spot;
use crate::view::Dispatch;
use crate::view::frame;
use crate::view::vdom::{VNode, el, memoized, svg};
use std::sync::Arc;

/// The map, drawn again only where it is another.
pub(super) fn map(
    (version, map): (usize, Arc<MapLayout>),
    dispatch: &impl Dispatch<ObserversAction>,
) -> VNode {
    let dispatch = dispatch.clone();
    memoized("div", version, move || {
        drawn(MapLayout::clone(&map), &dispatch)
    })
    .key("map")
}

fn drawn(map: MapLayout, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let (radius, hit, letter) = (map.radius, map.hit_radius, map.letter_size);
    let keys: Vec<VNode> = map
        .shapes
        .iter()
        .filter_map(|shape| shape.key.as_ref())
        .map(|(spot, text)| {
            text_at(*spot, text.clone(), "ew-key").attr("font-size", letter.clone())
        })
        .collect();
    let shapes = map.shapes.into_iter().map(|one| shape(one, dispatch));
    let name_size = map.name_size;
    let names = map.names.into_iter().map(|one| name(one, &name_size));
    let markers = map
        .markers
        .into_iter()
        .map(|one| marker(one, (&radius, &hit), &letter, dispatch));
    let (width, height) = map.viewport.sides();
    let picture = svg("svg")
        .attr("viewBox", map.view_box)
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .class("ew-map-picture")
        .on_zoom(dispatch, zoom(map.viewport))
        .on_drag(dispatch, drag(map.viewport))
        .children((!map.key.is_empty()).then(|| hatch(&radius)))
        .children(
            map.around
                .into_iter()
                .map(|path| outline(path, "ew-around")),
        )
        .child(svg("g").key("shapes").children(shapes))
        .children(map.disputed.map(|path| outline(path, "ew-borders")))
        .child(
            svg("g")
                .key("names")
                .attr("aria-hidden", "true")
                .children(names),
        )
        .child(
            svg("g")
                .key("keys")
                .attr("aria-hidden", "true")
                .children(keys),
        )
        .child(svg("g").key("markers").children(markers));
    // Focus that its element loses goes to what has a `tabindex` around it. Arrow keys are no use to those who read by
    // ear, who have the buttons, so that nothing is said of them.
    let around = el("div")
        .class("ew-map-frame")
        .attr("role", "group")
        .attr("tabindex", "-1")
        .attr("aria-label", map.label)
        .on_key(dispatch, by_key(map.viewport))
        .child(
            el("div")
                .class("ew-map-tools")
                .children(map.tools.into_iter().map(|one| tool(one, dispatch))),
        )
        .child(picture);
    el("div")
        .class("ew-map")
        .part("map")
        .child(around)
        .children(
            el("p")
                .class("ew-map-key")
                .children(map.key.into_iter().map(sign))
                .unless_empty(),
        )
        .child(frame::join_phrases(
            el("p").class("ew-map-remarks"),
            map.remarks,
        ))
}

fn outline(path: String, class: &'static str) -> VNode {
    svg("path")
        .attr("aria-hidden", "true")
        .class(class)
        .attr("d", path)
}

/// Makes a shape or marker selectable by pointer, by Enter and by the space bar.
fn picked(
    node: VNode,
    pick: Pick<ObserversAction>,
    dispatch: &impl Dispatch<ObserversAction>,
) -> VNode {
    let (clicked, pressed) = (pick.action.clone(), pick.action);
    node.attr("role", "button")
        .attr("tabindex", "0")
        .attr("aria-label", pick.label)
        .attr("aria-pressed", if pick.pressed { "true" } else { "false" })
        .on_click(dispatch, move |to| to.send(clicked.clone()))
        .on_key(dispatch, move |to, key| {
            let does = key == "Enter" || key == " ";
            if does {
                to.send(pressed.clone());
            }
            does
        })
}

fn shape(shape: MapShape, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let class = match shape.kind {
        ShapeKind::Empty => "ew-land",
        ShapeKind::Named => "ew-land ew-named",
        ShapeKind::Disputed => "ew-land ew-named ew-unsure",
        ShapeKind::Absent => "ew-land ew-absent",
    };
    let node = svg("path").class(class).attr("d", shape.path);
    let node = match shape.kind {
        ShapeKind::Disputed => node.attr("fill", "url(#ew-hatch)"),
        _ => node,
    };
    if shape.kind == ShapeKind::Empty {
        return node.attr("aria-hidden", "true");
    }
    let node = node.attr("data-of", shape.missions);
    match shape.pick {
        Some(pick) => picked(node, pick, dispatch),
        None => node.attr("aria-hidden", "true"),
    }
}

fn marker(
    marker: MapMarker,
    (radius, hit): (&str, &str),
    size: &str,
    dispatch: &impl Dispatch<ObserversAction>,
) -> VNode {
    let class = match (marker.several, marker.disputed) {
        _ if marker.absent => "ew-marker ew-absent",
        (false, false) => "ew-marker",
        (false, true) => "ew-marker ew-unsure",
        (true, false) => "ew-marker ew-cluster",
        (true, true) => "ew-marker ew-cluster ew-unsure",
    };
    let Spot { x, y } = marker.spot;
    let circle = |radius: &str| {
        let circle = svg("circle").attr("cx", x.to_string());
        circle
            .attr("cy", y.to_string())
            .attr("r", radius.to_owned())
    };
    let node = svg("g")
        .key(marker.key)
        .class(class)
        .attr("data-of", marker.missions)
        .child(circle(hit).class("ew-hit"))
        .child(circle(radius))
        .child(text_at(marker.spot, marker.text, "ew-count").attr("font-size", size.to_owned()));
    picked(node, marker.pick, dispatch)
}

fn text_at(spot: Spot, text: String, class: &'static str) -> VNode {
    svg("text")
        .class(class)
        .attr("x", spot.x.to_string())
        .attr("y", spot.y.to_string())
        .text(text)
}

fn name(name: MapName, size: &str) -> VNode {
    let class = match (name.around, name.narrow) {
        (true, true) => "ew-land-name",
        (true, false) => "ew-land-name ew-wide-only",
        (false, true) => "ew-place-name",
        (false, false) => "ew-place-name ew-wide-only",
    };
    text_at(name.at, name.name.text, class)
        .maybe("lang", name.name.lang)
        .attr("font-size", size.to_owned())
}

/// The pattern of places on which sources disagree. Its id is the same in every map, and so is the pattern.
fn hatch(size: &str) -> VNode {
    let stripe = |class, width| {
        let stripe = svg("rect").class(class).attr("width", width);
        stripe.attr("height", "3")
    };
    svg("pattern")
        .attr("id", "ew-hatch")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .attr("viewBox", "0 0 3 3")
        .attr("width", size.to_owned())
        .attr("height", size.to_owned())
        .child(stripe("ew-between", "3"))
        .child(stripe("ew-stripe", "1"))
}

/// A sign with its meaning.
fn sign((class, meaning): (&'static str, String)) -> VNode {
    let swatch = el("b").class(class).attr("aria-hidden", "true");
    el("span").child(swatch).text(meaning)
}

/// A button that moves the map; one that would change nothing stays, so that focus does too.
fn tool(tool: MapTool, dispatch: &impl Dispatch<ObserversAction>) -> VNode {
    let button = el("button").attr("type", "button");
    let button = match tool.sign {
        "" => button.text(tool.label),
        sign => button
            .attr("aria-label", tool.label.clone())
            .attr("title", tool.label)
            .text(sign),
    };
    match tool.action {
        Some(action) => button.on_click(dispatch, move |to| to.send(action.clone())),
        None => button.attr("aria-disabled", "true"),
    }
}

fn zoom<D: Dispatch<ObserversAction>>(
    viewport: Viewport,
) -> impl Fn(&D, bool, i32, i32) + Send + Sync {
    move |to, nearer, right, down| {
        let view = viewport.zoomed(nearer, right, down);
        to.send(ObserversAction::Look(Some(view)));
    }
}

fn drag<D: Dispatch<ObserversAction>>(viewport: Viewport) -> impl Fn(&D, i32, i32) + Send + Sync {
    move |to, right, down| {
        to.send(ObserversAction::Look(Some(viewport.dragged(right, down))));
    }
}

fn by_key<D: Dispatch<ObserversAction>>(
    viewport: Viewport,
) -> impl Fn(&D, &str) -> bool + Send + Sync {
    move |to, key| {
        let view = viewport.after_key(key);
        if let Some(view) = view {
            to.send(ObserversAction::Look(view));
        }
        view.is_some()
    }
}
