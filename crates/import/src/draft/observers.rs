//! The draft of an observers document.

use super::{Head, SourceRule, as_place, list, optional, put, settled};
use crate::context::Context;
use crate::object::Put;
use crate::refused::Refused;
use serde_json::{Map, Value};

/// An observers document with gaps. Objects are as the contract has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observers {
    /// Title, language, test, notes and sources.
    pub head: Head,
    /// The name of what is observed.
    pub event: Option<Value>,
    /// The place of what is observed.
    pub place: Option<Value>,
    /// The day of what is observed.
    pub date: Option<Value>,
    /// Sums of several missions.
    pub totals: Vec<Value>,
    /// The missions, each with `id` and `organisation`.
    pub missions: Vec<Map<String, Value>>,
    /// Further fields of the document: `area`, `counted`.
    pub more: Map<String, Value>,
}

impl Observers {
    /// Asks for what is missing and makes the document. `None` while a question is open.
    ///
    /// The keys of its questions are `title`, `event` and `source.…`.
    ///
    /// # Errors
    /// An answer that is none of a question's choices.
    pub fn finish(mut self, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
        let (mut map, source) = self.head.begin(SourceRule::MayLack, context)?;
        let mut event = Map::new();
        let name = settled(
            context,
            "event",
            self.event.take(),
            "What is observed? Such as Presidential election",
        )?;
        put(&mut event, "name", name);
        put(
            &mut event,
            "place",
            optional(context, "place", self.place.take()).map(as_place),
        );
        put(
            &mut event,
            "date",
            optional(context, "date", self.date.take()),
        );
        map.put("event", event);
        let area = self.more.shift_remove("area");
        put(&mut map, "area", optional(context, "area", area));
        let counted = self.more.shift_remove("counted");
        put(&mut map, "counted", optional(context, "counted", counted));
        list(&mut map, "totals", self.totals);
        let missions = self.missions.into_iter().map(|mut mission| {
            if let (None, Some(source)) = (mission.get("source"), &source) {
                mission.put("source", source.as_str());
            }
            Value::Object(mission)
        });
        map.put("missions", Value::Array(missions.collect()));
        map.append(&mut self.more);
        self.head.end(&mut map);
        Ok((!context.is_asking()).then_some(Value::Object(map)))
    }
}
