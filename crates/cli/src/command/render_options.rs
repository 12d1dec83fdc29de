//! How pages are to be prerendered.

use super::languages::Languages;
use election_widgets_static::Form;
use std::path::PathBuf;

/// How pages are written.
#[derive(Clone, Debug, Default)]
pub(super) struct RenderOptions {
    /// The prefix of the names of widgets.
    pub(super) prefix: String,
    /// Those that were read so far.
    pub(super) languages: Languages,
    /// The language of pages that name none.
    pub(super) language: Option<String>,
    /// The address of the sheet of styles; the sheet itself where there is none.
    pub(super) link: Option<String>,
    /// The folder of the site.
    pub(super) root: Option<PathBuf>,
    /// The plain HTML that replaces the elements; `None` where they stay.
    pub(super) flat: Option<Form>,
    /// Allows documents with `"test": true`.
    pub(super) rehearsal: bool,
}
