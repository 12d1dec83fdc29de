//! The download of a results chart: one row per figure, with its status and its source.

use super::super::export::{Export, ExportTable, Field, amount_columns, cited, heads, number};
use super::super::frame::{Phrase, Writer};
use super::context::{self, CountContext};
use super::outcomes::Validity;
use super::unit;
use super::view_state::{CountChoice, ResultsViewState};
use super::{Cell, ResultsLayout, chosen};
use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::{Locale, Sign};
use crate::model::{Claim, OptionRef, OptionResult, PercentOf, Quantity, Results, SourceRef, Unit};

/// The columns of the data: `says` is how `value`, `low` and `high` are to be taken, as in the
/// document; `text` is the figure in the reader's language.
const HEADS: [&str; 15] = [
    "count",
    "status",
    "asOf",
    "option",
    "name",
    "kind",
    "outcome",
    "figure",
    "percentOf",
    "each",
    "says",
    "value",
    "low",
    "high",
    "text",
];

/// Returns the table on show for download.
pub fn results_export(
    results: &Results,
    state: &ResultsViewState,
    locale: &Locale,
) -> Option<Export> {
    let writer = Writer::new(&results.head, locale);
    let counts = chosen(results, &state.count);
    let plans = context::plans(results, &counts, state.unit, writer);
    let name = match (&state.count, counts.last()) {
        (CountChoice::All, _) | (_, None) => "all",
        (_, Some(count)) => count.id.as_str(),
    };
    // Folded options are exported too.
    let whole = ResultsViewState {
        unfolded: true,
        ..state.clone()
    };
    Some(Export {
        name: format!("results-{name}"),
        data: ExportTable {
            // A new column stands behind those that programs know.
            heads: heads(&HEADS, &["part"]),
            rows: plans
                .iter()
                .flat_map(CountContext::records)
                .collect_compact(),
        },
        shown: super::results(results, &whole, locale)?.shown_table(),
        geo: None,
    })
}

impl ResultsLayout {
    /// The table as it is on show, the status above it and the sources below.
    fn shown_table(self) -> ExportTable {
        let line = |text: String| vec![Field::Text(text)];
        let title = std::iter::once(self.frame.title.text).chain(
            self.statuses
                .into_iter()
                .map(|status| format!("{}, {}", status.word, status.as_of)),
        );
        let mut rows: Vec<Vec<Field>> = title.map(line).collect_compact();
        let heads =
            std::iter::once(self.option_label).chain(self.columns.into_iter().map(|column| {
                match column.below {
                    Some(below) => format!("{}, {}", column.label, below.text),
                    None => column.label,
                }
            }));
        rows.push(heads.map(Field::Text).collect_compact());
        for row in self.rows {
            let cells = row.cells.into_iter().map(|cell| Field::Text(said(cell)));
            rows.push(
                std::iter::once(Field::Text(row.name.text))
                    .chain(cells)
                    .collect_compact(),
            );
        }
        let sources = self.frame.sources.iter();
        rows.extend(sources.map(|source| line(source.cited())));
        ExportTable {
            heads: Vec::new(),
            rows,
        }
    }
}

fn said(cell: Cell) -> String {
    let lines: Vec<String> = cell
        .lines
        .into_iter()
        .map(|line| line.text)
        .collect_compact();
    lines.join(" / ")
}

/// The owner of a figure: its name in the contract, the base of its percentages, and its default source.
struct Of<'a> {
    option: Option<OptionRef>,
    figure: &'a str,
    percent_of: Option<PercentOf>,
    each: bool,
    source: SourceRef,
    sign: Sign,
    /// The kind of votes or seats, where the figure is one of those that another is made of.
    part: String,
    /// The unit of a difference; percent stands for points.
    difference: Option<Unit>,
}

