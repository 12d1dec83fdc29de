//! `election-widgets embed`: pages and codes by which other sites show a widget.

mod address;
mod any;
mod codes;
mod named;
mod oembed;
mod page;
mod picture;
mod script;
mod size;
mod subject;

use super::languages::tag;
use super::policy::hashes;
use super::target::{is_same, write_together};
use super::{ExitStatus, attributes, refused};
use address::Folder;
use election_widgets::prerender::styles;
use picture::Picture;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use subject::Subject;

/// Writes what other sites need to show a widget: a page for frames, its oEmbed file, and codes to copy.
///
/// For each document NAME.json it writes NAME.html (a finished page that tells its height to the page around it),
/// NAME.oembed.json, NAME.embed.txt, a picture for social media and a copy of the document. Put them at the address that --base names.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets embed results.json --base https://news.example/elections/ -o public/elections/
  election-widgets embed results.json --base https://news.example/elections/ -o public/elections/ \\
    --attribute refresh=60 --lang ru
  election-widgets embed --allow https://data.example/results/ --base https://news.example/elections/ -o public/elections/

EXIT CODES:
  0  all files were written
  1  a document cannot be shown, or is a rehearsal. Nothing was written
  2  a file could not be read or written, or an argument is wrong. Nothing was written

More: docs/embed.md")]
pub struct Options {
    /// Documents to show on pages of others
    #[arg(value_name = "DOCUMENT", required_unless_present = "allow")]
    pub documents: Vec<PathBuf>,
    /// The address at which the written files will stand, with https
    #[arg(long, value_name = "URL")]
    pub base: String,
    /// The folder to write to
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// The address of the folder with election-widgets.js [default: the base]
    #[arg(long, value_name = "URL")]
    pub widgets: Option<String>,
    /// The language of the pages
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = tag)]
    pub lang: String,
    /// An attribute of the widget, such as unit=seats or refresh=60; may be given several times
    #[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = attributes::read)]
    pub attributes: Vec<(String, String)>,
    /// A PNG picture for social media, of one document. It is copied under a name with its digest
    /// [default: the command draws one]
    #[arg(long, value_name = "FILE", conflicts_with = "no_picture")]
    pub picture: Option<PathBuf>,
    /// Another font than Noto Sans for the picture: a TTF or OTF; a second one is for what is strong
    #[arg(long = "font", value_name = "FILE", conflicts_with_all = ["picture", "no_picture"])]
    pub fonts: Vec<PathBuf>,
    /// Write no picture for social media
    #[arg(long)]
    pub no_picture: bool,
    /// The name of the publisher [default: the host of the base]
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// Seconds for which hosts may keep the oEmbed file
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    pub cache_age: u32,
    /// Tell search engines not to list the pages
    #[arg(long)]
    pub noindex: bool,
    /// Also write embed.html, which shows the document at ?src= if its address begins with this one; may be given
    /// several times
    #[arg(long, value_name = "URL")]
    pub allow: Vec<String>,
    /// Also write documents with "test": true. Their figures are made up, and a banner says so
    #[arg(long)]
    pub rehearsal: bool,
    /// Print only errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

/// The settings that all pages of a run share.
struct Site {
    base: Folder,
    widgets: Folder,
    lang: String,
    /// Attributes of the widgets.
    attributes: Vec<(String, String)>,
    provider: String,
    cache_age: u32,
    is_indexed: bool,
}

/// A file to write: its name and content.
type Written = (String, Vec<u8>);

/// An error, and the exit code that it ends with.
type Stopped = (ExitStatus, String);

/// Writes the files of all documents, or none.
pub fn embed(options: &Options) -> ExitStatus {
    let (files, tags) = match files(options) {
        Ok(made) => made,
        Err((ended, message)) => {
            eprintln!("error: {message}");
            return ended;
        }
    };
    let paths: Vec<_> = files
        .iter()
        .map(|(name, content)| (options.output.join(name), content.as_slice()))
        .collect();
    if let Err(message) = write_together(&paths) {
        return refused(&message);
    }
    if !options.quiet {
        for (path, _) in &paths {
            eprintln!("{}", path.display());
        }
        tell_hashes(&tags, options);
    }
    ExitStatus::Success
}

/// Prints what a content security policy of the pages needs.
fn tell_hashes(tags: &BTreeSet<&'static str>, options: &Options) {
    let scripts = hashes(script::all(!options.allow.is_empty()));
    eprintln!("hashes of the scripts in the pages, for script-src: {scripts}");
    let sheets: BTreeSet<String> = tags.iter().flat_map(|tag| styles(tag)).collect();
    let styles = hashes([page::style()].iter().chain(&sheets).map(String::as_str));
    eprintln!("hashes of the styles in the pages, for style-src: {styles}");
}

