//! Gives a build its name: a digest of the sources that a widget's HTML is made from. The host writes
//! it into prerendered pages, and the embed takes over only what a build of the same name wrote.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What HTML is made from: the code and the words.
const SOURCES: [&str; 2] = ["src", "www/locale"];

/// FNV-1a's first value and its factor.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn main() -> io::Result<()> {
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
