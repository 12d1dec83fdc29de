//! Lower case of Latin, Greek, Cyrillic and Armenian letters. The standard library's tables are of every script, and weigh
//! 6 kB where a page reads tables.

/// A text with its letters in lower case.
pub(crate) fn lower(text: &str) -> String {
    text.chars().map(lower_letter).collect()
}

/// A letter in lower case. Letters of other scripts stay as they are.
pub(crate) fn lower_letter(letter: char) -> char {
    let code = u32::from(letter);
    let distance = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => 32,
        // In these blocks a capital letter and its small one take turns.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 | 0x218..=0x21F | 0x1E00..=0x1E95 => {
            u32::from(code % 2 == 0)
        }
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE => code % 2,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1EA0..=0x1EFF => u32::from(code % 2 == 0),
        0x18F => 202,
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E..=0x38F => 63,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => 32,
        0x400..=0x40F => 80,
        0x4C0 => 15,
        0x531..=0x556 => 48,
        _ => 0,
    };
    match letter {
        '\u{130}' => 'i',
        '\u{178}' => '\u{ff}',
        '\u{1e9e}' => '\u{df}',
        _ => char::from_u32(code + distance).unwrap_or(letter),
    }
}

/// True of a letter. Beyond ASCII the signs of Latin-1 are none; of further scripts this takes every sign for a letter, since
/// the standard library's tables weigh more than a page's tables of letters need.
pub(crate) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..='\u{1fff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_scripts_that_tables_come_in_have_the_small_letters_of_unicode() {
        let blocks = [
            0..=0x17F,
            0x18F..=0x18F,
            0x218..=0x21F,
            0x386..=0x3CE,
            0x400..=0x52F,
            0x531..=0x556,
            0x1E00..=0x1EFF,
        ];
        let letters = blocks.into_iter().flatten().filter_map(char::from_u32);
        // The small letter of this one has its dot apart, so that it would no longer be one letter.
        for letter in letters.filter(|letter| *letter != '\u{130}') {
            let unicode: Vec<char> = letter.to_lowercase().collect();
            assert_eq!(vec![lower_letter(letter)], unicode, "{letter}");
        }
        assert_eq!(lower("İZMİR, ẞ, ა"), "izmir, ß, ა");
    }
}
