//! XML as elements. Entities are not expanded, and depth, size and the length of every part are limited.

use super::place::Pointer;
use super::{Element, refused_at};
use crate::refused::{Place, Refused};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashSet;
use std::rc::Rc;

/// Most elements in each other.
const DEEPEST: usize = 64;
/// Most elements of a document.
const MOST_ELEMENTS: usize = 2_000_000;
/// Most attributes of an element.
const MOST_ATTRIBUTES: usize = 64;
/// Most bytes of a tag with its attributes.
const LONGEST_TAG: usize = 64 * 1024;
/// Most bytes of text in an element.
const LONGEST_TEXT: usize = 256 * 1024;

/// Reads a document of XML and returns its root.
///
/// # Errors
/// The line and column of what is no XML, or of what is over a limit.
pub(crate) fn read(text: &str) -> Result<Element, Refused> {
    let mut document = Document {
        open: Vec::new(),
        root: None,
        names: HashSet::new(),
        elements: 0,
        pointer: Pointer::new(text),
    };
    let mut reader = Reader::from_str(text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(at);
            Refused::at(document.pointer.to(at), format!("not XML: {error}"))
        })?;
        let place = document.pointer.to(at);
        if matches!(event, Event::Eof) {
            return document.end(place);
        }
        document.take(event, place)?;
    }
}

struct Document<'t> {
    /// The elements that have not ended, the outermost first.
    open: Vec<Element>,
    root: Option<Element>,
    /// The names so far, each kept once.
    names: HashSet<Rc<str>>,
    elements: usize,
    pointer: Pointer<'t>,
}

impl Document<'_> {
    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), Refused> {
        match event {
            Event::Start(tag) => self.begin(&tag, place),
            Event::Empty(tag) => {
                self.begin(&tag, place)?;
                self.close();
                Ok(())
            }
            Event::End(_) => {
                self.close();
                Ok(())
            }
            Event::Text(text) => self.add_text(&text.xml10_content(), place),
            Event::CData(text) => self.add_text(&text.xml10_content(), place),
            Event::GeneralRef(reference) => {
                let letter = resolved(&reference, place)?;
                self.add_text(&letter, place)
            }
            Event::DocType(text) if text.contains('[') => Err(Refused::at(
                place,
                "the DOCTYPE declares entities or elements, which are not read: delete the lines from <!DOCTYPE to ]>",
            )),
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {
                Ok(())
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>, place: Place) -> Result<(), Refused> {
        if self.open.len() >= DEEPEST {
            return Err(Refused::at(
                place,
                format!("more than {DEEPEST} elements lie in each other"),
            ));
        }
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(Refused::at(
                place,
                format!("the file has more than {MOST_ELEMENTS} elements"),
            ));
        }
        if self.root.is_some() {
            return Err(Refused::at(
                place,
                "not XML: a second element follows the first",
            ));
        }
        let length = tag.len();
        if length > LONGEST_TAG {
            return Err(Refused::at(
                place,
                format!(
                    "the tag and its attributes have {length} bytes, and at most {LONGEST_TAG} are read"
                ),
            ));
        }
        let name = self.name(tag.local_name().into_inner());
        let mut element = Element::new(name, Some(place));
        self.add_attributes(&mut element, tag)?;
        self.open.push(element);
        Ok(())
    }

    fn add_attributes(
        &mut self,
        element: &mut Element,
        tag: &BytesStart<'_>,
    ) -> Result<(), Refused> {
        // Attributes are compared with each other, so their number is limited first.
        for (number, attribute) in tag.attributes().enumerate() {
            let attribute =
                attribute.map_err(|error| element.refused(format!("not XML: {error}")))?;
            if number >= MOST_ATTRIBUTES {
                return Err(element.refused(format!(
                    "the element has more than {MOST_ATTRIBUTES} attributes"
                )));
            }
            let key = attribute.key.into_inner();
            // Namespaces and schema addresses describe the file and say nothing of the election.
            let is_about_file =
                key == "xmlns" || key.starts_with("xmlns:") || key.ends_with(":schemaLocation");
            if is_about_file || key.ends_with(":noNamespaceSchemaLocation") {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| element.refused(format!("not XML: {error}")))?;
            let local = attribute.key.local_name();
            let name = self.name(local.into_inner());
            // The type says what the element is, and nothing of the election.
            element.add_attribute(name, value.into_owned(), key.ends_with(":type"));
        }
        Ok(())
    }

    fn add_text(&mut self, text: &str, place: Place) -> Result<(), Refused> {
        let Some(element) = self.open.last_mut() else {
            if text
                .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
                .is_empty()
            {
                return Ok(());
            }
            return Err(Refused::at(
                place,
                "not XML: text outside the first element",
            ));
        };
        if element.text.len() + text.len() > LONGEST_TEXT {
            return Err(refused_at(
                element.place,
                format!(
                    "the text of <{}> has more than {LONGEST_TEXT} bytes",
                    element.name
                ),
            ));
        }
        // Spaces before the text come from the file's layout.
        let is_layout = element.text.is_empty() && text.trim_start().is_empty();
        if !is_layout {
            element.text.push_str(text);
        }
        Ok(())
    }

    fn close(&mut self) {
        let Some(mut element) = self.open.pop() else {
            return;
        };
        let trimmed = element.text.trim();
        if trimmed.len() < element.text.len() {
            element.text = trimmed.to_owned();
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let name: Rc<str> = Rc::from(name);
        self.names.insert(name.clone());
        name
    }

    fn end(self, place: Place) -> Result<Element, Refused> {
        if let Some(open) = self.open.last() {
            return Err(refused_at(
                open.place,
                format!(
                    "not XML: <{}> does not end; the file ends at {place}",
                    open.name
                ),
            ));
        }
        self.root
            .ok_or_else(|| Refused::at(place, "not XML: there is no element"))
    }
}

/// The character that a reference stands for: one of XML's own five, or a number.
fn resolved(reference: &BytesRef<'_>, place: Place) -> Result<String, Refused> {
    let number = reference
        .resolve_char_ref()
        .map_err(|error| Refused::at(place, format!("not XML: {error}")))?;
    if let Some(letter) = number {
        return Ok(letter.to_string());
    }
    let name = reference.xml10_content();
    quick_xml::escape::resolve_xml_entity(&name)
        .map(str::to_owned)
        .ok_or_else(|| {
            let shown: String = name.chars().take(40).collect();
            Refused::at(
                place,
                format!("the entity &{shown}; is not read: write the character itself"),
            )
        })
}
