//! The table program: a table at a widget's `src` becomes the widget's document. A page loads it when it meets the first
//! table.

#[cfg(target_arch = "wasm32")]
mod exports {
    use election_widgets_import::{Answers, Read, Source, read};
    use serde_json::json;
    use wasm_bindgen::prelude::*;

    /// Reads a table. The request has a widget's tag, the lines of locale files with names of countries, and the table, with
    /// a NUL between them. The answer is JSON: the `document` as text, the `columns` that were read as pairs of name and
    /// field, and the lines `leftOut`; or `error`, a sentence.
    #[wasm_bindgen(js_name = call)]
    pub fn read_table(request: &str) -> String {
        let mut parts = request.splitn(3, '\0').map(str::to_owned);
        let [tag, names, text] = [(); 3].map(|()| parts.next().unwrap_or_default());
        let answer = drafted(&tag, &names, &text).and_then(|read| answer(&read));
        let answer = answer.unwrap_or_else(|message| json!({ "error": message }));
        answer.to_string()
    }

    fn drafted(tag: &str, names: &str, text: &str) -> Result<Read, String> {
        let mut answers = Answers::default();
        answers.set("widget", tag);
        answers.set("countryNames", names);
        let source = Source::new("", text.as_bytes());
        let read = source.and_then(|mut source| read(&mut source, &answers));
        read.map_err(|refused| refused.to_string())
    }

    fn answer(read: &Read) -> Result<serde_json::Value, String> {
        let document = read.document_or_open()?;
        let columns = read.report.columns.iter();
        let left_out = read.report.left_out.iter();
        Ok(json!({
            "document": document.to_string(),
            "columns": columns.map(|column| [&column.name, &column.field]).collect::<Vec<_>>(),
            "leftOut": left_out.map(ToString::to_string).collect::<Vec<_>>(),
        }))
    }
}

fn main() {}
