//! Tests of the alliance grid on the HTML that the host renders.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

macro_rules! snapshot {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true
        }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

mod errors;
mod export;
mod grid;
mod memberships;
#[path = "../rendering/mod.rs"]
mod rendering;
mod support;
mod views;
