//! Elections: a row for each municipality and candidate.

use super::{
    check_flags, either, entities, is_true, leave_areas, leave_uncounted, majorz, one_election,
    proporz, status, text, why,
};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::moment::Moment;
use crate::formats::rows::{Col, Row, Rows, sum};
use crate::formats::twice::{no_other, no_row};
use crate::refused::Refused;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// The columns that say the same in each row.
const OF_ELECTION: [&str; 4] = [
    "election_date",
    "election_type",
    "election_status",
    "election_mandates",
];

/// The columns that have figures only of municipalities that are counted.
const FIGURES: [&str; 3] = ["entity_received_ballots", "candidate_votes", "list_votes"];

/// The rows of an election, of municipalities that are counted.
pub(super) struct Election<'r> {
    pub(super) rows: &'r Rows,
    pub(super) counted: Vec<&'r Row>,
    pub(super) entity: Col,
    /// One row of each municipality that is counted.
    pub(super) entities: Vec<&'r Row>,
}

/// Reads an election by majority or by proportion.
pub(super) fn read(rows: &Rows, context: &mut Context<'_>) -> Result<Results, Refused> {
    let kind = rows.column("election_type")?;
    let Some(first) = rows.rows.first() else {
        return Err(Refused::new("the table has no rows"));
    };
    let (entity, is_counted) = (rows.column("entity_id")?, rows.column("entity_counted")?);
    check_flags(rows.rows.iter(), is_counted)?;
    let all = firsts(rows.rows.iter(), entity);
    let counted: Vec<&Row> = rows
        .rows
        .iter()
        .filter(|row| is_true(row, is_counted))
        .collect();
    let every: Vec<&Row> = rows.rows.iter().collect();
    one_election(rows, &every, "election_title", &OF_ELECTION)?;
    let of_row = rows.peek(&["entity_id", "list_id", "candidate_id"]);
    no_row(
        every.iter().copied(),
        &of_row,
        "the candidate of a municipality",
    )?;
    for (_, own) in grouped(&every, entity) {
        let how = "a municipality is counted or is not";
        no_other(&own, is_counted, "entity_counted", how)?;
    }
    let entities = firsts(counted.iter().copied(), entity);
    let election = Election {
        rows,
        counted,
        entity,
        entities: entities.clone(),
    };
    let mut results = head(rows, first, context)?;
    let status_column = rows.column("election_status")?;
    let uncounted = all.len() - entities.len();
    let mut count = Count {
        id: "count".to_owned(),
        status: status(first, status_column, uncounted, context),
        ..Count::default()
    };
    let is_final = first.text(status_column) == "final";
    count.fields.insert(
        "reported".to_owned(),
        reported(entities.len(), all.len(), uncounted > 0 || is_final),
    );
    context.understood(None, "entity_counted", "reported: districts");
    ballots(&election, context, &mut count)?;
    entities::check(&election, context)?;
    let others = rows.rows.iter().filter(|row| !is_true(row, is_counted));
    leave_uncounted(rows, others, &FIGURES, context);
    votes_allowed(&election, first, context, &mut results)?;
    match first.text(kind) {
        "majorz" => majorz::add(&election, first, context, (&mut results, &mut count))?,
        "proporz" => proporz::add(&election, first, context, (&mut results, &mut count))?,
        _ => return Err(first.refused(kind, "majorz or proporz")),
    }
    results.counts.push(count);
    leave_areas(all.len(), context);
    let panachage = rows.pass("panachage_") + rows.pass("list_panachage_");
    if panachage > 0 {
        context.left_out(
            None,
            format!("panachage ({panachage} columns)"),
            "documents do not say from which lists votes came",
        );
    }
    rows.report_unused(context, rows.rows.iter(), why);
    Ok(results)
}

fn head(rows: &Rows, first: &Row, context: &mut Context<'_>) -> Result<Results, Refused> {
    let mut results = Results::default();
    results.head.title = text(rows, first, "election_title");
    if results.head.title.is_some() {
        context.understood(None, "election_title", "title");
    }
    let date = rows.column("election_date")?;
    let moment = Moment::iso(first.text(date))
        .ok_or_else(|| first.refused(date, "a day such as 2030-04-12"))?;
    context.understood(first.place(date), "election_date", "contest.date");
    results.date = Some(json!(moment.written));
    Ok(results)
}

/// Adds the number of votes on a paper, where the file shows that it is the number of mandates.
fn votes_allowed(
    election: &Election<'_>,
    first: &Row,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let mandates = election.rows.column("election_mandates")?;
    if let Some(mandates) = first.whole(mandates)?
        && has_votes_for_each(election, mandates)?
    {
        results
            .contest
            .insert("votesAllowed".to_owned(), json!(mandates));
        context.understood(
            None,
            format!("entity votes, {mandates} on each paper"),
            "contest.votesAllowed",
        );
    }
    Ok(())
}

