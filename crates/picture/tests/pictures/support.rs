//! Pictures of the demo's documents, and the places of the texts in them by the measures of the renderer.

use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::prerender::{AreaFile, area_file};
use election_widgets::widget::{AreaInput, Widget};
use election_widgets::wire;
use election_widgets_picture::{Fonts, Picture, PictureError, Request, Size, Theme, compose};
use resvg::usvg::{self, Group, Node, Options, Tree, fontdb};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www")
}

/// The text of a document of the demo.
pub fn document(name: &str) -> String {
    std::fs::read_to_string(www().join("data").join(name)).unwrap()
}

/// Each document of the demo, with its widget.
pub fn documents() -> Vec<(String, &'static str, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(www().join("data")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let document = wire::parse(&text).unwrap();
        let has = |key: &str| document.keys().any(|known| known == key);
        let tag = match () {
            () if has("options") => "results-chart",
            () if has("missions") => "observer-map",
            () => "alliance-grid",
        };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        found.push((name, tag, text));
    }
    found.sort();
    found
}

pub fn locale(language: &str) -> Locale {
    Locale::for_language(&LanguageTag::new(language).unwrap())
}

pub fn picture(
    document: (&str, &str),
    locale: &Locale,
    size: Size,
    theme: Theme,
) -> Result<Picture, PictureError> {
    with_attributes(document, &[], locale, (size, theme))
}

/// The picture of results that social media show: English, light.
pub fn card(data: &str) -> Picture {
    let document = ("results-chart", data);
    picture(document, &locale("en"), Size::OG, Theme::Light).unwrap()
}

/// The picture of a widget whose element has attributes.
pub fn with_attributes(
    document: (&str, &str),
    attributes: &[(&str, &str)],
    locale: &Locale,
    (size, theme): (Size, Theme),
) -> Result<Picture, PictureError> {
    let attributes: Vec<(String, String)> = attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    requested(document, locale, |request| {
        compose(&Request {
            attributes: &attributes,
            size,
            theme,
            ..request
        })
    })
}

/// Calls `draw` with the request for a light picture of the usual size.
pub fn requested(
    (tag, data): (&str, &str),
    locale: &Locale,
    draw: impl FnOnce(Request<'_>) -> Result<Picture, PictureError>,
) -> Result<Picture, PictureError> {
    let area = area(tag, data);
    draw(Request {
        tag,
        data,
        attributes: &[],
        area: area.as_deref().map(Ok),
        locale,
        size: Size::OG,
        theme: Theme::Light,
        fonts: &Fonts::bundled().unwrap(),
        logo: None,
    })
}

/// The area file of a document.
pub fn area(tag: &str, data: &str) -> Option<String> {
    area_file(tag, data).map(|file| match file {
        AreaFile::Preset(name) => {
            std::fs::read_to_string(www().join("geo").join(format!("{name}.json"))).unwrap()
        }
        AreaFile::Url(address) => panic!("{address}"),
    })
}

/// The layout of a document as its widget shows it at first.
pub fn layout<W: Widget>(data: &str, locale: &Locale) -> W::Layout {
    let area = area(W::TAG, data).map_or(AreaInput::Absent, |text| {
        AreaInput::Read(wire::parse(&text).unwrap())
    });
    let (model, _) = W::read(&wire::parse(data).unwrap(), area).unwrap();
    W::layout(&model, &W::initial_state(&|_| None), locale).unwrap()
}

/// A text with its ink: left, top, right and bottom.
#[derive(Clone, Debug)]
pub struct Ink {
    pub text: String,
    pub ends: [f32; 4],
}

pub fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for file in ["NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fonts")
            .join(file);
        fonts.load_font_data(std::fs::read(path).unwrap());
    }
    Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    }
}

pub fn texts(svg: &str, options: &Options<'_>) -> Vec<Ink> {
    let tree = Tree::from_str(svg, options).unwrap();
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    found
}

fn collect(group: &Group, found: &mut Vec<Ink>) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, found),
            Node::Text(text) => found.push(ink(text)),
            _ => {}
        }
    }
}

fn ink(text: &usvg::Text) -> Ink {
    let ends = text.flattened().abs_bounding_box();
    Ink {
        text: text.chunks().iter().map(|chunk| chunk.text()).collect(),
        ends: [ends.left(), ends.top(), ends.right(), ends.bottom()],
    }
}

/// Returns true if two boxes have a common part.
pub fn meet(one: [f32; 4], other: [f32; 4]) -> bool {
    let [left, top, right, bottom] = one;
    let [other_left, other_top, other_right, other_bottom] = other;
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}

/// The faults in the places of texts.
pub fn faults(found: &[Ink], size: Size) -> Vec<String> {
    let mut faults = Vec::new();
    let (width, height) = (size.width() as f32, size.height() as f32);
    for (index, one) in found.iter().enumerate() {
        let [left, top, right, bottom] = one.ends;
        if left < 4.0 || top < 4.0 || right > width - 4.0 || bottom > height - 4.0 {
            faults.push(format!("{:?} leaves the picture: {:?}", one.text, one.ends));
        }
        for other in &found[index + 1..] {
            if meet(one.ends, other.ends) {
                faults.push(format!("{:?} meets {:?}", one.text, other.text));
            }
        }
    }
    faults
}
