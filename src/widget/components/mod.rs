//! The leptos components of the library.

mod alliance_grid;
mod connect;
mod data;
mod observer_map;
mod results_chart;
mod styles;

pub use alliance_grid::AllianceGrid;
pub use data::WidgetData;
pub use observer_map::ObserverMap;
pub use results_chart::ResultsChart;
pub use styles::WidgetStyles;
