//! The colours of a picture, which are those of the widgets' style sheets.

use election_widgets::layout::{Paint, Shade};

/// A colour as it is written: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rgb(pub(crate) [u8; 3]);

impl Rgb {
    const fn new(number: u32) -> Rgb {
        let [_, red, green, blue] = number.to_be_bytes();
        Rgb([red, green, blue])
    }

    /// Returns `percent` of this colour with the rest of another.
    pub(crate) fn mixed(self, percent: u16, other: Rgb) -> Rgb {
        let mut parts = self.0;
        for (part, other) in parts.iter_mut().zip(other.0) {
            let sum = u16::from(*part) * percent + u16::from(other) * (100 - percent);
            *part = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Rgb(parts)
    }

    /// Writes the colour as CSS does.
    pub(crate) fn written(self) -> String {
        let Rgb([red, green, blue]) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn read(text: &str) -> Option<Rgb> {
        let number = u32::from_str_radix(text.trim().strip_prefix('#')?, 16).ok()?;
        Some(Rgb::new(number))
    }
}

/// The ground that a picture has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark letters on white.
    #[default]
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    theme: Theme,
    pub(crate) ground: Rgb,
    pub(crate) ink: Rgb,
    pub(crate) quiet: Rgb,
    pub(crate) rule: Rgb,
    pub(crate) track: Rgb,
    pub(crate) bar: Rgb,
    /// The colours of kinds of membership that are not full ones.
    pub(crate) other: Rgb,
    pub(crate) third: Rgb,
}

impl Palette {
    /// The colours of `base.css` and `alliances.css` in this theme.
    pub(crate) fn new(theme: Theme) -> Palette {
        let pick = |light, dark| match theme {
            Theme::Light => Rgb::new(light),
            Theme::Dark => Rgb::new(dark),
        };
        Palette {
            theme,
            ground: pick(0x00ff_ffff, 0x0017_191c),
            ink: pick(0x0016_191d, 0x00e8_e6e1),
            quiet: pick(0x005b_6169, 0x00a6_a8ab),
            rule: pick(0x00d9_dadc, 0x003d_4045),
            track: pick(0x00ee_f0f2, 0x0026_292d),
            bar: pick(0x002b_5c8a, 0x0074_a9da),
            other: pick(0x00a8_500f, 0x00e3_9a5b),
            third: pick(0x002f_7561, 0x006f_bfa5),
        }
    }

    /// The colour of an option: its own, or its shade of the common one.
    pub(crate) fn option(&self, paint: Option<&Paint>, shade: Option<Shade>) -> Rgb {
        paint
            .and_then(|paint| self.own(paint))
            .unwrap_or_else(|| self.shade(shade))
    }

    /// The part of `light-dark(#a,#b)` that is for this theme.
    fn own(&self, paint: &Paint) -> Option<Rgb> {
        let inside = paint.as_str().strip_prefix("light-dark(")?;
        let (light, dark) = inside.strip_suffix(')')?.split_once(',')?;
        Rgb::read(match self.theme {
            Theme::Light => light,
            Theme::Dark => dark,
        })
    }

    fn pick(&self, light: u32, dark: u32) -> Rgb {
        Rgb::new(match self.theme {
            Theme::Light => light,
            Theme::Dark => dark,
        })
    }

    /// The ground of a map.
    pub(crate) fn sea(&self) -> Rgb {
        self.pick(0x00cf_dee8, 0x000c_1319)
    }

    /// The fill and the border of land around a map's own shapes.
    pub(crate) fn around(&self) -> (Rgb, Rgb) {
        (
            self.pick(0x00e4_e4de, 0x001d_2125),
            self.pick(0x00b9_b9b1, 0x0041_474e),
        )
    }

    /// The fill of a map's shapes.
    pub(crate) fn land(&self) -> Rgb {
        self.pick(0x00ff_ffff, 0x0034_3a41)
    }

    /// The borders of a map's shapes.
    pub(crate) fn coast(&self) -> Rgb {
        self.pick(0x0088_8d92, 0x0076_7d85)
    }

    /// The fill of shapes on which sources differ.
    pub(crate) fn disputed(&self) -> Rgb {
        self.bar.mixed(14, self.ground)
    }

    fn shade(&self, shade: Option<Shade>) -> Rgb {
        match shade {
            Some(Shade(1)) => self.bar.mixed(55, self.ink),
            Some(Shade(2)) => self.bar.mixed(62, self.ground),
            Some(Shade(3)) => self.quiet.mixed(85, self.ground),
            _ => self.bar,
        }
    }
}
