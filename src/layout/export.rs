//! Tables that a reader downloads or copies: as CSV, as JSON, as text and HTML to paste.

use super::frame::Writer;
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Amount, Bound, Decimal, Head, SourceRef};
use std::fmt::Write as _;

/// The data that a reader downloads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// A name for files, without its ending.
    pub name: String,
    /// One row per figure, for programs.
    pub data: ExportTable,
    /// The table on show, in the reader's language.
    pub shown: ExportTable,
    /// The same for maps, as GeoJSON (RFC 7946), where places are known.
    pub geo: Option<String>,
}

impl Export {
    /// The same, marked as made up: in the file's name, and in each row.
    pub fn of_a_rehearsal(mut self) -> Export {
        self.name = ["rehearsal-", &self.name].concat();
        self.data.heads.push("rehearsal".to_owned());
        for row in &mut self.data.rows {
            row.push("true".into());
        }
        self.geo = self
            .geo
            .map(|geo| geo.replacen('{', "{\"rehearsal\":true,", 1));
        self
    }
}

/// A table of texts and figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportTable {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows, one field per column.
    pub rows: Vec<Vec<Field>>,
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A text; empty where there is nothing to say.
    Text(String),
    /// A number, as programs write it.
    Number(String),
}

impl Field {
    /// Returns the text of the cell.
    pub fn text(&self) -> &str {
        match self {
            Field::Text(text) | Field::Number(text) => text,
        }
    }

    /// Returns the text of the cell for a spreadsheet, which must not run it.
    pub fn guarded(&self) -> String {
        match self {
            Field::Text(text) if is_formula(text) => ["'", text].concat(),
            field => field.text().to_owned(),
        }
    }
}

