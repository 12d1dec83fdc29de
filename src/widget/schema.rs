//! The published forms of every widget's documents.

use super::{AllWidgets, Visit, Widget, WidgetSet};
use crate::wire::{area_shape, schema};

/// The name of the schema of a map's area file.
pub const AREA: &str = "area";

struct DocumentShape;

impl Visit for DocumentShape {
    type Output = schema::Shape;

    fn visit<W: Widget>(self) -> schema::Shape {
        W::document_shape()
    }
}

/// The JSON Schema of a widget's documents, by the widget's tag, or of an area file ([`AREA`]). `None` for any other
/// name.
///
/// ```
/// let schema = election_widgets::widget::json_schema("results-chart").unwrap_or_default();
/// assert!(schema.contains("\"$defs\""));
/// ```
pub fn json_schema(name: &str) -> Option<String> {
    let shape = match name {
        AREA => area_shape(),
        tag => AllWidgets::visit(tag, DocumentShape)?,
    };
    Some(schema::json_schema(name, &shape))
}

/// The TypeScript types of all documents and of the element script.
pub fn typescript() -> String {
    let tags = AllWidgets::tags();
    let shapes = tags
        .iter()
        .filter_map(|tag| AllWidgets::visit(tag, DocumentShape));
    let shapes: Vec<_> = shapes.chain([area_shape()]).collect();
    schema::typescript(&shapes)
}
