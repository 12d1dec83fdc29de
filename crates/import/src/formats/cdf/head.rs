//! The parts of a document that a report, its election and the contest itself give: title, office, day, source, test.

use super::feed::{Feed, references};
use super::text::{joined, language_of, one_line, plain, text};
use crate::context::Context;
use crate::draft::Results;
use crate::formats::flag::flag;
use crate::formats::moment::{Moment, moment_of};
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Value, json};

/// The draft with everything but options and counts.
pub(super) fn head(
    feed: &Feed<'_>,
    election: &Element,
    contest: &Element,
    generated: Option<&str>,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let mut results = Results::default();
    let election_name = election.first("Name");
    let title = contest
        .first("BallotTitle")
        .or_else(|| contest.first("Name"));
    let lang = title
        .and_then(language_of)
        .or_else(|| election_name.and_then(language_of));
    let lang = lang.as_deref();
    results.head.lang = lang.map(str::to_owned);
    results.head.test = is_test(feed, context)?;
    let title = title.and_then(|title| text(title, lang));
    let election_name_text = election_name.and_then(|name| text(name, lang));
    results.head.title = entitled(election_name_text.as_ref(), title.as_ref());
    context.understood(None, "Contest BallotTitle, Election Name", "title");
    results.office = office(feed, contest, lang, context)?.or(title);
    results.place = place(feed, contest, lang, context)?;
    results.date = date(election, context);
    rules(contest, context, &mut results)?;
    question(contest, lang, context, &mut results);
    source(feed, election_name, generated, context, &mut results);
    Ok(results)
}

fn entitled(election: Option<&Value>, contest: Option<&Value>) -> Option<Value> {
    match (election, contest) {
        (Some(election), Some(contest)) => {
            joined(contest, election, ", ").or_else(|| Some(contest.clone()))
        }
        (one, other) => other.or(one).cloned(),
    }
}

fn is_test(feed: &Feed<'_>, context: &mut Context<'_>) -> Result<bool, Refused> {
    let is_test = flag(feed.report, "IsTest")? == Some(true);
    if is_test {
        context.understood(None, "IsTest", "test: true");
    }
    Ok(is_test)
}

fn office(
    feed: &Feed<'_>,
    contest: &Element,
    lang: Option<&str>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let mut office: Option<Value> = None;
    for (id, from) in references(contest, &["OfficeIds", "OfficeId"]) {
        let name = feed.offices.find(id, from)?.first("Name");
        let Some(name) = name.and_then(|name| text(name, lang)) else {
            continue;
        };
        office = match office {
            None => Some(name),
            Some(before) => joined(&before, &name, " / ").or(Some(before)),
        };
    }
    if office.is_some() {
        context.understood(None, "Contest OfficeIds, Office Name", "contest.office");
    }
    // Where no office is named the contest's own name says what was voted on.
    Ok(office.or_else(|| text(contest.first("Name")?, lang)))
}

fn place(
    feed: &Feed<'_>,
    contest: &Element,
    lang: Option<&str>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let ids = references(contest, &["ElectoralDistrictId", "ElectionDistrictId"]);
    let Some((id, from)) = ids.first() else {
        return Ok(None);
    };
    let unit = feed.units.find(id, from)?;
    let name = unit
        .first("InternationalizedName")
        .or_else(|| unit.first("Name"));
    let Some(name) = name.and_then(|name| text(name, lang)) else {
        return Ok(None);
    };
    context.understood(
        None,
        "Contest ElectoralDistrictId, GpUnit Name",
        "contest.place",
    );
    Ok(Some(json!({ "name": name })))
}

fn date(election: &Element, context: &mut Context<'_>) -> Option<Value> {
    let wanted = "day such as 2030-04-12";
    let moment = moment_of(election, "StartDate", Moment::iso, wanted, context)?;
    let start = election.text_of("StartDate")?;
    context.understood(None, "Election StartDate", "contest.date");
    if let Some(end) = election.first("EndDate")
        && let Some(last) = end.said()
        && last != start
    {
        context.left_out(
            end.place(),
            format!("EndDate {last}"),
            "a contest has one day, its first",
        );
    }
    Some(Value::from(moment.written))
}

fn rules(
    contest: &Element,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    for (name, field) in [
        ("VotesAllowed", "votesAllowed"),
        ("NumberElected", "numberElected"),
    ] {
        if let Some(number) = contest.whole_of(name)? {
            results.contest.insert(field.to_owned(), json!(number));
            context.understood(None, name, format!("contest.{field}"));
        }
    }
    Ok(())
}

/// The longest text that a document takes.
const LONGEST_TEXT: usize = 4_000;

fn question(
    contest: &Element,
    lang: Option<&str>,
    context: &mut Context<'_>,
    results: &mut Results,
) {
    for name in ["BallotText", "FullText", "SummaryText"] {
        let Some(element) = contest.first(name) else {
            continue;
        };
        let fits = plain(element).is_some_and(|text| text.chars().count() <= LONGEST_TEXT);
        if !fits {
            element.pass();
            context.left_out(
                element.place(),
                name,
                format!("a text has at most {LONGEST_TEXT} characters"),
            );
            continue;
        }
        if let Some(question) = text(element, lang) {
            results.contest.insert("question".to_owned(), question);
            context.understood(element.place(), name, "contest.question");
            return;
        }
    }
}

/// The source that the report names: who issued it, and when it was generated.
fn source(
    feed: &Feed<'_>,
    election_name: Option<&Element>,
    generated: Option<&str>,
    context: &mut Context<'_>,
    results: &mut Results,
) {
    let (Some(issuer), Some(date)) = (feed.report.text_of("Issuer"), generated) else {
        return;
    };
    // The report calls itself by the name of its election.
    let Some(title) = election_name.and_then(|name| text(name, results.head.lang.as_deref()))
    else {
        return;
    };
    let Some(title) = as_plain(title) else {
        return;
    };
    context.understood(
        None,
        "Issuer, Election Name, GeneratedDate",
        "sources: publisher, title, date",
    );
    results.head.sources.push(json!({
        "id": "report",
        "title": title,
        "publisher": one_line(issuer),
        "date": date,
    }));
}

fn as_plain(text: Value) -> Option<String> {
    match text {
        Value::String(text) => Some(text),
        Value::Object(texts) => texts.values().next()?.as_str().map(str::to_owned),
        _ => None,
    }
}

/// The moment at which the report was generated.
pub(super) fn generated(feed: &Feed<'_>, context: &mut Context<'_>) -> Option<String> {
    let wanted = "moment such as 2030-04-12T21:00:00+06:00";
    let moment = moment_of(feed.report, "GeneratedDate", Moment::iso, wanted, context)?;
    let place = feed.report.first("GeneratedDate").and_then(Element::place);
    Some(moment.reported(context, place, "GeneratedDate"))
}

/// The status that the report gives, in the contract's word.
pub(super) fn status(feed: &Feed<'_>, context: &mut Context<'_>) -> Option<&'static str> {
    let element = feed.report.first("Status")?;
    let said = element.said()?;
    let status = match said {
        "pre-election" => "scheduled",
        "unofficial-partial" => "partial",
        "unofficial-complete" => "preliminary",
        "certified" => "certified",
        "recount" => "recount",
        "correction" => "corrected",
        _ => {
            context.left_out(
                element.place(),
                format!("Status {said}"),
                "it is no status that the format has",
            );
            return None;
        }
    };
    context.understood(
        element.place(),
        format!("Status {said}"),
        format!("status: {status}"),
    );
    Some(status)
}
