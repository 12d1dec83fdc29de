//! A widget as the parts of an article whose format knows paragraphs and simple tables alone, such as Apple News.

use crate::element::{Child, Element};
use crate::plain::declared;
use election_widgets::prerender::escape;

/// A part of an article.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// HTML paragraphs, with no elements inside but `strong` and links.
    Text(String),
    /// An HTML table, whose cells hold text, line breaks, `strong` and links alone.
    Table(String),
}

/// Splits a styled widget into its parts, in the order of the page. Bars and maps are left out: the figures that they
/// show stand in words beside them.
pub(crate) fn parts(top: &Element) -> Vec<Part> {
    let mut article = Article::default();
    article.children(top);
    article.end_paragraph();
    article.parts
}

#[derive(Default)]
struct Article {
    parts: Vec<Part>,
    /// The paragraph that is not yet at its end.
    open: String,
}

impl Article {
    fn children(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Child::Text(text) => said(text, &mut self.open),
                Child::Element(child) if is_left_out(child) => {}
                Child::Element(child) if is_inline(child) => inline(child, &mut self.open),
                Child::Element(child) => {
                    self.end_paragraph();
                    if child.tag == "table" {
                        self.parts.push(Part::Table(table(child)));
                    } else {
                        self.children(child);
                        self.open.extend(generated(child));
                    }
                    self.end_paragraph();
                }
            }
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.open);
        for text in text.split("<br>").map(str::trim) {
            if text.is_empty() {
                continue;
            }
            let paragraph = format!("<p>{text}</p>");
            match self.parts.last_mut() {
                Some(Part::Text(before)) => before.push_str(&paragraph),
                _ => self.parts.push(Part::Text(paragraph)),
            }
        }
    }
}

fn is_left_out(element: &Element) -> bool {
    element.tag == "svg" || declared(element, "display") == Some("none")
}

fn is_inline(element: &Element) -> bool {
    let is_line =
        ["span", "strong", "bdi", "a", "code", "b", "sup", "sub"].contains(&element.tag.as_str());
    is_line && declared(element, "display") != Some("block")
}

/// The text that the style sheet adds to an element.
fn generated(element: &Element) -> Option<&str> {
    declared(element, "content").map(|text| text.trim_matches(['"', '\'']))
}

/// Writes a text with one space for each run of spaces and line ends. Other spaces, such as that in a figure, stay.
fn said(text: &str, html: &mut String) {
    let mut escaped = String::new();
    escape(text, &mut escaped);
    for letter in escaped.chars() {
        let is_space = matches!(letter, ' ' | '\n' | '\r' | '\t');
        if !is_space {
            html.push(letter);
        } else if !(html.is_empty() || html.ends_with(' ') || html.ends_with("<br>")) {
            html.push(' ');
        }
    }
}

/// Writes an element in a line, apart from the one before it.
fn inline(element: &Element, html: &mut String) {
    let mut content = String::new();
    line(element, &mut content);
    content.extend(generated(element));
    if content.is_empty() {
        return;
    }
    if !(html.is_empty() || html.ends_with([' ', '(']) || html.ends_with("<br>")) {
        html.push(' ');
    }
    let address = element.attribute("href");
    match element.tag.as_str() {
        "a" if address.contains(':') => {
            let mut escaped = String::new();
            escape(address, &mut escaped);
            html.push_str(&format!("<a href=\"{escaped}\">{content}</a>"));
        }
        "strong" | "b" => html.push_str(&format!("<strong>{content}</strong>")),
        _ => html.push_str(&content),
    }
}

/// Writes what is inside an element as one line; blocks in it begin a new line.
fn line(element: &Element, html: &mut String) {
    for child in &element.children {
        match child {
            Child::Text(text) => said(text, html),
            Child::Element(child) if is_left_out(child) => {}
            Child::Element(child) if is_inline(child) => inline(child, html),
            Child::Element(child) => {
                let mut content = String::new();
                line(child, &mut content);
                content.extend(generated(child));
                if !html.is_empty() && !content.is_empty() {
                    html.push_str("<br>");
                }
                html.push_str(&content);
            }
        }
    }
}

fn table(element: &Element) -> String {
    let mut html = "<table>".to_owned();
    rows(element, &mut html);
    html.push_str("</table>");
    html
}

fn rows(element: &Element, html: &mut String) {
    for child in &element.children {
        let Child::Element(child) = child else {
            continue;
        };
        match child.tag.as_str() {
            _ if is_left_out(child) => {}
            "tr" => {
                html.push_str("<tr>");
                rows(child, html);
                html.push_str("</tr>");
            }
            tag @ ("th" | "td") => {
                let mut content = String::new();
                line(child, &mut content);
                html.push_str(&format!("<{tag}"));
                for name in ["colspan", "rowspan"] {
                    let cells = child.attribute(name);
                    if !cells.is_empty() {
                        html.push_str(&format!(" {name}=\"{cells}\""));
                    }
                }
                html.push_str(&format!(">{}</{tag}>", content.trim()));
            }
            _ => rows(child, html),
        }
    }
}
