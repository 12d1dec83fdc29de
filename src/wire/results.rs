//! The reader of results documents.

use super::document::Value;
use super::error::{Diagnostics, Explain, ReadError, message};
use super::index::Index;
use super::reader::{Cursor, Identified, Read, ReadContext, did_you_mean, quoted};
use super::record::{json_enum, json_object};
use super::scalars::read_whole;
use super::schema::{Leaf, Shape};
use super::{DataError, Document, Warning, check};
use crate::model::{
    BallotOption, Ballots, Contest, Correction, Count, CountRef, Decimals, Figures, Head, House,
    Margin, Members, OptionKind, OptionRef, OptionResult, OptionResults, Outcome, OutcomeKind,
    OwnUnit, PercentOf, Photo, Reported, ReportedOf, ResultPart, Results, Status, Text,
    ThresholdKind, Unit, Whole,
};

/// Reads a results document: the model, and warnings about what is shown although it looks wrong.
///
/// # Errors
/// The first place that does not fit the contract.
pub fn read_results(document: &Document) -> Result<(Results, Vec<Warning>), DataError> {
    Ok(read_results_as::<Explain>(document)?)
}

/// [`read_results`] under a rule for errors and warnings.
pub(crate) fn read_results_as<D: Diagnostics>(
    document: &Document,
) -> Result<(Results, Vec<Warning>), ReadError<D>> {
    let node = Cursor::<D>::root(document);
    let mut scope = ReadContext::default();
    let results = Results::read(&node, &mut scope)?;
    check::check_results::<D>(&results, &mut scope)?;
    Ok((results, scope.warnings))
}

/// The form of the document.
pub(crate) fn shape() -> Shape {
    <Results as Read>::shape()
}

json_object! { "a results document (an object)", Results {
    [flatten head: Head]
    required "contest" => contest, "The vote: its office or question, place and date.";
    identified "options" => options, "The candidates, parties or answers.";
    optional "optionsComplete" => options_complete, "True if `options` lists everybody who stood, false if some are missing.";
    identified "counts" => counts, "The counts, the oldest first. The last one is shown.";
    optional "seats" => seats, "The house, if seats are won.";
    optional "ownUnit" => own_unit, "A unit of your own, such as electoral votes or cantons.";
    optional "thresholds" => thresholds, "The shares, votes or seats that decide something.";
    optional "outcomes" => outcomes, "The outcomes that sources state. The chart computes none.";
    optional "corrections" => corrections, "Corrections after publication.";
} }

json_object! { "a contest", Contest {
    required "office" => office, "The office or house: \"President\".";
    optional "question" => question, "The question that voters were asked.";
    optional "votesAllowed" => votes_allowed, "The number of votes that each voter has.";
    optional "numberElected" => number_elected, "The number of options that are elected.";
    optional "place" => place, "The country or place of the vote.";
    optional "date" => date, "The date of the vote.";
} }

json_object! { "an option", BallotOption {
    required "id" => id, "The id by which counts and outcomes refer to the option.";
    required "kind" => kind, "The kind of option.";
    optional "name" => name, "The name of the option. Only `against-all`, `other` and `unnamed` can do without.";
    optional "party" => party, "The party of the option.";
    optional "color" => color, "The colour of the option. The chart makes it lighter or darker if it would be hard to see.";
    optional "photo" => photo, "A picture of the option.";
    optional "of" => members, "The number of those that the option stands for, or their names.";
    optional "within" => within, "The id of the option that contains this one, such as the coalition of a party. The figures of that option include those of this one.";
    optional "note" => note, "A remark for readers.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "a photo", Photo {
    required "url" => url, "The address of the picture.";
    optional "credit" => credit, "The credit line of the picture.";
} }

