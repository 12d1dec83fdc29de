//! Election widgets as plain HTML for feeds, newsletters and AMP: each element has its own `style`, and there are no
//! scripts, style sheets, controls or classes.
//!
//! `www/styles/static.css` says how the result looks and what it leaves out. `css-inline` writes its rules into the
//! elements; this crate then removes what plain HTML has no use for.
//!
//! ```
//! use election_widgets::locale::Locale;
//! use election_widgets::prerender::{Request, Style};
//! use election_widgets_static::static_html;
//! use std::sync::Arc;
//!
//! let made = static_html(&Request {
//!     tag: "results-chart",
//!     attribute: &|_| None,
//!     locale: Arc::new(Locale::english()),
//!     data: include_str!("../../../www/data/kazakhstan-2022.json"),
//!     inline: false,
//!     area: None,
//!     style: Style::Sheet,
//! })
//! .expect("the document is valid");
//! assert!(made.shadow.starts_with("<div lang=\"en\" style=\"background:#fff;"));
//! assert!(!made.shadow.contains("class="));
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod article;
mod bar;
mod cms;
mod element;
mod form;
mod height;
mod plain;

pub use article::Part;
use css_inline::CSSInliner;
use election_widgets::prerender::{Prerendered, Request, Style, prerender};
use election_widgets::wire::DataError;
pub use form::Form;
use std::sync::Arc;

/// The style sheet of the static form.
pub const STYLES: &str = include_str!("../../../www/styles/static.css");

/// Renders a widget as plain HTML: `shadow` is what replaces the element. `inline` and `style` of the request have no
/// effect.
///
/// # Errors
/// The tag is no widget's, or the document does not fit the contract: the error names the first such place.
pub fn static_html(request: &Request<'_>) -> Result<Prerendered, DataError> {
    written(request, plain::plain)
}

/// Renders a widget as plain HTML that the filters of content management systems let through whole: no SVG, and in
/// `style` only what WordPress keeps of the posts of authors without further rights. Bars are tables of one row.
///
/// # Errors
/// As of [`static_html`].
pub fn cms_html(request: &Request<'_>) -> Result<Prerendered, DataError> {
    written(request, cms::cms)
}

/// Renders a widget as the paragraphs and simple tables of an article, without pictures: for formats that know no more,
/// such as Apple News.
///
/// # Errors
/// As of [`static_html`].
pub fn article_parts(request: &Request<'_>) -> Result<Vec<Part>, DataError> {
    let mut parts = Vec::new();
    drawn(request, STYLES, |top| parts = article::parts(top))?;
    Ok(parts)
}

/// Renders a widget with the styles of the static form, and writes it with `write`.
fn written(
    request: &Request<'_>,
    write: fn(&element::Element) -> String,
) -> Result<Prerendered, DataError> {
    let mut html = String::new();
    let mut made = drawn(request, STYLES, |top| html = write(top))?;
    made.shadow = html;
    Ok(made)
}

/// Renders a widget, and hands its tree with the rules of a style sheet to `take`.
fn drawn(
    request: &Request<'_>,
    css: &str,
    take: impl FnOnce(&element::Element),
) -> Result<Prerendered, DataError> {
    let made = prerender(&Request {
        tag: request.tag,
        attribute: request.attribute,
        locale: Arc::clone(&request.locale),
        data: request.data,
        // The document is not repeated in a script, nor the full style sheet in a `<style>`: css-inline drops the link.
        inline: true,
        area: request.area.clone(),
        style: Style::Link(""),
    })?;
    take(&element::read(&styled(&made.shadow, css)?));
    Ok(made)
}

/// The height in pixels that a widget takes in a column of `width` pixels: an estimate from its styles and the lengths of its
/// texts, for a frame that needs a height before anybody can measure it. It is made for widths of about 600 px.
///
/// # Errors
/// As of [`static_html`].
pub fn height(request: &Request<'_>, width: f64) -> Result<f64, DataError> {
    let mut height = 0.0;
    let css = [STYLES, height::STYLES].concat();
    drawn(request, &css, |top| height = height::height(top, width))?;
    Ok(height)
}

/// Writes the rules of a style sheet into the elements that they apply to.
fn styled(html: &str, css: &str) -> Result<String, DataError> {
    let inliner = CSSInliner::options()
        .load_remote_stylesheets(false)
        .minify_css(true)
        .resolve_css_variables(true)
        .build();
    let styled = inliner.inline_fragment(html, css);
    styled.map_err(|error| DataError::new("", format!("the static styles do not apply: {error}")))
}
