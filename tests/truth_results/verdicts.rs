//! Thresholds: what is said of them against the oracle and against the truth.

use crate::generate::Case;
use crate::oracle::{Sheet, Verdict};
use crate::rational::Rational;
use crate::shown;
use crate::world::{UNITS, World, kind_of};
use serde_json::Value;

const SAID: [(&str, Verdict); 3] = [
    ("reached by ", Verdict::Reached),
    ("not reached by ", Verdict::Missed),
    ("unclear for ", Verdict::Unclear),
];
const NOBODY: [&str; 3] = [
    "no party has a majority",
    "no candidate has a majority",
    "none of them has a majority",
];

/// The names of a list in a sentence.
pub fn names(list: &str) -> Vec<&str> {
    list.split(", ")
        .flat_map(|item| item.split(" and "))
        .collect()
}

/// The verdicts in a sentence, which begins with the count's name.
fn verdicts_in(said: &[String]) -> Vec<&str> {
    let bare = said.iter().filter_map(|text| text.split_once(": "));
    bare.flat_map(|(_, said)| said.trim_end_matches('.').split("; "))
        .collect()
}

/// The options that sentences name under a verdict.
fn named<'a>(said: &[&'a str], verdict: Verdict) -> Vec<&'a str> {
    let (words, _) = SAID
        .into_iter()
        .find(|(_, one)| *one == verdict)
        .expect("a verdict");
    let lists = said.iter().filter_map(|text| text.strip_prefix(words));
    lists
        .flat_map(|list| names(list.trim_end_matches('.')))
        .collect()
}

pub fn equal_the_oracle(case: &Case) {
    let model = shown::read(&case.document);
    for place in 0..case.decimals.len() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let layout = shown::layout(&model, &shown::state_of(place), "en");
        let is_given = |id: &str| UNITS.iter().any(|unit| sheet.figure(id, unit).is_some());
        let is_any = case.ballot.iter().any(|one| is_given(&one.id));
        let thresholds = case.document["thresholds"].as_array().expect("thresholds");
        for (threshold, text) in thresholds.iter().zip(&layout.thresholds) {
            let name = |id: &str| {
                let row = layout.rows.iter().find(|row| row.id.as_str() == id);
                row.map(|row| row.name.text.clone()).expect("a row")
            };
            if threshold["kind"] == "quorum" {
                let is_any = is_any || sheet.count().get("ballots").is_some();
                assert_eq!(
                    verdicts_in(&text.verdicts),
                    quorum(sheet, threshold, is_any),
                    "{threshold}"
                );
            } else if is_any {
                options(sheet, threshold, &verdicts_in(&text.verdicts), name);
            } else {
                assert!(text.verdicts.is_empty());
            }
        }
    }
}

fn quorum(sheet: Sheet<'_>, threshold: &Value, is_any: bool) -> Vec<&'static str> {
    let text = match sheet.quorum(threshold) {
        Verdict::Reached => "reached",
        Verdict::Missed => "not reached",
        Verdict::Unclear => "unclear from these figures",
    };
    if is_any { vec![text] } else { Vec::new() }
}

fn options(sheet: Sheet<'_>, threshold: &Value, said: &[&str], name: impl Fn(&str) -> String) {
    let told = |verdict: Verdict| {
        let ids = sheet
            .options()
            .iter()
            .filter_map(|option| option["id"].as_str());
        let ids = ids.filter(|id| sheet.told(threshold, id) == Some(verdict));
        ids.map(&name).collect::<Vec<String>>()
    };
    let [reached, mut missed, unclear] = SAID.map(|(_, verdict)| told(verdict));
    let is_majority = threshold["kind"] == "majority";
    if is_majority && reached.is_empty() && unclear.is_empty() && missed.len() > 1 {
        assert!(
            said.len() == 1 && NOBODY.contains(&said[0]),
            "{said:?} of {threshold}"
        );
        return;
    }
    if is_majority && !reached.is_empty() {
        missed.clear();
    }
    for (verdict, expected) in SAID
        .map(|(_, verdict)| verdict)
        .into_iter()
        .zip([reached, missed, unclear])
    {
        let found = named(said, verdict);
        let cut = found.iter().any(|name| name.ends_with(" more"));
        let is_equal = found.len() == expected.len() || cut;
        let fits = |name: &&str| expected.iter().any(|one| one == name) || name.ends_with(" more");
        assert!(
            is_equal && found.iter().all(fits),
            "{expected:?}, said {said:?} of {threshold}"
        );
    }
}

pub fn are_true_of_the_world(case: &Case) {
    let model = shown::read(&case.document);
    for (place, world) in case.worlds.iter().flatten().enumerate() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        let layout = shown::layout(&model, &shown::state_of(place), "en");
        let thresholds = case.document["thresholds"].as_array().expect("thresholds");
        for (threshold, text) in thresholds.iter().zip(&layout.thresholds) {
            let is_plain = threshold.get("needs").is_some()
                && threshold.get("or").is_none()
                && threshold.get("and").is_none();
            if !is_plain || threshold["kind"] == "quorum" {
                continue;
            }
            for (option, one) in case.ballot.iter().enumerate() {
                let row = layout
                    .rows
                    .iter()
                    .find(|row| row.id.as_str() == one.id)
                    .expect("a row");
                for (verdict, is_reached) in [(Verdict::Reached, true), (Verdict::Missed, false)] {
                    if named(&verdicts_in(&text.verdicts), verdict)
                        .contains(&row.name.text.as_str())
                    {
                        for number in world.singles(
                            &case.ballot,
                            option,
                            kind_of(threshold["unit"].as_str().unwrap_or_default()),
                        ) {
                            let truth = Fact {
                                sheet,
                                world,
                                number,
                                places: case.decimals[place],
                            };
                            assert!(
                                truth.allows(threshold, is_reached),
                                "{} {text:?}: {world:?}",
                                one.id
                            );
                        }
                    }
                }
            }
        }
    }
}

/// The true number of one option.
struct Fact<'a> {
    sheet: Sheet<'a>,
    world: &'a World,
    number: i64,
    places: u8,
}

impl Fact<'_> {
    /// Returns true if a threshold may be called reached or missed. A share that is only known rounded may be off by
    /// half a unit of its last decimal.
    fn allows(&self, threshold: &Value, is_reached: bool) -> bool {
        let unit = threshold["unit"].as_str().unwrap_or_default();
        let (word, needed) = threshold["needs"]
            .as_object()
            .and_then(|needs| needs.iter().next())
            .expect("a need");
        let needed = Rational::parse(&needed.to_string());
        let (number, slack) = match unit {
            "percent" => (
                self.share(threshold),
                Rational::new(1, 2 * crate::publish::ten_to(self.places)),
            ),
            _ => (self.world.measured(unit, self.number), Rational::ZERO),
        };
        let is_enough = |number: Rational| {
            if word == "over" {
                number > needed
            } else {
                number >= needed
            }
        };
        match is_reached {
            true => is_enough(number.plus(slack)),
            false => !is_enough(number.minus(slack)),
        }
    }

    fn share(&self, threshold: &Value) -> Rational {
        let own = self.sheet.count()["percentOf"].as_str();
        let base = match threshold["of"].as_str().or(own) {
            Some("cast") => self.world.cast,
            Some("eligible") => self.world.eligible,
            Some("valid" | "continuing" | "respondents") => self.world.valid,
            _ => self.world.base,
        };
        Rational::new(i128::from(self.number) * 100, i128::from(base))
    }
}
