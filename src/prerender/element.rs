//! A prerendered widget as the HTML of its element.

use super::Prerendered;
use crate::view;

/// Returns the HTML that prerendering puts at the start of a widget's element: its shadow root and, if `paragraph`
/// names an element for it, its text alternative.
///
/// ```
/// use election_widgets::prerender::{self, Prerendered};
/// let made = Prerendered {
///     shadow: "<p>81%</p>".to_owned(),
///     title: "A vote".to_owned(),
///     alternative: "Over 81 & more.".to_owned(),
///     lang: None,
///     warnings: Vec::new(),
///     problem: None,
///     is_rehearsal: false,
/// };
/// assert_eq!(
///     prerender::inside(&made, Some("p")),
///     "<template shadowrootmode=\"open\"><p>81%</p></template><p data-prerendered>Over 81 &amp; more.</p>",
/// );
/// ```
pub fn inside(made: &Prerendered, paragraph: Option<&str>) -> String {
    let mut html = String::from("<template shadowrootmode=\"open\">");
    html.push_str(&made.shadow);
    html.push_str("</template>");
    if let Some(name) = paragraph {
        html.push('<');
        html.push_str(name);
        html.push_str(" data-prerendered");
        if let Some(lang) = &made.lang {
            html.extend([" lang=\"", lang, "\""]);
        }
        html.push('>');
        escape(&made.alternative, &mut html);
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }
    html
}

/// Writes a text so that HTML takes it for one, in an element and in an attribute.
///
/// ```
/// let mut html = String::new();
/// election_widgets::prerender::escape("\"A\" & <b>", &mut html);
/// assert_eq!(html, "&quot;A&quot; &amp; &lt;b&gt;");
/// ```
pub fn escape(text: &str, html: &mut String) {
    view::escape(text, html);
}

/// A widget's whole element, with its attributes; `data` is the document, where the element itself is
/// to hold it: JSON text without `<`.
pub fn element(
    tag: &str,
    attributes: &[(String, String)],
    made: &Prerendered,
    data: Option<&str>,
) -> String {
    let mut html = format!("<{tag}");
    for (name, value) in attributes {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, &mut html);
        html.push('"');
    }
    html.push('>');
    html.push_str(&inside(made, Some("p")));
    if let Some(data) = data {
        html.push_str("<script type=\"application/json\">");
        html.push_str(data);
        html.push_str("</script>");
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
    html
}
