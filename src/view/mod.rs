//! Finished layouts as elements.
//!
//! Elements are [`VNode`]s, built by functions: `view!` would give each its own type and code, and turn nested static
//! elements into `innerHTML`, which pages under Trusted Types refuse.

mod alliances;
mod bar;
mod controls;
mod dispatch;
#[cfg(feature = "leptos")]
mod export_table;
pub(crate) mod frame;
mod observers;
mod results;
pub(crate) mod styles;
mod theme;
mod vdom;

pub use dispatch::{Dispatch, Live, Static};
#[cfg(feature = "leptos")]
pub(crate) use export_table::export_table;
pub use styles::{ALL as ALL_STYLES, StyleSheet};
pub use theme::Theme;
#[cfg(feature = "leptos")]
pub use vdom::Root;
pub use vdom::VNode;

pub(crate) use alliances::figure as alliance_grid;
pub(crate) use observers::figure as observer_map;
pub(crate) use results::chart as results_chart;
pub(crate) use vdom::{ChildRef, escape, new_version};
