//! Styled HTML as a content management system lets it through: no SVG, no classes, and only what WordPress' filter of
//! posts (`wp_kses_post`) keeps. Bars are tables of one row, whose cells are as wide as the parts of the bar.

use crate::bar;
use crate::element::{Child, Element, VOID};
use crate::plain::{attribute, declarations, declared, light};
use election_widgets::prerender::escape;

/// Elements that the filter keeps and the widgets need.
const KEPT: [&str; 21] = [
    "a", "b", "br", "code", "dd", "div", "dl", "dt", "img", "li", "p", "span", "strong", "sub",
    "sup", "table", "tbody", "td", "th", "thead", "tr",
];

/// Attributes that the filter keeps on the elements that have them here.
const ATTRIBUTES: [&str; 8] = [
    "lang", "href", "src", "alt", "width", "height", "scope", "rowspan",
];

/// Properties that the filter keeps in `style`, in every version since WordPress 5.0.
const PROPERTIES: [&str; 27] = [
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "float",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "line-height",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "padding",
    "text-align",
    "vertical-align",
    "width",
];

/// Elements that are left out where nothing is inside them.
const HOLLOW: [&str; 7] = ["div", "p", "span", "dl", "li", "strong", "ul"];

/// Elements that stand in a line, with a gap between two of them.
const INLINE: [&str; 5] = ["span", "strong", "a", "code", "img"];

/// The ancestors of an element, as far as its HTML depends on them.
#[derive(Clone, Copy)]
struct Around<'a> {
    is_in_paragraph: bool,
    /// The colour that `currentColor` resolves to.
    color: &'a str,
}

/// Writes what is inside an element as such HTML, in one line.
pub(crate) fn cms(top: &Element) -> String {
    let around = Around {
        is_in_paragraph: false,
        color: "",
    };
    let mut html = String::new();
    children(top, around, &mut html);
    html
}

fn element(element: &Element, around: Around<'_>, html: &mut String) {
    let inner = inside(element, around);
    match (element.tag.as_str(), declared(element, "display")) {
        (_, Some("none")) => {}
        ("svg", _) => bar::write(element, inner.color, html),
        (_, Some("contents")) => children(element, inner, html),
        _ => whole(element, inner, html),
    }
}

/// The name of the element that stands for one: the filter has no bidi isolation, and keeps no `display`.
fn tag_of(element: &Element, around: Around<'_>) -> &'static str {
    let is_block = matches!(declared(element, "display"), Some("block"));
    let stands_for = match element.tag.as_str() {
        "figure" | "figcaption" | "section" | "header" | "footer" | "summary" | "h2" | "h3"
        | "h4" | "h5" | "h6" => "div",
        "ul" | "ol" => return "ul",
        "span" if is_block && !around.is_in_paragraph => "div",
        tag => tag,
    };
    let kept = KEPT.iter().find(|tag| **tag == stands_for);
    kept.copied().unwrap_or("span")
}

/// Writes an element with its tags.
fn whole(element: &Element, inner: Around<'_>, html: &mut String) {
    let tag = tag_of(element, inner);
    let inner = Around {
        is_in_paragraph: inner.is_in_paragraph || tag == "p",
        ..inner
    };
    let mut content = String::new();
    children(element, inner, &mut content);
    content.extend(declared(element, "content").map(|text| text.trim_matches(['"', '\''])));
    let is_anchor = tag == "a" && !element.attribute("href").contains(':');
    if content.is_empty() && HOLLOW.contains(&tag) {
        return;
    }
    // What it leads to stands in the page that this was made from.
    if is_anchor {
        html.push_str(&content);
        return;
    }
    html.push('<');
    html.push_str(tag);
    for (name, value) in &element.attributes {
        let is_size = matches!(name.as_str(), "width" | "height") && tag != "img";
        if ATTRIBUTES.contains(&name.as_str()) && !is_size {
            attribute(name, value, html);
        }
        if name == "colspan" {
            attribute(name, value, html);
        }
    }
    if element.tag == "bdi" {
        attribute("dir", "auto", html);
    }
    let style = style(element);
    if !style.is_empty() {
        attribute("style", &style, html);
    }
    html.push('>');
    if !VOID.contains(&tag) {
        html.push_str(&content);
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

/// The declarations of an element that the filter keeps, without a semicolon behind the last, which it takes away.
fn style(element: &Element) -> String {
    let kept = declarations(element).filter_map(|(name, value)| {
        let name = match name {
            "background" => "background-color",
            name => name,
        };
        let is_kept =
            PROPERTIES.contains(&name) && !value.contains(['(', '&', '=', '}', '\\', '"']);
        is_kept.then(|| format!("{name}:{value}"))
    });
    kept.collect::<Vec<_>>().join(";")
}

fn children(element: &Element, around: Around<'_>, html: &mut String) {
    let mut before_is_inline = false;
    for child in &element.children {
        match child {
            Child::Text(text) => {
                escape(&text.replace(['\n', '\r'], " "), html);
                before_is_inline = false;
            }
            Child::Element(child) => {
                let mut written = String::new();
                self::element(child, around, &mut written);
                if written.is_empty() {
                    continue;
                }
                let is_inline = INLINE.iter().any(|tag| {
                    let rest = written
                        .strip_prefix('<')
                        .and_then(|rest| rest.strip_prefix(*tag));
                    rest.is_some_and(|rest| rest.starts_with(['>', ' ']))
                }) || !written.starts_with('<');
                if before_is_inline && is_inline {
                    // Where the widgets' style sheet has a gap or begins a line.
                    html.push(' ');
                }
                html.push_str(&written);
                before_is_inline = is_inline;
            }
        }
    }
}

/// The ancestors of the children of an element.
fn inside<'a>(element: &'a Element, around: Around<'a>) -> Around<'a> {
    let named = element.attribute("color");
    Around {
        color: if named.is_empty() {
            declared(element, "color").unwrap_or(around.color)
        } else {
            light(named)
        },
        ..around
    }
}
