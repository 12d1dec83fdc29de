//! Sorting, once for all that is sorted: each type that the standard library sorts brings the whole of its
//! sort into the programs again.

use std::cmp::Ordering;

/// The places from 0 to `count`, sorted by what stands in them; those that compare equal stay as they stood.
pub(crate) fn places_in_order(
    count: usize,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places = Vec::new();
    for place in 0..count {
        places.push(place);
    }
    places.sort_by(|one, other| compare(*one, *other));
    places
}
