//! `election-widgets play`: a recorded night, served on this machine so that pages can be tried before the real one.

#[cfg(not(target_os = "wasi"))]
mod fault;
#[cfg_attr(target_os = "wasi", allow(dead_code))] // Nothing is served there.
mod night;
#[cfg(not(target_os = "wasi"))]
mod server;
#[cfg(not(target_os = "wasi"))]
mod start_page;

use super::{ExitStatus, refused};
use night::{Clock, Night};
use std::path::PathBuf;

/// Plays a recorded night: a local server that gives each document when its time has come.
///
/// The folder has a file night.json, which lists the documents: [{"at": "20:00", "file": "exit-poll.json"}, ...].
/// A time that is earlier than the one before it is on the next day.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets play examples/night --speed 60
  election-widgets play examples/night --start 22:30 --speed 0

ADDRESSES:
  /data.json             the document of the moment, with ETag and Last-Modified, for pages of any origin
  /data.json?fault=500   an error of the server. Other faults: 429 (with Retry-After), cut, html, slow, old
  /                      the time and the newest document, with buttons that switch a fault on and off for /data.json
  /fault/500             the same switch for scripts (POST); /fault/none ends the fault

EXIT CODES:
  2  the night could not be read or served, or an argument is wrong

More: docs/play.md")]
pub struct Options {
    /// The folder of the night
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Seconds of the night that pass in one second; 0 stops the clock
    #[arg(long, value_name = "NUMBER", default_value_t = 60.0)]
    pub speed: f64,
    /// The time of the night to begin with [default: the time of the first document]
    #[arg(long, value_name = "HH:MM")]
    pub start: Option<String>,
    /// The port on this machine; 0 takes a free one
    #[arg(long, default_value_t = 8765)]
    pub port: u16,
    /// Seconds that an answer of the fault "slow" takes; widgets give up after 20
    #[arg(long, value_name = "NUMBER", default_value_t = 25)]
    pub slow: u16,
}

/// Plays a night until the command is ended.
pub fn play(options: &Options) -> ExitStatus {
    match prepared(options).and_then(|(night, clock)| serve(night, clock, options)) {
        Ok(()) => ExitStatus::Success,
        Err(message) => refused(&message),
    }
}

fn prepared(options: &Options) -> Result<(Night, Clock), String> {
    let night = Night::read(&options.folder)?;
    let start = match &options.start {
        Some(start) => night.time(start)?,
        None => night.begins(),
    };
    if !(options.speed.is_finite() && (0.0..=100_000.0).contains(&options.speed)) {
        return Err("--speed: expected a number from 0 to 100000".to_owned());
    }
    Ok((night, Clock::new(start, options.speed)))
}

#[cfg(not(target_os = "wasi"))]
use server::serve;

/// The npm package runs the command under WASI, which has no network.
#[cfg(target_os = "wasi")]
fn serve(_: Night, _: Clock, _: &Options) -> Result<(), String> {
    Err("play needs a network, which the command of the npm package does not have: build it with `cargo build -p election-widgets-cli`".to_owned())
}