impl CountContext<'_> {
    /// Every figure of the count, one row per claim. An option without a figure has a row that says
    /// so.
    fn records(&self) -> Vec<Vec<Field>> {
        let mut rows = Vec::new();
        for place in 0..self.results.options.len() {
            let option = OptionRef(place);
            let before = rows.len();
            if let Some(result) = self.count.results.get(option) {
                self.results_of(option, result, &mut rows);
            }
            if rows.len() == before {
                rows.push(self.record(&self.of(Some(option), "", None), None));
            }
        }
        self.of_contest(&mut rows);
        for (figure, quantity, source, sign) in self.count_figures() {
            let of = Of {
                sign,
                ..self.of(None, figure, source)
            };
            self.claims(&of, quantity, &mut rows);
        }
        rows
    }

    fn of<'f>(
        &self,
        option: Option<OptionRef>,
        figure: &'f str,
        source: Option<SourceRef>,
    ) -> Of<'f> {
        Of {
            option,
            figure,
            percent_of: None,
            each: false,
            source: source.unwrap_or(self.count.source),
            sign: Sign::Plain,
            part: String::new(),
            difference: None,
        }
    }

    fn results_of(&self, option: OptionRef, result: &OptionResult, rows: &mut Vec<Vec<Field>>) {
        for unit in unit::ALL {
            let of = |figure| Of {
                percent_of: self.count.percent_of.filter(|_| unit == Unit::Percent),
                each: result.each,
                sign: unit::sign(unit),
                ..self.of(Some(option), figure, result.source)
            };
            self.claims(&of(unit.name()), result.figures.get(unit), rows);
            let change = result.change.as_ref().and_then(|change| change.get(unit));
            let difference = Of {
                difference: Some(unit),
                ..of(unit::change_name(unit))
            };
            self.claims(&difference, change, rows);
        }
        let transfer = Of {
            difference: Some(Unit::Votes),
            ..self.of(Some(option), "transfer", result.source)
        };
        self.claims(&transfer, result.transfer.as_ref(), rows);
        for part in &result.parts {
            for unit in unit::ALL {
                let of = Of {
                    part: self.writer.phrase(&part.name).text,
                    sign: unit::sign(unit),
                    ..self.of(Some(option), unit.name(), result.source)
                };
                self.claims(&of, part.figures.get(unit), rows);
            }
        }
    }

    /// The lead of one option, and what was decided of the question or the seat.
    fn of_contest(&self, rows: &mut Vec<Vec<Field>>) {
        if let Some(margin) = &self.count.margin {
            for unit in unit::ALL {
                let of = Of {
                    difference: Some(unit),
                    ..self.of(Some(margin.option), "margin", margin.source)
                };
                self.claims(&of, margin.by.get(unit), rows);
            }
        }
        let decided = self.outcome_names(None);
        if !decided.is_empty() {
            rows.push(self.record(&self.of(None, "", None), None));
        }
    }

    fn outcome_names(&self, option: Option<OptionRef>) -> String {
        // What was taken back or does not count is no outcome.
        let valid = self
            .outcomes_of(option)
            .filter(|(_, validity)| matches!(validity, Validity::Holds | Validity::Projected));
        let names: Vec<&str> = valid
            .map(|(outcome, _)| outcome.kind.name())
            .collect_compact();
        names.join(" ")
    }

    /// The figures of the count as a whole.
    fn count_figures(&self) -> Vec<CountFigure<'_>> {
        let mut figures = Vec::new();
        if let Some(reported) = &self.count.reported {
            let source = reported.source;
            figures.extend([
                (
                    "reported.percent",
                    reported.percent.as_ref(),
                    source,
                    Sign::Percent,
                ),
                ("reported.done", reported.done.as_ref(), source, Sign::Plain),
                (
                    "reported.total",
                    reported.total.as_ref(),
                    source,
                    Sign::Plain,
                ),
                (
                    "reported.outstanding",
                    reported.outstanding.as_ref(),
                    source,
                    Sign::Plain,
                ),
            ]);
        }
        if let Some(ballots) = &self.count.ballots {
            let source = ballots.source;
            figures.extend([
                ("turnout", ballots.turnout.as_ref(), source, Sign::Percent),
                ("eligible", ballots.eligible.as_ref(), source, Sign::Plain),
                ("cast", ballots.cast.as_ref(), source, Sign::Plain),
                ("valid", ballots.valid.as_ref(), source, Sign::Plain),
                ("blank", ballots.blank.as_ref(), source, Sign::Plain),
                ("invalid", ballots.invalid.as_ref(), source, Sign::Plain),
                (
                    "continuing",
                    ballots.continuing.as_ref(),
                    source,
                    Sign::Plain,
                ),
                ("exhausted", ballots.exhausted.as_ref(), source, Sign::Plain),
            ]);
        }
        figures
    }

    fn claims(&self, of: &Of<'_>, quantity: Option<&Quantity>, rows: &mut Vec<Vec<Field>>) {
        let claims = quantity.into_iter().flat_map(Quantity::claims);
        rows.extend(claims.map(|claim| self.record(of, Some(claim))));
    }

    /// One row: a claim, or a row that says that there is no figure.
    fn record(&self, of: &Of<'_>, claim: Option<&Claim>) -> Vec<Field> {
        let option = of
            .option
            .and_then(|option| self.results.options.get(option.0));
        let source = claim.and_then(|claim| claim.source).unwrap_or(of.source);
        let plain = |phrase: Option<Phrase>| {
            Field::Text(phrase.map_or_else(String::new, |phrase| phrase.text))
        };
        let (says, [value, low, high]) =
            claim.map_or(("", [None; 3]), |claim| amount_columns(&claim.amount));
        let text = match claim {
            Some(claim) => match of.difference {
                Some(unit) => self.change_of(unit, &claim.amount),
                None => self.writer.amount(&claim.amount, of.sign, self.precision),
            },
            None => self.writer.locale.word("not-stated").to_owned(),
        };
        vec![
            self.count.id.as_str().into(),
            self.count.status.name().into(),
            Field::Text(self.count.as_of.to_string()),
            option.map_or("", |option| option.id.as_str()).into(),
            plain(option.map(|option| self.name(option))),
            option.map_or("", |option| option.kind.name()).into(),
            Field::Text(self.outcome_names(of.option)),
            of.figure.into(),
            of.percent_of.map_or("", PercentOf::name).into(),
            if of.each { "true" } else { "" }.into(),
            says.into(),
            number(value),
            number(low),
            number(high),
            Field::Text(text),
        ]
        .into_iter()
        .chain(cited(&self.writer, &self.results.head, Some(source)))
        .chain([Field::Text(of.part.clone())])
        .collect_compact()
    }
}

/// A figure of a whole count: its name, its value, its source.
type CountFigure<'a> = (&'static str, Option<&'a Quantity>, Option<SourceRef>, Sign);
