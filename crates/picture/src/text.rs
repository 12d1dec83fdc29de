//! Text that is broken into lines, and shortened where it must be.

use crate::font::{Ruler, Weight};

/// The sign of what is left out.
const ELLIPSIS: char = '…';

/// Letters of one size and strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Letters {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

impl Letters {
    pub(crate) fn regular(size: f64) -> Letters {
        let weight = Weight::Regular;
        Letters { size, weight }
    }

    pub(crate) fn strong(size: f64) -> Letters {
        let weight = Weight::Strong;
        Letters { size, weight }
    }

    pub(crate) fn width(self, ruler: &Ruler<'_>, text: &str) -> f64 {
        ruler.width(text, self.size, self.weight)
    }

    /// The text in lines of at most `width`. It is broken at spaces, and in words that are longer than a line.
    pub(crate) fn wrap(self, ruler: &Ruler<'_>, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in cleaned(text).split(' ').filter(|word| !word.is_empty()) {
            let longer = match line.is_empty() {
                true => word.to_owned(),
                false => format!("{line} {word}"),
            };
            if self.width(ruler, &longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = self.broken(ruler, word, width, &mut lines);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Breaks a word into full lines; returns what is left of it.
    fn broken(self, ruler: &Ruler<'_>, word: &str, width: f64, lines: &mut Vec<String>) -> String {
        let mut part = String::new();
        for letter in word.chars() {
            part.push(letter);
            if self.width(ruler, &part) > width && part.chars().count() > 1 {
                part.pop();
                lines.push(std::mem::take(&mut part));
                part.push(letter);
            }
        }
        part
    }

    /// The text in at most `most` lines; true if it had to be shortened.
    pub(crate) fn within(
        self,
        ruler: &Ruler<'_>,
        text: &str,
        width: f64,
        most: usize,
    ) -> (Vec<String>, bool) {
        let mut lines = self.wrap(ruler, text, width);
        if lines.len() <= most {
            return (lines, false);
        }
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            self.cut(ruler, last, width);
        }
        (lines, true)
    }

    /// Ends a line with an ellipsis.
    fn cut(self, ruler: &Ruler<'_>, line: &mut String, width: f64) {
        let room = width - self.width(ruler, &ELLIPSIS.to_string());
        while !line.is_empty() && self.width(ruler, line) > room {
            line.pop();
        }
        let kept = line
            .trim_end_matches([' ', ',', ';', ':', '.', '-', '–', '('])
            .len();
        line.truncate(kept);
        line.push(ELLIPSIS);
    }
}

/// The text without what has no shape: line breaks, marks of direction.
pub(crate) fn cleaned(text: &str) -> String {
    let shapeless = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}');
    text.chars()
        .filter(|c| !shapeless(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
