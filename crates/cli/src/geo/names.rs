//! Which land is called what: by its own properties, or by a file of names.

use super::feature::{Land, Ring, excerpt, word};
use super::{Problem, Warnings, source};
use election_widgets::model::{Id, LanguageTag};
use election_widgets::wire::MAX_TEXT;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::io::Read;

/// A land with the id and the name that it has on the map.
#[derive(Debug)]
pub(super) struct Named {
    /// The place in its file, for messages.
    pub(super) place: String,
    pub(super) id: Option<String>,
    /// A text, or one text per language.
    pub(super) name: Option<Value>,
    pub(super) rings: Vec<Ring>,
    /// True if documents refer to it by its id. They do not refer to neighbouring lands.
    pub(super) shape: bool,
}

/// How lands are named.
pub(super) struct Naming<'a> {
    /// The id and name of a file's only land if it has neither, such as a bare geometry.
    pub(super) only_land: Option<(&'a str, &'a Value)>,
    /// The property that holds the id.
    pub(super) key: Option<&'a str>,
    /// The property that holds the name.
    pub(super) name: &'a str,
    /// The file of names, by key or by name.
    pub(super) file: Map<String, Value>,
    /// True if shapes are named, false if neighbouring lands are.
    pub(super) shape: bool,
}

/// Reads a file of names; none is an empty one.
pub(super) fn read(
    path: Option<&str>,
    input: &mut dyn Read,
) -> Result<Map<String, Value>, Problem> {
    let Some(path) = path else {
        return Ok(Map::new());
    };
    match source::read(path, input)? {
        Value::Object(names) => Ok(names),
        other => Err(Problem::at(
            source::shown(path),
            format!(
                "expected {{\"key or name\": {{\"id\": ..., \"name\": ...}}}}, found {}",
                excerpt(&other)
            ),
        )),
    }
}

/// A text as a document writes it: one text, or one per language.
pub(super) fn text(value: &Value) -> Result<Value, Problem> {
    let fits = match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Object(texts) => {
            !texts.is_empty()
                && texts.iter().all(|(tag, text)| {
                    LanguageTag::new(tag).is_some()
                        && text.as_str().is_some_and(|text| !text.trim().is_empty())
                })
        }
        _ => false,
    };
    if fits {
        refuse_long(value)?;
        return Ok(value.clone());
    }
    Err(Problem::new(format!(
        "expected a text or {{\"en\": ..., \"ru\": ...}}, found {}",
        excerpt(value)
    )))
}

/// Refuses what documents refuse: texts over their limit.
fn refuse_long(value: &Value) -> Result<(), Problem> {
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Object(texts) => texts.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let longest = texts.iter().map(|text| text.chars().count()).max();
    match longest.filter(|length| *length > MAX_TEXT) {
        Some(length) => Err(Problem::new(format!(
            "expected a text of at most {MAX_TEXT} characters, found {length}"
        ))),
        None => Ok(()),
    }
}

