//! Verdicts on thresholds, written from the rules in words and not from the code:
//!
//! - A threshold is reached where every possible value reaches it, missed where none does, else unclear.
//! - A percentage is judged only in the base that the rule names; of none, in the count's own. Votes and
//!   the number of that base say it too, and more exactly: they decide where a rounded share hides the
//!   answer. Where the two differ by more than rounding, nothing is decided.
//! - A quorum counts the options that it names, each once and no part twice; without any it is the
//!   turnout of those eligible, or the papers cast or valid.
//! - Whoever is out is not judged, nor who is in already and does not reach it; several together are
//!   only reported if even their sum is too little.

use crate::figure::{self, Span};
use crate::rational::Rational;
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Reached,
    Missed,
    Unclear,
}

/// One count of a document.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    pub document: &'a Value,
    pub place: usize,
}

impl<'a> Sheet<'a> {
    pub fn count(self) -> &'a Value {
        &self.document["counts"][self.place]
    }

    pub fn options(self) -> &'a Vec<Value> {
        self.document["options"].as_array().expect("options")
    }

    pub fn option(self, id: &str) -> &'a Value {
        let mut options = self.options().iter();
        options
            .find(|option| option["id"] == id)
            .expect("an option")
    }

    pub fn result(self, id: &str) -> &'a Value {
        &self.count()["results"][id]
    }

    pub fn figure(self, id: &str, unit: &str) -> Option<&'a Value> {
        self.result(id).get(unit)
    }

    fn bounds(self, id: &str, unit: &str) -> Option<Span> {
        self.figure(id, unit).and_then(figure::bounds)
    }

    /// The number of papers or people of a base.
    fn base(self, of: &str) -> Option<Span> {
        figure::bounds(self.count()["ballots"].get(of)?)
    }

    /// The option that another is a part of.
    fn whole(self, id: &str) -> Option<&'a str> {
        self.option(id)["within"].as_str()
    }

    /// Returns true if a figure counts by itself: it is not included in another option's figure.
    pub fn is_counted(self, id: &str, unit: &str) -> bool {
        self.whole(id)
            .is_none_or(|whole| self.figure(whole, unit).is_none())
    }

    /// The outcomes that hold in this count: of it or an earlier one, not taken back, of no count that
    /// was annulled since, and no mere projection.
    pub fn holding(self) -> Vec<&'a Value> {
        let outcomes = self.document["outcomes"].as_array().into_iter().flatten();
        outcomes
            .filter(|outcome| self.holds(outcome, false))
            .collect()
    }

    /// Returns true if an outcome holds, or if it is projected and no source contradicts it.
    pub fn holds(self, outcome: &Value, or_projected: bool) -> bool {
        let counts = self.document["counts"].as_array().expect("counts");
        let by_source = || {
            counts
                .iter()
                .rposition(|count| count["source"] == outcome["source"])
        };
        let home = match outcome["count"].as_str() {
            Some(id) => counts.iter().position(|count| count["id"] == id),
            None => by_source().or(counts.len().checked_sub(1)),
        };
        let since = home.and_then(|home| counts.get(home..=self.place));
        let Some(since) = since.filter(|since| !since.is_empty()) else {
            return false;
        };
        let reckoned = ["exit-poll", "projection"]
            .map(|status| since.first().is_some_and(|count| count["status"] == status));
        outcome.get("revoked").is_none()
            && since.iter().all(|count| count["status"] != "annulled")
            && (or_projected || reckoned == [false, false])
    }

    fn is_said(self, id: &str, kinds: &[&str]) -> bool {
        let of = |outcome: &&Value| outcome["option"] == id;
        self.holding()
            .into_iter()
            .filter(of)
            .any(|outcome| kinds.iter().any(|kind| outcome["kind"] == *kind))
    }

    pub fn is_out(self, id: &str) -> bool {
        let out = [
            "eliminated",
            "withdrawn",
            "merged",
            "disqualified",
            "votes-void",
            "died",
        ];
        let continuing = self.count()["continuing"].as_array();
        let is_in =
            |one: &Value| one == id || one.as_str().is_some_and(|one| self.whole(one) == Some(id));
        self.is_said(id, &out) || continuing.is_some_and(|continuing| !continuing.iter().any(is_in))
    }

    fn is_in(self, threshold: &Value, id: &str) -> bool {
        let seats = self.bounds(id, "seats").and_then(|seats| seats.low);
        let seated = seats.is_some_and(|seats| seats > Rational::ZERO);
        self.is_said(id, &["elected", "elected-by-lot", "unopposed"])
            || (threshold["kind"] == "entry" && seated)
    }

    /// Returns true if the figure belongs to several together.
    pub fn is_together(self, id: &str) -> bool {
        let option = self.option(id);
        let group = option["kind"] == "other" || option["kind"] == "unnamed";
        group && self.result(id)["each"] != true && option["of"] != 1
    }

    /// The verdict on an option, or `None` where nothing is said of it.
    pub fn told(self, threshold: &Value, id: &str) -> Option<Verdict> {
        let named = threshold["options"]
            .as_array()
            .filter(|named| !named.is_empty());
        let unit = threshold["unit"].as_str().unwrap_or("votes");
        let judged = match named {
            Some(named) => named.iter().any(|one| one == id),
            None => self.is_counted(id, unit),
        };
        if !judged || self.option(id)["kind"] == "against-all" || self.is_out(id) {
            return None;
        }
        let verdict = joined(threshold, |rule| self.rule(rule, id));
        let hidden = self.is_together(id) && verdict != Verdict::Missed;
        let hidden = hidden || (verdict == Verdict::Unclear && self.is_told_by_parts(id));
        (!hidden && (verdict == Verdict::Reached || !self.is_in(threshold, id))).then_some(verdict)
    }

    /// Returns true if the count has figures only for a part of an option. Generated parts have no parts.
    fn is_told_by_parts(self, id: &str) -> bool {
        let results = &self.count()["results"];
        let parts = self.options().iter().filter(|part| part["within"] == id);
        let mut ids = parts.filter_map(|part| part["id"].as_str());
        results.get(id).is_none() && ids.any(|part| results.get(part).is_some())
    }

    fn rule(self, rule: &Value, id: &str) -> Verdict {
        if rule.get("text").is_some() {
            let named = |field: &str| {
                rule[field]
                    .as_array()
                    .is_some_and(|ids| ids.iter().any(|one| one == id))
            };
            return match (named("reachedBy"), named("missedBy")) {
                (true, _) => Verdict::Reached,
                (_, true) => Verdict::Missed,
                _ => Verdict::Unclear,
            };
        }
        match rule["unit"].as_str() {
            Some("percent") => {
                self.share(rule, self.bounds(id, "percent"), self.bounds(id, "votes"))
            }
            Some(unit) => verdict(rule, self.bounds(id, unit)),
            None => Verdict::Unclear,
        }
    }

    /// The verdict on a stated share, and on the votes in the same base.
    fn share(self, rule: &Value, stated: Option<Span>, votes: Option<Span>) -> Verdict {
        let own = self.count()["percentOf"].as_str();
        let of = rule["of"].as_str();
        let stated = stated.filter(|_| of.is_none() || of == own);
        let base = of.or(own).and_then(|of| self.base(of));
        let computed = votes.zip(base).map(|(votes, base)| votes.share_of(base));
        agreed(rule, stated, computed)
    }

    /// The verdict on a quorum.
    pub fn quorum(self, threshold: &Value) -> Verdict {
        joined(threshold, |rule| {
            if rule.get("text").is_some() {
                return match rule["met"].as_bool() {
                    Some(true) => Verdict::Reached,
                    Some(false) => Verdict::Missed,
                    None => Verdict::Unclear,
                };
            }
            let named: Vec<&str> = threshold["options"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let unit = rule["unit"].as_str().unwrap_or_default();
            match (named.is_empty(), unit) {
                (true, _) => self.papers(rule, unit),
                (false, "percent") => {
                    self.share(rule, self.sum(&named, unit), self.sum(&named, "votes"))
                }
                (false, _) => verdict(rule, self.sum(&named, unit)),
            }
        })
    }

    fn papers(self, rule: &Value, unit: &str) -> Verdict {
        match (unit, rule["of"].as_str()) {
            ("percent", Some("eligible")) => {
                let share = self
                    .base("cast")
                    .zip(self.base("eligible"))
                    .map(|(cast, all)| cast.share_of(all));
                agreed(rule, self.base("turnout"), share)
            }
            ("votes", Some(of @ ("cast" | "valid"))) => verdict(rule, self.base(of)),
            _ => Verdict::Unclear,
        }
    }

    /// Returns the range of the sum of options, or `None` if not one figure bounds it.
    ///
    /// A share of a sum may be off by half of the last decimal of each that is in it.
    pub fn sum(self, ids: &[&str], unit: &str) -> Option<Span> {
        let inside = |id: &str| {
            let whole = self.whole(id).filter(|whole| ids.contains(whole));
            whole.is_some_and(|whole| self.figure(whole, unit).is_some())
        };
        let mut sum = Span::between(Rational::ZERO, Rational::ZERO);
        let (mut many, mut exact, mut place, mut is_bound) = (0, 0, None, false);
        for (at, id) in ids.iter().enumerate() {
            if ids[..at].contains(id) || inside(id) {
                continue;
            }
            let each = self.result(id)["each"] == true;
            let times = if each {
                self.option(id)["of"].as_i64()
            } else {
                Some(1)
            };
            let figure = self.bounds(id, unit);
            is_bound |= figure.is_some();
            many += times.unwrap_or(2);
            sum = sum.plus(repeated(figure, times));
            if let Some(last) = self.figure(id, unit).and_then(last_place) {
                exact += times.unwrap_or(0);
                place = Some(place.map_or(last, |place: Rational| place.min(last)));
            }
        }
        let slack = match unit == "percent" && many > 1 {
            true => place.unwrap_or(Rational::ZERO).times(i128::from(exact), 2),
            false => Rational::ZERO,
        };
        is_bound.then(|| Span {
            low: sum.low.map(|low| low.minus(slack).max(Rational::ZERO)),
            high: sum.high.map(|high| high.plus(slack)),
            over: sum.over,
            under: sum.under,
        })
    }
}

