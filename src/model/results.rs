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
    /// The contest that was voted on.
    pub contest: Contest,
    /// The options in the document's order. Ids are unique.
    pub options: Vec<BallotOption>,
    /// True if [`options`](Self::options) names everything that stood, `None` if the document does not say.
    pub options_complete: Option<bool>,
    /// The counts, oldest first; at least one.
    pub counts: Vec<Count>,
    /// The house, where seats are what is won.
    pub seats: Option<House>,
    /// A unit that the document brings along: electoral votes, cantons.
    pub own_unit: Option<OwnUnit>,
    /// Shares, votes or seats that decide something.
    pub thresholds: Vec<Threshold>,
    /// The outcomes that sources state. They are never computed.
    pub outcomes: Vec<Outcome>,
    /// The corrections that were made after publication.
    pub corrections: Vec<Correction>,
}

impl Results {
    /// The options that this one is a part of, the nearest first; `None` where they run in a circle.
    pub fn ancestors(&self, option: OptionRef) -> Option<Vec<OptionRef>> {
        let mut found = Vec::new();
        let mut next = self.options.get(option.0)?.within;
        while let Some(above) = next {
            if above == option || found.len() >= self.options.len() {
                return None;
            }
            found.push(above);
            next = self.options.get(above.0)?.within;
        }
        Some(found)
    }

    /// Returns true if an option's figure in this unit counts by itself, because it is not included in the figure of
    /// an option that this one is part of.
    pub fn is_counted(&self, count: &Count, option: OptionRef, unit: Unit) -> bool {
        let given = |option: &OptionRef| {
            let result = count.results.get(*option);
            result.is_some_and(|result| result.figures.get(unit).is_some())
        };
        let within = self.options.get(option.0).and_then(|option| option.within);
        within.is_none() || !self.ancestors(option).unwrap_or_default().iter().any(given)
    }
}

/// A house of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct House {
    /// How many seats it has.
    pub total: Whole,
}

/// A unit of the document's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnUnit {
    /// Its name, as a column is headed: "Electoral votes".
    pub name: Text,
    /// Its forms after a number, between bars: "electoral vote|electoral votes".
    pub forms: Option<Text>,
    /// The number of them that there is.
    pub total: Option<Whole>,
}

/// An option of the same document: its zero-based index in [`Results::options`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OptionRef(pub usize);

/// A count of the same document: its zero-based index in [`Results::counts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountRef(pub usize);

/// The contest that was voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// The office or house: "President".
    pub office: Text,
    /// The question that was put, as it stood on the paper.
    pub question: Option<Text>,
    /// The number of votes that each voter has; `None` where the document does not say.
    pub votes_allowed: Option<Whole>,
    /// The number of options that are elected.
    pub number_elected: Option<Whole>,
    /// The place of the contest.
    pub place: Option<Place>,
    /// When the vote was.
    pub date: Option<When>,
}

/// The kinds of things that a voter could choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OptionKind {
    /// A person who stands for election.
    Candidate,
    /// A party or list.
    Party,
    /// Several parties that a source counts as one.
    Bloc,
    /// An answer to a question: yes, no.
    Answer,
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
    /// A number of unnamed persons.
    Number(Whole),
    /// The names that are known.
    Names(Vec<Text>),
}

/// One line of the ballot, or a group of lines that the source takes together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotOption {
    /// The id that counts and outcomes use for it.
    pub id: Id,
    /// The kind of thing it is.
    pub kind: OptionKind,
    /// Its name; the last three kinds have words of their own.
    pub name: Option<Text>,
    /// The party that put it up.
    pub party: Option<Text>,
    /// The colour of its bars.
    pub color: Option<Color>,
    /// The picture beside its name.
    pub photo: Option<Photo>,
    /// How many or which it stands for.
    pub members: Option<Members>,
    /// The option that it is a part of: a list of its coalition. Its figures are in that one's already.
    pub within: Option<OptionRef>,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The source of this entry.
    pub source: Option<SourceRef>,
}

/// A picture of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The address of the picture.
    pub url: Link,
    /// The owner of the picture.
    pub credit: Option<Text>,
}

/// The decision that a threshold makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThresholdKind {
    /// An option that reaches it has won or can govern.
    Majority,
    /// An option that reaches it gets seats.
    Entry,
    /// A vote that meets it is valid.
    Quorum,
}

/// The unit of a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A share in percent.
    Percent,
    /// A number of votes.
    Votes,
    /// A number of seats.
    Seats,
    /// The document's own unit.
    Own,
}

/// How much a threshold asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// More than this number.
    Over(Decimal),
    /// This number or more.
    AtLeast(Decimal),
}

