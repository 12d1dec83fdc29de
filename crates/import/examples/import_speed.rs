//! The time and the memory of a large import, beside a plain sum of the same file with the csv crate.
//!
//! `make bench-import` runs it. It fails where the import takes more than twice as long, or more than 200 MB.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a program for developers"
)]

use election_widgets_import::{Answers, Outcome, Source, import};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const MEGABYTES: usize = 100;
const RUNS: usize = 9;
const MOST_RATIO: f64 = 2.0;
const MOST_MEMORY_MB: u64 = 200;

const ANSWERS: &str = r#"{
    "where": { "office": "Governor" }, "sumOver": ["county", "precinct"], "zero": "zero", "kind": "candidate",
    "title": "Governor", "office": "Governor", "status": "final", "asOf": "2030-04-12",
    "source": { "title": "Precincts", "publisher": "Commission", "date": "2030-04-12" }
}"#;

/// A file of precincts: eight candidates in each of many.
fn write_file(path: &Path) -> std::io::Result<u64> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut written = 0;
    let mut votes: u64 = 0;
    writeln!(file, "county,precinct,office,party,candidate,votes")?;
    for precinct in 0_u64.. {
        for candidate in 0..8_u64 {
            // A simple sequence of numbers, the same in every run.
            let number = (precinct * 7919 + candidate * 104_729) % 4_000;
            votes += number;
            let row = format!(
                "County {},Precinct {precinct},Governor,Party {candidate},Candidate Number {candidate},{number}\n",
                precinct % 90
            );
            file.write_all(row.as_bytes())?;
            written += row.len();
        }
        if written >= MEGABYTES * 1_000_000 {
            break;
        }
    }
    file.flush()?;
    Ok(votes)
}

fn plain_sum(path: &Path) -> u64 {
    let mut reader = csv::Reader::from_path(path).expect("the file was written");
    let mut record = csv::ByteRecord::new();
    let mut sum = 0;
    while reader
        .read_byte_record(&mut record)
        .expect("the file is CSV")
    {
        let votes = std::str::from_utf8(&record[5]).expect("digits");
        sum += votes.parse::<u64>().expect("digits");
    }
    sum
}

fn imported_sum(path: &Path) -> u64 {
    let file = File::open(path).expect("the file was written");
    let mut source = Source::new("precincts.csv", file).expect("the file has bytes");
    let answers = Answers::from_json(ANSWERS).expect("JSON");
    let outcome = import(&mut source, &answers).expect("a table");
    let Outcome::Imported(imported) = outcome else {
        return 0;
    };
    let results = imported.document["counts"][0]["results"]
        .as_object()
        .expect("results");
    results
        .values()
        .filter_map(|result| result["votes"].as_u64())
        .sum()
}

/// A run's time and sum.
fn timed(run: impl Fn() -> u64) -> (Duration, u64) {
    let start = Instant::now();
    let sum = run();
    (start.elapsed(), sum)
}

/// The most memory that this process has held, in MB; `None` where the system does not tell.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1000)
}

fn main() -> ExitCode {
    let path: PathBuf =
        std::env::temp_dir().join(format!("import-speed-{}.csv", std::process::id()));
    let votes = write_file(&path).expect("the temporary folder takes a file");
    // By turns, so that a busy machine slows both.
    let (mut plain, mut plain_votes) = (Duration::MAX, 0);
    let (mut imported, mut imported_votes) = (Duration::MAX, 0);
    for _ in 0..RUNS {
        let (time, sum) = timed(|| plain_sum(&path));
        (plain, plain_votes) = (plain.min(time), sum);
        let (time, sum) = timed(|| imported_sum(&path));
        (imported, imported_votes) = (imported.min(time), sum);
    }
    let _ = std::fs::remove_file(&path);
    let ratio = imported.as_secs_f64() / plain.as_secs_f64();
    let memory = most_memory();
    println!("{MEGABYTES} MB of precincts, the shortest of {RUNS} runs");
    println!(
        "plain sum with the csv crate: {:.0} ms",
        plain.as_secs_f64() * 1000.0
    );
    println!(
        "import: {:.0} ms, {ratio:.2} times as long (at most {MOST_RATIO})",
        imported.as_secs_f64() * 1000.0
    );
    if let Some(memory) = memory {
        println!("most memory: {memory} MB (at most {MOST_MEMORY_MB})");
    }
    let is_right = plain_votes == votes && imported_votes == votes;
    println!(
        "{votes} votes: {}",
        if is_right {
            "both sums are right"
        } else {
            "a sum is WRONG"
        }
    );
    let fits = ratio <= MOST_RATIO && memory.is_none_or(|memory| memory <= MOST_MEMORY_MB);
    if is_right && fits {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
