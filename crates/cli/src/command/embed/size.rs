//! The height of a widget in a frame of 600 px, reckoned from its plain HTML without a browser.

/// The width of frames for which the height is reckoned.
pub(super) const WIDTH: u32 = 600;

/// The height in whole pixels. It is rounded up, since a frame that is too low hides a source.
pub(super) fn height(html: &str) -> u32 {
    let room = f64::from(WIDTH) - 2.0 * PADDING;
    let height = election_widgets_static::height(html, room) + 2.0 * PADDING + CONTROLS;
    let tens = (height / 10.0).ceil();
    // Between a line and the longest list that a frame can show.
    let tens = tens.clamp(10.0, 2_000.0);
    (1..=2_000)
        .find(|number| f64::from(*number) >= tens)
        .unwrap_or(2_000)
        * 10
}

/// The space around the widget in the page, as its styles have it.
pub(super) const PADDING: f64 = 8.0;

/// The buttons below charts, which plain HTML does not have.
const CONTROLS: f64 = 56.0;