impl Needs {
    /// The number that it names.
    pub fn number(self) -> Decimal {
        match self {
            Needs::Over(number) | Needs::AtLeast(number) => number,
        }
    }
}

/// A rule that decides something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The decision that it makes.
    pub kind: ThresholdKind,
    /// The rule that is applied.
    pub rule: Rule,
    /// Further rules. One of all rules is enough.
    pub or: Vec<Rule>,
    /// Other rules that must be met too.
    pub and: Vec<Rule>,
    /// Which options it holds for; none named means all.
    pub options: Vec<OptionRef>,
    /// The source of the rule.
    pub source: Option<SourceRef>,
}

impl Threshold {
    /// All of its rules, the first one before those that are joined to it by "or" or "and".
    pub fn rules(&self) -> Vec<&Rule> {
        let mut rules = vec![&self.rule];
        for rule in self.or.iter().chain(&self.and) {
            rules.push(rule);
        }
        rules
    }
}

/// One rule of a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A share, number of votes or of seats: the figures say who meets it.
    Measured(Measure),
    /// A rule in words: the source says who meets it.
    Stated(Stated),
}

impl Rule {
    /// The share or number that it asks for, where it is one.
    pub fn measure(&self) -> Option<&Measure> {
        match self {
            Rule::Measured(measure) => Some(measure),
            Rule::Stated(_) => None,
        }
    }
}

/// A share or number that must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// How much it asks for.
    pub needs: Needs,
    /// The unit of the number.
    pub unit: Unit,
    /// The base of a percentage; of votes, the papers that are meant.
    pub of: Option<PercentOf>,
}

/// A rule that only a source can judge: "a seat in one district", "a majority of the cantons".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The rule in words.
    pub text: Text,
    /// The options that meet it, as the source says.
    pub reached_by: Vec<OptionRef>,
    /// The options that do not, as the source says.
    pub missed_by: Vec<OptionRef>,
    /// The source's verdict on a question or a quorum.
    pub met: Option<bool>,
}

/// The outcome of an option, of the question, or of the seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeKind {
    /// The option has won.
    Elected,
    /// It won by lot, after a tie.
    ElectedByLot,
    /// It goes into a second round.
    Runoff,
    /// The option had no opponent.
    Unopposed,
    /// The option is out of the contest.
    Eliminated,
    /// The option stepped back from the contest.
    Withdrawn,
    /// It became a part of another option.
    Merged,
    /// It was struck off.
    Disqualified,
    /// The votes for it do not count.
    VotesVoid,
    /// The candidate has died.
    Died,
    /// The question was answered with yes.
    Accepted,
    /// The question was answered with no.
    Rejected,
    /// The vote on the question does not count: a quorum was missed.
    Invalid,
    /// Nobody was elected: the seat stays empty.
    Vacant,
}

impl OutcomeKind {
    /// Returns true if the option has won.
    pub fn is_won(self) -> bool {
        matches!(
            self,
            OutcomeKind::Elected | OutcomeKind::ElectedByLot | OutcomeKind::Unopposed
        )
    }

    /// Returns true if the option is out of the contest.
    pub fn is_out(self) -> bool {
        matches!(
            self,
            OutcomeKind::Eliminated
                | OutcomeKind::Withdrawn
                | OutcomeKind::Merged
                | OutcomeKind::Disqualified
                | OutcomeKind::VotesVoid
                | OutcomeKind::Died
        )
    }

    /// Returns true if the outcome belongs to the question or the seat, not to an option.
    pub fn is_of_contest(self) -> bool {
        matches!(
            self,
            OutcomeKind::Accepted
                | OutcomeKind::Rejected
                | OutcomeKind::Invalid
                | OutcomeKind::Vacant
        )
    }
}

/// An outcome that a source states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The option; `None` if the outcome belongs to the question or the seat.
    pub option: Option<OptionRef>,
    /// The kind of outcome stated.
    pub kind: OutcomeKind,
    /// The day of the outcome.
    pub at: Option<Date>,
    /// The count that it follows from.
    pub count: Option<CountRef>,
    /// For a merger, the option that this one now belongs to.
    pub into: Option<OptionRef>,
    /// The day on which it was taken back.
    pub revoked: Option<Date>,
    /// The source of this outcome.
    pub source: SourceRef,
}

/// A correction that was made after publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The day of the correction.
    pub at: Date,
    /// The count that was corrected.
    pub count: CountRef,
    /// The option that was corrected.
    pub option: Option<OptionRef>,
    /// The description of the correction.
    pub text: Text,
    /// The source of the correction.
    pub source: Option<SourceRef>,
}
