//! Drafts: documents with gaps. A draft asks for what the file lacks and ends as a document in the contract's order.

mod alliances;
mod observers;
mod results;

pub use alliances::Alliances;
pub use observers::Observers;
pub use results::{Count, Results};

use crate::context::Context;
use crate::ids::Ids;
use crate::object::{Put, object, written};
use crate::question::Question;
use crate::refused::Refused;
use serde_json::{Map, Value};

/// The parts that every document has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The headline: a text, or an object with one text per language.
    pub title: Option<Value>,
    /// The language of plain texts.
    pub lang: Option<String>,
    /// True where the file says that it is a test. The command then refuses it without `--rehearsal`.
    pub test: bool,
    /// Remarks on the whole.
    pub notes: Vec<Value>,
    /// The sources, as the contract has them: `{id, title, publisher, url?, date}`.
    pub sources: Vec<Value>,
}

/// The rule for documents of which the file names no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SourceRule {
    /// The contract demands one.
    Needed,
    /// A person may answer `none`.
    MayLack,
}

impl Head {
    /// Takes the answers, asks for what is missing, and returns the fields before a document's own, with the id of the
    /// source that a person named.
    fn begin(
        &mut self,
        rule: SourceRule,
        context: &mut Context<'_>,
    ) -> Result<(Map<String, Value>, Option<String>), Refused> {
        let title = settled(
            context,
            "title",
            self.title.take(),
            "What is the headline? The file has none",
        )?;
        let source = self.add_source(rule, context)?;
        let mut map = Map::new();
        let lang = context.answers().text("lang").or(self.lang.take());
        put(&mut map, "lang", lang.map(Value::from));
        if self.test || context.answers().is_true("test") {
            map.put("test", true);
        }
        put(&mut map, "title", title);
        let mut notes = std::mem::take(&mut self.notes);
        match context.answers().get("notes") {
            Some(Value::Array(more)) => notes.extend(more.iter().cloned()),
            Some(note) => notes.push(note.clone()),
            None => {}
        }
        put(
            &mut map,
            "notes",
            (!notes.is_empty()).then_some(Value::Array(notes)),
        );
        Ok((map, source))
    }

    /// Adds the source that the answers describe, or asks for it where the file names none.
    fn add_source(
        &mut self,
        rule: SourceRule,
        context: &mut Context<'_>,
    ) -> Result<Option<String>, Refused> {
        let answers = context.answers();
        let is_answered = ["title", "publisher", "date", "url"]
            .iter()
            .any(|field| answers.get(&format!("source.{field}")).is_some());
        let may_lack = rule == SourceRule::MayLack;
        let is_none = may_lack && answers.text("source.title").as_deref() == Some("none");
        if is_none || (!self.sources.is_empty() && !is_answered) {
            return Ok(None);
        }
        let mut ask = |field: &str, text: &str| {
            context.settle(Question::new(format!("source.{field}"), text))
        };
        let title = ask(
            "title",
            if may_lack {
                "What is the title of the source (a page, a table, a report)? Write none if there is none"
            } else {
                "What is the title of the source (a page, a table, a report)?"
            },
        )?;
        let publisher = ask("publisher", "Who published the source?")?;
        let date = ask(
            "date",
            "When was the source published? Write 2030-04-12, or with time and offset 2030-04-12T21:00+06:00",
        )?;
        let (Some(title), Some(publisher), Some(date)) = (title, publisher, date) else {
            return Ok(None);
        };
        let mut ids = Ids::default();
        for source in &self.sources {
            if let Some(id) = source.get("id").and_then(Value::as_str) {
                ids.take(id);
            }
        }
        let id = context.answers().text("source.id");
        let id = id.and_then(|id| ids.take(&id));
        let id = id.unwrap_or_else(|| ids.of("source", "source"));
        let mut source = Map::new();
        source.put("id", id.as_str());
        source.put("title", title);
        source.put("publisher", publisher);
        let url = context.answers().text("source.url");
        put(&mut source, "url", url.map(Value::from));
        source.put("date", date);
        // An answer stands before what the file names: it is the source of what the file says no other of.
        self.sources.insert(0, Value::Object(source));
        Ok(Some(id))
    }

    /// The id of the source of facts that name none.
    fn first_source(&self) -> Option<String> {
        let id = self.sources.first()?.get("id")?.as_str()?;
        Some(id.to_owned())
    }

    /// Adds the sources, the last field of a document.
    fn end(self, map: &mut Map<String, Value>) {
        map.put("sources", self.sources);
    }
}

/// The answer to `key`, else what the file says, else a question.
fn settled(
    context: &mut Context<'_>,
    key: &str,
    from_file: Option<Value>,
    question: &str,
) -> Result<Option<Value>, Refused> {
    match (context.answers().get(key).cloned(), from_file) {
        (Some(answer), Some(said)) if answer != said => {
            context.left_out(
                None,
                format!("{key} of the file: {}", written(&said)),
                format!("answered otherwise: {}", written(&answer)),
            );
            Ok(Some(answer))
        }
        (Some(answer), _) => Ok(Some(answer)),
        (None, Some(said)) => Ok(Some(said)),
        (None, None) => Ok(context
            .settle(Question::new(key, question))?
            .map(Value::from)),
    }
}

/// The answer to `key`, else what the file says. It may be missing.
fn optional(context: &Context<'_>, key: &str, from_file: Option<Value>) -> Option<Value> {
    context.answers().get(key).cloned().or(from_file)
}

/// A place as the contract has it: a country's code, or a name.
pub fn place(text: &str) -> Value {
    let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code {
        Value::from(text)
    } else {
        object!({ "name": text })
    }
}

fn as_place(value: Value) -> Value {
    match value.as_str() {
        Some(text) => place(text),
        None => value,
    }
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value);
    }
}

fn list(map: &mut Map<String, Value>, key: &str, items: Vec<Value>) {
    put(map, key, (!items.is_empty()).then_some(Value::Array(items)));
}
