//! The map of an observer map.

use crate::drawing::{Anchor, number};
use crate::page::{Area, Page};
use crate::palette::Rgb;
use crate::text::Letters;
use election_widgets::layout::{MapLayout, MapMarker, MapShape, ShapeKind};
use election_widgets::model::Spot;

/// The place of the map in the picture.
#[derive(Clone, Copy)]
struct Place {
    area: Area,
    left: f64,
    top: f64,
    /// Pixels to a unit of the map.
    factor: f64,
}

impl Place {
    fn at(self, spot: Spot) -> (f64, f64) {
        let along = |at: i32, from: f64| (f64::from(at) - from) * self.factor;
        (
            self.area.x + along(spot.x, self.left),
            self.area.y + along(spot.y, self.top),
        )
    }
}

/// Room that is taken: left, top, right, bottom.
type Taken = [f64; 4];

fn meet(one: &Taken, other: &Taken) -> bool {
    let [left, top, right, bottom] = one;
    let [other_left, other_top, other_right, other_bottom] = other;
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}

/// The size that a map takes in a room.
pub(crate) fn fitted(map: &MapLayout, room: Area) -> Area {
    let (wide, high) = map.viewport.sides();
    let ratio = f64::from(high.max(1)) / f64::from(wide.max(1));
    let width = room.width.min(room.height / ratio);
    Area {
        width,
        height: width * ratio,
        ..room
    }
}

/// Draws the map into an area of its proportions.
pub(crate) fn draw(page: &mut Page<'_>, map: &MapLayout, area: Area) {
    let seen = map.viewport.view_box();
    let place = Place {
        area,
        left: f64::from(seen.x),
        top: f64::from(seen.y),
        factor: area.width / f64::from(seen.width.max(1)),
    };
    outlines(page, map, place);
    let mut taken: Vec<Taken> = Vec::new();
    for marker in &map.markers {
        draw_marker(page, marker, map, (place, &mut taken));
    }
    let unit = |text: &str| text.parse::<f64>().unwrap_or_default() * place.factor;
    let letters = Letters::strong(unit(&map.letter_size).max(page.unit(13.0)));
    for (spot, text) in map.shapes.iter().filter_map(|shape| shape.key.as_ref()) {
        label(
            page,
            (letters, page.palette.ink),
            (place, *spot, text),
            &mut taken,
        );
    }
    let names = Letters::regular(unit(&map.name_size).max(page.unit(14.0)));
    for name in &map.names {
        let ink = if name.around {
            page.palette.quiet
        } else {
            page.palette.ink
        };
        label(
            page,
            (names, ink),
            (place, name.at, &name.name.text),
            &mut taken,
        );
    }
}

/// The shapes, in units of the map.
fn outlines(page: &mut Page<'_>, map: &MapLayout, place: Place) {
    let Area {
        x,
        y,
        width,
        height,
    } = place.area;
    let attributes = [
        ("x", number(x)),
        ("y", number(y)),
        ("width", number(width)),
        ("height", number(height)),
        ("viewBox", map.view_box.clone()),
        ("fill-rule", "evenodd".to_owned()),
        ("stroke-linejoin", "round".to_owned()),
    ];
    page.drawing.open("svg", &attributes);
    let seen = map.viewport.view_box();
    let sea = [seen.x, seen.y, seen.width, seen.height].map(f64::from);
    page.drawing.rect(sea, page.palette.sea());
    // Lines are as thick as in the widget, whatever the map's unit.
    let pixel = page.unit(1.0) / place.factor;
    for path in &map.around {
        let (land, border) = page.palette.around();
        outline(page, path, (land, border), (0.75 * pixel, &[]));
    }
    for shape in &map.shapes {
        draw_shape(page, shape, pixel);
    }
    if let Some(path) = &map.disputed {
        let attributes = [
            ("d", path.clone()),
            ("fill", "none".to_owned()),
            ("stroke", page.palette.quiet.written()),
            ("stroke-width", number(1.5 * pixel)),
            (
                "stroke-dasharray",
                format!("{} {}", number(4.0 * pixel), number(3.0 * pixel)),
            ),
        ];
        page.drawing.element("path", &attributes);
    }
    page.drawing.close("svg");
}

