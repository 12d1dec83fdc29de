//! The flags of `election-widgets import`, each an answer to a question that a file may leave open.

use election_widgets_import::Answers;
use std::path::PathBuf;

/// Reads a table or an official file, and writes the document that a widget shows.
///
/// The command lists on standard error the parts of the file that it understood and those that it left out. The flags
/// below answer what the file does not say; on a terminal the command asks for it.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets import results.csv -o results.json
  election-widgets import results.csv --map name=Candidate,votes=Votes --status partial --as-of 2030-04-12T21:00+06:00
  election-widgets import precincts.csv --answers mapping.json --sum-over precinct -o results.json

EXIT CODES:
  0  the document is written
  1  the file does not fit, a question is open, or (with --strict) something was left out
  2  a file could not be read or written, or the command was not understood")]
pub struct Options {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Another file that belongs to it, such as one with the names of options
    #[arg(long, value_name = "FILE")]
    pub with: Vec<PathBuf>,
    /// File for the document [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// File for the report as JSON, beside the one on standard error
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Answers as JSON: {"map": {"votes": "Votes"}, "status": "final", "source": {"date": "2030"}}
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// One answer by its key, such as column.Votes.zero=zero
    #[arg(long, value_name = "KEY=VALUE")]
    pub answer: Vec<String>,
    #[command(flatten)]
    flags: Flags,
    /// Import a file that says it is a test; the document says so too
    #[arg(long)]
    pub rehearsal: bool,
    /// Exit with 1 if anything was left out
    #[arg(long)]
    pub strict: bool,
    /// Never ask on the terminal
    #[arg(long)]
    pub no_ask: bool,
    /// Say only what is wrong
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(Clone, Debug, clap::Args)]
struct Flags {
    /// The format, where the file could be of several
    #[arg(long, value_name = "NAME")]
    format: Option<String>,
    /// Columns by field: name=Candidate,votes=Votes
    #[arg(long, value_name = "FIELD=COLUMN,…")]
    map: Option<String>,
    /// Columns of areas whose rows are added up
    #[arg(long, value_name = "COLUMN,…")]
    sum_over: Option<String>,
    /// The rows to read: office=Governor
    #[arg(long = "where", value_name = "COLUMN=VALUE,…")]
    filter: Option<String>,
    /// Columns that are an option each, in a table with a row per area or count
    #[arg(long, value_name = "COLUMN,…")]
    options: Option<String>,
    /// The encoding of a file that is not UTF-8: windows-1251, windows-1252, utf-16le
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The headline above the widget
    #[arg(long)]
    title: Option<String>,
    /// The language of the file's texts: kk
    #[arg(long)]
    lang: Option<String>,
    /// The office or house that the vote is for
    #[arg(long)]
    office: Option<String>,
    /// Name of what is observed, for a file of observers
    #[arg(long)]
    event: Option<String>,
    /// The country's code, or the name of the place
    #[arg(long)]
    place: Option<String>,
    /// The day of the vote
    #[arg(long)]
    date: Option<String>,
    /// The kind of the options: candidate, party, answer
    #[arg(long)]
    kind: Option<String>,
    /// How far the count has come: partial, preliminary, final
    #[arg(long)]
    status: Option<String>,
    /// The day or moment that the figures speak of
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The base of percentages: valid, cast, eligible
    #[arg(long, value_name = "BASE")]
    percent_of: Option<String>,
    /// The contest to show, of a file with several: its id or its name
    #[arg(long, value_name = "ID")]
    contest: Option<String>,
    /// The vote to show, of a ballot with several: 2 of Germany's second votes
    #[arg(long, value_name = "NUMBER")]
    vote: Option<String>,
    /// Names of options by their columns, in a file without names: D1=Ada Park,D2=Ben Lee
    #[arg(long, value_name = "COLUMN=NAME,…")]
    names: Option<String>,
    /// The area to show, of a file with several; of observers their map: kazakhstan-before-2018
    #[arg(long)]
    area: Option<String>,
    /// The title of the source
    #[arg(long, value_name = "TEXT")]
    source_title: Option<String>,
    /// The publisher of the source
    #[arg(long, value_name = "TEXT")]
    publisher: Option<String>,
    /// The day on which the source was published
    #[arg(long, value_name = "DATE")]
    source_date: Option<String>,
    /// The address of the source
    #[arg(long, value_name = "URL")]
    source_url: Option<String>,
}

