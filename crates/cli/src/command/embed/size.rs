//! The height of a widget in a frame of 600 px, reckoned without a browser.

/// The width of frames for which the height is reckoned.
pub(super) const WIDTH: u32 = 600;

/// The room for the widget itself in such a frame.
pub(super) const ROOM: f64 = 600.0 - 2.0 * PADDING;

/// The height of the frame for a widget that takes `widget` pixels. It is rounded up, since a frame that is too low hides a
/// source.
pub(super) fn height(widget: f64) -> u32 {
    let height = widget + 2.0 * PADDING + CONTROLS;
    let tens = (height / 10.0).ceil();
    // Between a line and the longest list that a frame can show.
    10 * tens.clamp(10.0, 2_000.0) as u32
}

/// The greatest height that WordPress gives a frame. A higher page has to scroll in it, or its sources can't be reached.
const MOST_IN_WORDPRESS: u32 = 1_000;

/// The attribute `scrolling` of a frame of this height.
pub(super) fn scrolling(height: u32) -> &'static str {
    if height > MOST_IN_WORDPRESS {
        "auto"
    } else {
        "no"
    }
}

/// The space around the widget in the page, as its styles have it.
pub(super) const PADDING: f64 = 8.0;

/// The buttons below charts, which plain HTML does not have.
const CONTROLS: f64 = 56.0;
