//! Texts that are read from the right, among ours, which are read from the left.

/// The characters that begin and end a text with a direction of its own.
const APART: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Returns true if a text may change the order of the text beside it: it has a right-to-left letter or a direction mark.
///
/// ```
/// use election_widgets::locale::has_rtl;
/// assert!(has_rtl("انتخابات"));
/// assert!(!has_rtl("Жас — −3 %"));
/// ```
pub fn has_rtl(text: &str) -> bool {
    // By bytes: decoding letters takes a program of its own. The blocks from Hebrew to Arabic, of Arabic's forms and of
    // old scripts, with some of their neighbours, and the marks.
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let turns = match byte {
            0xd6..=0xe0 | 0xef => true,
            0xe2 => match (bytes.next(), bytes.next()) {
                (Some(0x80), Some(last)) => matches!(last, 0x8e | 0x8f | 0xaa..=0xae),
                (Some(0x81), Some(last)) => matches!(last, 0xa6..=0xa9),
                _ => false,
            },
            0xf0 => bytes.next() != Some(0x9f),
            _ => false,
        };
        if turns {
            return true;
        }
    }
    false
}

/// Writes a text as it can stand in a sentence of ours: kept apart where it may turn the words around it.
pub(super) fn push_isolated(text: &str, out: &mut String) {
    let [begin, end] = if has_rtl(text) { APART } else { ["", ""] };
    out.push_str(begin);
    out.push_str(text);
    out.push_str(end);
}

#[cfg(test)]
mod tests {
    use super::has_rtl;

    #[test]
    fn what_is_read_from_the_right_may_turn_its_neighbours_and_nothing_else_does() {
        let right = [
            "א",
            "ع",
            "ܐ",
            "ހ",
            "ߊ",
            "ࢠ",
            "יִ",
            "ﷺ",
            "ﻼ",
            "\u{10900}",
            "𞤀",
        ];
        let marks = ["\u{200f}81", "\u{202e}x", "\u{2067}x"];
        for text in right.into_iter().chain(marks) {
            assert!(has_rtl(text), "{text:?}");
        }
        let left = [
            "Жас — 81 %",
            "the poll “lacked competitiveness”…",
            "Élysée",
            "−3 ≈ ½ €",
            "選挙",
            "საქართველო",
            "🗳",
        ];
        for text in left {
            assert!(!has_rtl(text), "{text:?}");
        }
    }
}
