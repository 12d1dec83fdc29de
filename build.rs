//! Gives a build its name: a digest of the sources that a widget's HTML is made from. The host writes
//! it into prerendered pages, and the embed takes over only what a build of the same name wrote.
//!
//! And cuts the sheet of styles up, into what each widget takes of it.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What HTML is made from: the code and the words.
const SOURCES: [&str; 2] = ["src", "www/locale"];

/// FNV-1a's first value and its factor.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The sheet of styles, what a comment that begins a section for some widgets alone says first, each widget's
/// word there, what ends such a section, and what names the marks without which a picture does without a section.
const SHEET: &str = "www/election-widgets.css";
const ONLY: &str = "/* Only in ";
const WIDGETS: [(&str, &str); 3] = [
    ("results-chart", "results charts"),
    ("observer-map", "observer maps"),
    ("alliance-grid", "alliance grids"),
];
const EVERY: &str = "/* In every widget";
const WITH: &str = ", only with ";

fn main() -> io::Result<()> {
    name()?;
    styles()
}

fn name() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in SOURCES {
        println!("cargo::rerun-if-changed={folder}");
        find(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut digest = BASIS;
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/").into_bytes();
        for byte in name.into_iter().chain(fs::read(&file)?) {
            digest = (digest ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    println!("cargo::rustc-env=ELECTION_WIDGETS_BUILD={digest:016x}");
    Ok(())
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A part of a widget's styles, and the marks one of which a picture must have to need it; none where each does.
#[derive(Debug, Default)]
struct Part {
    marks: Vec<String>,
    css: String,
}

impl Part {
    /// The part as Rust writes it, in a list.
    fn source(&self) -> String {
        format!("(&{:?}, {:?}),", self.marks, self.css)
    }
}

/// Writes each widget's styles, as the parts that a picture takes one by one.
fn styles() -> io::Result<()> {
    println!("cargo::rerun-if-changed={SHEET}");
    let sheet = fs::read_to_string(SHEET)?;
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    for (tag, words) in WIDGETS {
        let parts = parts(&sheet, words)?;
        let parts = parts.iter().map(Part::source);
        let source = format!("&[{}]", parts.collect::<String>());
        fs::write(Path::new(&folder).join(format!("{tag}.rs")), source)?;
    }
    Ok(())
}

/// A widget's part of the sheet, without comments and indents; what each picture needs stands first, here and there.
fn parts(sheet: &str, words: &str) -> io::Result<Vec<Part>> {
    let mut parts = vec![Part::default()];
    let (mut is_own, mut in_comment) = (true, false);
    for line in sheet.lines().map(str::trim) {
        if line.starts_with(ONLY) || line.starts_with(EVERY) {
            is_own = line.starts_with(EVERY) || line.contains(words);
            match marks(line) {
                Some(marks) if is_own => parts.push(Part {
                    marks,
                    ..Part::default()
                }),
                None if is_own && parts.len() > 1 => {
                    let place = "only some pictures need a section above";
                    return Err(io::Error::other(format!("{SHEET}: {line}: {place}")));
                }
                _ => {}
            }
        }
        in_comment |= line.starts_with("/*");
        if let Some(part) = parts.last_mut().filter(|_| is_own && !in_comment) {
            part.css.push_str(line);
        }
        in_comment &= !line.ends_with("*/");
    }
    Ok(parts)
}

fn marks(line: &str) -> Option<Vec<String>> {
    let (_, named) = line.split_once(WITH)?;
    let named = named.trim_end_matches(". */").split(", ");
    Some(named.map(str::to_owned).collect())
}
