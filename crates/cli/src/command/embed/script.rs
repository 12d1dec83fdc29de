//! The scripts that stand in the pages.

/// The script that tells the height of the content.
pub(super) const HEIGHT: &str = include_str!("height.js");

/// The script of the page that shows any document of allowed addresses.
pub(super) const ANY: &str = include_str!("any.js");

/// The scripts of the pages of a run.
pub(super) fn all(with_any: bool) -> Vec<&'static str> {
    let scripts = [Some(HEIGHT), with_any.then_some(ANY)];
    scripts.into_iter().flatten().collect()
}
