//! The codes that people copy into their pages.

use super::page::{escaped, module};
use super::picture::Named;
use super::subject::Subject;
use super::{Site, oembed, size};
use election_widgets_static::Part;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The text of NAME.embed.txt.
pub(super) fn text(subject: &Subject, site: &Site, picture: Option<&Named>) -> String {
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
    // Mail programs cut long messages off, so the size matters.
    let kilobytes = subject.table.len().div_ceil(1_000);
    part(
        &format!(
            "TABLE, {kilobytes} kB (for content management systems, newsletters and feeds that take away scripts and frames)"
        ),
        &subject.table,
    );
    if let Some(picture) = picture {
        part("PICTURE (for newsletters)", &image(site, &page, picture));
    }
    part(
        "APPLE NEWS (components of an article)",
        &format!("{:#}", Value::Array(components(subject, site, picture))),
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
        "<amp-iframe src=\"{}\" title=\"{title}\" layout=\"fixed-height\" height=\"{}\" \
        sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\" \
        frameborder=\"0\" resizable>\n  <div overflow tabindex=\"0\" role=\"button\" aria-label=\"{title}\">{title} ↓</div>\n  \
        <p placeholder>{}</p>\n</amp-iframe>",
        escaped(page),
        subject.height,
        escaped(&subject.sentence),
    )
}

/// The picture of social media as a link to the page, as wide as its column.
fn image(site: &Site, page: &str, picture: &Named) -> String {
    let width = size::WIDTH.min(picture.width);
    format!(
        "<a href=\"{}\"><img src=\"{}\" width=\"{width}\" height=\"{}\" alt=\"{}\" style=\"max-width:100%;height:auto;border:0\"></a>",
        escaped(page),
        escaped(&site.base.file(&picture.file)),
        width * picture.height / picture.width.max(1),
        escaped(&picture.alternative),
    )
}

/// The widget as components of Apple News Format: the picture, and all figures in words.
fn components(subject: &Subject, site: &Site, picture: Option<&Named>) -> Vec<Value> {
    let photo = picture.map(|picture| {
        json!({
            "role": "photo",
            "URL": site.base.file(&picture.file),
            "accessibilityCaption": picture.alternative,
        })
    });
    let parts = subject.parts.iter().map(|part| match part {
        Part::Text(html) => json!({"role": "body", "format": "html", "text": html}),
        Part::Table(html) => json!({"role": "htmltable", "html": html}),
    });
    photo.into_iter().chain(parts).collect()
}
