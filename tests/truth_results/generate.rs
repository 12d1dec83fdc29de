//! Results documents, each with the hidden worlds that its counts were published from.

use crate::dice::Dice;
use crate::publish::{Truth, exact, number, publish};
use crate::rational::Rational;
use crate::rules;
use crate::world::{Stood, UNITS, World, kind_of};
use serde_json::{Map, Value, json};

/// A document, and what is true of it.
pub struct Case {
    pub document: Value,
    pub ballot: Vec<Stood>,
    /// A world per count; none where the figures are made up one by one.
    pub worlds: Option<Vec<World>>,
    /// The decimals of each count's percentages.
    pub decimals: Vec<u8>,
}

const NAMES: [&str; 8] = [
    "Alfa", "Bravo", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Haven",
];
const KINDS: [&str; 9] = [
    "candidate",
    "candidate",
    "party",
    "bloc",
    "answer",
    "against-all",
    "other",
    "unnamed",
    "unnamed",
];
const STATUSES: [&str; 16] = [
    "final",
    "partial",
    "preliminary",
    "projection",
    "exit-poll",
    "annulled",
    "certified",
    "recount",
    "corrected",
    "disputed",
    "sitting",
    "scheduled",
    "voting",
    "no-poll",
    "postponed",
    "cancelled",
];

/// The document that a tape of choices stands for.
pub fn case(tape: Vec<u16>) -> Case {
    let dice = &mut Dice::new(tape);
    let is_true = !dice.one_in(4);
    let is_race = is_true && dice.one_in(2);
    let voted = match is_race {
        true => None,
        false => dice.pick(&[None, None, None, Some(1), Some(2), Some(3)]),
    };
    let ballot = match is_race {
        true => race(dice),
        false => ballot(dice, voted.unwrap_or(1) == 1),
    };
    let complete = match is_race {
        true => None,
        false => dice.pick(&[None, Some(true), Some(false)]),
    };
    let unlisted = match complete {
        Some(false) => dice.below(3) as usize,
        _ => 0,
    };
    let wholes = (
        1 + i64::from(dice.below(120)),
        1 + i64::from(dice.below(40)),
    );
    let given = dice.below(16);
    let many = 1 + dice.pick(&[0, 0, 0, 1, 2]);
    let (mut worlds, mut counts, mut decimals) = (Vec::new(), Vec::new(), Vec::new());
    let is_ranked = dice.one_in(8);
    for place in 0..many {
        let votes = voted.unwrap_or(1);
        let mut world = World::new(dice, &ballot, unlisted, (votes, wholes.0, wholes.1));
        let places = dice.pick(&[0, 0, 1, 2, 3]);
        let is_plain = is_race || (is_true && dice.one_in(4));
        let withheld = (is_plain && dice.one_in(2)).then(|| dice.below(4) as usize);
        let mut count = count(
            dice,
            &ballot,
            &mut world,
            Form {
                place,
                given,
                places,
                is_true,
                is_plain,
                withheld,
            },
        );
        if is_ranked {
            count["round"] = json!(place + 1);
        }
        counts.push(count);
        worlds.push(world);
        decimals.push(places);
    }
    let mut document = json!({
        "title": "T", "contest": {"office": "Mayor"}, "counts": counts,
        "options": ballot.iter().map(|one| option(one, &ballot)).collect::<Vec<_>>(),
        "ownUnit": {"name": "Cantons", "forms": "canton|cantons"},
        "sources": [
            {"id": "s", "title": "S", "publisher": "P", "date": "2024"},
            {"id": "t", "title": "T", "publisher": "Q", "date": "2024"},
        ],
    });
    if let Some(votes) = voted {
        document["contest"]["votesAllowed"] = json!(votes);
    }
    if let Some(complete) = complete {
        document["optionsComplete"] = json!(complete);
    }
    totals(dice, &mut document, wholes);
    rules::add(dice, &mut document, &ballot, &worlds);
    Case {
        document,
        ballot,
        worlds: is_true.then_some(worlds),
        decimals,
    }
}

/// The house and the document's own unit, where their totals are said.
fn totals(dice: &mut Dice, document: &mut Value, (seats, own): (i64, i64)) {
    if !dice.one_in(3) {
        document["seats"] = json!({ "total": seats });
    }
    if own % 2 == 0 && dice.one_in(2) {
        document["ownUnit"]["total"] = json!(own / 2);
    }
}

