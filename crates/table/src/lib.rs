//! The table programs: a table at a widget's `src` becomes the widget's document. Each program in `src/bin` reads the tables
//! of one widget. A page loads it when it meets the widget's first table.
#![cfg(target_arch = "wasm32")]

use election_widgets_import::formats::table::Table;
use election_widgets_import::{Answers, Read, Source, read};
use serde_json::{Map, Value};

/// Used by the macro.
#[doc(hidden)]
pub mod exports {
    pub use lol_alloc::{AssumeSingleThreaded, LeakingAllocator};
    pub use wasm_bindgen::prelude::wasm_bindgen;
}

/// Makes a program that reads tables of one kind: `table_program!(Table::RESULTS)`.
#[macro_export]
macro_rules! table_program {
    ($table:expr) => {
        #[cfg(target_arch = "wasm32")]
        mod exports {
            use super::*;
            use $crate::exports::*;

            /// Never frees memory: an instance reads one table and ends with its answer.
            #[global_allocator]
            #[expect(
                unsafe_code,
                reason = "an instance of a wasm without shared memory has one thread"
            )]
            static ALLOCATOR: AssumeSingleThreaded<LeakingAllocator> =
                unsafe { AssumeSingleThreaded::new(LeakingAllocator::new()) };

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
    let answer = answer
        .unwrap_or_else(|message| Map::from_iter([("error".to_owned(), Value::from(message))]));
    written(&Value::Object(answer))
}

fn drafted(table: &Table, names: &str, text: &str) -> Result<Read, String> {
    let mut answers = Answers::default();
    answers.set("countryNames", names);
    let source = Source::new("", text.as_bytes());
    let read = source.and_then(|mut source| read(&[table], &mut source, &answers));
    read.map_err(|refused| refused.to_string())
}

fn said(read: &Read) -> Result<Map<String, Value>, String> {
    let document = read.document_or_open()?;
    let columns = read.report.columns.iter();
    let pair = |name: &String, field: &String| Value::from(vec![name.as_str(), field.as_str()]);
    let columns: Vec<Value> = columns
        .map(|column| pair(&column.name, &column.field))
        .collect();
    let left_out = read.report.left_out.iter();
    let left_out: Vec<Value> = left_out.map(|line| Value::from(line.to_string())).collect();
    let said = [
        ("document", Value::from(written(document))),
        ("columns", Value::from(columns)),
        ("leftOut", Value::from(left_out)),
    ];
    let said = said.into_iter().map(|(key, value)| (key.to_owned(), value));
    Ok(said.collect())
}

/// A value as JSON. `json!` and `to_string` would bring writers that a page has no use for.
fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
