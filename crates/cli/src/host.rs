//! Calls to the system that differ under WASI, where the command runs in the npm package.

#[cfg(not(target_os = "wasi"))]
pub(crate) use native::{enter_working_folder, keep_permissions, process_mark, real_path};
#[cfg(target_os = "wasi")]
pub(crate) use wasi::{enter_working_folder, keep_permissions, process_mark, real_path};

#[cfg(not(target_os = "wasi"))]
mod native {
    use std::fs::{self, Metadata};
    use std::io;
    use std::path::{Path, PathBuf};

    /// The path without links, `.` and `..`.
    pub(crate) fn real_path(path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    /// Gives a file the permissions of the one that it replaces.
    pub(crate) fn keep_permissions(path: &Path, before: &Metadata) -> io::Result<()> {
        fs::set_permissions(path, before.permissions())
    }

    /// A number that no other run of the command has now.
    pub(crate) fn process_mark() -> u128 {
        std::process::id().into()
    }

    /// The working folder is set by the system.
    pub(crate) fn enter_working_folder() {}
}

#[cfg(target_os = "wasi")]
mod wasi {
    use std::fs::{self, Metadata};
    use std::io;
    use std::path::{Component, Path, PathBuf};
    use std::time::{SystemTime, UNIX_EPOCH};

    /// The number of links that a path may lead through.
    const MAX_LINKS: usize = 40;

    /// The path without links, `.` and `..`. WASI resolves none itself.
    pub(crate) fn real_path(path: &Path) -> io::Result<PathBuf> {
        let mut waiting = parts(&std::env::current_dir()?.join(path));
        let (mut real, mut links) = (PathBuf::from("/"), 0);
        while let Some(part) = waiting.pop() {
            if part.as_os_str() == ".." {
                real.pop();
                continue;
            }
            let next = real.join(&part);
            if !fs::symlink_metadata(&next)?.is_symlink() {
                real = next;
                continue;
            }
            links += 1;
            if links > MAX_LINKS {
                return Err(io::Error::other("too many links"));
            }
            let target = fs::read_link(&next)?;
            if target.is_absolute() {
                real = PathBuf::from("/");
            }
            waiting.extend(parts(&target));
        }
        Ok(real)
    }

    /// The names of a path and its `..`, the last one first.
    fn parts(path: &Path) -> Vec<PathBuf> {
        let named = |part: Component<'_>| match part {
            Component::Normal(name) => Some(PathBuf::from(name)),
            Component::ParentDir => Some(PathBuf::from("..")),
            _ => None,
        };
        path.components().rev().filter_map(named).collect()
    }

    /// WASI knows no permissions: a file gets those of a new one.
    #[allow(clippy::unnecessary_wraps)]
    pub(crate) fn keep_permissions(_path: &Path, _before: &Metadata) -> io::Result<()> {
        Ok(())
    }

    /// A number that no other run of the command has now.
    pub(crate) fn process_mark() -> u128 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        now.map_or(0, |since| since.as_nanos())
    }

    /// Takes the working folder from the environment, where `cli.js` puts it: WASI starts in the root.
    pub(crate) fn enter_working_folder() {
        if let Some(folder) = std::env::var_os("PWD") {
            // A folder that is gone makes each relative path an error with its name.
            let _ = std::env::set_current_dir(folder);
        }
    }
}
