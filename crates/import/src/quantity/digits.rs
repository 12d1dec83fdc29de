//! Digits of other scripts, and marks that nobody sees.

use super::number::Decimals;
use std::borrow::Cow;

/// The zeros of scripts whose digits tables have: Arabic-Indic, Persian, Devanagari, Bengali, full-width.
const ZEROS: [u32; 5] = [0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];

/// The text with the digits 0 to 9, and without marks of direction. `None` where digits of two scripts stand in one figure,
/// which only a person can read.
pub(super) fn western(text: &str, decimals: Decimals) -> Option<Cow<'_, str>> {
    if text.is_ascii() {
        return Some(Cow::Borrowed(text));
    }
    let mut script = None;
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if let Some((zero, digit)) = digit(letter) {
            if *script.get_or_insert(zero) != zero {
                return None;
            }
            folded.push(digit);
        } else if !is_unseen(letter) {
            folded.push(mark(letter, decimals));
        }
    }
    Some(Cow::Owned(folded))
}

/// True of the digit zero alone, in any of the scripts.
pub fn is_zero(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().and_then(digit);
    first.is_some_and(|(_, digit)| digit == '0') && letters.next().is_none()
}

/// The zero of a digit's script, and the digit of 0 to 9 that it is.
fn digit(letter: char) -> Option<(u32, char)> {
    let code = u32::from(letter);
    let zeros = std::iter::once(u32::from('0')).chain(ZEROS);
    zeros.into_iter().find_map(|zero| {
        let value = code.checked_sub(zero).filter(|value| *value < 10)?;
        Some((zero, char::from_digit(value, 10)?))
    })
}

/// A mark of another script as the one that a number has here.
fn mark(letter: char, decimals: Decimals) -> char {
    match letter {
        '\u{66b}' => decimals.mark(),
        '\u{66c}' => decimals.group_mark(),
        '\u{66a}' => '%',
        '\u{3000}' => ' ',
        // Full-width signs stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{61c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_one_script_are_read_and_of_two_are_not() {
        let read = |text| western(text, Decimals::Comma).map(Cow::into_owned);
        for (text, digits) in [
            ("٣٤٥", "345"),
            ("۳۴۵", "345"),
            ("४५", "45"),
            ("１，２３４．５％", "1,234.5%"),
            ("٤٥٫٦", "45,6"),
            ("\u{200f}٣٬٤٥٦\u{200e}", "3.456"),
            ("12\u{200b}0", "120"),
        ] {
            assert_eq!(read(text).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(read("1٢3"), None);
        assert_eq!(read("٣۴"), None);
    }
}
