//! The knowledge about a state in an alliance on a day, found by asking which courses of events the document allows.

use crate::calendar::ends;
use crate::generated::{AS_OF, Document, KINDS, Spell, When};

const FIRST: i64 = i64::MIN / 4;
const LAST: i64 = i64::MAX / 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Yes,
    Perhaps,
    NotYet,
    NoMore,
    Unsaid,
}

/// The statement that a cell must make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Said(Vec<(usize, bool)>),
    No,
    NotFounded,
    Dissolved,
    Unsaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    Yes,
    No,
    Unclear,
}

/// The days that a date may mean; `known` is the day on which its source looked back.
fn days((bound, date): &When, known: i64) -> (i64, i64) {
    let (first, last) = ends(date);
    match *bound {
        "on" => (first, last),
        "before" => (FIRST, first - 1),
        "after" => (last + 1, if last < known { known } else { LAST }),
        _ => {
            let year: i64 = date[..4].parse().expect("a year");
            let room = i64::from(date.len() == 4);
            (
                ends(&format!("{}", year - room)).0,
                ends(&format!("{}", year + room)).1,
            )
        }
    }
}

/// The beginnings and ends of a spell that its source allows.
struct Course {
    begin: Option<(i64, i64)>,
    end: Option<(i64, i64)>,
    known: (i64, i64),
}

fn course(document: &Document, spell: &Spell) -> Course {
    let known = ends(spell.as_of.as_deref().unwrap_or(AS_OF));
    let list = ends(AS_OF).1;
    let alliance = &document.alliances[spell.alliance];
    let dissolved = alliance.dissolved.as_ref().map(|when| days(when, list));
    let founded = alliance.founded.as_ref().map(|when| days(when, list));
    let mut end = spell.to.as_ref().map(|when| days(when, known.1));
    if end.is_none() {
        end = dissolved.filter(|dissolved| dissolved.1 < known.1);
    }
    if let (Some(end), Some(dissolved)) = (&mut end, dissolved) {
        *end = (end.0.min(dissolved.1), end.1.min(dissolved.1));
    }
    let mut begin = spell.from.as_ref().map(|when| days(when, known.1));
    if let (Some(begin), Some(founded)) = (&mut begin, founded)
        && founded.0 <= end.map_or(begin.1, |end| end.1.min(begin.1))
    {
        begin.0 = begin.0.max(founded.0);
    }
    // A source that gives no end says that it holds on its day.
    if let (Some(begin), None) = (&mut begin, end)
        && begin.0 <= known.1
    {
        begin.1 = begin.1.min(known.1);
    }
    Course { begin, end, known }
}

/// Returns whether a spell holds on a day in all courses that are allowed, in some, or in none.
pub fn holds(document: &Document, spell: &Spell, day: i64) -> Holds {
    let own = course(document, spell);
    let alliance = &document.alliances[spell.alliance];
    let dissolved = alliance
        .dissolved
        .as_ref()
        .map(|when| days(when, ends(AS_OF).1));
    // The same source goes on with another spell: this one is over before that one surely begins.
    let surely_begins = |spell: &Spell| {
        let own = course(document, spell);
        let begin = own
            .begin
            .map(|begin| begin.1.min(own.end.map_or(LAST, |end| end.1)));
        begin.unwrap_or(own.known.0)
    };
    let end = own.end.map(|end| {
        let mine = surely_begins(spell);
        let earliest_end = own.begin.map_or(end.0, |begin| end.0.max(begin.0));
        let next = document.spells.iter().filter(|other| {
            (other.state, other.alliance) == (spell.state, spell.alliance)
                && other.source.unwrap_or("a") == spell.source.unwrap_or("a")
                && spell.to.is_some()
                && other.from.is_some()
                && surely_begins(other) > mine
                && surely_begins(other) >= earliest_end
        });
        let next = next.map(surely_begins).min().unwrap_or(LAST);
        (end.0.min(next - 1), end.1.min(next - 1))
    });
    if let Some(dissolved) = dissolved
        && end.is_none()
        && day > dissolved.1
    {
        return Holds::NoMore;
    }
    let Some((first, last)) = own.begin else {
        return without_beginning(own.known, end, day);
    };
    let (end_first, end_last) = end.unwrap_or((own.known.1, own.known.1));
    // Some course has it hold; in some it has not begun; in some it is over.
    let may = first <= day && day <= end_last;
    let may_come = first.max(day + 1) <= last.min(end.map_or(LAST, |end| end.1));
    let may_be_over = end.is_some() && end_first.max(first) <= end_last.min(day - 1);
    match (may, may_come, may_be_over) {
        (true, false, false) => Holds::Yes,
        (true, ..) => Holds::Perhaps,
        _ if end.is_some_and(|end| day > end.1) => Holds::NoMore,
        _ if day < first => Holds::NotYet,
        _ => Holds::Unsaid,
    }
}

