//! Entries of one organisation joined into a mission with several places.

use super::entry::{Entry, Spot};
use super::words;
use crate::context::Context;
use crate::draft::{Head, Observers};
use crate::formats::is_sum;
use crate::ids::Ids;
use crate::index::Index;
use crate::nested::push;
use crate::object::{Put, object, written};
use crate::quantity::{Decimals, Reading, is_dash, json_number, read};
use crate::question::Question;
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};

/// The event that is observed, as far as the file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Event {
    pub(crate) name: Option<Value>,
    pub(crate) place: Option<Value>,
    pub(crate) date: Option<Value>,
    pub(crate) area: Option<Value>,
}

/// A mission that is being joined.
struct Joined<'e> {
    entries: Vec<&'e Entry>,
}

/// Warns where missions have places and nothing says on which map.
#[cfg(feature = "every-format")]
fn warn_of_no_map(entries: &[Entry], draft: &Observers, context: &mut Context<'_>) {
    let is_chosen = draft.more.contains_key("area") || context.answers().get("area").is_some();
    if !is_chosen && entries.iter().any(|entry| !entry.spots.is_empty()) {
        context.warn(format!(
            "no map is chosen, so the widget shows a list of the missions: choose one with --area ({})",
            election_widgets::wire::PRESETS.join(", ")
        ));
    }
}

/// Makes the document of entries. `None` while a question is open.
///
/// # Errors
/// A cell that is no quantity, day or status.
pub(crate) fn join(
    entries: &[Entry],
    head: Head,
    event: Event,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let mut missions: Vec<Joined<'_>> = Vec::new();
    let mut known = Index::default();
    for entry in entries {
        if entry.text("organisation").is_empty() {
            let said: Vec<&str> = entry
                .texts
                .iter()
                .map(|(_, text, _)| text.as_str())
                .collect();
            context.left_out(
                Place::line(entry.line),
                format!("\"{}\"", said.join(" | ")),
                "it names no organisation",
            );
            continue;
        }
        if is_sum(entry.text("organisation")) {
            context.left_out(
                Place::line(entry.line),
                format!("the row \"{}\"", entry.text("organisation")),
                "a sum of the rows",
            );
            continue;
        }
        let key = format!("{}\0{}", entry.text("organisation"), entry.text("name"));
        let (place, _) = known.number(key.as_bytes());
        match missions.get_mut(place) {
            Some(mission) => mission.entries.push(entry),
            None => missions.push(Joined {
                entries: vec![entry],
            }),
        }
    }
    let Some(sizes_are_of_places) = sizes_are_of_places(&missions, context)? else {
        return Ok(None);
    };
    let mut draft = Observers {
        head,
        event: event.name,
        place: event.place,
        date: event.date,
        ..Observers::default()
    };
    if let Some(area) = event.area {
        draft.more.put("area", area);
    }
    let mut ids = Ids::default();
    for mission in &missions {
        draft
            .missions
            .push(mission.made(&mut ids, sizes_are_of_places, context)?);
    }
    // A page shows no warnings.
    #[cfg(feature = "every-format")]
    {
        super::swapped::warn(entries, draft.place.as_ref(), context);
        warn_of_no_map(entries, &draft, context);
    }
    draft.finish(context)
}

