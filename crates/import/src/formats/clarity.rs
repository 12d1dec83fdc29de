//! Results of Clarity (SOE), the XML files of many counties in the United States.

mod contest;
mod turnout;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use super::moment::{Moment, moment_of};
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::{Element, read_xml};
use serde_json::{Value, json};
use turnout::Turnout;

/// The format of Clarity's `detail.xml`.
#[derive(Clone, Copy, Debug)]
pub struct Clarity;

impl Format for Clarity {
    fn name(&self) -> &'static str {
        "clarity"
    }

    fn title(&self) -> &'static str {
        "results of Clarity (XML)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        sniff.is_markup() && sniff.root_name() == Some("ElectionResult")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let root = read_xml(&text)?;
        drop(text);
        let contests: Vec<_> = root.all("Contest").collect();
        if contests.is_empty() {
            return Err(root.refused("the file has no element Contest"));
        }
        let items: Vec<_> = contests.iter().map(|contest| item(contest)).collect();
        let index = choose(
            context,
            "contest",
            "Which contest shall the document show?",
            &items,
        )?;
        let Some(contest) = index.and_then(|index| contests.get(index)) else {
            return Ok(None);
        };
        let mut results = head(&root, contest, context);
        let moment = moment(&root, context);
        let turnout = Turnout::of(&root)?;
        let ballots = turnout.ballots(context);
        contest::add(contest, moment, ballots, context, &mut results)?;
        turnout.warn(&results, context);
        leave_others(&contests, contest, context);
        root.report_unused(context, sort);
        doubts::finish(results, context)
    }
}

fn item(contest: &Element) -> Item {
    let label = contest.attribute("text").unwrap_or_default().to_owned();
    let value = contest.attribute("key").unwrap_or(&label).to_owned();
    Item { value, label }
}

fn head(root: &Element, contest: &Element, context: &mut Context<'_>) -> Results {
    let mut results = Results::default();
    results.head.lang = Some("en".to_owned());
    let name = contest.attribute("text").unwrap_or_default();
    results.office = (!name.is_empty()).then(|| json!(name));
    results.head.title = match root.text_of("ElectionName") {
        Some(election) if !name.is_empty() => Some(json!(format!("{name}, {election}"))),
        _ => results.office.clone(),
    };
    context.understood(
        contest.place(),
        "Contest text, ElectionName",
        "title, contest.office",
    );
    // "AR" is a state here, and would be Argentina as a country's code.
    results.place = root
        .text_of("Region")
        .map(|region| json!({ "name": region }));
    if results.place.is_some() {
        context.understood(None, "Region", "contest.place");
    }
    let day = "day such as 11/4/2030";
    if let Some(moment) = moment_of(root, "ElectionDate", Moment::american, day, context) {
        let date = root.first("ElectionDate");
        let said = date.and_then(Element::said).unwrap_or_default();
        let place = date.and_then(Element::place);
        context.understood(place, format!("ElectionDate {said}"), "contest.date");
        results.date = Some(json!(moment.written));
    }
    results
}

/// The moment of the file, which is named in the report where it is none.
fn moment(root: &Element, context: &mut Context<'_>) -> Option<String> {
    let wanted = "moment such as 11/4/2030 9:15:00 PM CST";
    let moment = moment_of(root, "Timestamp", Moment::american, wanted, context)?;
    let place = root.first("Timestamp").and_then(Element::place);
    context.understood(None, "Timestamp", "asOf");
    Some(moment.reported(context, place, "Timestamp"))
}

fn leave_others(contests: &[&Element], chosen: &Element, context: &mut Context<'_>) {
    let others = contests
        .iter()
        .filter(|contest| !std::ptr::eq(**contest, chosen));
    let mut number = 0;
    for contest in others {
        contest.pass();
        number += 1;
    }
    if number > 0 {
        let plural = if number == 1 { "" } else { "s" };
        context.left_out(
            None,
            format!("{number} other contest{plural}"),
            "a document is one contest: choose another with --contest",
        );
    }
}

/// The kind of the part of the file at `path`, and the reason why it is in no field of the document.
fn sort(path: &str) -> (String, &'static str) {
    for (part, what) in [
        ("County", "figures of counties"),
        ("Counties", "figures of counties"),
        ("Precinct/", "figures of precincts"),
    ] {
        if path.contains(part) {
            return (what.to_owned(), "the document has the whole contest");
        }
    }
    if path.starts_with("Contest/VoteType") {
        return (
            path.to_owned(),
            "the file does not say which of them are blank or invalid papers",
        );
    }
    if path.contains("Percent") {
        return (path.to_owned(), "the document has the numbers");
    }
    (path.to_owned(), "documents have no field for it")
}
