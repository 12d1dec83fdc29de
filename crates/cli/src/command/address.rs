//! Addresses that a page names, as files.

use super::source::read_text;
use crate::host::real_path;
use crate::page::Page;
use std::path::{Component, Path, PathBuf};

/// The folder that a page's addresses start from, and the one that they stay in.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// The site's own folder, where it is known.
    root: Option<PathBuf>,
    /// The folder, without links, that every file must lie in: the root; without a root the working folder, or the
    /// page's own if that lies elsewhere.
    limit: PathBuf,
    /// The same folder as messages call it.
    limit_shown: String,
    /// The folder of the page.
    folder: PathBuf,
    /// The folder, as a path in the root or from the page's folder, from which relative addresses start. The page's
    /// `<base>` changes it.
    inner: Vec<String>,
    /// Why relative addresses are no files.
    away: Option<String>,
}

impl Base {
    /// The base of a page in `folder`.
    ///
    /// # Errors
    /// Where the folder is not to be found, or not in the root.
    pub(super) fn new(root: Option<&Path>, folder: &Path) -> Result<Base, String> {
        let real_folder = real(folder)?;
        let mut inner = Vec::new();
        let (limit, shown) = match root {
            Some(root) => {
                let real_root = real(root)?;
                let within = real_folder.strip_prefix(&real_root).map_err(|_| {
                    let (folder, root) = (folder.display(), root.display());
                    format!("{folder} is outside the root {root}")
                })?;
                inner = within.components().filter_map(name).collect();
                (real_root, root.display().to_string())
            }
            None => match real(Path::new("."))? {
                working if real_folder.starts_with(&working) => {
                    (working, "the working folder".to_owned())
                }
                _ => (real_folder, folder.display().to_string()),
            },
        };
        Ok(Base {
            root: root.map(Path::to_owned),
            limit,
            limit_shown: shown,
            folder: folder.to_owned(),
            inner,
            away: None,
        })
    }

    /// The text of the file at an address of the page.
    ///
    /// # Errors
    /// Why it could not be read: not a file of the site, or a link that leads out of the site.
    pub(super) fn read(&self, address: &str) -> Result<String, String> {
        self.read_file(&self.file(address)?)
    }

    /// The text of a file, which must lie in the site's folder also where links lead to it.
    ///
    /// # Errors
    /// Why it could not be read.
    pub(super) fn read_file(&self, path: &Path) -> Result<String, String> {
        self.refuse_outside(path)?;
        read_text(path)
    }

    /// Refuses a path that leads out of the site's folder, by links or by `..`.
    ///
    /// # Errors
    /// The folder that it leaves.
    pub(super) fn refuse_outside(&self, path: &Path) -> Result<(), String> {
        // Where the file is missing, the folder around it decides: what is outside is not even told to be missing.
        match path.ancestors().find_map(|part| real_path(part).ok()) {
            Some(real) if !real.starts_with(&self.limit) => Err(self.climbs_out()),
            _ => Ok(()),
        }
    }

    /// The same base as the page's own `<base>` moves it.
    pub(super) fn moved_by(mut self, page: &Page) -> Base {
        let mut bases = page.elements().filter(|element| element.name() == "base");
        let Some(address) = bases.find_map(|base| base.attribute("href")) else {
            return self;
        };
        // What stands behind the last slash is no folder.
        let cleaned = cleaned(address);
        let folders = match cleaned.rsplit_once('/') {
            Some((folders, _)) => format!("{folders}/"),
            None => ".".to_owned(),
        };
        match self.walk(&folders) {
            Ok((_, segments)) if !address.is_empty() && self.root.is_some() => {
                self.inner = segments;
            }
            Ok((climbed, segments)) if !address.is_empty() => {
                self.folder.extend(vec![".."; climbed]);
                self.folder.extend(segments);
            }
            Ok(_) => {}
            Err(_) => self.away = Some(format!("the page's <base> is {address}")),
        }
        self
    }

    /// The file at an address of the page.
    ///
    /// # Errors
    /// Why it is none: an address elsewhere, or one that leaves the root.
    pub(super) fn file(&self, address: &str) -> Result<PathBuf, String> {
        let (climbed, segments) = self.walk(address)?;
        if segments.is_empty() || cleaned(address).is_empty() {
            return Err("names no file".to_owned());
        }
        let mut path = match &self.root {
            Some(root) => root.clone(),
            None => self.folder.clone(),
        };
        path.extend(vec![".."; climbed]);
        path.extend(segments);
        Ok(path)
    }

    fn climbs_out(&self) -> String {
        let folder = &self.limit_shown;
        format!("is outside {folder} (name the site's folder: --root FOLDER)")
    }