/// Asks what sizes in several rows of one mission count.
fn sizes_are_of_places(
    missions: &[Joined<'_>],
    context: &mut Context<'_>,
) -> Result<Option<bool>, Refused> {
    let with_size = |entry: &&&Entry| !entry.text("size").is_empty();
    let doubtful = missions
        .iter()
        .find(|mission| mission.entries.iter().filter(with_size).count() > 1);
    let Some(second) = doubtful.and_then(|mission| mission.entries.iter().filter(with_size).nth(1))
    else {
        return Ok(Some(false));
    };
    let text = format!(
        "\"{}\" has a number in several rows. What do they count?",
        second.text("organisation")
    );
    let question = Question::new("sizes", text).at(second.place("size"));
    let question = question.choices(&[
        ("places", "those at each place"),
        ("mission", "the whole mission, each time"),
    ]);
    let answer = context.settle(question)?;
    Ok(answer.map(|answer| answer == "places"))
}

impl Joined<'_> {
    fn made(
        &self,
        ids: &mut Ids,
        sizes_are_of_places: bool,
        context: &mut Context<'_>,
    ) -> Result<Map<String, Value>, Refused> {
        let mut mission = Map::new();
        let Some(first) = self.entries.first() else {
            return Ok(mission);
        };
        let organisation = first.text("organisation");
        let id = ids.take(&first.id).unwrap_or_else(|| {
            ids.of(
                if first.text("name").is_empty() {
                    organisation
                } else {
                    first.text("name")
                },
                "mission",
            )
        });
        mission.put("id", id);
        mission.put("organisation", organisation);
        for field in ["name", "head", "note"] {
            self.put_text(&mut mission, field, context);
        }
        for field in ["from", "to"] {
            self.put_day(&mut mission, field, context)?;
        }
        self.put_status(&mut mission, context)?;
        if !first.text("counted").is_empty() {
            mission.put("counted", first.text("counted"));
        }
        if !sizes_are_of_places {
            self.put_sizes(&mut mission, context)?;
        }
        for entry in &self.entries {
            if sizes_are_of_places && entry.spots.len() > 1 && !entry.text("size").is_empty() {
                return Err(Refused::at(
                    entry.place("size"),
                    "one number for several places: give each place a row with its number",
                ));
            }
            for spot in &entry.spots {
                let mut place = place_of(spot, entry, context);
                if sizes_are_of_places && let Some(size) = size(entry, context)? {
                    place.put("size", size);
                }
                push(&mut mission, "places", Value::Object(place));
            }
        }
        if let Some(places) = mission.shift_remove("places") {
            mission.put("where", object!({ "places": places }));
        }
        Ok(mission)
    }

    /// Puts a text of the first entry that has one. Other texts of further entries are named.
    fn put_text(&self, mission: &mut Map<String, Value>, field: &str, context: &mut Context<'_>) {
        for entry in &self.entries {
            let text = entry.text(field);
            match mission.get(field) {
                _ if text.is_empty() => {}
                None => {
                    mission.put(field, text);
                }
                Some(known) if known == text => {}
                Some(known) => {
                    let why = format!("the mission has {} from a row above", written(known));
                    context.left_out(entry.place(field), format!("\"{text}\""), why);
                }
            }
        }
    }

    fn put_day(
        &self,
        mission: &mut Map<String, Value>,
        field: &str,
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        self.put_text(mission, field, context);
        let Some(text) = mission.get(field).and_then(Value::as_str) else {
            return Ok(());
        };
        let place = self
            .entries
            .iter()
            .find(|entry| entry.text(field) == text)
            .map(|entry| entry.place(field));
        let day = crate::formats::day(text);
        let day = day.ok_or_else(|| {
            let wanted = "no day that can be read for certain (write 2030-04-12)";
            Refused::at(place, format!("\"{text}\" is {wanted}"))
        })?;
        mission.put(field, day);
        Ok(())
    }

    fn put_status(
        &self,
        mission: &mut Map<String, Value>,
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        self.put_text(mission, "status", context);
        let Some(word) = mission
            .get("status")
            .and_then(Value::as_str)
            .map(str::to_owned)
        else {
            return Ok(());
        };
        let status = match words::status(&word) {
            Some(status) => Some(status.to_owned()),
            None => {
                let question = Question::new(
                    format!("statuses.{word}"),
                    format!("Which status of a mission is \"{word}\"?"),
                );
                let question = words::statuses()
                    .fold(question, |question, status| question.choice(status, status));
                context.settle(question)?
            }
        };
        mission.put("status", status);
        Ok(())
    }

    /// Puts the size: one, or one for each of several days.
    fn put_sizes(
        &self,
        mission: &mut Map<String, Value>,
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        let mut known: Option<String> = None;
        for entry in self
            .entries
            .iter()
            .filter(|entry| !entry.text("size").is_empty())
        {
            let day = entry.text("asOf");
            if !day.is_empty() {
                let read = crate::formats::day(day);
                let day = read.ok_or_else(|| {
                    Refused::at(
                        entry.place("asOf"),
                        format!("\"{day}\" is no day (write 2030-04-12)"),
                    )
                })?;
                if let Some(size) = size(entry, context)? {
                    push(mission, "sizes", object!({ "asOf": day, "size": size }));
                }
                continue;
            }
            let text = entry.text("size");
            if known.as_deref().is_some_and(|known| known != text) {
                return Err(Refused::at(
                    entry.place("size"),
                    format!(
                        "\"{text}\" differs from the number of the same mission in a row above: say which day each is of in a column \"as of\", or answer sizes=places"
                    ),
                ));
            }
            if known.is_none()
                && let Some(size) = size(entry, context)?
            {
                mission.put("size", size);
            }
            known = Some(text.to_owned());
        }
        Ok(())
    }
}

