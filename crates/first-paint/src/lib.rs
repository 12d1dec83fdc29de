//! First-paint programs: each draws the first picture of a widget and can do nothing else.
//!
//! Each program in `src/bin` is one macro with the list of its widgets. They are a package apart from the interactive
//! bundles because they must not link leptos: wasm-bindgen exports every item that a dependency exports, and what is
//! exported is never dropped.
#![cfg(target_arch = "wasm32")]

/// Used by the macro.
#[doc(hidden)]
pub mod exports {
    pub use election_widgets::prerender;
    pub use lol_alloc::{AssumeSingleThreaded, LeakingAllocator};
    pub use wasm_bindgen::prelude::*;
}

/// Makes a first-paint program: `first_paint!((ResultsWidget, ()))`.
#[macro_export]
macro_rules! first_paint {
    ($widgets:ty) => {
        #[cfg(target_arch = "wasm32")]
        mod exports {
            use super::*;
            use $crate::exports::*;

            /// Never frees memory: a page drops the whole instance once its pictures are painted.
            #[global_allocator]
            #[expect(
                unsafe_code,
                reason = "an instance of a wasm without shared memory has one thread"
            )]
            static ALLOCATOR: AssumeSingleThreaded<LeakingAllocator> =
                unsafe { AssumeSingleThreaded::new(LeakingAllocator::new()) };

            /// Paints a widget ([`election_widgets::prerender::first_paint`]); aborts where that gives way.
            #[wasm_bindgen(js_name = call)]
            pub fn paint(request: &str) -> String {
                match prerender::first_paint::<$widgets>(request) {
                    Some(picture) => picture,
                    None => std::process::abort(),
                }
            }
        }

        fn main() {}
    };
}
