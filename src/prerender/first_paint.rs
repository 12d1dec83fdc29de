//! First paint: the picture of a widget for the page's script, as text.
//!
//! The picture is the one that [`prerender`](super::prerender()) writes into a page, with the same hydration key, so
//! that the interactive bundle hydrates it in the same way.

use super::{Request, Style, keyed, read};
use crate::locale::Locale;
use crate::view::{ChildRef, VNode};
use crate::widget::{Visit, Widget, WidgetSet};
use crate::wire::{Abort, Document};
use std::sync::Arc;

/// The characters before the tag of an HTML and of an SVG element, before each of its attributes, before a text, and
/// after an element's last child.
const HTML: char = '\u{1}';
const SVG: char = '\u{2}';
const ATTRIBUTE: char = '\u{3}';
const TEXT: char = '\u{4}';
const END: char = '\u{5}';

/// The character between the parts of a request.
const SEPARATOR: char = '\0';

/// Paints a widget of the list `S` for the first time.
///
/// `request` holds, separated by NUL: the tag of the widget, the words of the reader's language, the document and the
/// area file (empty if there is none) in canonical form, then the names and values of the element's attributes.
///
/// Returns `None` for anything out of the ordinary, and aborts the program at an error or a warning in the document.
/// The interactive bundle then takes over, and says what is wrong.
pub fn first_paint<S: WidgetSet>(request: &str) -> Option<String> {
    let parts: Vec<&str> = request.split(SEPARATOR).collect();
    let [tag, words, data, area, attributes @ ..] = parts.as_slice() else {
        return None;
    };
    let locale = Locale::read(words).ok()?;
    let attribute = |name: &str| {
        let mut pairs = attributes.chunks_exact(2);
        let found = pairs.find(|pair| pair.first() == Some(&name))?;
        found.last().map(|value| (*value).to_owned())
    };
    let locale = Arc::new(locale.for_lang(attribute("lang").as_deref()));
    let request = Request {
        tag,
        attribute: &attribute,
        locale: Arc::clone(&locale),
        data,
        inline: true,
        area: (!area.is_empty()).then_some(Ok(area)),
        style: Style::Sheet,
    };
    let paint = Paint {
        request: &request,
        document: Document::from_canonical((*data).to_owned()).ok()?,
        area: match *area {
            "" => None,
            text => Some(Document::from_canonical(text.to_owned()).ok()?),
        },
    };
    let painted = S::visit(tag, paint)??;
    (!locale.lacks_words()).then_some(painted)
}

struct Paint<'a> {
    request: &'a Request<'a>,
    document: Document,
    area: Option<Document>,
}

impl Visit for Paint<'_> {
    type Output = Option<String>;

    fn visit<W: Widget>(self) -> Option<String> {
        let area = self.area.map(Ok);
        let read = read::<W, Abort>(self.request, &self.document, area).ok()?;
        let picture = keyed(&read, self.request, self.request.data);
        let mut out = String::new();
        let written = write(&picture, &mut out);
        // A page drops the whole instance: freeing each element would only take time.
        std::mem::forget((read, picture));
        written.map(|()| out)
    }
}

fn write(node: &VNode, out: &mut String) -> Option<()> {
    if let Some(resolved) = node.resolved() {
        return write(&resolved, out);
    }
    out.push(if node.is_svg() { SVG } else { HTML });
    out.push_str(node.tag());
    for (name, value) in node.attributes() {
        out.push(ATTRIBUTE);
        out.push_str(name);
        out.push('=');
        push_text(value, out)?;
    }
    for child in node.iter_children() {
        match child {
            ChildRef::Element(node) => write(node, out)?,
            ChildRef::Text(text) => {
                out.push(TEXT);
                push_text(text, out)?;
            }
        }
    }
    out.push(END);
    Some(())
}

/// Writes a text; returns `None` if it holds one of the characters that separate texts.
fn push_text(text: &str, out: &mut String) -> Option<()> {
    if text.bytes().any(|byte| byte <= END as u8) {
        return None;
    }
    out.push_str(text);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::canonical_json;
    use crate::widget::AllWidgets;

    /// The picture of a document, with the words of the sections that a first paint has.
    fn paint(tag: &str, words: &str, data: &str) -> Option<String> {
        let data = canonical_json(data).unwrap();
        first_paint::<AllWidgets>(&[tag, words, &data, ""].join("\0"))
    }

    const ENGLISH: &str = include_str!("../../www/locale/en.txt");
    const DATA: &str = include_str!("../../www/data/kazakhstan-2022.json");

    #[test]
    fn a_chart_is_painted_without_the_words_that_only_the_interactive_bundle_says() {
        let (words, later) = ENGLISH.split_once("\n[later]\n").unwrap();
        let (_, rest) = later.split_once("\n[").unwrap();
        for words in [ENGLISH.to_owned(), format!("{words}\n[{rest}")] {
            let picture = paint("results-chart", &words, DATA).unwrap();
            assert!(picture.contains("\u{4}over 81%"), "{picture}");
        }
    }

    #[test]
    fn a_widget_that_needs_a_word_which_is_not_there_is_left_to_the_interactive_bundle() {
        let words = ENGLISH.replace("status.preliminary", "status.prelim");
        assert_eq!(paint("results-chart", &words, DATA), None);
    }

    #[test]
    fn a_text_that_holds_a_separator_is_left_to_the_interactive_bundle() {
        // Reading stops there: in a browser the program ends, and the bundle says why.
        let data = DATA.replace("Tokayev", "Tok\\u0003ayev");
        let document = crate::wire::parse(&data).unwrap();
        let refused = crate::wire::read_results(&document).unwrap_err();
        assert!(
            refused
                .message
                .starts_with("expected a text without control characters")
        );
        assert_eq!(paint("weather", ENGLISH, DATA), None);
    }
}
