//! How a quantity stands in JSON.

use super::document::Value;
use super::error::{Fault, message};
use super::leaf::read_number;
use super::reader::{Node, Read, Scope};
#[cfg(feature = "schema")]
use super::schema::{Leaf, Shape};
use crate::model::{Amount, Bound, Claim, Quantity, SourceRef, Text};

const KINDS: &[&str] = &[
    "value", "over", "atLeast", "under", "atMost", "about", "from", "to", "missing",
];

impl Read for Quantity {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
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

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        Shape::Leaf(&Leaf::QUANTITY)
    }
}

/// The error for a figure given as text says how to write the figure that was probably meant.
fn not_a_quantity(node: &Node<'_>) -> Fault {
    let hint = match node.value() {
        Value::Text(text) => {
            let digits: String = text
                .trim()
                .trim_end_matches('%')
                .chars()
                .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
                .collect();
            match digits.replace(',', ".").parse::<crate::model::Decimal>() {
                Ok(number) if text.contains('%') => {
                    message!(r#" (write {number}, or {{"over": {number}}} for "over {number} %")"#)
                }
                Ok(number) => message!(r#" (write {number} without quotation marks)"#),
                Err(_) => r#" (for what is not known write {"missing": "why"})"#.to_owned(),
            }
        }
        _ => String::new(),
    };
    let mut fault = node.expected("a quantity");
    #[cfg(not(feature = "sketch"))]
    fault.message.push_str(&hint);
    fault
}

fn read_claims(node: &Node<'_>, scope: &mut Scope) -> Result<Quantity, Fault> {
    node.allow("claims", &["claims"])?;
    let Some(list) = node.field("claims") else {
        return Err(node.expected("claims"));
    };
    let mut claims = Vec::new();
    for item in list.items("claims")? {
        let claim = read_claim(&item, scope)?;
        if claim.source.is_none() {
            return Err(item.error("a claim among several needs its source"));
        }
        claims.push(claim);
    }
    Quantity::from_claims(claims)
        .ok_or_else(|| list.error("expected at least one claim, found none"))
}

fn read_claim(node: &Node<'_>, scope: &mut Scope) -> Result<Claim, Fault> {
    node.fields("a quantity", KINDS, &["source"])?;
    let source = node.field("source");
    let source = source
        .map(|source| SourceRef::read(&source, scope))
        .transpose()?;
    let given: Vec<&str> = KINDS
        .iter()
        .copied()
        .filter(|kind| node.field(kind).is_some())
        .collect();
    let bound = |name| Bound::read(&node.present(name)?, &mut Scope::default());
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
    fn read(node: &Node<'_>, _: &mut Scope) -> Result<Self, Fault> {
        const WHAT: &str = "a number, or a pair of numbers such as [2, 3]";
        let Value::List = node.value() else {
            return read_number(node, WHAT).map(Bound::from);
        };
        let numbers: Vec<_> = node
            .items("two numbers")?
            .map(|item| read_number(&item, "a number"))
            .collect::<Result<_, _>>()?;
        match numbers.as_slice() {
            [low, high] => Bound::new(*low, *high)
                .ok_or_else(|| node.error("the pair's first number is more than its second")),
            _ => Err(node.error(message!(
                "expected {WHAT}, found a list of {}",
                numbers.len()
            ))),
        }
    }

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        Shape::Leaf(&Leaf::BOUND)
    }
}
