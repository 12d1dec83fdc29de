//! Tests of what stands in pictures, by the measures of the renderer: no text leaves the canvas or meets another.

use crate::support::{
    Ink, card, document, documents, faults, layout, locale, options, picture, texts,
};
use election_widgets::layout::ResultsLayout;
use election_widgets::widget::ResultsWidget;
use election_widgets_picture::{Fonts, PictureError, Size, Theme, png};
use std::collections::BTreeSet;

const SIZES: [Size; 3] = [Size::OG, Size::SQUARE, Size::PORTRAIT];
const LANGUAGES: [&str; 5] = ["en", "ru", "kk", "ky", "uz"];

/// The figures of drawn rows that do not stand there whole.
fn broken_figures(layout: &ResultsLayout, found: &[Ink]) -> Vec<String> {
    let said: Vec<&str> = found.iter().map(|ink| ink.text.as_str()).collect();
    let all = said.join(" ");
    let drawn = layout
        .rows
        .iter()
        .filter(|row| said.contains(&row.name.text.as_str()));
    let cells = drawn.filter_map(|row| row.cells.iter().find(|cell| !cell.bars.is_empty()));
    let lines = cells.flat_map(|cell| &cell.lines);
    let lines = lines.filter(|line| !all.contains(&line.text));
    lines.map(|line| line.text.clone()).collect()
}

