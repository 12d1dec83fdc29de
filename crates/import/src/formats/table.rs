//! Tables: CSV, TSV, semicolons, pasted cells.

use super::Format;
use crate::context::Context;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use serde_json::Value;

/// The format of every table that no other format recognises.
#[derive(Clone, Copy, Debug)]
pub struct Table;

impl Format for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn title(&self) -> &'static str {
        "a table (CSV, TSV, semicolons, pasted cells)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        !sniff.is_json() && !sniff.is_markup()
    }

    fn read(&self, _: &mut Source<'_>, _: &mut Context<'_>) -> Result<Option<Value>, Refused> {
        Err(Refused::new("tables are not read yet"))
    }
}
