//! Encodings in which tables come.

use super::{answers, try_import};
use election_widgets_import::{Imported, Outcome, Question};

const TABLE: &str = "Кандидат;Голоса\nТокаев;10\nАбденов;20\n";

fn read(bytes: &[u8], more: &str) -> Imported {
    match try_import(bytes, &answers(more)) {
        Ok(Outcome::Imported(imported)) => *imported,
        other => panic!("{other:#?}"),
    }
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn a_table_of_utf_8_and_utf_16_is_read_with_and_without_its_mark() {
    let marked = format!("\u{feff}{TABLE}");
    let files = [
        TABLE.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(TABLE, u16::to_le_bytes),
    ];
    for bytes in files {
        let document = read(&bytes, "{}").document;
        assert_eq!(document["options"][0]["name"], "Токаев");
        assert_eq!(document["counts"][0]["results"]["option-2"]["votes"], 20);
    }
}

#[test]
fn windows_1251_is_asked_about_with_both_readings_and_read_where_a_person_names_it() {
    let bytes = encoding_rs::WINDOWS_1251
        .encode(&format!(
            "Candidate;Votes\n{}",
            TABLE.split_once('\n').unwrap().1
        ))
        .0
        .into_owned();
    let question = encoding_question(&bytes);
    assert_eq!(question.at.unwrap().to_string(), "line 2, column 1");
    for reading in [
        "--encoding windows-1251 it reads \"Токаев\"",
        "--encoding windows-1252 it reads \"Òîêàåâ\"",
    ] {
        assert!(question.text.contains(reading), "{}", question.text);
    }
    let values: Vec<_> = question
        .choices
        .iter()
        .map(|choice| &choice.value)
        .collect();
    assert_eq!(values, ["windows-1251", "windows-1252"]);
    let document = read(&bytes, r#"{ "encoding": "windows-1251" }"#).document;
    assert_eq!(document["options"][1]["name"], "Абденов");
}

#[test]
fn the_encoding_of_a_header_is_asked_before_what_its_columns_mean() {
    let bytes = encoding_rs::WINDOWS_1251.encode(TABLE).0.into_owned();
    let question = encoding_question(&bytes);
    assert_eq!(question.at.unwrap().to_string(), "line 1, column 1");
    assert!(
        question.text.contains("reads \"Кандидат\""),
        "{}",
        question.text
    );
    let document = read(&bytes, r#"{ "encoding": "windows-1251" }"#).document;
    assert_eq!(document["options"][0]["name"], "Токаев");
}

/// The one question that a file leaves open.
fn encoding_question(bytes: &[u8]) -> Question {
    let asked = try_import(bytes, &answers("{}"));
    let Ok(Outcome::Asked { questions, .. }) = asked else {
        panic!("{asked:#?}")
    };
    let [question] = &questions[..] else {
        panic!("{questions:#?}")
    };
    assert_eq!(question.key, "encoding");
    question.clone()
}

#[test]
fn a_binary_file_is_refused_and_nobody_is_asked_for_its_encoding() {
    let refused = try_import(b"PK\x03\x04\0\0\xff\xfe\0", &answers("{}")).unwrap_err();
    assert!(!refused.message.is_empty());
}

#[test]
fn windows_1252_is_read_where_a_person_names_it() {
    let bytes = encoding_rs::WINDOWS_1252
        .encode("Partei;Stimmen\nGRÜNE;5\nÖDP;6\n")
        .0
        .into_owned();
    let document = read(&bytes, r#"{ "encoding": "windows-1252" }"#).document;
    assert_eq!(document["options"][0]["name"], "GRÜNE");
}
