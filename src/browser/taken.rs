//! Pictures on a page: new ones, and those that the page carried and that are taken over.

use crate::prerender::stamp;
use crate::widget::Widget;
use any_spawner::Executor;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// What a picture that the page carries was made from.
pub(super) struct Carried<'a> {
    /// The reader's language.
    pub(super) language: &'a str,
    /// The element's attributes, as they hold now.
    pub(super) attribute: &'a dyn Fn(&str) -> Option<String>,
    /// The texts of its document and of the file beside it, with a NUL between them.
    pub(super) texts: &'a str,
}

/// The picture that the page carries.
pub(super) fn carried(root: &ShadowRoot) -> Option<Element> {
    let selector = "[data-stamp]";
    root.query_selector(selector).ok().flatten()
}

impl Carried<'_> {
    /// Whether the embed would draw just this picture.
    fn is<W: Widget>(&self, picture: &Element) -> bool {
        let texts: Vec<&str> = self.texts.split('\0').collect();
        let digest = stamp::digest::<W>(self.language, self.attribute, &texts);
        let elements = picture
            .query_selector_all("*")
            .map_or(0, |all| all.length());
        let stamp = stamp::stamp(digest, usize::try_from(elements).unwrap_or_default());
        picture.get_attribute(stamp::STAMP).as_deref() == Some(&stamp)
    }
}

/// Puts a view into a root: over the picture that is there where that is the same, else in its place,
/// in one task. What is answered takes the view away when it is dropped, and says whether it was the same.
pub(super) fn mount<W: Widget, V: IntoView + 'static>(
    root: ShadowRoot,
    made_from: Option<Carried<'_>>,
    view: impl FnOnce() -> V + 'static,
) -> (Box<dyn Any>, bool) {
    let picture = carried(&root);
    let is_same =
        |picture: &&Element| made_from.is_some_and(|made_from| made_from.is::<W>(picture));
    if let Some(picture) = picture.as_ref().filter(is_same) {
        // It fails for no attribute's name.
        let _ = picture.remove_attribute(stamp::STAMP);
        let taken = match picture.previous_element_sibling() {
            Some(before) => take_over(before, Position::NextChild, view),
            // What was sketched stands alone.
            None => take_over(root.unchecked_into(), Position::FirstChild, view),
        };
        return (Box::new(taken), true);
    }
    let mounted = mount_to(root.unchecked_into(), view);
    if let Some(picture) = picture {
        picture.remove();
    }
    (Box::new(mounted), false)
}

/// A view over nodes that were there before it.
struct Taken<S: Mountable> {
    state: S,
    owner: Owner,
}

impl<S: Mountable> Drop for Taken<S> {
    fn drop(&mut self) {
        self.state.unmount();
        self.owner.cleanup();
    }
}

/// Takes over the element that is at this position seen from `from`.
fn take_over<V: IntoView + 'static>(
    from: Element,
    position: Position,
    view: impl FnOnce() -> V,
) -> impl Any {
    // As `mount_to` does; it fails where there is one already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let state = owner.with(|| {
        let cursor = Cursor::new(from);
        let position = PositionState::new(position);
        view().into_view().hydrate::<true>(&cursor, &position)
    });
    Taken { state, owner }
}
