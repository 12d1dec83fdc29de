//! Attributes of a widget's element, as a command line gives them.

/// Reads `NAME=VALUE`.
///
/// # Errors
/// How to write it.
pub(super) fn read(text: &str) -> Result<(String, String), String> {
    let split = text.split_once('=').filter(|(name, _)| {
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        // These are the command's own, and scripts are nobody's.
        is_name && !name.is_empty() && !["src", "lang"].contains(name) && !name.starts_with("on")
    });
    let (name, value) = split.ok_or(
        "expected an attribute of the widget such as unit=seats (docs/elements.md lists them)",
    )?;
    Ok((name.to_owned(), value.to_owned()))
}
