//! What the results chart shows of a document.

use super::bar::{Bar, Scale};
use super::color::Paint;
use super::frame::{Frame, Phrase, Writer};
use super::order::{self, Ranked};
use super::sentence;
use crate::locale::{Locale, Precision, Unit};
use crate::model::{
    Amount, BallotOption, Count, Decimal, Figures, Id, Members, OptionKind, OptionRef,
    OptionResult, OutcomeKind, PercentOf, Quantity, Reported, ReportedOf, Results, SourceRef,
    Status,
};

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultsState {
    /// The count on show; the last where it names none of the document's.
    pub count: Option<Id>,
}

/// A results chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsLayout {
    /// Title, notes, sources.
    pub frame: Frame,
    /// Office, place and date of the contest.
    pub contest: Vec<Phrase>,
    /// How far the count has come.
    pub status: StatusBand,
    /// The chart in a few sentences, to stand beside its status.
    pub summary: String,
    /// The chart in words alone, status and date among them.
    pub alternative: String,
    /// The head of the first column.
    pub option_label: String,
    /// The columns of figures.
    pub columns: Vec<Column>,
    /// A row an option.
    pub rows: Vec<Row>,
    /// What is to be said of the order.
    pub order_note: Option<String>,
}

/// How far the count on show has come, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusBand {
    /// The status's name in the contract, which style sheets go by.
    pub name: &'static str,
    /// The status in words.
    pub word: String,
    /// When.
    pub as_of: String,
    /// How much of it has come in.
    pub reported: Option<String>,
    /// A remark on the count.
    pub note: Option<Phrase>,
}

/// A column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The figure's name in the contract: `percent`, `votes`, `seats`.
    pub name: &'static str,
    /// Its head.
    pub label: String,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The option's id.
    pub key: String,
    /// Its name.
    pub name: Phrase,
    /// Its party, its members, remarks.
    pub details: Vec<Phrase>,
    /// What was decided of it.
    pub outcome: Option<Line>,
    /// Its colour, where the data gives one.
    pub paint: Option<Paint>,
    /// A bar a claim of the figure that the options are ordered by.
    pub bars: Vec<Bar>,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// A figure: a line a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is said.
    pub lines: Vec<Line>,
    /// That the sources differ, where they do.
    pub disputed: Option<String>,
}

/// A piece of text with the number of the source that says so, where that is not the count's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// The source's number, and how it is read out.
    pub source: Option<(String, String)>,
}

/// One figure of a result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Percent,
    Votes,
    Seats,
}

impl Figure {
    const ALL: [Figure; 3] = [Figure::Percent, Figure::Votes, Figure::Seats];

    pub(super) fn of(self, figures: &Figures) -> Option<&Quantity> {
        match self {
            Figure::Percent => figures.percent.as_ref(),
            Figure::Votes => figures.votes.as_ref(),
            Figure::Seats => figures.seats.as_ref(),
        }
    }

    pub(super) fn unit(self) -> Unit {
        match self {
            Figure::Percent => Unit::Percent,
            Figure::Votes | Figure::Seats => Unit::Number,
        }
    }

    fn column(self, count: &Count, locale: &Locale) -> Column {
        let (name, key) = match (self, count.percent_of) {
            (Figure::Percent, None) => ("percent", "column.percent"),
            (Figure::Percent, Some(PercentOf::Valid)) => ("percent", "column.percent.valid"),
            (Figure::Percent, Some(PercentOf::Cast)) => ("percent", "column.percent.cast"),
            (Figure::Percent, Some(PercentOf::Eligible)) => ("percent", "column.percent.eligible"),
            (Figure::Percent, Some(PercentOf::Respondents)) => {
                ("percent", "column.percent.respondents")
            }
            (Figure::Votes, _) => ("votes", "column.votes"),
            (Figure::Seats, _) => ("seats", "column.seats"),
        };
        Column {
            name,
            label: locale.word(key).to_owned(),
        }
    }
}

/// What all parts of one chart's layout are made from.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    pub(super) results: &'a Results,
    pub(super) count: &'a Count,
    pub(super) writer: Writer<'a>,
    /// The figure that options are ordered by and bars drawn of.
    pub(super) main: Option<Figure>,
    pub(super) precision: Precision,
}

/// The layout of a results document, as the reader chose to see it, in the reader's language.
///
/// A document read by [`crate::wire::read_results`] always has a count; for one made by hand
/// without any there is nothing to lay out.
pub fn results(results: &Results, state: &ResultsState, locale: &Locale) -> Option<ResultsLayout> {
    let count = chosen(results, state)?;
    let given = |figure: &Figure| {
        count.results.iter().any(|(_, result)| figure.of(&result.figures).is_some())
    };
    let figures: Vec<Figure> = Figure::ALL.into_iter().filter(given).collect();
    let plan = Plan {
        results,
        count,
        writer: Writer::new(&results.head, locale),
        main: figures.first().copied(),
        precision: count.decimals.map_or(Precision::Published, Precision::Fixed),
    };
    let ranked = plan.ranked();
    let decided = order::is_decided(&ranked);
    let summary = sentence::summary(&plan, &ranked);
    Some(ResultsLayout {
        frame: plan.writer.frame(&results.head),
        contest: plan.contest(),
        status: plan.status(),
        alternative: sentence::alternative(&plan, &summary),
        summary,
        option_label: locale.word("column.option").to_owned(),
        columns: figures.iter().map(|figure| figure.column(count, locale)).collect(),
        rows: ranked.iter().map(|option| plan.row(option, &figures)).collect(),
        order_note: (!decided).then(|| locale.word("order.undecided").to_owned()),
    })
}

