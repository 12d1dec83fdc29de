//! Lists of words: a field, and the words for it in one text with bars between them. A text for each word would need an
//! address of its own, which weighs in a page.

/// Fields with their words.
pub(crate) type Words = [(&'static str, &'static str)];

/// The field of the first entry that has the text among its words.
pub(crate) fn field_of(words: &Words, text: &str) -> Option<&'static str> {
    let found = words.iter().find(|(_, words)| has(words, text));
    found.map(|(field, _)| *field)
}

/// True of a text that is one of the words.
pub(crate) fn has(words: &str, text: &str) -> bool {
    words.split('|').any(|word| word == text)
}
