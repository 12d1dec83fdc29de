//! Gives a build its name: a digest of the sources that a widget's HTML is made from. The host writes
//! it into prerendered pages, and the embed takes over only what a build of the same name wrote.
//!
//! And takes comments and indentation out of the style sheets, which prerendered pages carry.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The sources of rendered HTML: the code and the words.
const SOURCES: [&str; 2] = ["src", "www/locale"];

/// FNV-1a's first value and its factor.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The folder of the style sheets.
const STYLES: &str = "www/styles";

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

/// Writes each style sheet to `OUT_DIR/styles/`, without comments and indentation.
fn styles() -> io::Result<()> {
    println!("cargo::rerun-if-changed={STYLES}");
    let folder = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("styles");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(STYLES)? {
        let path = entry?.path();
        let css = fs::read_to_string(&path)?;
        fs::write(
            folder.join(path.file_name().unwrap_or_default()),
            small(&css),
        )?;
    }
    Ok(())
}

/// Rules on one line, without comments; no string in them may hold `/*`.
fn small(css: &str) -> String {
    let pieces = css.split("/*");
    let rules = pieces.map(|piece| piece.split_once("*/").map_or(piece, |(_, rules)| rules));
    let mut small = String::new();
    for line in rules.collect::<String>().lines().map(str::trim) {
        small.push_str(line);
        if !line.is_empty() && !line.ends_with(['{', '}', ';', ',']) {
            small.push(' ');
        }
    }
    small
}
