//! The widgets of a page, and what of them stands where.

use crate::page::{Element, Page};
use election_widgets::widget::{AllWidgets, WidgetSet};
use std::ops::Range;

/// The attribute of the text alternative that prerendering adds.
const ALTERNATIVE: &str = "data-prerendered";

/// A widget's element on a page.
pub(super) struct WidgetElement<'a> {
    element: Element<'a>,
    /// Its name without what the page puts before it.
    pub(super) tag: &'static str,
    /// The place of its document.
    pub(super) data: Data<'a>,
    /// The language around it.
    pub(super) language: Option<&'a str>,
}

/// The place of a widget's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Data<'a> {
    /// A document at an address.
    Source(&'a str),
    /// In the page itself.
    Inline(Range<usize>),
    /// A script will bring it.
    Script,
}

/// The widgets of a page, in its order; those in templates and in other widgets are none.
pub(super) fn find<'a>(
    page: &'a Page,
    prefix: &str,
    language: Option<&'a str>,
) -> Vec<WidgetElement<'a>> {
    let found = page.elements().filter_map(|element| {
        let tag = tag_of(element.name(), prefix)?;
        let mut around = element.ancestors().skip(1);
        let counts = !around
            .any(|outer| outer.name() == "template" || tag_of(outer.name(), prefix).is_some());
        counts.then(|| WidgetElement {
            element,
            tag,
            data: data(element),
            language: element
                .ancestors()
                .find_map(|around| around.attribute("lang"))
                .or(language),
        })
    });
    found.collect()
}

fn tag_of(name: &str, prefix: &str) -> Option<&'static str> {
    let own = |tag: &&str| *tag == name || name.strip_prefix(prefix) == Some(*tag);
    AllWidgets::tags().into_iter().find(own)
}

fn data(element: Element<'_>) -> Data<'_> {
    if let Some(address) = element.attribute("src") {
        return Data::Source(address);
    }
    let mut scripts = element.children().filter(is_data);
    match scripts.next().and_then(|script| script.inside()) {
        Some(inside) => Data::Inline(inside),
        None => Data::Script,
    }
}

fn is_data(element: &Element<'_>) -> bool {
    let kind = element.attribute("type").unwrap_or_default();
    element.name() == "script" && kind.eq_ignore_ascii_case("application/json")
}

impl<'a> WidgetElement<'a> {
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.element.attribute(name)
    }

    /// Returns the start of its start tag.
    pub(super) fn start(&self) -> usize {
        self.element.start_tag().start
    }

    /// Returns the range of the whole element, or `None` if it has no end tag of its own.
    pub(super) fn whole(&self) -> Option<Range<usize>> {
        self.element.whole()
    }

    /// Returns the position for insertions: directly after the start tag.
    pub(super) fn front(&self) -> usize {
        self.element.start_tag().end
    }

    /// Returns the ranges that an earlier prerendering inserted.
    pub(super) fn earlier(&self) -> Vec<Range<usize>> {
        let ours = self.element.children().filter(is_earlier);
        ours.filter_map(|child| child.whole()).collect()
    }

    /// Returns true if the page has a fallback of its own in it.
    pub(super) fn has_fallback(&self) -> bool {
        let aside = |child: Element<'_>| {
            matches!(child.name(), "script" | "template") || is_earlier(&child)
        };
        self.element.has_text() || !self.element.children().all(aside)
    }

    /// The element that can hold a paragraph of text here: none can stand in a paragraph.
    pub(super) fn paragraph(&self) -> &'static str {
        // What ends the search for a paragraph that a new one would end.
        const WALLS: [&str; 11] = [
            "", "applet", "button", "caption", "html", "marquee", "object", "table", "td",
            "template", "th",
        ];
        let mut names = self.element.ancestors().map(|around| around.name());
        match names.find(|name| *name == "p" || WALLS.contains(name)) {
            Some("p") => "span",
            _ => "p",
        }
    }
}

fn is_earlier(element: &Element<'_>) -> bool {
    match element.name() {
        "template" => element.attribute("shadowrootmode").is_some(),
        "p" | "span" => element.attribute(ALTERNATIVE).is_some(),
        _ => false,
    }
}