/// The number of observers that an entry gives.
fn size(entry: &Entry, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
    let (text, place) = (entry.text("size"), entry.place("size"));
    if text.is_empty() {
        return Ok(None);
    }
    if is_dash(text) {
        let question =
            Question::new("dash", "What does a dash in place of a number mean?").at(place);
        let question = question.choices(&[
            ("zero", "nobody"),
            ("missing", "not available"),
            ("empty", "nothing: leave it out"),
        ]);
        return Ok(match context.settle(question)?.as_deref() {
            Some("zero") => Some(Value::from(0)),
            Some("missing") => Some(object!({ "missing": "not available" })),
            _ => None,
        });
    }
    if let Some(why) = crate::missing::reason(text) {
        return Ok(Some(object!({ "missing": why })));
    }
    let point = read(text, Decimals::Point);
    let comma = read(text, Decimals::Comma);
    // Persons have no parts: of "1,200" and "1.200" one reading alone is whole.
    let is_whole = |reading: &Reading| {
        let mut numbers = reading.numbers().into_iter();
        !reading.is_percent && numbers.all(|number| number.is_whole() && !number.is_negative())
    };
    let reading = [point, comma].into_iter().flatten().find(is_whole);
    let reading = reading.ok_or_else(|| {
        Refused::at(
            place,
            format!(
                "\"{text}\" is no number of observers (write 25, over 1000, ~400, 20–30 or n/a)"
            ),
        )
    })?;
    if !reading.is_exact() {
        context.understood(place, format!("\"{text}\""), written(&reading.value));
    }
    context.asides(place, text, &reading);
    Ok(Some(reading.value))
}

fn place_of(spot: &Spot, entry: &Entry, context: &mut Context<'_>) -> Map<String, Value> {
    let mut place = Map::new();
    let kind = spot.kind.unwrap_or(if spot.position.is_some() {
        "point"
    } else if spot.id.is_empty() {
        "city"
    } else {
        "region"
    });
    place.put("kind", kind);
    let name = match (&spot.position, spot.name.is_empty()) {
        (Some((lon, lat)), true) => {
            let name = format!("{lat}, {lon}");
            context.understood(
                Place::line(entry.line),
                "a point without a name",
                format!("named \"{name}\""),
            );
            name
        }
        _ if spot.name.is_empty() => spot.id.clone(),
        _ => spot.name.clone(),
    };
    place.put("name", name);
    if !spot.id.is_empty() {
        place.put("id", spot.id.as_str());
    }
    if let Some((lon, lat)) = &spot.position {
        place.put("lon", json_number(lon));
        place.put("lat", json_number(lat));
    }
    place
}