#[test]
fn no_text_of_any_demo_document_meets_another_or_leaves_the_picture() {
    let options = options();
    let mut wrong = Vec::new();
    for (name, tag, data) in documents() {
        let mut seen = BTreeSet::new();
        for language in LANGUAGES {
            let locale = locale(language);
            for size in SIZES {
                let made = picture((tag, &data), &locale, size, Theme::Light);
                let made = made.unwrap_or_else(|why| panic!("{name} {language} {size}: {why}"));
                // Languages without words of their own give the same picture again.
                let drawn = made.svg.split("<title>").nth(1).unwrap().to_owned();
                if !seen.insert(drawn) {
                    continue;
                }
                let found = texts(&made.svg, &options);
                let mut faults = faults(&found, size);
                if tag == "results-chart" {
                    faults.extend(broken_figures(
                        &layout::<ResultsWidget>(&data, &locale),
                        &found,
                    ));
                }
                for fault in faults {
                    wrong.push(format!("{name} {language} {size}: {fault}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// An SVG without its colours.
fn uncoloured(svg: &str) -> String {
    let mut parts = svg.split('#');
    let first = parts.next().unwrap().to_owned();
    first
        + &parts
            .map(|part| part.get(6..).unwrap_or(part))
            .collect::<String>()
}

#[test]
fn a_dark_picture_has_all_in_the_same_places_as_a_light_one() {
    let english = locale("en");
    for (name, tag, data) in documents() {
        let of = |theme| {
            picture((tag, &data), &english, Size::OG, theme)
                .unwrap()
                .svg
        };
        let (light, dark) = (of(Theme::Light), of(Theme::Dark));
        assert_ne!(light, dark, "{name}");
        assert_eq!(uncoloured(&light), uncoloured(&dark), "{name}");
    }
}

#[test]
fn a_picture_says_status_date_source_and_that_figures_are_made_up() {
    let data = document("kazakhstan-2022-result.json");
    let rehearsal = data.replacen('{', "{\"test\": true,", 1);
    let exit_poll = data.replace("\"status\": \"final\"", "\"status\": \"exit-poll\"");
    let english = locale("en");
    let said = |data: &str| {
        let made = picture(("results-chart", data), &english, Size::OG, Theme::Light).unwrap();
        let found = texts(&made.svg, &options());
        let texts: Vec<String> = found.into_iter().map(|ink| ink.text).collect();
        texts.join(" ")
    };
    let usual = said(&data);
    for words in [
        "Final results",
        "as of 22 November 2022 at 12:00 (UTC+6)",
        "Kazinform, 22 November 2022",
        "over 50%",
    ] {
        assert!(usual.contains(words), "{words}: {usual}");
    }
    assert!(!usual.contains("Rehearsal"));
    assert!(said(&rehearsal).contains("Rehearsal: these figures are made up."));
    assert!(said(&exit_poll).contains("Exit poll"));
}

#[test]
fn a_document_without_sources_gets_no_picture() {
    let data = r#"{"title": "A", "options": [{"id": "a", "name": "A"}], "counts": [{"id": "c", "status": "final", "asOf": "2024-01-01", "results": {"a": {"percent": 50}}}], "contest": {"office": "O", "place": "KZ", "date": "2024-01-01"}}"#;
    let error = picture(
        ("results-chart", data),
        &locale("en"),
        Size::OG,
        Theme::Light,
    )
    .unwrap_err();
    assert!(error.to_string().contains("source"), "{error}");
}

#[test]
fn signs_and_letters_of_the_languages_we_have_words_for_are_in_the_font() {
    for name in [
        "≈ ≤ ≥ ✓ ★ ▲ ▼",
        "Қазақстан әіңғүұқөһ",
        "Кыргыз ңөү",
        "Oʻzbekiston",
        "Ελλάδα",
        "Đặng",
    ] {
        let data = document("kazakhstan-2022-result.json").replace("Zhiguli Dairabayev", name);
        let made = picture(
            ("results-chart", &data),
            &locale("en"),
            Size::OG,
            Theme::Light,
        );
        assert!(made.unwrap().svg.contains(name), "{name}");
    }
}

#[test]
fn a_letter_that_the_font_lacks_is_named_with_what_helps_in_a_command_and_in_a_page() {
    let data =
        document("kazakhstan-2022-result.json").replace("Zhiguli Dairabayev", "選 Dairabayev");
    let error = picture(
        ("results-chart", &data),
        &locale("en"),
        Size::OG,
        Theme::Light,
    )
    .unwrap_err();
    assert_eq!(
        error,
        PictureError::Letter('選', "選 Dairabayev".to_owned())
    );
    let fault = "the font has no letter “選” (U+9078), which stands in “選 Dairabayev”. ";
    let advice = "Name a font that has it: --font FILE.ttf";
    assert_eq!(error.to_string(), format!("{fault}{advice}"));
    // A page has no options.
    let advice = "Draw it with the command, and with a font that has the letter: election-widgets picture DOCUMENT -o FILE.png --font FILE.ttf";
    assert_eq!(error.in_page(), format!("{fault}{advice}"));
}

#[test]
fn a_name_longer_than_the_picture_is_shortened_and_stands_whole_in_the_alternative() {
    let long = "A very long name of a party that stands for many things at once ".repeat(6);
    let long = long.trim();
    let data = document("kazakhstan-2022-result.json").replace("Zhiguli Dairabayev", long);
    let made = card(&data);
    let found = texts(&made.svg, &options());
    assert_eq!(faults(&found, Size::OG), [""; 0]);
    assert!(found.iter().any(|ink| ink.text.ends_with('…')));
    assert!(made.alternative.contains(long));
}

#[test]
fn sizes_are_read_or_refused_with_an_example() {
    assert_eq!("1080x1080".parse(), Ok(Size::SQUARE));
    for text in ["", "big", "1200", "10x10", "1200x", "9000x9000", "-1x500"] {
        let error = text.parse::<Size>().unwrap_err();
        assert!(error.contains("1200x630"), "{text}: {error}");
    }
}

/// The size of the letters of the sources, in pixels.
fn letters_of_sources(svg: &str) -> f64 {
    let (before, _) = svg.split_once(">Source").unwrap();
    let (_, style) = before.rsplit_once("font-size=\"").unwrap();
    style.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn words_too_small_to_read_are_refused_with_the_least_size_that_shows_them() {
    let (english, mut refused) = (locale("en"), 0);
    for (name, tag, data) in documents() {
        for size in ["300x300", "300x4000", "600x315", "750x394"] {
            let drawn = |size: Size| picture((tag, &data), &english, size, Theme::Light);
            let size: Size = size.parse().unwrap();
            let shown = match drawn(size) {
                Err(PictureError::TinyLetters(_, least)) => {
                    refused += 1;
                    let error = drawn(size).unwrap_err().to_string();
                    let advice = format!("8 pixels. Use --size {least} or a larger one");
                    assert!(error.ends_with(&advice), "{error}");
                    drawn(least)
                }
                made => made,
            };
            let svg = shown.unwrap_or_else(|why| panic!("{name}: {why}")).svg;
            let letters = letters_of_sources(&svg);
            assert!(letters >= 8.0, "{name} {size}: {letters}");
        }
    }
    assert!(refused > documents().len(), "{refused}");
}

#[test]
fn a_picture_of_the_article_has_at_most_60_kb_and_the_same_bytes_each_time() {
    let data = document("kazakhstan-2022-result.json");
    let fonts = Fonts::bundled().unwrap();
    let of = || {
        let made = card(&data);
        png(&made.svg, &fonts).unwrap()
    };
    let bytes = of();
    assert!(bytes.len() <= 60_000, "{}", bytes.len());
    assert_eq!(bytes, of());
}

/// A document with an open end and a ceiling, and its picture as it was when somebody last looked at it. Write both anew
/// with `election-widgets picture crates/picture/tests/pictures/small.json -o crates/picture/tests/pictures/small.svg`.
const SMALL: &str = include_str!("small.json");

#[test]
fn a_small_document_is_drawn_as_when_it_was_last_looked_at() {
    let made = picture(
        ("results-chart", SMALL),
        &locale("en"),
        Size::OG,
        Theme::Light,
    )
    .unwrap();
    assert_eq!(made.svg, include_str!("small.svg"));
}

#[test]
fn a_png_has_the_same_bytes_on_every_machine() {
    use sha2::{Digest as _, Sha256};
    let png = png(include_str!("small.svg"), &Fonts::bundled().unwrap()).unwrap();
    let digest: String = Sha256::digest(&png)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        digest,
        "eb6b171528732e7ff8aafdebb7b0aacd8c97b4f70c984d138c21aea01b5f6a73"
    );
}
