//! The line of a JSON text to which the path of an error leads.

use crate::page::line_at;
use std::ops::Range;

/// The line, from one, of the place that a path names, or of the nearest thing around it that is
/// there. For a text that is no JSON: the line where it stops being any.
pub(super) fn line_of(json: &str, path: &str) -> usize {
    let json = json.trim_start_matches('\u{feff}');
    if let Err(error) = serde_json::from_str::<serde_json::Value>(json) {
        return error.line().max(1);
    }
    let mut cursor = Cursor { rest: json };
    cursor.skip_space();
    let mut left = cursor.rest.len();
    for step in steps(path) {
        if !cursor.enter(&step) {
            break;
        }
        left = cursor.rest.len();
    }
    line_at(json, json.len().saturating_sub(left))
}

/// The range of the text to which a path leads, with its quotation marks. `None` if the path leads to no text.
pub(super) fn text_at(json: &str, path: &str) -> Option<Range<usize>> {
    let mut cursor = Cursor { rest: json };
    cursor.skip_space();
    if !steps(path).iter().all(|step| cursor.enter(step)) {
        return None;
    }
    let start = json.len() - cursor.rest.len();
    let length = text_end(cursor.rest).filter(|_| cursor.rest.starts_with('"'))?;
    Some(start..start + length)
}

#[derive(Debug, PartialEq)]
enum Step {
    Key(String),
    Index(usize),
}

/// `counts[0].results["a b"]` in steps.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let quoted = inner.starts_with('"');
            let end = if quoted {
                text_end(inner)
            } else {
                inner.find(']')
            };
            let Some((step, after)) = end.and_then(|end| inner.split_at_checked(end)) else {
                return steps;
            };
            steps.push(match step.parse() {
                Ok(index) => Step::Index(index),
                Err(_) => Step::Key(serde_json::from_str(step).unwrap_or_default()),
            });
            rest = after.strip_prefix(']').unwrap_or_default();
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (key, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            steps.push(Step::Key(key.to_owned()));
            // A path that begins with a dot has an empty step, and ends all the same.
            rest = if end == 0 { "" } else { after };
        }
    }
    steps
}

/// Returns the end of the JSON string with which `text` begins.
fn text_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (place, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(place + 1),
            _ => {}
        }
    }
    None
}

/// A place in a JSON text that is known to be one.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn eat(&mut self, sign: char) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        self.skip_space();
        after.is_some()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Goes over a value.
    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        loop {
            self.skip_space();
            let length = match self.rest.bytes().next() {
                None => return,
                Some(b'"') => text_end(self.rest).unwrap_or(self.rest.len()),
                Some(b'{' | b'[') => {
                    depth += 1;
                    1
                }
                Some(b'}' | b']') => {
                    depth = depth.saturating_sub(1);
                    1
                }
                Some(b',' | b':') => 1,
                Some(_) => {
                    let ends = self.rest.find([',', ':', '}', ']', ' ', '\t', '\r', '\n']);
                    ends.unwrap_or(self.rest.len())
                }
            };
            self.take(length.max(1));
            if depth == 0 {
                return;
            }
        }
    }

    /// Goes to a part of the value that begins here: to its key, or to itself in a list; answers
    /// whether there is such a part. Then the cursor stands before the part's value.
    fn enter(&mut self, step: &Step) -> bool {
        let (open, close) = match step {
            Step::Key(_) => ('{', '}'),
            Step::Index(_) => ('[', ']'),
        };
        let start = self.rest;
        let mut index = 0;
        let mut found = self.eat(open);
        while found && !self.rest.starts_with(close) && !self.rest.is_empty() {
            match step {
                Step::Index(wanted) if *wanted == index => return true,
                Step::Index(_) => {}
                Step::Key(wanted) => {
                    let key = self.take(text_end(self.rest).unwrap_or(self.rest.len()));
                    self.skip_space();
                    self.eat(':');
                    if serde_json::from_str::<String>(key).is_ok_and(|key| key == *wanted) {
                        return true;
                    }
                }
            }
            self.skip_value();
            self.skip_space();
            index += 1;
            found = self.eat(',');
        }
        self.rest = start;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n \"a\": [\n  {\"b c\": 1,\n   \"d\": {\"e\": \"x]}\\\"\",\n   \"f\": null}},\n  2\n ],\n \"g\": 3\n}\n";

    #[test]
    fn a_path_leads_to_a_line() {
        for (path, line) in [
            ("", 1),
            ("a", 2),
            ("a[0]", 3),
            ("a[0][\"b c\"]", 3),
            ("a[0].d", 4),
            ("a[0].d.e", 4),
            ("a[0].d.f", 5),
            ("a[1]", 6),
            ("g", 8),
        ] {
            assert_eq!(line_of(TEXT, path), line, "{path}");
        }
    }

    #[test]
    fn a_path_to_what_is_not_there_leads_to_what_it_would_be_in() {
        assert_eq!(line_of(TEXT, "a[0].d.missing"), 4);
        assert_eq!(line_of(TEXT, "a[7].d"), 2);
        assert_eq!(line_of(TEXT, "nothing"), 1);
        for odd in ["[", "a[", "..", "a..d", "[\"x", "a[0]]"] {
            line_of(TEXT, odd);
        }
    }

    #[test]
    fn a_text_is_found_with_its_quotation_marks() {
        let text = |path| text_at(TEXT, path).and_then(|range| TEXT.get(range));
        assert_eq!(text("[\"a\"][0][\"d\"][\"e\"]"), Some("\"x]}\\\"\""));
        for none in ["a[0].d.f", "a[0].d", "g", "missing"] {
            assert_eq!(text(none), None, "{none}");
        }
    }

    #[test]
    fn a_text_that_is_no_json_is_wrong_where_it_stops_being_any() {
        assert_eq!(line_of("{\n\"a\": 1,\n}", ""), 3);
        assert_eq!(line_of("", ""), 1);
        assert_eq!(line_of("\u{feff}{\n\"a\": 1}", "a"), 2);
    }
}
