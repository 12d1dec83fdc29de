//! XML that means harm, or is broken.

use super::refused;

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
