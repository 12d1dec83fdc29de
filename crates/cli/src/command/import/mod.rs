//! `election-widgets import`: a table or an official file becomes a document.

mod options;
mod progress;
mod prompt;
mod told;

pub use options::Options;

use super::source::STANDARD_INPUT;
use super::{ExitStatus, refused};
use election_widgets_import::{Answers, Beside, Imported, Outcome, Refused, Source, import as run};
use progress::Bar;
use std::fs::File;
use std::io::{Cursor, Read, Write as _};
use std::path::Path;

/// Imports a file, asks on a terminal for what it lacks, and writes the document.
pub fn import(options: &Options) -> ExitStatus {
    match read_and_ask(options) {
        Ok(imported) => finish(options, &imported),
        Err(Ended::Unreadable(message)) => refused(&message),
        Err(Ended::Invalid(message)) => {
            eprintln!("error: {message}");
            ExitStatus::Invalid
        }
    }
}

/// The ways in which an import ends without a document.
enum Ended {
    /// A file can't be read, or a flag is not understood.
    Unreadable(String),
    /// The file does not fit, or questions are open.
    Invalid(String),
}

fn read_and_ask(options: &Options) -> Result<Imported, Ended> {
    let mut answers = options.answers().map_err(Ended::Unreadable)?;
    let beside = beside(options).map_err(Ended::Unreadable)?;
    let input = Input::of(&options.file).map_err(Ended::Unreadable)?;
    let can_ask = !options.no_ask && prompt::is_terminal() && matches!(input, Input::File(_));
    loop {
        let (format, questions, report) = match attempt(options, &input, &beside, &answers)? {
            Outcome::Imported(imported) => return Ok(*imported),
            Outcome::Asked {
                format,
                questions,
                report,
            } => (format, questions, report),
        };
        if !can_ask {
            told::understood_so_far(format, &report, options.quiet);
            return Err(Ended::Invalid(told::open(&questions)));
        }
        for question in questions {
            let answer = prompt::ask(&question);
            let answer = answer
                .ok_or_else(|| Ended::Invalid(format!("{} is not answered", question.key)))?;
            answers.set(&question.key, answer);
        }
    }
}

fn attempt(
    options: &Options,
    input: &Input,
    beside: &[Beside],
    answers: &Answers,
) -> Result<Outcome, Ended> {
    let name = options.file.display().to_string();
    let (reader, length) = input.open(&name).map_err(Ended::Unreadable)?;
    let bar = Bar::new(length, options.quiet);
    let invalid = |refused: Refused| Ended::Invalid(format!("{name}: {refused}"));
    let source = Source::new(&name, bar.reading(reader)).map_err(invalid)?;
    let mut source = beside
        .iter()
        .fold(source, |source, one| source.with(one.clone()));
    source = source.reporting(bar.rows());
    let outcome = run(&mut source, answers).map_err(invalid);
    drop(source);
    bar.end();
    outcome
}

fn finish(options: &Options, imported: &Imported) -> ExitStatus {
    told::report(imported, options.quiet);
    let report = serde_json::to_string_pretty(&imported.report).unwrap_or_default();
    let document = serde_json::to_string_pretty(&imported.document).unwrap_or_default();
    let written = match &options.report {
        Some(path) => write(path, &report),
        None => Ok(()),
    };
    let written = written.and_then(|()| match &options.output {
        Some(path) => write(path, &document),
        None => std::io::stdout()
            .write_all(format!("{document}\n").as_bytes())
            .map_err(|error| format!("standard output: cannot be written: {error}")),
    });
    match written {
        Err(message) => refused(&message),
        Ok(()) if options.strict && !imported.report.left_out.is_empty() => ExitStatus::Invalid,
        Ok(()) => ExitStatus::Success,
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, format!("{text}\n"))
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))
}

fn beside(options: &Options) -> Result<Vec<Beside>, String> {
    let files = options.with.iter().map(|path| {
        let name = path.display().to_string();
        let bytes =
            std::fs::read(path).map_err(|error| format!("{name}: cannot be read: {error}"))?;
        Ok(Beside { name, bytes })
    });
    files.collect()
}

/// The place that the file comes from. It is read anew after questions.
enum Input {
    File(std::path::PathBuf),
    Held(Vec<u8>),
}

impl Input {
    fn of(path: &Path) -> Result<Input, String> {
        if path.as_os_str() != STANDARD_INPUT {
            return Ok(Input::File(path.to_owned()));
        }
        let mut bytes = Vec::new();
        let read = std::io::stdin().read_to_end(&mut bytes);
        read.map_err(|error| format!("standard input: cannot be read: {error}"))?;
        Ok(Input::Held(bytes))
    }

    fn open(&self, name: &str) -> Result<(Box<dyn Read + '_>, Option<u64>), String> {
        match self {
            Input::Held(bytes) => Ok((Box::new(Cursor::new(bytes)), Some(bytes.len() as u64))),
            Input::File(path) => {
                let file =
                    File::open(path).map_err(|error| format!("{name}: cannot be read: {error}"))?;
                let about = file.metadata().ok();
                if about.as_ref().is_some_and(std::fs::Metadata::is_dir) {
                    return Err(format!("{name}: is a folder"));
                }
                let length = about
                    .filter(std::fs::Metadata::is_file)
                    .map(|about| about.len());
                Ok((Box::new(file), length))
            }
        }
    }
}
