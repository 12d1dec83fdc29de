//! Paths of values in a document.

use super::Warning;
use super::error::{Diagnostics, Message, ReadError};
use super::reader::quoted;
use std::fmt;
use std::marker::PhantomData;

/// A place in a document, as a chain of steps back to its root; its text is written only where a message needs it.
pub(crate) struct Path<'a, D> {
    parent: Option<&'a Path<'a, D>>,
    step: Step<'a>,
    diagnostics: PhantomData<D>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<D> Clone for Path<'_, D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Path<'_, D> {}

impl<D: Diagnostics> Path<'_, D> {
    pub(crate) const ROOT: Path<'static, D> = Path {
        parent: None,
        step: Step::Root,
        diagnostics: PhantomData,
    };

    pub(crate) fn key<'b>(&'b self, key: &'b str) -> Path<'b, D> {
        self.next(Step::Key(key))
    }

    pub(crate) fn index(&self, index: usize) -> Path<'_, D> {
        self.next(Step::Index(index))
    }

    fn next<'b>(&'b self, step: Step<'b>) -> Path<'b, D> {
        if !D::EXPLAINS {
            // Nobody sees the place, so that no name of a field is handed on for it.
            return Path::ROOT;
        }
        Path {
            parent: Some(self),
            step,
            diagnostics: PhantomData,
        }
    }

    pub(crate) fn error(&self, message: impl Message) -> ReadError<D> {
        D::error(|| self.to_string(), message)
    }

    pub(crate) fn warning(&self, message: impl Message) -> Warning {
        D::warning(|| self.to_string(), message)
    }
}

impl<D> fmt::Display for Path<'_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else {
            return Ok(());
        };
        parent.fmt(f)?;
        match self.step {
            Step::Root => Ok(()),
            Step::Key(key) if is_plain(key) => {
                if parent.parent.is_some() {
                    f.write_str(".")?;
                }
                f.write_str(key)
            }
            Step::Key(key) => write!(f, "[{}]", quoted(key)),
            Step::Index(index) => write!(f, "[{index}]"),
        }
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
    use crate::wire::Explain;

    #[test]
    fn a_path_is_written_as_javascript_would_reach_it() {
        let counts = Path::<Explain>::ROOT;
        let counts = counts.key("counts");
        let first = counts.index(0);
        let results = first.key("results");
        assert_eq!(
            results.key("tokayev").to_string(),
            "counts[0].results.tokayev"
        );
        assert_eq!(
            results.key("a b").to_string(),
            r#"counts[0].results["a b"]"#
        );
    }
}
