//! `election-widgets picture`: a document as a PNG or SVG.

use super::address::Base;
use super::languages::{Languages, borrowed, tag};
use super::source::{STANDARD_INPUT, read_text, read_text_from_input};
use super::table::json_of;
use super::validate::DocumentKind;
use super::{ExitStatus, attributes, refused, shapes, target};
use election_widgets::prerender::AreaFile;
use election_widgets::wire::{self, DataError};
use election_widgets_picture::{
    Fonts, Logo, Picture, PictureError, Request, Size, Theme, compose, outlined, png,
};
use std::fs;
use std::path::{Path, PathBuf};

/// Draws a document as a picture: for previews in social networks, messengers, print.
///
/// Status, date, sources, and that figures are made up stand in the picture. Its text alternative is printed to
/// standard output: give it to readers who do not see the picture.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets picture result.json -o card.png
  election-widgets picture result.json -o card.svg --size square --theme dark --lang kk
  election-widgets picture result.json -o card.png --logo logo.svg --alt card.txt

EXIT CODES:
  0  the picture was written
  1  the document has an error or no sources, the font lacks a letter, or the size is too small
  2  a file could not be read or written, or an argument is wrong

More: docs/cards.md")]
pub struct Options {
    /// The document; - for standard input
    #[arg(value_name = "DOCUMENT")]
    pub document: PathBuf,
    /// The picture to write: .png or .svg
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// og (1200x630), square (1080x1080), portrait (1080x1350) or WIDTHxHEIGHT in pixels
    #[arg(long, value_name = "SIZE", default_value = "og")]
    pub size: Size,
    /// the colours: light or dark
    #[arg(long, value_name = "THEME", default_value = "light", value_parser = theme)]
    pub theme: Theme,
    /// Language of the words [default: the document's]
    #[arg(long, value_name = "TAG", value_parser = tag)]
    pub lang: Option<String>,
    /// An attribute of the widget, such as unit=seats; may be given several times
    #[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = attributes::read)]
    pub attributes: Vec<(String, String)>,
    /// A logo for the upper right corner: an SVG of shapes only
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// Another font than Noto Sans: a TTF or OTF; a second one is for what is strong
    #[arg(long = "font", value_name = "FILE")]
    pub fonts: Vec<PathBuf>,
    /// Write the letters of an SVG as outlines, for programs without the font
    #[arg(long)]
    pub outlines: bool,
    /// Write the text alternative into this file too
    #[arg(long, value_name = "FILE")]
    pub alt: Option<PathBuf>,
}

fn theme(text: &str) -> Result<Theme, String> {
    match text {
        "light" => Ok(Theme::Light),
        "dark" => Ok(Theme::Dark),
        _ => Err("expected light or dark".to_owned()),
    }
}

/// Why there is no picture, and how the command ends.
type Failed = (ExitStatus, String);

fn failure(why: String) -> Failed {
    (ExitStatus::Failure, why)
}

/// Draws a document, writes the picture, and prints its text alternative.
pub fn picture(options: &Options) -> ExitStatus {
    match drawn(options) {
        Ok(()) => ExitStatus::Success,
        Err((status, message)) => {
            refused(&message);
            status
        }
    }
}

fn drawn(options: &Options) -> Result<(), Failed> {
    let is_svg = is_svg(&options.output).map_err(failure)?;
    keep_apart(options).map_err(failure)?;
    let fonts = fonts(&options.fonts).map_err(failure)?;
    let logo = options.logo.as_deref().map(logo).transpose();
    let logo = logo.map_err(failure)?;
    let picture = composed(options, &fonts, logo.as_ref())?;
    let invalid = |error: PictureError| (ExitStatus::Invalid, error.to_string());
    let bytes = match (is_svg, options.outlines) {
        (false, _) => png(&picture.svg, &fonts).map_err(invalid)?,
        (true, true) => outlined(&picture.svg, &fonts)
            .map_err(invalid)?
            .into_bytes(),
        (true, false) => picture.svg.clone().into_bytes(),
    };
    write(options, &bytes, &picture.alternative).map_err(failure)?;
    target::print(&format!("{}\n", picture.alternative)).map_err(failure)
}

/// Writes the text alternative and the picture, or neither of them.
fn write(options: &Options, bytes: &[u8], alternative: &str) -> Result<(), String> {
    let alternative = format!("{alternative}\n");
    let mut files = vec![(options.output.clone(), bytes)];
    if let Some(path) = &options.alt {
        files.push((path.clone(), alternative.as_bytes()));
    }
    target::write_together(&files)
}

/// Refuses to write into a file that is read, or two texts into one file.
fn keep_apart(options: &Options) -> Result<(), String> {
    let read = [Some(&options.document), options.logo.as_ref()];
    let read = read.into_iter().flatten().chain(&options.fonts);
    let mut taken: Vec<&PathBuf> = read.collect();
    for path in std::iter::once(&options.output).chain(&options.alt) {
        if taken.iter().any(|other| target::is_same(other, path)) {
            let shown = path.display();
            return Err(format!(
                "{shown}: one file can't be two: give the document, -o, --alt, --logo and --font different names"
            ));
        }
        taken.push(path);
    }
    Ok(())
}

