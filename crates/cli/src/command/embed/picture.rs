//! The picture for social media: one that the command draws, or a PNG file that the operator gives.

use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

/// The first bytes of a PNG file, up to its width and height.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// A picture with its size in pixels.
pub(super) struct Picture {
    bytes: Vec<u8>,
    width: u32,
    height: u32,
    /// The picture in words; `None` if it is the operator's own.
    alternative: Option<String>,
}

/// A picture under the name that it has beside its page.
pub(super) struct Named {
    pub(super) file: String,
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
    /// The picture in words.
    pub(super) alternative: String,
}

impl Picture {
    /// Reads a PNG file.
    ///
    /// # Errors
    /// Why it is none.
    pub(super) fn read(path: &Path) -> Result<Picture, String> {
        let shown = path.display();
        let bytes = fs::read(path).map_err(|error| format!("{shown}: cannot be read: {error}"))?;
        Picture::of_png(bytes, None).ok_or_else(|| format!("{shown}: is no PNG file"))
    }

    /// A picture of these bytes; `None` if they are no PNG file.
    pub(super) fn of_png(bytes: Vec<u8>, alternative: Option<String>) -> Option<Picture> {
        let number = |place: usize| {
            let four = bytes.get(SIGNATURE.len() + place..SIGNATURE.len() + place + 4)?;
            Some(u32::from_be_bytes(four.try_into().ok()?))
        };
        match (bytes.starts_with(SIGNATURE), number(0), number(4)) {
            (true, Some(width @ 1..), Some(height @ 1..)) => Some(Picture {
                width,
                height,
                bytes,
                alternative,
            }),
            _ => None,
        }
    }

    /// The picture of a document; `sentence` stands for one that has no words of its own. Social sites keep pictures by
    /// their addresses, so a new picture needs a new name.
    pub(super) fn named(&self, name: &str, sentence: &str) -> Named {
        let digest = Sha256::digest(&self.bytes);
        let digest: String = digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Named {
            file: format!("{name}-{digest}.png"),
            bytes: self.bytes.clone(),
            width: self.width,
            height: self.height,
            alternative: self
                .alternative
                .clone()
                .unwrap_or_else(|| sentence.to_owned()),
        }
    }
}
