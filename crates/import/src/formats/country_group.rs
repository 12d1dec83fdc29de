//! Lists of a group's countries with ISO codes, as in worldcountrygroups: no kinds, days or sources.

use super::Format;
use crate::context::Context;
use crate::draft::Head;
use crate::memberships::{Spell, Spells};
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::parse_json;
use serde_json::{Map, Value, json};

/// The format of one group: `{acronym, name, countries: [{name, iso2}]}`.
#[derive(Clone, Copy, Debug)]
pub struct CountryGroup;

impl Format for CountryGroup {
    fn name(&self) -> &'static str {
        "country-group"
    }

    fn title(&self) -> &'static str {
        "a list of a group's countries (worldcountrygroups, JSON)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        sniff.is_json() && sniff.text.contains("\"countries\"") && sniff.text.contains("\"iso2\"")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let value = parse_json(&text)?;
        let text_of = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
        let acronym = text_of("acronym");
        let Some(countries) = value
            .get("countries")
            .and_then(Value::as_array)
            .filter(|_| !acronym.is_empty())
        else {
            return Err(Refused::new("expected acronym and countries"));
        };
        context.understood(None, "acronym", "the id of the alliance");
        let mut spells = Spells::default();
        let kind = context
            .answers()
            .text("kind")
            .unwrap_or_else(|| "unspecified".to_owned());
        for (number, country) in countries.iter().enumerate() {
            let code = country
                .get("iso2")
                .and_then(Value::as_str)
                .unwrap_or_default();
            if code.len() != 2 {
                context.left_out(
                    None,
                    format!("country {}: {country}", number + 1),
                    "it has no code of two letters",
                );
                continue;
            }
            spells.add(Spell {
                state: code.to_owned(),
                alliance: acronym.to_owned(),
                kind: kind.clone(),
                fields: Map::new(),
            });
        }
        context.understood(
            None,
            format!("{} countries", countries.len()),
            format!("memberships of the kind {kind}"),
        );
        let keys = value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, _)| key.as_str());
        for key in keys.filter(|key| !matches!(*key, "acronym" | "countries" | "name")) {
            context.left_out(None, key, "no field is known for it");
        }
        let document = spells.finish(Head::default(), None, context)?;
        Ok(document.map(|document| with_name(document, text_of("name"))))
    }
}

/// The document with the group's full name beside its acronym.
fn with_name(mut document: Value, name: &str) -> Value {
    if let Some(Value::Object(alliance)) = document
        .pointer_mut("/alliances/0")
        .filter(|_| !name.is_empty())
    {
        let short = alliance.insert("name".to_owned(), json!(name));
        if let Some(short) = short {
            alliance.insert("short".to_owned(), short);
        }
    }
    document
}