/// Returns true if a spreadsheet may run a text as a formula. Numbers with a sign are none.
///
/// ```
/// use election_widgets::layout::is_formula;
/// assert!(is_formula("=HYPERLINK(1)") && is_formula("-1+A1") && is_formula(" \u{ff1d}A1"));
/// assert!(!is_formula("-2.5 %") && !is_formula("Ada") && !is_formula("-"));
/// ```
pub fn is_formula(text: &str) -> bool {
    // Spreadsheets cut blanks off before they look, and read the wide signs of Asian keyboards as the plain ones.
    let mut rest = text.trim_start().chars();
    match rest.next() {
        Some('=' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}') => true,
        Some('+' | '-') => !rest.all(|c| c.is_numeric() || " .,%\u{a0}\u{202f}".contains(c)),
        _ => text.starts_with(['\t', '\r', '\n']),
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Field {
        Field::Text(text.to_owned())
    }
}

impl ExportTable {
    /// As CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a spreadsheet
    /// would run as a formula gets an apostrophe before it.
    pub fn csv(&self) -> String {
        let mut csv = String::from("\u{feff}");
        let heads: Vec<Field> = self
            .heads
            .iter()
            .map(|head| Field::Text(head.clone()))
            .collect_compact();
        for row in std::iter::once(&heads).chain(&self.rows) {
            let fields: Vec<String> = row.iter().map(csv_field).collect_compact();
            csv.push_str(&fields.join(","));
            csv.push_str("\r\n");
        }
        csv
    }

    /// As a JSON list with one object per row. Empty fields are left out.
    pub fn json(&self) -> String {
        let row = |row: &Vec<Field>| {
            let fields: Vec<String> = self
                .heads
                .iter()
                .zip(row)
                .filter(|(_, field)| !field.text().is_empty())
                .map(|(head, field)| {
                    let value = match field {
                        Field::Text(text) => quoted(text),
                        Field::Number(number) => number.clone(),
                    };
                    format!("{}: {value}", quoted(head))
                })
                .collect_compact();
            format!("  {{ {} }}", fields.join(", "))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect_compact();
        format!("[\n{}\n]\n", rows.join(",\n"))
    }

    /// The rows as text with tabs, which spreadsheets take for cells.
    pub fn tabbed(&self) -> String {
        let cell = |field: &Field| field.guarded().replace(['\t', '\n', '\r'], " ");
        let line = |row: &Vec<Field>| row.iter().map(cell).collect_compact().join("\t");
        self.rows.iter().map(line).collect_compact().join("\n")
    }
}

fn csv_field(field: &Field) -> String {
    let text = field.guarded();
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A text as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            control if u32::from(control) < 0x20 => {
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

/// The columns that say who says so.
const CITED: [&str; 4] = ["source", "publisher", "published", "url"];

/// The names of columns: those of a table's own, those of the source, and `more` that came later.
pub(super) fn heads(names: &[&str], more: &[&str]) -> Vec<String> {
    let names = names.iter().chain(&CITED).chain(more);
    names.map(|name| (*name).to_owned()).collect_compact()
}

/// Returns the fields of a source, one per column.
pub(super) fn cited(writer: &Writer<'_>, head: &Head, source: Option<SourceRef>) -> [Field; 4] {
    let Some(source) = source.and_then(|source| head.sources.get(source)) else {
        return ["", "", "", ""].map(Field::from);
    };
    let url = source.url.as_ref().map_or("", |url| url.as_str());
    [
        Field::Text(writer.phrase(&source.title).text),
        Field::Text(writer.phrase(&source.publisher).text),
        Field::Text(source.date.to_string()),
        url.into(),
    ]
}

/// A number, or nothing.
pub(super) fn number(number: Option<Decimal>) -> Field {
    Field::Number(number.map_or_else(String::new, |number| number.to_string()))
}

/// How the document writes an amount, and its value, its lower and its upper end.
pub(super) fn amount_columns(amount: &Amount) -> (&'static str, [Option<Decimal>; 3]) {
    let ends = |bound: &Bound| [None, Some(bound.low()), Some(bound.high())];
    // A bound that is one number is an end; one that is a pair has two.
    let bound = |bound: &Bound, lower: bool| match (bound.low() == bound.high(), lower) {
        (false, _) => ends(bound),
        (true, true) => [None, Some(bound.low()), None],
        (true, false) => [None, None, Some(bound.high())],
    };
    match amount {
        Amount::Exact(number) => ("value", [Some(*number), None, None]),
        Amount::About(number) => ("about", [Some(*number), None, None]),
        Amount::Over(over) => ("over", bound(over, true)),
        Amount::AtLeast(least) => ("atLeast", bound(least, true)),
        Amount::Under(under) => ("under", bound(under, false)),
        Amount::AtMost(most) => ("atMost", bound(most, false)),
        Amount::Range(range) => ("range", ends(range)),
        Amount::Missing(_) => ("missing", [None; 3]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(fields: &[Field]) -> ExportTable {
        ExportTable {
            heads: (0..fields.len()).map(|place| format!("c{place}")).collect(),
            rows: vec![fields.to_vec()],
        }
    }

    #[test]
    fn a_comma_a_quote_or_a_line_break_in_a_name_stays_in_its_field() {
        let csv = table(&[
            "Smith, \"Bo\"".into(),
            "a\nb".into(),
            Field::Number("81.3".to_owned()),
        ])
        .csv();
        assert_eq!(
            csv,
            "\u{feff}c0,c1,c2\r\n\"Smith, \"\"Bo\"\"\",\"a\nb\",81.3\r\n"
        );
    }

    #[test]
    fn a_name_that_looks_like_a_formula_is_not_run_by_a_spreadsheet() {
        let csv = table(&["=HYPERLINK(1)".into(), Field::Number("-2.5".to_owned())]).csv();
        assert!(csv.ends_with("'=HYPERLINK(1),-2.5\r\n"), "{csv}");
        for sign in [
            "=", "+", "-", "@", "\t", "\r", "\n", " =", "\n=", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}",
            "\u{ff20}",
        ] {
            let table = table(&[[sign, "A1"].concat().as_str().into()]);
            assert!(
                table.csv().contains(&["'", sign, "A1"].concat()),
                "{sign:?}"
            );
            assert!(table.tabbed().starts_with('\''), "{sign:?}");
            let html = crate::view::export_table(&table).html();
            assert!(
                html.contains("<td>'") || html.contains("<td>&#39;"),
                "{html}"
            );
        }
    }

    #[test]
    fn a_number_with_a_sign_stays_a_number_for_a_spreadsheet() {
        for number in ["-2.5", "+1,234", "-3 %", "-"] {
            let table = table(&[number.into()]);
            assert_eq!(table.tabbed(), number);
            assert!(!table.csv().contains('\''), "{number}");
        }
    }

    #[test]
    fn a_tab_in_a_name_opens_no_cell() {
        let table = table(&["a\t=A1".into(), "b".into()]);
        assert_eq!(table.tabbed(), "a =A1\tb");
    }

    // serde_json is the host's.
    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn json_is_json_whatever_a_name_holds() {
        let name = "a \"b\" \\ \u{1} \n ё \u{2028}";
        let json = table(&[name.into(), Field::Number("0.10".to_owned()), "".into()]).json();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read, serde_json::json!([{ "c0": name, "c1": 0.1 }]));
    }
}
