//! Files that would lead an import astray.

use super::{answers, refused, try_import};
use election_widgets_import::{Outcome, Source, import};

#[test]
fn one_line_of_ten_megabytes_is_refused_with_its_place() {
    let long = "1,".repeat(5_000_000);
    let refused = refused(&format!("name,votes\n{long}\n"), "{}");
    assert_eq!(refused.at.unwrap().line, 2);
    assert!(refused.message.contains("longer than"), "{refused}");
}

#[test]
fn a_nul_is_refused_with_its_line_and_column() {
    let refused = refused("name,votes\nA,1\nBé\0,2\n", "{}");
    assert_eq!(refused.at.unwrap().to_string(), "line 3, column 3");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_refused_where_it_opens() {
    for (rows, place) in [
        ("A,1\nB,\"2\nC,3\n", "line 3, column 2"),
        ("A,1\r\nB,\"2\r\nC,3", "line 3, column 2"),
    ] {
        let end = if rows.contains('\r') { "\r\n" } else { "\n" };
        let refused = refused(&format!("name,votes{end}{rows}"), "{}");
        assert_eq!(refused.at.unwrap().to_string(), place, "{refused}");
    }
}

#[test]
fn a_long_table_reports_how_many_rows_it_has_read() {
    let rows: String = (0..40_000).map(|row| format!("Ward {row},A,1\n")).collect();
    let table = format!("Ward,Candidate,Votes\n{rows}");
    let mut reported = Vec::new();
    let source = Source::new("test.csv", table.as_bytes()).unwrap();
    let mut source = source.reporting(Box::new(|rows| reported.push(rows)));
    let outcome = import(&mut source, &answers(r#"{ "sumOver": "Ward" }"#)).unwrap();
    drop(source);
    let Outcome::Imported(imported) = outcome else {
        panic!("{outcome:#?}")
    };
    assert_eq!(
        imported.document["counts"][0]["results"]["a"]["votes"],
        40_000
    );
    assert_eq!(reported, [16_384, 32_768]);
}

#[test]
fn a_web_page_and_an_empty_file_are_refused_with_a_reason() {
    let page = refused("<!DOCTYPE html><html><body>Sign in</body></html>", "{}");
    assert!(page.message.contains("published to the web"), "{page}");
    let empty = try_import(b"", &answers("{}")).unwrap_err();
    assert!(empty.message.contains("empty"), "{empty}");
}

#[test]
fn a_file_that_is_no_text_is_refused_with_what_to_do() {
    for (bytes, wanted) in [
        (
            &b"PK\x03\x04\x14\0\x06\0xl/workbook.xml"[..],
            "save the sheet as CSV",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save the sheet as CSV"),
        (b"%PDF-1.7\n", "copy its table"),
        (b"\x1f\x8b\x08\0", "unpack it"),
    ] {
        let refused = try_import(bytes, &answers("{}")).unwrap_err();
        assert!(refused.message.contains(wanted), "{refused}");
    }
}

#[test]
fn too_many_columns_and_too_many_options_are_refused() {
    let wide = format!("name,votes\n{}\n", ",".repeat(6_000));
    assert!(refused(&wide, "{}").message.contains("columns"));
    let rows: String = (0..20_001)
        .map(|number| format!("option {number},1\n"))
        .collect();
    let long = refused(&format!("name,votes\n{rows}"), "{}");
    assert_eq!(long.at.unwrap().line, 20_002);
}
