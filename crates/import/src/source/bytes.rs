//! Bytes that are read from anywhere.

use std::io::{self, Read};

/// A reader of one type for every source. A page would load the code of `Read` again for each type.
pub(crate) struct Bytes<'s>(Box<ReadInto<'s>>);

/// Function that reads into a piece of memory.
type ReadInto<'s> = dyn FnMut(&mut [u8]) -> io::Result<usize> + 's;

impl<'s> Bytes<'s> {
    /// The bytes of a reader.
    pub(crate) fn of(mut reader: impl Read + 's) -> Bytes<'s> {
        Bytes(Box::new(move |room| reader.read(room)))
    }
}

impl Read for Bytes<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        (self.0)(room)
    }
}
