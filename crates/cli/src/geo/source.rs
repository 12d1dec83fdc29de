//! Bytes in: a file or standard input, never more than the limit, as JSON.

use super::Problem;
use serde_json::Value;
use std::fs::File;
use std::io::Read;

/// The largest file that is read: 200 MB hold some six million corners.
pub const MOST_BYTES: u64 = 200_000_000;

/// The argument that stands for standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// A source's name in messages.
pub(super) fn shown(path: &str) -> &str {
    if path == STANDARD_INPUT {
        "standard input"
    } else {
        path
    }
}

/// The JSON of the file at `path`, or of `standard_input` where `path` is `-`.
pub(super) fn read(path: &str, standard_input: &mut dyn Read) -> Result<Value, Problem> {
    bytes(path, standard_input)
        .and_then(|bytes| parse(&bytes))
        .map_err(|problem| problem.within(shown(path)))
}

fn bytes(path: &str, standard_input: &mut dyn Read) -> Result<Vec<u8>, Problem> {
    let unreadable = |error: std::io::Error| Problem::new(format!("cannot be read: {error}"));
    let mut bytes = Vec::new();
    let read = if path == STANDARD_INPUT {
        standard_input.take(MOST_BYTES + 1).read_to_end(&mut bytes)
    } else {
        let file = File::open(path).map_err(unreadable)?;
        refuse_over_limit(file.metadata().map_err(unreadable)?.len())?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes)
    };
    refuse_over_limit(read.map_err(unreadable)? as u64)?;
    Ok(bytes)
}

fn refuse_over_limit(size: u64) -> Result<(), Problem> {
    if size <= MOST_BYTES {
        return Ok(());
    }
    let megabytes = MOST_BYTES / 1_000_000;
    Err(Problem::new(format!(
        "has more than {megabytes} MB (simplify it first, or keep only the shapes that you need)"
    )))
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let hint = not_a_number(bytes, error.line(), error.column());
        Problem::new(format!("not JSON: {error}{hint}"))
    })
}

/// JSON has no word for what is no number, but programs write one all the same.
fn not_a_number(bytes: &[u8], line: usize, column: usize) -> &'static str {
    let line = bytes.split(|byte| *byte == b'\n').nth(line.wrapping_sub(1));
    let from = column.saturating_sub(2);
    let rest = line.and_then(|line| line.get(from..)).unwrap_or_default();
    let found = [&b"NaN"[..], b"nan", b"Inf", b"-Inf", b"inf"]
        .iter()
        .any(|word| {
            rest.get(..word.len() + 2)
                .or(Some(rest))
                .is_some_and(|rest| rest.windows(word.len()).any(|part| part == *word))
        });
    if found {
        " (NaN and Infinity are no numbers in JSON)"
    } else {
        ""
    }
}
