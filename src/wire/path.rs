//! Where in a document something stands.

use super::DataError;
use super::error::Fault;
use super::reader::quoted;

/// A place in a document, as a chain of steps back to its root; it is spelt out only where an
/// error needs it.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    pub(crate) const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Root,
    };

    pub(crate) fn key<'b>(&'b self, key: &'b str) -> Path<'b> {
        Path {
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    pub(crate) fn error(&self, message: impl Into<String>) -> Fault {
        DataError::new(self.spelt(), message).into()
    }

    pub(crate) fn spelt(&self) -> String {
        let mut text = self.parent.map(Path::spelt).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(key) if is_plain(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Key(key) => {
                text.push('[');
                text.push_str(&quoted(key));
                text.push(']');
            }
            Step::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
        text
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_-$".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_spelt_as_javascript_would_reach_it() {
        let counts = Path::ROOT.key("counts");
        let first = counts.index(0);
        let results = first.key("results");
        assert_eq!(results.key("tokayev").spelt(), "counts[0].results.tokayev");
        assert_eq!(results.key("a b").spelt(), r#"counts[0].results["a b"]"#);
    }
}
