//! Files with figures that contradict each other, or that the document does not take.

mod ap;
mod cdf;
mod clarity;
mod ech;
mod every;
mod kerg2;
mod onegov;
mod votemanager;

use super::imported;
use super::twice::changed;
use serde_json::Value;

/// The warnings that a file gets when something in it is replaced.
fn warned(file: &str, answers: &str, old: &str, new: &str) -> Vec<String> {
    let before = imported(file, answers).report.warnings;
    let after = imported(&changed(file, answers, old, new), answers);
    let mut warnings = after.report.warnings;
    warnings.retain(|warning| !before.contains(warning));
    warnings
}

/// The first count of a file in which something is replaced.
fn count(file: &str, answers: &str, old: &str, new: &str) -> Value {
    imported(&changed(file, answers, old, new), answers).document["counts"][0].take()
}
