//! A table to be pasted.

use super::vdom::{VNode, el};
use crate::layout::{ExportTable, Field};

/// The table with text in its cells and nothing else.
pub(crate) fn export_table(table: &ExportTable) -> VNode {
    let row = |fields: &Vec<Field>| {
        el("tr").children(fields.iter().map(|field| el("td").text(field.guarded())))
    };
    el("table").children(table.rows.iter().map(row))
}
