//! The file of words and its look-up.

use super::collation::Alphabet;
use super::direction::push_isolated;
use super::plural::PluralRule;
use crate::model::LanguageTag;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

pub(super) const ENGLISH: &str = include_str!("../../www/locale/en.txt");

/// The headings of a file's sections: the first pictures that need the entries below it (tables: results charts and
/// alliance grids), `[later]` for what only the interactive widgets say. What stands above them all, each picture needs.
const SECTIONS: &str = "[tables] [results] [observers] [alliances] [later] [countries]";

/// A language, ready to word figures and dates.
///
/// ```
/// use election_widgets::locale::Locale;
/// let english = Locale::english();
/// assert_eq!(english.word("status.exit-poll"), "Exit poll");
/// assert_eq!(english.fill("as-of", &[("date", "5 June 2019")]), "as of 5 June 2019");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    tag: LanguageTag,
    /// The reader's language, which may be one that has no words here.
    pub(super) reader: LanguageTag,
    pub(super) rule: PluralRule,
    pub(super) alphabet: Alphabet,
    entries: Entries,
    lacks_words: Flag,
}

/// A flag that is raised once. It is no part of a language's value.
#[derive(Debug, Default)]
struct Flag(AtomicBool);

impl Flag {
    fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Flag {
    fn clone(&self) -> Flag {
        Flag::default()
    }
}

impl PartialEq for Flag {
    fn eq(&self, _: &Flag) -> bool {
        true
    }
}

impl Eq for Flag {}

/// An error in a word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsError {
    /// The line, from one.
    pub line: usize,
    /// The description of the error.
    pub message: String,
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for WordsError {}

impl Locale {
    /// English, which is always there.
    pub fn english() -> Locale {
        Locale::read(ENGLISH).unwrap_or_else(|_| Locale {
            // Not reached: a test reads the same text.
            tag: LanguageTag::english(),
            reader: LanguageTag::english(),
            rule: PluralRule::Other,
            alphabet: Alphabet::default(),
            entries: Entries::default(),
            lacks_words: Flag::default(),
        })
    }

    /// Reads a file of words. Its sections are for the build, which writes the part of it that a first picture needs.
    ///
    /// # Errors
    /// The first line that is neither an entry nor the heading of a known section, or a `language` or `plural` that is missing or unknown.
    pub fn read(text: &str) -> Result<Locale, WordsError> {
        let mut entries = Entries::default();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let Some((key, value)) = entry(line) else {
                if SECTIONS.split(' ').any(|section| section == line) {
                    continue;
                }
                return Err(WordsError {
                    line: index + 1,
                    message: ["expected \"key = text\" or one of ", SECTIONS].concat(),
                });
            };
            entries.add(key, value);
        }
        let missing = |key: &str| WordsError {
            line: 1,
            message: ["no usable entry \"", key, "\""].concat(),
        };
        let tag = entries
            .text("language")
            .and_then(LanguageTag::new)
            .ok_or_else(|| missing("language"))?;
        let rule = entries
            .text("plural")
            .and_then(PluralRule::new)
            .ok_or_else(|| missing("plural"))?;
        let alphabet = Alphabet::new(entries.text("alphabet").unwrap_or_default());
        Ok(Locale {
            reader: tag.clone(),
            tag,
            rule,
            alphabet,
            entries,
            lacks_words: Flag::default(),
        })
    }

    /// The reader's language: that of the page. [`Locale::tag`] is another if there are no words in it.
    pub fn reader(&self) -> &LanguageTag {
        &self.reader
    }

    /// The tag of the language that the words are in.
    pub fn tag(&self) -> &LanguageTag {
        &self.tag
    }

    /// The text of a key; the key itself if the file lacks it, which [`Locale::lacks_words`] then reports.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.text(key).unwrap_or(key)
    }

    /// The name of the country with this code; the code if the language has no name for it.
    pub fn country<'a>(&'a self, code: &'a str) -> &'a str {
        self.text(&["country.", code].concat()).unwrap_or(code)
    }

    /// The text of a key in a form of the language (".from"), or as it is where the language has no such form.
    pub(super) fn word_in<'a>(&'a self, key: &'a str, form: &str) -> &'a str {
        let formed = self.entries.text(&[key, form].concat());
        formed.unwrap_or_else(|| self.word(key))
    }

    /// A number as a sentence begins with it: the small ones are words, where the language has them.
    pub fn opening(&self, number: u32) -> String {
        let words = self.entries.text("number.opening").unwrap_or_default();
        let place = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        // Not `nth`, whose last word would stand for all that are larger.
        match words.split('|').nth(place) {
            None | Some("") => self.whole(number),
            Some(word) => word.to_owned(),
        }
    }

    fn text(&self, key: &str) -> Option<&str> {
        let text = self.entries.text(key);
        if text.is_none() {
            self.lacks_words.set();
        }
        text
    }

    /// Returns true once a key was asked for that the file lacks.
    ///
    /// A first paint works with a part of the words, and leaves a widget that needs others to the interactive bundle.
    pub fn lacks_words(&self) -> bool {
        self.lacks_words.is_set()
    }

    /// The text of a key with its braces filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.word(key), values)
    }

    /// The form of a key that goes with `number`, with its braces filled in.
    pub fn plural(&self, key: &str, number: u32, values: &[(&str, &str)]) -> String {
        filled(self.form(self.word(key), number, true), values)
    }

    /// The form of a document's own word that goes with `number`. Its forms stand between bars, in the
    /// order of this language where `is_own`; of another language one form is for 1, the last for all else.
    pub fn form<'a>(&self, forms: &'a str, number: u32, is_own: bool) -> &'a str {
        let form = match is_own {
            true => self.rule.form(number),
            false if number == 1 => 0,
            false => usize::MAX,
        };
        part(forms, form)
    }

    /// Returns one of the texts between bars by its zero-based index, or the last one if there are fewer.
    pub fn nth(&self, key: &str, place: usize) -> &str {
        part(self.entries.text(key).unwrap_or_default(), place)
    }

    /// "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            // A name with a comma in it would look like two.
            _ if items.iter().any(|item| has_comma(item)) => joined(items, "; "),
            [most @ .., last] => {
                let all = joined(most, ", ");
                self.fill("list.last", &[("all", &all), ("last", last)])
            }
        }
    }

    /// The first of many, and how many more there are: `most` items at the most.
    pub fn list_some(&self, items: &[String], most: usize) -> String {
        let Some(named) = items
            .get(..most.saturating_sub(1))
            .filter(|_| items.len() > most)
        else {
            return self.list(items);
        };
        let more = u32::try_from(items.len() - named.len()).unwrap_or(u32::MAX);
        let mut named = named.to_vec();
        named.push(self.fill("list.more", &[("n", &self.whole(more))]));
        self.list(&named)
    }

    /// Every key with its text, for tests of one file against another.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.entries.0.iter().flatten();
        all.map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

