//! Answers: what a person says about a file, from flags, a mapping file or a prompt.

use crate::object::written;
use crate::refused::Refused;
use crate::tree::parse_json;
use serde_json::{Map, Value};

/// Answers of a person about a file, by key.
///
/// A value is a text, or the JSON that stands for a list or for pairs:
///
/// ```
/// use election_widgets_import::Answers;
/// let answers = Answers::from_json(
///     r#"{ "map": { "name": "Candidate", "votes": "Votes" }, "sumOver": ["County"], "source": { "date": "2030" } }"#,
/// )
/// .expect("JSON");
/// assert_eq!(answers.pairs("map")[1], ("votes".to_owned(), "Votes".to_owned()));
/// assert_eq!(answers.list("sumOver"), ["County"]);
/// assert_eq!(answers.text("source.date").as_deref(), Some("2030"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(Map<String, Value>);

impl Answers {
    /// Answers from an object of JSON: a mapping file.
    ///
    /// # Errors
    /// Where the text is no JSON object.
    pub fn from_json(text: &str) -> Result<Answers, Refused> {
        match parse_json(text)? {
            Value::Object(map) => Ok(Answers(map)),
            _ => Err(Refused::new(
                "expected an object of answers, such as {\"title\": \"…\"}",
            )),
        }
    }

    /// Sets an answer; it replaces an earlier one. A key with a dot is that of an object's field.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        if let Some((first, rest)) = key.split_once('.')
            && let Some(Value::Object(inner)) = self.0.get_mut(first)
        {
            inner.insert(rest.to_owned(), value);
            return;
        }
        self.0.insert(key.to_owned(), value);
    }

    /// The answer to `key`, also where it stands in an object: `source.date`, `column.Votes.zero`.
    pub fn get(&self, key: &str) -> Option<&Value> {
        find(&self.0, key).filter(|value| !value.is_null())
    }

    /// The answer to `key` as a text.
    pub fn text(&self, key: &str) -> Option<String> {
        match self.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
            other => Some(written(other)),
        }
    }

    /// True where `key` is answered with `true` or `yes`.
    pub fn is_true(&self, key: &str) -> bool {
        matches!(self.text(key).as_deref(), Some("true" | "yes"))
    }

    /// The answer to `key` as a list; a text is split at commas outside quotation marks.
    pub fn list(&self, key: &str) -> Vec<String> {
        match self.get(key) {
            Some(Value::Array(items)) => items.iter().map(plain).collect(),
            Some(Value::String(text)) => split(text),
            _ => Vec::new(),
        }
    }

    /// The answer to `key` as pairs: an object, or a text such as `name=Candidate,votes=Votes`.
    pub fn pairs(&self, key: &str) -> Vec<(String, String)> {
        match self.get(key) {
            Some(Value::Object(map)) => map
                .iter()
                .map(|(name, value)| (name.clone(), plain(value)))
                .collect(),
            Some(Value::String(text)) => split(text)
                .iter()
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (unquoted(name), unquoted(value))
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn find<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    map.get(key).or_else(|| {
        let mut dots = key.match_indices('.');
        dots.find_map(|(at, _)| {
            let (first, rest) = key.split_at_checked(at)?;
            find(map.get(first)?.as_object()?, rest.strip_prefix('.')?)
        })
    })
}

/// A value as one text; the parts of a list are joined by ` + `, as columns are whose texts belong together.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" + "),
        Value::Null => String::new(),
        other => written(other),
    }
}

fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(text).to_owned()
}

/// The parts of a text between commas that stand outside quotation marks.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for letter in text.chars() {
        match letter {
            ',' if !is_quoted => parts.push(String::new()),
            _ => {
                is_quoted ^= letter == '"';
                if let Some(last) = parts.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    let parts = parts.iter().map(|part| {
        if part.contains('=') {
            part.trim().to_owned()
        } else {
            unquoted(part)
        }
    });
    parts.filter(|part| !part.is_empty()).collect()
}
