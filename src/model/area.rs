//! The shapes that a map draws, and the projection that places a point on Earth among them.

use super::{Id, Text};

/// The shapes of a map, projected already, with what a map must say of them.
///
/// Read it with [`crate::wire::read_area`]; `election-widgets geo` makes the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The id that documents use for it. It ends in the vintage of the borders.
    pub id: Id,
    /// The name of the territory shown.
    pub title: Text,
    /// The maker of the shapes.
    pub credit: Text,
    /// The date or edition of the borders.
    pub vintage: Text,
    /// By which rule borders are drawn.
    pub borders: Option<Text>,
    /// How wide it is, in map units.
    pub width: u32,
    /// How high it is, in map units.
    pub height: u32,
    /// The projection from longitude and latitude to map units.
    pub projection: Projection,
    /// The shapes that documents name, the later above the earlier; ids are unique.
    pub shapes: Vec<Shape>,
    /// The neighbouring lands, drawn for orientation only.
    pub around: Vec<Neighbour>,
    /// Borders that are disputed.
    pub disputed: Option<Outline>,
}

/// A region or a country on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The id that documents use for it: `KZ-AKM`, `KZ`.
    pub id: Id,
    /// The name that readers see.
    pub name: Text,
    /// The outline, in map units.
    pub path: Outline,
    /// A point inside it, in map units.
    pub at: Spot,
}

/// A land beside those that a map is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Its name, written where there is room for it.
    pub name: Option<Text>,
    /// The outline, in map units.
    pub path: Outline,
    /// The position of its name, in map units.
    pub at: Option<Spot>,
}

/// A point on a map, in map units from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Map units from the left.
    pub x: i32,
    /// Map units down from the top.
    pub y: i32,
}

/// Lines and rings in map units, in SVG's path syntax: `M`, `m`, `L`, `l`, `H`, `h`, `V`, `v`, `Z`,
/// `z` and whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline(String);

impl Outline {
    /// The outline, or `None` if `text` holds anything else or does not begin with a move.
    pub fn new(text: &str) -> Option<Outline> {
        let fits = text.starts_with(['M', 'm'])
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b"MmLlHhVvZz,- ".contains(&b));
        fits.then(|| Outline(text.to_owned()))
    }

    /// Returns the outline as SVG path data.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place on Earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Degrees east of Greenwich, -180 to 180.
    pub lon_deg: f64,
    /// Degrees north of the equator, -90 to 90.
    pub lat_deg: f64,
}

/// How places on Earth come to lie on a map: `x + scale * X`, `y - scale * Y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// By which rule X and Y come from longitude and latitude.
    pub kind: ProjectionKind,
    /// The place that lies at (`x`, `y`); its latitude is 0 in a map of the world.
    pub centre: Position,
    /// Map units a radian.
    pub scale: f64,
    /// The horizontal position of the centre, in map units.
    pub x: f64,
    /// The vertical position of the centre, in map units.
    pub y: f64,
}

/// A rule of projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectionKind {
    /// Lambert's azimuthal equal-area projection: areas compare truly. For countries and their
    /// regions.
    EqualArea,
    /// Natural Earth (Šavrič and others, 2011): for the whole world.
    NaturalEarth,
}
