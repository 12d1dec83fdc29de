//! The report of an import on standard error.

use super::super::counted;
use super::options::flag_of;
use election_widgets_import::{Imported, Line, Question, Report};

/// Most lines of each list on standard error; `--report` has all of them.
const MOST_LINES: usize = 40;

/// The length above which a value is an id that says nothing to people.
const LONG_ID: usize = 20;

/// Tells what was understood, what was left out, and what looks wrong.
pub(super) fn report(imported: &Imported, quiet: bool) {
    if !quiet {
        eprintln!("read as {}, for {}", imported.format, imported.widget);
        lists(&imported.report);
    }
    for warning in &imported.report.warnings {
        eprintln!("warning: {warning}");
    }
}

/// Tells what is understood while questions are open.
pub(super) fn understood_so_far(format: &str, report: &Report, quiet: bool) {
    if !quiet {
        eprintln!("read as {format}");
        lists(report);
    }
    for warning in &report.warnings {
        eprintln!("warning: {warning}");
    }
}

fn lists(report: &Report) {
    list("understood", &report.understood, report.more_understood);
    list("left out", &report.left_out, report.more_left_out);
}

fn list(title: &str, lines: &[Line], more: u64) {
    let total = lines.len() as u64 + more;
    eprintln!("{title}:{}", if total == 0 { " nothing" } else { "" });
    for line in lines.iter().take(MOST_LINES) {
        eprintln!("  {line}");
    }
    let hidden = total.saturating_sub(MOST_LINES as u64);
    if hidden > 0 {
        eprintln!("  and {hidden} more (--report FILE has them)");
    }
}

/// The open questions, each with its key and the flag that answers it, as one message.
pub(super) fn open(questions: &[Question]) -> String {
    let number = counted(questions.len(), "question");
    let mut message =
        format!("{number} to answer (by the flag behind each, or all in a file: --answers FILE):");
    for question in questions {
        let place = question
            .at
            .map_or_else(String::new, |place| format!(" ({place})"));
        let flag = flag_of(&question.key);
        message.push_str(&format!(
            "\n  {}: {}{place} ({flag})",
            question.key, question.text
        ));
        message.push_str(&choices(question));
    }
    message
}

/// The answers to choose from: in a row, or one a line with its meaning where a value is a long id.
fn choices(question: &Question) -> String {
    let choices = &question.choices;
    if choices.iter().any(|choice| choice.value.len() > LONG_ID) {
        let lines = choices
            .iter()
            .map(|choice| format!("\n    {}  {}", choice.value, choice.label));
        return lines.collect();
    }
    let values: Vec<_> = choices.iter().map(|choice| choice.value.as_str()).collect();
    if values.is_empty() {
        return String::new();
    }
    format!(" [{}]", values.join(", "))
}
