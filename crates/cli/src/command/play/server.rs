//! The answers of the night's server.

use super::night::{Clock, Edition, Night, shown};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// How long a slow answer takes.
const SLOW: Duration = Duration::from_secs(10);

/// The address of the document of the moment.
const ADDRESS: &str = "/data.json";

/// Headers of every answer: pages of any origin may read it and its headers.
const OPEN: [(&str, &str); 3] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Headers", "*"),
    (
        "Access-Control-Expose-Headers",
        "ETag, Last-Modified, Retry-After, Age",
    ),
];

struct Played {
    night: Night,
    clock: Clock,
}

/// An answer before it is sent.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Serves a night on this machine until the command is ended.
///
/// # Errors
/// Why the port could not be opened.
pub(super) fn serve(night: Night, clock: Clock, port: u16) -> Result<(), String> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("127.0.0.1:{port}: cannot be opened: {error} (choose another --port)")
    })?;
    eprintln!("http://{}{ADDRESS}", server.server_addr());
    for edition in &night.editions {
        eprintln!("{} {}", shown(edition.at), edition.file);
    }
    let played = Arc::new(Played { night, clock });
    for request in server.incoming_requests() {
        let played = Arc::clone(&played);
        // A slow answer keeps no other waiting.
        thread::spawn(move || played.respond(request));
    }
    Ok(())
}

impl Played {
    fn respond(&self, request: Request) {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let fault = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("fault="));
        let answer = match (request.method(), path) {
            (Method::Options, _) => Answer::plain(204, ""),
            (Method::Get | Method::Head, ADDRESS) => {
                self.document(&request, fault.unwrap_or_default())
            }
            (Method::Get | Method::Head, _) => {
                Answer::plain(404, "not found: the document is /data.json")
            }
            _ => Answer::plain(405, "only GET, HEAD and OPTIONS are answered"),
        };
        let Answer {
            status,
            headers,
            body,
        } = answer;
        let mut response = Response::from_data(body).with_status_code(status);
        let open = OPEN.map(|(name, value)| (name, value.to_owned()));
        for (name, value) in open.into_iter().chain(headers) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A reader that has gone needs no answer.
        let _ = request.respond(response);
    }

    fn document(&self, request: &Request, fault: &str) -> Answer {
        let newest = self.night.newest(self.clock.now());
        let place = if fault == "old" {
            newest.saturating_sub(1)
        } else {
            newest
        };
        let Some(edition) = self.night.editions.get(place) else {
            return Answer::plain(404, "no document");
        };
        match fault {
            "" => self.edition(edition, request),
            "old" => self.edition(edition, request).with("Age", "60"),
            "500" => Answer::plain(500, "an error of the server, on request"),
            "429" => Answer::plain(429, "too many requests, on request").with("Retry-After", "5"),
            "html" => Answer::plain(
                200,
                "<!doctype html><title>Wait</title><p>Too many readers.",
            )
            .with("Content-Type", "text/html; charset=utf-8"),
            "cut" => {
                let mut answer = self.edition(edition, request);
                answer.body.truncate(answer.body.len() / 2);
                answer
            }
            "slow" => {
                thread::sleep(SLOW);
                self.edition(edition, request)
            }
            _ => Answer::plain(400, "fault: expected 500, 429, cut, html, slow or old"),
        }
    }

    /// A document, or that the reader has it already.
    fn edition(&self, edition: &Edition, request: &Request) -> Answer {
        let tag = tag(&edition.text);
        let modified = self.clock.comes(edition.at);
        let given = |name: &'static str| {
            let found = request
                .headers()
                .iter()
                .find(|header| header.field.equiv(name));
            found.map(|header| header.value.as_str())
        };
        let known = match (given("If-None-Match"), given("If-Modified-Since")) {
            // A proxy that compresses makes a tag weak.
            (Some(tags), _) => tags
                .split(',')
                .map(|known| known.trim().trim_start_matches("W/"))
                .any(|known| known == tag || known == "*"),
            (None, Some(date)) => {
                // The header has whole seconds.
                httpdate::parse_http_date(date)
                    .is_ok_and(|date| modified < date + Duration::from_secs(1))
            }
            (None, None) => false,
        };
        let (status, body) = if known {
            (304, Vec::new())
        } else {
            (200, edition.text.clone().into_bytes())
        };
        Answer {
            status,
            headers: Vec::new(),
            body,
        }
        .with("Content-Type", "application/json")
        .with("Cache-Control", "max-age=1")
        .with("ETag", tag)
        .with("Last-Modified", httpdate::fmt_http_date(modified))
    }
}

impl Answer {
    fn plain(status: u16, text: &str) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: text.as_bytes().to_vec(),
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Answer {
        self.headers.push((name, value.into()));
        self
    }
}

/// The tag of a text: the same for the same text, in each run.
fn tag(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut tag = String::from("\"");
    for byte in digest.iter().take(8) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag + "\""
}
