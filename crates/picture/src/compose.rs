//! From a document to an SVG: the largest letters are taken with which all has room.

use crate::drawing::{Drawing, escaped, number};
use crate::font::Ruler;
use crate::frame::{self, Texts};
use crate::grid::GridPicture;
use crate::observers::ObserversPicture;
use crate::page::{Area, Attempt, Page};
use crate::palette::Palette;
use crate::results::ResultsPicture;
use crate::{Fonts, Logo, PictureError, Size, Theme};
use election_widgets::layout::{CountChoice, GridView};
use election_widgets::locale::Locale;
use election_widgets::widget::{
    AlliancesWidget, AreaInput, ObserversWidget, ResultsWidget, Widget,
};
use election_widgets::wire::{self, DataError, Document, Warning};

/// The options of a picture.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The name of the widget: `results-chart`.
    pub tag: &'a str,
    /// The document, as JSON text.
    pub data: &'a str,
    /// The attributes of the widget's element, which choose the view: `("unit", "seats")`.
    pub attributes: &'a [(String, String)],
    /// The area file that the document names: its text, or why it did not come.
    pub area: Option<Result<&'a str, DataError>>,
    /// The language of the reader.
    pub locale: &'a Locale,
    /// The size in pixels.
    pub size: Size,
    /// The ground of the picture.
    pub theme: Theme,
    /// The font of its letters.
    pub fonts: &'a Fonts,
    /// The logo in its corner.
    pub logo: Option<&'a Logo>,
}

impl Request<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        let mut found = self.attributes.iter();
        let found = found.find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    }
}

/// A picture as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The picture as SVG, with its letters as text.
    pub svg: String,
    /// The same in sentences; texts that were shortened stand there whole.
    pub alternative: String,
    /// The warnings about the document.
    pub warnings: Vec<Warning>,
    /// True if the document is of a rehearsal.
    pub is_rehearsal: bool,
}

