//! `election-widgets prerender`: one page or many.

use super::languages::tag;
use super::pages::{Rewritten, rewrite};
use super::policy::hashes;
use super::render_options::RenderOptions;
use super::source::{STANDARD_INPUT, files_in, read_page, read_page_from_input, refuse_link_out};
use super::{ExitStatus, counted, refused, target};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use election_widgets::prerender::styles;
use election_widgets_static::Form;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Writes finished widgets into pages. Readers then see them without any script.
///
/// Adds a declarative shadow root to each <results-chart>, <observer-map> and <alliance-grid> whose data is
/// named by `src` or stands inside the element. Everything else in the page stays as it is, byte for byte.
/// A second run on the result changes nothing.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLES:
  election-widgets prerender article.html -o out/article.html
  election-widgets prerender site/ -o public/
  election-widgets prerender public/ --in-place --quiet
  template | election-widgets prerender --root public/ > article.html

EXIT CODES:
  0  all widgets were written
  1  at least one widget could not be written. Its element is unchanged, all others are written
  2  a page could not be read or written, or an argument is wrong

More: docs/prerender.md")]
pub struct Options {
    /// Pages, or folders of pages (.html, .htm); standard input if left out or -
    #[arg(value_name = "PAGE|FOLDER")]
    pub pages: Vec<PathBuf>,
    /// The page to write, or the folder if there are several pages [default: standard output, for one page]
    #[arg(short, long, value_name = "FILE|FOLDER", conflicts_with = "in_place")]
    pub output: Option<PathBuf>,
    /// Overwrite the pages themselves
    #[arg(long)]
    pub in_place: bool,
    /// The site's folder. Addresses that begin with / start there, and files outside it are not read
    /// [default: the folder that is given as FOLDER. For a single page no address begins with /, and files outside
    /// the working folder, or outside the page's folder if that lies elsewhere, are not read]
    #[arg(long, value_name = "FOLDER")]
    pub root: Option<PathBuf>,
    /// Link a style sheet at this address instead of writing the styles into each widget
    #[arg(long, value_name = "HREF")]
    pub link: Option<String>,
    /// Replace the elements with plain HTML: inline styles, no scripts, controls or classes.
    /// --static is for feeds, newsletters and AMP; --static=cms keeps to what WordPress lets through of any author
    #[arg(
        long = "static",
        value_name = "FORM",
        value_parser = PossibleValuesParser::new(Form::NAMES).try_map(|name| name.parse::<Form>()),
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "feed",
        conflicts_with = "link"
    )]
    pub flat: Option<Form>,
    /// Also write documents with "test": true. Their figures are made up, and a banner says so
    #[arg(long)]
    pub rehearsal: bool,
    /// Prefix of the element names, such as ew- for <ew-results-chart>
    #[arg(
        long,
        value_name = "PREFIX",
        default_value = "",
        hide_default_value = true
    )]
    pub prefix: String,
    /// Language for pages without a lang attribute, such as parts of pages
    #[arg(long, value_name = "TAG", value_parser = tag)]
    pub lang: Option<String>,
    /// Print only errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

/// A page to be written.
struct Job {
    /// Its file; none for standard input.
    source: Option<PathBuf>,
    /// The folder of the site.
    root: Option<PathBuf>,
    /// The file to write; `None` for standard output.
    target: Option<PathBuf>,
}

/// The counts of pages and widgets so far.
#[derive(Default)]
struct Summary {
    pages: usize,
    widgets: usize,
    /// The tags that were met, those of widgets that could not be written too.
    tags: BTreeSet<&'static str>,
    problems: usize,
    refused: bool,
}

/// Prerenders pages, and prints a report to standard error.
pub fn prerender(options: &Options) -> ExitStatus {
    let jobs = match jobs(options) {
        Ok(jobs) => jobs,
        Err(message) => return refused(&message),
    };
    let mut summary = Summary::default();
    let mut render = RenderOptions {
        prefix: options.prefix.clone(),
        language: options.lang.clone(),
        link: options.link.clone(),
        flat: options.flat,
        rehearsal: options.rehearsal,
        ..RenderOptions::default()
    };
    for job in &jobs {
        summary.pages += 1;
        render.root.clone_from(&job.root);
        match one(job, &render, options.quiet, jobs.len() > 1) {
            Ok(page) => {
                summary.widgets += page.written();
                summary.problems += page.errors.len();
                summary.tags.extend(page.tags);
            }
            Err(message) => {
                summary.problems += 1;
                summary.refused = true;
                eprintln!("{}: {message}", job.shown());
            }
        }
    }
    tell(&summary, options, jobs.len() > 1);
    match summary {
        Summary { refused: true, .. } => ExitStatus::Failure,
        Summary { problems: 0, .. } => ExitStatus::Success,
        _ => ExitStatus::Invalid,
    }
}

/// The last lines: how much was done, and what the styles' hash is.
fn tell(summary: &Summary, options: &Options, many: bool) {
    if options.quiet {
        return;
    }
    if many {
        eprintln!(
            "{}, {}, {}",
            counted(summary.pages, "page"),
            counted(summary.widgets, "widget"),
            counted(summary.problems, "problem")
        );
    }
    if summary.widgets > 0 && options.link.is_none() && options.flat.is_none() {
        // Of all that these kinds may need, so that a policy need not follow the data; what widgets share counts once.
        let sheets: BTreeSet<_> = summary.tags.iter().flat_map(|tag| styles(tag)).collect();
        let hashes = hashes(sheets.iter().map(String::as_str));
        eprintln!("hashes of the styles, for style-src: {hashes}");
    }
}

