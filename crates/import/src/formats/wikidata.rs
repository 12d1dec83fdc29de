//! Results of a Wikidata query about memberships, as JSON.

use super::Format;
use crate::context::Context;
use crate::draft::Head;
use crate::grid::Grid;
use crate::memberships::read_long;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::parse_json;
use serde_json::Value;

/// The format of answers of a SPARQL service (application/sparql-results+json).
#[derive(Clone, Copy, Debug)]
pub struct Wikidata;

impl Format for Wikidata {
    fn name(&self) -> &'static str {
        "wikidata"
    }

    fn title(&self) -> &'static str {
        "memberships from a Wikidata query (JSON)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        sniff.is_json() && sniff.text.contains("\"bindings\"") && sniff.text.contains("\"vars\"")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let value = parse_json(&text)?;
        let bindings = value.pointer("/results/bindings").and_then(Value::as_array);
        let bindings = bindings.ok_or_else(|| {
            Refused::new("expected results.bindings, as a SPARQL service answers")
        })?;
        let vars = value.pointer("/head/vars").and_then(Value::as_array);
        let vars = vars
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned);
        let mut grid = Grid {
            header: vars.collect(),
            header_line: 1,
            ..Grid::default()
        };
        for (number, binding) in (1..).zip(bindings) {
            let cells = binding
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, value)| {
                    let text = value
                        .get("value")
                        .and_then(Value::as_str)
                        .unwrap_or_default();
                    (name.clone(), text.to_owned())
                });
            grid.push(number, cells);
        }
        read_long(&grid, Head::default(), None, context)
    }
}