/// Keys with their texts, on shelves of a few: a key is looked for on its own alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entries(Vec<Vec<(String, String)>>);

impl Entries {
    const BUCKETS: usize = 64;

    fn shelf(key: &str) -> usize {
        let step = |sum, byte| (3 * sum + usize::from(byte)) % Entries::BUCKETS;
        key.bytes().fold(0, step)
    }

    fn add(&mut self, key: &str, text: &str) {
        self.0.resize_with(Entries::BUCKETS, Vec::new);
        if let Some(shelf) = self.0.get_mut(Entries::shelf(key)) {
            shelf.push((key.to_owned(), text.to_owned()));
        }
    }

    fn text(&self, key: &str) -> Option<&str> {
        let shelf = self.0.get(Entries::shelf(key))?;
        let found = shelf.iter().find(|(known, _)| known == key);
        found.map(|(_, text)| text.as_str())
    }
}

/// One of the texts between bars, from zero; the last one for a place beyond it.
fn part(texts: &str, place: usize) -> &str {
    let mut found = texts;
    for (at, text) in texts.split('|').enumerate() {
        if at <= place {
            found = text;
        }
    }
    found
}

fn joined(items: &[String], joint: &str) -> String {
    let mut all = String::new();
    for item in items {
        all.push_str(if all.is_empty() { "" } else { joint });
        push_isolated(item, &mut all);
    }
    all
}

/// Returns true if a text contains a comma and a space. `str::contains` brings 1.6 kB of substring search.
fn has_comma(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair == b", ")
}

/// The key and the text of a line.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once('=')?;
    Some((key.strip_suffix(' ')?, text.strip_prefix(' ')?))
}

/// `text` with each `{name}` replaced; what it is replaced by is not looked at again, and doesn't turn the words around it.
pub(super) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, piece) in text.split('{').enumerate() {
        let named = piece.split_once('}').filter(|_| index > 0);
        match named.and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        }) {
            Some((value, rest)) => {
                push_isolated(value, &mut out);
                out.push_str(rest);
            }
            None => {
                if index > 0 {
                    out.push('{');
                }
                out.push_str(piece);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_place_to_fill_stays_as_it_is() {
        assert_eq!(
            filled("{a} and {b}", &[("a", "{b}"), ("b", "x")]),
            "{b} and x"
        );
        assert_eq!(filled("{unknown} {a", &[]), "{unknown} {a");
    }

    #[test]
    fn a_list_ends_as_the_language_ends_it() {
        let names = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(Locale::english().list(&names), "A, B and C");
        assert_eq!(Locale::english().list(&names[..1]), "A");
    }

    #[test]
    fn a_name_that_is_read_from_the_right_turns_nothing_around_it() {
        let english = Locale::english();
        let names = ["أحمد", "Асан", "بلال"].map(str::to_owned);
        let sentence = english.fill("summary.leads", &[("name", &names[0]), ("n", "81%")]);
        assert_eq!(sentence, "\u{2068}أحمد\u{2069} leads with 81%.");
        assert_eq!(
            filled("Elected: {names}.", &[("names", &names[1])]),
            "Elected: Асан."
        );
        assert_eq!(
            english.list(&names),
            "\u{2068}\u{2068}أحمد\u{2069}, Асан\u{2069} and \u{2068}بلال\u{2069}"
        );
    }

    #[test]
    fn a_line_that_is_no_entry_is_named() {
        let error = Locale::read("language = en\nplural = other\nhello").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 3: expected \"key = text\" or one of [tables] [results] [observers] [alliances] [later] [countries]"
        );
        assert!(Locale::read("plural = other").is_err());
    }

    #[test]
    fn a_section_is_skipped_and_an_unknown_one_is_named() {
        let words =
            |heading| format!("language = en\nplural = other\n\n{heading}\npercent = {{n}} %");
        let read = Locale::read(&words("[results]")).unwrap();
        assert_eq!(read.word("percent"), "{n} %");
        let error = Locale::read(&words("[result]")).unwrap_err();
        assert_eq!(error.line, 4);
    }
}
