//! Bytes out: files that are written whole or not at all.

use crate::host;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The time in which every page is written.
const AT_WORK: Duration = Duration::from_secs(60);

/// Writes a file, with the folders that it needs. Returns true if the file has changed. A file that is
/// equal already is not written.
///
/// # Errors
/// Why it could not be written; then it is as it was.
pub(super) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<bool, String> {
    let content = content.as_ref();
    if fs::read(path).is_ok_and(|now| now == content) {
        return Ok(false);
    }
    replace(path, content)
        .map(|()| true)
        .map_err(|error| format!("cannot be written: {error}"))
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // Behind a link stands the file to write.
    let path = &host::real_path(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(path).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        // A device, a pipe: nothing to put another file in the place of.
        return fs::write(path, content);
    }
    make_folder(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    remove_left(path, &name);
    let aside = path.with_file_name(format!(".{name}.{}", host::process_mark()));
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&aside)
        .and_then(|mut file| file.write_all(content))
        .and_then(|()| match before {
            Some(before) => host::keep_permissions(&aside, &before),
            None => Ok(()),
        })
        .and_then(|()| fs::rename(&aside, path));
    if written.is_err() {
        // The temporary file may not exist. The first error is the one to report.
        let _ = fs::remove_file(&aside);
    }
    written
}

/// Makes the folder that a file stands in.
fn make_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|error| {
        match folder.ancestors().find(|above| above.is_file()) {
            Some(file) => io::Error::other(format!("{} is a file, not a folder", file.display())),
            None => error,
        }
    })
}

/// Writes several files, all of them or none: each is first written aside, and takes its place when all are there.
///
/// # Errors
/// The file that could not be written.
pub(super) fn write_together(files: &[(PathBuf, &[u8])]) -> Result<(), String> {
    let mut aside: Vec<(PathBuf, &Path)> = Vec::new();
    let mut staged = || -> Result<(), (&Path, io::Error)> {
        for (path, content) in files {
            let failed = |error| (path.as_path(), error);
            make_folder(path).map_err(failed)?;
            if path.is_dir() {
                return Err(failed(io::Error::other("it is a folder")));
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let beside = path.with_file_name(format!(".{name}.{}", host::process_mark()));
            aside.push((beside.clone(), path));
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&beside)
                .map_err(failed)?;
            file.write_all(content).map_err(failed)?;
        }
        Ok(())
    };
    let done = staged().and_then(|()| {
        let mut moves = aside.iter();
        moves.try_for_each(|(from, to)| fs::rename(from, to).map_err(|error| (*to, error)))
    });
    done.map_err(|(path, error)| {
        for (beside, _) in &aside {
            // The temporary file may not exist. The first error is the one to report.
            let _ = fs::remove_file(beside);
        }
        format!("{}: cannot be written: {error}", path.display())
    })
}

/// Removes what a run that was killed has left beside a file: `.page.html.4711`. A run that is at work now has made its
/// file a moment ago.
fn remove_left(path: &Path, name: &str) {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else {
        return;
    };
    for entry in entries.flatten() {
        let other = entry.file_name();
        let mark = other.to_str().and_then(|other| {
            other
                .strip_prefix('.')?
                .strip_prefix(name)?
                .strip_prefix('.')
        });
        let is_ours = mark
            .is_some_and(|mark| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()));
        let is_old = || {
            let about = entry.metadata().ok().filter(fs::Metadata::is_file);
            let age = about.and_then(|about| about.modified().ok()?.elapsed().ok());
            age.is_some_and(|age| age > AT_WORK)
        };
        if is_ours && is_old() {
            // If it stays, it does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes to standard output.
///
/// # Errors
/// Why it could not be written.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut output = io::stdout().lock();
    output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| format!("standard output: cannot be written: {error}"))
}
