//! The cases that a run of the properties tries.

#[path = "../faults/seed.rs"]
#[allow(dead_code, reason = "tests of faults begin elsewhere")]
mod seed;

use proptest::prelude::ProptestConfig;

/// 64 cases, the same on every machine; or as many as `PROPTEST_CASES` says, others at each run. `PROPTEST_RNG_SEED` names
/// the seed of either.
pub fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    match asked.and_then(|asked| asked.parse().ok()) {
        Some(cases) => seed::seeded(cases, seed::now()),
        None => seed::seeded(64, 23),
    }
}
