//! The progress of a long import: a bar, rows and seconds left on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Read;

/// Files below this size are read before a bar could be seen.
const SEEN_FROM: u64 = 2_000_000;

/// A progress bar on standard error.
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// A bar over a file of `length` bytes; hidden for small files, with `quiet`, and where standard error is no terminal.
    pub(super) fn new(length: Option<u64>, quiet: bool) -> Bar {
        let is_hidden = quiet || length.is_some_and(|length| length < SEEN_FROM);
        let target = if is_hidden {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(length, target);
        let template = match length {
            Some(_) => "{wide_bar} {bytes}/{total_bytes}, {msg} rows, {eta} left",
            None => "{spinner} {bytes}, {msg} rows",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message("0");
        Bar(bar)
    }

    /// The reader, counted by the bar.
    pub(super) fn reading<'a>(&self, reader: impl Read + 'a) -> impl Read + 'a {
        self.0.wrap_read(reader)
    }

    /// The callback that receives the number of rows.
    pub(super) fn rows(&self) -> Box<dyn FnMut(u64)> {
        let bar = self.0.clone();
        Box::new(move |rows| bar.set_message(rows.to_string()))
    }

    /// Takes the bar off the terminal.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
