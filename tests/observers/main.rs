//! Tests of the observer map. The list says everything; the map repeats it.
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
mod list;
mod map;
mod missions;
#[path = "../rendering/mod.rs"]
mod rendering;
mod support;
