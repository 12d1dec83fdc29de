//! One page for all documents of the addresses that its operator allows.

use super::address::Folder;
use super::page::{escaped, head, module};
use super::{Site, script};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The name of the page.
pub(super) const FILE: &str = "embed.html";

/// The page, which shows the document at `?src=`.
///
/// # Errors
/// An address that is none.
pub(super) fn html(allowed: &[String], site: &Site) -> Result<String, String> {
    let allowed: Result<Vec<_>, _> = allowed
        .iter()
        .map(|text| Folder::read(text, "--allow"))
        .collect();
    let allowed = allowed?;
    let list: Vec<_> = allowed.iter().map(Folder::as_str).collect();
    let attributes: Map<String, Value> = site
        .attributes
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    let main = format!(
        " data-name=\"embed\" data-allowed=\"{}\" data-attributes=\"{}\"",
        escaped(&json!(list).to_string()),
        escaped(&Value::Object(attributes).to_string()),
    );
    let robots = "<meta name=\"robots\" content=\"noindex\">\n";
    let mut page = head(&site.lang, &site.provider, robots, &main);
    let _ = write!(
        page,
        "</main>\n<script>{}</script>\n<script>{}</script>\n{}</body>\n</html>\n",
        script::ANY,
        script::HEIGHT,
        module(site)
    );
    Ok(page)
}
