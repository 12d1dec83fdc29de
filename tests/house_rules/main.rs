//! The rooms of the library and what must never stand in them, read off the sources.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod programs;
mod prose;
mod repository;
mod rooms;
mod sources;
