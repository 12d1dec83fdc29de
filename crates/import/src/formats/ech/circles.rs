//! Counting circles: which of them are counted, and the sums of their papers.

use super::papers;
use crate::context::Context;
use crate::draft::Count;
use crate::formats::flag::flag;
use crate::formats::twice::no_element;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The counting circles of an election or a vote.
pub(super) struct Circles<'f> {
    /// The results of the circles that are fully counted.
    pub(super) counted: Vec<&'f Element>,
    uncounted: usize,
    /// The number of circles with figures that are not fully counted.
    begun: usize,
    /// True where the delivery must hold every circle.
    is_total_known: bool,
}

/// A sum over circles. It is open where a circle lacks the figure.
#[derive(Default)]
pub(super) struct Sum {
    value: Option<u64>,
    is_open: bool,
}

impl Sum {
    pub(super) fn add(&mut self, figure: Option<u64>) {
        match figure {
            Some(figure) => self.value = Some(self.value.unwrap_or(0).saturating_add(figure)),
            None => self.is_open = true,
        }
    }

    /// True where a circle lacks the figure.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// The whole sum, which no circle lacks.
    pub(super) fn whole(&self) -> Option<u64> {
        self.value.filter(|_| !self.is_open)
    }

    /// The sum as a quantity: "at least" where a circle lacks the figure.
    pub(super) fn quantity(&self) -> Option<Value> {
        let value = self.value?;
        Some(if self.is_open {
            json!({ "atLeast": value })
        } else {
            json!(value)
        })
    }
}

/// The circles among `entries`, and those of `expected` that have no entry.
///
/// # Errors
/// A circle that stands in the file twice.
pub(super) fn circles<'f>(
    entries: &[&'f Element],
    expected: &[&Element],
) -> Result<Circles<'f>, Refused> {
    let id = |entry: &'f Element| entry.first("countingCircle")?.text_of("countingCircleId");
    no_element(entries.iter().copied(), id, "the counting circle")?;
    let mut counted = Vec::new();
    let mut ids = BTreeSet::new();
    let (mut uncounted, mut begun) = (0, 0);
    for entry in entries {
        if let Some(circle) = entry.first("countingCircle") {
            ids.insert(circle.text_of("countingCircleId").unwrap_or_default());
        }
        let data = entry.first("resultData");
        // Older deliveries write fullyCountedTrue.
        let mut is_counted = false;
        for name in ["isFullyCounted", "fullyCountedTrue"] {
            let said = data.map(|data| flag(data, name)).transpose()?;
            is_counted |= said.flatten() == Some(true);
        }
        match data.filter(|_| is_counted) {
            Some(data) => counted.push(data),
            None => {
                begun += usize::from(data.is_some());
                entry.pass();
                uncounted += 1;
            }
        }
    }
    for circle in expected {
        let id = circle.text_of("countingCircleId").unwrap_or_default();
        uncounted += usize::from(!ids.contains(id));
        circle.pass();
    }
    Ok(Circles {
        counted,
        uncounted,
        begun,
        is_total_known: uncounted > 0 || !expected.is_empty(),
    })
}

impl Circles<'_> {
    /// A count with its status where circles are not counted, and how many are.
    pub(super) fn count(&self, context: &mut Context<'_>) -> Count {
        let mut count = Count {
            id: "count".to_owned(),
            ..Count::default()
        };
        let done = self.counted.len();
        let mut reported = Map::new();
        reported.insert("done".to_owned(), json!(done));
        if self.is_total_known {
            reported.insert("total".to_owned(), json!(done + self.uncounted));
        }
        reported.insert("of".to_owned(), json!("districts"));
        count
            .fields
            .insert("reported".to_owned(), Value::Object(reported));
        context.understood(None, "isFullyCounted", "reported: districts");
        // Nothing counted may be before, during or after the vote.
        if self.uncounted > 0 && done > 0 {
            count.status = Some("partial".to_owned());
            context.understood(
                None,
                format!("counting circles not counted: {}", self.uncounted),
                "status: partial",
            );
        }
        if self.begun > 0 {
            context.left_out(
                None,
                format!(
                    "the figures of circles that are not fully counted: {}",
                    self.begun
                ),
                "they are a part of what is cast there",
            );
        }
        if done > 1 {
            context.left_out(
                None,
                format!("the figures of {done} counting circles each"),
                "the document has their sums",
            );
        }
        count
    }

    /// The sum of a figure over the circles that are counted.
    pub(super) fn sum(&self, path: &[&str]) -> Result<Sum, Refused> {
        let mut sum = Sum::default();
        for circle in &self.counted {
            sum.add(figure(circle, path)?);
        }
        Ok(sum)
    }

    /// Adds the sums of papers under the names of `fields`: the document's and the delivery's.
    pub(super) fn ballots(
        &self,
        fields: &[(&str, &[&str])],
        context: &mut Context<'_>,
        count: &mut Count,
    ) -> Result<(), Refused> {
        for circle in &self.counted {
            papers::check(circle, fields, context)?;
        }
        let mut ballots = Map::new();
        for (field, path) in fields {
            if let Some(sum) = self.sum(path)?.quantity() {
                ballots.insert((*field).to_owned(), sum);
                let name = path.last().copied().unwrap_or_default();
                context.understood(None, name, format!("ballots.{field}"));
            }
        }
        if !ballots.is_empty() {
            count
                .fields
                .insert("ballots".to_owned(), Value::Object(ballots));
        }
        Ok(())
    }
}

/// The whole number at a path of names.
pub(super) fn figure(from: &Element, path: &[&str]) -> Result<Option<u64>, Refused> {
    let Some((last, folders)) = path.split_last() else {
        return Ok(None);
    };
    let folder = folders
        .iter()
        .try_fold(from, |element, name| element.first(name));
    match folder {
        Some(folder) => folder.whole_of(last),
        None => Ok(None),
    }
}
