//! A contest, its options and what decides it.

use super::{
    Color, Count, Date, Decimal, Head, Id, Link, PercentOf, Place, SourceRef, Text, When, Whole,
};

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
    /// Whether [`options`](Self::options) names everything that stood, where the document says.
    pub options_complete: Option<bool>,
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
