//! `election-widgets geo`, run as a newsroom runs it, and the area files that it made for us.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod drawing;
mod limits;
mod names;
mod presets;
mod refusals;
mod support;
mod truth;
