//! The reader of thresholds.

use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext};
use super::record::{Record as _, json_object};
use super::scalars::read_number;
use super::schema::{Leaf, Shape};
use crate::model::{
    Measure, Needs, OptionRef, PercentOf, Rule, SourceRef, Stated, Text, Threshold, ThresholdKind,
    Unit,
};

/// A rule as it is written.
struct RuleParts {
    needs: Option<Needs>,
    unit: Option<Unit>,
    of: Option<PercentOf>,
    text: Option<Text>,
    reached_by: Vec<OptionRef>,
    missed_by: Vec<OptionRef>,
    met: Option<bool>,
}

json_object! { "a rule (needs and unit, or text)", RuleParts {
    optional "needs" => needs, "The number that must be reached or exceeded.";
    optional "unit" => unit, "The unit of that number.";
    optional "of" => of, "The base of a percentage. For a quorum in votes: which votes are counted.";
    optional "text" => text, "A rule in words, which only the source can judge.";
    optional "reachedBy" => reached_by, "For a rule in words: the ids of the options that meet it, according to the source.";
    optional "missedBy" => missed_by, "For a rule in words: the ids of the options that do not meet it, according to the source.";
    optional "met" => met, "For a rule in words for a question or a quorum: the source's verdict.";
} }

/// A threshold as it is written.
struct ThresholdParts {
    rule: RuleParts,
    kind: ThresholdKind,
    or: Vec<Rule>,
    and: Vec<Rule>,
    options: Vec<OptionRef>,
    source: Option<SourceRef>,
}

json_object! { "a threshold", ThresholdParts {
    [flatten rule: RuleParts]
    required "kind" => kind, "The question that the threshold decides: who has won or can govern, who gets seats, or if the vote counts.";
    optional "or" => or, "Further rules. One of all rules is enough.";
    optional "and" => and, "Further rules. All rules must be met.";
    optional "options" => options, "The ids of the options that the threshold is for. By default it is for all. For a quorum: the options whose votes count towards it.";
    optional "source" => source, "The id of the source.";
} }

impl Read for Rule {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        rule(node, RuleParts::read(node, scope)?)
    }

    fn shape() -> Shape {
        Shape::Record {
            name: "Rule",
            fields: RuleParts::fields(),
        }
    }
}

impl Read for Threshold {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let parts = ThresholdParts::read(node, scope)?;
        if !parts.or.is_empty() && !parts.and.is_empty() {
            return Err(node.error("\"or\" and \"and\" exclude each other"));
        }
        Ok(Threshold {
            kind: parts.kind,
            rule: rule(node, parts.rule)?,
            or: parts.or,
            and: parts.and,
            options: parts.options,
            source: parts.source,
        })
    }

    fn shape() -> Shape {
        Shape::Record {
            name: "Threshold",
            fields: ThresholdParts::fields(),
        }
    }
}

/// The rule of these parts: measured by the figures, or stated by the source.
fn rule<D: Diagnostics>(node: &Cursor<'_, D>, parts: RuleParts) -> Result<Rule, ReadError<D>> {
    let judged = !parts.reached_by.is_empty() || !parts.missed_by.is_empty() || parts.met.is_some();
    match (parts.needs, parts.unit, parts.text) {
        (_, _, None) if judged => Err(node
            .error("\"reachedBy\", \"missedBy\" and \"met\" belong to a rule in words (\"text\")")),
        (Some(needs), Some(unit), None) => Ok(Rule::Measured(Measure {
            needs,
            unit,
            of: parts.of,
        })),
        (None, None, Some(text)) if parts.of.is_none() => Ok(Rule::Stated(Stated {
            text,
            reached_by: parts.reached_by,
            missed_by: parts.missed_by,
            met: parts.met,
        })),
        (None, _, None) => Err(node.missing("needs")),
        (Some(_), None, None) => Err(node.missing("unit")),
        _ => Err(node.error(
            "a rule has \"needs\" and \"unit\", or a \"text\" that says it in words: not both",
        )),
    }
}

impl Read for Needs {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = r#"{"over": number} or {"atLeast": number}"#;
        node.allow(WHAT, &["over", "atLeast"])?;
        let needs = match (node.field("over"), node.field("atLeast")) {
            (Some(over), None) => read_number(&over, "a number").map(Needs::Over),
            (None, Some(at_least)) => read_number(&at_least, "a number").map(Needs::AtLeast),
            _ => Err(node.error(message!("expected exactly one of {WHAT}"))),
        }?;
        let (Needs::Over(number) | Needs::AtLeast(number)) = needs;
        if number.is_negative() {
            return Err(node.error(message!(
                "expected a threshold of zero or more, found {number}"
            )));
        }
        Ok(needs)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::NEEDS)
    }
}
