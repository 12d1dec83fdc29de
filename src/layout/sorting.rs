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
    in_places(items, places)
}

/// The items in the order that `letters` puts them in: names as [`crate::locale::Locale::letters`]
/// has them.
pub(super) fn sort_by_name<T: Clone, K: Ord>(items: &[T], letters: impl Fn(&T) -> K) -> Vec<T> {
    let names: Vec<K> = items.iter().map(letters).collect_compact();
    let places = places_in_order(items.len(), &|one, other| {
        names.get(one).cmp(&names.get(other))
    });
    in_places(items, places)
}

fn in_places<T: Clone>(items: &[T], places: Vec<usize>) -> Vec<T> {
    let at = |place| items.get(place);
    places.into_iter().filter_map(at).cloned().collect_compact()
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
