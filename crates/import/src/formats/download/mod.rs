//! The widgets' own downloads, as CSV and as JSON.

mod alliances;
mod observers;
mod record;
mod results;

use super::Format;
use crate::context::Context;
use crate::grid::Grid;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use record::Records;
use serde_json::Value;

/// The format of the files that readers download from the widgets.
#[derive(Clone, Copy, Debug)]
pub struct Download;

/// The first columns of each kind of download.
const RESULTS: [&str; 4] = ["count", "status", "asOf", "option"];
const OBSERVERS: [&str; 4] = ["mission", "organisation", "name", "status"];
const ALLIANCES: [&str; 4] = ["state", "name", "alliance", "kind"];

/// Columns that a table of a newsroom's own is unlikely to have as well.
const MARKS: [&str; 3] = ["says", "figure", "holds"];

impl Format for Download {
    fn name(&self) -> &'static str {
        "download"
    }

    fn title(&self) -> &'static str {
        "a widget's own download (CSV, JSON)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        let start = sniff.start();
        if sniff.is_json() {
            let first = start.split('}').next().unwrap_or_default();
            let has = |key: &str| first.contains(&format!("\"{key}\":"));
            let is_results = has("count") && has("status") && has("asOf");
            let is_observers = has("mission") && has("figure");
            let is_alliances = has("state") && has("alliance") && has("shown");
            return start.starts_with('[') && (is_results || is_observers || is_alliances);
        }
        let heads: Vec<&str> = sniff
            .first_line()
            .trim_start_matches('\u{feff}')
            .trim_end()
            .split(',')
            .collect();
        [RESULTS, OBSERVERS, ALLIANCES]
            .iter()
            .any(|kind| heads.starts_with(kind))
            && MARKS.iter().any(|mark| heads.contains(mark))
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let grid = if text.trim_start().starts_with('[') {
            Grid::of_json(&text)?
        } else {
            Grid::of_csv(&text, b',', 0)?
        };
        let has = |name: &str| grid.column(name).is_some();
        let (is_results, is_observers) = (has("count"), has("mission"));
        let records = Records::new(grid, context)?;
        if is_results {
            results::read(&records, context)
        } else if is_observers {
            observers::read(&records, context)
        } else {
            alliances::read(&records, context)
        }
    }
}
