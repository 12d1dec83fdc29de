//! Generated documents of alliances.

use proptest::prelude::*;
use serde_json::{Value, json};

pub const STATES: [&str; 4] = ["FR", "DE", "IT", "ES"];
pub const NAMES: [&str; 4] = ["France", "Germany", "Italy", "Spain"];
pub const ALLIANCES: [&str; 2] = ["Alpha", "Beta"];
/// The kinds of spells: their names with the known kinds that they mean.
pub const KINDS: [(&str, &str); 6] = [
    ("member", "member"),
    ("observer", "observer"),
    ("suspended", "suspended"),
    ("unspecified", "unspecified"),
    ("partial", "member"),
    ("partner", "associate"),
];

/// The day of the document.
pub const AS_OF: &str = "2004-06-15";

/// A date as the document has it: how it is bounded, and the date.
pub type When = (&'static str, String);

#[derive(Clone, Debug)]
pub struct Spell {
    pub state: usize,
    pub alliance: usize,
    pub kind: usize,
    pub from: Option<When>,
    pub to: Option<When>,
    pub as_of: Option<String>,
    /// The source; that of the alliance if left out.
    pub source: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Alliance {
    pub founded: Option<When>,
    pub dissolved: Option<When>,
    /// Complete on the day of the list, or from a day to another.
    pub complete: Option<Option<(String, Option<String>)>>,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub alliances: Vec<Alliance>,
    pub spells: Vec<Spell>,
}

fn date() -> impl Strategy<Value = String> {
    (2000..2005_i64, 1..=12_i64, 1..=28_i64, 0..3).prop_map(|(year, month, day, precision)| {
        match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    })
}

fn when() -> impl Strategy<Value = When> {
    let bound =
        prop_oneof![5 => Just("on"), 1 => Just("before"), 1 => Just("after"), 1 => Just("about")];
    (bound, date())
}

fn spell() -> impl Strategy<Value = Spell> {
    let place = (0..STATES.len(), 0..ALLIANCES.len(), 0..KINDS.len());
    let dates = (
        proptest::option::weighted(0.8, when()),
        proptest::option::weighted(0.4, when()),
        proptest::option::weighted(0.3, date()),
    );
    let source = prop_oneof![2 => Just(None), 1 => Just(Some("b"))];
    (place, dates, source).prop_map(
        |((state, alliance, kind), (from, to, as_of), source)| Spell {
            state,
            alliance,
            kind,
            from,
            to,
            as_of,
            source,
        },
    )
}

fn alliance() -> impl Strategy<Value = Alliance> {
    let period = (date(), proptest::option::of(date()));
    let complete = proptest::option::weighted(0.6, proptest::option::of(period));
    let founded = proptest::option::weighted(0.3, (Just("on"), date()));
    let dissolved = proptest::option::weighted(0.2, (Just("on"), date()));
    (founded, dissolved, complete).prop_map(|(founded, dissolved, complete)| Alliance {
        founded,
        dissolved,
        complete,
    })
}

pub fn documents() -> impl Strategy<Value = Document> {
    let alliances = proptest::collection::vec(alliance(), ALLIANCES.len());
    let spells = proptest::collection::vec(spell(), 1..7);
    (alliances, spells).prop_map(|(alliances, spells)| Document { alliances, spells })
}

fn written((bound, date): &When) -> Value {
    match *bound {
        "on" => json!(date),
        bound => json!({ bound: date }),
    }
}

/// An object without its fields that are null.
fn without_null(value: Value) -> Value {
    let Value::Object(fields) = value else {
        return value;
    };
    Value::Object(
        fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect(),
    )
}

impl Document {
    pub fn json(&self) -> String {
        let alliances: Vec<Value> = self
            .alliances
            .iter()
            .zip(ALLIANCES)
            .map(|(alliance, name)| {
                let complete = alliance.complete.as_ref().map(|complete| match complete {
                    None => json!(["member"]),
                    Some((from, to)) => json!([without_null(json!({ "from": from, "to": to }))]),
                });
                without_null(json!({
                    "id": name, "name": name, "source": "a", "complete": complete,
                    "founded": alliance.founded.as_ref().map(written),
                    "dissolved": alliance.dissolved.as_ref().map(written),
                }))
            })
            .collect();
        let mut memberships = json!({});
        for (alliance, name) in ALLIANCES.iter().enumerate() {
            for (kind, (word, _)) in KINDS.iter().enumerate() {
                let spells = self
                    .spells
                    .iter()
                    .filter(|one| one.alliance == alliance && one.kind == kind);
                let list: Vec<Value> = spells.map(Spell::json).collect();
                if !list.is_empty() {
                    memberships[*name][*word] = json!(list);
                }
            }
        }
        json!({
            "title": "T", "asOf": AS_OF, "states": STATES, "alliances": alliances, "memberships": memberships,
            "kinds": {
                "partial": { "name": "partial member", "means": "member" },
                "partner": { "name": "partner country", "means": "associate" },
            },
            "sources": [
                { "id": "a", "title": "A", "publisher": "A", "date": "2005" },
                { "id": "b", "title": "B", "publisher": "B", "date": "2005" },
            ],
        })
        .to_string()
    }
}

impl Spell {
    fn json(&self) -> Value {
        without_null(json!({
            "state": STATES[self.state], "from": self.from.as_ref().map(written),
            "to": self.to.as_ref().map(written), "asOf": self.as_of, "source": self.source,
        }))
    }
}
