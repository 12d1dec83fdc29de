//! The frame that all widgets share: title, notes, sources, notices.

use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::{Locale, Precision, Sign};
use crate::model::{Head, LanguageTag, Place, Source, SourceRef, Text, digits};

/// A finished piece of text, with its language where that is not the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The text that is shown.
    pub text: String,
    /// Its language, where it is not the widget's.
    pub lang: Option<String>,
}

/// One source, as a line at the foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The number that facts name it by.
    pub number: String,
    /// The headline of the widget.
    pub title: Phrase,
    /// The publisher of the source; `None` where the title says it already.
    pub publisher: Option<Phrase>,
    /// The date of the source.
    pub date: String,
    /// The address of the source.
    pub url: Option<String>,
}

/// A piece of text with the number of the source that says so, where the chart does not say that
/// elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text that is shown.
    pub text: String,
    /// The source's number, and how it is read out.
    pub source: Option<(String, String)>,
}

/// The statements about one thing with their sources: figures of a count, a membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The name of the thing.
    pub label: String,
    /// The statements, one line per claim, with marks if there are several sources.
    pub lines: Vec<Line>,
    /// The sources of the lines.
    pub sources: Vec<SourceLine>,
}

/// The parts that every widget has around its own content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The language of the reader.
    pub lang: String,
    /// The headline; of a rehearsal it says so.
    pub title: Phrase,
    /// The level of the headline among the page's headings; `None` if it is no heading.
    pub heading_level: Option<String>,
    /// The banner of a rehearsal: its figures are made up.
    pub rehearsal: Option<String>,
    /// The remarks of the document.
    pub notes: Vec<Phrase>,
    /// The heading over the sources.
    pub sources_label: String,
    /// The sources of the document.
    pub sources: Vec<SourceLine>,
}

impl SourceLine {
    /// The source in one line: its title, its publisher and its day.
    pub fn cited(&self) -> String {
        let publisher = self.publisher.as_ref().map(|publisher| &publisher.text);
        std::iter::once(&self.title.text)
            .chain(publisher)
            .chain([&self.date])
            .map(String::as_str)
            .collect_compact()
            .join(", ")
    }
}

impl Frame {
    /// The widget in sentences: its title, its content, its sources.
    pub fn sentences(&self, said: impl IntoIterator<Item = String>) -> Vec<String> {
        let cited: Vec<String> = self.sources.iter().map(SourceLine::cited).collect_compact();
        let sources =
            (!cited.is_empty()).then(|| format!("{}: {}", self.sources_label, cited.join("; ")));
        std::iter::once(self.title.text.clone())
            .chain(said)
            .chain(sources)
            .filter(|text| !text.is_empty())
            .map(ended)
            .collect_compact()
    }
}

/// A sentence with its full stop.
fn ended(mut text: String) -> String {
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text
}

/// The sentence about data that can't be shown; `kept` is true if an earlier picture stays on show. What is wrong with
/// the data is for whoever made it: the event `widget-error` reports it.
pub fn notice(kept: bool, locale: &Locale) -> String {
    let key = if kept { "problem.kept" } else { "problem.none" };
    locale.word(key).to_owned()
}

/// In which form a reader takes the figures along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A file of comma-separated values.
    Csv,
    /// A file of JSON.
    Json,
    /// A file of GeoJSON.
    GeoJson,
    /// The table, to be pasted.
    Copy,
}

impl Format {
    fn key(self) -> &'static str {
        match self {
            Format::Csv => "save.csv",
            Format::Json => "save.json",
            Format::GeoJson => "save.geojson",
            Format::Copy => "save.copy",
        }
    }
}

/// The download buttons and their message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tools {
    /// The label of the buttons.
    pub label: String,
    /// The formats and the text of each button.
    pub formats: Vec<(Format, String)>,
    /// The pictures that the page's script draws; `None` where there is no such script.
    pub pictures: Option<Pictures>,
    /// The result of the last download.
    pub said: String,
}

/// The buttons for pictures, and what is said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    /// The ending of each file, and the text of its button.
    pub formats: Vec<(&'static str, String)>,
    /// The sentence while a picture is drawn.
    pub drawing: String,
    /// The sentence if there is none.
    pub failed: String,
}

impl Pictures {
    /// The buttons in the reader's language.
    pub fn new(locale: &Locale) -> Pictures {
        let word = |key| locale.word(key).to_owned();
        Pictures {
            formats: vec![("png", word("save.png")), ("svg", word("save.svg"))],
            drawing: word("save.drawing"),
            failed: word("save.no-picture"),
        }
    }
}

impl Tools {
    /// The tools; `copied` is whether the last attempt to copy went well.
    pub fn new(formats: &[Format], copied: Option<bool>, locale: &Locale) -> Tools {
        let label = |key| locale.word(key).to_owned();
        Tools {
            label: label("save"),
            formats: formats
                .iter()
                .map(|format| (*format, label(format.key())))
                .collect_compact(),
            pictures: None,
            said: match copied {
                Some(true) => label("save.copied"),
                Some(false) => label("save.failed"),
                None => String::new(),
            },
        }
    }
}

