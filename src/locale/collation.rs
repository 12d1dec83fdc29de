//! The order of letters, for sorting and finding names; no `Intl`, which the host has not.

use super::Locale;

/// A language's letters in their order; those that are one letter to it (`Aa`, `Её`) share a rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alphabet(Vec<(char, u32)>);

/// The first key of the letters, after those of digits and signs.
const LETTERS: u32 = 0x80;
const UNKNOWN: u32 = 0x10_000;

impl Alphabet {
    /// Reads letters that stand together where they share a rank: `Aa Bb`.
    pub(super) fn new(letters: &str) -> Alphabet {
        let mut ranks = Vec::new();
        for (rank, letters) in (LETTERS..).zip(letters.split(' ')) {
            ranks.extend(letters.chars().map(|letter| (letter, rank)));
        }
        ranks.sort_unstable();
        Alphabet(ranks)
    }

    fn rank(&self, letter: char) -> u32 {
        let code = u32::from(letter);
        let found = self.0.binary_search_by(|(known, _)| known.cmp(&letter));
        match found.ok().and_then(|place| self.0.get(place)) {
            Some((_, rank)) => *rank,
            None if code < LETTERS => code,
            None => UNKNOWN + code,
        }
    }
}

impl Locale {
    /// A text as its letters' ranks in this language: two texts compare by them as a dictionary
    /// would have it, and one holds another whatever the case or the marks. Characters that are not
    /// seen are left out.
    ///
    /// ```
    /// use election_widgets::locale::Locale;
    /// let english = Locale::english();
    /// assert_eq!(english.collation_key("Ábel"), english.collation_key("abel"));
    /// assert!(english.collation_key("Ábel") < english.collation_key("Zola"));
    /// ```
    pub fn collation_key(&self, text: &str) -> Vec<u32> {
        let seen = |letter: &char| !matches!(*letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        let mut key = Vec::new();
        for letter in text.trim().chars().filter(seen) {
            key.push(self.alphabet.rank(letter));
        }
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = include_str!("../../www/locale/ru.txt");

    fn sorted(locale: &Locale, names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(ToString::to_string).collect();
        names.sort_by_key(|name| locale.collation_key(name));
        names
    }

    #[test]
    fn names_stand_in_the_order_of_the_readers_alphabet() {
        assert_eq!(
            sorted(
                &Locale::read(RUSSIAN).unwrap(),
                &["Жук", "Ёлкин", "Еремин", "Яков", "Adam"]
            ),
            ["Ёлкин", "Еремин", "Жук", "Яков", "Adam"]
        );
        assert_eq!(
            sorted(
                &Locale::english(),
                &[
                    "Zola",
                    "Émile",
                    "Eva",
                    "ábel",
                    "\u{200e}Bo",
                    "Жук",
                    "2 others"
                ]
            ),
            [
                "2 others",
                "ábel",
                "\u{200e}Bo",
                "Émile",
                "Eva",
                "Zola",
                "Жук"
            ]
        );
    }
}
