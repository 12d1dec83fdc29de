//! How a struct of the model is declared as JSON: once, for the reader and for the schema.

use super::document::Value;
use super::error::{Diagnostics, ReadError};
use super::fields::Fields;
use super::reader::{Cursor, Read, ReadContext};

/// A part of a document that is an object with named fields.
pub(crate) trait Record: Sized {
    /// The fields' names in JSON.
    const NAMES: &'static [&'static str];

    /// Reads the fields of an object whose names are checked, in the order of the names.
    fn read_fields<D: Diagnostics>(
        fields: &Fields<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>>;

    /// The fields with their meaning.
    fn fields() -> Vec<super::schema::Field>;
}

/// Declares a record: `required`, `optional` or `identified` (a list whose items others name), the
/// name in JSON, the field of the struct, and what it means to somebody who writes the JSON. Fields are read in the order that they are
/// written in; those of a `flatten`ed part stand in the same object and come first.
macro_rules! json_object {
    (
        $what:literal, $name:ident {
            $([flatten $part:ident: $part_type:ty])?
            $($mode:ident $json:literal => $field:ident, $doc:literal;)*
        }
    ) => {
        impl $crate::wire::record::Record for $name {
            const NAMES: &'static [&'static str] = &[$($json),*];

            fn read_fields<D: $crate::wire::error::Diagnostics>(
                fields: &$crate::wire::fields::Fields<'_, D>,
                scope: &mut $crate::wire::reader::ReadContext,
            ) -> Result<Self, $crate::wire::error::ReadError<D>> {
                Ok($name {
                    $($part: <$part_type as $crate::wire::record::Record>::read_fields(fields, scope)?,)?
                    $($field: fields.$mode($json, scope)?,)*
                })
            }

            fn fields() -> Vec<$crate::wire::schema::Field> {
                let flattened: &[fn() -> Vec<$crate::wire::schema::Field>] =
                    &[$(<$part_type as $crate::wire::record::Record>::fields)?];
                let own = [$($crate::wire::schema::Field::new(
                    $json,
                    $doc,
                    stringify!($mode) != "optional",
                    |record: &$name| &record.$field,
                )),*];
                flattened.iter().flat_map(|fields| fields()).chain(own).collect()
            }
        }

        impl $crate::wire::reader::Read for $name {
            fn read<D: $crate::wire::error::Diagnostics>(
                node: &$crate::wire::reader::Cursor<'_, D>,
                scope: &mut $crate::wire::reader::ReadContext,
            ) -> Result<Self, $crate::wire::error::ReadError<D>> {
                use $crate::wire::record::Record;
                const FIRST: &[&str] = $crate::wire::record::or_none!($(<$part_type>::NAMES)?);
                const {
                    assert!(FIRST.len() + Self::NAMES.len() <= $crate::wire::fields::MOST_FIELDS);
                }
                let fields = node.fields($what, FIRST, Self::NAMES)?;
                Self::read_fields(&fields, scope)
            }

            fn shape() -> $crate::wire::schema::Shape {
                $crate::wire::schema::Shape::Record {
                    name: stringify!($name),
                    fields: <$name as $crate::wire::record::Record>::fields(),
                }
            }
        }
    };
}

/// Declares an enum whose variants are words in JSON, and gives each its word.
macro_rules! json_enum {
    ($what:literal, $name:ident { $($variant:ident = $json:literal),* $(,)? }) => {
        impl $name {
            /// Its name in the contract.
            pub fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $json),*
                }
            }
        }

        impl $crate::wire::reader::Read for $name {
            fn read<D: $crate::wire::error::Diagnostics>(
                node: &$crate::wire::reader::Cursor<'_, D>,
                _: &mut $crate::wire::reader::ReadContext,
            ) -> Result<Self, $crate::wire::error::ReadError<D>> {
                const VARIANTS: &[$name] = &[$($name::$variant),*];
                let place = $crate::wire::record::read_word(node, $what, &[$($json),*])?;
                VARIANTS.get(place).copied().ok_or_else(|| node.expected($what))
            }

            fn shape() -> $crate::wire::schema::Shape {
                $crate::wire::schema::Shape::Words(&[$($json),*])
            }
        }
    };
}

/// The names, or none.
macro_rules! or_none {
    () => {
        &[]
    };
    ($names:expr) => {
        $names
    };
}

pub(crate) use {json_enum, json_object, or_none};

/// The place of the node's word among those that are known.
pub(crate) fn read_word<D: Diagnostics>(
    node: &Cursor<'_, D>,
    what: &str,
    known: &[&str],
) -> Result<usize, ReadError<D>> {
    let text = node.text(what)?;
    if let Some(place) = known.iter().position(|word| *word == text) {
        return Ok(place);
    }
    Err(node.error(|| {
        let hint = match super::reader::did_you_mean(text, known.iter().copied()) {
            none if none.is_empty() => format!(" (known are {})", known.join(", ")),
            hint => hint,
        };
        format!("expected {what}, found {}{hint}", node.found())
    }))
}

impl<T: Read> Read for Option<T> {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        T::read(node, scope).map(Some)
    }

    fn shape() -> super::schema::Shape {
        T::shape()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let items = node.items("items")?;
        let mut all = Vec::new();
        for item in items {
            all.push(T::read(&item, scope)?);
        }
        Ok(all)
    }

    fn shape() -> super::schema::Shape {
        super::schema::Shape::List(Box::new(T::shape()))
    }
}

impl Read for bool {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        match node.value() {
            Value::Bool(value) => Ok(value),
            _ => Err(node.expected("true or false")),
        }
    }

    fn shape() -> super::schema::Shape {
        super::schema::Shape::Bool
    }
}