/// The last decimal of a number that some source gives of a figure: it is rounded to it.
fn last_place(figure: &Value) -> Option<Rational> {
    let claims = figure::claims(figure).into_iter();
    let exact = claims.filter(|claim| claim.says == "value");
    exact.map(|claim| claim.numbers[0].last_place()).min()
}

/// The figure so many times; one that is not given may be anything from zero.
fn repeated(figure: Option<Span>, times: Option<i64>) -> Span {
    let figure = figure.unwrap_or(Span::ANYTHING);
    let all = |number: Option<Rational>| Some(number?.times(i128::from(times?), 1));
    Span {
        low: all(figure.low).or(Some(Rational::ZERO)),
        high: all(figure.high),
        over: figure.over,
        under: figure.under,
    }
}

/// The verdict where a share is stated and another computed from votes.
fn agreed(rule: &Value, stated: Option<Span>, computed: Option<Span>) -> Verdict {
    let near = |one: Option<Rational>, two: Option<Rational>| {
        one.zip(two)
            .is_some_and(|(one, two)| one.distance(two) <= one.last_place())
    };
    let same = stated
        .zip(computed)
        .is_some_and(|(one, two)| near(one.low, two.low) && near(one.high, two.high));
    match (verdict(rule, stated), verdict(rule, computed)) {
        (one, two) if one == two => one,
        (one, Verdict::Unclear) | (Verdict::Unclear, one) => one,
        (_, two) if same => two,
        _ => Verdict::Unclear,
    }
}

