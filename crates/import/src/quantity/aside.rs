//! The rest of a cell behind its figure: marks of notes, changes since another count, second figures.

use super::magnitude::zeros;
use super::{Decimals, read};
use crate::lower::{is_letter, lower};

/// A part of a cell that is no part of its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The part as it is written: `*`, `[a]`, `(+2.1)`.
    pub text: String,
    /// The reason why the figure does not have it.
    pub kind: Kind,
}

/// The kind of a part behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The mark of a note, such as `*`, `¹` or `[a]`.
    Note,
    /// A small number in brackets: the mark of a note, or a second figure.
    NoteOrFigure,
    /// A change, such as `(+2.1)` or `▲`.
    Change,
    /// A second figure, such as `(60 %)`.
    Figure,
}

impl Aside {
    /// The reason for the report.
    pub fn why(&self) -> &'static str {
        match self.kind {
            Kind::Note => "the mark of a note",
            Kind::NoteOrFigure => {
                "the mark of a note or a second figure, which one cell can't have"
            }
            Kind::Change => {
                "a change, which needs a column of its own (change.percent, change.votes)"
            }
            Kind::Figure => "a second figure, which needs a column of its own",
        }
    }
}

/// Most parts behind one figure.
const MOST: usize = 4;

/// Signs of a change. A plus before digits is one too.
const ARROWS: [char; 6] = ['▲', '▼', '△', '▽', '↑', '↓'];

/// The text without the parts behind its figure, and these parts in their order.
pub(super) fn split(text: &str, decimals: Decimals) -> (&str, Vec<Aside>) {
    let mut rest = text;
    let mut asides = Vec::new();
    while asides.len() < MOST {
        let cut = marks(rest)
            .or_else(|| bracket(rest, decimals))
            .or_else(|| numbered(rest))
            .or_else(|| change(rest));
        let Some((before, kind)) = cut.filter(|(before, _)| !before.trim().is_empty()) else {
            break;
        };
        let text = rest.get(before.len()..).unwrap_or_default();
        asides.insert(
            0,
            Aside {
                text: text.trim().to_owned(),
                kind,
            },
        );
        rest = before.trim_end();
    }
    (rest, asides)
}

/// True of a number with a second one behind a space and a minus: `1.5 -2.1` is a range to one reader, and a figure with its
/// change to another.
pub(super) fn may_be_change(text: &str) -> bool {
    let mut minus = text.match_indices(['-', '\u{2212}', '–']);
    minus.any(|(at, sign)| {
        let (before, behind) = text.split_at(at);
        let behind = behind.get(sign.len()..).unwrap_or_default();
        let number = before.trim_end();
        number.len() < before.len()
            && number.ends_with(|letter: char| letter.is_ascii_digit() || letter == '%')
            && behind.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

fn is_mark(letter: char) -> bool {
    // Superscript digits and letters, as tables have them.
    matches!(letter, '*' | '†' | '‡' | '§' | '¶' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | 'ᵃ'..='ᵍ')
}

fn marks(text: &str) -> Option<(&str, Kind)> {
    let before = text.trim_end_matches(is_mark);
    (before.len() < text.len()).then_some((before, Kind::Note))
}

/// A bracket at the end that holds a mark, a change or a second figure. Words in it may belong to the figure.
fn bracket(text: &str, decimals: Decimals) -> Option<(&str, Kind)> {
    let is_round = text.ends_with(')');
    let open = if is_round { '(' } else { '[' };
    let inner = text.strip_suffix(if is_round { ')' } else { ']' })?;
    let (before, inner) = inner.rsplit_once(open)?;
    Some((before, kind(inner.trim(), is_round, decimals)?))
}

fn kind(inner: &str, is_round: bool, decimals: Decimals) -> Option<Kind> {
    if is_note(inner) {
        let is_number = is_round && inner.starts_with(|letter: char| letter.is_ascii_digit());
        return Some(if is_number {
            Kind::NoteOrFigure
        } else {
            Kind::Note
        });
    }
    let signed = inner
        .strip_prefix(ARROWS)
        .or(inner.strip_prefix(['+', '-', '\u{2212}', '–']));
    match signed.map(str::trim_start) {
        Some(rest) => (rest.is_empty() || begins_with_number(rest)).then_some(Kind::Change),
        // "(±2)" may be an error of measurement.
        None if inner.starts_with('±') => {
            let is_none = !inner.contains(|letter: char| ('1'..='9').contains(&letter));
            is_none.then_some(Kind::Change)
        }
        // "1.2 (000)" has a factor in its brackets.
        None => {
            let is_figure = inner != "000"
                && inner.ends_with(|letter: char| letter.is_ascii_digit() || letter == '%')
                && read(inner, decimals).is_some();
            is_figure.then_some(Kind::Figure)
        }
    }
}

/// True of the mark of a note within brackets: at most two digits, a letter, or signs.
fn is_note(inner: &str) -> bool {
    let mut letters = inner.chars();
    let one = letters.next().filter(|_| letters.next().is_none());
    let is_number = inner.len() <= 2 && inner.bytes().all(|byte| byte.is_ascii_digit());
    // "1.2 (m)" has a factor in its brackets.
    let is_letter = one.is_some_and(|letter| is_letter(letter) && zeros(&lower(inner)) == 0);
    !inner.is_empty() && (is_number || is_letter || inner.chars().all(is_mark))
}

/// A mark such as `1)` behind a space.
fn numbered(text: &str) -> Option<(&str, Kind)> {
    let inner = text.strip_suffix(')')?;
    let (before, mark) = inner.rsplit_once([' ', '\u{a0}'])?;
    (is_note(mark) && !text.contains('(')).then_some((before, Kind::Note))
}

/// A change behind a figure without brackets: `60.0 +2.1`, `60.0 ▲2.1`.
fn change(text: &str) -> Option<(&str, Kind)> {
    let at = text.rfind(ARROWS).or_else(|| text.rfind(" +"))?;
    let (before, change) = text.split_at_checked(at)?;
    let is_arrow = change.starts_with(ARROWS);
    let rest = change
        .trim_start()
        .strip_prefix(ARROWS)
        .or(change.trim_start().strip_prefix('+'))?;
    let fits = begins_with_number(rest.trim_start()) || is_arrow && rest.trim().is_empty();
    fits.then_some((before, Kind::Change))
}

fn begins_with_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.')
}
