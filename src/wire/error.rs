//! What is wrong with a document, and where.

use std::fmt;

/// Why a document can't be shown: the place in it and what was expected there.
///
/// ```
/// use election_widgets::wire::DataError;
/// let error = DataError::new("counts[0].status", "expected a status, found 7");
/// assert_eq!(error.to_string(), "counts[0].status: expected a status, found 7");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(all(target_arch = "wasm32", feature = "csr"), derive(serde::Serialize))]
pub struct DataError {
    /// The place: `counts[0].results.tokayev.percent`, empty for the whole document.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

/// How errors travel inside the reader: a pointer wide, since every step of it hands them on.
#[cfg(not(feature = "sketch"))]
pub(crate) type Fault = Box<DataError>;

/// An error ends a sketch, and travels nowhere.
#[cfg(feature = "sketch")]
pub(crate) type Fault = std::convert::Infallible;

/// What an error or a warning says; nothing in a sketch, which is ended by either.
macro_rules! message {
    ($($said:tt)*) => {
        if cfg!(feature = "sketch") {
            String::new()
        } else {
            format!($($said)*)
        }
    };
}

pub(crate) use message;

impl DataError {
    /// An error at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> DataError {
        if cfg!(feature = "sketch") {
            std::process::abort();
        }
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

impl From<Fault> for DataError {
    #[cfg(not(feature = "sketch"))]
    fn from(fault: Fault) -> DataError {
        *fault
    }

    #[cfg(feature = "sketch")]
    fn from(fault: Fault) -> DataError {
        match fault {}
    }
}

#[cfg(feature = "sketch")]
impl From<DataError> for Fault {
    fn from(_: DataError) -> Fault {
        std::process::abort()
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

/// What looks wrong in a document that can be shown all the same: it is shown as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(all(target_arch = "wasm32", feature = "csr"), derive(serde::Serialize))]
pub struct Warning {
    /// The place, as in [`DataError::path`].
    pub path: String,
    /// What looks wrong there.
    pub message: String,
}

impl Warning {
    /// A warning of what is at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Warning {
        if cfg!(feature = "sketch") {
            std::process::abort();
        }
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
