//! Where in a document something stands, for a sketch, which never tells.

use super::DataError;
use super::error::Fault;
use std::marker::PhantomData;

/// A place in a document that nobody is told of.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a>(PhantomData<&'a str>);

impl<'a> Path<'a> {
    pub(crate) const ROOT: Path<'static> = Path(PhantomData);

    pub(crate) fn key<'b>(&'b self, _: &'b str) -> Path<'b> {
        Path(PhantomData)
    }

    pub(crate) fn index(&self, _: usize) -> Path<'_> {
        Path(PhantomData)
    }

    pub(crate) fn error(&self, message: impl Into<String>) -> Fault {
        DataError::new("", message).into()
    }

    pub(crate) fn spelt(&self) -> String {
        String::new()
    }
}
