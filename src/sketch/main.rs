//! The sketch: a binary over the library's public API that draws a widget's first picture, and no more.
//! `election-widgets-first-paint.js` puts it on the page; the embed takes it over when a reader touches it.
//!
//! What is out of the ordinary in a document ends it (`unreachable` in its wasm). Then the embed reads the
//! document, and says what is wrong with it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use lol_alloc::{AssumeSingleThreaded, LeakingAllocator};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Nothing is given back: a page drops the whole instance when its pictures are drawn. So nothing is
    /// spent on giving back.
    #[global_allocator]
    #[expect(
        unsafe_code,
        reason = "an instance of a wasm without shared memory has one thread"
    )]
    static ALLOCATOR: AssumeSingleThreaded<LeakingAllocator> =
        unsafe { AssumeSingleThreaded::new(LeakingAllocator::new()) };

    /// Draws what is asked ([`election_widgets::prerender::sketch`]).
    #[wasm_bindgen]
    pub fn sketch(asked: &str) -> String {
        election_widgets::prerender::sketch(asked)
    }
}

fn main() {}
