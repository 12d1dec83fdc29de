//! XML that means harm, or is broken.

use super::refused;
use election_widgets_import::Outcome;

fn report(inner: &str) -> String {
    format!("<ElectionReport>\n  {inner}\n</ElectionReport>")
}

#[test]
fn entities_are_never_expanded_and_the_message_names_the_place() {
    let bomb = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE ElectionReport [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n{}",
        report("<Issuer>&b;</Issuer>")
    );
    let message = refused(&bomb, "{}");
    assert!(
        message.starts_with("line 2, column 1: the DOCTYPE declares entities"),
        "{message}"
    );
    let message = refused(&report("<Issuer>R&D &amp; &eacute;</Issuer>"), "{}");
    assert!(
        message.starts_with("line 2, column 12: not XML"),
        "{message}"
    );
    let message = refused(&report("<Issuer>Caf&eacute;</Issuer>"), "{}");
    assert_eq!(
        message,
        "line 2, column 14: the entity &eacute; is not read: write the character itself"
    );
}

#[test]
fn depth_attributes_tags_and_texts_are_limited() {
    let deep = report(&format!("{}{}", "<a>".repeat(100), "</a>".repeat(100)));
    assert_eq!(
        refused(&deep, "{}"),
        "line 2, column 192: more than 64 elements lie in each other"
    );
    let many: String = (0..100).map(|number| format!(" a{number}=\"1\"")).collect();
    assert_eq!(
        refused(&report(&format!("<b{many}/>")), "{}"),
        "line 2, column 3: the element has more than 64 attributes"
    );
    let huge = "x".repeat(1_000_000);
    let message = refused(&report(&format!("<b c=\"{huge}\"/>")), "{}");
    assert!(
        message.starts_with("line 2, column 3: the tag and its attributes have 1000"),
        "{message}"
    );
    let message = refused(&report(&format!("<Issuer>{huge}</Issuer>")), "{}");
    assert_eq!(
        message,
        "line 2, column 3: the text of <Issuer> has more than 262144 bytes"
    );
}

#[test]
fn broken_xml_is_refused_with_line_and_column() {
    for (inner, start) in [
        ("<a><b></a>", "line 2, column 9: not XML"),
        ("<a b=c/>", "line 2, column 3: not XML"),
        ("<a", "line 2, column 3: not XML"),
        ("<!-- ", "line 2, column 3: not XML"),
    ] {
        let message = refused(&report(inner), "{}");
        assert!(message.starts_with(start), "{inner}: {message}");
    }
    let open = "<ElectionReport>\n<Election>\n";
    assert_eq!(
        refused(open, "{}"),
        "line 2, column 1: not XML: <Election> does not end; the file ends at line 3, column 1"
    );
    assert!(
        refused("{\"ElectionReport\": {\n  \"Election\": [}", "{}")
            .starts_with("line 2, column 16: not JSON")
    );
}

/// The made-up files of all formats, each with answers that let it import.
fn files() -> Vec<(&'static str, &'static str)> {
    const COMMON: &str = r#"{
        "contest": "101", "area": "99", "vote": "2", "names": "D1=Ada Park,D2=Ben Lee", "title": "T", "office": "O",
        "kind": "party", "status": "final", "asOf": "2030", "event": "E", "rehearsal": true,
        "source": { "title": "S", "publisher": "P", "date": "2030" }
    }"#;
    let with = |contest: &str, area: &str| {
        let answers = COMMON
            .replace("\"101\"", &format!("\"{contest}\""))
            .replace("\"99\"", &format!("\"{area}\""));
        &*answers.leak()
    };
    vec![
        (include_str!("../data/official/ap.json"), with("101", "")),
        (
            include_str!("../data/official/cdf.json"),
            with("president", ""),
        ),
        (
            include_str!("../data/official/cdf.xml"),
            with("president", ""),
        ),
        (include_str!("../data/official/clarity.xml"), with("10", "")),
        (include_str!("../data/official/kerg2.csv"), with("", "99")),
        (
            include_str!("../data/official/observers.kml"),
            with("", "world-2018"),
        ),
        (
            include_str!("../data/official/onegov-majorz.csv"),
            with("", ""),
        ),
        (
            include_str!("../data/official/onegov-proporz.csv"),
            with("", ""),
        ),
        (
            include_str!("../data/official/votemanager.csv"),
            with("", "all"),
        ),
    ]
}

#[test]
fn a_file_that_is_cut_off_or_has_a_wrong_byte_ends_in_a_document_a_question_or_a_message() {
    for (file, answers) in files() {
        let bytes = file.as_bytes();
        let whole = super::try_import(bytes, answers, None);
        assert!(matches!(whole, Ok(Outcome::Imported(_))), "{whole:#?}");
        let step = bytes.len() / 20 + 1;
        for at in (1..bytes.len()).step_by(step) {
            let mut wrong = bytes.to_vec();
            for byte in [b'<', b'"', b';', b'9', 0, 0xFF] {
                wrong[at] = byte;
                let _ = super::try_import(&wrong, answers, None)
                    .map_err(|refused| assert!(!refused.message.is_empty()));
            }
            let _ = super::try_import(&bytes[..at], answers, None);
        }
        let huge = file.replace(
            |letter: char| letter.is_ascii_digit(),
            "99999999999999999999",
        );
        let _ = super::try_import(huge.as_bytes(), answers, None);
    }
}

#[test]
fn no_cut_file_of_xml_or_json_becomes_a_document() {
    for (file, answers) in files() {
        if !file.trim_start().starts_with(['<', '{']) {
            continue;
        }
        let whole = file.trim_end().len();
        for at in (1..whole).step_by(whole / 40 + 1) {
            let Some(cut) = file.get(..at) else {
                continue;
            };
            let outcome = super::try_import(cut.as_bytes(), answers, None);
            assert!(!matches!(outcome, Ok(Outcome::Imported(_))), "{cut}");
        }
    }
}
