//! `election-widgets validate`: documents, read as a widget reads them.

use super::ahead::dates_ahead;
use super::line::line_of;
use super::source::{STANDARD_INPUT, files_in, read_text, read_text_from_input};
use super::table::{document_of, is_table};
use super::{ExitStatus, counted, refused, shapes};
use election_widgets::prerender::AreaFile;
use election_widgets::widget::{AREA, AllWidgets, AreaInput, Visit, Widget, WidgetSet};
use election_widgets::wire::{self, DataError, Document, Warning};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Checks documents as the widgets do. Each problem is printed with its file, line and path in the document.
///
/// The fields of a document say which widget it is for: `options`, `missions` or `alliances`. An area file
/// of a map has `shapes`. A file that is not JSON is read as a table (docs/sheets.md).
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets validate kazakhstan-2022.json
  election-widgets validate data/ --quiet
  make-results | election-widgets validate --widget results-chart -

EXIT CODES:
  0  all documents can be shown (they may have warnings)
  1  at least one document cannot be shown
  2  a file could not be read, or an argument is wrong")]
pub struct Options {
    /// Documents, or folders of documents (.json); standard input if -
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// The kind of the documents [default: detected from their fields]
    #[arg(long, value_name = "WIDGET")]
    pub widget: Option<DocumentKind>,
    /// Print only errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

/// The use of a document: the tag of a widget, or `area`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentKind(&'static str);

impl DocumentKind {
    /// The name of its schema.
    pub(super) fn name(self) -> &'static str {
        self.0
    }

    /// Every kind, with the field by which its documents are known.
    fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
        let widgets = AllWidgets::names().into_iter();
        let widgets = widgets.map(|name| (name.tag, name.document_key));
        widgets.chain([(AREA, "shapes")])
    }

    /// The kind of a document, by its fields.
    pub(super) fn of(document: &Document) -> Result<DocumentKind, DataError> {
        let has = |key: &str| document.keys().any(|known| known == key);
        let mut found = DocumentKind::all().filter(|(_, key)| has(key));
        match (found.next(), found.next()) {
            (Some((name, _)), None) => Ok(DocumentKind(name)),
            (Some((_, one)), Some((_, other))) => Err(DataError::new(
                "",
                format!("has both \"{one}\" and \"{other}\" (choose one with --widget)"),
            )),
            (None, _) => {
                let keys = AllWidgets::names().into_iter();
                let keys: Vec<_> = keys
                    .map(|name| format!("{:?}", name.document_key))
                    .collect();
                let keys = keys.join(", ");
                let (most, last) = keys.rsplit_once(", ").unwrap_or(("", &keys));
                let message =
                    format!("expected {most} or {last} (or choose the kind with --widget)");
                Err(DataError::new("", message))
            }
        }
    }
}

/// Parses the value of `--widget`, and lists the values in the help text.
impl clap::builder::ValueParserFactory for DocumentKind {
    type Parser = clap::builder::MapValueParser<
        clap::builder::PossibleValuesParser,
        fn(String) -> DocumentKind,
    >;

    fn value_parser() -> Self::Parser {
        use clap::builder::{PossibleValuesParser, TypedValueParser as _};
        PossibleValuesParser::new(DocumentKind::all().map(|(name, _)| name)).map(|name| {
            let known = DocumentKind::all().find(|(known, _)| *known == name);
            DocumentKind(known.map_or(AREA, |(name, _)| name))
        })
    }
}

/// Checks documents, and prints their errors and warnings to standard error.
pub fn validate(options: &Options) -> ExitStatus {
    let files = match files(options) {
        Ok(files) => files,
        Err(message) => return refused(&message),
    };
    let mut ended = ExitStatus::Success;
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
        match checked(path, &shown, &text, options.widget) {
            Ok(found) => {
                warnings += found.len();
                found.iter().for_each(|warning| eprintln!("{warning}"));
            }
            Err(error) => {
                errors += 1;
                ended = ended.max(ExitStatus::Invalid);
                eprintln!("{error}");
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
        return Err("found no documents (.json)".to_owned());
    }
    Ok(files)
}

fn read(path: &Path) -> (String, Result<String, String>) {
    if path.as_os_str() == STANDARD_INPUT {
        return ("standard input".to_owned(), read_text_from_input());
    }
    (path.display().to_string(), read_text(path))
}

/// Checks a document, or the document that a table is. Its warnings, or its error, are lines that begin with `shown`.
fn checked(
    path: &Path,
    shown: &str,
    text: &str,
    kind: Option<DocumentKind>,
) -> Result<Vec<String>, String> {
    let is_table = is_table(path, text);
    // A path in the document that a table became has no line in the table.
    let place = |path: &str| match is_table {
        true => shown.to_owned(),
        false => format!("{shown}:{}", line_of(text, path)),
    };
    let kind = kind.filter(|kind| !is_table || kind.0 != AREA);
    let json = if is_table {
        let tag = kind.map(DocumentKind::name);
        Cow::Owned(document_of(text, tag).map_err(|why| format!("{shown}: {why}"))?)
    } else {
        Cow::Borrowed(text)
    };
    let read = check(&json, kind);
    let warnings = read.map_err(|error| format!("{}: {error}", place(&error.path)))?;
    let ahead = dates_ahead(&json);
    let told = warnings.into_iter().chain(ahead);
    let told = told
        .map(|Warning { path, message }| format!("{}: warning: {path}: {message}", place(&path)));
    Ok(told.collect())
}

/// Checks a document whose fields say which widget it is for.
///
/// # Errors
/// Why its widget would refuse it.
pub(super) fn check_document(text: &str) -> Result<(), DataError> {
    check(text, None).map(|_| ())
}

fn check(text: &str, kind: Option<DocumentKind>) -> Result<Vec<Warning>, DataError> {
    let document = wire::parse(text)?;
    let kind = match kind {
        Some(kind) => kind,
        None => DocumentKind::of(&document)?,
    };
    if kind.0 == AREA {
        return wire::read_area(&document).map(|_| Vec::new());
    }
    let check = Check {
        document: &document,
        area: shapes_of(&document),
    };
    AllWidgets::visit(kind.0, check).unwrap_or_else(|| Ok(Vec::new()))
}

struct Check<'a> {
    document: &'a Document,
    area: AreaInput,
}

impl Visit for Check<'_> {
    type Output = Result<Vec<Warning>, DataError>;

    fn visit<W: Widget>(self) -> Self::Output {
        W::read(self.document, self.area).map(|(_, warnings)| warnings)
    }
}

/// The shapes that come with the widgets, where a document names them: its places are looked up in
/// them. Those of a page's own are the page's to find.
fn shapes_of(document: &Document) -> AreaInput {
    match AreaFile::of(document) {
        Some(AreaFile::Preset(name)) => match shapes::built_in(&name).map(wire::parse) {
            Ok(Ok(document)) => AreaInput::Read(document),
            _ => AreaInput::Absent,
        },
        _ => AreaInput::Absent,
    }
}
