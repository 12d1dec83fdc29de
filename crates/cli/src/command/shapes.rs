//! The area files that maps are drawn from.

use super::address::Base;
use crate::page::Page;
use election_widgets::prerender::AreaFile;
use election_widgets::wire::DataError;
use std::cell::Cell;
use std::path::PathBuf;

/// The area files that come with the widgets.
const BUILT_IN: [(&str, &str); 4] = [
    (
        "central-asia-2018",
        include_str!("../../../../www/geo/central-asia-2018.json"),
    ),
    (
        "kazakhstan-before-2018",
        include_str!("../../../../www/geo/kazakhstan-before-2018.json"),
    ),
    (
        "kyrgyzstan-before-2018",
        include_str!("../../../../www/geo/kyrgyzstan-before-2018.json"),
    ),
    (
        "world-2018",
        include_str!("../../../../www/geo/world-2018.json"),
    ),
];

/// The element script's file.
const SCRIPT: &str = "election-widgets.js";

/// The source of the shapes for the maps of a page.
pub(super) struct Shapes {
    /// The folder beside the page's element script, or why there is none.
    folder: Result<PathBuf, String>,
    asked: Cell<bool>,
}

impl Shapes {
    pub(super) fn of(page: &Page, base: &Base) -> Shapes {
        let mut sources = page
            .elements()
            .filter(|element| element.name() == "script")
            .filter_map(|script| script.attribute("src"));
        let script = sources.find(|address| {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            path.rsplit(['/', '\\']).next() == Some(SCRIPT)
        });
        let folder = match script {
            None => Err(format!("the page does not load {SCRIPT}")),
            Some(address) => match base.file(address).map(|path| path.with_file_name("geo")) {
                Ok(folder) if folder.is_dir() => Ok(folder),
                Ok(folder) => Err(format!("there is no {}", folder.display())),
                Err(why) => Err(format!("{address} {why}")),
            },
        };
        Shapes {
            folder,
            asked: Cell::new(false),
        }
    }

    /// Returns the message about the page's maps, if it has any.
    pub(super) fn said(&self) -> Option<String> {
        self.asked.get().then(|| match &self.folder {
            Ok(folder) => format!("maps from {}, beside the page's {SCRIPT}", folder.display()),
            Err(why) => format!("maps of the command: {why}"),
        })
    }

    /// The text of an area file.
    ///
    /// # Errors
    /// Why it did not come.
    pub(super) fn read(&self, file: &AreaFile, base: &Base) -> Result<String, DataError> {
        match file {
            AreaFile::Url(address) => base
                .read(address)
                .map_err(|why| DataError::new("area.url", format!("{address} {why}"))),
            AreaFile::Preset(name) => {
                self.asked.set(true);
                self.preset(name, base)
                    .map_err(|why| DataError::new("area", format!("{name} {why}")))
            }
        }
    }

    fn preset(&self, name: &str, base: &Base) -> Result<String, String> {
        match &self.folder {
            // A name is no path: the document may hold anything.
            Ok(folder) if is_name(name) => base.read_file(&folder.join(format!("{name}.json"))),
            _ => built_in(name).map(str::to_owned),
        }
    }
}

/// The text of an area file that comes with the widgets.
///
/// # Errors
/// Where none has that name.
pub(super) fn built_in(name: &str) -> Result<&'static str, String> {
    let found = BUILT_IN.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text).ok_or_else(|| {
        let names: Vec<&str> = BUILT_IN.iter().map(|(known, _)| *known).collect();
        format!("is not one of {}", names.join(", "))
    })
}

fn is_name(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
