//! Election widgets for news pages: a results chart, an observer map and an alliance grid, drawn
//! on the host and in the browser by the same code.
//!
//! Data flows one way:
//!
//! ```text
//! JSON -> wire (read, check) -> model (true by construction) -> layout -> view -> DOM or HTML text
//! ```
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]
// Where a widget is left out, what only it needs of the shared rooms goes with it when the program
// is linked.
#![cfg_attr(
    not(all(feature = "results", feature = "observers", feature = "alliances")),
    allow(dead_code)
)]
#![cfg_attr(
    not(any(feature = "results", feature = "observers", feature = "alliances")),
    allow(unused)
)]
// A sketch never tells what is wrong, nor lets anything be done.
#![cfg_attr(feature = "sketch", allow(unreachable_code, dead_code, unused))]

#[cfg(all(target_arch = "wasm32", not(feature = "sketch")))]
pub mod browser;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod command;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod geo;
pub mod layout;
pub mod locale;
pub mod model;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod page;
pub mod prerender;
pub mod view;
pub mod widget;
pub mod wire;

#[cfg(all(feature = "alliances", feature = "leptos"))]
pub use view::AllianceGrid;
#[cfg(all(feature = "observers", feature = "leptos"))]
pub use view::ObserverMap;
#[cfg(all(feature = "results", feature = "leptos"))]
pub use view::ResultsChart;

/// The README's examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