json_object! { "a count", Count {
    required "id" => id, "The id by which corrections and outcomes refer to the count.";
    optional "label" => label, "A name of the count, if the status is not enough: \"Postal votes\".";
    required "status" => status, "The status of the count.";
    required "asOf" => as_of, "The date of the figures.";
    required "source" => source, "The id of the source that published the count.";
    optional "note" => note, "A remark for readers.";
    optional "decimals" => decimals, "The number of decimals of percentages. By default they are shown as published.";
    optional "percentOf" => percent_of, "The base of the percentages.";
    optional "reported" => reported, "The share or number of stations, ballots, districts or expected votes that is counted.";
    optional "ballots" => ballots, "The turnout and the numbers of votes.";
    optional "results" => results, "The result of each option, by its id.";
    optional "comparedTo" => compared_to, "The result that `change` is measured against, such as an earlier election.";
    optional "round" => round, "The round of ranked choice, from 1.";
    optional "continuing" => continuing, "The ids of the options that are still in.";
    optional "margin" => margin, "The lead of one option, if the source gives only that.";
} }

json_object! { "a margin (an object with option, over, and votes, percent, seats or own)", Margin {
    [flatten by: Figures]
    required "option" => option, "The id of the option that is ahead.";
    optional "over" => over, "The id of the option that is behind.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "an object with percent, done, total, of", Reported {
    optional "percent" => percent, "The share that is counted, in percent.";
    optional "done" => done, "The number that is counted.";
    optional "total" => total, "The number that there is to count.";
    optional "of" => of, "The things that these numbers count.";
    optional "outstanding" => outstanding, "The number of votes that are still to be counted.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "an object with eligible, cast, valid, blank, invalid, turnout", Ballots {
    optional "eligible" => eligible, "The number of eligible voters.";
    optional "cast" => cast, "The number of votes cast.";
    optional "valid" => valid, "The number of valid votes.";
    optional "blank" => blank, "The number of blank votes.";
    optional "invalid" => invalid, "The number of invalid votes.";
    optional "continuing" => continuing, "The number of ballots that still count in this round of ranked choice.";
    optional "exhausted" => exhausted, "The number of ballots that name nobody who is still in.";
    optional "turnout" => turnout, "The turnout, in percent.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "an object with votes, percent, seats", Figures {
    optional "votes" => votes, "The number of votes.";
    optional "percent" => percent, "The share, in percent.";
    optional "seats" => seats, "The number of seats.";
    optional "own" => own, "The number in `ownUnit`.";
} }

json_object! { "an option's result (an object with votes, percent, seats)", OptionResult {
    [flatten figures: Figures]
    optional "each" => each, "True if the figures hold for each one that the option stands for, not for their sum.";
    optional "change" => change, "The difference from `comparedTo`.";
    optional "transfer" => transfer, "The votes that came to the option in this round of ranked choice.";
    optional "parts" => parts, "The kinds of votes or seats that the figures consist of.";
    optional "note" => note, "A remark for readers.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "a kind of votes or seats", ResultPart {
    [flatten figures: Figures]
    required "name" => name, "The name of the kind.";
} }

json_object! { "an object with name, forms, total", OwnUnit {
    required "name" => name, "The name of the unit, as a column heading.";
    optional "forms" => forms, "The forms that follow a number, separated by a bar: \"electoral vote|electoral votes\".";
    optional "total" => total, "The number of units that there is.";
} }

json_object! { "an outcome", Outcome {
    optional "option" => option, "The id of the option. Leave it out for an outcome of the question or the seat.";
    required "kind" => kind, "The kind of outcome.";
    optional "at" => at, "The date of the outcome.";
    optional "count" => count, "The id of the count that the outcome belongs to.";
    optional "into" => into, "For `merged`: the id of the option that it is now part of.";
    optional "revoked" => revoked, "The day on which the outcome was revoked.";
    required "source" => source, "The id of the source.";
} }