/// A spell without a beginning is known on the day of its source, or on its last days where these are earlier.
fn without_beginning(known: (i64, i64), end: Option<(i64, i64)>, day: i64) -> Holds {
    let (end_first, end_last) = end.unwrap_or((known.1, known.1));
    let since = if end_first == FIRST {
        end_last
    } else {
        end_first
    };
    match day {
        _ if end.is_some() && day > end_last => Holds::NoMore,
        _ if day < known.0.min(since) || end.is_none() && day > known.1 => Holds::Unsaid,
        _ if day <= end_first => Holds::Yes,
        _ => Holds::Perhaps,
    }
}

fn means(kind: usize) -> &'static str {
    KINDS[kind].1
}

fn is_member(kind: usize) -> bool {
    ["member", "suspended"].contains(&means(kind))
}

/// The spells of a state in an alliance, in the order in which the document is read.
pub fn spells(document: &Document, state: usize, alliance: usize) -> Vec<&Spell> {
    let mut found: Vec<&Spell> = document
        .spells
        .iter()
        .filter(|spell| (spell.state, spell.alliance) == (state, alliance))
        .collect();
    found.sort_by_key(|spell| spell.kind);
    found
}

pub fn cell(document: &Document, state: usize, alliance: usize, day: i64) -> Cell {
    let told: Vec<(&Spell, Holds)> = spells(document, state, alliance)
        .into_iter()
        .map(|spell| (spell, holds(document, spell, day)))
        .collect();
    let source = |spell: &Spell| spell.source.unwrap_or("a");
    let said: Vec<(usize, bool)> = told
        .iter()
        .filter(|(_, holds)| matches!(holds, Holds::Yes | Holds::Perhaps))
        .filter(|(spell, holds)| {
            // One source does not contradict itself: what it is sure of, and that a member is suspended, goes first.
            let sure = |other: &&(&Spell, Holds)| {
                other.1 == Holds::Yes && source(other.0) == source(spell)
            };
            let mut same = told.iter().filter(sure);
            match holds {
                Holds::Perhaps => same.next().is_none(),
                _ => {
                    means(spell.kind) == "suspended"
                        || !is_member(spell.kind)
                        || !same.any(|other| means(other.0.kind) == "suspended")
                }
            }
        })
        .map(|(spell, holds)| (spell.kind, *holds == Holds::Yes))
        .collect();
    if !said.is_empty() {
        return Cell::Said(said);
    }
    let list = ends(AS_OF).1;
    let known = &document.alliances[alliance];
    let life = |when: &Option<When>| when.as_ref().map(|when| days(when, list));
    if life(&known.dissolved).is_some_and(|end| day > end.1) {
        return Cell::Dissolved;
    }
    if life(&known.founded).is_some_and(|begin| day < begin.0) {
        return Cell::NotFounded;
    }
    let over = told
        .iter()
        .all(|(_, holds)| matches!(holds, Holds::NotYet | Holds::NoMore));
    match &known.complete {
        None => Cell::Unsaid,
        Some(_) if over && !told.is_empty() => Cell::No,
        Some(None) if ends(AS_OF).0 <= day && day <= list => Cell::No,
        Some(Some(period)) if over && within(period, day) => Cell::No,
        Some(_) => Cell::Unsaid,
    }
}

fn within((from, to): &(String, Option<String>), day: i64) -> bool {
    let to = to.as_deref().unwrap_or(AS_OF);
    ends(from).0 <= day && day <= ends(to).1
}

pub fn member(document: &Document, state: usize, alliance: usize, day: i64) -> Member {
    let said = match cell(document, state, alliance, day) {
        Cell::Unsaid => return Member::Unclear,
        Cell::Said(said) => said,
        _ => return Member::No,
    };
    let sure = said.iter().any(|(_, sure)| *sure);
    let closed = document.alliances[alliance].complete.is_some();
    if sure && said.iter().all(|(kind, _)| is_member(*kind)) {
        Member::Yes
    } else if (sure || closed)
        && said
            .iter()
            .all(|(kind, _)| !is_member(*kind) && means(*kind) != "unspecified")
    {
        Member::No
    } else {
        Member::Unclear
    }
}

/// Returns true if the document has every member of an alliance on a day.
pub fn is_complete(document: &Document, alliance: usize, day: i64) -> bool {
    let on_the_day = ends(AS_OF);
    match &document.alliances[alliance].complete {
        None => false,
        Some(None) => on_the_day.0 <= day && day <= on_the_day.1,
        Some(Some(period)) => {
            let mut spells = document
                .spells
                .iter()
                .filter(|spell| spell.alliance == alliance);
            within(period, day) && !spells.any(|spell| holds(document, spell, day) == Holds::Unsaid)
        }
    }
}
