//! The sheet: its size, its projection, and what of a land lies on it.

use super::Problem;
use super::antimeridian;
use super::feature::Ring;
use super::options::{Bounds, ProjectionName};
use election_widgets::model::{Position, Projection, ProjectionKind};
use geo::Coord;

/// A map's sheet, in map units.
pub(super) struct Frame {
    pub(super) projection: Projection,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The parameters of a map's viewport.
pub(super) struct Wanted<'a> {
    pub(super) rings: Vec<&'a Ring>,
    pub(super) bounds: Option<Bounds>,
    pub(super) kind: Option<ProjectionName>,
    pub(super) width: u32,
}

impl Frame {
    /// Taller than this no page is.
    const MOST_HEIGHT: f64 = 20_000.0;
    /// Between the lands and the sheet's edge, as a share of its width.
    const PADDING: f64 = 0.015;

    /// The sheet that shows what is wanted.
    pub(super) fn of(wanted: &Wanted) -> Result<Frame, Problem> {
        let (middle, span) = match wanted.bounds {
            Some(bounds) => (bounds.middle(), bounds.width_deg()),
            None => middle(&wanted.rings),
        };
        let kind = match wanted.kind {
            Some(ProjectionName::EqualArea) => ProjectionKind::EqualArea,
            Some(ProjectionName::NaturalEarth) => ProjectionKind::NaturalEarth,
            None if span > 180.0 => ProjectionKind::NaturalEarth,
            None => ProjectionKind::EqualArea,
        };
        let centre = centre(kind, middle, wanted.bounds.is_some() || span <= 180.0);
        let unit = Projection {
            kind,
            centre,
            scale: 1.0,
            x: 0.0,
            y: 0.0,
        };
        let shown = match wanted.bounds {
            Some(bounds) => vec![bounds.ring()],
            None => wanted.rings.iter().map(|ring| (*ring).clone()).collect(),
        };
        let padding = if wanted.bounds.is_some() {
            0.0
        } else {
            Self::PADDING
        };
        Frame::around(&shown, unit, wanted.width, padding)
    }

    fn around(
        rings: &[Ring],
        unit: Projection,
        width: u32,
        padding: f64,
    ) -> Result<Frame, Problem> {
        let points: Vec<Coord<f64>> = rings
            .iter()
            .flat_map(|ring| projected(ring, &unit))
            .flatten()
            .collect();
        let range = |pick: fn(&Coord<f64>) -> f64| {
            let values = points.iter().map(pick);
            (
                values.clone().fold(f64::INFINITY, f64::min),
                values.fold(f64::NEG_INFINITY, f64::max),
            )
        };
        let ((left, right), (top, bottom)) = (range(|point| point.x), range(|point| point.y));
        let full = f64::from(width);
        let padding = (full * padding).round();
        let scale = to_decimals((full - 2.0 * padding) / (right - left), 3);
        let height = ((bottom - top) * scale + 2.0 * padding).ceil();
        if !(scale.is_finite() && scale > 0.0 && height <= Self::MOST_HEIGHT) {
            return Err(Problem::new(
                "the shapes lie on a line or a point: give --bounds",
            ));
        }
        let projection = Projection {
            scale,
            x: to_decimals(padding - left * scale, 2),
            y: to_decimals(padding - top * scale, 2),
            ..unit
        };
        Ok(Frame {
            projection,
            width,
            height: height.max(1.0) as u32,
        })
    }

    /// Returns the parts of a ring on the canvas or up to `margin` map units beside it.
    pub(super) fn shown(&self, ring: &Ring, margin: f64) -> Vec<Vec<Coord<f64>>> {
        projected(ring, &self.projection)
            .into_iter()
            .map(|part| self.clipped(part, margin))
            .filter(|part| part.len() > 2)
            .collect()
    }

    /// The part of a ring on the sheet or up to `margin` map units beside it.
    pub(super) fn clipped(&self, ring: Vec<Coord<f64>>, margin: f64) -> Vec<Coord<f64>> {
        let (right, bottom) = (
            f64::from(self.width) + margin,
            f64::from(self.height) + margin,
        );
        let ring = antimeridian::kept(ring, |point| point.x + margin);
        let ring = antimeridian::kept(ring, |point| right - point.x);
        let ring = antimeridian::kept(ring, |point| point.y + margin);
        antimeridian::kept(ring, |point| bottom - point.y)
    }
}

/// A ring on the plane: in one part, or in several where the seam cuts it.
pub(super) fn projected(ring: &[Position], projection: &Projection) -> Vec<Vec<Coord<f64>>> {
    let centre = projection.centre;
    let parts = match projection.kind {
        ProjectionKind::NaturalEarth => antimeridian::cut(ring, centre.lon_deg)
            .iter()
            .map(|part| antimeridian::bent(part))
            .collect(),
        ProjectionKind::EqualArea => {
            let bent = antimeridian::bent_around(ring, centre.lon_deg);
            vec![antimeridian::above_horizon(&bent, centre)]
        }
    };
    let place = |point: &Coord<f64>| {
        let near = match projection.kind {
            ProjectionKind::NaturalEarth => point.x,
            ProjectionKind::EqualArea => antimeridian::near(point.x, centre.lon_deg),
        };
        let place = Position {
            lon_deg: near,
            lat_deg: point.y,
        };
        projection.project(place).map(|(x, y)| Coord { x, y })
    };
    parts
        .iter()
        .map(|part| part.iter().filter_map(place).collect())
        .collect()
}

/// The projection's centre: one decimal is near enough, and is read more easily.
fn centre(kind: ProjectionKind, middle: Position, off_greenwich: bool) -> Position {
    match kind {
        ProjectionKind::EqualArea => Position {
            lon_deg: to_decimals(antimeridian::near(middle.lon_deg, 0.0), 1),
            lat_deg: to_decimals(middle.lat_deg, 1),
        },
        ProjectionKind::NaturalEarth => Position {
            lon_deg: if off_greenwich {
                to_decimals(antimeridian::near(middle.lon_deg, 0.0), 1)
            } else {
                0.0
            },
            lat_deg: 0.0,
        },
    }
}

/// The middle of some rings, and how many degrees of longitude they span: all but the widest gap.
fn middle(rings: &[&Ring]) -> (Position, f64) {
    let places = || rings.iter().flat_map(|ring| ring.iter());
    let mut lons: Vec<f64> = places()
        .map(|place| antimeridian::near(place.lon_deg, 0.0))
        .collect();
    lons.sort_by(f64::total_cmp);
    let nexts = lons
        .iter()
        .skip(1)
        .copied()
        .chain(lons.first().map(|lon| lon + 360.0));
    let (end, gap) = lons
        .iter()
        .zip(nexts)
        .map(|(lon, next)| (*lon, next - lon))
        .fold(
            (0.0, 0.0),
            |widest, gap| if gap.1 > widest.1 { gap } else { widest },
        );
    let span = 360.0 - gap;
    let (south, north) = places().fold((90.0_f64, -90.0_f64), |(south, north), place| {
        (south.min(place.lat_deg), north.max(place.lat_deg))
    });
    let middle = Position {
        lon_deg: end - span / 2.0,
        lat_deg: f64::midpoint(south, north),
    };
    (middle, span)
}

fn to_decimals(value: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    (value * factor).round() / factor
}