/// Prerenders and writes one page.
fn one(job: &Job, render: &RenderOptions, quiet: bool, many: bool) -> Result<Rewritten, String> {
    let text = match &job.source {
        Some(path) => {
            refuse_link_out(path, job.root.as_deref())?;
            read_page(path)?
        }
        None => read_page_from_input()?,
    };
    let page = rewrite(&text, &job.folder(), render)?;
    let shown = job.shown();
    for (line, what) in &page.errors {
        eprintln!("{shown}:{line}: {what}");
    }
    for (line, what) in &page.warnings {
        eprintln!("{shown}:{line}: warning: {what}");
    }
    let fresh = match &job.target {
        Some(path) => {
            target::write(path, &page.text).map_err(|why| format!("{} {why}", path.display()))?
        }
        None => target::print(&page.text).map(|()| true)?,
    };
    if !quiet {
        report(&shown, &page, fresh, many);
    }
    Ok(page)
}

/// One line about a page, where there is something to say of it.
fn report(shown: &str, page: &Rewritten, fresh: bool, many: bool) {
    let mut parts = Vec::new();
    if many {
        parts.push(counted(page.written(), "widget"));
    }
    if page.left > 0 {
        let left = counted(page.left, "widget");
        parts.push(format!(
            "{left} left to scripts, without src or data inside"
        ));
    }
    parts.extend(page.maps.clone());
    if !fresh {
        parts.push("unchanged".to_owned());
    }
    if !parts.is_empty() {
        eprintln!("{shown}: {}", parts.join("; "));
    }
}

impl Job {
    fn shown(&self) -> String {
        match &self.source {
            Some(path) => path.display().to_string(),
            None => "standard input".to_owned(),
        }
    }

    /// The folder that the page's addresses start from.
    fn folder(&self) -> PathBuf {
        let here = || PathBuf::from(".");
        match &self.source {
            Some(path) => match path.parent() {
                Some(folder) if folder.as_os_str().is_empty() => here(),
                Some(folder) => folder.to_owned(),
                None => here(),
            },
            None => self.root.clone().unwrap_or_else(here),
        }
    }
}

fn jobs(options: &Options) -> Result<Vec<Job>, String> {
    let is_input = |path: &PathBuf| path.as_os_str() == STANDARD_INPUT;
    match options.pages.as_slice() {
        [] => return input(options),
        [only] if is_input(only) => return input(options),
        pages if pages.iter().any(is_input) => {
            return Err("standard input (-) cannot be combined with other pages".to_owned());
        }
        _ => {}
    }
    let mut jobs = Vec::new();
    let mut alone = options.pages.len() == 1;
    for path in &options.pages {
        if path.is_dir() {
            alone = false;
            jobs.extend(folder(path, options)?);
        } else {
            jobs.push(Job {
                source: Some(path.clone()),
                root: options.root.clone(),
                target: None,
            });
        }
    }
    if alone {
        if let [job] = jobs.as_mut_slice() {
            job.target = alone_target(job, options);
        }
        return Ok(jobs);
    }
    place(&mut jobs, options)?;
    Ok(jobs)
}

fn input(options: &Options) -> Result<Vec<Job>, String> {
    if options.in_place {
        return Err("--in-place needs pages: standard input is not a file".to_owned());
    }
    Ok(vec![Job {
        source: None,
        root: options.root.clone(),
        target: options.output.clone(),
    }])
}

fn folder(folder: &Path, options: &Options) -> Result<Vec<Job>, String> {
    let pages = files_in(folder, &["html", "htm"], options.output.as_deref())?;
    if pages.is_empty() {
        return Err(format!("{}: has no pages (.html, .htm)", folder.display()));
    }
    let root = options.root.as_deref().unwrap_or(folder);
    let jobs = pages.into_iter().map(|page| Job {
        target: options.output.as_ref().map(|output| {
            let within = page.strip_prefix(folder).unwrap_or(&page);
            output.join(within)
        }),
        source: Some(page),
        root: Some(root.to_owned()),
    });
    Ok(jobs.collect())
}

/// Returns the file to write if one page was named.
fn alone_target(job: &Job, options: &Options) -> Option<PathBuf> {
    if options.in_place {
        return job.source.clone();
    }
    let output = options.output.as_ref()?;
    let name = job.source.as_ref().and_then(|source| source.file_name());
    let is_folder = output.is_dir() || output.to_string_lossy().ends_with('/');
    match name.filter(|_| is_folder) {
        Some(name) => Some(output.join(name)),
        None => Some(output.clone()),
    }
}

/// Gives each of several pages its place: those of folders have theirs already.
fn place(jobs: &mut [Job], options: &Options) -> Result<(), String> {
    let mut taken = BTreeSet::new();
    for job in jobs {
        let Some(source) = &job.source else {
            continue;
        };
        let target = match (&options.output, &job.target) {
            (None, _) if options.in_place => source.clone(),
            (None, _) => {
                let what = "several pages: name a folder for them (-o FOLDER), or use --in-place";
                return Err(what.to_owned());
            }
            (Some(_), Some(target)) => target.clone(),
            (Some(output), None) => output.join(below(source)),
        };
        let same = |path: &Path| crate::host::real_path(path).ok();
        if !options.in_place && same(&target).is_some_and(|path| same(source) == Some(path)) {
            let shown = source.display();
            return Err(format!("{shown} would be overwritten: use --in-place"));
        }
        if !taken.insert(target.clone()) {
            return Err(format!(
                "two pages would be written to {}",
                target.display()
            ));
        }
        job.target = Some(target);
    }
    Ok(())
}

/// The path of a page in the folder that pages go to: as it was named, where that is below here.
fn below(source: &Path) -> PathBuf {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if source.components().all(plain) {
        source.to_owned()
    } else {
        source.file_name().map(PathBuf::from).unwrap_or_default()
    }
}
