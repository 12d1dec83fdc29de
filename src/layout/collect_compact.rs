//! Lists, made by one step of an iterator in a loop.

/// What an iterator gives, as a list.
///
/// `collect` is written for speed: it brings the iterator's step twice, with room reserved for what is to
/// come, for each kind of iterator again.
pub(super) trait CollectCompact: Iterator + Sized {
    fn collect_compact(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> CollectCompact for I {}

/// The texts that there are, with `joint` between them; `None` if there are none.
pub(super) fn joined<const N: usize>(texts: [Option<String>; N], joint: &str) -> Option<String> {
    let texts: Vec<String> = texts.into_iter().flatten().collect_compact();
    (!texts.is_empty()).then(|| texts.join(joint))
}
