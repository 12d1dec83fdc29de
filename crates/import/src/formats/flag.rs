//! Yes and no as official files write them.

use crate::refused::Refused;
use crate::tree::Element;

/// True or false of the first element of a name; `None` where there is none, or it is empty.
///
/// # Errors
/// Another text, with its place: a test must not pass for an election.
pub(crate) fn flag(of: &Element, name: &str) -> Result<Option<bool>, Refused> {
    let Some(element) = of.first(name) else {
        return Ok(None);
    };
    let Some(said) = element.said() else {
        return Ok(None);
    };
    parse(said)
        .map(Some)
        .ok_or_else(|| element.refused(format!("{name}: expected true or false, found \"{said}\"")))
}

/// True or false of a text, in any case.
pub(crate) fn parse(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}
