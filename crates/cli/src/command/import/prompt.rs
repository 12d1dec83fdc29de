//! Questions on the terminal.

use election_widgets_import::Question;
use std::io::{IsTerminal as _, Write as _};

/// True where a person can be asked.
pub(super) fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks until an answer fits. `None` at the end of input.
pub(super) fn ask(question: &Question) -> Option<String> {
    eprintln!();
    if let Some(place) = question.at {
        eprint!("{place}: ");
    }
    eprintln!("{}", question.text);
    for (number, choice) in question.choices.iter().enumerate() {
        eprintln!("  {:>2}  {:<12} {}", number + 1, choice.value, choice.label);
    }
    loop {
        eprint!("{}> ", question.key);
        std::io::stderr().flush().ok()?;
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line).ok()? == 0 {
            return None;
        }
        match chosen(question, line.trim()) {
            Some(answer) => return Some(answer),
            None => eprintln!("write one of the words above, or its number"),
        }
    }
}

/// The answer that a line gives: a choice by its word or its number, or any text where there are no choices.
fn chosen(question: &Question, line: &str) -> Option<String> {
    if question.choices.is_empty() {
        return (!line.is_empty()).then(|| line.to_owned());
    }
    let by_word = question.choices.iter().find(|choice| choice.value == line);
    let by_number = || {
        let number: usize = line.parse().ok()?;
        question.choices.get(number.checked_sub(1)?)
    };
    Some(by_word.or_else(by_number)?.value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_taken_by_its_word_or_its_number_and_nothing_else() {
        let question = Question::new("status", "Which?")
            .choice("final", "the result")
            .choice("partial", "a part");
        let taken = |line| chosen(&question, line);
        assert_eq!(taken("partial").as_deref(), Some("partial"));
        assert_eq!(taken("1").as_deref(), Some("final"));
        assert_eq!(
            (taken("0"), taken("3"), taken(""), taken("finished")),
            (None, None, None, None)
        );
        assert_eq!(
            chosen(&Question::new("title", "Title?"), "A vote").as_deref(),
            Some("A vote")
        );
    }
}
