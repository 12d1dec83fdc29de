//! Files to keep and tables to paste.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, HtmlElement};

/// Has the browser save `text` as a file.
pub fn download(name: &str, kind: &str, text: &str) {
    let made = leptos::prelude::document().create_element("a");
    let Ok(link) = made.map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    let address = format!(
        "data:{kind};charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(text))
    );
    let set = link
        .set_attribute("download", name)
        .and_then(|()| link.set_attribute("href", &address));
    if set.is_ok() {
        link.click();
    }
}

/// Puts a table into the clipboard, as HTML and as text; `done` is told whether it went well.
pub fn copy(html: &str, text: &str, done: impl Fn(bool) + Clone + 'static) {
    let Some(written) = write(html, text) else {
        return done(false);
    };
    let failed = done.clone();
    let well = Closure::once(move |_: JsValue| done(true));
    let badly = Closure::once(move |_: JsValue| failed(false));
    let _ = written.then2(&well, &badly);
    // Each is called at most once, and then gone.
    well.forget();
    badly.forget();
}

/// Nothing where the page has no clipboard: it is there on secure pages alone.
fn write(html: &str, text: &str) -> Option<js_sys::Promise> {
    let navigator = leptos::prelude::window().navigator();
    let clipboard = navigator.clipboard();
    if clipboard.is_undefined() {
        return None;
    }
    let item = js_sys::Object::new();
    for (kind, text) in [("text/html", html), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        js_sys::Reflect::set(&item, &kind.into(), &blob).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    Some(clipboard.write(&js_sys::Array::of1(&item)))
}
