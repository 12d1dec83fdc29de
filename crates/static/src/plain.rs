//! Styled HTML without what only a page with scripts and style sheets has a use for.

use crate::element::{Child, Element, VOID};
use election_widgets::prerender::escape;

/// The attributes that mean something without scripts and style sheets; the tokenizer writes all names in small letters.
const KEPT: [&str; 23] = [
    "lang",
    "href",
    "src",
    "alt",
    "width",
    "height",
    "scope",
    "rowspan",
    "colspan",
    "viewbox",
    "aria-hidden",
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "font-size",
    "stroke-width",
];

/// Elements that are left out where nothing is inside them.
const HOLLOW: [&str; 9] = ["div", "p", "span", "ul", "dl", "li", "g", "bdi", "strong"];

/// Elements that stand in a line, with a gap between two of them.
const INLINE: [&str; 6] = ["span", "strong", "bdi", "a", "code", "img"];

/// The ancestors of an element, as far as its HTML depends on them.
#[derive(Clone, Copy)]
struct Around<'a> {
    is_in_picture: bool,
    /// True if the element is a sign on a map or inside one.
    is_in_sign: bool,
    /// The colour that `currentColor` resolves to.
    color: &'a str,
}

/// Writes what is inside an element as plain HTML.
pub(crate) fn plain(top: &Element) -> String {
    let around = Around {
        is_in_picture: false,
        is_in_sign: false,
        color: "",
    };
    let mut html = String::new();
    children(top, around, &mut html);
    html
}

fn element(element: &Element, around: Around<'_>, html: &mut String) {
    match declared(element, "display") {
        Some("none") => {}
        Some("contents") => children(element, inside(element, around), html),
        _ => whole(element, inside(element, around), html),
    }
}

/// Writes an element with its tags.
fn whole(element: &Element, inner: Around<'_>, html: &mut String) {
    let mut content = String::new();
    children(element, inner, &mut content);
    let tag = match element.tag.as_str() {
        // Without the element that it opens it is a line like any other.
        "summary" => "div",
        tag => tag,
    };
    if content.is_empty() && HOLLOW.contains(&tag) {
        return;
    }
    html.push('<');
    html.push_str(tag);
    let is_drawn = inner.is_in_picture && tag != "svg";
    for (name, value) in &element.attributes {
        if !KEPT.contains(&name.as_str()) || is_drawn && declared(element, name).is_some() {
            continue;
        }
        match name.as_str() {
            "viewbox" => attribute("viewBox", value, html),
            "r" | "font-size" if inner.is_in_sign => attribute(name, &larger(value), html),
            name => attribute(name, value, html),
        }
    }
    content.extend(declared(element, "content").map(|text| text.trim_matches(['"', '\''])));
    // `color` serves currentColor, which is replaced here.
    let is_visible = |name| name != "content" && (name != "color" || !inner.is_in_picture);
    let visible = declarations(element).filter(|(name, _)| is_visible(*name));
    if is_drawn {
        for (name, value) in visible {
            let is_current = value.eq_ignore_ascii_case("currentColor");
            attribute(name, if is_current { inner.color } else { value }, html);
        }
    } else {
        let style: Vec<_> = visible
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        if !style.is_empty() {
            attribute("style", &style.join(";"), html);
        }
    }
    html.push('>');
    if !VOID.contains(&tag) {
        html.push_str(&content);
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn children(element: &Element, around: Around<'_>, html: &mut String) {
    let mut before = None;
    for child in &element.children {
        match child {
            Child::Text(text) => {
                escape(text, html);
                before = None;
            }
            Child::Element(child) => {
                let mut written = String::new();
                self::element(child, around, &mut written);
                if written.is_empty() {
                    continue;
                }
                let tag = child.tag.as_str();
                if before.is_some_and(|tag| INLINE.contains(&tag)) && INLINE.contains(&tag) {
                    // Where the widgets' style sheet has a gap.
                    html.push(' ');
                }
                html.push_str(&written);
                before = Some(tag);
            }
        }
    }
}

/// The ancestors of the children of an element.
fn inside<'a>(element: &'a Element, around: Around<'a>) -> Around<'a> {
    let named = element.attribute("color");
    Around {
        is_in_picture: around.is_in_picture || element.tag == "svg",
        is_in_sign: around.is_in_sign
            || ["ew-marker", "ew-key"]
                .iter()
                .any(|class| element.has_class(class)),
        color: if named.is_empty() {
            declared(element, "color").unwrap_or(around.color)
        } else {
            light(named)
        },
    }
}

/// The colour that an option has in the light theme: `light-dark(#a,#b)` is `#a`.
pub(crate) fn light(color: &str) -> &str {
    let pair = color.strip_prefix("light-dark(").unwrap_or(color);
    pair.split(',').next().unwrap_or(pair)
}

/// Signs on a map are drawn larger, since no rule can make them so where the map is narrow.
fn larger(size: &str) -> String {
    const FACTOR: f64 = 1.4;
    match size.parse::<f64>() {
        Ok(size) => format!("{:.0}", size * FACTOR),
        Err(_) => size.to_owned(),
    }
}

/// The declarations of an element's `style`: no value in the style sheet has a semicolon.
pub(crate) fn declarations(element: &Element) -> impl Iterator<Item = (&str, &str)> {
    let all = element.attribute("style").split(';');
    all.filter_map(|one| one.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
}

/// The value that an element's `style` has for a property.
pub(crate) fn declared<'a>(element: &'a Element, property: &str) -> Option<&'a str> {
    let mut all = declarations(element);
    all.find(|(name, _)| *name == property)
        .map(|(_, value)| value)
}

pub(crate) fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}