/// How many municipalities are counted, and of how many where the file holds them all.
fn reported(done: usize, total: usize, is_total_known: bool) -> Value {
    if is_total_known {
        return json!({ "done": done, "total": total, "of": "districts" });
    }
    // Municipalities that are not counted may be missing in the file.
    json!({ "done": done, "of": "districts" })
}

fn ballots(
    election: &Election<'_>,
    context: &mut Context<'_>,
    count: &mut Count,
) -> Result<(), Refused> {
    let rows = election.rows;
    let mut ballots = Map::new();
    for (field, column, misspelt) in [
        (
            "eligible",
            "entity_eligible_voters",
            "entity_elegible_voters",
        ),
        ("cast", "entity_received_ballots", ""),
        ("valid", "entity_accounted_ballots", ""),
        ("blank", "entity_blank_ballots", ""),
        ("invalid", "entity_invalid_ballots", ""),
    ] {
        let Some(index) = either(rows, column, misspelt) else {
            continue;
        };
        if let Some(sum) = sum(&election.entities, index)? {
            ballots.insert(field.to_owned(), sum);
            context.understood(None, format!("column {column}"), format!("ballots.{field}"));
        }
    }
    if !ballots.is_empty() {
        count
            .fields
            .insert("ballots".to_owned(), Value::Object(ballots));
    }
    Ok(())
}

/// The first row of each value of a column, in the file's order.
pub(super) fn firsts<'r>(rows: impl Iterator<Item = &'r Row>, column: Col) -> Vec<&'r Row> {
    let mut known = std::collections::HashSet::new();
    rows.filter(|row| known.insert(row.text(column))).collect()
}

/// The rows of each value of a column; the values in the file's order.
pub(super) fn grouped<'r>(rows: &[&'r Row], column: Col) -> Vec<(&'r str, Vec<&'r Row>)> {
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<(&str, Vec<&Row>)> = Vec::new();
    for row in rows {
        let value = row.text(column);
        let at = *index.entry(value).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((value, vec![row])),
        }
    }
    groups
}

impl Election<'_> {
    /// The votes of an option from one row of each municipality: "at least" where a municipality has none.
    pub(super) fn votes(
        &self,
        name: &str,
        rows: &[&Row],
        column: Col,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let votes = sum(rows, column)?;
        if rows.len() >= self.entities.len() {
            if votes
                .as_ref()
                .is_some_and(|votes| votes.get("atLeast").is_some())
            {
                context.warn(format!(
                    "{name}: not all municipalities that are counted give votes"
                ));
            }
            return Ok(votes);
        }
        context.warn(format!(
            "{name}: {} of {} municipalities have no votes",
            self.entities.len() - rows.len(),
            self.entities.len()
        ));
        Ok(votes.map(|votes| match votes.as_u64() {
            Some(votes) => json!({ "atLeast": votes }),
            None => votes,
        }))
    }

    /// Warns where rows that should repeat a figure differ.
    pub(super) fn warn_of_difference(
        &self,
        rows: &[&Row],
        column: Col,
        name: &str,
        context: &mut Context<'_>,
    ) {
        let Some(first) = rows.first() else { return };
        let differs = |row: &&&Row| row.text(column) != first.text(column);
        if let Some(other) = rows.iter().find(differs) {
            let (place, found, expected) =
                (other.place(column), other.text(column), first.text(column));
            context.warn(format!(
                "{place}: {name} is {found} here and {expected} before"
            ));
        }
    }
}

/// True where every valid paper holds as many votes, blank ones among them, as there are mandates.
fn has_votes_for_each(election: &Election<'_>, mandates: u64) -> Result<bool, Refused> {
    let total = |name: &str| -> Result<Option<u64>, Refused> {
        let column = election.rows.optional(name);
        let sum = column
            .map(|column| sum(&election.entities, column))
            .transpose()?;
        Ok(sum.flatten().and_then(|sum| sum.as_u64()))
    };
    let on_papers = [
        total("entity_blank_votes")?,
        total("entity_invalid_votes")?,
        total("entity_accounted_votes")?,
    ];
    let votes = on_papers
        .into_iter()
        .try_fold(0_u64, |sum, votes| sum.checked_add(votes?));
    let papers = total("entity_accounted_ballots")?.and_then(|papers| papers.checked_mul(mandates));
    Ok(votes.is_some() && votes == papers)
}
