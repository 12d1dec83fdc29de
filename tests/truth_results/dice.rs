//! The choices that a document is made from.

/// A list of numbers, each of which decides one choice. Zero is the plainest, and so is whatever is past
/// the end: proptest shrinks a list towards few and small numbers, and the document with it.
pub struct Dice {
    tape: Vec<u16>,
    at: usize,
}

impl Dice {
    pub fn new(tape: Vec<u16>) -> Dice {
        Dice { tape, at: 0 }
    }

    /// A number below `many`.
    pub fn below(&mut self, many: u32) -> u32 {
        let found = self.tape.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        u32::from(found) % many.max(1)
    }

    /// True about once in `many` times.
    pub fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == many - 1
    }

    /// One of these; the first is the plainest.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(u32::try_from(from.len()).unwrap_or(1)) as usize]
    }
}
