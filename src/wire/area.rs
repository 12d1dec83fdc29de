//! The file of a map's shapes, as `election-widgets geo` writes it.

use super::document::Value;
use super::error::{Diagnostics, Explain, ReadError, message};
use super::index::Index;
use super::reader::{Cursor, Read, ReadContext, quoted};
use super::record::{json_enum, json_object};
use super::scalars::read_number;
use super::schema::{Leaf, Shape as Form};
use super::{DataError, Document};
use crate::model::{
    Area, AreaNeighbour, Id, Outline, Position, Projection, ProjectionKind, Shape, Spot, Text,
    Whole,
};

/// The value of `format` that an area file must have.
const FORMAT: &str = "election-widgets area 1";

/// More map units than this to a side are no map.
const MOST_UNITS: u32 = 100_000;

/// More characters than this to an outline are more than a page should carry.
const MOST_OUTLINE: usize = 500_000;

/// Reads an area file.
///
/// # Errors
/// The first place that does not fit.
///
/// ```
/// use election_widgets::wire;
/// # #[cfg(not(target_arch = "wasm32"))] {
/// let document = wire::parse(r#"{"format": "other"}"#).expect("JSON");
/// assert_eq!(
///     wire::read_area(&document).expect_err("no area").to_string(),
///     r#"format: expected "election-widgets area 1" (a file that election-widgets geo made), found "other""#
/// );
/// # }
/// ```
pub fn read_area(document: &Document) -> Result<Area, DataError> {
    Ok(read_area_as::<Explain>(document)?)
}

/// [`read_area`] under a rule for errors.
pub(crate) fn read_area_as<D: Diagnostics>(document: &Document) -> Result<Area, ReadError<D>> {
    let node = Cursor::<D>::root(document);
    let format = node.field("format");
    let is_known = |field: &Cursor<'_, D>| matches!(field.value(), Value::Text(FORMAT));
    if !format.as_ref().is_some_and(is_known) {
        return Err(node.path.key("format").error(|| {
            let found = format.map_or("nothing".to_owned(), |field| field.found());
            format!(
                "expected {} (a file that election-widgets geo made), found {found}",
                quoted(FORMAT)
            )
        }));
    }
    let parts = AreaFile::read(&node, &mut ReadContext::default())?;
    let ids = parts.shapes.iter().map(|shape| shape.id.as_str());
    if let Err(place) = Index::new(ids) {
        let shapes = node.path.key("shapes");
        let shape = shapes.index(place);
        return Err(shape.key("id").error("an earlier shape has this id"));
    }
    Ok(Area {
        id: parts.id,
        title: parts.title,
        credit: parts.credit,
        vintage: parts.vintage,
        borders: parts.borders,
        width: side(&node, "width", parts.width)?,
        height: side(&node, "height", parts.height)?,
        projection: parts.projection,
        shapes: parts.shapes,
        around: parts.around,
        disputed: parts.disputed,
    })
}

fn side<D: Diagnostics>(
    node: &Cursor<'_, D>,
    name: &str,
    units: Whole,
) -> Result<u32, ReadError<D>> {
    if (1..=MOST_UNITS).contains(&units.0) {
        return Ok(units.0);
    }
    let message = message!("expected 1 to {MOST_UNITS} map units, found {}", units.0);
    Err(node.path.key(name).error(message))
}

/// An area as it is written.
pub(crate) struct AreaFile {
    _format: Text,
    id: Id,
    title: Text,
    credit: Text,
    vintage: Text,
    borders: Option<Text>,
    width: Whole,
    height: Whole,
    projection: Projection,
    shapes: Vec<Shape>,
    around: Vec<AreaNeighbour>,
    disputed: Option<Outline>,
}

/// The form of the document.
pub(crate) fn shape() -> Form {
    <AreaFile as Read>::shape()
}

json_object! { "an area (an object)", AreaFile {
    required "format" => _format, "The format and version of the file: \"election-widgets area 1\".";
    required "id" => id, "The id of the area, by which documents refer to it.";
    required "title" => title, "The title of the map.";
    required "credit" => credit, "The maker of the shapes.";
    required "vintage" => vintage, "The date or edition of the borders.";
    optional "borders" => borders, "The rule by which borders are drawn.";
    required "width" => width, "The width, in map units.";
    required "height" => height, "The height, in map units.";
    required "projection" => projection, "The projection, which says where a place on Earth is on the map.";
    required "shapes" => shapes, "The shapes that documents can name.";
    optional "around" => around, "Neighbouring countries or regions, drawn in the background.";
    optional "disputed" => disputed, "The disputed borders, as one outline.";
} }

json_object! { "a shape", Shape {
    required "id" => id, "The id of the shape, by which documents refer to it.";
    required "name" => name, "The name of the shape.";
    required "path" => path, "The outline of the shape.";
    required "at" => at, "A point inside the shape.";
} }

json_object! { "a neighbour of the shapes", AreaNeighbour {
    optional "name" => name, "The name of the neighbour.";
    required "path" => path, "The outline of the neighbour.";
    optional "at" => at, "The point at which the name is written.";
} }

/// A projection as it is written.
struct AreaProjection {
    kind: ProjectionKind,
    lon: Float,
    lat: Float,
    scale: Float,
    x: Float,
    y: Float,
}

json_object! { "a projection", AreaProjection {
    required "kind" => kind, "The name of the projection.";
    required "lon" => lon, "The longitude of the centre, in degrees.";
    required "lat" => lat, "The latitude of the centre, in degrees.";
    required "scale" => scale, "The number of map units per radian.";
    required "x" => x, "The position of the centre on the map, to the right.";
    required "y" => y, "The position of the centre on the map, down.";
} }

json_enum! { "a kind of projection", ProjectionKind {
    EqualArea = "equal-area", NaturalEarth = "natural-earth",
} }

impl Read for Projection {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let parts = AreaProjection::read(node, scope)?;
        Ok(Projection {
            kind: parts.kind,
            centre: Position {
                lon_deg: parts.lon.0,
                lat_deg: parts.lat.0,
            },
            scale: parts.scale.0,
            x: parts.x.0,
            y: parts.y.0,
        })
    }

    fn shape() -> Form {
        AreaProjection::shape()
    }
}

struct Float(f64);

impl Read for Float {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        read_number(node, "a number").map(|number| Float(number.to_f64()))
    }

    fn shape() -> Form {
        Form::Leaf(&Leaf::DEGREES)
    }
}

impl Read for Spot {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a point on the map ([x, y], whole numbers)";
        let Value::List = node.value() else {
            return Err(node.expected(WHAT));
        };
        let whole = |item: Cursor<'_, D>| {
            let number = item.number().filter(|number| number.is_whole())?;
            i32::try_from(number.whole()).ok()
        };
        let numbers: Option<Vec<i32>> = node.items(WHAT)?.map(whole).collect();
        match numbers.as_deref() {
            Some([x, y]) => Ok(Spot { x: *x, y: *y }),
            _ => Err(node.expected(WHAT)),
        }
    }

    fn shape() -> Form {
        Form::Leaf(&Leaf::POINT)
    }
}

impl Read for Outline {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "an outline (a path of moves, lines and whole numbers)";
        let Value::Text(text) = node.value() else {
            return Err(node.expected(WHAT));
        };
        if text.len() > MOST_OUTLINE {
            return Err(node.error(message!(
                "expected an outline of at most {MOST_OUTLINE} characters, found {}",
                text.len()
            )));
        }
        Outline::new(text).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Form {
        Form::Leaf(&Leaf::OUTLINE)
    }
}
