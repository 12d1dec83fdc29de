//! `election-widgets prerender`, run as a newsroom runs it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod documents;
mod files;
mod insertion;
mod limits;
mod options;
#[path = "../pages/mod.rs"]
mod pages;
mod parsing;
mod static_html;

const WIDGET: &str = "<results-chart src=data.json></results-chart>";
