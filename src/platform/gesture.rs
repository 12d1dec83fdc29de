//! Gestures of a reader as parts of an element instead of pixels, and as keys instead of events.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent, WheelEvent,
};

/// Marks what belongs together with what is pointed at.
const LIT: &str = "data-lit";

/// Whatever has a part in such marks: a `data-key`, or the keys that it belongs to.
const TOGETHER: &str = "[data-key],[data-of]";

/// A key without others; where it did something the page does nothing with it.
pub(crate) fn key(event: &JsValue, act: &dyn Fn(&str) -> bool) {
    let pressed: &KeyboardEvent = event.unchecked_ref();
    let with_others = pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key();
    if !with_others && act(&pressed.key()) {
        pressed.prevent_default();
    }
}

/// The wheel with Ctrl or Cmd: nearer or not, and at which thousandths of the element.
pub(crate) fn zoom(around: &Element, event: &JsValue, act: &dyn Fn(bool, i32, i32)) {
    let wheel: &WheelEvent = event.unchecked_ref();
    if wheel.ctrl_key() || wheel.meta_key() {
        wheel.prevent_default();
        let seen = around.get_bounding_client_rect();
        let mouse: &MouseEvent = wheel;
        act(
            wheel.delta_y() < 0.0,
            thousandths(f64::from(mouse.client_x()) - seen.left(), seen.width()),
            thousandths(f64::from(mouse.client_y()) - seen.top(), seen.height()),
        );
    }
}

/// A mouse that moves with its button down, or the second of two fingers; one finger goes on scrolling the page.
pub(crate) fn drag(around: &Element, event: &JsValue, act: &dyn Fn(i32, i32)) {
    let moved: &PointerEvent = event.unchecked_ref();
    let mouse = moved.buttons() & 1 == 1 && moved.pointer_type() == "mouse";
    if mouse || !moved.is_primary() {
        let seen = around.get_bounding_client_rect();
        act(
            thousandths(moved.movement_x().into(), seen.width()),
            thousandths(moved.movement_y().into(), seen.height()),
        );
    }
}

/// Two fingers move the map and not the page.
pub(crate) fn two_fingers(_: &Element, event: &JsValue) {
    let moved: &TouchEvent = event.unchecked_ref();
    if moved.touches().length() > 1 {
        moved.prevent_default();
    }
}

/// Gives focus that `leaving` or something in it has to what is around it and takes focus: or the reader would begin
/// again at the top of the page.
pub(crate) fn keep_focus(leaving: &Element) {
    if leaving.matches(":focus-within").unwrap_or_default() {
        let around = leaving.parent_element();
        let around = around.and_then(|around| around.closest(".ew [tabindex]").ok().flatten());
        if let Some(around) = around {
            // It fails where the element takes no focus after all.
            let _ = around.unchecked_into::<HtmlElement>().focus();
        }
    }
}

fn thousandths(length: f64, of: f64) -> i32 {
    // An element without a size has no parts.
    (length / of.max(1.0) * 1_000.0) as i32
}

/// Marks the elements inside `around` that belong together with what the event is about, and no
/// others; none after `pointerleave`.
pub(crate) fn light(around: &Element, event: &JsValue) {
    let event: &Event = event.unchecked_ref();
    let pointed = (event.type_() != "pointerleave").then(|| event.target());
    let pointed = pointed.flatten().and_then(|at| at.dyn_into().ok());
    let pointed = pointed.and_then(|at: Element| at.closest(TOGETHER).ok().flatten());
    let own = |name: &str| pointed.as_ref().and_then(|at| at.get_attribute(name));
    let (key, of) = (own("data-key"), own("data-of"));
    let Ok(found) = around.query_selector_all(TOGETHER) else {
        return;
    };
    for place in 0..found.length() {
        let Some(element) = found.get(place) else {
            continue;
        };
        let element: Element = element.unchecked_into();
        let lit = is_one_of(key.as_deref(), element.get_attribute("data-of"))
            || is_one_of(element.get_attribute("data-key").as_deref(), of.clone());
        if lit != element.has_attribute(LIT) {
            // It fails only for an invalid name.
            let _ = element.toggle_attribute_with_force(LIT, lit);
        }
    }
}

fn is_one_of(key: Option<&str>, list: Option<String>) -> bool {
    match (key, list) {
        (Some(key), Some(list)) => list.split(' ').any(|one| one == key),
        _ => false,
    }
}
