//! The draft of an alliances document.

use super::{Head, SourceRule, list, put, settled};
use crate::context::Context;
use crate::object::Put;
use crate::refused::Refused;
use serde_json::{Map, Value};

/// An alliances document with gaps. Objects are as the contract has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alliances {
    /// Title, language, test, notes and sources.
    pub head: Head,
    /// The day that the document speaks of.
    pub as_of: Option<Value>,
    /// Kinds of membership of the document's own.
    pub kinds: Map<String, Value>,
    /// The alliances, each with `id` and `name`. `finish` adds the source where it is left out.
    pub alliances: Vec<Map<String, Value>>,
    /// The states in the file's order.
    pub states: Vec<Value>,
    /// The memberships by alliance and kind.
    pub memberships: Map<String, Value>,
    /// Further fields of the document: `participation`.
    pub more: Map<String, Value>,
}

impl Alliances {
    /// Asks for what is missing and makes the document. `None` while a question is open.
    ///
    /// The keys of its questions are `title`, `asOf` and `source.…`.
    ///
    /// # Errors
    /// An answer that is none of a question's choices.
    pub fn finish(mut self, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
        let (mut map, source) = self.head.begin(SourceRule::MayLack, context)?;
        let as_of = settled(
            context,
            "asOf",
            self.as_of.take(),
            "Which day do the memberships speak of? Write 2030-04-12",
        )?;
        put(&mut map, "asOf", as_of);
        put(
            &mut map,
            "kinds",
            (!self.kinds.is_empty()).then_some(Value::Object(self.kinds)),
        );
        let alliances = self.alliances.into_iter().map(|mut alliance| {
            if let (None, Some(source)) = (alliance.get("source"), &source) {
                alliance.put("source", source.as_str());
            }
            Value::Object(alliance)
        });
        map.put("alliances", Value::Array(alliances.collect()));
        list(&mut map, "states", self.states);
        map.put("memberships", self.memberships);
        map.append(&mut self.more);
        self.head.end(&mut map);
        Ok((!context.is_asking()).then_some(Value::Object(map)))
    }
}
