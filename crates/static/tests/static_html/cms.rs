//! The form for content management systems, put through the rules of WordPress' filter.

use super::kses::kses;
use super::{Case, cases, text, texts};
use election_widgets_static::{cms_html, static_html};

/// The parts of HTML outside the elements with a start tag that begins with `start`, none of which is in another.
fn without(html: &str, start: &str, end: &str) -> String {
    let mut pieces = html.split(start);
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left.push_str(piece.split_once(end).expect("an end tag").1);
    }
    left
}

const BAR: &str = "<table role=\"presentation\"";

fn words(html: &str) -> String {
    let spaced = texts(&html.replace('<', " <").replace("> ", ">"));
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words without spaces, which begin and end where elements do.
fn letters(html: &str) -> String {
    words(html).split_whitespace().collect()
}

#[test]
fn the_filter_leaves_every_document_as_it_is_with_the_words_of_the_static_form() {
    for case in cases() {
        for (html, flat) in case.all(cms_html).zip(case.all(static_html)) {
            assert_eq!(kses(&html), html, "{}", case.name);
            for word in ["<svg", " class=", "display", "\n", "light-dark", "var("] {
                assert!(!html.contains(word), "{}: {word}", case.name);
            }
            bars_are_whole(&html, &case.name);
            let cms = letters(&without(&html, BAR, "</table>"));
            assert_eq!(
                cms,
                letters(&without(&flat, "<svg", "</svg>")),
                "{}",
                case.name
            );
        }
    }
}

/// Checks that the cells of each bar add up to its length.
fn bars_are_whole(html: &str, name: &str) {
    for bar in html.split(BAR).skip(1) {
        let bar = bar.split("</table>").next().unwrap_or_default();
        let widths = bar.split("<td style=\"width:").skip(1);
        let sum: f64 = widths
            .map(|cell| cell.split('%').next().unwrap().parse::<f64>().unwrap())
            .sum();
        assert!((sum - 100.0).abs() < 0.1, "{name}: {sum}: {bar}");
    }
}

#[test]
fn bars_are_as_long_as_in_the_chart_and_show_their_open_ends() {
    let case = Case::new(String::new(), text("www/data/kazakhstan-2022.json"));
    let html = case.html(cms_html, "", "en");
    let bars: Vec<&str> = html.split(BAR).skip(1).collect();
    // Over 81 %: 81 in the full colour, and a pale end with an arrow.
    assert!(
        bars[0].contains(
            "<td style=\"width:81%;height:14px;padding:0;border:0;background-color:#2b5c8a;"
        ),
        "{}",
        bars[0]
    );
    assert!(bars[0].contains("\">→</td>"), "{}", bars[0]);
    // Under 10 %: nothing in the full colour, and a line where it ends.
    assert!(
        bars[1].contains(
            "<td style=\"width:10%;height:14px;padding:0;border:0;background-color:#adbecf;"
        ),
        "{}",
        bars[1]
    );
    assert!(
        bars[1].contains("border-top:2px dashed #2b5c8a"),
        "{}",
        bars[1]
    );
    assert!(
        bars[1].contains("border-right:3px solid #2b5c8a"),
        "{}",
        bars[1]
    );
    assert!(
        !bars[1]
            .split("</table>")
            .next()
            .unwrap()
            .contains("background-color:#2b5c8a")
    );
    assert!(html.contains("over 81%") && html.contains("under 10% each"));
}

#[test]
fn a_rehearsal_says_so_in_words() {
    let data = text("www/data/kazakhstan-2022.json").replacen('{', "{\"test\": true,", 1);
    let case = Case::new(String::new(), data);
    let said = words(&case.html(cms_html, "", "en"));
    assert!(said.to_lowercase().contains("rehearsal"), "{said}");
}
