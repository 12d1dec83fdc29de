//! The published forms of the contract, made from the readers' own declarations: JSON Schema and
//! TypeScript.

use super::reader::Read;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The form of a part of a document in JSON.
pub enum Shape {
    /// The JSON type boolean.
    Bool,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A small part with a form of its own.
    Leaf(&'static Leaf),
    /// A list of such values.
    List(Box<Shape>),
    /// An object with one such value per id.
    Map(Box<Shape>),
    /// One of two shapes.
    Either(Box<Shape>, Box<Shape>),
    /// An object with named fields.
    Record {
        /// The name of its type.
        name: &'static str,
        /// Its fields, in the order that they are read in.
        fields: Vec<Field>,
    },
}

/// A field of an object.
pub struct Field {
    name: &'static str,
    meaning: &'static str,
    required: bool,
    shape: Shape,
}

impl Field {
    /// A field that may be left out.
    pub(crate) fn optional(name: &'static str, meaning: &'static str, shape: Shape) -> Field {
        Field {
            name,
            meaning,
            required: false,
            shape,
        }
    }

    /// A field that must be there.
    pub(crate) fn required(name: &'static str, meaning: &'static str, shape: Shape) -> Field {
        Field {
            required: true,
            ..Field::optional(name, meaning, shape)
        }
    }

