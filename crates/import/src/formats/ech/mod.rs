//! Swiss results as XML: deliveries of eCH-0252, with names in one file and figures in another.

mod circles;
mod election;
mod majority;
mod names;
mod papers;
mod proportional;
mod texts;
mod vote;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use super::flag::flag;
use super::moment::{Moment, moment_of};
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::{Element, read_xml};
use serde_json::{Value, json};

/// The elements that hold what an event is about, one of which each delivery has.
const DELIVERIES: [&str; 3] = [
    "electionResultDelivery",
    "voteBaseDelivery",
    "electionInformationDelivery",
];

/// The format of eCH-0252, in which Swiss cantons deliver results to each other and to the press.
#[derive(Clone, Copy, Debug)]
pub struct Ech;

impl Format for Ech {
    fn name(&self) -> &'static str {
        "ech-0252"
    }

    fn title(&self) -> &'static str {
        "Swiss results (eCH-0252: info and result deliveries; XML)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        let is_delivery = sniff.is_markup() && sniff.root_name() == Some("delivery");
        is_delivery
            && (sniff.text.contains("eCH-0252")
                || DELIVERIES.iter().any(|name| sniff.text.contains(name)))
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let mut files = vec![read_xml(&text)?];
        drop(text);
        for beside in source.beside() {
            files.push(delivery(&beside.name, &beside.bytes)?);
        }
        let contests = contests(&files)?;
        let items: Vec<_> = contests
            .iter()
            .map(|contest| contest.item(&files))
            .collect();
        let asked = "Which election or vote shall the document show?";
        let chosen = choose(context, "contest", asked, &items)?;
        let Some(contest) = chosen.and_then(|index| contests.get(index)) else {
            return Ok(None);
        };
        let mut results = match contest {
            Contest::Vote { delivery, vote, .. } => vote::read(vote, delivery, context)?,
            Contest::Election { election, .. } => election::read(election, &files, context)?,
        };
        contest.date(context, &mut results)?;
        header(contest.file(), &files, context, &mut results)?;
        leave_others(contest, &contests, &files, context);
        for file in &files {
            file.report_unused(context, sort);
        }
        doubts::finish(results, context)
    }
}

/// An election or a vote with its figures.
enum Contest<'f> {
    Election {
        file: &'f Element,
        delivery: &'f Element,
        election: &'f Element,
    },
    Vote {
        file: &'f Element,
        delivery: &'f Element,
        vote: &'f Element,
    },
}

/// The first element of a file beside the one that is imported.
fn delivery(name: &str, bytes: &[u8]) -> Result<Element, Refused> {
    let beside = |refused: Refused| Refused::new(format!("{name}: {refused}"));
    let text = std::str::from_utf8(bytes)
        .map_err(|_| beside(Refused::new("is not UTF-8, in which eCH-0252 is written")))?;
    let file = read_xml(text.trim_start_matches('\u{feff}')).map_err(beside)?;
    if file.name() != "delivery" {
        return Err(beside(Refused::new(format!(
            "expected a delivery of eCH-0252, found <{}>",
            file.name()
        ))));
    }
    Ok(file)
}

fn contests(files: &[Element]) -> Result<Vec<Contest<'_>>, Refused> {
    let mut contests = Vec::new();
    for file in files {
        for delivery in file.all("electionResultDelivery") {
            let groups = delivery.all("electionGroupResult");
            for election in groups.flat_map(|group| group.all("electionResult")) {
                contests.push(Contest::Election {
                    file,
                    delivery,
                    election,
                });
            }
        }
        for delivery in file.all("voteBaseDelivery") {
            for vote in delivery.all("voteInfo") {
                contests.push(Contest::Vote {
                    file,
                    delivery,
                    vote,
                });
            }
        }
    }
    if !contests.is_empty() {
        return Ok(contests);
    }
    let names = files
        .iter()
        .find_map(|file| file.first("electionInformationDelivery"));
    Err(match (names, files.first()) {
        (Some(names), _) => names.refused(
            "the file has the names of an election and no figures: import the file with electionResultDelivery, and name this one with --with",
        ),
        (None, Some(file)) => file.refused(
            "the delivery has neither an electionResultDelivery nor a voteBaseDelivery",
        ),
        (None, None) => Refused::new("the file is empty"),
    })
}

