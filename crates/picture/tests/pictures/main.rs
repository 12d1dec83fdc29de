//! Tests of pictures, by the places of what is drawn in them.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod attributes;
mod bars;
mod frame;
mod geometry;
mod long_texts;
mod outlines;
mod shapes;
mod support;
