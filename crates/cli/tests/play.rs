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

const NIGHT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/night");

/// A night that is played, until it is dropped.
struct Played {
    child: Child,
    host: String,
    /// The messages of the command, which it could not write to a pipe that is closed.
    _messages: BufReader<ChildStderr>,
}

impl Played {
    fn at(start: &str) -> Played {
        let mut child = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
            .args([
                "play", NIGHT, "--port", "0", "--speed", "0", "--start", start,
            ])
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
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let host = &self.host;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
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
