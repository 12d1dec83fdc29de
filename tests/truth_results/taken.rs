//! Checks of downloads against the widget and the document.

use crate::figure;
use crate::generate::Case;
use crate::oracle::Sheet;
use crate::rational::Rational;
use crate::shown;
use crate::world::UNITS;
use election_widgets::layout::{CountChoice, Export, ResultsViewState, results_export};
use election_widgets::locale::Locale;
use election_widgets::model::Results;
use serde_json::Value;

pub fn export(model: &Results, state: &ResultsViewState) -> Export {
    results_export(model, state, &Locale::english()).expect("an export")
}

/// The rows of the JSON download.
fn rows(export: &Export) -> Vec<Value> {
    let json = export.data.json();
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

pub fn is_what_is_shown(case: &Case) {
    let model = shown::read(&case.document);
    for place in 0..case.decimals.len() {
        let state = shown::state_of(place);
        let layout = shown::layout(&model, &state, "en");
        let export = export(&model, &state);
        let taken = rows(&export);
        for row in layout.rows.iter().filter(|row| !row.cells.is_empty()) {
            for (cell, column) in row.cells.iter().zip(&layout.columns) {
                let of = |one: &&Value| {
                    let is_whole = one.get("part").is_none();
                    is_whole && one["option"] == row.id.as_str() && one["figure"] == column.name
                };
                let texts: Vec<&str> = taken
                    .iter()
                    .filter(of)
                    .filter_map(|one| one["text"].as_str())
                    .collect();
                let lines = cell
                    .lines
                    .iter()
                    .map(|line| line.text.trim_end_matches(" each"));
                let lines: Vec<&str> = lines.filter(|_| cell.stated).collect();
                assert_eq!(texts, lines, "{} of {}", column.name, row.name.text);
            }
            let is_row = |fields: &&Vec<election_widgets::layout::Field>| {
                fields.len() > 1 && fields[0].text() == row.name.text
            };
            let copied = export.shown.rows.iter().find(is_row).expect("a row");
            for (cell, field) in row.cells.iter().zip(&copied[1..]) {
                let lines: Vec<&str> = cell.lines.iter().map(|line| line.text.as_str()).collect();
                assert_eq!(lines.join(" / "), field.text());
            }
        }
    }
}

pub fn only_outcomes_that_hold(case: &Case) {
    let model = shown::read(&case.document);
    let outcomes = case.document["outcomes"].as_array().expect("outcomes");
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let state = shown::state_of(place);
        let layout = shown::layout(&model, &state, "en");
        let taken = rows(&export(&model, &state));
        let kinds = |id: Option<&str>| {
            let of = outcomes
                .iter()
                .filter(|one| one["option"].as_str() == id && sheet.holds(one, true));
            of.filter_map(|one| one["kind"].as_str())
                .collect::<Vec<&str>>()
                .join(" ")
        };
        for row in &taken {
            let expected = kinds(row["option"].as_str());
            assert_eq!(
                row["outcome"].as_str().unwrap_or_default(),
                expected,
                "{row}"
            );
        }
        for row in &layout.rows {
            let won = ["elected", "elected-by-lot", "unopposed"];
            let holds = sheet.holding().into_iter().any(|outcome| {
                outcome["option"] == row.id.as_str()
                    && won.iter().any(|kind| outcome["kind"] == *kind)
            });
            assert_eq!(
                row.outcomes.iter().any(|mark| mark.won),
                holds,
                "{:?}",
                row.outcomes
            );
            let is_named = |start: &str| {
                let said = layout
                    .summary
                    .split(". ")
                    .filter_map(|said| said.strip_prefix(start));
                said.flat_map(crate::verdicts::names)
                    .any(|name| name.trim_end_matches('.') == row.name.text)
            };
            let is_said = is_named("Elected: ") || is_named("Elected unopposed: ");
            assert!(!is_said || holds, "{}", layout.summary);
        }
    }
}

/// A figure as both sides tell it: count, option, name, how it is said, its numbers, its publisher.
type Told = (String, String, String, String, Vec<Rational>, String);

pub fn json_is_the_document(case: &Case) {
    let model = shown::read(&case.document);
    let state = ResultsViewState {
        count: CountChoice::All,
        ..ResultsViewState::default()
    };
    let taken = rows(&export(&model, &state));
    let said = taken.iter().filter(|row| row.get("says").is_some());
    let mut taken: Vec<Told> = said.map(told).collect();
    let mut stated: Vec<Told> = (0..case.decimals.len())
        .flat_map(|place| stated(case, place))
        .collect();
    let key = |one: &Told| format!("{one:?}");
    taken.sort_by_key(key);
    stated.sort_by_key(key);
    assert_eq!(taken, stated);
}

fn told(row: &Value) -> Told {
    let text = |field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let numbers = ["value", "low", "high"]
        .into_iter()
        .filter_map(|field| row.get(field));
    let numbers: Vec<Rational> = numbers
        .map(|number| Rational::parse(&number.to_string()))
        .collect();
    (
        text("count"),
        text("option"),
        text("part") + &text("figure"),
        text("says"),
        numbers,
        text("publisher"),
    )
}

/// Every figure of a count, as the document has it.
fn stated(case: &Case, place: usize) -> Vec<Told> {
    let sheet = Sheet {
        document: &case.document,
        place,
    };
    let count = sheet.count();
    let id = count["id"].as_str().unwrap_or_default();
    let mut found = Vec::new();
    let mut add = |option: &str, name: &str, figure: Option<&Value>| {
        for claim in figure.map(figure::claims).unwrap_or_default() {
            let source = claim.source.as_deref().or(count["source"].as_str());
            let publisher = if source == Some("s") { "P" } else { "Q" };
            let mut numbers = claim.numbers.clone();
            let is_pair = claim.says == "range";
            numbers.dedup_by(|one, two| one == two && !is_pair);
            let figure = (
                id.to_owned(),
                option.to_owned(),
                name.to_owned(),
                claim.says.to_owned(),
            );
            found.push((
                figure.0,
                figure.1,
                figure.2,
                figure.3,
                numbers,
                publisher.to_owned(),
            ));
        }
    };
    for one in &case.ballot {
        let result = sheet.result(&one.id);
        for unit in UNITS {
            add(&one.id, unit, result.get(unit));
            add(
                &one.id,
                &format!("change.{unit}"),
                result["change"].get(unit),
            );
        }
        add(&one.id, "transfer", result.get("transfer"));
        for part in result["parts"].as_array().into_iter().flatten() {
            let name = part["name"].as_str().unwrap_or_default();
            UNITS
                .iter()
                .for_each(|unit| add(&one.id, &[name, unit].concat(), part.get(unit)));
        }
    }
    if let Some(option) = count["margin"]["option"].as_str() {
        UNITS
            .iter()
            .for_each(|unit| add(option, "margin", count["margin"].get(unit)));
    }
    for field in [
        "turnout",
        "eligible",
        "cast",
        "valid",
        "blank",
        "invalid",
        "continuing",
        "exhausted",
    ] {
        add("", field, count["ballots"].get(field));
    }
    for field in ["percent", "done", "total", "outstanding"] {
        add(
            "",
            &format!("reported.{field}"),
            count["reported"].get(field),
        );
    }
    found
}