json_object! { "a correction", Correction {
    required "at" => at, "The date of the correction.";
    required "count" => count, "The id of the corrected count.";
    optional "option" => option, "The id of the corrected option.";
    required "text" => text, "The text of the correction.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "an object with the total of seats", House {
    required "total" => total, "The number of seats in the house.";
} }

json_enum! { "an option's kind", OptionKind {
    Candidate = "candidate", Party = "party", Bloc = "bloc", Answer = "answer", AgainstAll = "against-all",
    Other = "other", Unnamed = "unnamed",
} }

json_enum! { "a status", Status {
    Scheduled = "scheduled", Voting = "voting", ExitPoll = "exit-poll", Projection = "projection",
    Partial = "partial", Preliminary = "preliminary", Final = "final", Certified = "certified",
    Recount = "recount", Corrected = "corrected", Annulled = "annulled", Disputed = "disputed",
    Sitting = "sitting", NoPoll = "no-poll", Postponed = "postponed", Cancelled = "cancelled",
} }

json_enum! { "a base of percentages", PercentOf {
    Valid = "valid", Cast = "cast", Eligible = "eligible", Respondents = "respondents",
    Continuing = "continuing",
} }

json_enum! { "a word for what is counted", ReportedOf {
    Stations = "stations", Ballots = "ballots", Districts = "districts",
    ExpectedVotes = "expected-votes",
} }

json_enum! { "a threshold's kind", ThresholdKind {
    Majority = "majority", Entry = "entry", Quorum = "quorum",
} }

json_enum! { "a unit", Unit { Percent = "percent", Votes = "votes", Seats = "seats", Own = "own" } }

json_enum! { "an outcome's kind", OutcomeKind {
    Elected = "elected", ElectedByLot = "elected-by-lot", Runoff = "runoff", Unopposed = "unopposed",
    Eliminated = "eliminated", Withdrawn = "withdrawn", Merged = "merged",
    Disqualified = "disqualified", VotesVoid = "votes-void", Died = "died", Accepted = "accepted",
    Rejected = "rejected", Invalid = "invalid", Vacant = "vacant",
} }

impl Identified for BallotOption {
    const WHAT: &'static str = "option";

    fn index(scope: &mut ReadContext) -> &mut Index {
        &mut scope.options
    }
}

impl Identified for Count {
    const WHAT: &'static str = "count";

    fn index(scope: &mut ReadContext) -> &mut Index {
        &mut scope.counts
    }
}

fn find<D: Diagnostics>(
    index: &Index,
    node: &Cursor<'_, D>,
    what: &str,
    id: &str,
) -> Result<usize, ReadError<D>> {
    index.find(id).ok_or_else(|| {
        node.error(message!(
            "no {what} has the id {}{}",
            quoted(id),
            did_you_mean(id, index.ids())
        ))
    })
}

impl Read for OptionRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of an option")?;
        find(&scope.options, node, "option", id).map(OptionRef)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

impl Read for CountRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of a count")?;
        find(&scope.counts, node, "count", id).map(CountRef)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

impl Read for OptionResults {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let mut by_place = vec![None; scope.options.len()];
        for (id, entry) in node.entries("an object with one result per option")? {
            let place = find(&scope.options, &entry, "option", id)?;
            let result = OptionResult::read(&entry, scope)?;
            if let Some(slot) = by_place.get_mut(place) {
                *slot = Some(result);
            }
        }
        Ok(OptionResults::new(by_place))
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(OptionResult::shape()))
    }
}

impl Read for Decimals {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a whole number from 0 to 6";
        u8::try_from(read_whole(node, WHAT)?)
            .ok()
            .and_then(Decimals::new)
            .ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::DECIMALS)
    }
}

impl Read for Members {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        match node.value() {
            Value::List => Vec::<Text>::read(node, scope).map(Members::Names),
            _ => read_whole(node, "how many (a whole number) or which (a list of names)")
                .map(|number| Members::Number(Whole(number))),
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::MEMBERS)
    }
}
