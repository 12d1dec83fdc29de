//! The page at the server's own address: the time of the night, its newest document, and the switch of faults.

use super::fault::Fault;
use super::night::{Edition, shown};
use std::fmt::Write as _;

/// The page at a time of the night.
pub(super) fn start_page(now: u32, newest: &Edition, switched: Fault) -> String {
    let mut buttons = String::new();
    for (fault, name, meaning) in Fault::ALL {
        let pressed = fault == switched;
        let _ = write!(
            buttons,
            "<p><button formaction=\"/fault/{name}\" aria-pressed=\"{pressed}\">{name}</button> {meaning}</p>"
        );
    }
    let (time, file) = (shown(now), escaped(&newest.file));
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"5\">\
         <title>{time}</title><style>[aria-pressed=true] {{ font-weight: bold }}</style>\
         <h1>{time}</h1><p>The newest document is {file}, at <a href=\"/data.json\">/data.json</a>.</p>\
         <form method=\"post\"><h2>Fault</h2>{buttons}</form></html>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
