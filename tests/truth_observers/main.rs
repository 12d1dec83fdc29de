//! The observer map against a plainly written oracle: generated documents.
//!
//! `PROPTEST_CASES=2000 cargo test --test truth_observers` tries more. A failure prints its seed and its document.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod generated;
#[path = "../truth_results/run.rs"]
mod run;

use election_widgets::layout::{
    MapLayout, MissionOrder, MissionRow, ObserversAction, ObserversLayout, ObserversViewState,
    PlacedMissions, ShapeKind, observer_map, observers, observers_export,
};
use election_widgets::locale::Locale;
use election_widgets::model::{Area, LanguageTag};
use election_widgets::wire;
use generated::{Amount, Mission, PLACES, Size, document, mission};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::{Arc, LazyLock};

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let tags = Locale::languages().map(|tag| LanguageTag::new(tag).expect("a tag"));
    tags.map(|tag| Locale::for_language(&tag)).collect()
});

static AREA: LazyLock<Arc<Area>> = LazyLock::new(|| {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/www/geo/kazakhstan-before-2018.json"
    );
    let text = std::fs::read_to_string(path).expect("the file");
    Arc::new(wire::read_area(&wire::parse(&text).expect("JSON")).expect("an area"))
});

/// Tenths, so that "about 5" may be 4.5: the least and the most that a size may be; `None` where a source has none.
fn range(size: &Size) -> Option<(u64, u64)> {
    let one = |amount: &Amount| {
        Some(match amount {
            Amount::Bound(bound, number) => {
                let number = u64::from(*number) * 10;
                match *bound {
                    "value" => (number, number),
                    "over" | "atLeast" => (number, u64::MAX),
                    "under" | "atMost" => (0, number),
                    _ => (number - number / 10, number + number / 10),
                }
            }
            Amount::Range(from, to) => (u64::from(*from) * 10, u64::from(*to) * 10),
            Amount::Missing => return None,
        })
    };
    let all: Vec<(u64, u64)> = size.iter().map(one).collect::<Option<_>>()?;
    Some((
        all.iter().map(|one| one.0).min()?,
        all.iter().map(|one| one.1).max()?,
    ))
}

fn rows(layout: &ObserversLayout) -> Vec<&MissionRow> {
    layout.rows.iter().flat_map(|group| &group.rows).collect()
}

/// Returns true if a text begins with a number and a word, so that a reader takes it as exact.
fn looks_exact(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '\u{a0}');
    rest.len() < text.len() && rest.starts_with([' ', ')']) && !rest.starts_with(" –")
}

fn check_sizes(missions: &[Mission], placed: &PlacedMissions) {
    for locale in LOCALES.iter() {
        let layout = observers(placed, &ObserversViewState::default(), locale);
        for (mission, row) in missions.iter().zip(rows(&layout)) {
            let claims = mission.claims();
            assert_eq!(row.size.len(), claims.len());
            for (amount, line) in claims.iter().zip(&row.size) {
                let exact = matches!(amount, Amount::Bound("value", _));
                assert_eq!(looks_exact(&line.text), exact, "{amount:?}: {}", line.text);
            }
            let inexact = |size: &Size| {
                size.iter()
                    .any(|amount| !matches!(amount, Amount::Bound("value", _)))
            };
            for size in mission
                .accounts
                .iter()
                .flatten()
                .filter_map(|(_, size)| size.as_ref())
            {
                let said = row.accounts.iter().any(|line| line.text.contains('('));
                assert!(said, "a number at a place is not shown");
                let brackets = row
                    .accounts
                    .iter()
                    .flat_map(|line| line.text.split('(').skip(1));
                let words = brackets
                    .flat_map(|text| text.split(')').next())
                    .flat_map(|text| text.split(" / "));
                let all_exact = words
                    .filter(|text| !text.is_empty())
                    .all(|text| looks_exact(&format!("{text} ")));
                assert!(!inexact(size) || !all_exact, "{size:?}: {:?}", row.accounts);
            }
            if let Some(unnamed) = &mission.unnamed {
                for line in &row.accounts {
                    let said = line.text.rsplit("; ").next().unwrap_or_default();
                    let texts: Vec<&str> = said.split(" / ").collect();
                    assert_eq!(texts.len(), unnamed.len(), "{said}");
                    for (amount, text) in unnamed.iter().zip(texts) {
                        let exact = matches!(amount, Amount::Bound("value", _));
                        assert_eq!(looks_exact(text), exact, "{amount:?}: {text}");
                    }
                }
            }
        }
    }
}

