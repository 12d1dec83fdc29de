//! `election-widgets play`, asked as a page asks it.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const NIGHT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/night");

/// A night that is played, until it is dropped.
struct Played {
    child: Child,
    host: String,
    /// The messages of the command, which it could not write to a pipe that is closed.
    _messages: BufReader<ChildStderr>,
}

impl Played {
    /// The night at a time that stands still.
    fn at(start: &str) -> Played {
        Played::with(&["--speed", "0", "--start", start])
    }

    fn with(options: &[&str]) -> Played {
        let mut child = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
            .args(["play", NIGHT, "--port", "0"])
            .args(options)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut messages = BufReader::new(child.stderr.take().unwrap());
        messages.read_line(&mut line).unwrap();
        let host = line
            .trim()
            .strip_prefix("http://")
            .unwrap()
            .strip_suffix("/data.json")
            .unwrap();
        assert!(host.starts_with("127.0.0.1:"), "{host}");
        Played {
            host: host.to_owned(),
            child,
            _messages: messages,
        }
    }

    /// The head and the body of an answer.
    fn ask(&self, path: &str, headers: &str) -> (String, String) {
        self.send("GET", path, headers)
    }

    fn send(&self, method: &str, path: &str, headers: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let host = &self.host;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 0\r\n{headers}\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// The number of the document that comes now.
    fn sequence(&self) -> u64 {
        let (_, body) = self.ask("/data.json", "");
        let document: serde_json::Value = serde_json::from_str(&body).unwrap();
        document["sequence"].as_u64().unwrap()
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The value of a header of an answer.
fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    let found = lines.find(|(known, _)| known.eq_ignore_ascii_case(name));
    let found = found.map(|(_, value)| value);
    found.unwrap_or_else(|| panic!("no {name} in {head}"))
}

#[test]
fn each_document_comes_at_its_time_and_a_reader_who_has_it_gets_no_body() {
    for (start, sequence) in [("20:00", 1), ("21:30", 2), ("00:50", 6), ("18:00", 9)] {
        let played = Played::at(start);
        let (head, body) = played.ask("/data.json", "");
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let document: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(document["sequence"], sequence, "{start}");
        assert_eq!(header(&head, "access-control-allow-origin"), "*");
        let [tag, date] = ["etag", "last-modified"].map(|name| header(&head, name));
        for line in [
            format!("If-None-Match: {tag}\r\n"),
            // As a proxy that compresses writes it.
            format!("If-None-Match: \"other\", W/{tag}\r\n"),
            "If-None-Match: *\r\n".to_owned(),
            format!("If-Modified-Since: {date}\r\n"),
        ] {
            let (again, body) = played.ask("/data.json", &line);
            assert!(
                again.starts_with("HTTP/1.1 304") && body.is_empty(),
                "{again}"
            );
        }
        for tags in ["\"other\"", "\"\"", "", "W/"] {
            let (other, body) = played.ask("/data.json", &format!("If-None-Match: {tags}\r\n"));
            assert!(other.starts_with("HTTP/1.1 200") && !body.is_empty());
        }
    }
}

#[test]
fn a_fault_that_is_asked_for_is_played() {
    let played = Played::at("22:30");
    let (_, whole) = played.ask("/data.json", "");
    let (head, _) = played.ask("/data.json?fault=500", "");
    assert!(head.starts_with("HTTP/1.1 500"), "{head}");
    let (head, _) = played.ask("/data.json?fault=429", "");
    assert!(head.starts_with("HTTP/1.1 429"), "{head}");
    assert_eq!(header(&head, "retry-after"), "5");
    let (head, body) = played.ask("/data.json?fault=html", "");
    assert!(
        head.starts_with("HTTP/1.1 200") && body.starts_with("<!doctype html>"),
        "{head}"
    );
    let (_, body) = played.ask("/data.json?fault=cut", "");
    assert!(whole.starts_with(&body) && body.len() * 2 <= whole.len());
    let (_, body) = played.ask("/data.json?t=1&fault=old", "");
    let old: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(old["sequence"], 3);
    assert!(
        played
            .ask("/data.json?fault=flood", "")
            .0
            .starts_with("HTTP/1.1 400")
    );
    assert!(
        played
            .ask("/../night.json", "")
            .0
            .starts_with("HTTP/1.1 404")
    );
}

#[test]
fn the_night_goes_on_at_its_speed_until_its_last_document() {
    // The first document for a fifth of a second, the last after four.
    let played = Played::with(&["--speed", "20000"]);
    let begun = Instant::now();
    let mut seen = vec![played.sequence()];
    while seen.last() != Some(&9) {
        assert!(begun.elapsed() < Duration::from_secs(60), "{seen:?}");
        thread::sleep(Duration::from_millis(50));
        let sequence = played.sequence();
        if seen.last() != Some(&sequence) {
            seen.push(sequence);
        }
    }
    assert!(seen.len() > 3 && seen.is_sorted(), "{seen:?}");
}

#[test]
fn a_fault_is_switched_on_and_off_while_the_night_goes_on() {
    let played = Played::at("22:30");
    assert_eq!(played.sequence(), 4);
    for (fault, begins) in [("500", "HTTP/1.1 500"), ("429", "HTTP/1.1 429")] {
        let (head, _) = played.send("POST", &format!("/fault/{fault}"), "");
        assert!(head.starts_with("HTTP/1.1 303"), "{head}");
        assert_eq!(header(&head, "location"), "/");
        assert!(played.ask("/data.json", "").0.starts_with(begins));
    }
    let (_, page) = played.ask("/", "");
    assert!(page.contains("<h1>22:30</h1>"), "{page}");
    assert!(page.contains("04-"), "{page}");
    assert!(
        page.contains("formaction=\"/fault/429\" aria-pressed=\"true\""),
        "{page}"
    );
    played.send("POST", "/fault/old", "");
    assert_eq!(played.sequence(), 3);
    let (head, _) = played.ask("/data.json?fault=none", "");
    assert!(head.starts_with("HTTP/1.1 200"), "one address without it");
    played.send("POST", "/fault/none", "");
    assert_eq!(played.sequence(), 4);
    for path in ["/fault/flood", "/fault/", "/"] {
        let (head, body) = played.send("POST", path, "");
        assert!(
            head.starts_with("HTTP/1.1 404") && body.contains("none, 500,"),
            "{head}"
        );
    }
    // A page that is loaded ahead, or a search for links, switches nothing.
    played.ask("/fault/500", "");
    assert_eq!(played.sequence(), 4);
}

#[test]
fn a_slow_answer_is_whole_and_keeps_no_other_waiting() {
    let played = Played::with(&["--speed", "0", "--slow", "2"]);
    let begun = Instant::now();
    thread::scope(|scope| {
        let slow = scope.spawn(|| played.ask("/data.json?fault=slow", ""));
        assert_eq!(played.sequence(), 1);
        assert!(begun.elapsed() < Duration::from_secs(2));
        let (head, body) = slow.join().unwrap();
        assert!(
            head.starts_with("HTTP/1.1 200") && body.trim_end().ends_with('}'),
            "{head}"
        );
        assert!(begun.elapsed() >= Duration::from_secs(2));
    });
}

#[test]
fn half_a_document_has_a_tag_of_its_own_so_that_no_cache_takes_it_for_the_whole() {
    let played = Played::at("22:30");
    let (whole, _) = played.ask("/data.json", "");
    let line = format!("If-None-Match: {}\r\n", header(&whole, "etag"));
    let (half, body) = played.ask("/data.json?fault=cut", &line);
    assert!(
        half.starts_with("HTTP/1.1 200") && !body.is_empty(),
        "{half}"
    );
    assert_ne!(header(&half, "etag"), header(&whole, "etag"));
}

#[test]
fn pages_of_other_origins_may_read_the_headers_that_a_feed_needs() {
    let (head, _) = Played::at("22:30").ask("/data.json", "");
    let exposed: Vec<_> = header(&head, "access-control-expose-headers")
        .split(", ")
        .collect();
    for name in ["Date", "Retry-After"] {
        assert!(exposed.contains(&name), "{name}");
    }
    assert!(header(&head, "date").ends_with("GMT"), "{head}");
}

#[test]
fn a_night_that_is_wrong_is_told_before_it_is_served() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong-night");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.json"), "{}").unwrap();
    for (list, told) in [
        ("[]", "has no documents"),
        ("{}", "write [{\"at\": \"20:00\""),
        (
            r#"[{"at": "8pm", "file": "a.json"}]"#,
            "[0]: expected a time such as \"20:00\", found \"8pm\"",
        ),
        (
            r#"[{"at": "20:00", "file": "../a.json"}]"#,
            "is not the name of a file in the folder",
        ),
        (
            r#"[{"at": "20:00", "file": "b.json"}]"#,
            "[0]: b.json does not exist",
        ),
        (
            r#"[{"at": "20:00", "file": "a.json"}]"#,
            "[0]: a.json: expected",
        ),
    ] {
        std::fs::write(folder.join("night.json"), list).unwrap();
        let ran = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
            .arg("play")
            .arg(&folder)
            .args(["--port", "0"])
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2));
        assert!(said.contains(told), "{list}: {said}");
    }
}