fn is_svg(path: &Path) -> Result<bool, String> {
    let ending = path.extension().unwrap_or_default();
    match ending.to_string_lossy().to_lowercase().as_str() {
        "svg" => Ok(true),
        "png" => Ok(false),
        _ => {
            let shown = path.display();
            Err(format!(
                "{shown}: the name of a picture ends in .png or .svg"
            ))
        }
    }
}

fn fonts(files: &[PathBuf]) -> Result<Fonts, String> {
    let read = |path: &PathBuf| {
        fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
    };
    match files {
        [] => Fonts::bundled().map_err(|error| error.to_string()),
        [regular] => Fonts::new(read(regular)?, None)
            .map_err(|error| format!("{} {error}", regular.display())),
        [regular, strong] => Fonts::new(read(regular)?, Some(read(strong)?))
            .map_err(|error| format!("{} or {} {error}", regular.display(), strong.display())),
        _ => Err("--font: expected at most two files, a usual and a strong one".to_owned()),
    }
}

fn logo(path: &Path) -> Result<Logo, String> {
    let text = read_text(path)
        .map_err(|why| format!("{} {why}. A logo is an SVG file", path.display()))?;
    Logo::read(&text).map_err(|error| format!("{} {error}", path.display()))
}

fn composed(options: &Options, fonts: &Fonts, logo: Option<&Logo>) -> Result<Picture, Failed> {
    let path = &options.document;
    let shown = path.display().to_string();
    let text = match path.as_os_str() == STANDARD_INPUT {
        true => read_text_from_input(),
        false => read_text(path),
    };
    let text = text.map_err(|why| failure(format!("{shown} {why}")))?;
    let text = json_of(path, text, None);
    let text = text.map_err(|why| (ExitStatus::Invalid, format!("{shown}: {why}")))?;
    compose_document(&Drawing {
        path,
        text: &text,
        attributes: &options.attributes,
        language: options.lang.as_deref(),
        size: options.size,
        theme: options.theme,
        fonts,
        logo,
    })
    .map_err(|why| (ExitStatus::Invalid, format!("{shown}: {why}")))
}

/// The picture for social media of a document, a light PNG of 1200 by 630 pixels, with its text alternative.
///
/// # Errors
/// Why there is none: a letter that the fonts lack, no sources.
pub(super) fn social(
    path: &Path,
    text: &str,
    (language, attributes): (&str, &[(String, String)]),
    fonts: &[PathBuf],
) -> Result<(Vec<u8>, String), String> {
    let fonts = self::fonts(fonts)?;
    let drawing = Drawing {
        path,
        text,
        attributes,
        language: Some(language),
        size: Size::OG,
        theme: Theme::Light,
        fonts: &fonts,
        logo: None,
    };
    let picture = compose_document(&drawing)?;
    let bytes = png(&picture.svg, &fonts).map_err(|error| error.to_string())?;
    Ok((bytes, picture.alternative))
}

/// A document, and how it is drawn.
struct Drawing<'a> {
    /// The file of the document; files that it names lie beside it.
    path: &'a Path,
    text: &'a str,
    /// The attributes of its element.
    attributes: &'a [(String, String)],
    language: Option<&'a str>,
    size: Size,
    theme: Theme,
    fonts: &'a Fonts,
    logo: Option<&'a Logo>,
}

fn compose_document(drawing: &Drawing<'_>) -> Result<Picture, String> {
    let Drawing { path, text, .. } = drawing;
    let shown = path.display();
    let document = wire::parse(text).map_err(|error| error.to_string())?;
    let kind = DocumentKind::of(&document).map_err(|error| error.to_string())?;
    let language = drawing.language.or(document.language());
    let locale = Languages::default().named(language);
    if let Some(what) = borrowed(&locale) {
        eprintln!("{shown}: warning: {what}");
    }
    let area = AreaFile::of(&document).map(|file| area(path, &file));
    let area = area.as_ref().map(|area| match area {
        Ok(text) => Ok(text.as_str()),
        Err(error) => Err(error.clone()),
    });
    let picture = compose(&Request {
        tag: kind.name(),
        data: text,
        attributes: drawing.attributes,
        area,
        locale: &locale,
        size: drawing.size,
        theme: drawing.theme,
        fonts: drawing.fonts,
        logo: drawing.logo,
    });
    let picture = picture.map_err(|error| error.to_string())?;
    for warning in &picture.warnings {
        eprintln!("{shown}: warning: {}: {}", warning.path, warning.message);
    }
    Ok(picture)
}

/// The area file that a document names: one that comes with the command, or a file beside the document.
fn area(document: &Path, file: &AreaFile) -> Result<String, DataError> {
    match file {
        AreaFile::Preset(name) => shapes::built_in(name)
            .map(str::to_owned)
            .map_err(|why| DataError::new("area", format!("{name} {why}"))),
        AreaFile::Url(address) => {
            let folder = document
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            let base = Base::new(None, folder.unwrap_or(Path::new(".")));
            base.and_then(|base| base.read_file(&base.file(address)?))
                .map_err(|why| DataError::new("area.url", format!("{address} {why}")))
        }
    }
}
