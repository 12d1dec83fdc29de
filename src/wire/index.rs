//! The ids of a document's parts, for those that call them by them.

/// Ids with their places, sorted for look-up: a results map names every option once a count.
///
/// They are sorted by length first. That is quicker than by letters, and ids that count (`m1`, `m2`) stand so already.
#[derive(Default)]
pub(crate) struct Index {
    /// All ids, one after the other.
    text: String,
    /// The start and the end of each id in the text, and the id's index in the document.
    sorted: Vec<(usize, usize, usize)>,
}

impl Index {
    /// The index of `ids`, or the place of the first id that stands twice.
    pub(crate) fn new<'a>(ids: impl Iterator<Item = &'a str>) -> Result<Index, usize> {
        Index::of(&mut ids.enumerate())
    }

    /// The index of ids, each with its place, or the place of the first id that stands twice.
    pub(crate) fn of(ids: &mut dyn Iterator<Item = (usize, &str)>) -> Result<Index, usize> {
        /// More ids than this out of order are sorted with all others.
        const FEW: usize = 16;
        let (mut text, mut sorted, mut astray) = (String::new(), Vec::new(), Vec::new());
        for (place, id) in ids {
            let begin = text.len();
            text.push_str(id);
            let entry = (begin, text.len(), place);
            match sorted.last() {
                Some(last) if order(&text, last) > order(&text, &entry) => astray.push(entry),
                _ => sorted.push(entry),
            }
        }
        if astray.len() > FEW {
            sorted.append(&mut astray);
            sorted.sort_unstable_by(|one, other| order(&text, one).cmp(&order(&text, other)));
        }
        for entry in astray {
            let at = sorted.partition_point(|known| order(&text, known) < order(&text, &entry));
            sorted.insert(at, entry);
        }
        let next = sorted.iter().skip(1);
        let twice = sorted
            .iter()
            .zip(next)
            .filter(|(one, next)| part(&text, one) == part(&text, next))
            .map(|(_, next)| next.2)
            .min();
        twice.map_or(Ok(Index { text, sorted }), Err)
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let order = |entry: &(usize, usize, usize)| {
            let known = part(&self.text, entry);
            (known.len(), known).cmp(&(id.len(), id))
        };
        let at = self.sorted.binary_search_by(order).ok()?;
        self.sorted.get(at).map(|(.., place)| *place)
    }

    pub(crate) fn len(&self) -> usize {
        self.sorted.len()
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(|entry| part(&self.text, entry))
    }
}

/// By length, by letters, by place.
fn order<'a>(text: &'a str, entry: &(usize, usize, usize)) -> (usize, &'a str, usize) {
    let id = part(text, entry);
    (id.len(), id, entry.2)
}

fn part<'a>(text: &'a str, (begin, end, _): &(usize, usize, usize)) -> &'a str {
    text.get(*begin..*end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_stands_twice_is_found_at_its_second_place() {
        assert_eq!(Index::new(["b", "a", "b", "a"].into_iter()).err(), Some(2));
        let index = Index::new(["b", "a"].into_iter()).unwrap_or_default();
        assert_eq!((index.find("a"), index.find("c")), (Some(1), None));
    }

    #[test]
    fn ids_are_found_in_whatever_order_they_stand() {
        for step in [1, 7, 99] {
            let ids: Vec<String> = (0..100).map(|n| format!("m{}", n * step % 100)).collect();
            let some = ids.iter().map(String::as_str).chain(["total"]);
            let index = Index::new(some).unwrap_or_default();
            assert_eq!((index.len(), index.find("total")), (101, Some(100)));
            for (place, id) in ids.iter().enumerate() {
                assert_eq!(index.find(id), Some(place), "{id} in steps of {step}");
            }
        }
    }
}
