//! The codes that people copy into their pages.

use super::page::{escaped, module};
use super::subject::Subject;
use super::{Site, oembed};
use std::fmt::Write as _;

/// The text of NAME.embed.txt.
pub(super) fn text(subject: &Subject, site: &Site) -> String {
    let page = site.base.file(&subject.file("html"));
    let mut text = format!("{}\n\n", subject.title);
    let mut part = |title: &str, code: &str| {
        let _ = write!(text, "{title}\n\n{}\n\n", code.trim_end());
    };
    part("ADDRESS (for WordPress and Ghost: alone on a line)", &page);
    part(
        "ELEMENT (for pages that may load scripts)",
        &element(subject, site),
    );
    part("IFRAME", &oembed::frame(subject, site));
    part(
        "TABLE (for content management systems that take away scripts and frames)",
        &subject.table,
    );
    if page.starts_with("https://") {
        part(
            "AMP (with the script of amp-iframe in the page's head)",
            &amp(subject, &page),
        );
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn element(subject: &Subject, site: &Site) -> String {
    let mut code = module(site);
    let _ = write!(
        code,
        "<{tag} src=\"{}\" lang=\"{}\"",
        escaped(&site.base.file(&subject.file("json"))),
        escaped(&site.lang),
        tag = subject.tag,
    );
    for (name, value) in &site.attributes {
        let _ = write!(code, " {name}=\"{}\"", escaped(value));
    }
    let _ = write!(
        code,
        ">\n  <p>{}</p>\n</{}>",
        escaped(&subject.sentence),
        subject.tag
    );
    code
}

/// A frame of AMP, which grows by a press on the element `overflow`, and shows the sentence until it may load.
fn amp(subject: &Subject, page: &str) -> String {
    let title = escaped(&subject.title);
    format!(
        "<amp-iframe src=\"{}\" title=\"{title}\" layout=\"fixed-height\" height=\"{}\" sandbox=\"allow-scripts\" \
        frameborder=\"0\" resizable>\n  <div overflow tabindex=\"0\" role=\"button\" aria-label=\"{title}\">{title} ↓</div>\n  \
        <p placeholder>{}</p>\n</amp-iframe>",
        escaped(page),
        subject.height,
        escaped(&subject.sentence),
    )
}
