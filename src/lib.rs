//! Leptos components for elections: a results chart, an observer map and an alliance grid.
//!
//! Data flows one way:
//!
//! ```text
//! JSON -> wire (read, check) -> model (true by construction) -> layout -> view -> DOM or HTML text
//! ```
//!
//! The components are [`ResultsChart`], [`ObserverMap`] and [`AllianceGrid`]. ARCHITECTURE.md in the repository
//! describes the layers.
//!
//! The feature `leptos`, which is on by default, brings the components; `csr`, `hydrate` and `ssr` say where they run.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod layout;
pub mod locale;
pub mod model;
mod platform;
pub mod prerender;
pub mod view;
pub mod widget;
pub mod wire;

#[cfg(feature = "leptos")]
pub use widget::{AllianceGrid, ObserverMap, ResultsChart, WidgetData, WidgetStyles};

/// The README's examples run as tests.
#[cfg(all(doctest, feature = "leptos"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// The examples of docs/leptos.md run as tests.
#[cfg(all(doctest, feature = "leptos"))]
#[doc = include_str!("../docs/leptos.md")]
struct LeptosPage;