/// The files of a run, with the widgets in its pages.
fn files(options: &Options) -> Result<(Vec<Written>, BTreeSet<&'static str>), Stopped> {
    let wrong = |message: String| (ExitStatus::Failure, message);
    let site = site(options).map_err(wrong)?;
    let picture = options.picture.as_deref().map(Picture::read);
    let picture = picture.transpose().map_err(wrong)?;
    if picture.is_some() && options.documents.len() != 1 {
        return Err(wrong("--picture is for one document".to_owned()));
    }
    let (mut files, mut tags) = (Vec::new(), BTreeSet::new());
    for path in &options.documents {
        let subject = Subject::read(path, &site, options.rehearsal)?;
        if files.iter().any(|(name, _)| *name == subject.file("html")) {
            return Err(wrong(format!(
                "two documents are called {}",
                subject.file("json")
            )));
        }
        tags.insert(subject.tag);
        keep_source(path, &subject, options).map_err(wrong)?;
        let drawn = match &picture {
            None if !options.no_picture => social(path, &subject, &site, options)?,
            _ => None,
        };
        let picture = picture.as_ref().or(drawn.as_ref());
        for file in of_document(&subject, &site, picture) {
            add(&mut files, file).map_err(wrong)?;
        }
    }
    if !options.allow.is_empty() {
        let page = any::html(&options.allow, &site).map_err(wrong)?;
        add(&mut files, (any::FILE.to_owned(), page.into_bytes())).map_err(wrong)?;
    }
    Ok((files, tags))
}

/// The files of one document.
fn of_document(subject: &Subject, site: &Site, picture: Option<&Picture>) -> Vec<Written> {
    let picture = picture.map(|picture| picture.named(&subject.name, &subject.sentence));
    let mut files = subject.beside.clone();
    files.push((subject.file("json"), subject.data.clone().into_bytes()));
    if let Some(picture) = &picture {
        files.push((picture.file.clone(), picture.bytes.clone()));
    }
    let oembed = oembed::answer(subject, site, picture.as_ref());
    files.push((subject.file("oembed.json"), oembed.into_bytes()));
    let codes = codes::text(subject, site, picture.as_ref());
    files.push((subject.file("embed.txt"), codes.into_bytes()));
    // The page comes last: what it names is there then.
    let page = page::html(subject, site, picture.as_ref());
    files.push((subject.file("html"), page.into_bytes()));
    files
}

/// Adds a file, unless it is there already: two documents may name the same map.
///
/// # Errors
/// Another file has its name.
fn add(files: &mut Vec<Written>, file: Written) -> Result<(), String> {
    match files.iter().find(|(name, _)| *name == file.0) {
        None => files.push(file),
        Some(known) if *known == file => {}
        Some((name, _)) => return Err(format!("two files are called {name}")),
    }
    Ok(())
}

/// Refuses to put the copy with whole addresses in the place of the document itself: the next run needs the relative ones.
fn keep_source(path: &Path, subject: &Subject, options: &Options) -> Result<(), String> {
    let copy = options.output.join(subject.file("json"));
    if is_same(path, &copy) && subject.data != subject.source {
        return Err(format!(
            "{}: its copy with whole addresses would replace it: name another folder with -o",
            path.display()
        ));
    }
    Ok(())
}

/// The picture that the command draws of a document. A page without one still shows the document, so a letter that Noto
/// Sans lacks is a warning; where the fonts are the user's own, it is an error.
fn social(
    path: &Path,
    subject: &Subject,
    site: &Site,
    options: &Options,
) -> Result<Option<Picture>, Stopped> {
    let shown = path.display();
    let reader = (site.lang.as_str(), site.attributes.as_slice());
    let drawn = super::picture::social(path, &subject.source, reader, &options.fonts);
    let why = match drawn {
        Ok((bytes, alternative)) => return Ok(Picture::of_png(bytes, Some(alternative))),
        Err(why) => why,
    };
    let advice = "Or draw one with \"election-widgets picture\", which has --size, and name it: --picture FILE.png";
    if options.fonts.is_empty() {
        eprintln!("{shown}: warning: no picture: {why}. {advice}");
        return Ok(None);
    }
    Err((
        ExitStatus::Failure,
        format!("{shown}: no picture: {why}. {advice}"),
    ))
}

fn site(options: &Options) -> Result<Site, String> {
    let base = Folder::read(&options.base, "--base")?;
    let widgets = match &options.widgets {
        Some(widgets) => Folder::read(widgets, "--widgets")?,
        None => base.clone(),
    };
    Ok(Site {
        provider: options
            .provider
            .clone()
            .unwrap_or_else(|| base.host().to_owned()),
        base,
        widgets,
        lang: options.lang.clone(),
        attributes: options.attributes.clone(),
        cache_age: options.cache_age,
        is_indexed: !options.noindex,
    })
}

/// The name of a file without its ending.
fn stem(path: &Path) -> Option<&str> {
    let stem = path.file_stem()?.to_str()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (stem.bytes().all(is_plain) && !stem.starts_with('.')).then_some(stem)
}
