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
