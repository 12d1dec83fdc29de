//! Files that the reader saves, and tables that the reader pastes.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, HtmlElement};

/// Makes the browser save `text` as a file.
pub(crate) fn download(name: &str, media_type: &str, text: &str) {
    let made = document().create_element("a");
    let Ok(link) = made.map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    let address = format!(
        "data:{media_type};charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(text))
    );
    let set = link
        .set_attribute("download", name)
        .and_then(|()| link.set_attribute("href", &address));
    if set.is_ok() {
        link.click();
    }
}

/// Writes a table to the clipboard, as HTML and as text, then calls `done` with true if that went well.
pub(crate) fn copy(html: &str, text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(written) = write(html, text) else {
        return done(false);
    };
    spawn_local(async move { done(JsFuture::from(written).await.is_ok()) });
}

/// Starts writing; returns `None` where the page has no clipboard: only secure pages have one.
fn write(html: &str, text: &str) -> Option<js_sys::Promise> {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return None;
    }
    let item = js_sys::Object::new();
    for (media_type, text) in [("text/html", html), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = js_sys::Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        js_sys::Reflect::set(&item, &media_type.into(), &blob).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    Some(clipboard.write(&js_sys::Array::of1(&item)))
}
