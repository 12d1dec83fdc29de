//! Results in the shape of the Associated Press' elections API (JSON).

mod race;
mod units;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use crate::context::Context;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::{Element, read_json};
use serde_json::Value;

/// The format of the elections API of the Associated Press.
#[derive(Clone, Copy, Debug)]
pub struct Ap;

impl Format for Ap {
    fn name(&self) -> &'static str {
        "ap"
    }

    fn title(&self) -> &'static str {
        "results of the AP elections API (JSON)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        let says = |text: &str| sniff.text.contains(text);
        sniff.is_json() && says("\"races\"") && says("\"raceID\"")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let root = read_json(&text)?;
        drop(text);
        let races: Vec<_> = root.all("races").collect();
        if races.is_empty() {
            return Err(Refused::new("the file has no races"));
        }
        let items = items(&races);
        let index = choose(
            context,
            "contest",
            "Which race shall the document show?",
            &items,
        )?;
        let Some(race) = index.and_then(|index| races.get(index)) else {
            return Ok(None);
        };
        // JSON has no places: the id says where to look.
        let id = race.text_of("raceID").unwrap_or("without raceID");
        let results = race::read(&root, race, context);
        let results = results.map_err(|refused| refused.about(&format!("race {id}")))?;
        let mut others = 0;
        for other in races.iter().filter(|other| !std::ptr::eq(**other, *race)) {
            other.pass();
            others += 1;
        }
        if others > 0 {
            let plural = if others == 1 { "" } else { "s" };
            context.left_out(
                None,
                format!("{others} other race{plural}"),
                "a document is one race: choose another with --contest",
            );
        }
        root.report_unused(context, sort);
        doubts::finish(results, context)
    }
}

/// The races by id; by state and id where an id is that of races in several states.
fn items(races: &[&Element]) -> Vec<Item> {
    let ids: Vec<_> = races
        .iter()
        .map(|race| race.text_of("raceID").unwrap_or_default())
        .collect();
    let items = races.iter().zip(&ids).map(|(race, id)| {
        let is_unique = ids.iter().filter(|other| other == &id).count() == 1;
        let state = race::state(race);
        let value = match (is_unique, state) {
            (false, Some(state)) => format!("{state} {id}"),
            _ => (*id).to_owned(),
        };
        let names = [race.text_of("officeName"), race.text_of("seatName"), state];
        let names: Vec<_> = names.into_iter().flatten().collect();
        Item {
            value,
            label: names.join(", "),
        }
    });
    items.collect()
}

/// The kind of the part of the file at `path`, and the reason why it is in no field of the document.
fn sort(path: &str) -> (String, &'static str) {
    let why = match path.rsplit('/').next().unwrap_or_default() {
        "candidateID" | "polID" | "polNum" | "officeID" | "seatNum" | "raceTypeID"
        | "statePostal" => "documents name nothing by identifiers of others",
        "precinctsReportingPct" => "the document has the numbers of precincts",
        "eevp" => "the document has the precincts that have reported",
        "precinctsTotal" => "the file does not say how many precincts have reported",
        "timestamp" => "the race has a moment of its own",
        _ => "documents have no field for it",
    };
    (path.to_owned(), why)
}
