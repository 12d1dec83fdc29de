//! The scripts that stand in the pages.

use base64::Engine as _;
use sha2::{Digest as _, Sha256};

/// The script that tells the height of the content.
pub(super) const HEIGHT: &str = include_str!("height.js");

/// The script of the page that shows any document of allowed addresses.
pub(super) const ANY: &str = include_str!("any.js");

/// The hashes of the scripts, as a content security policy names them.
pub(super) fn hashes(with_any: bool) -> String {
    let scripts = [Some(HEIGHT), with_any.then_some(ANY)];
    let hash = |script: &str| {
        let digest = Sha256::digest(script.as_bytes());
        let text = base64::engine::general_purpose::STANDARD.encode(digest);
        format!("'sha256-{text}'")
    };
    let hashes: Vec<String> = scripts.into_iter().flatten().map(hash).collect();
    hashes.join(" ")
}
