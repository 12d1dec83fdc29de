//! Ids for options, missions and sources, made from names.

use crate::index::Index;
use crate::lower::lower_letter;

/// Ids that are given out once each.
#[derive(Clone, Debug, Default)]
pub struct Ids(Index);

impl Ids {
    /// An id made from a name, such as `tokayev`; `fallback` with a number where the name has no Latin letter.
    pub fn of(&mut self, name: &str, fallback: &str) -> String {
        let slug = slug(name);
        let base = if slug.is_empty() { fallback } else { &slug };
        if !slug.is_empty() && self.0.is_new(slug.as_bytes()) {
            return slug;
        }
        let mut number = if slug.is_empty() { 1 } else { 2 };
        loop {
            let id = format!("{base}-{number}");
            if self.0.is_new(id.as_bytes()) {
                return id;
            }
            number += 1;
        }
    }

    /// An id as the file has it; `None` where it is no id or is given out already.
    pub fn take(&mut self, id: &str) -> Option<String> {
        let fits = (1..=64).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        (fits && self.0.is_new(id.as_bytes())).then(|| id.to_owned())
    }
}

/// The Latin letters and digits of a name in lower case, with hyphens between words, at most 50.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().map(lower_letter) {
        match plain_letter(letter) {
            Some(letter) => slug.push(letter),
            None if !slug.is_empty() && !slug.ends_with('-') && !matches!(letter, '\'' | '’') => {
                slug.push('-');
            }
            None => {}
        }
        if slug.len() >= 50 {
            break;
        }
    }
    slug.trim_matches('-').to_owned()
}

fn plain_letter(letter: char) -> Option<char> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ğ' => 'g',
        'ş' | 'š' | 'ß' => 's',
        'ž' => 'z',
        other => other,
    };
    plain.is_ascii_alphanumeric().then_some(plain)
}
