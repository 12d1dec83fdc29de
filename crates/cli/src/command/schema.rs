//! `election-widgets schema`: the documents' JSON Schema.

use super::validate::DocumentKind;
use super::{ExitStatus, refused, target};
use election_widgets::widget::json_schema;

/// Prints the JSON Schema of a widget's documents.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "EXAMPLE:
  election-widgets schema results-chart > results-chart.schema.json

EXIT CODES:
  0  the schema is printed
  2  the schema could not be printed, or an argument is wrong")]
pub struct Options {
    /// The kind of document that the schema describes
    #[arg(value_name = "WIDGET")]
    pub widget: DocumentKind,
}

/// Prints the JSON Schema of a document.
pub fn schema(options: &Options) -> ExitStatus {
    let schema = json_schema(options.widget.name()).unwrap_or_default();
    match target::print(&schema) {
        Ok(()) => ExitStatus::Success,
        Err(message) => refused(&message),
    }
}
