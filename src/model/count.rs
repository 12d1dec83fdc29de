//! A count of a contest: how far it has come, and what each option got.

use super::{Date, Decimals, Id, OptionRef, Quantity, SourceRef, Text, Unit};

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
    /// All is counted.
    Final,
    /// Confirmed by who has the right to.
    Certified,
    /// Counted again.
    Recount,
    /// Put right after publication.
    Corrected,
    /// Declared void.
    Annulled,
    /// Challenged.
    Disputed,
    /// A house as it sits: no count at all.
    Sitting,
}

/// What a percentage is a percentage of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PercentOf {
    /// The valid votes.
    Valid,
    /// All votes cast.
    Cast,
    /// Everyone who may vote.
    Eligible,
    /// Everyone who answered a poll.
    Respondents,
}

/// What a count is reported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportedOf {
    /// Polling stations.
    Stations,
    /// Ballot papers.
    Ballots,
    /// Districts.
    Districts,
}

/// One count of the contest: an exit poll, a preliminary count, the final one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What corrections call it by.
    pub id: Id,
    /// How far it has come.
    pub status: Status,
    /// The moment that it speaks of.
    pub as_of: Date,
    /// Who published it.
    pub source: SourceRef,
    /// A remark.
    pub note: Option<Text>,
    /// How many decimals its percentages are shown with; as published where it doesn't say.
    pub decimals: Option<Decimals>,
    /// What its percentages are of.
    pub percent_of: Option<PercentOf>,
    /// How much of it has come in.
    pub reported: Option<Reported>,
    /// How many voted, and how validly.
    pub ballots: Option<Ballots>,
    /// What each option got.
    pub results: OptionResults,
    /// What changes are measured against.
    pub compared_to: Option<Text>,
}

/// What each option got in one count, by its place; an option that the count does not name has
/// nothing here, which is not nought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionResults(Vec<Option<OptionResult>>);

impl OptionResults {
    /// The results in the options' order.
    pub fn new(by_place: Vec<Option<OptionResult>>) -> OptionResults {
        OptionResults(by_place)
    }

    /// What the option got.
    pub fn get(&self, option: OptionRef) -> Option<&OptionResult> {
        self.0.get(option.0)?.as_ref()
    }

    /// What was given, in the options' order.
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
    /// Of what.
    pub of: Option<ReportedOf>,
    /// Who says so.
    pub source: Option<SourceRef>,
}

/// How many voted, and how validly: numbers of ballot papers, and the turnout in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballots {
    /// Everyone who may vote.
    pub eligible: Option<Quantity>,
    /// Papers cast.
    pub cast: Option<Quantity>,
    /// Valid papers.
    pub valid: Option<Quantity>,
    /// Blank papers.
    pub blank: Option<Quantity>,
    /// Invalid papers.
    pub invalid: Option<Quantity>,
    /// The share of those who may vote that did, in percent.
    pub turnout: Option<Quantity>,
    /// Who says so.
    pub source: Option<SourceRef>,
}

/// The figures of one option in one count; those that the source does not give are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Votes.
    pub votes: Option<Quantity>,
    /// Percent of what the count says.
    pub percent: Option<Quantity>,
    /// Seats.
    pub seats: Option<Quantity>,
}

impl Figures {
    /// The figure in this unit, where it is given.
    pub fn get(&self, unit: Unit) -> Option<&Quantity> {
        match unit {
            Unit::Percent => self.percent.as_ref(),
            Unit::Votes => self.votes.as_ref(),
            Unit::Seats => self.seats.as_ref(),
        }
    }
}

/// What one option got in one count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionResult {
    /// What it got.
    pub figures: Figures,
    /// Whether the figures hold for each of those that the option stands for.
    pub each: bool,
    /// How much more or less than in what the count is compared to.
    pub change: Option<Figures>,
    /// A remark.
    pub note: Option<Text>,
    /// Who says so.
    pub source: Option<SourceRef>,
}
