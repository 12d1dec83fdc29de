//! Tests of the words and the logo around what a picture shows.

use crate::support::{
    card, document, documents, faults, layout, locale, meet, options, picture, requested, texts,
};
use election_widgets::layout::Frame;
use election_widgets::locale::Locale;
use election_widgets::widget::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};
use election_widgets_picture::{Logo, Request, Size, Theme, compose};
use resvg::usvg::{Group, Node, Options, Tree};

/// The letters of a picture in their order, without the blanks at which lines break.
fn letters(svg: &str) -> String {
    let found = texts(svg, &options());
    let letters = found.iter().flat_map(|ink| ink.text.chars());
    letters.filter(|letter| !letter.is_whitespace()).collect()
}

/// The words of a widget besides its content: its sources, its day, and that it is made up.
fn said<W: Widget>(
    data: &str,
    locale: &Locale,
    of_content: impl Fn(&W::Layout) -> Vec<String>,
) -> Vec<String> {
    let mut layout = layout::<W>(data, locale);
    let mut said = of_content(&layout);
    let Frame {
        rehearsal, sources, ..
    } = W::frame(&mut layout);
    said.push(rehearsal.clone().unwrap());
    for source in sources {
        let name = source.publisher.as_ref().unwrap_or(&source.title);
        said.extend([name.text.clone(), source.date.clone()]);
    }
    said
}

fn said_of(tag: &str, data: &str, locale: &Locale) -> Vec<String> {
    match tag {
        ResultsWidget::TAG => said::<ResultsWidget>(data, locale, |layout| {
            let bands = layout.statuses.iter();
            bands
                .flat_map(|band| [band.word.clone(), band.as_of.clone()])
                .collect()
        }),
        ObserversWidget::TAG => said::<ObserversWidget>(data, locale, |layout| {
            layout.event.iter().map(|part| part.text.clone()).collect()
        }),
        _ => said::<AlliancesWidget>(data, locale, |layout| vec![layout.time.shown.clone()]),
    }
}

#[test]
fn every_picture_says_status_date_source_and_that_figures_are_made_up() {
    for (name, tag, data) in documents() {
        let data = match data.contains("\"test\": true") {
            true => data,
            false => data.replacen('{', "{\"test\": true,", 1),
        };
        for language in ["en", "ru"] {
            let locale = locale(language);
            let made = picture((tag, &data), &locale, Size::OG, Theme::Light).unwrap();
            let letters = letters(&made.svg);
            for words in said_of(tag, &data, &locale) {
                let words: String = words.split_whitespace().collect();
                assert!(
                    letters.contains(&words),
                    "{name} {language}: {words}: {letters}"
                );
            }
        }
    }
}

#[test]
fn sources_without_room_for_titles_keep_publisher_and_date() {
    let title =
        "A long headline about how the votes were counted and who watched the count".repeat(3);
    let sources = format!(
        r#""sources": [
            {{"id": "report", "title": "{title}", "publisher": "The Paper", "date": "2022-11-21"}},
            {{"id": "b", "title": "Both Names", "publisher": "Both Names", "date": "2022-11-22"}}
        ]"#
    );
    let small = include_str!("small.json");
    let (before, _) = small.split_once("\"sources\"").unwrap();
    let data = format!("{before}{sources}}}");
    let made = card(&data);
    let found = texts(&made.svg, &options());
    let shown: Vec<&str> = found.iter().map(|ink| ink.text.as_str()).collect();
    let shown = shown.join(" ");
    let short = "[1] The Paper, 21 November 2022; [2] Both Names, 22 November 2022";
    assert!(shown.contains(short), "{shown}");
    assert!(made.alternative.contains(&title), "{}", made.alternative);
}

/// A logo of one colour that nothing else has.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path d="M0 0h90v20h-90z" fill="#010203"/></svg>"##;

/// The boxes of the shapes of the logo.
fn logo_boxes(group: &Group, found: &mut Vec<[f32; 4]>) {
    for node in group.children() {
        match node {
            Node::Group(group) => logo_boxes(group, found),
            Node::Path(path) => {
                let paint = path.fill().map(|fill| format!("{:?}", fill.paint()));
                if paint.is_some_and(|paint| paint.contains("red: 1, green: 2, blue: 3")) {
                    let ends = path.abs_bounding_box();
                    found.push([ends.left(), ends.top(), ends.right(), ends.bottom()]);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn no_text_meets_the_logo_however_long_the_title_is() {
    let logo = Logo::read(LOGO).unwrap();
    let long = document("kazakhstan-2022-result.json").replacen(
        "Kazakhstan’s presidential election of 2022",
        &"A title that needs more lines than there are ".repeat(8),
        1,
    );
    let mut all = documents();
    all.push(("long title".to_owned(), "results-chart", long));
    for (name, tag, data) in all {
        for size in [Size::OG, Size::SQUARE, Size::PORTRAIT] {
            let made = requested((tag, &data), &locale("en"), |request| {
                let logo = Some(&logo);
                compose(&Request {
                    logo,
                    size,
                    ..request
                })
            });
            let made = made.unwrap();
            let tree = Tree::from_str(&made.svg, &Options::default()).unwrap();
            let mut boxes = Vec::new();
            logo_boxes(tree.root(), &mut boxes);
            assert_eq!(boxes.len(), 1, "{name} {size}");
            let [left, top, right, bottom] = boxes[0];
            assert!(left > 0.0 && top > 0.0, "{name} {size}: {boxes:?}");
            assert!(right < size.width() as f32 && bottom < size.height() as f32);
            let found = texts(&made.svg, &options());
            assert_eq!(faults(&found, size), [""; 0], "{name} {size}");
            for ink in found {
                assert!(!meet(ink.ends, boxes[0]), "{name} {size}: {:?}", ink.text);
            }
        }
    }
}
