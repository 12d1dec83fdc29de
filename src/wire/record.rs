//! How a struct of the model is declared as JSON: once, for the reader and for the schema.

use super::document::Value;
use super::error::{Fault, message};
use super::fields::Fields;
use super::reader::{Node, Read, Scope};

/// A part of a document that is an object with named fields.
pub(crate) trait Record: Sized {
    /// The fields' names in JSON.
    const NAMES: &'static [&'static str];

    /// Reads the fields of an object whose names are checked, in the order of the names.
    fn read_fields(fields: &Fields<'_>, scope: &mut Scope) -> Result<Self, Fault>;

    /// The fields with their meaning.
    #[cfg(feature = "schema")]
    fn fields() -> Vec<super::schema::Field>;
}

/// Declares a record: `required`, `optional` or `identified` (a list whose items others name), the
/// name in JSON, the field of the struct, and what it means to somebody who writes the JSON. Fields are read in the order that they are
/// written in; those of a `flatten`ed part stand in the same object and come first.
macro_rules! record {
    (
        $what:literal, $name:ident {
            $([flatten $part:ident: $part_type:ty])?
            $($mode:ident $json:literal => $field:ident, $doc:literal;)*
        }
    ) => {
        impl $crate::wire::record::Record for $name {
            const NAMES: &'static [&'static str] = &[$($json),*];

            fn read_fields(
                fields: &$crate::wire::fields::Fields<'_>,
                scope: &mut $crate::wire::reader::Scope,
            ) -> Result<Self, $crate::wire::error::Fault> {
                Ok($name {
                    $($part: <$part_type as $crate::wire::record::Record>::read_fields(fields, scope)?,)?
                    $($field: fields.$mode($json, scope)?,)*
                })
            }

            #[cfg(feature = "schema")]
            fn fields() -> Vec<$crate::wire::schema::Field> {
                #[allow(unused_mut)]
                let mut fields: Vec<$crate::wire::schema::Field> = Vec::new();
                $(fields.extend(<$part_type as $crate::wire::record::Record>::fields());)?
                fields.extend([$($crate::wire::schema::Field::new(
                    $json,
                    $doc,
                    stringify!($mode) != "optional",
                    |record: &$name| &record.$field,
                )),*]);
                fields
            }
        }

        impl $crate::wire::reader::Read for $name {
            fn read(
                node: &$crate::wire::reader::Node<'_>,
                scope: &mut $crate::wire::reader::Scope,
            ) -> Result<Self, $crate::wire::error::Fault> {
                use $crate::wire::record::Record;
                const FIRST: &[&str] = $crate::wire::record::or_none!($(<$part_type>::NAMES)?);
                const {
                    assert!(FIRST.len() + Self::NAMES.len() <= $crate::wire::fields::MOST_FIELDS);
                }
                let fields = node.fields($what, FIRST, Self::NAMES)?;
                Self::read_fields(&fields, scope)
            }

            #[cfg(feature = "schema")]
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
macro_rules! words {
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
            fn read(
                node: &$crate::wire::reader::Node<'_>,
                _: &mut $crate::wire::reader::Scope,
            ) -> Result<Self, $crate::wire::error::Fault> {
                const VARIANTS: &[$name] = &[$($name::$variant),*];
                let place = $crate::wire::record::read_word(node, $what, &[$($json),*])?;
                VARIANTS.get(place).copied().ok_or_else(|| node.expected($what))
            }

            #[cfg(feature = "schema")]
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

pub(crate) use {or_none, record, words};

/// The place of the node's word among those that are known.
pub(crate) fn read_word(node: &Node<'_>, what: &str, known: &[&str]) -> Result<usize, Fault> {
    let text = node.text(what)?;
    if let Some(place) = known.iter().position(|word| *word == text) {
        return Ok(place);
    }
    let hint = match super::reader::did_you_mean(text, known.iter().copied()) {
        none if none.is_empty() => message!(" (known are {})", known.join(", ")),
        hint => hint,
    };
    Err(node.error(message!("expected {what}, found {}{hint}", node.found())))
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        T::read(node, scope).map(Some)
    }

    #[cfg(feature = "schema")]
    fn shape() -> super::schema::Shape {
        T::shape()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        let items = node.items("items")?;
        let mut all = Vec::with_capacity(node.count());
        for item in items {
            all.push(T::read(&item, scope)?);
        }
        Ok(all)
    }

    #[cfg(feature = "schema")]
    fn shape() -> super::schema::Shape {
        super::schema::Shape::List(Box::new(T::shape()))
    }
}

impl Read for bool {
    fn read(node: &Node<'_>, _: &mut Scope) -> Result<Self, Fault> {
        match node.value() {
            Value::Bool(value) => Ok(value),
            _ => Err(node.expected("true or false")),
        }
    }

    #[cfg(feature = "schema")]
    fn shape() -> super::schema::Shape {
        super::schema::Shape::Bool
    }
}
