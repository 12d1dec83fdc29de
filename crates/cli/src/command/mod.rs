//! The subcommands: they read pages and documents as files, print messages and return an exit code.
//!
//! ```text
//! files -> page (finds its widgets) -> prerender (renders each as HTML) -> the page with that HTML in it
//! ```

mod address;
mod ahead;
mod attributes;
mod embed;
mod import;
mod languages;
mod line;
mod pages;
mod picture;
mod play;
mod policy;
mod prerender;
mod render_options;
mod schema;
mod shapes;
mod source;
mod styles;
mod table;
mod target;
mod validate;
mod widgets;

pub use embed::{Options as EmbedOptions, embed};
pub use import::{Options as ImportOptions, import};
pub use picture::{Options as PictureOptions, picture};
pub use play::{Options as PlayOptions, play};
pub use prerender::{Options as PrerenderOptions, prerender};
pub use schema::{Options as SchemaOptions, schema};
pub use source::MOST_DATA;
pub use styles::{Options as StylesOptions, styles};
pub use validate::{Options as ValidateOptions, validate};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitStatus {
    /// All is well: code 0.
    Success,
    /// A document or a widget has an error: code 1.
    Invalid,
    /// A file can't be read or written, or an argument is wrong: code 2.
    Failure,
}

impl ExitStatus {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        match self {
            ExitStatus::Success => 0,
            ExitStatus::Invalid => 1,
            ExitStatus::Failure => 2,
        }
    }
}

/// Prints the error that ends a command.
fn refused(message: &str) -> ExitStatus {
    eprintln!("error: {message}");
    ExitStatus::Failure
}

/// `1 page`, `2 pages`.
fn counted(number: usize, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {one}{ending}")
}
