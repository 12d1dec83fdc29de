//! Warnings of municipalities whose own figures contradict each other.

use super::either;
use super::election::{Election, grouped};
use crate::context::Context;
use crate::formats::rows::{Col, Row, Rows};
use crate::refused::Refused;

/// Checks that all rows of a municipality say the same of it, and that its papers and votes fit together.
pub(super) fn check(election: &Election<'_>, context: &mut Context<'_>) -> Result<(), Refused> {
    let repeated: Vec<_> = election
        .rows
        .columns()
        .filter(|(column, name)| name.starts_with("entity_") && *column != election.entity)
        .collect();
    let votes = ["candidate_votes", "list_votes"];
    let votes = votes.map(|name| election.rows.peek(&[name]).first().copied());
    for (_, own) in grouped(&election.counted, election.entity) {
        // Each candidate's row repeats the figures of the municipality.
        for (column, name) in &repeated {
            election.warn_of_difference(&own, *column, name, context);
        }
        let Some(first) = own.first() else { continue };
        let entity = Entity {
            rows: election.rows,
            row: first,
        };
        entity.warn_of_papers(context)?;
        entity.warn_of_votes(&own, votes, context)?;
    }
    Ok(())
}

/// A municipality, whose cells are read by the names of their columns.
struct Entity<'r> {
    rows: &'r Rows,
    row: &'r Row,
}

impl Entity<'_> {
    /// The number in a column. `None` where there is no such column, or no number in it.
    fn number(&self, column: Option<Col>) -> Result<Option<u64>, Refused> {
        match column {
            Some(column) => self.row.whole(column),
            None => Ok(None),
        }
    }

    fn named(&self, name: &str) -> Result<Option<u64>, Refused> {
        self.number(self.rows.peek(&[name]).first().copied())
    }

    fn at(&self, name: &str) -> String {
        let column = self.rows.peek(&[name]).first().copied();
        column.map_or_else(String::new, |column| {
            format!("{}: {name}", self.row.place(column))
        })
    }

    /// Warns of papers that are not the sum of their kinds, or more than the voters.
    fn warn_of_papers(&self, context: &mut Context<'_>) -> Result<(), Refused> {
        let received = self.named("entity_received_ballots")?;
        let unaccounted = self.named("entity_unaccounted_ballots")?;
        let accounted = self.named("entity_accounted_ballots")?;
        let blank = self.named("entity_blank_ballots")?;
        let invalid = self.named("entity_invalid_ballots")?;
        let left = match (blank, invalid) {
            (Some(blank), Some(invalid)) => Some(blank.saturating_add(invalid)),
            _ => None,
        };
        if let (Some(unaccounted), Some(left)) = (unaccounted, left)
            && unaccounted != left
        {
            context.warn(format!(
                "{} is {unaccounted}, and blank and invalid papers come to {left}",
                self.at("entity_unaccounted_ballots")
            ));
        }
        if let (Some(received), Some(accounted), Some(left)) =
            (received, accounted, unaccounted.or(left))
        {
            let sum = accounted.saturating_add(left);
            if sum != received {
                context.warn(format!(
                    "{} is {received}, and accounted and unaccounted papers come to {sum}",
                    self.at("entity_received_ballots")
                ));
            }
        }
        let voters = either(
            self.rows,
            "entity_eligible_voters",
            "entity_elegible_voters",
        );
        if let (Some(received), Some(voters)) = (received, self.number(voters)?)
            && received > voters
        {
            context.warn(format!(
                "{} is {received}, more than the {voters} eligible voters",
                self.at("entity_received_ballots")
            ));
        }
        Ok(())
    }

    /// Warns of candidates or lists with more votes than are accounted for. Each list's votes stand in the row of each of its
    /// candidates.
    fn warn_of_votes(
        &self,
        own: &[&Row],
        [of_candidate, of_list]: [Option<Col>; 2],
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        let lists = self.rows.peek(&["list_id"]).first().copied();
        let kind = self.rows.peek(&["election_type"]).first().copied();
        let is_proporz = kind.is_some_and(|kind| self.row.text(kind) == "proporz");
        let (what, column, rows) = match (is_proporz, lists) {
            (true, Some(list)) => {
                let lists = grouped(own, list).into_iter();
                let firsts = lists.filter_map(|(_, rows)| rows.first().copied());
                ("lists", of_list, firsts.collect())
            }
            _ => ("candidates", of_candidate, own.to_vec()),
        };
        let (Some(column), Some(accounted)) = (column, self.named("entity_accounted_votes")?)
        else {
            return Ok(());
        };
        let mut sum = 0_u64;
        for row in rows {
            sum = sum.saturating_add(row.whole(column)?.unwrap_or(0));
        }
        if sum > accounted {
            context.warn(format!(
                "{} is {accounted}, and the votes of {what} come to {sum}",
                self.at("entity_accounted_votes")
            ));
        }
        Ok(())
    }
}
