//! A count of a contest: how far it has come, and what each option got.

use super::{Date, Decimals, Id, OptionRef, Quantity, SourceRef, Text, Unit, Whole};

/// How far a count has come, and so how its figures are worded and drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The vote is yet to be.
    Scheduled,
    /// Polling stations are open.
    Voting,
    /// Voters were asked on leaving.
    ExitPoll,
    /// Reckoned from a part of the count.
    Projection,
    /// A part is counted.
    Partial,
    /// Published before it is final.
    Preliminary,
    /// All votes are counted.
    Final,
    /// Confirmed by who has the right to.
    Certified,
    /// The votes were counted again.
    Recount,
    /// Put right after publication.
    Corrected,
    /// The count was declared void.
    Annulled,
    /// The count is being challenged.
    Disputed,
    /// A house as it sits: no count at all.
    Sitting,
    /// Seats or offices that were filled without a poll.
    NoPoll,
    /// The vote was moved to another day.
    Postponed,
    /// The vote was called off.
    Cancelled,
}

/// The base of a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PercentOf {
    /// All valid votes are 100 %.
    Valid,
    /// All votes cast are 100 %.
    Cast,
    /// Everyone who may vote.
    Eligible,
    /// Everyone who answered a poll.
    Respondents,
    /// The ballots that still count in a round of ranked choice.
    Continuing,
}

/// The units in which a count is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportedOf {
    /// Polling stations that have reported.
    Stations,
    /// Ballot papers that are counted.
    Ballots,
    /// Districts that have reported.
    Districts,
    /// The votes that somebody expects to be cast in all: an estimate.
    ExpectedVotes,
}

/// One count of the contest: an exit poll, a preliminary count, the final one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The id that corrections use for it.
    pub id: Id,
    /// Its name, where the status alone does not say which count it is.
    pub label: Option<Text>,
    /// How far it has come.
    pub status: Status,
    /// The moment that it speaks of.
    pub as_of: Date,
    /// The source that published the count.
    pub source: SourceRef,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// How many decimals its percentages are shown with; as published where it doesn't say.
    pub decimals: Option<Decimals>,
    /// The base of the count's percentages.
    pub percent_of: Option<PercentOf>,
    /// How much of it has come in.
    pub reported: Option<Reported>,
    /// How many voted, and how validly.
    pub ballots: Option<Ballots>,
    /// The result of each option.
    pub results: OptionResults,
    /// The earlier contest that changes refer to.
    pub compared_to: Option<Text>,
    /// The round of ranked choice that it is, from 1.
    pub round: Option<Whole>,
    /// The options that are still in it; `None` where the count does not say.
    pub continuing: Option<Vec<OptionRef>>,
    /// The lead of one option, where the source gives no more than that.
    pub margin: Option<Margin>,
}

impl Count {
    /// The number of papers or people that a percentage of this kind is of, where the count gives it.
    pub fn base(&self, of: PercentOf) -> Option<&Quantity> {
        let ballots = self.ballots.as_ref()?;
        match of {
            PercentOf::Valid => ballots.valid.as_ref(),
            PercentOf::Cast => ballots.cast.as_ref(),
            PercentOf::Eligible => ballots.eligible.as_ref(),
            PercentOf::Continuing => ballots.continuing.as_ref(),
            PercentOf::Respondents => None,
        }
    }
}

/// The lead of one option over another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The option that is ahead.
    pub option: OptionRef,
    /// The option that it is ahead of; the next one if left out.
    pub over: Option<OptionRef>,
    /// The lead: votes, percentage points, seats.
    pub by: Figures,
    /// The source of the lead.
    pub source: Option<SourceRef>,
}

/// The results of all options in one count, by the index of the option. An option that the count does not name has
/// `None`, which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionResults(Vec<Option<OptionResult>>);

impl OptionResults {
    /// The results in the options' order.
    pub fn new(by_place: Vec<Option<OptionResult>>) -> OptionResults {
        OptionResults(by_place)
    }

    /// Returns the result of an option.
    pub fn get(&self, option: OptionRef) -> Option<&OptionResult> {
        self.0.get(option.0)?.as_ref()
    }

    /// Returns the given results in the order of the options.
    pub fn iter(&self) -> impl Iterator<Item = (OptionRef, &OptionResult)> {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(place, result)| Some((OptionRef(place), result.as_ref()?)))
    }
}

/// How much of a count has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The share, in percent.
    pub percent: Option<Quantity>,
    /// How many are done.
    pub done: Option<Quantity>,
    /// Out of how many.
    pub total: Option<Quantity>,
    /// The units that are reported.
    pub of: Option<ReportedOf>,
    /// The votes that are still to be counted.
    pub outstanding: Option<Quantity>,
    /// The source of this statement.
    pub source: Option<SourceRef>,
}

/// How many voted, and how validly: numbers of ballot papers, and the turnout in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballots {
    /// Everyone who may vote.
    pub eligible: Option<Quantity>,
    /// All papers that were cast.
    pub cast: Option<Quantity>,
    /// The papers that are valid.
    pub valid: Option<Quantity>,
    /// The papers that are blank.
    pub blank: Option<Quantity>,
    /// The papers that are invalid.
    pub invalid: Option<Quantity>,
    /// Ballots that still count in a round of ranked choice.
    pub continuing: Option<Quantity>,
    /// Ballots that name nobody who is still in.
    pub exhausted: Option<Quantity>,
    /// The share of those who may vote that did, in percent.
    pub turnout: Option<Quantity>,
    /// The source of these numbers.
    pub source: Option<SourceRef>,
}

/// The figures of one option in one count; those that the source does not give are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The number of votes.
    pub votes: Option<Quantity>,
    /// Percent of what the count says.
    pub percent: Option<Quantity>,
    /// The number of seats.
    pub seats: Option<Quantity>,
    /// The document's own unit: electoral votes, cantons.
    pub own: Option<Quantity>,
}

impl Figures {
    /// The figure in this unit, where it is given.
    pub fn get(&self, unit: Unit) -> Option<&Quantity> {
        match unit {
            Unit::Percent => self.percent.as_ref(),
            Unit::Votes => self.votes.as_ref(),
            Unit::Seats => self.seats.as_ref(),
            Unit::Own => self.own.as_ref(),
        }
    }
}

/// The result of one option in one count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionResult {
    /// The figures of the option.
    pub figures: Figures,
    /// True if the figures hold for each person or list that the option stands for.
    pub each: bool,
    /// How much more or less than in what the count is compared to.
    pub change: Option<Figures>,
    /// The votes that came to it (or left it) in this round of ranked choice.
    pub transfer: Option<Quantity>,
    /// The kinds of votes or seats that its figures are made of: they are part of them already.
    pub parts: Vec<ResultPart>,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The source of this result.
    pub source: Option<SourceRef>,
}

/// One kind of votes or seats among an option's figures: by post, from the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultPart {
    /// The name of the kind.
    pub name: Text,
    /// The figures of the claim.
    pub figures: Figures,
}
