//! Errors and warnings about a document, with their paths.

use serde::Serialize;
use std::convert::Infallible;
use std::fmt;

/// Why a document can't be shown: the place in it and what was expected there.
///
/// ```
/// use election_widgets::wire::DataError;
/// let error = DataError::new("counts[0].status", "expected a status, found 7");
/// assert_eq!(error.to_string(), "counts[0].status: expected a status, found 7");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataError {
    /// The place: `counts[0].results.tokayev.percent`, empty for the whole document.
    pub path: String,
    /// The description of the error.
    pub message: String,
}

/// A rule for what the reader does with errors and warnings.
///
/// [`Explain`] reports them. [`Abort`] is for first-paint programs, which have nobody to report to and must be
/// small: the text of every message is left out when such a program is linked.
pub trait Diagnostics: 'static {
    /// How an error travels inside the reader.
    type Error: Into<DataError>;

    /// False where nobody sees the messages: the reader may then leave out checks whose only result is a better one.
    const EXPLAINS: bool;

    /// The error at a place.
    fn error(path: impl FnOnce() -> String, message: impl Message) -> Self::Error;

    /// The warning at a place.
    fn warning(path: impl FnOnce() -> String, message: impl Message) -> Warning;
}

/// Reports every error and warning with its place.
#[derive(Clone, Copy, Debug)]
pub enum Explain {}

/// Aborts the program at the first error or warning.
#[derive(Clone, Copy, Debug)]
pub enum Abort {}

/// The error type of the reader under a rule.
pub(crate) type ReadError<D> = <D as Diagnostics>::Error;

impl Diagnostics for Explain {
    // A pointer wide, since every step of the reader hands it on.
    type Error = Box<DataError>;

    const EXPLAINS: bool = true;

    fn error(path: impl FnOnce() -> String, message: impl Message) -> Box<DataError> {
        boxed(path(), message.text())
    }

    fn warning(path: impl FnOnce() -> String, message: impl Message) -> Warning {
        Warning::new(path(), message.text())
    }
}

// Not inlined: each of a hundred messages would bring the code of it.
#[inline(never)]
fn boxed(path: String, message: String) -> Box<DataError> {
    Box::new(DataError { path, message })
}

impl Diagnostics for Abort {
    type Error = Infallible;

    const EXPLAINS: bool = false;

    fn error(_: impl FnOnce() -> String, _: impl Message) -> Infallible {
        std::process::abort()
    }

    fn warning(_: impl FnOnce() -> String, _: impl Message) -> Warning {
        std::process::abort()
    }
}

/// The text of an error or a warning, or a function that writes it when it is needed.
pub trait Message {
    /// Returns the text of the message.
    fn text(self) -> String;
}

impl Message for &str {
    fn text(self) -> String {
        self.to_owned()
    }
}

impl<F: FnOnce() -> String> Message for F {
    fn text(self) -> String {
        self()
    }
}

/// A [`Message`] that is formatted only when it is needed.
macro_rules! message {
    ($($said:tt)*) => {
        || format!($($said)*)
    };
}

pub(crate) use message;

impl DataError {
    /// An error at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> DataError {
        DataError {
            path: path.into(),
            message: message.into(),
        }
    }

    /// The same error of a file that the document names under `field`.
    pub(crate) fn below(self, field: &str) -> DataError {
        let path = if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{field}.{}", self.path)
        };
        DataError { path, ..self }
    }
}

impl From<Box<DataError>> for DataError {
    fn from(error: Box<DataError>) -> DataError {
        *error
    }
}

impl From<Infallible> for DataError {
    fn from(error: Infallible) -> DataError {
        match error {}
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for DataError {}

/// A warning about a document that is shown unchanged all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The place, as in [`DataError::path`].
    pub path: String,
    /// The description of the oddity.
    pub message: String,
}

impl Warning {
    /// A warning of what is at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Warning {
        Warning {
            path: path.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}