fn draw_shape(page: &mut Page<'_>, shape: &MapShape, pixel: f64) {
    let palette = page.palette;
    let dashes = [5.0 * pixel, 3.0 * pixel];
    let dots = [1.0 * pixel, 3.0 * pixel];
    let (fill, stroke, width, dashes): (Rgb, Rgb, f64, &[f64]) = match shape.kind {
        ShapeKind::Empty => (palette.land(), palette.coast(), 1.0, &[]),
        ShapeKind::Named => (palette.bar.mixed(38, palette.ground), palette.bar, 1.5, &[]),
        ShapeKind::Disputed => (palette.disputed(), palette.bar, 1.5, &dashes),
        ShapeKind::Absent => (palette.ground, palette.quiet, 1.5, &dots),
    };
    outline(page, &shape.path, (fill, stroke), (width * pixel, dashes));
}

fn outline(
    page: &mut Page<'_>,
    path: &str,
    (fill, stroke): (Rgb, Rgb),
    (width, dashes): (f64, &[f64]),
) {
    let mut attributes = vec![
        ("d", path.to_owned()),
        ("fill", fill.written()),
        ("stroke", stroke.written()),
        ("stroke-width", number(width)),
    ];
    if !dashes.is_empty() {
        let dashes: Vec<String> = dashes.iter().map(|dash| number(*dash)).collect();
        attributes.push(("stroke-dasharray", dashes.join(" ")));
    }
    page.drawing.element("path", &attributes);
}

fn draw_marker(
    page: &mut Page<'_>,
    marker: &MapMarker,
    map: &MapLayout,
    (place, taken): (Place, &mut Vec<Taken>),
) {
    let (x, y) = place.at(marker.spot);
    let inside = place.area;
    if x < inside.x || x > inside.right() || y < inside.y || y > inside.bottom() {
        return;
    }
    let unit = |text: &str| text.parse::<f64>().unwrap_or_default() * place.factor;
    let radius = unit(&map.radius).max(page.unit(10.0));
    let palette = page.palette;
    let (fill, stroke, ink) = match (marker.disputed, marker.absent) {
        (false, false) => (palette.bar, palette.ground, palette.ground),
        (true, _) => (palette.ground, palette.bar, palette.ink),
        (false, true) => (palette.ground, palette.quiet, palette.ink),
    };
    let mut attributes = vec![
        ("cx", number(x)),
        ("cy", number(y)),
        ("r", number(radius)),
        ("fill", fill.written()),
        ("stroke", stroke.written()),
        ("stroke-width", number(page.unit(1.5))),
    ];
    if marker.disputed || marker.absent {
        let dash = if marker.disputed { "4 2" } else { "1 2" };
        attributes.push(("stroke-dasharray", dash.to_owned()));
    }
    page.drawing.element("circle", &attributes);
    taken.push([x - radius, y - radius, x + radius, y + radius]);
    let letters = Letters::strong(radius * 1.1);
    let at = (x, y + letters.size * 0.36);
    page.drawing
        .text(page.ruler, at, (letters, Anchor::Middle), ink, &marker.text);
}

/// A text around a point, where there is room for it.
fn label(
    page: &mut Page<'_>,
    (letters, ink): (Letters, Rgb),
    (place, spot, text): (Place, Spot, &str),
    taken: &mut Vec<Taken>,
) {
    let (x, y) = place.at(spot);
    let half = letters.width(page.ruler, text) / 2.0 + page.unit(1.0);
    let high = letters.size * 0.7;
    let room: Taken = [x - half, y - high, x + half, y + high];
    let [left, top, right, bottom] = room;
    let area = place.area;
    let inside =
        left >= area.x && right <= area.right() && top >= area.y && bottom <= area.bottom();
    if !inside || taken.iter().any(|other| meet(&room, other)) {
        return;
    }
    taken.push(room);
    let at = (x, y + letters.size * 0.36);
    page.drawing
        .text(page.ruler, at, (letters, Anchor::Middle), ink, text);
}