    /// How many folders an address climbs above where it may start, and its names from there.
    fn walk(&self, address: &str) -> Result<(usize, Vec<String>), String> {
        let address = cleaned(address);
        if has_scheme(&address) || address.starts_with("//") {
            return Err("is not a file; the command fetches nothing".to_owned());
        }
        let absolute = address.starts_with('/');
        if absolute && self.root.is_none() {
            return Err(
                "begins with /, but the site's folder is not named (--root FOLDER)".to_owned(),
            );
        }
        if let Some(why) = self.away.as_ref().filter(|_| !absolute) {
            return Err(format!("{why}; the command fetches nothing"));
        }
        let mut segments = if absolute {
            Vec::new()
        } else {
            self.inner.clone()
        };
        let mut climbed = 0;
        for segment in address.split('/').map(decoded) {
            match segment?.as_str() {
                "" | "." => {}
                ".." if segments.pop().is_some() => {}
                ".." if self.root.is_none() => climbed += 1,
                ".." => return Err(self.climbs_out()),
                name => segments.push(name.to_owned()),
            }
        }
        Ok((climbed, segments))
    }
}

fn real(path: &Path) -> Result<PathBuf, String> {
    real_path(path).map_err(|error| format!("{}: cannot be read: {error}", path.display()))
}

fn name(component: Component<'_>) -> Option<String> {
    match component {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    }
}

/// An address as browsers read it: without the white space around it and the line breaks in it,
/// without query and fragment, and with slashes that lean forward.
fn cleaned(address: &str) -> String {
    let ends = |c: char| c <= ' ';
    let path = address.trim_matches(ends).split(['?', '#']).next();
    let kept = path.unwrap_or_default().chars();
    kept.filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .map(|c| if c == '\\' { '/' } else { c })
        .collect()
}

/// Returns true if an address begins with a scheme: `https:`.
fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// A part of a path with its percent signs read.
fn decoded(segment: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok());
        let coded = pair
            .filter(|pair| *first == b'%' && pair.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(coded.unwrap_or(*first));
        let read = if coded.is_some() { 2 } else { 0 };
        rest = after.get(read..).unwrap_or_default();
    }
    // A slash that was coded is part of a name, and no file has such a name.
    match String::from_utf8(bytes) {
        Ok(name) if !name.contains(['/', '\\', '\0']) => Ok(name),
        _ => Err("names no file".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(inner: &[&str], root: Option<&str>) -> Base {
        Base {
            root: root.map(PathBuf::from),
            limit: PathBuf::from("/site"),
            limit_shown: root.unwrap_or("the working folder").to_owned(),
            folder: PathBuf::from("site/articles"),
            inner: inner.iter().map(|name| (*name).to_owned()).collect(),
            away: None,
        }
    }

    #[test]
    fn addresses_are_files_of_the_site() {
        let base = base(&["articles"], Some("site"));
        let file = |address| base.file(address).map(|path| path.display().to_string());
        for (address, wanted) in [
            ("../data/a.json", "site/data/a.json"),
            ("/data/a.json?v=2#x", "site/data/a.json"),
            (" a%20b.json\n", "site/articles/a b.json"),
            ("..\\data\\a.json", "site/data/a.json"),
            ("./%D0%B0.json", "site/articles/а.json"),
            ("50%.json", "site/articles/50%.json"),
        ] {
            assert_eq!(file(address).as_deref(), Ok(wanted), "{address}");
        }
    }

    #[test]
    fn what_is_elsewhere_or_climbs_out_is_no_file() {
        let base = base(&["articles"], Some("site"));
        for address in [
            "https://example.org/a.json",
            "//example.org/a.json",
            "\\\\example.org/a.json",
            "data:application/json,{}",
            "../../a.json",
            "%2e%2E/%2e./a.json",
            "/../a.json",
            "a%2f..%2f..%2fb.json",
            "a%00.json",
            "",
            "..",
        ] {
            assert!(base.file(address).is_err(), "{address}");
        }
    }

    #[test]
    fn a_page_alone_reads_beside_and_above_itself() {
        let base = base(&[], None);
        let file = |address| base.file(address).map(|path| path.display().to_string());
        assert_eq!(
            file("../data/a.json").as_deref(),
            Ok("site/articles/../data/a.json")
        );
        assert!(file("/data/a.json").is_err());
    }

    #[test]
    fn a_page_can_move_its_base() {
        let moved = |root, href: &str| {
            let page = Page::parse(&format!("<base href='{href}'>"));
            let inner: &[&str] = if root { &["articles"] } else { &[] };
            let base = base(inner, root.then_some("site")).moved_by(&page);
            base.file("a.json").map(|path| path.display().to_string())
        };
        assert_eq!(moved(true, "/x/y.html").as_deref(), Ok("site/x/a.json"));
        assert_eq!(moved(true, "x/").as_deref(), Ok("site/articles/x/a.json"));
        assert_eq!(
            moved(false, "../x/").as_deref(),
            Ok("site/articles/../x/a.json")
        );
        assert_eq!(moved(true, "y").as_deref(), Ok("site/articles/a.json"));
        assert!(moved(true, "https://example.org/").is_err());
    }
}
