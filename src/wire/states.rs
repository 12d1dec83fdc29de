//! The states of an alliances document: those that it lists, and those that only memberships name.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, quoted};
use super::record::json_enum;
use super::scalars::read_code;
use super::schema::{Leaf, Shape};
use crate::model::{State, StateKind, StateRef, Text, is_country};

json_enum! { "a kind of member", StateKind {
    State = "state", Territory = "territory", Organisation = "organisation", Other = "other",
} }

/// The states that the document lists; they are kept in the scope, where memberships add theirs.
#[derive(Default)]
pub(crate) struct States;

impl Read for States {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        for item in node.items("states")? {
            let state = read_state(&item, scope)?;
            if scope.states.iter().any(|known| known.code == state.code) {
                return Err(item.error(message!(
                    "an earlier state has the code {}",
                    quoted(&state.code)
                )));
            }
            scope.states.push(state);
        }
        Ok(States)
    }

    fn shape() -> Shape {
        Shape::List(Box::new(Shape::Leaf(&Leaf::STATE)))
    }
}

fn read_state<D: Diagnostics>(
    node: &Cursor<'_, D>,
    scope: &mut ReadContext,
) -> Result<State, ReadError<D>> {
    if let Value::Text(_) = node.value() {
        return read_known_code(node).map(State::of_code);
    }
    node.allow(
        "a state (a code, or {\"code\", \"name\"})",
        &["code", "name", "kind"],
    )?;
    let Some(code) = node.field("code") else {
        return Err(node.error("the field \"code\" is missing"));
    };
    let kind = node.field("kind");
    Ok(State {
        // A name makes any code known: there are states that no list of codes has.
        code: read_code(&code)?,
        name: Some(Text::read(&node.present("name")?, scope)?),
        kind: kind.map_or(Ok(StateKind::State), |kind| StateKind::read(&kind, scope))?,
    })
}

/// A code that some country has; of three letters, the two-letter ones that may be meant.
fn read_known_code<D: Diagnostics>(node: &Cursor<'_, D>) -> Result<String, ReadError<D>> {
    let text = node.text("a country code")?;
    // A first paint without the country's name gives way to the interactive bundle anyway.
    if is_country(text) || !D::EXPLAINS && text.len() == 2 {
        return Ok(text.to_owned());
    }
    let meant = two_letter_codes(text);
    if !meant.is_empty() {
        return Err(node.error(message!(
            "expected a country code of two capital letters, found {} (did you mean {}?)",
            quoted(text),
            meant.join(" or ")
        )));
    }
    let code = read_code(node)?;
    Err(node.error(message!(
        "no country has the code {} (for a code of your own, write in \"states\": {{\"code\": {}, \"name\": \"…\"}})",
        quoted(&code),
        quoted(&code)
    )))
}

/// The codes of two letters, quoted, that a code of three letters may stand for; empty for any other text.
fn two_letter_codes(text: &str) -> Vec<String> {
    let upper = text.to_ascii_uppercase();
    let letters: Vec<char> = upper.chars().collect();
    let [one, two, three] = letters.as_slice() else {
        return Vec::new();
    };
    let pairs = [[one, three], [one, two]].map(String::from_iter);
    let known = pairs.iter().filter(|code| is_country(code));
    known.map(|code| quoted(code)).collect()
}

impl Read for StateRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let listed = match node.value() {
            Value::Text(text) => scope.states.iter().position(|state| state.code == text),
            _ => None,
        };
        if let Some(place) = listed {
            return Ok(StateRef(place));
        }
        let code = read_known_code(node)?;
        scope.states.push(State::of_code(code));
        Ok(StateRef(scope.states.len() - 1))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::CODE)
    }
}
