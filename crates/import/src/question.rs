//! Questions that a file leaves open.

use crate::refused::Place;
use serde::Serialize;
use std::fmt;

/// A question that only a person can answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The key of the answer in [`crate::Answers`]: `asOf`.
    pub key: String,
    /// The question as a sentence, with what was found and how to write the answer.
    pub text: String,
    /// The place in the file that raises it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// The answers to choose from; empty where any text will do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.at {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.key, self.text)
    }
}

/// One answer to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value to answer with.
    pub value: String,
    /// The meaning, for people.
    pub label: String,
}

impl Question {
    /// A question that any text answers.
    pub fn new(key: impl Into<String>, text: impl Into<String>) -> Question {
        Question {
            key: key.into(),
            text: text.into(),
            at: None,
            choices: Vec::new(),
        }
    }

    /// The same question, raised by a place in the file.
    #[must_use]
    pub fn at(mut self, place: Place) -> Question {
        self.at = Some(place);
        self
    }

    /// The same question with more answers to choose from, each with its meaning.
    #[must_use]
    pub fn choices(self, choices: &[(&str, &str)]) -> Question {
        let add =
            |question: Question, (value, label): &(&str, &str)| question.choice(*value, *label);
        choices.iter().fold(self, add)
    }

    /// The same question with one more answer to choose from.
    #[must_use]
    pub fn choice(mut self, value: impl Into<String>, label: impl Into<String>) -> Question {
        self.choices.push(Choice {
            value: value.into(),
            label: label.into(),
        });
        self
    }
}
