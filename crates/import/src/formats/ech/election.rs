//! Elections by majority or by proportion: figures of one delivery, names of another.

use super::circles::{Circles, Sum, circles};
use super::names::{self, Names};
use super::{majority, proportional};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::json;

/// An election with its names and the circles that are counted.
pub(super) struct Election<'f> {
    pub(super) names: Names<'f>,
    pub(super) circles: Circles<'f>,
    /// The elected candidates, if the delivery names them.
    pub(super) elected: Option<&'f Element>,
    pub(super) mandates: Option<u64>,
}

const BALLOTS: [(&str, &[&str]); 5] = [
    (
        "eligible",
        &["countOfVotersInformation", "countOfVotersTotal"],
    ),
    ("cast", &["countOfReceivedBallots"]),
    ("valid", &["countOfValidBallots"]),
    ("blank", &["countOfBlankBallots"]),
    ("invalid", &["countOfInvalidBallots"]),
];

/// Reads an election from its deliveries.
pub(super) fn read(
    figures: &Element,
    files: &[Element],
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let id = figures
        .text_of("electionIdentification")
        .unwrap_or_default();
    let names = names::of(files, id).ok_or_else(|| {
        figures.refused(format!(
            "the file has the figures of the election {id} and no names: name the file with its electionInformationDelivery with --with"
        ))
    })?;
    same_day(names.delivery, files)?;
    let mut results = Results::default();
    names.head(context, &mut results)?;
    let entries: Vec<_> = figures.all("countingCircleResult").collect();
    let election = Election {
        circles: circles(&entries, &names.circles())?,
        elected: figures.first("elected"),
        mandates: names.mandates()?,
        names,
    };
    let mut count = election.circles.count(context);
    election.circles.ballots(&BALLOTS, context, &mut count)?;
    match kind(&election)? {
        "majorityElection" => majority::add(&election, context, (&mut results, &mut count))?,
        _ => proportional::add(&election, context, (&mut results, &mut count))?,
    }
    results.counts.push(count);
    Ok(results)
}

/// Refuses names of another day: the same id may be used again.
fn same_day(names: &Element, files: &[Element]) -> Result<(), Refused> {
    let ours = names.text_of("pollingDay");
    let results = files
        .iter()
        .flat_map(|file| file.all("electionResultDelivery"));
    for figures in results {
        let theirs = figures.text_of("pollingDay");
        if ours != theirs {
            return Err(figures.refused(format!(
                "the figures are of {} and the names of {}",
                theirs.unwrap_or("no day"),
                ours.unwrap_or("no day")
            )));
        }
    }
    Ok(())
}

/// The element that holds the figures of a circle, which says how the election is held.
fn kind(election: &Election<'_>) -> Result<&'static str, Refused> {
    let has = |name: &'static str| {
        let mut found = election.circles.counted.iter();
        found.any(|circle| {
            let result = circle.first("electionResult");
            result.is_some_and(|result| result.first(name).is_some())
        })
    };
    let own = election.names.election();
    let said = own.and_then(|election| election.text_of("typeOfElection"));
    let kinds = ["majorityElection", "proportionalElection"];
    match (kinds.map(has), said) {
        ([true, false], _) | ([false, false], Some("2")) => Ok("majorityElection"),
        ([false, true], _) | ([false, false], Some("1")) => Ok("proportionalElection"),
        _ => Err(election.names.information.refused(
            "typeOfElection: expected 1 (by proportion) or 2 (by majority) and figures of that kind",
        )),
    }
}

impl<'f> Election<'f> {
    /// The figures of each circle that is counted, of the election's kind.
    pub(super) fn figures(&self, kind: &'f str) -> impl Iterator<Item = &'f Element> {
        let counted = self.circles.counted.iter();
        counted.filter_map(move |circle| circle.first("electionResult")?.first(kind))
    }

    /// The sum of votes over the circles, and a warning where a circle lacks them.
    pub(super) fn votes(
        &self,
        name: &str,
        figures: &[Option<u64>],
        context: &mut Context<'_>,
    ) -> Sum {
        let mut sum = Sum::default();
        for figure in figures {
            sum.add(*figure);
        }
        let missing = figures.iter().filter(|figure| figure.is_none()).count();
        if missing > 0 {
            context.warn(format!(
                "{name}: {missing} of {} counting circles have no votes",
                figures.len()
            ));
        }
        sum
    }

    /// Adds the number of votes on a paper, where the file shows that it is the number of mandates.
    pub(super) fn votes_allowed(
        &self,
        on_papers: Option<u64>,
        context: &mut Context<'_>,
        (results, count): (&mut Results, &Count),
    ) {
        let valid = count
            .fields
            .get("ballots")
            .and_then(|ballots| ballots.get("valid")?.as_u64());
        let (Some(mandates), Some(valid)) = (self.mandates, valid) else {
            return;
        };
        if valid > 0 && on_papers.is_some() && on_papers == valid.checked_mul(mandates) {
            results
                .contest
                .insert("votesAllowed".to_owned(), json!(mandates));
            context.understood(
                None,
                format!("votes on valid papers, {mandates} on each"),
                "contest.votesAllowed",
            );
        }
    }
}
