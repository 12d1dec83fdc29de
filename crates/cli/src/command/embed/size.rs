//! The height of a widget in a frame of 600 px, reckoned without a browser.

/// The width of frames for which the height is reckoned.
pub(super) const WIDTH: u32 = 600;

/// The room for the widget itself in such a frame.
pub(super) const ROOM: f64 = 600.0 - 2.0 * PADDING;

/// The height of the frame for a widget that takes `widget` pixels. It has some to spare for other fonts, since a frame that
/// is too low hides a source.
pub(super) fn height(widget: f64) -> u32 {
    let height = widget * SPARE + 2.0 * PADDING;
    let tens = (height / 10.0).ceil();
    // Between a line and the longest list that a frame can show.
    10 * tens.clamp(10.0, 2_000.0) as u32
}

/// The line in which a live widget may have to say the time of its data.
pub(super) const LINE_OF_TIME: f64 = 20.0;

/// The part of its height that a widget may be higher in another font.
const SPARE: f64 = 1.03;

/// The space around the widget in the page, as its styles have it.
pub(super) const PADDING: f64 = 8.0;
