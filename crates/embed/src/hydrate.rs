//! Mounting a view: over a prerendered picture if it is the same, else in its place.

use election_widgets::prerender::{HYDRATION_KEY, hydration_key, inputs_digest};
use election_widgets::widget::Widget;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// The inputs of a prerendered picture.
pub(super) struct PrerenderedFrom<'a> {
    /// The language of the reader.
    pub(super) language: &'a str,
    /// The element's attributes, as they hold now.
    pub(super) attribute: &'a dyn Fn(&str) -> Option<String>,
    /// The texts of its document and of its area file, with a NUL between them.
    pub(super) texts: &'a str,
}

/// The prerendered picture in a root.
pub(super) fn prerendered(root: &ShadowRoot) -> Option<Element> {
    let selector = format!("[{HYDRATION_KEY}]");
    root.query_selector(&selector).ok().flatten()
}

impl PrerenderedFrom<'_> {
    /// Returns true if the bundle would draw exactly this picture.
    fn gives<W: Widget>(&self, picture: &Element) -> bool {
        let texts: Vec<&str> = self.texts.split('\0').collect();
        let digest = inputs_digest::<W>(self.language, self.attribute, &texts);
        let elements = picture
            .query_selector_all("*")
            .map_or(0, |all| all.length());
        let key = hydration_key(digest, usize::try_from(elements).unwrap_or_default());
        picture.get_attribute(HYDRATION_KEY).as_deref() == Some(&key)
    }
}

/// Mounts a view in a root, in one task. Returns a guard that unmounts the view on drop, and true if the picture in
/// the root was hydrated.
pub(super) fn mount<W: Widget, V: IntoView + 'static>(
    root: ShadowRoot,
    from: Option<PrerenderedFrom<'_>>,
    view: impl FnOnce() -> V + 'static,
) -> (Box<dyn Any>, bool) {
    let picture = prerendered(&root);
    let is_same = |picture: &&Element| from.is_some_and(|from| from.gives::<W>(picture));
    if let Some(picture) = picture.as_ref().filter(is_same) {
        // Removing an attribute never fails.
        let _ = picture.remove_attribute(HYDRATION_KEY);
        let hydrated = match picture.previous_element_sibling() {
            Some(before) => hydrate(before, Position::NextChild, view),
            // A first paint stands alone in its root.
            None => hydrate(root.unchecked_into(), Position::FirstChild, view),
        };
        return (Box::new(hydrated), true);
    }
    let mounted = mount_to(root.unchecked_into(), view);
    if let Some(picture) = picture {
        picture.remove();
    }
    (Box::new(mounted), false)
}

/// A view over nodes that were there before it.
struct HydratedView<S: Mountable> {
    state: S,
    owner: Owner,
}

impl<S: Mountable> Drop for HydratedView<S> {
    fn drop(&mut self) {
        self.state.unmount();
        self.owner.cleanup();
    }
}

/// Hydrates the element at this position relative to `from`.
fn hydrate<V: IntoView + 'static>(
    from: Element,
    position: Position,
    view: impl FnOnce() -> V,
) -> impl Any {
    let owner = Owner::new();
    let state = owner.with(|| {
        let cursor = Cursor::new(from);
        let position = PositionState::new(position);
        view().into_view().hydrate::<true>(&cursor, &position)
    });
    HydratedView { state, owner }
}
