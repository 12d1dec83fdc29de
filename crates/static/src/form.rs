//! The forms of plain HTML, by the names that users write.

use crate::{cms_html, static_html};
use election_widgets::prerender::{Prerendered, Request};
use election_widgets::wire::DataError;
use std::str::FromStr;

/// A form of plain HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For feeds, newsletters and AMP: bars and maps are SVG.
    Feed,
    /// For content management systems that take away SVG and most styles: bars are cells of tables.
    Cms,
}

impl Form {
    /// The names of the forms.
    pub const NAMES: [&str; 2] = ["feed", "cms"];

    /// Renders a widget in this form: [`static_html`] or [`cms_html`].
    ///
    /// # Errors
    /// As of [`static_html`].
    pub fn html(self, request: &Request<'_>) -> Result<Prerendered, DataError> {
        match self {
            Form::Feed => static_html(request),
            Form::Cms => cms_html(request),
        }
    }
}

impl FromStr for Form {
    type Err = String;

    fn from_str(name: &str) -> Result<Form, String> {
        match name {
            "feed" => Ok(Form::Feed),
            "cms" => Ok(Form::Cms),
            _ => Err(format!("expected \"feed\" or \"cms\", found {name:?}")),
        }
    }
}
