//! How a quantity stands in JSON.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext};
use super::scalars::read_number;
use super::schema::{Leaf, Shape};
use crate::model::{Amount, Bound, Claim, Decimal, Quantity, SourceRef, Text};

const KINDS: &[&str] = &[
    "value", "over", "atLeast", "under", "atMost", "about", "from", "to", "missing",
];

impl Read for Quantity {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        match node.value() {
            Value::Map if node.field("claims").is_some() => read_claims(node, scope),
            Value::Map => read_claim(node, scope).map(Quantity::new),
            _ => match node.number() {
                Some(number) => Ok(Quantity::new(Claim {
                    amount: Amount::Exact(number),
                    source: None,
                })),
                None => Err(not_a_quantity(node)),
            },
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::QUANTITY)
    }
}

/// The error for a figure given as text says how to write the figure that was probably meant.
fn not_a_quantity<D: Diagnostics>(node: &Cursor<'_, D>) -> ReadError<D> {
    node.error(|| {
        let hint = match node.value() {
            Value::Text(text) => how_to_write(text),
            _ => String::new(),
        };
        format!("expected a quantity, found {}{hint}", node.found())
    })
}

/// The figure that a text probably means, as JSON writes it.
fn how_to_write(text: &str) -> String {
    let digits: String = text
        .trim()
        .trim_end_matches('%')
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .collect();
    match digits.replace(',', ".").parse::<Decimal>() {
        Ok(number) if text.contains('%') => {
            format!(r#" (write {number}, or {{"over": {number}}} for "over {number} %")"#)
        }
        Ok(number) => format!(r#" (write {number} without quotation marks)"#),
        Err(_) => r#" (if the figure is not known, write {"missing": "why"})"#.to_owned(),
    }
}

fn read_claims<D: Diagnostics>(
    node: &Cursor<'_, D>,
    scope: &mut ReadContext,
) -> Result<Quantity, ReadError<D>> {
    node.allow("claims", &["claims"])?;
    let Some(list) = node.field("claims") else {
        return Err(node.expected("claims"));
    };
    let mut claims = Vec::new();
    for item in list.items("claims")? {
        let claim = read_claim(&item, scope)?;
        if claim.source.is_none() {
            return Err(item.error("every claim in a list needs a source"));
        }
        claims.push(claim);
    }
    Quantity::from_claims(claims)
        .ok_or_else(|| list.error("expected at least one claim, found none"))
}

fn read_claim<D: Diagnostics>(
    node: &Cursor<'_, D>,
    scope: &mut ReadContext,
) -> Result<Claim, ReadError<D>> {
    node.fields("a quantity", KINDS, &["source"])?;
    let source = node.field("source");
    let source = source
        .map(|source| SourceRef::read(&source, scope))
        .transpose()?;
    let mut given = Vec::new();
    for kind in KINDS {
        if node.field(kind).is_some() {
            given.push(*kind);
        }
    }
    let bound = |name| Bound::read(&node.present(name)?, &mut ReadContext::default());
    let number = |name| match node.field(name) {
        Some(field) => read_number(&field, "a number"),
        None => Err(node.expected("a number")),
    };
    let amount = match given.as_slice() {
        ["value"] => Amount::Exact(number("value")?),
        ["over"] => Amount::Over(bound("over")?),
        ["atLeast"] => Amount::AtLeast(bound("atLeast")?),
        ["under"] => Amount::Under(bound("under")?),
        ["atMost"] => Amount::AtMost(bound("atMost")?),
        ["about"] => Amount::About(number("about")?),
        ["from", "to"] => Amount::Range(
            Bound::new(number("from")?, number("to")?)
                .ok_or_else(|| node.error("\"from\" is more than \"to\""))?,
        ),
        ["missing"] => Amount::Missing(Text::read(&node.present("missing")?, scope)?),
        _ => {
            return Err(node.error(message!(
                "expected exactly one of value, over, atLeast, under, atMost, about, missing, or from with to; found {}",
                if given.is_empty() { "none".to_owned() } else { given.join(", ") }
            )));
        }
    };
    Ok(Claim { amount, source })
}

impl Read for Bound {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a number, or a pair of numbers such as [2, 3]";
        let Value::List = node.value() else {
            return read_number(node, WHAT).map(Bound::from);
        };
        let mut numbers = Vec::new();
        for item in node.items("two numbers")? {
            numbers.push(read_number(&item, "a number")?);
        }
        match numbers.as_slice() {
            [low, high] => Bound::new(*low, *high)
                .ok_or_else(|| node.error("the pair's first number is more than its second")),
            _ => Err(node.error(message!(
                "expected {WHAT}, found a list of {}",
                numbers.len()
            ))),
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::BOUND)
    }
}
