//! The page that frames show.

use super::picture::Named;
use super::subject::Subject;
use super::{Site, script, size};
use election_widgets::prerender::escape;
use std::fmt::Write as _;

/// A text in HTML, in an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape(text, &mut html);
    html
}

/// The styles of a page around its widget.
pub(super) fn style() -> String {
    let padding = size::PADDING;
    format!("body{{margin:0}}#ew-embed{{padding:{padding}px;overflow:hidden}}")
}

/// The beginning of a page, up to its content. Its links open in a new tab: most pages refuse to show in a frame.
pub(super) fn head(lang: &str, title: &str, more: &str, main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n{more}\
        <base target=\"_blank\">\n<style>{}</style>\n</head>\n<body>\n\
        <main id=\"ew-embed\"{main}>",
        escaped(lang),
        escaped(title),
        style(),
    )
}

/// The address of the element script as a script element. A frame in a sandbox asks for it without an origin of its own.
pub(super) fn module(site: &Site) -> String {
    format!(
        "<script type=\"module\" src=\"{}\"></script>\n",
        escaped(&site.widgets.file("election-widgets.js"))
    )
}

/// The page of a document.
pub(super) fn html(subject: &Subject, site: &Site, picture: Option<&Named>) -> String {
    let main = format!(" data-name=\"{}\"", subject.name);
    let mut page = head(
        &site.lang,
        &subject.title,
        &meta(subject, site, picture),
        &main,
    );
    let _ = write!(
        page,
        "{}</main>\n<script>{}</script>\n{}</body>\n</html>\n",
        subject.element,
        script::HEIGHT,
        module(site)
    );
    page
}

fn meta(subject: &Subject, site: &Site, picture: Option<&Named>) -> String {
    let address = site.base.file(&subject.file("html"));
    let mut meta = format!(
        "<link rel=\"canonical\" href=\"{}\">\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
        escaped(&address),
        escaped(&site.base.file(&subject.file("oembed.json"))),
        escaped(&subject.title),
    );
    if !site.is_indexed {
        meta.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    let mut add = |attribute: &str, name: &str, content: &str| {
        let _ = writeln!(
            meta,
            "<meta {attribute}=\"{name}\" content=\"{}\">",
            escaped(content)
        );
    };
    add("name", "description", &subject.sentence);
    add("property", "og:type", "article");
    add("property", "og:url", &address);
    add("property", "og:site_name", &site.provider);
    add("property", "og:title", &subject.title);
    add("property", "og:description", &subject.sentence);
    match picture {
        None => add("name", "twitter:card", "summary"),
        Some(picture) => {
            add("property", "og:image", &site.base.file(&picture.file));
            add("property", "og:image:type", "image/png");
            add("property", "og:image:width", &picture.width.to_string());
            add("property", "og:image:height", &picture.height.to_string());
            add("property", "og:image:alt", &picture.alternative);
            add("name", "twitter:card", "summary_large_image");
            add("name", "twitter:image:alt", &picture.alternative);
        }
    }
    meta
}
