//! Hashes of scripts and styles, as a content security policy names them.

use base64::Engine as _;
use sha2::{Digest as _, Sha256};

/// The hashes of scripts or styles, with blanks between them.
pub(super) fn hashes<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let hash = |text: &str| {
        let digest = Sha256::digest(text.as_bytes());
        let text = base64::engine::general_purpose::STANDARD.encode(digest);
        format!("'sha256-{text}'")
    };
    let hashes: Vec<String> = texts.into_iter().map(hash).collect();
    hashes.join(" ")
}
