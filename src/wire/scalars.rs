//! The small parts that every document is made of: ids, dates, places, links, sources.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, did_you_mean, quoted};
use super::record::json_object;
use super::schema::{Leaf, Shape};
use crate::model::{
    Color, Date, Decimal, Head, Id, LanguageTag, Link, ParseDateError, Place, Source, SourceRef,
    Sources, Text, When, Whole,
};

impl Read for Id {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "an id (1 to 64 of A-Z a-z 0-9 _ -)";
        Id::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

impl Read for Link {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a link (http, https or relative)";
        Link::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::LINK)
    }
}

impl Read for Color {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a colour (#rgb or #rrggbb)";
        Color::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::COLOR)
    }
}

impl Read for Date {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str =
            "a date (2022, 2022-11, 2022-11-20, or with time and offset: 2022-11-20T21:00+06:00)";
        node.text(WHAT)?.parse().map_err(|wrong| match wrong {
            ParseDateError::Form => node.expected(WHAT),
            ParseDateError::NoSuchDay => node.error(message!(
                "expected a date that exists, found {}",
                node.found()
            )),
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::DATE)
    }
}

impl Read for When {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = r#"a date, or one of {"before"}, {"after"}, {"about"} with a date"#;
        if let Value::Text(_) = node.value() {
            return Date::read(node, scope).map(When::On);
        }
        node.allow(WHAT, &["before", "after", "about"])?;
        let mut found = Vec::new();
        for (key, date) in node.entries(WHAT)? {
            found.push((key, Date::read(&date, scope)?));
        }
        match found.as_slice() {
            [("before", date)] => Ok(When::Before(*date)),
            [("after", date)] => Ok(When::After(*date)),
            [("about", date)] => Ok(When::About(*date)),
            _ => Err(node.error(message!("expected {WHAT}, found {} of them", found.len()))),
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHEN)
    }
}

impl Read for Place {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = r#"a place (a code such as "KZ", or {"code"?, "name"})"#;
        if let Value::Text(_) = node.value() {
            return read_code(node).map(|code| Place {
                code: Some(code),
                name: None,
            });
        }
        node.allow(WHAT, &["code", "name"])?;
        let code = node
            .field("code")
            .map(|code| read_code(&code))
            .transpose()?;
        Ok(Place {
            code,
            name: Some(Text::read(&node.present("name")?, scope)?),
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::PLACE)
    }
}

pub(crate) fn read_code<D: Diagnostics>(node: &Cursor<'_, D>) -> Result<String, ReadError<D>> {
    const WHAT: &str = "a country code of two capital letters";
    let text = node.text(WHAT)?;
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Ok(text.to_owned());
    }
    Err(node.error(message!(
        r#"expected {WHAT}, found {} (for a place without a code, write {{"name": {}}})"#,
        node.found(),
        quoted(text)
    )))
}

/// A plain number of the document.
pub(crate) fn read_number<D: Diagnostics>(
    node: &Cursor<'_, D>,
    what: &str,
) -> Result<Decimal, ReadError<D>> {
    node.number().ok_or_else(|| node.expected(what))
}

impl Read for Whole {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        read_whole(node, "a whole number, zero or more").map(Whole)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHOLE)
    }
}

impl Read for u64 {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a whole number, zero or more";
        let number = read_number(node, WHAT)?;
        u64::try_from(number.whole())
            .ok()
            .filter(|_| number.is_whole())
            .ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHOLE)
    }
}

/// A plain whole number of the document.
pub(crate) fn read_whole<D: Diagnostics>(
    node: &Cursor<'_, D>,
    what: &str,
) -> Result<u32, ReadError<D>> {
    let number = read_number(node, what)?;
    u32::try_from(number.whole())
        .ok()
        .filter(|_| number.is_whole())
        .ok_or_else(|| node.expected(what))
}

impl Read for SourceRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of a source")?;
        scope.sources.find(id).ok_or_else(|| {
            let known = scope.sources.iter().map(|(_, source)| source.id.as_str());
            node.error(message!(
                "no source has the id {}{}",
                quoted(id),
                did_you_mean(id, known)
            ))
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

json_object! { "a source", Source {
    required "id" => id, "The id by which the rest of the document refers to the source.";
    required "title" => title, "The headline or name of the source.";
    required "publisher" => publisher, "The publisher of the source.";
    optional "url" => url, "The address of the source.";
    required "date" => date, "The day of publication.";
} }

impl Read for Sources {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let sources = Sources::new(Vec::<Source>::read(node, scope)?).map_err(|place| {
            node.path
                .index(place)
                .key("id")
                .error("an earlier source has this id")
        })?;
        scope.sources = sources.clone();
        Ok(sources)
    }

    fn shape() -> Shape {
        Vec::<Source>::shape()
    }
}

impl Read for LanguageTag {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a language tag such as \"kk\"";
        LanguageTag::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::LANGUAGE)
    }
}

json_object! { "a document", Head {
    optional "lang" => lang, "The language of texts that are plain strings.";
    optional "test" => test, "True for a rehearsal. A banner says that the figures are made up.";
    optional "sequence" => sequence, "The number of this edition. It grows with each edition.";
    required "title" => title, "The headline of the widget.";
    optional "notes" => notes, "Remarks on the whole document.";
    required "sources" => sources, "The sources of everything in the document.";
} }
