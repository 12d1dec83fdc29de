//! Bytes in: pages and documents, from files or from standard input.

use election_widgets::wire;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest document, or table in its place, that is read.
pub const MOST_DATA: u64 = wire::MAX_BYTES as u64;

/// The largest page that is read.
const MOST_PAGE: u64 = 100_000_000;

/// The argument that stands for standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// The text of a document, which is UTF-8.
///
/// # Errors
/// Why it could not be read.
pub(super) fn read_text(path: &Path) -> Result<String, String> {
    utf8(limited(open(path)?, MOST_DATA)?)
}

/// The unchanged text of a page.
///
/// # Errors
/// Why it could not be read.
pub(super) fn read_page(path: &Path) -> Result<String, String> {
    utf8(limited(open(path)?, MOST_PAGE)?)
}

/// The page that comes in by standard input.
///
/// # Errors
/// Why it could not be read.
pub(super) fn read_page_from_input() -> Result<String, String> {
    utf8(limited(io::stdin(), MOST_PAGE)?)
}

/// The document that comes in by standard input, which is UTF-8.
///
/// # Errors
/// Why it could not be read.
pub(super) fn read_text_from_input() -> Result<String, String> {
    utf8(limited(io::stdin(), MOST_DATA)?)
}

/// Refuses a page that is a link to a file outside the site's folder.
///
/// # Errors
/// The folder that it leaves.
pub(super) fn refuse_link_out(page: &Path, root: Option<&Path>) -> Result<(), String> {
    let real = |path: &Path| crate::host::real_path(path).ok();
    match (real(page), root.and_then(real), root) {
        (Some(page), Some(real_root), Some(root)) if !page.starts_with(&real_root) => Err(format!(
            "is a link to a file outside {} (name a folder that holds both: --root FOLDER)",
            root.display()
        )),
        _ => Ok(()),
    }
}

fn open(path: &Path) -> Result<File, String> {
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err("cannot be read: it is a folder".to_owned());
    }
    Ok(file)
}

fn unreadable(error: io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn limited(source: impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut source = source.take(most + 1);
    source.read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(format!("has more than {} MB", most / 1_000_000));
    }
    Ok(bytes)
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..bad).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        format!("is not UTF-8 (line {line})")
    })
}

/// The files in a folder whose names end in one of `endings`, in order, without those that are
/// hidden and without the folder `aside`.
///
/// # Errors
/// The folder that could not be read.
pub(super) fn files_in(
    folder: &Path,
    endings: &[&str],
    aside: Option<&Path>,
) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("{}: cannot be read: {error}", folder.display());
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries.map_err(unreadable)? {
        let (path, name) = (entry.path(), entry.file_name());
        if name.to_string_lossy().starts_with('.') || is_same(&path, aside) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            paths.extend(files_in(&path, endings, aside)?);
        } else if path.is_file() && has_ending(&path, endings) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn is_same(path: &Path, other: Option<&Path>) -> bool {
    let real = |path: &Path| crate::host::real_path(path).ok();
    other.is_some_and(|other| real(path).is_some_and(|path| real(other) == Some(path)))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}
