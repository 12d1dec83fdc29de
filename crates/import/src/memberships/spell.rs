//! Spells gathered by alliance and kind into a document.

use crate::context::Context;
use crate::draft::{Alliances, Head};
use crate::ids::Ids;
use crate::index::Index;
use crate::nested::{push, within};
use crate::object::{Put, object};
use crate::refused::Refused;
use serde_json::{Map, Value};

/// A time in which a state belongs to an alliance.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spell {
    pub(crate) state: String,
    pub(crate) alliance: String,
    pub(crate) kind: String,
    /// The fields of the contract: `from`, `to`, `asOf`, `source`, `note`.
    pub(crate) fields: Map<String, Value>,
}

/// The spells of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spells {
    spells: Vec<Spell>,
    /// Names of states of the file's own, by code.
    pub(crate) names: Vec<(String, String)>,
}

impl Spells {
    pub(crate) fn add(&mut self, spell: Spell) {
        self.spells.push(spell);
    }

    /// Makes the document. `None` while a question is open. No list is called complete: a file does not say so.
    ///
    /// # Errors
    /// An answer that does not fit.
    pub(crate) fn finish(
        self,
        head: Head,
        as_of: Option<Value>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let mut draft = Alliances {
            head,
            as_of,
            ..Alliances::default()
        };
        let mut ids = Ids::default();
        let mut states = Index::default();
        let mut known = Index::default();
        let mut given: Vec<String> = Vec::new();
        for spell in self.spells {
            let (place, is_new) = known.number(spell.alliance.as_bytes());
            if is_new {
                let id = ids
                    .take(&spell.alliance)
                    .unwrap_or_else(|| ids.of(&spell.alliance, "alliance"));
                let key = format!("names.{}", spell.alliance);
                let name = context.answers().get(&key).cloned();
                let name = name.unwrap_or_else(|| Value::from(spell.alliance.as_str()));
                let mut alliance = Map::new();
                alliance.put("id", id.as_str());
                alliance.put("name", name);
                draft.alliances.push(alliance);
                given.push(id);
            }
            let id = given.get(place).map_or("", String::as_str);
            if states.is_new(spell.state.as_bytes()) {
                let own = self.names.iter().find(|(code, _)| *code == spell.state);
                let state = own.map_or_else(
                    || Value::from(spell.state.as_str()),
                    |(code, name)| object!({ "code": code.as_str(), "name": name.as_str() }),
                );
                draft.states.push(state);
            }
            let entry = if spell.fields.is_empty() {
                Value::from(spell.state)
            } else {
                let mut map = Map::new();
                map.put("state", spell.state);
                map.extend(spell.fields);
                Value::Object(map)
            };
            within(&mut draft.memberships, id, |alliance| {
                push(alliance, &spell.kind, entry)
            });
        }
        context.left_out(
            None,
            "which lists are complete",
            "no table says so: add \"complete\" to an alliance by hand where its source does",
        );
        draft.finish(context)
    }
}
