//! The faults that a night can have.

/// A fault of the server, or of what lies between it and readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    None,
    Error,
    TooMany,
    Cut,
    Html,
    Slow,
    Old,
}

impl Fault {
    /// Every fault with its name in addresses, and what readers get then.
    pub(super) const ALL: [(Fault, &str, &str); 7] = [
        (Fault::None, "none", "each document as it is"),
        (Fault::Error, "500", "an error of the server"),
        (
            Fault::TooMany,
            "429",
            "too many requests, with Retry-After: 5",
        ),
        (Fault::Cut, "cut", "the first half of the document"),
        (Fault::Html, "html", "an HTML page with status 200"),
        (Fault::Slow, "slow", "the document, too late"),
        (Fault::Old, "old", "the document before the newest"),
    ];

    /// The fault with this name.
    ///
    /// # Errors
    /// The names that there are.
    pub(super) fn named(name: &str) -> Result<Fault, String> {
        let mut all = Fault::ALL.into_iter();
        let found = all.find(|(_, known, _)| *known == name);
        found.map(|(fault, ..)| fault).ok_or_else(|| {
            let names = Fault::ALL.map(|(_, name, _)| name).join(", ");
            format!("fault: expected one of {names}")
        })
    }
}
