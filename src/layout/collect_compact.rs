//! Lists, made by one step of an iterator in a loop.

/// Collects the items of an iterator into a list.
///
/// `collect` is written for speed: it brings the iterator's step twice, with room reserved for what is to
/// come, for each kind of iterator again.
pub(super) trait CollectCompact: Iterator + Sized {
    fn collect_compact(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            push(&mut list, item);
        }
        list
    }
}

impl<I: Iterator> CollectCompact for I {}

#[inline(never)]
fn push<T>(list: &mut Vec<T>, item: T) {
    list.push(item);
}

/// The texts that there are, with `joint` between them.
pub(super) fn joined(texts: &[Option<String>], joint: &str) -> String {
    let mut all = String::new();
    for text in texts.iter().flatten() {
        all.push_str(if all.is_empty() { "" } else { joint });
        all.push_str(text);
    }
    all
}
