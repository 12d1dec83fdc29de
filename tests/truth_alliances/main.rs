//! The alliance grid against a plainly written oracle: generated documents, on generated days.
//!
//! `PROPTEST_CASES=2000 cargo test --test truth_alliances` tries more. A failure prints its seed and its document.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod calendar;
mod generated;
mod oracle;
#[path = "../truth_results/run.rs"]
mod run;

use election_widgets::layout::{
    AlliancesAction, AlliancesLayout, AlliancesViewState, Content, Grid, GridView, TimelineShape,
    alliances, alliances_export,
};
use election_widgets::locale::Locale;
use election_widgets::model::{AllianceRef, Alliances, LanguageTag};
use election_widgets::wire;
use generated::{ALLIANCES, Document, KINDS, NAMES, STATES, documents};
use oracle::{Cell, Holds, Member};
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Locale> = LazyLock::new(Locale::english);
static RUSSIAN: LazyLock<Locale> =
    LazyLock::new(|| Locale::for_language(&LanguageTag::new("ru").expect("a tag")));

/// The document on a day, as it is laid out; nothing where the document contradicts itself.
struct Shown {
    model: Alliances,
    state: AlliancesViewState,
    day: i64,
}

impl Shown {
    fn new(document: &Document, day: i64) -> Option<Shown> {
        let tree = wire::parse(&document.json()).expect("JSON");
        let (model, _) = wire::read_alliances(&tree).ok()?;
        let state = AlliancesViewState {
            as_of: calendar::iso(day).parse().ok(),
            ..AlliancesViewState::default()
        };
        Some(Shown { model, state, day })
    }

    fn layout(&self, view: GridView, language: &str) -> AlliancesLayout {
        let locale = if language == "ru" {
            &*RUSSIAN
        } else {
            &*ENGLISH
        };
        let state = AlliancesViewState {
            view,
            ..self.state.clone()
        };
        alliances(&self.model, &state, locale).expect("a layout")
    }

    fn grid(&self, language: &str) -> Grid {
        match self.layout(GridView::Grid, language).content {
            Content::Grid(grid) => *grid,
            _ => panic!("no grid"),
        }
    }
}

/// The number of each language's words, as the lowest and the highest that they allow; `None` is any.
fn bounds(text: &str) -> (u32, Option<u32>) {
    let number = |text: &str| text.parse::<u32>().ok();
    let plain = text.split(", ").next().unwrap_or_default();
    if let Some(exact) = number(plain) {
        return (exact, Some(exact));
    }
    if let Some((low, high)) = plain.split_once('–') {
        return (number(low).expect("a number"), number(high));
    }
    if let Some(least) = plain.strip_prefix("at least ") {
        return (number(least).expect("a number"), None);
    }
    assert!(
        plain == "not given" || plain.starts_with("possibly "),
        "{text}"
    );
    (0, None)
}

/// The number with which a total begins.
fn number_of(line: &str) -> &str {
    let line = line.strip_prefix("including ").unwrap_or(line);
    let words = match line.split(' ').next() {
        Some("at") => 3,
        Some("possibly") => 2,
        _ => 1,
    };
    let end = line.match_indices(' ').nth(words - 1);
    end.map_or(line, |(at, _)| &line[..at])
}

fn is_members(line: &str) -> bool {
    !line.starts_with("including ") && (line.ends_with(" member") || line.ends_with(" members"))
}

fn members(shown: &Shown, document: &Document, alliance: usize, wanted: Member) -> usize {
    let states = 0..STATES.len();
    states
        .filter(|state| oracle::member(document, *state, alliance, shown.day) == wanted)
        .count()
}

fn check_cells(shown: &Shown, document: &Document) {
    for row in shown.grid("en").rows {
        let state = STATES
            .iter()
            .position(|code| *code == row.code)
            .expect("a state");
        for (alliance, cell) in row.cells.iter().enumerate() {
            let wanted = oracle::cell(document, state, alliance, shown.day);
            let text = match &wanted {
                Cell::Said(said) => {
                    let mut once: Vec<(usize, bool)> = Vec::new();
                    for one in said {
                        if !once.iter().any(|known| known.0 == one.0) {
                            once.push(*one);
                        }
                    }
                    let kinds: Vec<(&str, bool)> = once
                        .iter()
                        .map(|(kind, sure)| (KINDS[*kind].1, *sure))
                        .collect();
                    let marks: Vec<(&str, bool)> = cell
                        .marks
                        .iter()
                        .map(|mark| (mark.kind, mark.sure))
                        .collect();
                    assert_eq!(marks, kinds, "{} in {}", row.code, ALLIANCES[alliance]);
                    continue;
                }
                Cell::No => "not a member",
                Cell::NotFounded => "not founded yet",
                Cell::Dissolved => "dissolved",
                Cell::Unsaid => "not given",
            };
            assert_eq!(cell.text, text, "{} in {}", row.code, ALLIANCES[alliance]);
        }
    }
}

