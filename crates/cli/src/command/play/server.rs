//! The answers of the night's server.

use super::Options;
use super::fault::Fault;
use super::night::{Clock, Edition, Night, shown};
use super::start_page::start_page;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// The address of the document of the moment.
const ADDRESS: &str = "/data.json";

/// Headers of every answer: pages of any origin may read it and its headers.
const OPEN: [(&str, &str); 3] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Headers", "*"),
    (
        "Access-Control-Expose-Headers",
        "ETag, Last-Modified, Retry-After, Age, Date",
    ),
];

struct Played {
    night: Night,
    clock: Clock,
    /// How long a slow answer takes.
    slow: Duration,
    /// The fault that somebody switched on.
    fault: Mutex<Fault>,
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
pub(super) fn serve(night: Night, clock: Clock, options: &Options) -> Result<(), String> {
    let port = options.port;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("127.0.0.1:{port}: cannot be opened: {error} (choose another --port)")
    })?;
    eprintln!("http://{}{ADDRESS}", server.server_addr());
    for edition in &night.editions {
        eprintln!("{} {}", shown(edition.at), edition.file);
    }
    let played = Arc::new(Played {
        night,
        clock,
        slow: Duration::from_secs(options.slow.into()),
        fault: Mutex::new(Fault::None),
    });
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
        let asked = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("fault="));
        let answer = match (request.method(), path) {
            (Method::Options, _) => Answer::plain(204, ""),
            (Method::Get | Method::Head, ADDRESS) => {
                let fault = asked.map_or_else(|| Ok(self.switched()), Fault::named);
                fault.map_or_else(
                    |why| Answer::plain(400, &why),
                    |fault| self.document(&request, fault),
                )
            }
            (Method::Get | Method::Head, "/") => self.start(),
            (Method::Post, path) => self.switch(path),
            (Method::Get | Method::Head, _) => {
                Answer::plain(404, "not found: the document is /data.json")
            }
            _ => Answer::plain(405, "only GET, HEAD, POST and OPTIONS are answered"),
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

    /// The fault that is switched on.
    fn switched(&self) -> Fault {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Switches to the fault that a path names, and leads back to the page with the switch.
    fn switch(&self, path: &str) -> Answer {
        match Fault::named(path.strip_prefix("/fault/").unwrap_or_default()) {
            Ok(fault) => {
                *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
                Answer::plain(303, "").with("Location", "/")
            }
            Err(why) => Answer::plain(404, &why),
        }
    }

    fn start(&self) -> Answer {
        let now = self.clock.now();
        match self.night.editions.get(self.night.newest(now)) {
            Some(newest) => Answer::plain(200, &start_page(now, newest, self.switched()))
                .with("Content-Type", "text/html; charset=utf-8")
                .with("Cache-Control", "no-store"),
            None => Answer::plain(404, "no document"),
        }
    }

    fn document(&self, request: &Request, fault: Fault) -> Answer {
        let newest = self.night.newest(self.clock.now());
        let place = if fault == Fault::Old {
            newest.saturating_sub(1)
        } else {
            newest
        };
        let Some(edition) = self.night.editions.get(place) else {
            return Answer::plain(404, "no document");
        };
        match fault {
            Fault::None => self.edition(edition, edition.text.as_bytes(), request),
            Fault::Old => self
                .edition(edition, edition.text.as_bytes(), request)
                .with("Age", "60"),
            Fault::Error => Answer::plain(500, "an error of the server, on request"),
            Fault::TooMany => {
                Answer::plain(429, "too many requests, on request").with("Retry-After", "5")
            }
            Fault::Html => Answer::plain(
                200,
                "<!doctype html><title>Wait</title><p>Too many readers.",
            )
            .with("Content-Type", "text/html; charset=utf-8"),
            // A file that is half written has a tag of its own: no cache takes it for the whole one.
            Fault::Cut => {
                let (half, _) = edition.text.as_bytes().split_at(edition.text.len() / 2);
                self.edition(edition, half, request)
            }
            Fault::Slow => {
                thread::sleep(self.slow);
                self.edition(edition, edition.text.as_bytes(), request)
            }
        }
    }

    /// A document as these bytes, or that the reader has it already.
    fn edition(&self, edition: &Edition, bytes: &[u8], request: &Request) -> Answer {
        let tag = tag(bytes);
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
            (200, bytes.to_vec())
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

/// The tag of these bytes: the same in each run.
fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut tag = String::from("\"");
    for byte in digest.iter().take(8) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag + "\""
}
