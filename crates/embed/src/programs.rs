//! The macros that make a program for a list of widgets.

/// Makes the program of an interactive bundle: `interactive!((ResultsWidget, ()))`.
#[macro_export]
macro_rules! interactive {
    ($widgets:ty) => {
        #[cfg(target_arch = "wasm32")]
        mod exports {
            use super::*;
            use $crate::exports::*;
            use $crate::{Data, Handle};

            /// Makes a widget for `host`, with nothing shown yet.
            ///
            /// `attach` returns the shadow root, which it attaches at its first call: an element without a good
            /// document keeps its fallback. `painted` says that `widget-ready` was fired for a first paint.
            ///
            /// # Errors
            /// No widget of this bundle has that tag.
            #[wasm_bindgen]
            pub fn create(
                tag: &str,
                host: HtmlElement,
                attach: Function,
                painted: bool,
            ) -> Result<Handle, JsError> {
                Handle::new::<$widgets>(tag, host, attach, painted)
            }

            /// Checks a document without showing it: `{errors: [{path, message}], warnings: [...]}`.
            ///
            /// # Errors
            /// No widget of this bundle has that tag.
            #[wasm_bindgen]
            pub fn validate(tag: &str, data: Data) -> Result<JsValue, JsError> {
                $crate::validate::<$widgets>(tag, data)
            }
        }

        fn main() {}
    };
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
            #[wasm_bindgen]
            pub fn paint(request: &str) -> String {
                match election_widgets::prerender::first_paint::<$widgets>(request) {
                    Some(picture) => picture,
                    None => std::process::abort(),
                }
            }
        }

        fn main() {}
    };
}