impl Naming<'_> {
    /// The lands by name, without those that the file of names leaves out. Lands to which it gives
    /// one id become one.
    pub(super) fn of(&self, lands: Vec<Land>) -> Result<Vec<Named>, Problem> {
        let mut named: Vec<Named> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let only = lands.len() == 1;
        for land in lands {
            let entry = self.entry(&land);
            if entry == Some(&Value::Null) {
                continue;
            }
            let mut found = self.named(land, entry)?;
            if let Some((id, name)) = self.only_land.filter(|_| only && found.id.is_none()) {
                found.id = Some(id.to_owned());
                found.name.get_or_insert_with(|| name.clone());
            }
            let place = found.id.as_ref().and_then(|id| places.get(id));
            match place.and_then(|place| named.get_mut(*place)) {
                Some(other) if entry.and_then(|entry| entry.get("id")).is_some() => {
                    other.rings.extend(found.rings);
                }
                _ => {
                    if let Some(id) = &found.id {
                        places.entry(id.clone()).or_insert(named.len());
                    }
                    named.push(found);
                }
            }
        }
        Ok(named)
    }

    fn entry(&self, land: &Land) -> Option<&Value> {
        let key = self.key_of(land);
        let name = land.properties.get(self.name).and_then(word);
        [key, name]
            .into_iter()
            .flatten()
            .find_map(|word| self.file.get(&word))
    }

    fn key_of(&self, land: &Land) -> Option<String> {
        match self.key {
            Some(property) => land.properties.get(property).and_then(word),
            None => land.own_id.clone(),
        }
    }

    fn named(&self, land: Land, entry: Option<&Value>) -> Result<Named, Problem> {
        let given = |field| entry.and_then(|entry| entry.get(field));
        let own_name = || match land.properties.get(self.name) {
            Some(value @ Value::String(text)) if !text.trim().is_empty() => Some(value.clone()),
            _ => None,
        };
        let name = match given("name") {
            Some(name) => Some(text(name).map_err(|problem| problem.within(&land.place))?),
            None => own_name(),
        };
        if let Some(name) = &name {
            refuse_long(name).map_err(|problem| problem.within(&land.place))?;
        }
        let named = Named {
            id: given("id").and_then(word).or_else(|| self.key_of(&land)),
            name,
            rings: land.rings,
            shape: self.shape,
            place: land.place,
        };
        Ok(named)
    }
}

/// The shapes: every one has an id of its own and a name.
pub(super) fn shapes(
    named: Vec<Named>,
    naming: &Naming,
    only: &[String],
    warnings: &mut Warnings,
) -> Result<Vec<Named>, Problem> {
    let mut shapes: Vec<Named> = Vec::new();
    let mut places: HashMap<String, String> = HashMap::new();
    let chosen: HashSet<&String> = only.iter().collect();
    for mut named in named {
        let Some(id) = named.id.clone() else {
            if only.is_empty() {
                return Err(Problem::at(&named.place, missing_id(naming.key)));
            }
            continue;
        };
        if !only.is_empty() && !chosen.contains(&id) {
            continue;
        }
        if Id::new(&id).is_none() {
            return Err(Problem::at(&named.place, unfit_id(&id)));
        }
        if let Some(other) = places.insert(id.clone(), named.place.clone()) {
            let what = format!(
                "the id \"{id}\" is also that of {other}: choose another --key, or give ids with --names"
            );
            return Err(Problem::at(&named.place, what));
        }
        if named.name.is_none() {
            warnings.add(&named.place, format!("has no name: called \"{id}\""));
            named.name = Some(Value::String(id));
        }
        shapes.push(named);
    }
    match unknown_ids(only, &shapes) {
        Some(problem) => Err(problem),
        None => Ok(shapes),
    }
}

/// The error for `--only` with ids that no shape has; it names all of them.
fn unknown_ids(only: &[String], shapes: &[Named]) -> Option<Problem> {
    let known: HashSet<&String> = shapes
        .iter()
        .filter_map(|shape| shape.id.as_ref())
        .collect();
    let unknown = |id: &&String| !known.contains(id);
    let unknown = only.iter().filter(unknown);
    let unknown: Vec<String> = unknown.map(|id| format!("\"{id}\"")).collect();
    let what = match unknown.as_slice() {
        [] => return None,
        [id] => format!("--only: no shape has the id {id}"),
        ids => format!("--only: no shapes have the ids {}", ids.join(", ")),
    };
    Some(Problem::new(what))
}

fn missing_id(key: Option<&str>) -> String {
    match key {
        Some(key) => format!("has no property \"{key}\" to be its id (--key)"),
        None => "has no id: say which property holds it with --key".to_owned(),
    }
}

fn unfit_id(id: &str) -> String {
    const MOST: usize = 64;
    let fit = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    };
    let cleaned: String = id.chars().map(fit).collect();
    let parts: Vec<&str> = cleaned.split('-').filter(|part| !part.is_empty()).collect();
    let cleaned: String = parts.join("-").chars().take(MOST).collect();
    let hint = if cleaned.is_empty() {
        "give another with --names".to_owned()
    } else {
        format!("give \"{cleaned}\" with --names")
    };
    format!("the id \"{id}\" is not 1 to {MOST} of A-Z a-z 0-9 _ -: {hint}")
}
