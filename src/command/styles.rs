//! `election-widgets styles`: a widget's style sheet, or that of all widgets.

use super::validate::Kind;
use super::{Ended, refused, target};
use crate::prerender;

/// Prints a style sheet for --link: a widget's, or that of all widgets.
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

/// Prints a style sheet.
pub fn styles(options: &Options) -> Ended {
    let printed = match options.widget {
        Some(Kind::Area) => Err("an area file has no styles".to_owned()),
        Some(widget) => target::print(&prerender::styles(widget.name()).concat()),
        None => target::print(&prerender::all_styles()),
    };
    match printed {
        Ok(()) => Ended::Well,
        Err(message) => refused(&message),
    }
}