fn check_totals(shown: &Shown, document: &Document) {
    let grid = shown.grid("en");
    let russian = shown.grid("ru");
    for (alliance, column) in grid.columns.iter().enumerate() {
        let sure = members(shown, document, alliance, Member::Yes) as u32;
        let open = members(shown, document, alliance, Member::Unclear) as u32;
        for (line, theirs) in column.totals.iter().zip(&russian.columns[alliance].totals) {
            if line.starts_with("founded ") || line.starts_with("dissolved ") {
                continue;
            }
            let (low, high) = bounds(number_of(line));
            let exact = theirs
                .split_once(": ")
                .is_some_and(|(_, number)| number.parse::<u32>().is_ok());
            assert_eq!(exact, high == Some(low), "{line} / {theirs}");
            if is_members(line) {
                assert_eq!(low, sure, "{line}");
                let complete = oracle::is_complete(document, alliance, shown.day);
                assert_eq!(high.is_some(), complete, "{line}");
                assert!(
                    high.is_none_or(|high| sure <= high && high <= sure + open),
                    "{line}"
                );
            }
        }
        let line = column.totals.iter().any(|line| is_members(line));
        assert!(line || sure == 0, "{sure} members and no total");
    }
    for row in &grid.rows {
        let state = STATES
            .iter()
            .position(|code| *code == row.code)
            .expect("a state");
        let count = |wanted| {
            let all = 0..ALLIANCES.len();
            all.filter(|alliance| oracle::member(document, state, *alliance, shown.day) == wanted)
                .count() as u32
        };
        let (low, high) = bounds(&row.total.text);
        assert_eq!(low, count(Member::Yes), "{} {:?}", row.code, row.total);
        let most = count(Member::Yes) + count(Member::Unclear);
        assert!(
            high.is_none_or(|high| high == most),
            "{} {:?}",
            row.code,
            row.total
        );
    }
}

fn check_comparisons(shown: &Shown, document: &Document) {
    for one in 0..STATES.len() {
        for other in 0..one {
            let mut state = shown.state.clone();
            state.apply(AlliancesAction::Compare(STATES[one].to_owned()));
            state.apply(AlliancesAction::CompareTo(STATES[other].to_owned()));
            let layout = alliances(&shown.model, &state, &ENGLISH).expect("a layout");
            let said = layout.compare.sentences;
            for (alliance, name) in ALLIANCES.iter().enumerate() {
                let is = |state| oracle::member(document, state, alliance, shown.day);
                let wanted = match (is(one), is(other)) {
                    (Member::Unclear, _) | (_, Member::Unclear) => "Not known for one".to_owned(),
                    (Member::Yes, Member::Yes) => {
                        format!("{} and {} are both", NAMES[one], NAMES[other])
                    }
                    (Member::Yes, _) => {
                        format!("Only {} is a member", NAMES[one])
                    }
                    (_, Member::Yes) => {
                        format!("Only {} is a member", NAMES[other])
                    }
                    _ => String::new(),
                };
                let about: Vec<&String> = said
                    .iter()
                    .filter(|text| text.contains(name) && !text.contains(&format!(" in {name}: ")))
                    .collect();
                assert_eq!(about.len(), usize::from(!wanted.is_empty()), "{said:?}");
                assert!(
                    about.iter().all(|text| text.starts_with(&wanted)),
                    "{wanted}: {about:?}"
                );
            }
        }
    }
}

fn check_overlap(shown: &Shown, document: &Document) {
    let Content::Overlap(overlap) = shown.layout(GridView::Overlap, "en").content else {
        panic!("no overlap");
    };
    for (state, name) in NAMES.iter().enumerate() {
        let all = (0..ALLIANCES.len()).map(|alliance| {
            match oracle::member(document, state, alliance, shown.day) {
                Member::Yes => Some(true),
                Member::No => Some(false),
                Member::Unclear => None,
            }
        });
        let all: Vec<Option<bool>> = all.collect();
        let rows: Vec<_> = overlap
            .rows
            .iter()
            .filter(|row| row.text.contains(name))
            .collect();
        assert_eq!(rows.len(), usize::from(all.contains(&Some(true))), "{name}");
        for row in rows {
            let shared: Vec<Option<bool>> = row.shared.iter().map(|(is, _)| *is).collect();
            assert_eq!(shared, all, "{}", row.text);
            assert_eq!(
                row.text.starts_with("Only "),
                !all.contains(&None),
                "{}",
                row.text
            );
        }
    }
}

fn check_downloads(shown: &Shown, document: &Document) {
    let export = alliances_export(&shown.model, &shown.state, &ENGLISH).expect("tables");
    let column = |name: &str| {
        export
            .data
            .heads
            .iter()
            .position(|head| head == name)
            .expect("a column")
    };
    for (state, code) in STATES.iter().enumerate() {
        for (alliance, name) in ALLIANCES.iter().enumerate() {
            let of = |row: &&Vec<election_widgets::layout::Field>| {
                row[column("state")].text() == *code && row[column("alliance")].text() == *name
            };
            let found: Vec<&str> = export
                .data
                .rows
                .iter()
                .filter(of)
                .map(|row| row[column("holds")].text())
                .collect();
            let wanted: Vec<&str> = oracle::spells(document, state, alliance)
                .into_iter()
                .map(|spell| match oracle::holds(document, spell, shown.day) {
                    Holds::Yes => "yes",
                    Holds::Perhaps => "perhaps",
                    Holds::NotYet => "not-yet",
                    Holds::NoMore => "no-more",
                    Holds::Unsaid => "unsaid",
                })
                .collect();
            assert_eq!(found, wanted, "{code} in {name}");
        }
    }
}

