//! The projection of points on Earth to a map. The widgets and `election-widgets geo` share this code.

use super::trig::{cos, sin};
use crate::model::{Area, Position, Projection, ProjectionKind, Spot};

impl Area {
    /// Returns the position in whole map units, or `None` if it is beyond the edges.
    pub fn spot(&self, place: Position) -> Option<Spot> {
        let (x, y) = self.projection.project(place)?;
        let holds = |at: f64, side: u32| (0.0..=f64::from(side)).contains(&at);
        (holds(x, self.width) && holds(y, self.height)).then(|| Spot {
            x: x.round() as i32,
            y: y.round() as i32,
        })
    }
}

impl Projection {
    /// Returns the position of `place` in map units, or `None` at the antipode of the centre, where the projection is
    /// undefined.
    ///
    /// ```
    /// use election_widgets::model::{Position, Projection, ProjectionKind};
    /// let centre = Position { lon_deg: 67.0, lat_deg: 48.0 };
    /// let map = Projection { kind: ProjectionKind::EqualArea, centre, scale: 2000.0, x: 500.0, y: 300.0 };
    /// let (x, y) = map.project(centre).unwrap_or_default();
    /// assert!((x - 500.0).abs() < 1e-3 && (y - 300.0).abs() < 1e-3);
    /// ```
    pub fn project(&self, place: Position) -> Option<(f64, f64)> {
        let east_rad = turned(place.lon_deg - self.centre.lon_deg).to_radians();
        let north_rad = place.lat_deg.to_radians();
        let (x, y) = match self.kind {
            ProjectionKind::EqualArea => {
                equal_area(self.centre.lat_deg.to_radians(), east_rad, north_rad)?
            }
            ProjectionKind::NaturalEarth => natural_earth(east_rad, north_rad),
        };
        Some((self.x + self.scale * x, self.y - self.scale * y))
    }
}

/// A difference of longitudes brought between -180 and 180 degrees.
fn turned(lon_deg: f64) -> f64 {
    if lon_deg > 180.0 {
        lon_deg - 360.0
    } else if lon_deg < -180.0 {
        lon_deg + 360.0
    } else {
        lon_deg
    }
}

/// Lambert's azimuthal equal-area projection around a latitude.
fn equal_area(centre_rad: f64, east_rad: f64, north_rad: f64) -> Option<(f64, f64)> {
    const OPPOSITE: f64 = 1e-9;
    let (sin_centre, cos_centre) = (sin(centre_rad), cos(centre_rad));
    let (sin_north, cos_north) = (sin(north_rad), cos(north_rad));
    let cos_east = cos(east_rad);
    let toward = 1.0 + sin_centre * sin_north + cos_centre * cos_north * cos_east;
    if toward < OPPOSITE {
        return None;
    }
    let stretch = (2.0 / toward).sqrt();
    Some((
        stretch * cos_north * sin(east_rad),
        stretch * (cos_centre * sin_north - sin_centre * cos_north * cos_east),
    ))
}

/// The Natural Earth projection, by its published polynomial.
fn natural_earth(east_rad: f64, north_rad: f64) -> (f64, f64) {
    let two = north_rad * north_rad;
    let four = two * two;
    let length = 0.8707 - 0.131_979 * two
        + four * (-0.013_791 + four * (0.003_971 * two - 0.001_529 * four));
    let height =
        1.007_226 + two * (0.015_085 + four * (-0.044_475 + 0.028_874 * two - 0.005_916 * four));
    (east_rad * length, north_rad * height)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(kind: ProjectionKind, lon_deg: f64, lat_deg: f64) -> Projection {
        Projection {
            kind,
            centre: Position { lon_deg, lat_deg },
            scale: 1.0,
            x: 0.0,
            y: 0.0,
        }
    }

    fn near(found: Option<(f64, f64)>, x: f64, y: f64) {
        let (found_x, found_y) = found.unwrap();
        assert!(
            (found_x - x).abs() < 5e-5 && (found_y - y).abs() < 5e-5,
            "{found_x} {found_y}"
        );
    }

    /// Snyder, Map Projections: A Working Manual, page 332.
    #[test]
    fn a_place_lies_where_snyders_table_has_it() {
        let globe = Projection {
            scale: 3.0,
            ..map(ProjectionKind::EqualArea, -100.0, 40.0)
        };
        let place = Position {
            lon_deg: 100.0,
            lat_deg: -20.0,
        };
        near(globe.project(place), -4.233_930_3, -4.025_777_5);
    }

    /// Values as d3-geo's `geoNaturalEarth1Raw` gives them.
    #[test]
    fn a_place_lies_where_the_natural_earth_projection_has_it() {
        let world = map(ProjectionKind::NaturalEarth, 0.0, 0.0);
        let at = |lon_deg, lat_deg| world.project(Position { lon_deg, lat_deg });
        near(at(180.0, 0.0), 2.735_384_7, 0.0);
        near(at(0.0, 90.0), 0.0, -1.422_390_5);
        near(at(90.0, 45.0), 1.231_993_8, -0.793_051_4);
    }

    #[test]
    fn a_map_goes_on_across_the_date_line() {
        let map = map(ProjectionKind::EqualArea, 175.0, 60.0);
        let place = |lon_deg| Position {
            lon_deg,
            lat_deg: 60.0,
        };
        let (east, _) = map.project(place(-175.0)).unwrap();
        let (west, _) = map.project(place(165.0)).unwrap();
        assert!(east > 0.0 && (east + west).abs() < 1e-9);
    }

    #[test]
    fn the_place_opposite_to_the_centre_lies_nowhere() {
        let map = map(ProjectionKind::EqualArea, 0.0, 0.0);
        let opposite = Position {
            lon_deg: 180.0,
            lat_deg: 0.0,
        };
        assert_eq!(map.project(opposite), None);
    }
}