    /// The field's shape is that of its type, which `_field` tells.
    pub(crate) fn new<R, T: Read>(
        name: &'static str,
        meaning: &'static str,
        required: bool,
        _field: fn(&R) -> &T,
    ) -> Field {
        Field {
            name,
            meaning,
            required,
            shape: T::shape(),
        }
    }
}

/// A small part with a form of its own, written out in both languages.
pub struct Leaf {
    name: &'static str,
    typescript: &'static str,
    schema: &'static str,
}

macro_rules! leaves {
    ($($constant:ident $name:literal: $typescript:literal, $schema:literal;)*) => {
        impl Leaf {
            $(pub(crate) const $constant: Leaf = Leaf {
                name: $name,
                typescript: $typescript,
                schema: $schema,
            };)*
        }

        const LEAVES: &[Leaf] = &[$(Leaf::$constant),*];
    };
}

leaves! {
    TEXT "Text": "string | { [language: string]: string }",
        r#"{"anyOf": [{"type": "string", "minLength": 1}, {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}}]}"#;
    ID "Id": "string", r#"{"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}"#;
    LANGUAGE "Language": "string", r#"{"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}"#;
    LINK "Link": "string", r#"{"type": "string", "format": "uri-reference"}"#;
    COLOR "Color": "string", r##"{"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}"##;
    DATE "DateText": "string", r#"{"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$"}"#;
    WHEN "When": "DateText | { before: DateText } | { after: DateText } | { about: DateText }",
        r##"{"anyOf": [{"$ref": "#/$defs/DateText"}, {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": {"before": {"$ref": "#/$defs/DateText"}, "after": {"$ref": "#/$defs/DateText"}, "about": {"$ref": "#/$defs/DateText"}}}]}"##;
    PLACE "Place": "string | { code?: string; name: Text }",
        r##"{"anyOf": [{"type": "string", "pattern": "^[A-Z]{2}$"}, {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {"code": {"type": "string", "pattern": "^[A-Z]{2}$"}, "name": {"$ref": "#/$defs/Text"}}}]}"##;
    CODE "CountryCode": "string", r#"{"type": "string", "pattern": "^[A-Z]{2}$"}"#;
    STATE "State": "CountryCode | { code: CountryCode; name: Text }",
        r##"{"anyOf": [{"$ref": "#/$defs/CountryCode"}, {"type": "object", "required": ["code", "name"], "additionalProperties": false, "properties": {"code": {"$ref": "#/$defs/CountryCode"}, "name": {"$ref": "#/$defs/Text"}}}]}"##;
    BOUND "Bound": "number | [number, number]",
        r#"{"anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}]}"#;
    AMOUNT "Amount": "{ value: number } | { over: Bound } | { atLeast: Bound } | { under: Bound } | { atMost: Bound } | { about: number } | { from: number; to: number } | { missing: Text }",
        r##"{"oneOf": [{"required": ["value"]}, {"required": ["over"]}, {"required": ["atLeast"]}, {"required": ["under"]}, {"required": ["atMost"]}, {"required": ["about"]}, {"required": ["from", "to"]}, {"required": ["missing"]}], "type": "object", "additionalProperties": false, "properties": {"value": {"type": "number"}, "over": {"$ref": "#/$defs/Bound"}, "atLeast": {"$ref": "#/$defs/Bound"}, "under": {"$ref": "#/$defs/Bound"}, "atMost": {"$ref": "#/$defs/Bound"}, "about": {"type": "number"}, "from": {"type": "number"}, "to": {"type": "number"}, "missing": {"$ref": "#/$defs/Text"}, "source": {"$ref": "#/$defs/Id"}}}"##;
    QUANTITY "Quantity": "number | (Amount & { source?: Id }) | { claims: (Amount & { source: Id })[] }",
        r##"{"anyOf": [{"type": "number"}, {"$ref": "#/$defs/Amount"}, {"type": "object", "required": ["claims"], "additionalProperties": false, "properties": {"claims": {"type": "array", "minItems": 1, "items": {"allOf": [{"$ref": "#/$defs/Amount"}, {"required": ["source"]}]}}}}]}"##;
    NEEDS "Needs": "{ over: number } | { atLeast: number }",
        r#"{"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": {"over": {"type": "number"}, "atLeast": {"type": "number"}}}"#;
    WHOLE "Whole": "number", r#"{"type": "integer", "minimum": 0}"#;
    DEGREES "Degrees": "number", r#"{"type": "number", "minimum": -180, "maximum": 180}"#;
    AREA "AreaChoice": "string | { url: Link; id?: Id; credit: Text }",
        r##"{"anyOf": [{"type": "string"}, {"type": "object", "required": ["url", "credit"], "additionalProperties": false, "properties": {"url": {"$ref": "#/$defs/Link"}, "id": {"$ref": "#/$defs/Id"}, "credit": {"$ref": "#/$defs/Text"}}}]}"##;
    POINT "Point": "[number, number]", r#"{"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}"#;
    OUTLINE "Outline": "string", r#"{"type": "string", "pattern": "^[Mm][0-9MmLlHhVvZz,. -]*$"}"#;
    DECIMALS "Decimals": "0 | 1 | 2 | 3 | 4 | 5 | 6", r#"{"type": "integer", "minimum": 0, "maximum": 6}"#;
    MEMBERS "Members": "number | Text[]",
        r##"{"anyOf": [{"type": "integer", "minimum": 0}, {"type": "array", "items": {"$ref": "#/$defs/Text"}}]}"##;
}

/// Calls `visit` with every record below `shape`, each once and after those that it is made of.
fn records<'a>(
    shape: &'a Shape,
    seen: &mut Vec<&'static str>,
    visit: &mut dyn FnMut(&'static str, &'a [Field]),
) {
    match shape {
        Shape::List(item) | Shape::Map(item) => records(item, seen, visit),
        Shape::Either(one, other) => {
            records(one, seen, visit);
            records(other, seen, visit);
        }
        Shape::Record { name, fields } if !seen.contains(name) => {
            seen.push(name);
            for field in fields {
                records(&field.shape, seen, visit);
            }
            visit(name, fields);
        }
        _ => {}
    }
}

/// The JSON Schema (draft 2020-12) of a document.
pub fn json_schema(title: &str, shape: &Shape) -> String {
    let mut definitions = Map::new();
    for leaf in LEAVES {
        let schema = serde_json::from_str(leaf.schema).unwrap_or(Value::Null);
        definitions.insert(leaf.name.to_owned(), schema);
    }
    records(shape, &mut Vec::new(), &mut |name, fields| {
        definitions.insert(name.to_owned(), record_schema(fields));
    });
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$ref": format!("#/$defs/{}", type_name(shape)),
        "$defs": definitions,
    });
    format!("{schema:#}\n")
}

fn record_schema(fields: &[Field]) -> Value {
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    let mut properties = Map::new();
    properties.insert("$schema".to_owned(), json!({}));
    for field in fields {
        let mut schema = shape_schema(&field.shape);
        if let Value::Object(schema) = &mut schema {
            schema.insert("description".to_owned(), json!(field.meaning));
        }
        properties.insert(field.name.to_owned(), schema);
    }
    json!({
        "type": "object",
        "required": required,
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": false,
    })
}