/// A key of the answers, the flag that gives it, and its value.
type Keyed = (&'static str, &'static str, fn(&Flags) -> &Option<String>);

const KEYED: [Keyed; 24] = [
    ("format", "--format", |flags| &flags.format),
    ("map", "--map", |flags| &flags.map),
    ("sumOver", "--sum-over", |flags| &flags.sum_over),
    ("where", "--where", |flags| &flags.filter),
    ("options", "--options", |flags| &flags.options),
    ("encoding", "--encoding", |flags| &flags.encoding),
    ("title", "--title", |flags| &flags.title),
    ("lang", "--lang", |flags| &flags.lang),
    ("office", "--office", |flags| &flags.office),
    ("event", "--event", |flags| &flags.event),
    ("place", "--place", |flags| &flags.place),
    ("date", "--date", |flags| &flags.date),
    ("kind", "--kind", |flags| &flags.kind),
    ("status", "--status", |flags| &flags.status),
    ("asOf", "--as-of", |flags| &flags.as_of),
    ("percentOf", "--percent-of", |flags| &flags.percent_of),
    ("contest", "--contest", |flags| &flags.contest),
    ("vote", "--vote", |flags| &flags.vote),
    ("names", "--names", |flags| &flags.names),
    ("area", "--area", |flags| &flags.area),
    ("source.title", "--source-title", |flags| {
        &flags.source_title
    }),
    ("source.publisher", "--publisher", |flags| &flags.publisher),
    ("source.date", "--source-date", |flags| &flags.source_date),
    ("source.url", "--source-url", |flags| &flags.source_url),
];

/// The way to answer a question on the command line: its own flag, or `--answer`.
pub(super) fn flag_of(key: &str) -> String {
    let known = KEYED.iter().find(|(known, _, _)| *known == key);
    known.map_or_else(
        || format!("--answer \"{key}=…\""),
        |(_, flag, _)| (*flag).to_owned(),
    )
}

impl Options {
    /// The answers of the mapping file, then those of flags, which win.
    ///
    /// # Errors
    /// A mapping file that can't be read, or an answer without `=`.
    pub(super) fn answers(&self) -> Result<Answers, String> {
        let mut answers = match &self.answers {
            None => Answers::default(),
            Some(path) => {
                let name = path.display();
                let text = std::fs::read_to_string(path)
                    .map_err(|error| format!("{name}: cannot be read: {error}"))?;
                Answers::from_json(&text).map_err(|refused| format!("{name}: {refused}"))?
            }
        };
        for (key, _, value) in KEYED {
            if let Some(value) = value(&self.flags) {
                answers.set(key, value.as_str());
            }
        }
        for answer in &self.answer {
            let (key, value) = answer
                .split_once('=')
                .ok_or_else(|| format!("--answer: expected KEY=VALUE, found \"{answer}\""))?;
            answers.set(key, value);
        }
        if self.rehearsal {
            answers.set("rehearsal", true);
        }
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Args as _, Command};

    #[test]
    fn every_flag_that_a_question_names_is_one_of_the_command() {
        let command = Options::augment_args(Command::new("import"));
        for (key, flag, _) in KEYED {
            let is_known = command
                .get_arguments()
                .filter_map(clap::Arg::get_long)
                .any(|long| flag_of(key) == format!("--{long}"));
            assert!(is_known, "{key}: {flag}");
        }
        assert_eq!(
            flag_of("column.Votes.zero"),
            "--answer \"column.Votes.zero=…\""
        );
    }
}
