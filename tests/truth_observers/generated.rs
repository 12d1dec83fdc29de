//! Generated documents of observers, and what they say of presence.

use proptest::prelude::*;
use serde_json::{Value, json};

/// A number as a source has it: its word in the contract with its number, or two for a range.
#[derive(Clone, Debug)]
pub enum Amount {
    Bound(&'static str, u32),
    Range(u32, u32),
    Missing,
}

/// The claims of all sources about a number.
pub type Size = Vec<Amount>;

/// The places that missions may name: an id of the map, or a point.
pub const PLACES: [(&str, &str); 4] = [
    (
        "Akmola",
        r#"{ "kind": "region", "id": "KZ-AKM", "name": "Akmola" }"#,
    ),
    (
        "Turkestan",
        r#"{ "kind": "region", "id": "KZ-YUZ", "name": "Turkestan" }"#,
    ),
    (
        "Almaty",
        r#"{ "kind": "city", "name": "Almaty", "lon": 76.95, "lat": 43.25 }"#,
    ),
    ("Nowhere", r#"{ "kind": "city", "name": "Nowhere" }"#),
];
pub const COUNTED: [&str; 3] = ["observers", "reports", "calls"];
pub const STATUSES: [&str; 5] = ["deployed", "limited", "declined", "refused", "absent"];

#[derive(Clone, Debug)]
pub struct Mission {
    pub size: Option<Size>,
    /// Sizes of two days, in place of the size.
    pub dated: Option<(Size, Size)>,
    pub counted: usize,
    pub status: Option<usize>,
    /// The places of one account, or of two that disagree, each with how many are there.
    pub accounts: Vec<Vec<(usize, Option<Size>)>>,
    pub unnamed: Option<Size>,
}

fn amount() -> impl Strategy<Value = Amount> {
    let bound = prop_oneof![
        4 => Just("value"), 1 => Just("over"), 1 => Just("atLeast"), 1 => Just("under"),
        1 => Just("atMost"), 1 => Just("about")
    ];
    let number = || prop_oneof![1 => Just(0_u32), 4 => 0..40_u32, 1 => 1_000..20_000_u32];
    prop_oneof![
        6 => (bound, number()).prop_map(|(bound, number)| Amount::Bound(bound, number)),
        1 => (number(), number()).prop_map(|(one, other)| Amount::Range(one.min(other), one.max(other) + 1)),
        1 => Just(Amount::Missing),
    ]
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![4 => proptest::collection::vec(amount(), 1), 1 => proptest::collection::vec(amount(), 2)]
}

pub fn mission() -> impl Strategy<Value = Mission> {
    use proptest::option::weighted;
    let account = || proptest::collection::vec((0..PLACES.len(), weighted(0.4, size())), 0..3);
    let accounts = prop_oneof![
        3 => proptest::collection::vec(account(), 1),
        1 => proptest::collection::vec(account(), 2)
    ];
    let sizes = (weighted(0.7, size()), weighted(0.2, (size(), size())));
    let status = weighted(0.5, 0..STATUSES.len());
    let unnamed = weighted(0.3, size());
    (sizes, 0..COUNTED.len(), status, accounts, unnamed).prop_map(
        |((size, dated), counted, status, accounts, unnamed)| Mission {
            size: size.filter(|_| dated.is_none()),
            dated,
            counted,
            status,
            accounts,
            unnamed,
        },
    )
}

fn written(size: &Size) -> Value {
    let claim = |amount: &Amount| match amount {
        Amount::Bound(bound, number) => json!({ *bound: number }),
        Amount::Range(from, to) => json!({ "from": from, "to": to }),
        Amount::Missing => json!({ "missing": "secret" }),
    };
    if let [only] = size.as_slice() {
        return claim(only);
    }
    let claims = size.iter().zip(["a", "b"]).map(|(amount, source)| {
        let mut claim = claim(amount);
        claim["source"] = json!(source);
        claim
    });
    json!({ "claims": claims.collect::<Vec<_>>() })
}

fn account(mission: &Mission, places: &[(usize, Option<Size>)], source: &str) -> Value {
    let places = places.iter().map(|(place, size)| {
        let mut site: Value = serde_json::from_str(PLACES[*place].1).expect("JSON");
        if let Some(size) = size {
            site["size"] = written(size);
        }
        site
    });
    let mut account = json!({ "places": places.collect::<Vec<_>>(), "source": source });
    if let Some(unnamed) = &mission.unnamed {
        account["unnamed"] = json!({ "city": written(unnamed) });
    }
    account
}

pub fn document(missions: &[Mission]) -> String {
    let missions = missions.iter().enumerate().map(|(place, mission)| {
        let mut one = json!({ "id": format!("m{place}"), "organisation": format!("Organisation {place}"), "counted": COUNTED[mission.counted] });
        if let Some(size) = &mission.size {
            one["size"] = written(size);
        }
        if let Some((first, last)) = &mission.dated {
            one["sizes"] = json!([
                { "asOf": "2019-05-01", "size": written(first) }, { "asOf": "2019-06-01", "size": written(last) }
            ]);
        }
        if let Some(status) = mission.status {
            one["status"] = json!(STATUSES[status]);
        }
        let accounts: Vec<Value> = mission.accounts.iter().zip(["a", "b"]).map(|(places, source)| account(mission, places, source)).collect();
        one["where"] = json!({ "claims": accounts });
        one
    });
    json!({
        "title": "T", "event": { "name": "E" }, "area": "kazakhstan-before-2018",
        "missions": missions.collect::<Vec<_>>(),
        "sources": [
            { "id": "a", "title": "A", "publisher": "A", "date": "2019-05-12" },
            { "id": "b", "title": "B", "publisher": "B", "date": "2019-06-09" },
        ],
    })
    .to_string()
}

pub fn is_nobody(size: &Size) -> bool {
    size.iter()
        .all(|amount| matches!(amount, Amount::Bound("value" | "atMost" | "under", 0)))
}

impl Mission {
    pub fn latest(&self) -> Option<&Size> {
        self.dated
            .as_ref()
            .map(|(_, last)| last)
            .or(self.size.as_ref())
    }

    pub fn claims(&self) -> Vec<&Amount> {
        let dated = self
            .dated
            .iter()
            .flat_map(|(first, last)| first.iter().chain(last));
        self.size.iter().flatten().chain(dated).collect()
    }

    pub fn is_absent(&self) -> bool {
        self.status.is_some_and(|status| status >= 2) || self.latest().is_some_and(is_nobody)
    }

    /// Returns how many accounts of the mission name a place, and how many of these have no observers there.
    pub fn named(&self, place: usize) -> (usize, usize, usize) {
        let sites = self
            .accounts
            .iter()
            .flatten()
            .filter(|(named, _)| *named == place);
        let empty = sites
            .clone()
            .filter(|(_, size)| size.as_ref().is_some_and(is_nobody))
            .count();
        let accounts = self
            .accounts
            .iter()
            .filter(|one| one.iter().any(|(named, _)| *named == place));
        (accounts.count(), sites.count(), empty)
    }

    pub fn is_there(&self, place: usize) -> bool {
        let (_, sites, empty) = self.named(place);
        !self.is_absent() && empty < sites
    }

    pub fn is_disputed(&self, place: usize) -> bool {
        let (accounts, sites, empty) = self.named(place);
        accounts < self.accounts.len() || 0 < empty && empty < sites
    }
}