fn chosen<'a>(results: &'a Results, state: &ResultsState) -> Option<&'a Count> {
    let wanted = state.count.as_ref();
    results
        .counts
        .iter()
        .find(|count| Some(&count.id) == wanted)
        .or_else(|| results.counts.last())
}

impl<'a> Plan<'a> {
    pub(super) fn result(&self, place: usize) -> Option<&'a OptionResult> {
        self.count.results.get(OptionRef(place))
    }

    fn ranked(&self) -> Vec<Ranked<'a>> {
        let mut ranked: Vec<Ranked<'a>> = self
            .results
            .options
            .iter()
            .enumerate()
            .map(|(place, option)| {
                let result = self.result(place);
                let figure = self
                    .main
                    .and_then(|main| result.and_then(|result| main.of(&result.figures)));
                Ranked::new(place, option, figure, result.is_some_and(|result| result.each))
            })
            .collect();
        order::sort(&mut ranked);
        ranked
    }

    fn contest(&self) -> Vec<Phrase> {
        let contest = &self.results.contest;
        let place = contest.place.as_ref().map(|place| self.writer.place(place));
        let date = contest.date.map(|when| Phrase {
            text: self.writer.locale.when(when),
            lang: None,
        });
        std::iter::once(self.writer.phrase(&contest.office))
            .chain(place)
            .chain(date)
            .collect()
    }

    fn status(&self) -> StatusBand {
        let locale = self.writer.locale;
        let (name, key) = status_names(self.count.status);
        StatusBand {
            name,
            word: locale.word(key).to_owned(),
            as_of: locale.fill("as-of", &[("date", &locale.date(self.count.as_of))]),
            reported: self.count.reported.as_ref().and_then(|reported| self.reported(reported)),
            note: self.count.note.as_ref().map(|note| self.writer.phrase(note)),
        }
    }

    fn reported(&self, reported: &Reported) -> Option<String> {
        let locale = self.writer.locale;
        let claim = |quantity: &Quantity, unit| {
            self.writer.amount(&quantity.first().amount, unit, Precision::Published)
        };
        let share = reported.percent.as_ref().map(|percent| {
            locale.fill("reported.percent", &[("n", &claim(percent, Unit::Percent))])
        });
        let done = reported.done.as_ref().zip(reported.total.as_ref()).map(|(done, total)| {
            let (done, total) = (claim(done, Unit::Number), claim(total, Unit::Number));
            locale.fill("reported.done", &[("done", &done), ("total", &total)])
        });
        let text = [share, done].into_iter().flatten().collect::<Vec<_>>().join("; ");
        let key = match reported.of {
            _ if text.is_empty() => return None,
            None => return Some(text),
            Some(ReportedOf::Stations) => "reported.stations",
            Some(ReportedOf::Ballots) => "reported.ballots",
            Some(ReportedOf::Districts) => "reported.districts",
        };
        Some(locale.fill(key, &[("text", &text)]))
    }

    fn row(&self, ranked: &Ranked<'_>, figures: &[Figure]) -> Row {
        let option = ranked.option;
        let result = self.result(ranked.place);
        let main = self.main.zip(result).and_then(|(main, result)| main.of(&result.figures));
        Row {
            key: option.id.as_str().to_owned(),
            name: self.name(option),
            details: self.details(option, result),
            outcome: self.outcome(ranked.place),
            paint: option.color.map(Paint::new),
            bars: main.map(|quantity| self.bars(quantity)).unwrap_or_default(),
            cells: figures.iter().map(|figure| self.cell(*figure, result)).collect(),
        }
    }

    /// An option's name; groups without one are worded by how many they are.
    pub(super) fn name(&self, option: &BallotOption) -> Phrase {
        if let Some(name) = &option.name {
            return self.writer.phrase(name);
        }
        let locale = self.writer.locale;
        match (option.kind, &option.members) {
            (OptionKind::AgainstAll, _) => self.writer.word("option.against-all"),
            (OptionKind::Other | OptionKind::Unnamed, Some(Members::Number(number))) => Phrase {
                text: locale.plural(
                    self.members_key(option),
                    number.0,
                    &[("n", &locale.whole(number.0))],
                ),
                lang: None,
            },
            (OptionKind::Unnamed, _) => self.writer.word("option.unnamed"),
            _ => self.writer.word("option.other"),
        }
    }

    /// Which words count the members of a group: candidates or parties, "other" ones where some
    /// are named beside it.
    fn members_key(&self, group: &BallotOption) -> &'static str {
        let named = |kinds: &[OptionKind]| {
            self.results.options.iter().any(|option| {
                option.id != group.id && kinds.contains(&option.kind)
            })
        };
        let parties = named(&[OptionKind::Party, OptionKind::Bloc]);
        match (named(&[OptionKind::Candidate]), parties) {
            (true, _) => "option.other-candidates",
            (false, true) => "option.other-parties",
            (false, false) => "option.candidates",
        }
    }

    fn details(&self, option: &BallotOption, result: Option<&OptionResult>) -> Vec<Phrase> {
        let mut details: Vec<Phrase> = option.party.iter().map(|party| self.writer.phrase(party)).collect();
        if let Some(Members::Names(names)) = &option.members {
            let names: Vec<String> = names.iter().map(|name| self.writer.phrase(name).text).collect();
            details.push(Phrase {
                text: self.writer.locale.list(&names),
                lang: None,
            });
        }
        if option.kind == OptionKind::Unnamed {
            details.push(self.writer.word("option.not-named"));
        }
        let notes = option.note.iter().chain(result.and_then(|result| result.note.as_ref()));
        details.extend(notes.map(|note| self.writer.phrase(note)));
        details
    }

    fn outcome(&self, place: usize) -> Option<Line> {
        let outcome = self.results.outcomes.iter().find(|outcome| outcome.option.0 == place)?;
        let locale = self.writer.locale;
        let word = locale.word(match outcome.kind {
            OutcomeKind::Elected => "outcome.elected",
            OutcomeKind::Runoff => "outcome.runoff",
            OutcomeKind::Unopposed => "outcome.unopposed",
            OutcomeKind::Eliminated => "outcome.eliminated",
            OutcomeKind::Withdrawn => "outcome.withdrawn",
        });
        let text = match outcome.at {
            Some(at) => format!("{word}, {}", locale.date(at)),
            None => word.to_owned(),
        };
        Some(Line {
            text,
            source: self.mark(outcome.source),
        })
    }

    fn bars(&self, quantity: &Quantity) -> Vec<Bar> {
        let scale = self.scale();
        quantity
            .claims()
            .map(|claim| Bar::new(&claim.amount, scale))
            .collect()
    }

    /// Percent bars run to 100, seats to the house, votes to the most that any option has.
    fn scale(&self) -> Scale {
        match (self.main, self.results.seats) {
            (None | Some(Figure::Percent), _) => Scale::PERCENT,
            (Some(Figure::Seats), Some(house)) => Scale::to(Decimal::from(house.total.0)),
            (Some(main), _) => {
                let numbers = self
                    .count
                    .results
                    .iter()
                    .filter_map(|(_, result)| main.of(&result.figures))
                    .flat_map(Quantity::claims)
                    .flat_map(|claim| claim.amount.numbers());
                Scale::to(numbers.max().unwrap_or(Decimal::ZERO))
            }
        }
    }

    fn cell(&self, figure: Figure, result: Option<&OptionResult>) -> Cell {
        let Some((result, quantity)) =
            result.and_then(|result| Some((result, figure.of(&result.figures)?)))
        else {
            return Cell {
                lines: vec![Line {
                    text: self.writer.locale.word("not-stated").to_owned(),
                    source: None,
                }],
                disputed: None,
            };
        };
        let lines = quantity
            .claims()
            .map(|claim| Line {
                text: self.figure(figure, &claim.amount, result.each),
                source: claim.source.or(result.source).and_then(|source| self.mark(source)),
            })
            .collect();
        Cell {
            lines,
            disputed: quantity
                .is_disputed()
                .then(|| self.writer.locale.word("disputed").to_owned()),
        }
    }

    /// A figure in words, with "each" where it holds for each of several.
    pub(super) fn figure(&self, figure: Figure, amount: &Amount, each: bool) -> String {
        let text = self.writer.amount(amount, figure.unit(), self.precision);
        if each {
            self.writer.locale.fill("each", &[("n", &text)])
        } else {
            text
        }
    }

    /// The mark of a source; none where it is the count's own, which the foot names.
    fn mark(&self, source: SourceRef) -> Option<(String, String)> {
        (source != self.count.source).then(|| {
            let number = self.writer.number(source);
            let spoken = self.writer.locale.fill("source.mark", &[("n", &number)]);
            (number, spoken)
        })
    }
}

/// A status's name in the contract and its key in the words.
pub(super) fn status_names(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Scheduled => ("scheduled", "status.scheduled"),
        Status::Voting => ("voting", "status.voting"),
        Status::ExitPoll => ("exit-poll", "status.exit-poll"),
        Status::Projection => ("projection", "status.projection"),
        Status::Partial => ("partial", "status.partial"),
        Status::Preliminary => ("preliminary", "status.preliminary"),
        Status::Final => ("final", "status.final"),
        Status::Certified => ("certified", "status.certified"),
        Status::Recount => ("recount", "status.recount"),
        Status::Corrected => ("corrected", "status.corrected"),
        Status::Annulled => ("annulled", "status.annulled"),
        Status::Disputed => ("disputed", "status.disputed"),
        Status::Sitting => ("sitting", "status.sitting"),
    }
}
