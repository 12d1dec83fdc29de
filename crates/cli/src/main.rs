//! The command line: `prerender` puts finished widgets into pages, `validate` checks documents, `import` reads tables,
//! `schema` and `styles` print the JSON Schema of a document and the style sheet of a widget, `geo` makes area files for
//! maps, `picture` draws a document as PNG or SVG, `play` plays a recorded night.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod command;
mod geo;
mod host;
mod page;

use clap::{Parser, Subcommand};
use command::ExitStatus;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::process::ExitCode;

/// Prepares election widgets for a site: finished pages, checked documents, maps.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Prerender(command::PrerenderOptions),
    Validate(command::ValidateOptions),
    Schema(command::SchemaOptions),
    Styles(command::StylesOptions),
    Geo(Box<geo::Options>),
    Import(Box<command::ImportOptions>),
    Picture(Box<command::PictureOptions>),
    Embed(Box<command::EmbedOptions>),
    Play(command::PlayOptions),
}

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|stop| {
        // Standard error may be what failed.
        let _ = writeln!(std::io::stderr(), "{}", said_of(stop));
        std::process::exit(ExitStatus::Failure.code().into());
    }));
    host::enter_working_folder();
    let Cli { command } = Cli::parse();
    let ended = match command {
        Command::Prerender(options) => command::prerender(&options),
        Command::Validate(options) => command::validate(&options),
        Command::Schema(options) => command::schema(&options),
        Command::Styles(options) => command::styles(&options),
        Command::Import(options) => command::import(&options),
        Command::Picture(options) => command::picture(&options),
        Command::Embed(options) => command::embed(&options),
        Command::Play(options) => command::play(&options),
        Command::Geo(options) => geo(&options).map_or_else(
            |message| {
                eprintln!("error: {message}");
                ExitStatus::Failure
            },
            |()| ExitStatus::Success,
        ),
    };
    ExitCode::from(ended.code())
}

/// The line that a fault of the program itself ends with.
fn said_of(stop: &PanicHookInfo<'_>) -> String {
    let reason = stop.to_string().replace('\n', " ");
    format!("error: the program stopped ({reason}). Please report it with what it was given")
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

#[cfg(test)]
mod tests {
    use super::said_of;
    use std::panic::{catch_unwind, set_hook, take_hook};
    use std::sync::mpsc::channel;

    #[test]
    fn a_fault_of_the_program_ends_with_one_line_that_asks_for_a_report() {
        let (said, heard) = channel();
        set_hook(Box::new(move |stop| said.send(said_of(stop)).unwrap()));
        catch_unwind(|| panic!("a made-up fault")).unwrap_err();
        let _ = take_hook();
        let line = heard.recv().unwrap();
        assert!(line.starts_with("error: the program stopped (panicked at "));
        assert!(line.ends_with(" a made-up fault). Please report it with what it was given"));
        assert_eq!(line.lines().count(), 1);
    }
}
