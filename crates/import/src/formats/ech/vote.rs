//! Votes on questions: the papers for and against.

use super::circles::circles;
use super::{names, texts};
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Value, json};

/// The fields of papers with the paths of their figures; older deliveries name blank papers otherwise.
fn ballots<'p>(blank: &'p [&'p str]) -> [(&'static str, &'p [&'p str]); 5] {
    [
        (
            "eligible",
            &["countOfVotersInformation", "countOfVotersTotal"],
        ),
        ("cast", &["receivedVotes"]),
        ("valid", &["receivedValidVotes"]),
        ("blank", blank),
        ("invalid", &["receivedInvalidVotes"]),
    ]
}

/// The title of a vote, which is its question.
pub(super) fn title(vote: &Element) -> Option<Value> {
    texts::text(
        vote.all("voteTitleInformation"),
        &["voteTitle", "voteTitleShort"],
    )
}

/// Reads a vote from its deliveries.
pub(super) fn read(
    info: &Element,
    delivery: &Element,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let vote = info
        .first("vote")
        .ok_or_else(|| info.refused("the voteInfo has no vote"))?;
    let mut results = Results::default();
    results.head.title = title(vote);
    results.head.lang = texts::only_language(vote.all("voteTitleInformation"));
    if let Some(title) = &results.head.title {
        results.contest.insert("question".to_owned(), title.clone());
        context.understood(vote.place(), "voteTitle", "title, contest.question");
    }
    results.place = names::place(vote, delivery, context)?;
    if let Some(day) = vote.first("pollingDay") {
        day.pass();
    }
    if vote.text_of("voteSubType") == Some("3") {
        context.warn(
            "the vote is a tie-break (voteSubType 3): \"yes\" counts for one of two proposals, and the delivery does not say for which",
        );
    }
    let entries: Vec<_> = info.all("countingCircleInfo").collect();
    let circles = circles(&entries, &[])?;
    let mut count = circles.count(context);
    let is_older = circles.sum(&["receivedBlankVotes"])?.quantity().is_none();
    let blank = if is_older {
        "receivedEmptyVotes"
    } else {
        "receivedBlankVotes"
    };
    circles.ballots(&ballots(&[blank]), context, &mut count)?;
    let without = circles.sum(&["countOfVotesWithoutAnswer"])?;
    if let Some(without) = without.whole().filter(|without| *without > 0) {
        context.left_out(
            None,
            format!("countOfVotesWithoutAnswer {without}"),
            "documents have no field for valid papers without an answer",
        );
    }
    for circle in &circles.counted {
        warn_of_answers(circle, context)?;
    }
    results.add_yes_and_no();
    for (id, field) in [("yes", "countOfYesVotes"), ("no", "countOfNoVotes")] {
        let sum = circles.sum(&[field])?;
        if sum.is_open() && !circles.counted.is_empty() {
            context.warn(format!(
                "{field}: not all counting circles that are counted have it"
            ));
        }
        if let Some(votes) = sum.quantity() {
            count
                .results
                .insert(id.to_owned(), json!({ "votes": votes }));
            context.understood(None, field, format!("votes of \"{id}\""));
        }
    }
    results.counts.push(count);
    Ok(results)
}

/// Warns of a circle with more answers than valid papers.
fn warn_of_answers(circle: &Element, context: &mut Context<'_>) -> Result<(), Refused> {
    let mut answers = 0_u64;
    for name in [
        "countOfYesVotes",
        "countOfNoVotes",
        "countOfVotesWithoutAnswer",
    ] {
        answers = answers.saturating_add(circle.whole_of(name)?.unwrap_or(0));
    }
    if let Some(valid) = circle.whole_of("receivedValidVotes")?
        && answers > valid
    {
        let place = circle.place();
        let at = place.map_or_else(String::new, |place| format!("{place}: "));
        context.warn(format!("{at}{answers} answers are on {valid} valid papers"));
    }
    Ok(())
}
