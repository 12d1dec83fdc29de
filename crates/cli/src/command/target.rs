//! Bytes out: files that are written whole or not at all.

use crate::host;
use std::fs::{self, File, OpenOptions};
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
    Aside::write(path, content)?.put()
}

/// A file that is written whole and waits to take its place. If it never does, it is removed.
struct Aside<'a> {
    /// The file to write, behind links that lead to it.
    path: PathBuf,
    state: State<'a>,
}

enum State<'a> {
    /// In a temporary file beside it.
    Beside(PathBuf),
    /// Not yet anywhere: a device or a pipe is nothing to put another file in the place of.
    Held(&'a [u8]),
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        if let State::Beside(beside) = &self.state {
            // It is gone if it took its place. If it stays for another reason, a later run removes it.
            let _ = fs::remove_file(beside);
        }
    }
}

impl<'a> Aside<'a> {
    fn write(path: &Path, content: &'a [u8]) -> io::Result<Aside<'a>> {
        let path = host::real_path(path).unwrap_or_else(|_| path.to_owned());
        if path.is_dir() {
            return Err(io::Error::other("it is a folder"));
        }
        let before = fs::metadata(&path).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            let state = State::Held(content);
            return Ok(Aside { path, state });
        }
        make_folder(&path)?;
        let (beside, mut file) = temporary(&path)?;
        // From here on the temporary file is removed where something fails.
        let aside = Aside {
            path,
            state: State::Beside(beside.clone()),
        };
        file.write_all(content)?;
        if let Some(before) = before {
            host::keep_permissions(&beside, &before)?;
        }
        Ok(aside)
    }

    fn put(self) -> io::Result<()> {
        match &self.state {
            State::Beside(beside) => fs::rename(beside, &self.path),
            State::Held(content) => fs::write(&self.path, content),
        }
    }
}

/// The most names for a temporary file that are tried.
const MOST_NAMES: u32 = 10;

/// A new temporary file beside a file: `.page.html.4711`. A run that was killed may have had the same number and left a file
/// of that name; then more digits tell them apart.
fn temporary(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    remove_left(path, &name);
    let mark = host::process_mark();
    let open = |number: u32| {
        let more = if number == 0 {
            String::new()
        } else {
            format!("0{number}")
        };
        let beside = path.with_file_name(format!(".{name}.{mark}{more}"));
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)?;
        Ok((beside, file))
    };
    let taken = |made: &io::Result<_>| {
        made.as_ref()
            .is_err_and(|error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists)
    };
    let first = open(0);
    (1..MOST_NAMES).fold(
        first,
        |made, number| if taken(&made) { open(number) } else { made },
    )
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
    let failed =
        |path: &Path, error: io::Error| format!("{}: cannot be written: {error}", path.display());
    let aside: Result<Vec<(&PathBuf, Aside<'_>)>, String> = files
        .iter()
        .map(|(path, content)| {
            let aside = Aside::write(path, content).map_err(|error| failed(path, error))?;
            Ok((path, aside))
        })
        .collect();
    let mut moves = aside?.into_iter();
    moves.try_for_each(|(path, aside)| aside.put().map_err(|error| failed(path, error)))
}

/// Returns true if two paths lead to one file, which need not be there yet.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let real = host::real_path(path).ok();
        real.or_else(|| {
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            let folder = host::real_path(folder.unwrap_or(Path::new("."))).ok()?;
            Some(folder.join(path.file_name()?))
        })
    };
    one == other || whole(one).is_some_and(|one| whole(other) == Some(one))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn what_a_killed_run_left_is_no_obstacle_and_goes_once_it_is_old() {
        let folder = std::env::temp_dir().join(format!("left-{}", host::process_mark()));
        fs::create_dir_all(&folder).unwrap();
        let files = [folder.join("a.html"), folder.join("b.html")];
        let left = |name: &str| folder.join(format!(".{name}.{}", host::process_mark()));
        for name in ["a.html", "b.html"] {
            fs::write(left(name), "half").unwrap();
        }
        let old = SystemTime::now() - 2 * AT_WORK;
        let first = File::options().write(true).open(left("a.html")).unwrap();
        first.set_modified(old).unwrap();
        let [a, b] = &files;
        write_together(&[(a.clone(), b"A".as_slice()), (b.clone(), b"B")]).unwrap();
        assert_eq!(fs::read(a).unwrap(), b"A");
        assert_eq!(fs::read(b).unwrap(), b"B");
        assert!(!left("a.html").exists() && left("b.html").exists());
        assert!(write(b, "C").unwrap());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
        fs::remove_dir_all(&folder).unwrap();
    }
}
