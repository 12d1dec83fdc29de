//! The colours of a widget.

/// The colours of a widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The colours of the page (its `color-scheme`).
    #[default]
    Inherit,
    /// Light or dark, by the preference of the reader's device.
    Auto,
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

impl Theme {
    /// The theme with this name in the attribute `theme`; [`Theme::Inherit`] for any other name.
    pub fn new(name: Option<&str>) -> Theme {
        match name {
            Some("auto") => Theme::Auto,
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Inherit,
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Theme::Inherit => "ew",
            Theme::Auto => "ew ew-auto",
            Theme::Light => "ew ew-light",
            Theme::Dark => "ew ew-dark",
        }
    }
}
