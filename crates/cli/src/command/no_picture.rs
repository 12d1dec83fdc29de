//! `election-widgets picture` where the command is built without the feature `picture`.

use super::{ExitStatus, refused};
use std::path::{Path, PathBuf};

/// Draws a document as a picture. Not in the npm command yet.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// The options of the subcommand where it is built
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<String>,
}

/// Says why there is no picture: `embed` goes on without one.
pub(super) fn social(_: &Path, _: &str, _: &str, _: &[PathBuf]) -> Result<Vec<u8>, String> {
    Err("this build of the command draws none (docs/cards.md)".to_owned())
}

/// Says where pictures are made.
pub fn picture(_: &Options) -> ExitStatus {
    refused("picture is not in the npm command yet: build the command with cargo (docs/cards.md)")
}
