//! Properties of every results chart, tried on generated documents: nothing that is said, drawn or taken
//! along is more than the document's figures allow.
//!
//! A failing case prints the choices that it was made from, the fewest that still fail, its document, and the seed.
//! `PROPTEST_CASES` sets the number of cases; `make fuzz` runs many.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod dice;
mod drawn;
mod extremes;
mod figure;
mod generate;
mod oracle;
mod order;
mod printed;
mod properties;
mod publish;
mod rational;
mod rules;
mod run;
mod shown;
mod sums;
mod taken;
mod verdicts;
mod world;
