//! Elements of XML or JSON, with a mark on each part that a format has used.
//!
//! A format reads by name. What it did not read by the end is named in the report: nothing is lost silently.

mod json;
mod place;
#[cfg(feature = "every-format")]
mod xml;

pub(crate) use json::{parse as parse_json, read as read_json};
#[cfg(feature = "every-format")]
pub(crate) use xml::read as read_xml;

use crate::context::Context;
use crate::refused::{Place, Refused};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An element of XML, or an object or plain value of JSON.
#[derive(Debug)]
pub(crate) struct Element {
    name: Rc<str>,
    place: Option<Place>,
    attributes: Vec<Attribute>,
    /// The text between the children, without spaces around it.
    text: String,
    children: Vec<Element>,
    is_used: Cell<bool>,
}

#[derive(Debug)]
struct Attribute {
    name: Rc<str>,
    value: String,
    is_used: Cell<bool>,
}

/// The parts that nobody used by kind and reason: how many there are, and the place of the first.
type Unused = BTreeMap<(String, &'static str), (u64, Option<Place>)>;

impl Element {
    fn new(name: Rc<str>, place: Option<Place>) -> Element {
        Element {
            name,
            place,
            attributes: Vec::new(),
            text: String::new(),
            children: Vec::new(),
            is_used: Cell::new(false),
        }
    }

    fn add_attribute(&mut self, name: Rc<str>, value: String, is_used: bool) {
        self.attributes.push(Attribute {
            name,
            value,
            is_used: Cell::new(is_used),
        });
    }

    /// The name without the prefix of its namespace.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The place of the element in XML.
    pub(crate) fn place(&self) -> Option<Place> {
        self.place
    }

    /// The value of an attribute, whatever the case of its name, and marks it as used.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self
            .attributes
            .iter()
            .find(|one| one.name.eq_ignore_ascii_case(name))?;
        found.is_used.set(true);
        Some(found.value.trim())
    }

    /// The value of an attribute, whatever the case of its name, without marking it.
    #[cfg(feature = "every-format")]
    pub(crate) fn peek_attribute(&self, name: &str) -> Option<&str> {
        let is_it = |one: &&Attribute| one.name.eq_ignore_ascii_case(name);
        let found = self.attributes.iter().find(is_it)?;
        Some(found.value.trim())
    }

    /// The text of the element, and marks it as used. `None` where it is empty.
    pub(crate) fn said(&self) -> Option<&str> {
        self.is_used.set(true);
        (!self.text.is_empty()).then_some(self.text.as_str())
    }

    /// The text of the element, unless it was used before.
    pub(crate) fn said_once(&self) -> Option<&str> {
        if self.is_used.get() {
            return None;
        }
        self.said()
    }

    /// All elements in this one.
    pub(crate) fn children(&self) -> &[Element] {
        &self.children
    }

    /// The elements of a name in this one.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children
            .iter()
            .filter(move |child| child.name() == name)
    }

    /// The first element of a name in this one.
    pub(crate) fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name() == name)
    }

    /// The text of the first element of a name in this one, and marks it as used.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.first(name)?.said()
    }

    /// The text of the first element of a name in this one, without marking it.
    pub(crate) fn peek(&self, name: &str) -> Option<&str> {
        Some(self.first(name)?.text.as_str())
    }

    /// The whole number in the first element of a name.
    ///
    /// # Errors
    /// A text that is no whole number, with its place.
    pub(crate) fn whole_of(&self, name: &str) -> Result<Option<u64>, Refused> {
        let Some(child) = self.first(name) else {
            return Ok(None);
        };
        child
            .said()
            .map(|text| whole(text, name, child.place))
            .transpose()
    }

    /// The whole number in an attribute.
    ///
    /// # Errors
    /// A text that is no whole number, with the element's place.
    pub(crate) fn whole_attribute(&self, name: &str) -> Result<Option<u64>, Refused> {
        let text = self.attribute(name).filter(|text| !text.is_empty());
        text.map(|text| whole(text, name, self.place)).transpose()
    }

    /// Marks the element and everything in it as used: it is accounted for elsewhere.
    pub(crate) fn pass(&self) {
        self.is_used.set(true);
        for attribute in &self.attributes {
            attribute.is_used.set(true);
        }
        for child in &self.children {
            child.pass();
        }
    }

    /// A refusal at the place of the element.
    pub(crate) fn refused(&self, message: impl Into<String>) -> Refused {
        refused_at(self.place, message)
    }

    /// Names every part that was not used in the report, one line for each kind of part.
    ///
    /// `sort` returns the kind of the part at a path and the reason why it is left out.
    pub(crate) fn report_unused(
        &self,
        context: &mut Context<'_>,
        sort: impl Fn(&str) -> (String, &'static str),
    ) {
        let mut unused = Unused::new();
        self.gather(&mut String::new(), &sort, &mut unused);
        for ((kind, why), (number, place)) in unused {
            let what = if number == 1 {
                kind
            } else {
                format!("{kind} ({number} times)")
            };
            context.left_out(place, what, why);
        }
    }

    fn gather(
        &self,
        path: &mut String,
        sort: &impl Fn(&str) -> (String, &'static str),
        unused: &mut Unused,
    ) {
        let mut note = |path: &str| {
            let entry = unused.entry(sort(path)).or_insert((0, self.place));
            entry.0 += 1;
        };
        let is_said = self.is_used.get() || self.text.is_empty();
        if !is_said {
            note(path);
        }
        // Attributes of a text that is left out, such as its language, go with it.
        for attribute in self
            .attributes
            .iter()
            .filter(|one| is_said && !one.is_used.get())
        {
            note(format!("{path}/@{}", attribute.name).trim_start_matches('/'));
        }
        for child in &self.children {
            let before = path.len();
            if before > 0 {
                path.push('/');
            }
            path.push_str(&child.name);
            child.gather(path, sort, unused);
            path.truncate(before);
        }
    }
}

/// A refusal, with its place where there is one.
pub(crate) fn refused_at(place: Option<Place>, message: impl Into<String>) -> Refused {
    match place {
        Some(place) => Refused::at(place, message),
        None => Refused::new(message),
    }
}

/// A whole number as machines write it: `1250`, and `1250.0` of writers without whole numbers.
fn whole(text: &str, name: &str, place: Option<Place>) -> Result<u64, Refused> {
    let (before, after) = text.split_once('.').unwrap_or((text, "0"));
    let is_whole = !after.is_empty() && after.bytes().all(|byte| byte == b'0');
    let number = is_whole.then(|| before.parse().ok()).flatten();
    number.ok_or_else(|| {
        let shown: String = text.chars().take(40).collect();
        refused_at(
            place,
            format!("{name}: expected a whole number such as 1250, found \"{shown}\""),
        )
    })
}
