//! `election-widgets validate`: documents, read as a widget reads them.

use super::line::line_of;
use super::source::{STANDARD_INPUT, files_in, read_input, read_text};
use super::{Ended, counted, refused, shapes};
use crate::prerender::{AreaFile, area_file};
use crate::view::{AlliancesWidget, ObserversWidget, ResultsWidget};
use crate::widget::{Beside, Widget};
use crate::wire::{self, DataError, Document, Warning};
use std::path::{Path, PathBuf};

/// Reads documents as the widgets do, and says what is wrong with them: file, line, place and what was
/// expected there.
///
/// The widget is known by the document's `options`, `missions` or `alliances`; what has `shapes` is the
/// area file of a map.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets validate kazakhstan-2022.json
  election-widgets validate data/ --quiet
  make-results | election-widgets validate --widget results-chart -

EXIT CODES:
  0  all documents can be shown (they may have warnings)
  1  one can't
  2  a file could not be read, or the command was not understood")]
pub struct Options {
    /// Documents, or folders of documents (.json); - for standard input
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// What the documents are for, whatever is in them
    #[arg(long, value_name = "WIDGET")]
    pub widget: Option<Kind>,
    /// Say only what is wrong
    #[arg(short, long)]
    pub quiet: bool,
}

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// A results chart
    ResultsChart,
    /// An observer map
    ObserverMap,
    /// An alliance grid
    AllianceGrid,
    /// The shapes of a map, as `election-widgets geo` makes them
    Area,
}

impl Kind {
    /// By which field each is known.
    const FIELDS: [(&str, Kind); 4] = [
        ("options", Kind::ResultsChart),
        ("missions", Kind::ObserverMap),
        ("alliances", Kind::AllianceGrid),
        ("shapes", Kind::Area),
    ];

    /// The name of its schema, which is that of the widget's element.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::ResultsChart => ResultsWidget::TAG,
            Kind::ObserverMap => ObserversWidget::TAG,
            Kind::AllianceGrid => AlliancesWidget::TAG,
            Kind::Area => "area",
        }
    }

    fn of(document: &Document) -> Result<Kind, DataError> {
        let has = |name: &str| document.field(0, name).is_some();
        let mut known = Kind::FIELDS.iter().filter(|(field, _)| has(field));
        match (known.next(), known.next()) {
            (Some((_, kind)), None) => Ok(*kind),
            (Some((one, _)), Some((other, _))) => Err(DataError::new(
                "",
                format!("has both \"{one}\" and \"{other}\" (say which it is for: --widget)"),
            )),
            (None, _) => Err(DataError::new(
                "",
                "expected \"options\", \"missions\" or \"alliances\" (or say what it is for: --widget)",
            )),
        }
    }
}

/// Reads documents, and tells of what is wrong on standard error.
pub fn validate(options: &Options) -> Ended {
    let files = match files(options) {
        Ok(files) => files,
        Err(message) => return refused(&message),
    };
    let mut ended = Ended::Well;
    let (mut errors, mut warnings) = (0, 0);
    for path in &files {
        let (shown, text) = read(path);
        let text = match text {
            Ok(text) => text,
            Err(why) => {
                ended = ended.max(refused(&format!("{shown} {why}")));
                continue;
            }
        };
        match check(&text, options.widget) {
            Ok(found) => {
                warnings += found.len();
                for Warning { path, message } in found {
                    let line = line_of(&text, &path);
                    eprintln!("{shown}:{line}: warning: {path}: {message}");
                }
            }
            Err(error) => {
                errors += 1;
                ended = ended.max(Ended::Problems);
                eprintln!("{shown}:{}: {error}", line_of(&text, &error.path));
            }
        }
    }
    if !options.quiet {
        eprintln!(
            "{}, {}, {}",
            counted(files.len(), "document"),
            counted(errors, "error"),
            counted(warnings, "warning")
        );
    }
    ended
}

fn files(options: &Options) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in &options.files {
        if path.is_dir() {
            files.extend(files_in(path, &["json"], None)?);
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        return Err("no document is there to be read (.json)".to_owned());
    }
    Ok(files)
}

fn read(path: &Path) -> (String, Result<String, String>) {
    if path.as_os_str() == STANDARD_INPUT {
        return ("standard input".to_owned(), read_input());
    }
    (path.display().to_string(), read_text(path))
}

fn check(text: &str, kind: Option<Kind>) -> Result<Vec<Warning>, DataError> {
    let document = wire::parse(text)?;
    let kind = match kind {
        Some(kind) => kind,
        None => Kind::of(&document)?,
    };
    match kind {
        Kind::ResultsChart => warnings::<ResultsWidget>(&document, Beside::Nothing),
        Kind::ObserverMap => warnings::<ObserversWidget>(&document, shapes_of(text)),
        Kind::AllianceGrid => warnings::<AlliancesWidget>(&document, Beside::Nothing),
        Kind::Area => wire::read_area(&document).map(|_| Vec::new()),
    }
}

/// The shapes that come with the widgets, where a document names them: its places are looked up in
/// them. Those of a page's own are the page's to find.
fn shapes_of(text: &str) -> Beside {
    match area_file(ObserversWidget::TAG, text) {
        Some(AreaFile::Preset(name)) => match shapes::built_in(&name).map(wire::parse) {
            Ok(Ok(document)) => Beside::Read(document),
            _ => Beside::Nothing,
        },
        _ => Beside::Nothing,
    }
}

fn warnings<W: Widget>(document: &Document, beside: Beside) -> Result<Vec<Warning>, DataError> {
    W::read(document, beside).map(|(_, warnings)| warnings)
}
