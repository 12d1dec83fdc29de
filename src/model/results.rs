//! A contest, its options and its counts.

use super::{
    Color, Date, Decimal, Id, LanguageTag, Link, Place, Quantity, SourceRef, Sources, Text, When,
};

/// What every document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The language of its plain texts, where it says so.
    pub lang: Option<LanguageTag>,
    /// The headline over the widget.
    pub title: Text,
    /// Remarks that belong to the whole.
    pub notes: Vec<Text>,
    /// Who says what stands in it.
    pub sources: Sources,
}

/// One ballot: who stood, and what was counted of it, by whom and when.
///
/// A second round is another document. Read it with [`crate::wire::read_results`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Title, language, notes and sources.
    pub head: Head,
    /// What was voted on.
    pub contest: Contest,
    /// Who or what stood, in the document's order; ids are unique.
    pub options: Vec<BallotOption>,
    /// Whether [`options`](Self::options) is said to name everything that stood.
    pub options_complete: bool,
    /// The counts, oldest first; at least one.
    pub counts: Vec<Count>,
    /// The house, where seats are what is won.
    pub seats: Option<House>,
    /// Shares, votes or seats that decide something.
    pub thresholds: Vec<Threshold>,
    /// What was decided, as a source says: never computed.
    pub outcomes: Vec<Outcome>,
    /// What was put right after it was published.
    pub corrections: Vec<Correction>,
}

/// A house of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct House {
    /// How many seats it has.
    pub total: Whole,
}

/// A plain whole number, nought or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole(pub u32);

/// An option of the same document: its place in [`Results::options`], from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OptionRef(pub usize);

/// A count of the same document: its place in [`Results::counts`], from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountRef(pub usize);

/// What was voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// The office or house: "President".
    pub office: Text,
    /// Where.
    pub place: Option<Place>,
    /// When the vote was.
    pub date: Option<When>,
}

/// What kind of thing a voter could choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OptionKind {
    /// A person.
    Candidate,
    /// A party or list.
    Party,
    /// Several parties that a source counts as one.
    Bloc,
    /// "Against all": it may rank, it cannot win.
    AgainstAll,
    /// All that the source sums up as others.
    Other,
    /// Options that the source counts but does not name.
    Unnamed,
}

/// How many or which are meant where one option stands for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Members {
    /// So many.
    Number(Whole),
    /// These.
    Names(Vec<Text>),
}

/// One line of the ballot, or a group of lines that the source takes together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotOption {
    /// What counts and outcomes call it by.
    pub id: Id,
    /// What kind of thing it is.
    pub kind: OptionKind,
    /// Its name; the last three kinds have words of their own.
    pub name: Option<Text>,
    /// The party that put it up.
    pub party: Option<Text>,
    /// Its colour.
    pub color: Option<Color>,
    /// Its picture.
    pub photo: Option<Photo>,
    /// How many or which it stands for.
    pub members: Option<Members>,
    /// A remark.
    pub note: Option<Text>,
    /// Who says so.
    pub source: Option<SourceRef>,
}

/// A picture of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Where it is.
    pub url: Link,
    /// Whose it is.
    pub credit: Option<Text>,
}

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

/// How many decimals percentages are shown with: 0 to [`Decimals::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimals(u8);

impl Decimals {
    /// The most decimals that a percentage is shown with.
    pub const MOST: u8 = 6;

    /// So many decimals, or nothing where they are too many.
    pub fn new(decimals: u8) -> Option<Decimals> {
        (decimals <= Decimals::MOST).then_some(Decimals(decimals))
    }

    /// How many.
    pub fn get(self) -> u8 {
        self.0
    }
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

/// What a threshold decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThresholdKind {
    /// Who has it has won or can govern.
    Majority,
    /// Who has it gets in.
    Entry,
    /// Where it is met the vote counts.
    Quorum,
}

/// What a threshold is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Percent.
    Percent,
    /// Votes.
    Votes,
    /// Seats.
    Seats,
}

/// How much a threshold asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// More than this.
    Over(Decimal),
    /// This or more.
    AtLeast(Decimal),
}

/// A share, number of votes or of seats that decides something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// What it decides.
    pub kind: ThresholdKind,
    /// How much it asks for.
    pub needs: Needs,
    /// In what.
    pub unit: Unit,
    /// What a percentage is of.
    pub of: Option<PercentOf>,
    /// Which options it holds for; none named means all.
    pub options: Vec<OptionRef>,
    /// Who says so.
    pub source: Option<SourceRef>,
}

/// What was decided of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeKind {
    /// It won.
    Elected,
    /// It goes into a second round.
    Runoff,
    /// It stood alone.
    Unopposed,
    /// It is out.
    Eliminated,
    /// It stepped back.
    Withdrawn,
}

/// What a source says was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Of which option.
    pub option: OptionRef,
    /// What.
    pub kind: OutcomeKind,
    /// When.
    pub at: Option<Date>,
    /// Who says so.
    pub source: SourceRef,
}

/// What was put right after it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub at: Date,
    /// In which count.
    pub count: CountRef,
    /// Of which option.
    pub option: Option<OptionRef>,
    /// What was put right.
    pub text: Text,
    /// Who says so.
    pub source: Option<SourceRef>,
}
