//! Colours from the data, with enough contrast on a light and on a dark page.

use crate::model::Color;

/// One colour for either theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paint(String);

/// The style sheet's `--track` of either theme. It is nearer to the colours than the ground around it, so a colour that
/// stands out from the track stands out from both.
const LIGHT: Color = Color([238, 240, 242]);
const DARK: Color = Color([38, 41, 45]);

/// Graphics must stand out from what is beside them by 3.0 (WCAG 2, 1.4.11); the rest is for rounding.
const CONTRAST: f64 = 3.1;

impl Paint {
    /// The colour, made darker for the light theme and lighter for the dark one as far as it must.
    pub fn new(color: Color) -> Paint {
        let light = until_seen(color, LIGHT, 0);
        let dark = until_seen(color, DARK, 255);
        Paint(["light-dark(", &hex(light), ",", &hex(dark), ")"].concat())
    }

    /// As a CSS colour: `light-dark(#a,#b)`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `color` mixed with `towards` in steps until it stands out from `ground`.
fn until_seen(color: Color, ground: Color, towards: u16) -> Color {
    (0..=20_u16)
        .map(|step| Color(color.0.map(|part| mixed(u16::from(part), towards, step))))
        .find(|mixed| contrast(*mixed, ground) >= CONTRAST)
        .unwrap_or(color)
}

/// `step` twentieths of the way from `part` to `towards`.
fn mixed(part: u16, towards: u16, step: u16) -> u8 {
    let sum = (part * (20 - step) + towards * step) / 20;
    u8::try_from(sum).unwrap_or(u8::MAX)
}

fn contrast(one: Color, other: Color) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance with the sRGB curve taken as a cubic: within a thousandth of the exact one,
/// and no power function in the bundles.
fn luminance(Color([red, green, blue]): Color) -> f64 {
    let linear = |part: u8| {
        let share = f64::from(part) / 255.0;
        share * (share * (share * 0.305 + 0.682) + 0.0125)
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn hex(Color(parts): Color) -> String {
    let mut text = "#".to_owned();
    for part in parts {
        for half in [part / 16, part % 16] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_is_seen_on_both_themes_stays_as_it_is() {
        assert_eq!(
            Paint::new(Color([0, 120, 212])).as_str(),
            "light-dark(#0078d4,#0078d4)"
        );
    }

    #[test]
    fn a_colour_that_would_not_be_seen_is_made_darker_or_lighter() {
        let steps = || (0..=255).step_by(17);
        let greens = steps().flat_map(|red| steps().map(move |green| (red, green)));
        let all = greens.flat_map(|(red, green)| steps().map(move |blue| [red, green, blue]));
        for color in all {
            for (ground, towards) in [(LIGHT, 0), (DARK, 255)] {
                let seen = exact_contrast(until_seen(Color(color), ground, towards), ground);
                assert!(seen >= 3.0, "{color:?} on {ground:?}: {seen}");
            }
        }
    }

    #[test]
    fn the_colours_of_the_demo_stand_out_from_the_track_of_the_dark_theme() {
        for color in [[0x7a, 0x4f, 0xa3], [0xb5, 0x38, 0x2a], [0x1d, 0x6f, 0xb8]] {
            assert!(exact_contrast(Color(color), DARK) < 3.0);
            assert!(exact_contrast(until_seen(Color(color), DARK, 255), DARK) >= 3.0);
        }
    }

    /// The contrast as WCAG 2 defines it, with the curve of sRGB.
    fn exact_contrast(one: Color, other: Color) -> f64 {
        let luminance = |Color(parts): Color| {
            let [red, green, blue] = parts.map(|part| {
                let share = f64::from(part) / 255.0;
                match share <= 0.04045 {
                    true => share / 12.92,
                    false => ((share + 0.055) / 1.055).powf(2.4),
                }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
