//! A widget's first picture as a page's script puts it together, as few words as can be.
//!
//! The picture is what [`prerender`](super::prerender) writes into a page, with the same stamp, so that the
//! embed takes it over in the same way.

use super::{Request, Style, read, stamped};
use crate::locale::Locale;
use crate::view::AlliancesWidget;
use crate::view::ObserversWidget;
use crate::view::ResultsWidget;
use crate::view::{Node, Seen};
use crate::widget::Widget;
use std::process::abort;
use std::sync::Arc;

/// What stands before the tag of an HTML and of an SVG element, before each of its attributes, before a
/// text, and behind an element's last child.
const HTML: char = '\u{1}';
const SVG: char = '\u{2}';
const ATTRIBUTE: char = '\u{3}';
const TEXT: char = '\u{4}';
const END: char = '\u{5}';

/// What stands between the parts of what is asked.
const BETWEEN: char = '\0';

/// Draws what is asked: the widget's tag, the file of the reader's language, the document, the file beside
/// it or nothing, then names and values of the element's attributes.
///
/// What is wrong with any of these, or only looks wrong, ends the program.
pub fn sketch(asked: &str) -> String {
    let parts: Vec<&str> = asked.split(BETWEEN).collect();
    let [tag, words, data, area, attributes @ ..] = parts.as_slice() else {
        abort();
    };
    let Ok(locale) = Locale::read(words) else {
        abort();
    };
    let attribute = |name: &str| {
        let mut pairs = attributes.chunks_exact(2);
        let found = pairs.find(|pair| pair.first() == Some(&name))?;
        found.last().map(|value| (*value).to_owned())
    };
    let request = Request {
        tag,
        attribute: &attribute,
        locale: Arc::new(locale),
        data,
        inline: true,
        area: (!area.is_empty()).then_some(Ok(area)),
        style: Style::Sheet,
    };
    match *tag {
        ResultsWidget::TAG => draw::<ResultsWidget>(&request),
        ObserversWidget::TAG => draw::<ObserversWidget>(&request),
        AlliancesWidget::TAG => draw::<AlliancesWidget>(&request),
        _ => abort(),
    }
}

fn draw<W: Widget>(request: &Request<'_>) -> String {
    let Ok(read) = read::<W>(request) else {
        abort();
    };
    let picture = stamped(&read, request, request.data);
    let mut out = String::new();
    write(&picture, &mut out);
    // Nothing is given back, and so nothing is taken apart.
    std::mem::forget((read, picture));
    out
}

fn write(node: &Node, out: &mut String) {
    if let Some(made) = node.made_later() {
        return write(&made, out);
    }
    out.push(if node.is_svg() { SVG } else { HTML });
    out.push_str(node.tag());
    for (name, value) in node.attributes() {
        out.push(ATTRIBUTE);
        out.push_str(name);
        out.push('=');
        say(value, out);
    }
    for seen in node.seen() {
        match seen {
            Seen::Element(node) => write(node, out),
            Seen::Text(text) => {
                out.push(TEXT);
                say(text, out);
            }
        }
    }
    out.push(END);
}

/// Writes a text, which must not hold what stands between texts.
fn say(text: &str, out: &mut String) {
    if text.bytes().any(|byte| byte <= END as u8) {
        abort();
    }
    out.push_str(text);
}
