//! A choice among what a file holds: one contest, one area, one vote.

use crate::context::Context;
use crate::question::Question;
use crate::refused::Refused;

/// Most choices that a question lists; the value of any other is accepted too.
const MOST_LISTED: usize = 60;

/// A thing to choose: the value to answer with, and its name.
pub(crate) struct Item {
    pub(crate) value: String,
    pub(crate) label: String,
}

/// The index of the item that the answer to `key` names by its value or its name, or of the only item.
/// `None` notes the question.
///
/// # Errors
/// An answer that names no item, or a name that several have.
pub(crate) fn choose(
    context: &mut Context<'_>,
    key: &str,
    question: &str,
    items: &[Item],
) -> Result<Option<usize>, Refused> {
    if let Some(answer) = context.answers().text(key) {
        return named(key, &answer, items).map(Some);
    }
    if items.len() == 1 {
        return Ok(Some(0));
    }
    let mut asked = Question::new(key, format!("{question} The file has {}", items.len()));
    if items.len() <= MOST_LISTED {
        for item in items {
            asked = asked.choice(&item.value, &item.label);
        }
    } else {
        let some: Vec<_> = items.iter().take(5).map(shown).collect();
        asked.text = format!("{}, such as {}", asked.text, some.join(", "));
    }
    context.ask(asked);
    Ok(None)
}

fn named(key: &str, answer: &str, items: &[Item]) -> Result<usize, Refused> {
    let mut by_value = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.value == answer);
    match (by_value.next(), by_value.next()) {
        (Some((index, _)), None) => return Ok(index),
        (Some((_, one)), Some((_, other))) => {
            return Err(Refused::new(format!(
                "{key}: the file has two with the id \"{answer}\": \"{}\" and \"{}\". Name one by its name, if they differ",
                one.label, other.label
            )));
        }
        (None, _) => {}
    }
    let same = |item: &Item| item.label.to_lowercase() == answer.to_lowercase();
    let mut by_label = items.iter().enumerate().filter(|(_, item)| same(item));
    match (by_label.next(), by_label.next()) {
        (Some((index, _)), None) => Ok(index),
        (Some(_), Some(_)) => {
            let values = items
                .iter()
                .filter(|item| same(item))
                .map(|item| item.value.as_str());
            Err(Refused::new(format!(
                "{key}: several are called \"{answer}\": name one of {}",
                values.collect::<Vec<_>>().join(", ")
            )))
        }
        (None, _) => {
            let some: Vec<_> = items.iter().take(20).map(shown).collect();
            let more = items.len().saturating_sub(some.len());
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            Err(Refused::new(format!(
                "{key}: \"{answer}\" is not in the file, which has {}{more}",
                some.join(", ")
            )))
        }
    }
}

fn shown(item: &Item) -> String {
    if item.label == item.value {
        return item.value.clone();
    }
    format!("{} ({})", item.value, item.label)
}
