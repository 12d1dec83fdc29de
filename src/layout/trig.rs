//! The sine and the cosine, equal to the last digit on every platform.
//!
//! The standard library leaves them to the platform's mathematics library, and two platforms may differ in the last
//! digit. A widget that the host has prerendered must have the same coordinates as the one that the browser draws, or
//! it can't be hydrated; so both compute them here, by sums, products and quotients alone, which IEEE 754 defines
//! exactly. The standard library's would also weigh 2 kB of brotli more, since they take angles of any size.

use core::f64::consts::{FRAC_PI_2, PI};

/// The sine of an angle between minus and plus pi, to nine decimals.
pub(super) fn sin(angle_rad: f64) -> f64 {
    let folded_rad = if angle_rad > FRAC_PI_2 {
        PI - angle_rad
    } else if angle_rad < -FRAC_PI_2 {
        -PI - angle_rad
    } else {
        angle_rad
    };
    // x - x^3/3! + x^5/5! - ..., each factor from the one before.
    let square = folded_rad * folded_rad;
    let mut rest = 1.0;
    for step in [156.0, 110.0, 72.0, 42.0, 20.0, 6.0] {
        rest = 1.0 - square * (1.0 / step) * rest;
    }
    folded_rad * rest
}

/// The cosine of an angle between minus and plus pi, to nine decimals.
pub(super) fn cos(angle_rad: f64) -> f64 {
    sin(FRAC_PI_2 - angle_rad.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sines_are_those_of_the_standard_library() {
        for hundredth in -314..=314 {
            let angle_rad = f64::from(hundredth) / 100.0;
            assert!(
                (sin(angle_rad) - angle_rad.sin()).abs() < 2e-9,
                "{angle_rad}"
            );
            assert!(
                (cos(angle_rad) - angle_rad.cos()).abs() < 2e-9,
                "{angle_rad}"
            );
        }
    }

    #[test]
    fn a_half_circle_ends_where_it_should() {
        for (angle_rad, sine, cosine) in [
            (-PI, 0.0, -1.0),
            (-FRAC_PI_2, -1.0, 0.0),
            (0.0, 0.0, 1.0),
            (FRAC_PI_2, 1.0, 0.0),
            (PI, 0.0, -1.0),
        ] {
            assert!((sin(angle_rad) - sine).abs() < 2e-9, "{angle_rad}");
            assert!((cos(angle_rad) - cosine).abs() < 2e-9, "{angle_rad}");
        }
    }
}
