//! Words that multiply a number: `1.2 million`, `450 тыс.`, `12 мың`. A figure written so is rounded.

use super::number::{Decimals, number};
use crate::lower::{is_letter, lower};
use crate::words::has;

/// The zeros that words stand for, in the languages of the widgets' readers and of the files that they get.
const WORDS: [(usize, &str); 4] = [
    (
        3,
        "thousand|thousands|тыс.|тыс|тысяч|тысячи|тысяча|мың|миң|ming|минг|tsd.|tsd|tausend|mille|milliers|k",
    ),
    (
        6,
        "million|millions|млн.|млн|миллион|миллиона|миллионов|mln.|mln|mio.|mio|millionen|mn|m",
    ),
    (5, "lakh|lakhs"),
    (7, "crore|crores"),
];

/// Signs for thousands in a header alone: `Votes (000s)`.
const THOUSANDS: &str = "000|000s";

/// Most digits of a number that the contract holds.
const MOST_DIGITS: usize = 15;

/// The text before a word that multiplies it, and the zeros of that word: none where there is no such word.
pub(super) fn split(text: &str) -> (&str, usize) {
    // "1,2 million de voix": the word for what is counted is gone already.
    let bare = text.strip_suffix(" de").unwrap_or(text);
    let bare = bare.strip_suffix(" d'").unwrap_or(bare);
    let end = bare.trim_end_matches(|letter| is_letter(letter) || letter == '.');
    let word = bare.get(end.len()..).unwrap_or_default();
    let number = end.trim_end();
    match zeros(word) {
        0 => (text, 0),
        // "1.2m" is in millions. "12 m" may be twelve men.
        _ if word.len() == 1 && number.len() < end.len() => (text, 0),
        zeros => (number, zeros),
    }
}

/// The zeros of a word in lower case; none where it multiplies nothing.
pub(super) fn zeros(word: &str) -> usize {
    let known = WORDS.iter().find(|(_, words)| has(words, word));
    known.map_or(0, |(zeros, _)| *zeros)
}

/// A number with zeros behind it, in its plainest form. `None` where the text is no number, or where the product is not
/// whole: nobody counts parts of things.
pub(super) fn times(text: &str, decimals: Decimals, zeros: usize) -> Option<String> {
    let plain = number(text, decimals)?;
    if zeros == 0 {
        return Some(plain);
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let padding = zeros.checked_sub(fraction.len())?;
    let product = format!("{whole}{fraction}{}", "0".repeat(padding));
    let product = number(&product, Decimals::Point)?;
    (product.len() <= MOST_DIGITS).then_some(product)
}

/// The header of a column whose figures are to be multiplied, without the word that says so, and its zeros: `votes` and 3
/// of `Votes (thousands)` or `Тысяч голосов`. `None` of other headers.
///
/// A single letter says nothing there: `Votes (m)` may be those of men.
pub(crate) fn of_header(header: &str) -> Option<(String, usize)> {
    let header = lower(header);
    let cut = |letter: char| matches!(letter, ' ' | '\u{a0}' | ',' | '(' | ')' | '[' | ']' | '\'');
    let mut words: Vec<&str> = header.split(cut).filter(|word| !word.is_empty()).collect();
    let of_word = |word: &str| match zeros(word) {
        0 if has(THOUSANDS, word) => 3,
        _ if word.len() == 1 => 0,
        zeros => zeros,
    };
    let first = words.first().map_or(0, |word| of_word(word));
    let last = words.last().map_or(0, |word| of_word(word));
    if first > 0 {
        words.remove(0);
    } else if last > 0 {
        words.pop();
    }
    words.retain(|word| !has("in|of|de|d|в|en", word));
    let zeros = first.max(last);
    (zeros > 0).then(|| (words.join(" "), zeros))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_in_thousands_is_known_with_the_word_at_either_end() {
        for (header, rest, zeros) in [
            ("Votes (thousands)", "votes", 3),
            ("Голоса, тыс.", "голоса", 3),
            ("Тысяч голосов", "голосов", 3),
            ("Stimmen in Mio.", "stimmen", 6),
            ("Millions of votes", "votes", 6),
            ("Votes ('000)", "votes", 3),
        ] {
            assert_eq!(
                of_header(header),
                Some((rest.to_owned(), zeros)),
                "{header}"
            );
        }
        for header in ["Votes", "Votes (m)", "Votes (k)", "Ming", "k"] {
            let rest = of_header(header).map(|(rest, _)| rest).unwrap_or_default();
            assert_eq!(rest, "", "{header}");
        }
    }

    #[test]
    fn a_product_has_every_zero_and_no_parts() {
        let comma = |text: &str, zeros| times(text, Decimals::Comma, zeros);
        assert_eq!(comma("1,2", 6).as_deref(), Some("1200000"));
        assert_eq!(comma("0,45", 3).as_deref(), Some("450"));
        assert_eq!(comma("-3", 3).as_deref(), Some("-3000"));
        assert_eq!(comma("1,2345", 3), None, "half a vote");
        assert_eq!(comma("9.999.999.999", 6), None, "beyond what is held");
    }
}
