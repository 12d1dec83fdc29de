//! The leptos components: finished layouts as elements.
//!
//! Elements are built by functions rather than by `view!`, which turns nested static elements into
//! `innerHTML`; pages under Trusted Types refuse that.

mod facts;
pub(crate) mod frame;
mod results;

pub use results::{ResultsChart, ResultsWidget};
