//! What a reader can choose, whatever the widget.

/// A group of which the reader picks one, or some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<A> {
    /// What is chosen.
    pub label: String,
    /// What there is to choose from.
    pub picks: Vec<Pick<A>>,
}

/// A choice of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick<A> {
    /// Its label.
    pub label: String,
    /// What it does.
    pub action: A,
    /// Whether it is on show.
    pub pressed: bool,
}

/// The search among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What the field asks for.
    pub label: String,
    /// How many were found, once something is looked for.
    pub found: Option<String>,
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
