//! Rules for the sources: what each layer imports, and what must not stand in it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod layers;
mod programs;
mod prose;
mod quotations;
mod repository;
mod sources;
