//! Figures in words: in cells, sentences and downloads.

use crate::figure::{self, Said};
use crate::generate::Case;
use crate::oracle::Sheet;
use crate::rational::Rational;
use crate::shown;
use election_widgets::layout::{ResultsLayout, Row};
use serde_json::Value;

pub fn as_it_is(case: &Case, tag: &str) {
    let model = shown::read(&case.document);
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let layout = shown::layout(&model, &shown::state_of(place), tag);
        for row in &layout.rows {
            for (cell, column) in row.cells.iter().zip(&layout.columns) {
                let figure = sheet.figure(row.id.as_str(), column.name);
                let lines: Vec<&str> = cell.lines.iter().map(|line| line.text.as_str()).collect();
                assert_eq!(cell.stated, figure.is_some());
                let is_disputed = figure.is_some_and(figure::is_disputed);
                assert!(
                    cell.disputed.is_some() || !is_disputed,
                    "{figure:?} as {lines:?}"
                );
                match figure {
                    Some(figure) => all_true(&lines, &figure::claims(figure), tag),
                    None => assert!(
                        lines.len() == 1 && shown::numbers(lines[0], tag).is_empty(),
                        "{lines:?}"
                    ),
                }
            }
            in_sentences(&layout, row);
        }
        ballots(sheet, &layout, tag);
    }
}

fn all_true(lines: &[&str], claims: &[Said], tag: &str) {
    assert_eq!(lines.len(), claims.len(), "a line per claim");
    for (line, claim) in lines.iter().zip(claims) {
        assert!(shown::is_true_to(line, claim, tag), "{claim:?} as {line}");
    }
}

/// Wherever the summary gives a figure after a name, it is the one of the option's first cell.
fn in_sentences(layout: &ResultsLayout, row: &Row) {
    let cell: Vec<&str> = row
        .cells
        .first()
        .into_iter()
        .flat_map(|cell| &cell.lines)
        .map(|line| line.text.as_str())
        .collect();
    let cell = cell.join(" / ");
    let name = &row.name.text;
    for words in [
        ": ",
        " leads with ",
        " leads the exit poll with ",
        " had come first with ",
        " came first with ",
        " is projected to come first with ",
        " was first with ",
    ] {
        let wanted = [name, words].concat();
        for (at, _) in layout.summary.match_indices(&wanted) {
            let is_name = at == 0 || layout.summary[..at].ends_with(". ");
            let said = &layout.summary[at + wanted.len()..];
            assert!(!is_name || said.starts_with(&cell), "{said} is not {cell}");
        }
    }
}

/// Numbers of papers and the turnout, in the order of the facts below the chart.
fn ballots(sheet: Sheet<'_>, layout: &ResultsLayout, tag: &str) {
    let fields = [
        "turnout",
        "eligible",
        "cast",
        "valid",
        "blank",
        "invalid",
        "continuing",
        "exhausted",
    ];
    let ballots = sheet.count().get("ballots").unwrap_or(&Value::Null);
    let given: Vec<&Value> = fields
        .iter()
        .filter_map(|field| ballots.get(field))
        .collect();
    let decisions = layout.facts.len() - given.len();
    for (fact, figure) in layout.facts.iter().skip(decisions).zip(given) {
        let lines: Vec<&str> = fact.lines.iter().map(|line| line.text.as_str()).collect();
        all_true(&lines, &figure::claims(figure), tag);
    }
}

/// A share that is printed stands to every threshold in percent as the share itself does.
pub fn on_its_side(case: &Case) {
    let model = shown::read(&case.document);
    let lines = lines(&case.document);
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let layout = shown::layout(&model, &shown::state_of(place), "en");
        tells_the_first_apart(sheet, &layout);
        for row in &layout.rows {
            for (cell, column) in row.cells.iter().zip(&layout.columns) {
                let figure = sheet
                    .figure(row.id.as_str(), column.name)
                    .filter(|_| column.name == "percent");
                let claims = figure.map(figure::claims).unwrap_or_default();
                for (claim, line) in claims.iter().zip(&cell.lines) {
                    stays(claim, &line.text, &lines);
                }
            }
        }
    }
}

/// The numbers of all thresholds in percent.
fn lines(document: &Value) -> Vec<Rational> {
    let thresholds = document["thresholds"].as_array().expect("thresholds");
    let joined = |rule: &Value| {
        let more = ["or", "and"].map(|field| rule[field].as_array().cloned().unwrap_or_default());
        more.concat()
            .into_iter()
            .chain([rule.clone()])
            .collect::<Vec<Value>>()
    };
    let rules = thresholds
        .iter()
        .flat_map(joined)
        .filter(|rule| rule["unit"] == "percent");
    let needs = rules.filter_map(|rule| {
        rule["needs"]
            .as_object()?
            .values()
            .next()
            .map(Value::to_string)
    });
    needs.map(|needed| Rational::parse(&needed)).collect()
}

/// The highest two shares that differ are printed as two numbers.
fn tells_the_first_apart(sheet: Sheet<'_>, layout: &ResultsLayout) {
    let mut shares: Vec<(Rational, &str)> = Vec::new();
    for row in &layout.rows {
        let figure = sheet.figure(row.id.as_str(), "percent");
        let claims = figure.map(figure::claims).unwrap_or_default();
        for (claim, line) in claims
            .iter()
            .zip(row.cells.iter().flat_map(|cell| &cell.lines))
        {
            if claim.says == "value" {
                shares.push((claim.numbers[0], &line.text));
            }
        }
    }
    let first = shares.iter().max_by_key(|(share, _)| *share);
    let others = shares
        .iter()
        .filter(|one| first.is_some_and(|first| first.0 != one.0));
    let second = others.max_by_key(|(share, _)| *share);
    if let Some(((_, first), (_, second))) = first.zip(second) {
        let trimmed = |text: &str| text.trim_end_matches(" each").to_owned();
        assert_ne!(trimmed(first), trimmed(second));
    }
}

fn stays(claim: &Said, text: &str, lines: &[Rational]) {
    if text.starts_with(['<', '>']) {
        return;
    }
    let shown = shown::numbers(text, "en");
    if claim.says != "missing" && shown.len() == claim.numbers.len() {
        for (shown, number) in shown.iter().zip(&claim.numbers) {
            for line in lines {
                assert_eq!(
                    shown.number.cmp(line),
                    number.cmp(line),
                    "{claim:?} as {text} beside {line:?}"
                );
            }
        }
    }
}