/// Turns a document's texts and figures into the reader's language.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    /// The language of the reader.
    pub locale: &'a Locale,
    /// The language of the document.
    pub document: Option<&'a LanguageTag>,
}

impl<'a> Writer<'a> {
    /// A writer for a document with this head.
    pub fn new(head: &'a Head, locale: &'a Locale) -> Writer<'a> {
        Writer {
            locale,
            document: head.lang.as_ref(),
        }
    }

    /// A text of the document.
    pub fn phrase(&self, text: &Text) -> Phrase {
        let words = self.locale.tag();
        let (text, lang) = text.pick(self.locale.reader(), self.document);
        Phrase {
            text: text.to_owned(),
            lang: lang
                .filter(|lang| lang.primary() != words.primary())
                .map(|lang| lang.as_str().to_owned()),
        }
    }

    /// A word of the reader's language.
    pub fn word(&self, key: &str) -> Phrase {
        Phrase {
            text: self.locale.word(key).to_owned(),
            lang: None,
        }
    }

    /// A place by its name, or by its code where the document gives no name.
    pub fn place(&self, place: &Place) -> Phrase {
        match (&place.name, &place.code) {
            (Some(name), _) => self.phrase(name),
            (None, Some(code)) => Phrase {
                text: self.locale.country(code).to_owned(),
                lang: None,
            },
            (None, None) => self.word("not-stated"),
        }
    }

    /// An amount in words.
    pub fn amount(
        &self,
        amount: &crate::model::Amount,
        sign: Sign,
        precision: Precision,
    ) -> String {
        let reason = match amount {
            crate::model::Amount::Missing(reason) => Some(self.phrase(reason).text),
            _ => None,
        };
        self.locale
            .amount(amount, sign, precision, reason.as_deref())
    }

    /// The frame around a document's widget.
    pub fn frame(&self, head: &Head) -> Frame {
        let sources: Vec<SourceLine> = head
            .sources
            .iter()
            .map(|(reference, source)| self.source(reference, source))
            .collect_compact();
        let many = u32::try_from(sources.len()).unwrap_or(u32::MAX);
        Frame {
            lang: self.locale.tag().as_str().to_owned(),
            title: self.title(head),
            heading_level: None,
            rehearsal: head
                .test
                .then(|| self.locale.word("rehearsal.banner").to_owned()),
            notes: head
                .notes
                .iter()
                .map(|note| self.phrase(note))
                .collect_compact(),
            sources_label: self.locale.plural("source", many, &[]),
            sources,
        }
    }

    /// The headline. Whatever has it (the table, the map, what is downloaded) says of a rehearsal that
    /// it is one.
    fn title(&self, head: &Head) -> Phrase {
        let title = self.phrase(&head.title);
        match head.test {
            true => Phrase {
                text: [self.locale.word("rehearsal"), ": ", &title.text].concat(),
                lang: title.lang,
            },
            false => title,
        }
    }

    /// A source as it is cited.
    pub fn source(&self, reference: SourceRef, source: &Source) -> SourceLine {
        SourceLine {
            number: self.number(reference),
            title: self.phrase(&source.title),
            publisher: Some(self.phrase(&source.publisher))
                .filter(|publisher| publisher.text != self.phrase(&source.title).text),
            date: self.locale.date(source.date),
            url: source.url.as_ref().map(|url| url.as_str().to_owned()),
        }
    }

    /// The mark of a source: its number, and how that is read out.
    pub fn mark(&self, source: SourceRef) -> (String, String) {
        let number = self.number(source);
        let spoken = self.locale.fill("source.mark", &[("n", &number)]);
        (number, spoken)
    }

    /// Returns the statements about one thing with their sources. Each source is listed once, below. If there are
    /// several, each line has a mark.
    pub fn figures(
        &self,
        head: &Head,
        label: String,
        said: Vec<(String, Option<SourceRef>)>,
    ) -> Figures {
        let mut cited: Vec<SourceRef> = Vec::new();
        for source in said.iter().filter_map(|(_, source)| *source) {
            if !cited.contains(&source) {
                cited.push(source);
            }
        }
        let several = cited.len() > 1;
        let line = |(text, source): (String, Option<SourceRef>)| Line {
            text,
            source: source.filter(|_| several).map(|source| self.mark(source)),
        };
        Figures {
            label,
            lines: said.into_iter().map(line).collect_compact(),
            sources: self.cited(head, cited),
        }
    }

    /// Several sources as they are cited.
    pub fn cited(&self, head: &Head, sources: Vec<SourceRef>) -> Vec<SourceLine> {
        let line = |source| Some(self.source(source, head.sources.get(source)?));
        sources.into_iter().filter_map(line).collect_compact()
    }

    /// The number that a reader sees of a source.
    pub fn number(&self, source: SourceRef) -> String {
        digits(source.number() as u64, 1)
    }
}
