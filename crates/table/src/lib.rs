//! The table programs: a table at a widget's `src` becomes the widget's document. Each program in `src/bin` reads the tables
//! of one widget. A page loads it when it meets the widget's first table.
#![cfg(target_arch = "wasm32")]

use election_widgets_import::formats::table::Table;
use election_widgets_import::{Answers, Read, Source, read};
use serde_json::{Value, json};

/// Used by the macro.
#[doc(hidden)]
pub use wasm_bindgen::prelude::wasm_bindgen;

/// Makes a program that reads tables of one kind: `table_program!(Table::RESULTS)`.
#[macro_export]
macro_rules! table_program {
    ($table:expr) => {
        #[cfg(target_arch = "wasm32")]
        mod exports {
            use super::*;
            use $crate::wasm_bindgen;

            /// Reads a table ([`election_widgets_table::answer`]).
            #[wasm_bindgen(js_name = call)]
            pub fn read_table(request: &str) -> String {
                $crate::answer(&$table, request)
            }
        }

        fn main() {}
    };
}

/// Reads a table. The request has the lines of locale files with names of countries, and the table, with a NUL between them.
/// The answer is JSON: the `document` as text, the `columns` that were read as pairs of name and field, and the lines
/// `leftOut`; or `error`, a sentence.
pub fn answer(table: &Table, request: &str) -> String {
    let (names, text) = request.split_once('\0').unwrap_or(("", request));
    let answer = drafted(table, names, text).and_then(|read| said(&read));
    let answer = answer.unwrap_or_else(|message| json!({ "error": message }));
    answer.to_string()
}

fn drafted(table: &Table, names: &str, text: &str) -> Result<Read, String> {
    let mut answers = Answers::default();
    answers.set("countryNames", names);
    let source = Source::new("", text.as_bytes());
    let read = source.and_then(|mut source| read(&[table], &mut source, &answers));
    read.map_err(|refused| refused.to_string())
}

fn said(read: &Read) -> Result<Value, String> {
    let document = read.document_or_open()?;
    let columns = read.report.columns.iter();
    let left_out = read.report.left_out.iter();
    Ok(json!({
        "document": document.to_string(),
        "columns": columns.map(|column| [&column.name, &column.field]).collect::<Vec<_>>(),
        "leftOut": left_out.map(ToString::to_string).collect::<Vec<_>>(),
    }))
}