/// A widget as it stands in a picture.
pub(crate) trait Content {
    /// The words around it.
    fn texts(&self) -> Texts;
    /// The widget in sentences.
    fn sentences(&self) -> Vec<String>;
    /// Draws it; false if it has no room.
    fn draw(&self, page: &mut Page<'_>, area: Area) -> bool;
}

/// Composes the picture of a document.
///
/// # Errors
/// The document does not fit the contract or names no source, the font lacks a letter, or the size is too small for it or for
/// letters that can be read.
pub fn compose(request: &Request<'_>) -> Result<Picture, PictureError> {
    let (content, warnings) = content(request)?;
    let texts = content.texts();
    if texts.sources.is_empty() {
        return Err(PictureError::NoSource);
    }
    let ruler = request.fonts.ruler()?;
    let (attempt, (drawing, shortened)) = attempts(request.size)
        .find_map(|attempt| {
            let made = tried(request, content.as_ref(), &texts, (&ruler, attempt))?;
            Some((attempt, made))
        })
        .ok_or(PictureError::TooSmall(request.size))?;
    if let Some((letter, text)) = drawing.missing {
        return Err(PictureError::Letter(letter, text));
    }
    readable(request.size, attempt)?;
    let mut said = content.sentences();
    for whole in shortened {
        if !said.iter().any(|sentence| sentence.contains(&whole)) {
            said.push(format!("{whole}."));
        }
    }
    let alternative = said.join(" ");
    Ok(Picture {
        svg: document(request, &alternative, drawing),
        alternative,
        warnings,
        is_rehearsal: texts.rehearsal.is_some(),
    })
}

type Read = (Box<dyn Content>, Vec<Warning>);

/// The content of a request.
fn content(request: &Request<'_>) -> Result<Read, PictureError> {
    let document = wire::parse(request.data)?;
    match request.tag {
        ResultsWidget::TAG => results(request, &document),
        ObserversWidget::TAG => observers(request, &document),
        AlliancesWidget::TAG => alliances(request, &document),
        tag => Err(PictureError::Kind(tag.to_owned())),
    }
}

fn nothing<W: Widget>() -> PictureError {
    PictureError::Kind(W::TAG.to_owned())
}

fn results(request: &Request<'_>, document: &Document) -> Result<Read, PictureError> {
    let (model, warnings) = ResultsWidget::read(document, AreaInput::Absent)?;
    let mut state = ResultsWidget::initial_state(&|name| request.attribute(name));
    if state.count == CountChoice::All {
        // Only one count has room beside its bars.
        state.count = CountChoice::Last;
    }
    let layout = ResultsWidget::layout(&model, &state, request.locale);
    let layout = layout.ok_or_else(nothing::<ResultsWidget>)?;
    let picture = ResultsPicture::new(layout, model.options.len());
    Ok((Box::new(picture), warnings))
}

fn observers(request: &Request<'_>, document: &Document) -> Result<Read, PictureError> {
    let area = match request.area.clone() {
        None => AreaInput::Absent,
        Some(text) => text
            .and_then(wire::parse)
            .map_or_else(AreaInput::Failed, AreaInput::Read),
    };
    let (model, warnings) = ObserversWidget::read(document, area)?;
    if let Some(problem) = ObserversWidget::partial_error(&model) {
        return Err(PictureError::Data(problem.clone()));
    }
    let usual = ObserversWidget::initial_state(&|name| request.attribute(name));
    let layout = |state| {
        let layout = ObserversWidget::layout(&model, state, request.locale);
        layout.ok_or_else(nothing::<ObserversWidget>)
    };
    let closed = layout(&usual)?;
    let filter = closed.shown.iter().map(|(text, _)| format!("{text}."));
    let sentences = closed.sentences().into_iter().chain(filter).collect();
    let mut all = usual.clone();
    all.unfolded = true;
    let picture = ObserversPicture::new(layout(&all)?, sentences);
    Ok((Box::new(picture), warnings))
}

fn alliances(request: &Request<'_>, document: &Document) -> Result<Read, PictureError> {
    let (model, warnings) = AlliancesWidget::read(document, AreaInput::Absent)?;
    let mut state = AlliancesWidget::initial_state(&|name| request.attribute(name));
    // The other views are lists and tables for readers who can scroll.
    state.view = GridView::Grid;
    let layout = AlliancesWidget::layout(&model, &state, request.locale);
    let layout = layout.ok_or_else(nothing::<AlliancesWidget>)?;
    Ok((Box::new(GridPicture::new(layout)), warnings))
}

/// Letters get smaller, and then more is left out, until all has room: the scales in percent, the rows that must be there,
/// whether what can be left out must be there, and all columns.
const STEPS: [(&[u16], usize, bool, bool); 5] = [
    (&[150, 140, 130, 120, 110, 100], usize::MAX, true, true),
    (&[120, 110, 100, 90], usize::MAX, false, true),
    (&[110, 100, 90, 85], usize::MAX, false, false),
    (&[100, 90, 80], 5, false, false),
    (&[80, 70, 60, 50], 1, false, false),
];

fn attempts(size: Size) -> impl Iterator<Item = Attempt> {
    STEPS
        .into_iter()
        .flat_map(move |(scales, least_rows, extras, all_columns)| {
            scales.iter().map(move |percent| Attempt {
                scale: size.scale() * f64::from(*percent) / 100.0,
                least_rows,
                extras,
                all_columns,
            })
        })
}

/// The least size of readable words, in pixels.
pub(crate) const LEAST_LETTERS: f64 = 8.0;

/// Refuses an attempt whose words are too small to read. A picture in which all is that much larger has as much room.
fn readable(size: Size, attempt: Attempt) -> Result<(), PictureError> {
    let letters = frame::SMALL * attempt.scale;
    if letters >= LEAST_LETTERS {
        return Ok(());
    }
    let least = size.times(LEAST_LETTERS / letters);
    Err(PictureError::TinyLetters(size, least))
}

fn tried(
    request: &Request<'_>,
    content: &dyn Content,
    texts: &Texts,
    (ruler, attempt): (&Ruler<'_>, Attempt),
) -> Option<(Drawing, Vec<String>)> {
    let mut page = Page {
        drawing: Drawing::default(),
        ruler,
        palette: Palette::new(request.theme),
        locale: request.locale,
        attempt,
        upright: request.size.is_upright(),
        shortened: Vec::new(),
    };
    let area = frame::draw(&mut page, texts, request.size, request.logo)?;
    content
        .draw(&mut page, area)
        .then_some((page.drawing, page.shortened))
}

/// The whole SVG. Its title is the text alternative, for what shows SVG to a reader.
fn document(request: &Request<'_>, alternative: &str, drawing: Drawing) -> String {
    let (width, height) = (request.size.width(), request.size.height());
    let size = |side: u32| number(f64::from(side));
    let (width, height) = (size(width), size(height));
    let family = escaped(&format!(
        "'{}', 'Noto Sans', sans-serif",
        request.fonts.family()
    ));
    let lang = escaped(request.locale.tag().as_str());
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" role=\"img\" lang=\"",
        &lang,
        "\" font-family=\"",
        &family,
        "\"><title>",
        &escaped(alternative),
        "</title>",
        &drawing.into_body(),
        "</svg>\n",
    ]
    .concat()
}