/// The verdict on a value that may lie anywhere in a span.
pub fn verdict(rule: &Value, value: Option<Span>) -> Verdict {
    let Some(value) = value else {
        return Verdict::Unclear;
    };
    let needs = rule["needs"].as_object().expect("needs");
    let (word, needed) = needs.iter().next().expect("one need");
    let needed = Rational::parse(&needed.to_string());
    let itself = word == "atLeast";
    let reached = value
        .low
        .is_some_and(|low| low > needed || (low == needed && (itself || value.over)));
    let missed = value
        .high
        .is_some_and(|high| high < needed || (high == needed && (!itself || value.under)));
    match (reached, missed) {
        (true, _) => Verdict::Reached,
        (_, true) => Verdict::Missed,
        _ => Verdict::Unclear,
    }
}

/// The verdict of a threshold: of its rule alone, or with those that are joined to it.
fn joined(threshold: &Value, judge: impl Fn(&Value) -> Verdict) -> Verdict {
    let list = |field: &str| threshold[field].as_array().cloned().unwrap_or_default();
    let (or, and) = (list("or"), list("and"));
    let mut verdicts = vec![judge(threshold)];
    verdicts.extend(or.iter().chain(&and).map(&judge));
    let (decisive, common) = match and.is_empty() {
        true => (Verdict::Reached, Verdict::Missed),
        false => (Verdict::Missed, Verdict::Reached),
    };
    if verdicts.contains(&decisive) {
        decisive
    } else if verdicts.iter().all(|one| *one == common) {
        common
    } else {
        Verdict::Unclear
    }
}
