//! The parts of choices that all widgets share.

use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::Locale;

/// More items than this can be searched.
pub(super) const MOST_UNSEARCHED: usize = 12;

/// Longer lists carry what an item opens to only once it is opened; shorter ones carry it from the
/// start, for pages without script.
pub(super) const MOST_CARRIED: usize = 60;

/// A group from which the reader chooses one entry, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<A> {
    /// The entry that is chosen.
    pub label: String,
    /// The entries of the choice.
    pub picks: Vec<Pick<A>>,
}

impl<A> Choice<A> {
    /// A choice whose picks are words; `pressed` is the item of the pressed one.
    pub(super) fn of_words<T: Clone + PartialEq>(
        label: &str,
        words: &[(T, &str)],
        locale: &Locale,
        pressed: &T,
        action: impl Fn(T) -> A,
    ) -> Choice<A> {
        let pick = |(item, word): &(T, &str)| Pick {
            label: locale.word(word).to_owned(),
            pressed: item == pressed,
            action: action(item.clone()),
        };
        Choice {
            label: locale.word(label).to_owned(),
            picks: words.iter().map(pick).collect_compact(),
        }
    }
}

/// A choice of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick<A> {
    /// The text of the button.
    pub label: String,
    /// The action of the button.
    pub action: A,
    /// True if the entry is on show.
    pub pressed: bool,
}

/// The search among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// The label of the field.
    pub label: String,
    /// How many were found, once something is looked for.
    pub found: Option<String>,
}

impl Find {
    /// The search among `all` items, of which `found` hold what is looked for; `None` if all are in
    /// viewport at once.
    pub(super) fn new(all: usize, found: Option<usize>, locale: &Locale) -> Option<Find> {
        let whole = |number| locale.whole(count(number));
        (all > MOST_UNSEARCHED).then(|| Find {
            label: locale.word("find").to_owned(),
            found: found.map(|found| {
                locale.fill("find.found", &[("n", &whole(found)), ("all", &whole(all))])
            }),
        })
    }
}

/// Returns true if a text contains the searched letters. [`Locale::letters`] gives both.
pub(super) fn holds(letters: &[u32], wanted: &[u32]) -> bool {
    wanted.is_empty() || letters.windows(wanted.len()).any(|part| part == wanted)
}

/// A number of items, as words and plurals take it.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Puts an item among those that are held, or takes it out; one that is there stays in its place.
pub(super) fn hold<T: PartialEq>(items: &mut Vec<T>, item: T, held: bool) {
    match items.iter().position(|known| *known == item) {
        Some(place) if !held => {
            items.remove(place);
        }
        None if held => items.push(item),
        _ => {}
    }
}
