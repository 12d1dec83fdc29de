//! The macro that makes a program for a list of widgets.

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
            #[wasm_bindgen(js_name = createHandle)]
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
            #[wasm_bindgen(js_name = validateDocument)]
            pub fn validate(tag: &str, data: Data) -> Result<JsValue, JsError> {
                $crate::validate::<$widgets>(tag, data)
            }
        }

        fn main() {}
    };
}
