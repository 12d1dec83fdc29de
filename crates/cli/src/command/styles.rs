//! `election-widgets styles`: the sheet of styles.

use super::validate::Kind;
use super::{ExitStatus, refused, target};
use election_widgets::prerender;
use election_widgets::widget::AREA;

const SHEET: &str = include_str!("../../../../www/election-widgets.css");

/// Prints the sheet of styles, for --link: a widget's part of it, or all.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "EXAMPLE:
  election-widgets styles results-chart > public/results-chart.css
  election-widgets prerender article.html --link /results-chart.css

EXIT CODES:
  0  it is printed
  2  it could not be, or the command was not understood")]
pub struct Options {
    /// Whose styles [default: those of all widgets]
    #[arg(value_name = "WIDGET")]
    pub widget: Option<Kind>,
}

/// Prints a sheet of styles.
pub fn styles(options: &Options) -> ExitStatus {
    let printed = match options.widget {
        Some(kind) if kind.name() == AREA => Err("an area file has no styles".to_owned()),
        Some(widget) => target::print(&prerender::styles(widget.name()).collect::<String>()),
        None => target::print(SHEET),
    };
    match printed {
        Ok(()) => ExitStatus::Success,
        Err(message) => refused(&message),
    }
}
