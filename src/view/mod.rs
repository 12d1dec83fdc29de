//! The leptos components: finished layouts as elements.
//!
//! Elements are [`Node`]s, built by functions: `view!` would give each its own type and code, and
//! turn nested static elements into `innerHTML`, which pages under Trusted Types refuse.

mod alliances;
mod bar;
mod controls;
pub(crate) mod frame;
mod node;
mod observers;
mod results;

pub use alliances::{AllianceGrid, AlliancesWidget};
pub use node::Node;
pub(crate) use node::{Seen, escape};
pub use observers::{Observed, ObserverMap, ObserversWidget};
pub use results::{ResultsChart, ResultsWidget};