fn ballot(dice: &mut Dice, with_parts: bool) -> Vec<Stood> {
    let many = 1 + dice.below(8) as usize;
    let mut ballot: Vec<Stood> = Vec::new();
    for (place, name) in NAMES.into_iter().enumerate().take(many) {
        let kind = dice.pick(&KINDS);
        let group = matches!(kind, "other" | "unnamed");
        // Only the first group goes without a name, so that every name is of one option.
        let nameless = group && ballot.iter().all(|one| one.name.is_some());
        let members = match group {
            true => 1 + dice.below(4) as usize,
            false => 1,
        };
        let whole = ballot
            .iter()
            .position(|one| one.within.is_none() && is_plain(one));
        let part = with_parts && !group && dice.one_in(3);
        ballot.push(Stood {
            id: format!("o{place}"),
            name: (!nameless).then_some(name),
            kind,
            members,
            is_counted_out: group && !dice.one_in(3),
            each: group && dice.one_in(2),
            within: whole.filter(|_| part),
            out: dice.one_in(8),
        });
    }
    // Who is out has nothing, its parts neither.
    for place in 0..many {
        let above = ballot[place].within.is_some_and(|whole| ballot[whole].out);
        ballot[place].out |= above;
    }
    ballot
}

/// Two to four candidates, and nothing else.
fn race(dice: &mut Dice) -> Vec<Stood> {
    let stood = |place: usize| Stood {
        id: format!("o{place}"),
        name: Some(NAMES[place]),
        kind: "candidate",
        members: 1,
        is_counted_out: false,
        each: false,
        within: None,
        out: false,
    };
    (0..2 + dice.below(3) as usize).map(stood).collect()
}

fn is_plain(one: &Stood) -> bool {
    matches!(one.kind, "candidate" | "party" | "bloc")
}

fn option(one: &Stood, ballot: &[Stood]) -> Value {
    let mut option = json!({"id": one.id, "kind": one.kind});
    if let Some(name) = one.name {
        option["name"] = json!(name);
    }
    if one.is_counted_out {
        option["of"] = json!(one.members);
    }
    if let Some(whole) = one.within {
        option["within"] = json!(ballot[whole].id);
    }
    option
}

#[derive(Clone, Copy)]
struct Form {
    place: usize,
    /// The units that are left out, a bit a unit.
    given: u32,
    /// The decimals of percentages.
    places: u8,
    /// True if the figures are those of the world.
    is_true: bool,
    /// True if the figures are rounded and otherwise exact.
    is_plain: bool,
    /// The option of which a plain count says nothing.
    withheld: Option<usize>,
}

fn count(dice: &mut Dice, ballot: &[Stood], world: &mut World, form: Form) -> Value {
    let of = dice.pick(&[
        None,
        Some("valid"),
        Some("cast"),
        Some("eligible"),
        Some("respondents"),
        Some("continuing"),
    ]);
    world.base = match of {
        Some("cast") => world.cast,
        Some("eligible") => world.eligible,
        _ => world.valid,
    };
    let mut results = Map::new();
    for place in 0..ballot.len() {
        let is_left_out = match form.is_plain {
            true => form.withheld == Some(place),
            false => dice.one_in(7),
        };
        if !is_left_out {
            results.insert(
                ballot[place].id.clone(),
                result(dice, ballot, world, place, form),
            );
        }
    }
    let mut count = json!({
        "id": format!("c{}", form.place), "status": dice.pick(&STATUSES), "source": dice.pick(&["s", "t"]),
        "asOf": format!("2024-05-0{}", form.place + 1), "label": format!("Count {}", form.place),
        "results": results,
    });
    if let Some(of) = of {
        count["percentOf"] = json!(of);
    }
    if dice.one_in(3) {
        count["decimals"] = json!(dice.pick(&[0, 0, 1, 2]));
    }
    if dice.one_in(8) {
        let still = ballot
            .iter()
            .filter(|one| !one.out)
            .map(|one| one.id.clone());
        count["continuing"] = still.collect();
    }
    if !dice.one_in(3) {
        count["ballots"] = ballots(dice, world, form.is_true);
    }
    extras(dice, &mut count, ballot);
    count
}

