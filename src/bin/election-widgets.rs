//! The command line: `election-widgets geo` makes area files for maps.

use clap::{Parser, Subcommand};
use election_widgets::geo;
use std::io::Write as _;
use std::process::ExitCode;

/// Election widgets on the host.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Geo(Box<geo::Options>),
}

fn main() -> ExitCode {
    const REFUSED: u8 = 2;
    let Cli { command } = Cli::parse();
    let done = match command {
        Command::Geo(options) => geo(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(REFUSED)
        }
    }
}

fn geo(options: &geo::Options) -> Result<(), String> {
    let made = geo::make(options, &mut std::io::stdin()).map_err(|problem| problem.to_string())?;
    for warning in &made.warnings {
        eprintln!("warning: {warning}");
    }
    let written = match &options.output {
        Some(path) => std::fs::write(path, &made.text)
            .map_err(|error| format!("{}: cannot be written: {error}", path.display())),
        None => std::io::stdout()
            .write_all(made.text.as_bytes())
            .map_err(|error| format!("standard output: cannot be written: {error}")),
    };
    written.map(|()| eprintln!("{}", made.report))
}
