//! The seed of a run's random cases.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use std::time::{SystemTime, UNIX_EPOCH};

/// Other cases at each run, or those of the seed that `PROPTEST_RNG_SEED` names. A failing test prints its seed.
pub fn config() -> ProptestConfig {
    seeded(ProptestConfig::default().cases, now())
}

/// So many cases, of the seed that `PROPTEST_RNG_SEED` names or else of `usual`. A failing test prints both.
pub fn seeded(cases: u32, usual: u64) -> ProptestConfig {
    let given = std::env::var("PROPTEST_RNG_SEED").ok();
    let seed = given.map_or(usual, |seed| {
        seed.parse().expect("PROPTEST_RNG_SEED: a number")
    });
    // Of a test that passes nobody sees what it printed.
    eprintln!("PROPTEST_CASES={cases} PROPTEST_RNG_SEED={seed} tries these cases again");
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        // The case is printed whole; a file of seeds beside the tests would say less.
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A seed that differs at each run.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| u64::from(since.subsec_nanos()) ^ since.as_secs())
}
