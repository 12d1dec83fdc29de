//! The orders that lists stand in.

use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Decimal, Interval, places_in_order};
use std::cmp::Ordering;

/// The items in order; those that compare equal stay as they stood.
pub(super) fn sorted<T: Clone>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let at = |place: usize| items.get(place);
    let places = places_in_order(items.len(), &|one, other| match (at(one), at(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    places.into_iter().filter_map(at).cloned().collect_compact()
}

/// The items in the order that `letters` puts them in: names as [`crate::locale::Locale::letters`]
/// has them.
pub(super) fn sort_by_name<T: Clone, K: Clone + Ord>(
    items: &[T],
    letters: impl Fn(&T) -> K,
) -> Vec<T> {
    let named: Vec<(K, T)> = items
        .iter()
        .map(|item| (letters(item), item.clone()))
        .collect_compact();
    let named = sorted(&named, &|(one, _), (other, _)| one.cmp(other));
    named.into_iter().map(|(_, item)| item).collect_compact()
}

/// By lower bound, then by upper bound, the higher first.
pub(super) fn higher_first(one: Interval, other: Interval) -> Ordering {
    let low = |interval: Interval| (interval.low.unwrap_or(Decimal::ZERO), interval.above_low);
    low(other)
        .cmp(&low(one))
        .then_with(|| match (one.high, other.high) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => other.cmp(&one),
        })
}