fn check_map(missions: &[Mission], map: &MapLayout, layout: &ObserversLayout) {
    for (place, (name, _)) in PLACES.iter().enumerate().take(3) {
        let named: Vec<usize> = (0..missions.len())
            .filter(|one| missions[*one].named(place).1 > 0)
            .collect();
        let there: Vec<usize> = named
            .iter()
            .copied()
            .filter(|one| missions[*one].is_there(place))
            .collect();
        if place == 2 {
            let drawn: usize = map
                .markers
                .iter()
                .filter(|one| !one.absent)
                .map(|one| one.missions.split(' ').count())
                .sum();
            assert_eq!(drawn, there.len(), "{name}");
            assert!(
                map.markers
                    .iter()
                    .all(|one| one.absent == (one.text == "–")),
                "{name}"
            );
            continue;
        }
        let shape = map.shapes.iter().find(|shape| {
            shape
                .pick
                .as_ref()
                .is_some_and(|pick| pick.label.starts_with(name))
        });
        let wanted = if named.is_empty() {
            ShapeKind::Empty
        } else if there.is_empty() {
            ShapeKind::Absent
        } else if there.iter().all(|one| missions[*one].is_disputed(place)) {
            ShapeKind::Disputed
        } else {
            ShapeKind::Named
        };
        assert_eq!(
            shape.map_or(ShapeKind::Empty, |shape| shape.kind),
            wanted,
            "{name}"
        );
        let key = shape
            .and_then(|shape| shape.key.as_ref())
            .map(|(_, text)| text.as_str());
        assert_eq!(key == Some("–"), wanted == ShapeKind::Absent, "{name}");
    }
    for (mission, row) in missions.iter().zip(rows(layout)) {
        let there = (0..3).any(|place| mission.is_there(place) && mission.named(place).1 > 0);
        // A letter tells missions apart.
        let called = there && missions.len() > 1;
        assert_eq!(row.letter.is_some(), called, "{}", row.id);
        let said: Vec<&str> = row
            .details
            .iter()
            .map(|phrase| phrase.text.as_str())
            .collect();
        let absent = [
            "declined to observe",
            "refused by the host",
            "absent",
            "nobody there",
        ];
        assert_eq!(
            said.iter().any(|text| absent.contains(text)),
            mission.is_absent(),
            "{said:?}"
        );
    }
    let absent = missions
        .iter()
        .filter(|mission| mission.is_absent())
        .count();
    assert_eq!(
        layout.summary.contains("not present"),
        absent > 0,
        "{}",
        layout.summary
    );
}

fn check_order(missions: &[Mission], placed: &PlacedMissions) {
    let mut state = ObserversViewState::default();
    state.apply(ObserversAction::Order(MissionOrder::Size));
    let layout = observers(placed, &state, &LOCALES[0]);
    if !layout.remarks.is_empty() {
        return;
    }
    let place = |row: &MissionRow| {
        row.id
            .trim_start_matches('m')
            .parse::<usize>()
            .expect("a place")
    };
    let listed = rows(&layout).into_iter().map(|row| &missions[place(row)]);
    let sized: Vec<(usize, (u64, u64))> = listed
        .filter_map(|one| Some((one.counted, range(one.latest()?)?)))
        .collect();
    for (one, next) in sized.iter().zip(sized.iter().skip(1)) {
        assert_eq!(one.0, next.0, "observers are ranked against reports");
        assert!(one.1.0 >= next.1.1, "{one:?} may be less than {next:?}");
    }
}

fn check_downloads(missions: &[Mission], placed: &PlacedMissions) {
    let export =
        observers_export(placed, &ObserversViewState::default(), &LOCALES[0]).expect("tables");
    let column = |name: &str| {
        export
            .data
            .heads
            .iter()
            .position(|head| head == name)
            .expect("a column")
    };
    let geo: Value = serde_json::from_str(&export.geo.expect("GeoJSON")).expect("JSON");
    for (place, mission) in missions.iter().enumerate() {
        let id = format!("m{place}");
        let of = |row: &&Vec<election_widgets::layout::Field>| row[column("mission")].text() == id;
        let rows: Vec<_> = export.data.rows.iter().filter(of).collect();
        assert!(!rows.is_empty(), "{id} is not in the table");
        for row in &rows {
            assert_eq!(
                row[column("absent")].text() == "yes",
                mission.is_absent(),
                "{id}"
            );
        }
        let sizes: Vec<&str> = rows
            .iter()
            .filter(|row| row[column("figure")].text() == "size")
            .map(|row| row[column("says")].text())
            .collect();
        let says: Vec<&str> = mission
            .claims()
            .into_iter()
            .map(|amount| match amount {
                Amount::Bound(bound, _) => *bound,
                Amount::Range(..) => "range",
                Amount::Missing => "missing",
            })
            .collect();
        assert!(
            sizes == says || says.is_empty() && sizes == [""],
            "{sizes:?} {says:?}"
        );
        let feature = &geo["features"][place];
        assert_eq!(
            feature["properties"]["absent"].is_string(),
            mission.is_absent(),
            "{feature}"
        );
        let almaty = mission.is_there(2) && mission.named(2).1 > 0;
        assert_eq!(!feature["geometry"].is_null(), almaty, "{feature}");
    }
}

proptest! {
    #![proptest_config(run::config())]

    #[test]
    fn list_map_order_and_downloads_say_what_the_document_says(missions in proptest::collection::vec(mission(), 1..6)) {
        let tree = wire::parse(&document(&missions)).expect("JSON");
        let (model, _) = wire::read_observers(&tree).expect("observers");
        let placed = PlacedMissions::new(Arc::new(model), Some(AREA.clone()));
        let state = ObserversViewState::default();
        let map = observer_map(&placed, &state, &LOCALES[0]).expect("a map");
        check_sizes(&missions, &placed);
        check_map(&missions, &map, &observers(&placed, &state, &LOCALES[0]));
        check_order(&missions, &placed);
        check_downloads(&missions, &placed);
    }
}
