//! What a reader gets of an observer map: the list alone says everything, the map mirrors it.
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
