//! Bars, drawn as the widgets draw them.

use crate::drawing::{Drawing, number};
use crate::page::{Area, Page};
use crate::palette::Rgb;
use election_widgets::layout::{Bar, Mark, MarkKind};

/// The look of a bar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) fill: Rgb,
    /// The name of its count's status.
    pub(crate) status: &'a str,
}

impl Page<'_> {
    /// Draws a bar into an area.
    pub(crate) fn bar(&mut self, bar: &Bar, area: Area, look: Look<'_>) {
        let (track, ground) = (self.palette.track, self.palette.ground);
        self.drawing
            .rect([area.x, area.y, area.width, area.height], track);
        let forecast = matches!(look.status, "exit-poll" | "projection");
        let mut fill = look.fill;
        if look.status == "annulled" {
            fill = fill.mixed(45, ground);
        }
        for mark in &bar.marks {
            let sure = if forecast {
                fill.mixed(45, ground)
            } else {
                fill
            };
            self.mark(mark, area, (fill, sure));
        }
        if forecast && !bar.marks.is_empty() {
            let thin = self.unit(1.5);
            for y in [area.y + thin / 2.0, area.bottom() - thin / 2.0] {
                let line = [area.x, y, area.right(), y];
                self.drawing.line(line, fill, thin);
            }
        }
    }

    fn mark(&mut self, mark: &Mark, area: Area, (fill, sure): (Rgb, Rgb)) {
        let at = |fraction: election_widgets::layout::Fraction| {
            area.x + area.width * f64::from(fraction.ten_thousandths()) / 10_000.0
        };
        let (from, to) = (at(mark.from), at(mark.to));
        let middle = area.y + area.height / 2.0;
        let along = [from, middle, to, middle];
        let dashes = |lengths: &[f64]| -> Vec<f64> {
            lengths
                .iter()
                .map(|length| length * self.attempt.scale * 1.3)
                .collect()
        };
        match mark.kind {
            MarkKind::Solid => {
                let solid = [from, area.y, to - from, area.height];
                self.drawing.rect(solid, sure);
            }
            MarkKind::Band => {
                let dashes = dashes(&[1.5, 2.5]);
                self.drawing.dashed(along, fill, area.height, &dashes);
            }
            MarkKind::Soft => {
                let dashes = dashes(&[1.0, 5.0]);
                self.drawing.dashed(along, fill, area.height, &dashes);
            }
            MarkKind::Open => {
                let dashes = dashes(&[0.0, 3.0, 3.0, 3.0, 2.0, 5.0, 1.0, 7.0, 1.0, 400.0]);
                self.drawing.dashed(along, fill, area.height, &dashes);
            }
            MarkKind::Ceiling => {
                let x = (to - self.unit(2.0)).max(area.x + self.unit(2.0));
                let line = [x, area.y, x, area.bottom()];
                self.drawing.line(line, fill, self.unit(4.0));
            }
            MarkKind::Threshold => {
                let line = [
                    to,
                    area.y - self.unit(3.0),
                    to,
                    area.bottom() + self.unit(3.0),
                ];
                let (halo, width) = (self.palette.ground, self.unit(2.0));
                self.drawing.line(line, halo, width * 2.0);
                self.drawing.line(line, self.palette.ink, width);
            }
        }
    }
}

/// A filled point: which colour is whose in a half circle.
pub(crate) fn dot(drawing: &mut Drawing, (x, y): (f64, f64), radius: f64, fill: Rgb) {
    let attributes = [
        ("cx", number(x)),
        ("cy", number(y)),
        ("r", number(radius)),
        ("fill", fill.written()),
    ];
    drawing.element("circle", &attributes);
}
