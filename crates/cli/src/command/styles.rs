//! `election-widgets styles`: a widget's style sheet, or that of all widgets.

use super::validate::DocumentKind;
use super::{ExitStatus, refused, target};
use election_widgets::prerender;
use election_widgets::widget::AREA;

/// Prints the style sheet of one widget or of all widgets, for `prerender --link`.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "EXAMPLE:
  election-widgets styles results-chart > public/results-chart.css
  election-widgets prerender article.html --link /results-chart.css

EXIT CODES:
  0  the style sheet is printed
  2  the style sheet could not be printed, or an argument is wrong")]
pub struct Options {
    /// The widget whose styles to print [default: all widgets]
    #[arg(value_name = "WIDGET")]
    pub widget: Option<DocumentKind>,
}

/// Prints a style sheet.
pub fn styles(options: &Options) -> ExitStatus {
    let printed = match options.widget {
        Some(kind) if kind.name() == AREA => Err("an area file has no styles".to_owned()),
        Some(widget) => target::print(&prerender::styles(widget.name()).concat()),
        None => target::print(&prerender::all_styles()),
    };
    match printed {
        Ok(()) => ExitStatus::Success,
        Err(message) => refused(&message),
    }
}