impl Contest<'_> {
    fn file(&self) -> &Element {
        match self {
            Contest::Election { file, .. } | Contest::Vote { file, .. } => file,
        }
    }

    fn element(&self) -> &Element {
        match self {
            Contest::Election { election, .. } => election,
            Contest::Vote { vote, .. } => vote,
        }
    }

    fn item(&self, files: &[Element]) -> Item {
        let (value, title) = match self {
            Contest::Election { election, .. } => {
                let id = election
                    .text_of("electionIdentification")
                    .unwrap_or_default();
                (id, names::of(files, id).and_then(names::title))
            }
            Contest::Vote { vote, .. } => {
                let vote = vote.first("vote");
                let id = vote.and_then(|vote| vote.text_of("voteIdentification"));
                (id.unwrap_or_default(), vote.and_then(vote::title))
            }
        };
        Item {
            value: value.to_owned(),
            label: title
                .and_then(|title| texts::plain(&title))
                .unwrap_or_else(|| value.to_owned()),
        }
    }

    fn date(&self, context: &mut Context<'_>, results: &mut Results) -> Result<(), Refused> {
        let (Contest::Election { delivery, .. } | Contest::Vote { delivery, .. }) = self;
        let Some(day) = delivery.first("pollingDay") else {
            return Ok(());
        };
        let said = day.said().unwrap_or_default();
        let moment = Moment::iso(said).ok_or_else(|| {
            day.refused(format!(
                "pollingDay: expected a day such as 2030-04-12, found \"{said}\""
            ))
        })?;
        context.understood(day.place(), "pollingDay", "contest.date");
        results.date = Some(json!(moment.written));
        Ok(())
    }
}

/// The moment of the delivery, and whether any of the files is a test.
fn header(
    main: &Element,
    files: &[Element],
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    for header in files.iter().filter_map(|file| file.first("deliveryHeader")) {
        if flag(header, "testDeliveryFlag")? == Some(true) {
            results.head.test = true;
            context.understood(header.place(), "testDeliveryFlag true", "test: true");
        }
    }
    let Some(header) = main.first("deliveryHeader") else {
        return Ok(());
    };
    let wanted = "moment such as 2030-04-12T21:00:00+02:00";
    if let Some(moment) = moment_of(header, "messageDate", Moment::iso, wanted, context) {
        let said = header.text_of("messageDate").unwrap_or_default();
        let place = header.first("messageDate").and_then(Element::place);
        let written = moment.reported(context, place, "messageDate");
        for count in &mut results.counts {
            count.as_of = Some(written.clone());
        }
        context.understood(place, format!("messageDate {said}"), "asOf");
    }
    Ok(())
}

/// Passes over the elections and votes that were not chosen, with one line in the report.
fn leave_others(
    chosen: &Contest<'_>,
    contests: &[Contest<'_>],
    files: &[Element],
    context: &mut Context<'_>,
) {
    let mut number = 0;
    for contest in contests {
        if !std::ptr::eq(contest.element(), chosen.element()) {
            contest.element().pass();
            number += 1;
        }
    }
    names::pass_unused(files, chosen.element());
    if number > 0 {
        let plural = if number == 1 { "" } else { "s" };
        context.left_out(
            None,
            format!("{number} other election{plural} or vote{plural}"),
            "a document is one of them: choose another with --contest",
        );
    }
}

/// The kind of the part of a file at `path`, and the reason why it is in no field of the document.
fn sort(path: &str) -> (String, &'static str) {
    let kinds: [(&[&str], &str, &str); 8] = [
        (
            &["deliveryHeader", "numberOfEntries", "cantonId"],
            "the delivery's own header and numbers",
            "they speak of the delivery and of no result",
        ),
        (
            &["votingCardInformation"],
            "polling cards by their way to the count",
            "documents have the papers alone",
        ),
        (
            &["subtotalInfo"],
            "voters by sex and kind",
            "documents have the voters as a whole",
        ),
        (
            &["candidateResults"],
            "votes of the candidates on lists",
            "the document has the lists that they stand on",
        ),
        (
            &["ChangedBallots", "UnchangedBallots", "panachage"],
            "changed and unchanged papers",
            "the document has the votes of the lists",
        ),
        (
            &["/candidate/", "/list/", "/elected/"],
            "particulars of candidates and lists",
            "documents have names, parties, votes and seats",
        ),
        (
            &[
                "countingCircle/",
                "Timestamp",
                "TimeStamp",
                "namedElement",
                "voterTurnout",
            ],
            "particulars of counting circles",
            "the document has the sums of their papers and votes",
        ),
        (
            &["percentOf"],
            "percentages",
            "the document has the numbers of votes",
        ),
    ];
    let kind = kinds
        .iter()
        .find(|(parts, ..)| parts.iter().any(|part| path.contains(part)));
    match kind {
        Some((_, what, why)) => ((*what).to_owned(), why),
        None => {
            let name = path.rsplit('/').next().unwrap_or(path);
            (name.to_owned(), "documents have no field for it")
        }
    }
}
