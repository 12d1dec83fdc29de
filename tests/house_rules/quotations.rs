//! Rules for what the documentation quotes: each quotation is one that a widget says today.

use crate::sources::read;

/// The pages in which text between quotation marks is what a widget says. Examples of data are code there.
const PAGES: [&str; 2] = ["docs/data.md", "docs/elements.md"];

/// An entry of the word file with fewer letters of its own than this fits anything.
const LEAST_LETTERS: usize = 4;

/// The text of a page without its code, on one line.
fn prose(page: &str) -> String {
    let outside = page.split("```").step_by(2).collect::<Vec<_>>().join(" ");
    let words = outside.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts between quotation marks.
fn quotations(prose: &str) -> Vec<&str> {
    prose.split('"').skip(1).step_by(2).collect()
}

/// The texts that a word file has, each as the literals between its placeholders.
fn forms(words: &str) -> Vec<Vec<&str>> {
    let entries = words.lines().filter_map(|line| line.split_once(" = "));
    let forms = entries.flat_map(|(_, text)| text.split('|'));
    forms
        .map(|form| form.split(['{', '}']).step_by(2).collect())
        .collect()
}

/// Returns true if a text is a part of a form, or the form with its placeholders filled in.
fn fits(form: &[&str], text: &str) -> bool {
    if form.iter().any(|literal| literal.contains(text)) {
        return true;
    }
    let letters = form.concat().chars().filter(|c| c.is_alphabetic()).count();
    let [first, between @ .., last] = form else {
        return false;
    };
    let rest = text
        .strip_prefix(first)
        .and_then(|rest| rest.strip_suffix(last));
    let filled = between
        .iter()
        .try_fold(rest.unwrap_or_default(), |rest, literal| {
            rest.split_once(literal).map(|(_, after)| after)
        });
    letters >= LEAST_LETTERS && rest.is_some() && filled.is_some()
}

/// Returns true if a form has all of a quotation; "…" stands for what is left out.
fn is_said(forms: &[Vec<&str>], quotation: &str) -> bool {
    let parts = || {
        quotation
            .split('…')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    forms
        .iter()
        .any(|form| parts().all(|part| fits(form, part)))
}

#[test]
fn widgets_say_every_sentence_that_the_documentation_quotes() {
    let words = read("www/locale/en.txt");
    let forms = forms(&words);
    for page in PAGES {
        let prose = prose(&read(page));
        for quotation in quotations(&prose) {
            assert!(
                is_said(&forms, quotation),
                "{page}: no widget says \"{quotation}\" (www/locale/en.txt)"
            );
        }
    }
}

#[test]
fn a_quotation_that_no_widget_says_would_be_found() {
    let words = "changes = Since the previous date: {changes}.\nnear = {place} area: {missions}\nline = {label}: {n}\n";
    let said = |text: &str| is_said(&forms(words), text);
    assert!(said("Since the previous date: …"));
    assert!(said("Almaty area: 3 missions"));
    assert!(!said("Since the stop before"));
    assert!(!said("Almaty: 3 missions"));
    let page = prose("Reads \"a\" and `\"b\"`.\n```json\n\"c\"\n```\nThen \"d\ne\".\n");
    assert_eq!(quotations(&page), ["a", "d e"]);
}
