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

/// Reads a results document: the model, and what looks wrong in it but is shown as it stands.
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
    required "contest" => contest, "What was voted on.";
    identified "options" => options, "Who or what stood.";
    optional "optionsComplete" => options_complete, "Whether `options` names everything that stood.";
    identified "counts" => counts, "The counts, oldest first; the last is shown.";
    optional "seats" => seats, "The house, where seats are what is won.";
    optional "ownUnit" => own_unit, "A unit of the document's own: electoral votes, cantons.";
    optional "thresholds" => thresholds, "Shares, votes or seats that decide something.";
    optional "outcomes" => outcomes, "What was decided, as a source says.";
    optional "corrections" => corrections, "What was put right after publication.";
} }

json_object! { "a contest", Contest {
    required "office" => office, "The office or house: \"President\".";
    optional "question" => question, "The question that was put, as it stood on the paper.";
    optional "votesAllowed" => votes_allowed, "The number of votes that each voter has.";
    optional "numberElected" => number_elected, "The number of options that are elected.";
    optional "place" => place, "Where.";
    optional "date" => date, "When the vote was.";
} }

json_object! { "an option", BallotOption {
    required "id" => id, "What counts and outcomes call it by.";
    required "kind" => kind, "What kind of thing it is.";
    optional "name" => name, "Its name; against-all, other and unnamed have words of their own.";
    optional "party" => party, "The party that put it up.";
    optional "color" => color, "Its colour; it is made lighter or darker where it would not be seen.";
    optional "photo" => photo, "Its picture.";
    optional "of" => members, "How many or which it stands for.";
    optional "within" => within, "The option that it is a part of: its figures are in that one's already.";
    optional "note" => note, "A remark.";
    optional "source" => source, "Who says so.";
} }

json_object! { "a photo", Photo {
    required "url" => url, "Where it is.";
    optional "credit" => credit, "Whose it is.";
} }

json_object! { "a count", Count {
    required "id" => id, "What corrections call it by.";
    optional "label" => label, "Its name, where the status does not say which count it is.";
    required "status" => status, "How far it has come.";
    required "asOf" => as_of, "The moment that it speaks of.";
    required "source" => source, "Who published it.";
    optional "note" => note, "A remark.";
    optional "decimals" => decimals, "How many decimals percentages are shown with; as published where left out.";
    optional "percentOf" => percent_of, "What percentages are of.";
    optional "reported" => reported, "How much of it has come in.";
    optional "ballots" => ballots, "How many voted, and how validly.";
    optional "results" => results, "What each option got, by its id.";
    optional "comparedTo" => compared_to, "What changes are measured against.";
    optional "round" => round, "The round of ranked choice that it is, from 1.";
    optional "continuing" => continuing, "The options that are still in it.";
    optional "margin" => margin, "The lead of one option, where no more is known.";
} }

json_object! { "a margin (an object of option, over, and votes, percent or seats)", Margin {
    [flatten by: Figures]
    required "option" => option, "The option that is ahead.";
    optional "over" => over, "The option that it is ahead of.";
    optional "source" => source, "Who says so.";
} }

json_object! { "an object of percent, done, total, of", Reported {
    optional "percent" => percent, "The share, in percent.";
    optional "done" => done, "How many are done.";
    optional "total" => total, "Out of how many.";
    optional "of" => of, "Of what.";
    optional "outstanding" => outstanding, "The votes that are still to be counted.";
    optional "source" => source, "Who says so.";
} }

json_object! { "an object of eligible, cast, valid, blank, invalid, turnout", Ballots {
    optional "eligible" => eligible, "Everyone who may vote.";
    optional "cast" => cast, "Papers cast.";
    optional "valid" => valid, "Valid papers.";
    optional "blank" => blank, "Blank papers.";
    optional "invalid" => invalid, "Invalid papers.";
    optional "continuing" => continuing, "Ballots that still count in a round of ranked choice.";
    optional "exhausted" => exhausted, "Ballots that name nobody who is still in.";
    optional "turnout" => turnout, "The share of those who may vote that did, in percent.";
    optional "source" => source, "Who says so.";
} }

json_object! { "an object of votes, percent, seats", Figures {
    optional "votes" => votes, "Votes.";
    optional "percent" => percent, "Percent.";
    optional "seats" => seats, "Seats.";
    optional "own" => own, "The document's own unit.";
} }

json_object! { "an option's result (an object of votes, percent, seats)", OptionResult {
    [flatten figures: Figures]
    optional "each" => each, "True where the figures hold for each of those that the option stands for.";
    optional "change" => change, "How much more or less than in what the count is compared to.";
    optional "transfer" => transfer, "The votes that came to it in this round of ranked choice.";
    optional "parts" => parts, "The kinds of votes or seats that its figures are made of.";
    optional "note" => note, "A remark.";
    optional "source" => source, "Who says so.";
} }

json_object! { "a kind of votes or seats", ResultPart {
    [flatten figures: Figures]
    required "name" => name, "The name of the kind.";
} }

json_object! { "an object of name, forms, total", OwnUnit {
    required "name" => name, "Its name, as a column is headed.";
    optional "forms" => forms, "Its forms after a number, between bars: \"electoral vote|electoral votes\".";
    optional "total" => total, "The number of them that there is.";
} }

json_object! { "an outcome", Outcome {
    optional "option" => option, "Of which option; of the question or the seat where left out.";
    required "kind" => kind, "What was decided.";
    optional "at" => at, "When.";
    optional "count" => count, "The count that it follows from.";
    optional "into" => into, "Of a merger: the option that it is a part of now.";
    optional "revoked" => revoked, "The day on which it was taken back.";
    required "source" => source, "Who says so.";
} }

json_object! { "a correction", Correction {
    required "at" => at, "When.";
    required "count" => count, "In which count.";
    optional "option" => option, "Of which option.";
    required "text" => text, "What was put right.";
    optional "source" => source, "Who says so.";
} }

json_object! { "an object with the total of seats", House {
    required "total" => total, "How many seats it has.";
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

json_enum! { "what percentages are of", PercentOf {
    Valid = "valid", Cast = "cast", Eligible = "eligible", Respondents = "respondents",
    Continuing = "continuing",
} }

json_enum! { "what is reported", ReportedOf {
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
        for (id, entry) in node.entries("an object of a result an option")? {
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
