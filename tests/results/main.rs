//! Tests of the results chart on the HTML that the host renders.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod counts;
mod export;
#[path = "../rendering/mod.rs"]
mod rendering;
mod rows;
mod seats;
mod support;
