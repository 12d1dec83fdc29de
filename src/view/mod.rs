//! The leptos components: finished layouts as elements.
//!
//! Elements are [`Node`]s, built by functions: `view!` would give each its own type and code, and
//! turn nested static elements into `innerHTML`, which pages under Trusted Types refuse.

#[cfg(feature = "alliances")]
mod alliances;
mod bar;
mod controls;
pub(crate) mod frame;
mod node;
#[cfg(feature = "observers")]
mod observers;
#[cfg(feature = "results")]
mod results;
pub(crate) mod styles;

#[cfg(feature = "alliances")]
pub use alliances::AlliancesWidget;
pub use node::Node;
pub(crate) use node::{Seen, escape};
#[cfg(feature = "observers")]
pub use observers::{Observed, ObserversWidget};
#[cfg(feature = "results")]
pub use results::ResultsWidget;
pub use styles::StyleSheet;

#[cfg(all(feature = "alliances", feature = "leptos"))]
pub use alliances::AllianceGrid;
#[cfg(all(feature = "observers", feature = "leptos"))]
pub use observers::ObserverMap;
#[cfg(all(feature = "results", feature = "leptos"))]
pub use results::ResultsChart;