fn result(dice: &mut Dice, ballot: &[Stood], world: &World, place: usize, form: Form) -> Value {
    let mut result = Map::new();
    let one = &ballot[place];
    for (bit, unit) in UNITS.into_iter().enumerate() {
        if form.given & (1 << bit) != 0 && form.given != 15 {
            continue;
        }
        let kind = kind_of(unit);
        let numbers = match one.each {
            true => world.singles(ballot, place, kind),
            false => vec![world.total(ballot, place, kind)],
        };
        let numbers = match form.is_true {
            true => numbers,
            false => vec![i64::from(dice.below(60)) * world.valid.min(100) / 50],
        };
        let of = |number: Option<&i64>| world.measured(unit, number.copied().unwrap_or(0));
        let truth = Truth {
            low: of(numbers.iter().min()),
            high: of(numbers.iter().max()),
            decimals: decimals(unit, form.places),
        };
        let figure = match form.is_plain {
            true => Some(exact(truth)),
            false => publish(dice, truth),
        };
        if let Some(figure) = figure {
            result.insert(unit.to_owned(), figure);
        }
    }
    if one.each {
        result.insert("each".to_owned(), json!(true));
    }
    details(dice, &mut result);
    Value::Object(result)
}

/// The decimals that figures of a unit are published with.
pub fn decimals(unit: &str, places: u8) -> u8 {
    match unit {
        "percent" => places,
        "own" => 1,
        _ => 0,
    }
}

/// Changes, transfers and parts: shown, and no part of any sum.
fn details(dice: &mut Dice, result: &mut Map<String, Value>) {
    if dice.one_in(6) {
        let change = i64::from(dice.below(400)) - 200;
        result.insert(
            "change".to_owned(),
            json!({
                "percent": number(change, 1), "votes": change,
                "seats": {"from": change - 1, "to": change},
            }),
        );
    }
    if dice.one_in(9) {
        result.insert("transfer".to_owned(), json!(i64::from(dice.below(50)) - 20));
    }
    if dice.one_in(9) {
        let many = dice.below(50);
        result.insert(
            "parts".to_owned(),
            json!([{"name": "By post", "votes": {"about": many}, "seats": many}]),
        );
    }
}

fn ballots(dice: &mut Dice, world: &World, is_true: bool) -> Value {
    let mut ballots = Map::new();
    let turnout = Rational::new(i128::from(world.cast) * 100, i128::from(world.eligible));
    for (field, truth) in [
        ("valid", Truth::of(Rational::whole(world.valid), 0)),
        ("cast", Truth::of(Rational::whole(world.cast), 0)),
        ("eligible", Truth::of(Rational::whole(world.eligible), 0)),
        ("continuing", Truth::of(Rational::whole(world.valid), 0)),
        ("turnout", Truth::of(turnout, 1)),
        (
            "blank",
            Truth::of(Rational::whole(world.cast - world.valid), 0),
        ),
    ] {
        let truth = match is_true {
            true => truth,
            false => Truth::of(Rational::whole(i64::from(dice.below(90))), truth.decimals),
        };
        if dice.one_in(3) {
            continue;
        }
        if let Some(figure) = publish(dice, truth) {
            ballots.insert(field.to_owned(), figure);
        }
    }
    Value::Object(ballots)
}

/// Adds the reported units, and the lead of one option as the source states it.
fn extras(dice: &mut Dice, count: &mut Value, ballot: &[Stood]) {
    if dice.one_in(4) {
        let truth = |number: u32| Truth::of(Rational::whole(i64::from(number)), 0);
        let (done, percent) = (dice.below(50), dice.below(100));
        let mut reported = json!({"of": dice.pick(&["stations", "ballots", "expected-votes"])});
        for (field, number) in [
            ("done", done),
            ("total", done + 7),
            ("percent", percent),
            ("outstanding", done),
        ] {
            if let Some(figure) = publish(dice, truth(number)) {
                reported[field] = figure;
            }
        }
        count["reported"] = reported;
    }
    if dice.one_in(10) && ballot.len() > 1 {
        count["margin"] = json!({"option": "o0", "over": "o1", "votes": {"about": dice.below(90)}});
    }
}
