//! Checks of who is said to be first, and of the order of rows.

use crate::extremes::Consistency;
use crate::figure::{self, Span};
use crate::generate::Case;
use crate::oracle::Sheet;
use crate::shown;
use crate::world::{Stood, UNITS, World, kind_of};
use election_widgets::layout::{ResultsLayout, Row};

const FIRST: [&str; 6] = [
    " leads with ",
    " leads the exit poll with ",
    " had come first with ",
    " came first with ",
    " is projected to come first with ",
    " was first with ",
];
const UNDECIDED: &str = "The exact order cannot be known from these figures.";

/// Runs a check on every count, drawn by every unit that it gives, with the worlds that it allows.
fn each_count(case: &Case, check: impl Fn(Sheet<'_>, &ResultsLayout, &str, &[World])) {
    let Some(worlds) = &case.worlds else {
        return;
    };
    let model = shown::read(&case.document);
    for (place, world) in worlds.iter().enumerate() {
        let sheet = Sheet {
            document: &case.document,
            place,
        };
        for unit in UNITS {
            let is_given = case
                .ballot
                .iter()
                .any(|one| sheet.figure(&one.id, unit).is_some());
            if is_given {
                let layout = shown::layout(&model, &shown::in_unit(place, unit), "en");
                let worlds = Consistency::new(case, place).worlds(world, kind_of(unit));
                check(sheet, &layout, unit, &worlds);
            }
        }
    }
}

pub fn leaders_are_first_in_every_world(case: &Case) {
    each_count(case, |sheet, layout, unit, worlds| {
        for row in &layout.rows {
            let is_first = FIRST
                .iter()
                .any(|words| says(&layout.summary, &row.name.text, words));
            let place = place_of(case, row);
            for world in worlds.iter().filter(|_| is_first) {
                let kind = kind_of(unit);
                let own = world.singles(&case.ballot, place, kind)[0];
                let rivals = rivals(case, world, place, kind);
                let most = rivals.into_iter().max().unwrap_or(-1);
                assert!(
                    own > most,
                    "{}: {own} to {most} of {unit} in {world:?}",
                    layout.summary
                );
            }
        }
        ties(case, sheet, layout, unit, worlds);
    });
}

/// Those who are level are so exactly, in every world, and above all others.
fn ties(case: &Case, sheet: Sheet<'_>, layout: &ResultsLayout, unit: &str, worlds: &[World]) {
    let Some((names, _)) = layout.summary.split_once(" are level on ") else {
        return;
    };
    let names = names.rsplit(". ").next().unwrap_or_default();
    let level: Vec<usize> = layout
        .rows
        .iter()
        .filter(|row| crate::verdicts::names(names).contains(&row.name.text.as_str()))
        .map(|row| place_of(case, row))
        .collect();
    assert!(level.len() > 1, "{}", layout.summary);
    for place in &level {
        let units = if unit == "percent" { "votes" } else { unit };
        let figure = sheet
            .figure(&case.ballot[*place].id, units)
            .and_then(figure::bounds);
        assert!(figure.and_then(Span::only).is_some(), "{}", layout.summary);
    }
    for world in worlds {
        let kind = kind_of(unit);
        let own = |place: usize| world.singles(&case.ballot, place, kind)[0];
        let most = own(level[0]);
        assert!(
            level.iter().all(|place| own(*place) == most),
            "{} {world:?}",
            layout.summary
        );
        for other in rivals(case, world, level[0], kind) {
            assert!(other <= most, "{} {world:?}", layout.summary);
        }
    }
}

/// Returns the numbers of all rivals: neither the parts of the option nor the whole that it belongs to.
fn rivals(case: &Case, world: &World, place: usize, kind: usize) -> Vec<i64> {
    let others = (0..case.ballot.len()).filter(|other| *other != place);
    let others = others.filter(|other| case.ballot[*other].within != Some(place));
    let others = others.filter(|other| case.ballot[place].within != Some(*other));
    let listed = others.flat_map(|other| world.singles(&case.ballot, other, kind));
    listed
        .chain(world.unlisted.iter().map(|tally| tally[kind]))
        .collect()
}

pub fn rows_are_in_order_in_every_world(case: &Case) {
    each_count(case, |sheet, layout, unit, worlds| {
        sums_stand_last(sheet, layout, unit);
        if layout.remarks.iter().any(|remark| remark == UNDECIDED) {
            return;
        }
        let stands = |row: &&Row| {
            let id = row.id.as_str();
            let is_given = sheet.figure(id, unit).and_then(figure::bounds).is_some();
            is_given && !row.is_part && !sheet.is_together(id)
        };
        let rows: Vec<&Row> = layout.rows.iter().filter(stands).collect();
        for (at, above) in rows.iter().enumerate() {
            for below in &rows[at + 1..] {
                let same = |row: &Row| sheet.figure(row.id.as_str(), unit);
                // Rows that show one number claim no order.
                if same(above).and_then(figure::bounds) != same(below).and_then(figure::bounds) {
                    stand_right(case, (above, below), unit, worlds);
                }
            }
        }
    });
}

/// A figure of several together is compared with nobody: its row follows those of single options.
fn sums_stand_last(sheet: Sheet<'_>, layout: &ResultsLayout, unit: &str) {
    let wholes = layout.rows.iter().filter(|row| !row.is_part);
    let after = wholes.skip_while(|row| !sheet.is_together(row.id.as_str()));
    for row in after.filter(|row| !sheet.is_together(row.id.as_str())) {
        let id = row.id.as_str();
        let figure = sheet.figure(id, unit).and_then(figure::bounds);
        let has_parts = sheet.options().iter().any(|option| option["within"] == id);
        assert!(figure.is_none() || has_parts, "{id} below a sum");
    }
}

/// Checks that exact numbers, and shares with exact votes, leave nothing undecided.
pub fn exact_figures_decide(case: &Case) {
    let is_open = case.document["optionsComplete"] == false;
    let is_single = |one: &Stood| one.within.is_none() && !matches!(one.kind, "other" | "unnamed");
    if is_open || !case.ballot.iter().all(is_single) {
        return;
    }
    each_count(case, |sheet, layout, unit, worlds| {
        let units = if unit == "percent" {
            vec![unit, "votes"]
        } else {
            vec![unit]
        };
        let is_exact = |id: &str, unit: &str| {
            let claims = sheet.figure(id, unit).map(figure::claims);
            claims.is_some_and(|claims| claims.len() == 1 && claims[0].says == "value")
        };
        let all = |unit: &&str| case.ballot.iter().all(|one| is_exact(&one.id, unit));
        if sheet.count()["status"] == "sitting" || !units.iter().all(all) {
            return;
        }
        let own = |place: usize| worlds[0].singles(&case.ballot, place, kind_of(unit))[0];
        let most = (0..case.ballot.len()).map(own).max().unwrap_or(0);
        let first = &layout.rows[0];
        assert_eq!(
            own(place_of(case, first)),
            most,
            "{} stands first",
            first.name.text
        );
        assert!(
            layout.remarks.iter().all(|remark| remark != UNDECIDED),
            "{:?}",
            layout.remarks
        );
        let is_told = FIRST
            .iter()
            .any(|words| says(&layout.summary, &first.name.text, words));
        let is_level = layout.summary.contains(" are level on ");
        assert!(is_told || is_level || most == 0, "{}", layout.summary);
    });
}

fn stand_right(case: &Case, (above, below): (&Row, &Row), unit: &str, worlds: &[World]) {
    for world in worlds {
        let singles = |row| world.singles(&case.ballot, place_of(case, row), kind_of(unit));
        let (least, most) = (
            singles(above).into_iter().min(),
            singles(below).into_iter().max(),
        );
        assert!(
            least >= most,
            "{} above {}: {world:?}",
            above.name.text,
            below.name.text
        );
    }
}

fn place_of(case: &Case, row: &Row) -> usize {
    let mut places = case.ballot.iter();
    places
        .position(|one| one.id == row.id.as_str())
        .expect("an option")
}

/// Returns true if a sentence says something of exactly this name.
fn says(summary: &str, name: &str, words: &str) -> bool {
    let wanted = [name, words].concat();
    let found = summary.match_indices(&wanted);
    found.into_iter().any(|(at, _)| {
        at == 0 || summary[..at].ends_with(' ') && !summary[..at].ends_with(" other ")
    })
}
