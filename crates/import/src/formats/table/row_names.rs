//! The names of rows that are no options, or options of a kind of their own: papers, sums, "Against all".

use super::fields::{guess, plain};
use crate::words::has;

/// Kinds of options by their words, where a name tells more than its column.
pub(super) fn kind_of_name(name: &str) -> Option<&'static str> {
    const AGAINST_ALL: &str = "against all|none of the above|nota|none of these candidates|none of these|no preference|против всех|бәріне қарсы|барлығына қарсы|баарына каршы|hammaga qarshi|gegen alle|contre tous";
    const OTHER: &str = "other|others|other candidates|other parties|write-in|write-ins|write in|total write-ins|другие|прочие|остальные|басқалар|башкалар|boshqalar|sonstige|andere|übrige|vereinzelte|autres";
    let name = plain(name);
    if has(AGAINST_ALL, &name) {
        Some("against-all")
    } else if has(OTHER, &name) {
        Some("other")
    } else {
        None
    }
}

/// The field of the papers that a row is, where its name says so: "Invalid votes" in a column of candidates.
pub(super) fn ballots_row(name: &str) -> Option<&'static str> {
    let whole = plain(name);
    let of_papers = |text: &str| {
        guess(text).filter(|field| {
            ["eligible", "cast", "valid", "blank", "invalid", "turnout"].contains(field)
        })
    };
    if is_blank_or_invalid(&whole) {
        return Some("invalid");
    }
    of_papers(&whole).or_else(|| of_papers(without_total(&whole)?))
}

/// True of a name of papers that are blank or invalid: "Invalid or blank votes".
fn is_blank_or_invalid(name: &str) -> bool {
    let links = [
        " or ", " and ", " и ", " или ", " und ", " oder ", " et ", " ou ", "/",
    ];
    links.into_iter().any(|link| {
        let parts = || name.split(link).map(|part| guess(part.trim()));
        parts().count() > 1 && parts().all(|field| matches!(field, Some("blank" | "invalid")))
    })
}

/// True of a name that says beside another field that its row has the turnout: "Registered voters/turnout".
pub(super) fn is_turnout_too(name: &str) -> bool {
    name.split('/')
        .skip(1)
        .any(|part| guess(part) == Some("turnout"))
}

/// The meaning of a name that may be no option's: `Abstentions`, and the `Majority` below candidates.
pub(super) fn doubt(name: &str) -> Option<&'static str> {
    const ABSTENTIONS: &str = "abstention|abstentions|abstained|abstentionnistes|non-voters|did not vote|nichtwähler|enthaltungen|воздержались|воздержавшиеся|не голосовали|не явились|неявка|қалыс қалғандар|калыс калгандар|betaraf";
    const LEADS: &str = "majority|margin|winning margin|margin of victory|plurality|lead|swing|mehrheit|vorsprung|отрыв|перевес|écart";
    const PAPERS: &str = "undervotes|under votes|undervote|overvotes|over votes|overvote|exhausted|exhausted ballots|exhausted votes|inactive ballots|non-transferable|not transferred";
    let name = plain(name);
    if has(ABSTENTIONS, &name) {
        Some("the people who did not vote")
    } else if has(PAPERS, &name) {
        Some("papers that count for no option")
    } else {
        has(LEADS, &name).then_some("the lead of the first over the second")
    }
}

/// True of a name that says who has the seat now: "Labour hold", "Labour gain from Conservative".
pub(super) fn is_seat_note(name: &str) -> bool {
    let name = plain(name);
    name.ends_with(" hold") || name.contains(" gain from ") || name.contains(" win (new seat)")
}

/// True of a name that says that its row is a sum of the others.
pub(super) fn is_total(name: &str) -> bool {
    // Most names of areas have a number or are long, and need no closer look.
    if name.len() > 60 || name.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let name = plain(name);
    has(TOTAL, &name) || without_total(&name).is_some_and(|rest| guess(rest) == Some("votes"))
}

/// True of a word for a sum, alone.
pub(crate) fn is_sum(name: &str) -> bool {
    has(TOTAL, &plain(name))
}

/// Words for a sum.
const TOTAL: &str = "total|totals|sum|grand total|total votes|итого|всего|барлығы|жиыны|бардыгы|баары|jami|summe|gesamt|insgesamt|total général|ensemble";

/// The rest of a name that begins or ends with a word for a sum: "exprimés" of "Total des exprimés".
fn without_total(name: &str) -> Option<&str> {
    let first = name.split_once(' ').filter(|(word, _)| has(TOTAL, word));
    let last = || name.rsplit_once(' ').filter(|(_, word)| has(TOTAL, word));
    let rest = match first {
        Some((_, rest)) => rest,
        None => last()?.0,
    };
    let links = ["of ", "des ", "de ", "der "];
    let linked = links.iter().find_map(|link| rest.strip_prefix(link));
    Some(linked.unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_that_are_blank_or_invalid_are_no_option() {
        for name in [
            "Invalid or blank votes",
            "Blank/invalid",
            "Blancs et nuls",
            "Spoilt and blank",
        ] {
            assert_eq!(ballots_row(name), Some("invalid"), "{name}");
        }
        for name in ["Labour and Co-operative", "Blank Party", "Yes/No"] {
            assert_eq!(ballots_row(name), None, "{name}");
        }
    }
}
