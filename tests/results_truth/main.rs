//! Sentences that real elections proved false, and what is said now. Each test begins with the story.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod counts;
mod fields;
mod generated;
mod leaders;
mod outcomes;
mod refusals;
#[path = "../rendering/mod.rs"]
mod rendering;
mod sources;
mod sums;
mod support;
mod thresholds;