/// The chosen day lies in a stretch that is drawn as sure only where a spell surely holds, and in none where none may.
fn check_timeline(shown: &Shown, document: &Document) {
    let Content::Timeline(timeline) = shown.layout(GridView::Timeline, "en").content else {
        panic!("no timeline");
    };
    let Some(day) = timeline.day else { return };
    for row in timeline.rows {
        let state = NAMES
            .iter()
            .position(|name| *name == row.state.text)
            .expect("a state");
        for lane in row.lanes {
            let alliance = ALLIANCES
                .iter()
                .position(|name| lane.text.starts_with(name))
                .expect("an alliance");
            let spells = oracle::spells(document, state, alliance);
            let holds: Vec<Holds> = spells
                .iter()
                .map(|spell| oracle::holds(document, spell, shown.day))
                .collect();
            let inside = |shape| {
                lane.spells
                    .iter()
                    .any(|one| one.shape == shape && one.from < day && day < one.to)
            };
            let around = lane
                .spells
                .iter()
                .any(|one| one.shape != TimelineShape::Joined && one.from <= day && day <= one.to);
            let surely = holds.contains(&Holds::Yes);
            let maybe = holds.contains(&Holds::Perhaps);
            assert!(
                !inside(TimelineShape::Sure) || surely,
                "sure: {}",
                lane.text
            );
            assert!(
                !inside(TimelineShape::Perhaps) || surely || maybe,
                "perhaps: {}",
                lane.text
            );
            assert!(!(surely || maybe) || around, "not drawn: {}", lane.text);
            assert!(
                !inside(TimelineShape::Joined) || holds.contains(&Holds::Unsaid),
                "joined: {}",
                lane.text
            );
        }
    }
}

/// The summary says that an alliance has nobody only where no cell has anybody in it, and never that nothing is said where a
/// cell says something.
fn check_summary(shown: &Shown) {
    let layout = shown.layout(GridView::Grid, "en");
    let grid = shown.grid("en");
    for (alliance, name) in ALLIANCES.iter().enumerate() {
        let cells = || grid.rows.iter().map(|row| &row.cells[alliance]);
        let stated = cells().any(|cell| !cell.marks.is_empty() || cell.text != "not given");
        let told = layout.summary.contains(&format!("{name}: "));
        assert_eq!(stated, told, "{name}: {}", layout.summary);
    }
}

/// Without a day, the grid and the downloads show each alliance on its latest known day.
fn check_latest(shown: &Shown) {
    let undated = |as_of| AlliancesViewState {
        as_of,
        ..shown.state.clone()
    };
    let grid = |as_of| match alliances(&shown.model, &undated(as_of), &ENGLISH) {
        Some(AlliancesLayout {
            content: Content::Grid(grid),
            ..
        }) => grid,
        _ => panic!("no grid"),
    };
    let latest = grid(None);
    let export = alliances_export(&shown.model, &undated(None), &ENGLISH).expect("tables");
    for (place, alliance) in shown.model.alliances.iter().enumerate() {
        let day = shown.model.latest_day(AllianceRef(place), alliance);
        let on_day = grid(Some(day));
        assert_eq!(latest.columns[place].totals, on_day.columns[place].totals);
        for row in &latest.rows {
            let same = on_day.rows.iter().find(|same| same.code == row.code);
            assert_eq!(
                row.cells[place],
                same.expect("the row").cells[place],
                "{day}"
            );
        }
        let of =
            |row: &&Vec<election_widgets::layout::Field>| row[2].text() == alliance.id.as_str();
        let mut rows = export.data.rows.iter().filter(of);
        assert!(rows.all(|row| row[7].text() == day.to_string()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 1_000_000, ..run::config() })]

    #[test]
    fn grid_totals_comparisons_overlap_timeline_summary_and_downloads_say_what_the_document_says(
        document in documents(),
        days in proptest::collection::vec(calendar::number(1999, 6, 1)..calendar::number(2006, 1, 1), 4),
    ) {
        let ends = document.spells.iter().flat_map(|spell| spell.from.iter().chain(&spell.to));
        let around = ends.flat_map(|(_, date)| {
            let (first, last) = calendar::ends(date);
            [first - 1, first, last, last + 1]
        });
        let days: Vec<i64> = days.into_iter().chain(around).chain([calendar::ends(generated::AS_OF).0]).collect();
        for day in days {
            let Some(shown) = Shown::new(&document, day) else {
                return Err(TestCaseError::reject("the document contradicts itself"));
            };
            check_cells(&shown, &document);
            check_totals(&shown, &document);
            check_comparisons(&shown, &document);
            check_overlap(&shown, &document);
            check_downloads(&shown, &document);
            check_timeline(&shown, &document);
            check_summary(&shown);
            check_latest(&shown);
        }
    }
}