fn shape_schema(shape: &Shape) -> Value {
    match shape {
        Shape::Bool => json!({"type": "boolean"}),
        Shape::Words(words) => json!({"enum": words}),
        Shape::Leaf(leaf) => json!({"$ref": format!("#/$defs/{}", leaf.name)}),
        Shape::List(item) => json!({"type": "array", "items": shape_schema(item)}),
        Shape::Map(item) => json!({"type": "object", "additionalProperties": shape_schema(item)}),
        Shape::Either(one, other) => json!({"anyOf": [shape_schema(one), shape_schema(other)]}),
        Shape::Record { name, .. } => json!({"$ref": format!("#/$defs/{name}")}),
    }
}

/// The exports and elements of the element script, for pages written in TypeScript.
const SCRIPT: &str = "
/** An error or a warning, with its path in the document. */
export interface Diagnostic {
  path: string;
  message: string;
}

/** A widget on a page. */
export interface WidgetElement<Data> extends HTMLElement {
  /** The document, as an object or as JSON text. Reading it returns what was set. */
  data: Data | string | null | undefined;
}

export interface Widgets {
  'results-chart': Results;
  'observer-map': Observers;
  'alliance-grid': Alliances;
}

/**
 * Sets the folder of all files, or the address of the WebAssembly file, and its digest. Call it before the first widget comes into
 * view.
 */
export function configure(options: { base?: string; wasmUrl?: string; integrity?: string }): void;

/** Defines the elements. Each name begins with `prefix`. */
export function define(options?: { prefix?: string }): void;

/** Adds a widget at the end of `target`. `options` are its attributes. */
export function mount<Tag extends keyof Widgets>(
  target: Element | string,
  tag: Tag,
  data: Widgets[Tag] | string,
  options?: { [attribute: string]: string },
): { element: WidgetElement<Widgets[Tag]>; update(data: Widgets[Tag] | string): void; destroy(): void };

/** Checks a document without showing it. */
export function validate(
  tag: keyof Widgets,
  data: unknown,
): Promise<{ errors: Diagnostic[]; warnings: Diagnostic[] }>;

declare global {
  interface HTMLElementTagNameMap {
    'results-chart': WidgetElement<Results>;
    'observer-map': WidgetElement<Observers>;
    'alliance-grid': WidgetElement<Alliances>;
  }
  interface HTMLElementEventMap {
    'widget-ready': CustomEvent<{ warnings: Diagnostic[] }>;
    'widget-update': CustomEvent<{ warnings: Diagnostic[] }>;
    'widget-error': CustomEvent<Diagnostic>;
    'widget-select': CustomEvent<{ option?: Id; mission?: Id; state?: CountryCode; alliance?: Id }>;
  }
}
";

/// The TypeScript types of documents and of the element script.
pub fn typescript(documents: &[Shape]) -> String {
    let mut text = String::from(
        "// Made by `make contract` from the readers in src/wire: change those, not this file.\n\n",
    );
    for leaf in LEAVES {
        let _ = writeln!(text, "export type {} = {};", leaf.name, leaf.typescript);
    }
    let mut seen = Vec::new();
    for shape in documents {
        records(shape, &mut seen, &mut |name, fields| {
            let _ = writeln!(
                text,
                "\nexport interface {name} {{\n  $schema?: unknown;\n  [extension: `x-${{string}}`]: unknown;"
            );
            for field in fields {
                let mark = if field.required { "" } else { "?" };
                let _ = writeln!(
                    text,
                    "  /** {} */\n  {}{mark}: {};",
                    field.meaning,
                    property_name(field.name),
                    type_name(&field.shape)
                );
            }
            text.push_str("}\n");
        });
    }
    text + SCRIPT
}

/// The name of a property as TypeScript reads it: in quotes if it is no identifier.
fn property_name(name: &str) -> String {
    if name.contains('-') {
        format!("'{name}'")
    } else {
        name.to_owned()
    }
}

fn type_name(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "boolean".to_owned(),
        Shape::Words(words) => words
            .iter()
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(" | "),
        Shape::Leaf(leaf) => leaf.name.to_owned(),
        Shape::List(item) => match type_name(item) {
            name if name.contains(' ') => format!("({name})[]"),
            name => format!("{name}[]"),
        },
        Shape::Map(item) => format!("{{ [id: Id]: {} }}", type_name(item)),
        Shape::Either(one, other) => format!("{} | {}", type_name(one), type_name(other)),
        Shape::Record { name, .. } => (*name).to_owned(),
    }
}
