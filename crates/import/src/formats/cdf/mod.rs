//! Election results in the common data format: NIST SP 1500-100 (versions 1 and 2) and Google's form of it.
//!
//! XML and JSON are read alike. A file holds many contests, and one becomes the document.

mod feed;
mod head;
mod options;
mod papers;
mod people;
mod text;
mod units;
mod votes;
mod within;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::{Element, read_json, read_xml};
use feed::Feed;
use serde_json::Value;

/// The format of NIST SP 1500-100 and of Google's civic data.
#[derive(Clone, Copy, Debug)]
pub struct Cdf;

impl Format for Cdf {
    fn name(&self) -> &'static str {
        "cdf"
    }

    fn title(&self) -> &'static str {
        "the common data format of NIST SP 1500-100 and Google (XML, JSON)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        if sniff.is_markup() {
            return sniff.root_name() == Some("ElectionReport");
        }
        let says = |text: &str| sniff.text.contains(text);
        sniff.is_json()
            && (says("ElectionReport\"") && says("\"@type\"") || says("\"ElectionReport\":"))
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let is_json = source.sniff(context.answers()).is_json();
        let text = source.text(context.answers())?;
        let root = if is_json {
            read_json(&text)?
        } else {
            read_xml(&text)?
        };
        drop(text);
        let feed = Feed::of(&root)?;
        let items: Vec<_> = feed.contests().map(item).collect();
        if items.is_empty() {
            return Err(root.refused("the file has no contest (an element Contest)"));
        }
        let question = "Which contest shall the document show?";
        let Some(index) = choose(context, "contest", question, &items)? else {
            return Ok(None);
        };
        let Some(results) = contest(&feed, index, context)? else {
            return Ok(None);
        };
        feed.leave_others(context, index);
        root.report_unused(context, sort);
        doubts::finish(results, context)
    }
}

fn item(contest: &Element) -> Item {
    let label = contest
        .first("Name")
        .or_else(|| contest.first("BallotTitle"))
        .and_then(text::plain);
    let value = feed::id(contest).unwrap_or_default().to_owned();
    Item {
        label: label.unwrap_or_else(|| value.clone()),
        value,
    }
}

fn contest(
    feed: &Feed<'_>,
    index: usize,
    context: &mut Context<'_>,
) -> Result<Option<Results>, Refused> {
    let Some((election, contest)) = feed.contest(index) else {
        return Ok(None);
    };
    let generated = head::generated(feed, context);
    let generated = generated.as_deref();
    let mut results = head::head(feed, election, contest, generated, context)?;
    let options = options::options(feed, contest, context, &mut results)?;
    votes::counts(
        feed,
        (election, contest),
        &options,
        generated,
        context,
        &mut results,
    )?;
    Ok(Some(results))
}

/// The kind of the part of the file at `path`, and the reason why it is in no field of the document.
fn sort(path: &str) -> (String, &'static str) {
    let has = |part: &str| path.contains(part);
    for (part, why) in [
        (
            "ExternalIdentifier",
            "documents name nothing by identifiers of others",
        ),
        ("ContactInformation", "documents have no contacts"),
        (
            "OtherCounts",
            "the file does not say which of them are blank or invalid papers",
        ),
        (
            "SummaryCounts",
            "the document has the papers cast in the contest as a whole; the file does not say which are blank or invalid",
        ),
        (
            "BallotCounts",
            "the document has the papers cast in the contest's own district",
        ),
        ("CountStatus", "the status is that of the report"),
    ] {
        if has(part) {
            return (part.to_owned(), why);
        }
    }
    let kept = path.split('/').filter(|part| !part.ends_with("Collection"));
    let short: Vec<_> = kept.collect();
    let why = if has("Person/") {
        "BallotName or FullName is the name"
    } else if has("Uri") {
        "documents have no links but those of sources"
    } else {
        "documents have no field for it"
    };
    (short.join("/").trim_end_matches("/Text").to_owned(), why)
}
