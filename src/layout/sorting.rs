//! Sorting, once for all that is sorted: each type that the standard library sorts brings the whole
//! of its sort into the embed again.

use std::cmp::Ordering;

/// The items in order; those that compare equal stay as they stood.
pub(super) fn sorted<T: Clone>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let at = |place: usize| items.get(place);
    let places = places_in_order(items.len(), &|one, other| match (at(one), at(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    places.into_iter().filter_map(at).cloned().collect()
}

fn places_in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}
