//! The limits of a page. Within them a page is read in time and memory that grow with its length alone.

/// Elements that may be open inside each other. Browsers nest no deeper either.
pub const MAX_DEPTH: usize = 512;
/// Attributes of one element.
pub const MAX_ATTRIBUTES: usize = 1_000;
/// Elements and comments of one page, with those that the parser makes up.
pub const MAX_NODES: usize = 1_000_000;

/// The limit that a page exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exceeded {
    Depth,
    Attributes,
    Nodes,
}

impl Exceeded {
    /// The message about it.
    pub(super) fn message(self) -> String {
        match self {
            Exceeded::Depth => format!(
                "more than {MAX_DEPTH} elements are open inside each other (look for a tag that is not closed)"
            ),
            Exceeded::Attributes => format!(
                "an element with more than {MAX_ATTRIBUTES} attributes (look for a quotation mark that is missing)"
            ),
            Exceeded::Nodes => {
                format!("the page has more than {MAX_NODES} elements (split it into several pages)")
            }
        }
    }
}
