//! Thresholds and outcomes of a generated document.

use crate::dice::Dice;
use crate::publish;
use crate::world::{Stood, UNITS, World, kind_of};
use serde_json::{Value, json};

/// Adds thresholds and outcomes.
pub fn add(dice: &mut Dice, document: &mut Value, ballot: &[Stood], worlds: &[World]) {
    let many = dice.pick(&[0, 1, 2, 3, 3]);
    let thresholds: Vec<Value> = (0..many).map(|_| threshold(dice, ballot, worlds)).collect();
    document["thresholds"] = json!(thresholds);
    let mut outcomes = Vec::new();
    for one in ballot {
        outcomes.extend(outcome(dice, one, ballot, worlds.len()));
    }
    if dice.one_in(6) {
        let kind = dice.pick(&["accepted", "rejected", "invalid", "vacant"]);
        outcomes.push(ended(
            dice,
            json!({"kind": kind, "source": "s"}),
            worlds.len(),
        ));
    }
    document["outcomes"] = json!(outcomes);
}

fn threshold(dice: &mut Dice, ballot: &[Stood], worlds: &[World]) -> Value {
    let kind = dice.pick(&["entry", "majority", "quorum", "quorum"]);
    let named = match dice.below(4) {
        0 | 1 if kind != "quorum" => Vec::new(),
        0 => Vec::new(),
        1 => (0..ballot.len()).collect(),
        _ => (0..=dice.below(3)).map(|_| any(dice, ballot)).collect(),
    };
    let mut rule = rule(dice, ballot, worlds, &named);
    rule["kind"] = json!(kind);
    if named.is_empty() && dice.one_in(3) {
        let more: Vec<Value> = (0..=dice.below(2))
            .map(|_| self::rule(dice, ballot, worlds, &named))
            .collect();
        let joint = dice.pick(&["or", "and"]);
        rule[joint] = json!(more);
    }
    if !named.is_empty() {
        let ids = named.iter().map(|option| ballot[*option].id.as_str());
        rule["options"] = ids.collect();
    }
    rule
}

fn any(dice: &mut Dice, ballot: &[Stood]) -> usize {
    dice.below(u32::try_from(ballot.len()).unwrap_or(1)) as usize
}

/// A rule that the figures or only the source can judge; numbers are near what options have.
fn rule(dice: &mut Dice, ballot: &[Stood], worlds: &[World], named: &[usize]) -> Value {
    if named.is_empty() && dice.one_in(5) {
        let reached = &ballot[any(dice, ballot)].id;
        let missed = &ballot[any(dice, ballot)].id;
        let mut rule = json!({"text": "a seat in one district", "reachedBy": [reached]});
        if reached != missed {
            rule["missedBy"] = json!([missed]);
        }
        if dice.one_in(2) {
            rule["met"] = json!(dice.one_in(2));
        }
        return rule;
    }
    let unit = dice.pick(&UNITS);
    let world = &worlds[dice.below(u32::try_from(worlds.len()).unwrap_or(1)) as usize];
    let option = any(dice, ballot);
    // What the named options have together, each once, or a little more.
    let mut together: Vec<usize> = named.to_vec();
    together.sort_unstable();
    together.dedup();
    let part = |option: &usize| {
        ballot[*option]
            .within
            .is_some_and(|whole| named.contains(&whole))
    };
    together.retain(|option| !part(option));
    let sum: i64 = together
        .iter()
        .map(|option| world.total(ballot, *option, kind_of(unit)))
        .sum();
    let number = match dice.below(4) {
        0 | 1 if !named.is_empty() => sum,
        2 if !named.is_empty() => sum + sum / 4,
        _ => world.total(ballot, option, kind_of(unit)),
    };
    let truth = world.measured(unit, number);
    let places = dice.pick(&[0, 1, 2, 3]);
    let places = if matches!(unit, "votes" | "seats") {
        0
    } else {
        places
    };
    let near = truth.times(publish::ten_to(places), 1).rounded();
    let needed = match dice.below(4) {
        0 | 3 => publish::number(near, places),
        1 => publish::number((near + i64::from(dice.below(5)) - 2).max(0), places),
        _ => json!(dice.pick(&[5, 50, 3, 25, 20])),
    };
    let needs = dice.pick(&["atLeast", "over"]);
    let mut rule = json!({"needs": {needs: needed}, "unit": unit});
    let of = dice.pick(&[
        None,
        None,
        None,
        Some("valid"),
        Some("cast"),
        Some("eligible"),
        Some("continuing"),
        Some("respondents"),
    ]);
    if let Some(of) = of {
        rule["of"] = json!(of);
    }
    rule
}

/// At most one outcome of an option; who is out of the world is said to be out, or nothing is said.
fn outcome(dice: &mut Dice, one: &Stood, ballot: &[Stood], counts: usize) -> Option<Value> {
    if !dice.one_in(3) {
        return None;
    }
    let kind = match one.out {
        true => dice.pick(&[
            "eliminated",
            "withdrawn",
            "disqualified",
            "votes-void",
            "died",
            "merged",
        ]),
        false if one.kind == "against-all" => "runoff",
        false => dice.pick(&["elected", "elected-by-lot", "runoff", "unopposed"]),
    };
    let mut outcome = json!({"option": one.id, "kind": kind, "source": dice.pick(&["s", "t"])});
    if kind == "merged" {
        let into = ballot.iter().find(|other| other.id != one.id)?;
        outcome["into"] = json!(into.id);
    }
    Some(ended(dice, outcome, counts))
}

/// The outcome with the count that it follows from, and perhaps the day on which it was taken back.
fn ended(dice: &mut Dice, mut outcome: Value, counts: usize) -> Value {
    if !dice.one_in(3) {
        outcome["count"] = json!(format!(
            "c{}",
            dice.below(u32::try_from(counts).unwrap_or(1))
        ));
    }
    if dice.one_in(4) {
        outcome["revoked"] = json!("2024-06-01");
    }
    outcome
}
