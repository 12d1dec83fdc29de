//! The formats, and how the format of a file is chosen.

#[cfg(feature = "every-format")]
pub mod ap;
#[cfg(feature = "every-format")]
pub mod cdf;
#[cfg(feature = "every-format")]
mod choice;
#[cfg(feature = "every-format")]
pub mod clarity;
#[cfg(feature = "every-format")]
pub mod country_group;
#[cfg(feature = "every-format")]
mod doubts;
#[cfg(feature = "every-format")]
pub mod download;
#[cfg(feature = "every-format")]
pub mod ech;
#[cfg(feature = "every-format")]
mod flag;
#[cfg(feature = "every-format")]
pub mod geojson;
#[cfg(feature = "every-format")]
pub mod kerg2;
#[cfg(feature = "every-format")]
pub mod kml;
#[cfg(feature = "every-format")]
mod moment;
#[cfg(feature = "every-format")]
pub mod onegov;
#[cfg(feature = "every-format")]
mod rows;
pub mod table;
#[cfg(feature = "every-format")]
mod twice;
#[cfg(feature = "every-format")]
pub mod votemanager;
#[cfg(feature = "every-format")]
pub mod wikidata;

pub(crate) use table::{day, is_no, is_sum, is_yes, plain_words};

use crate::answers::Answers;
use crate::context::Context;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use serde_json::Value;

/// A format that files come in.
pub trait Format: Sync {
    /// The name by which a person chooses it: `kerg2`.
    fn name(&self) -> &'static str;

    /// The name and origin of the format, for lists: `Germany's federal results (kerg2, CSV)`.
    fn title(&self) -> &'static str;

    /// Returns true of a file that is certainly of this format.
    fn recognises(&self, sniff: &Sniff) -> bool;

    /// The answers of a person, with those that the file itself gives.
    fn answers(&self, _: &Source<'_>, answers: &Answers) -> Answers {
        answers.clone()
    }

    /// Reads the file into a document. `None` while a question is open.
    ///
    /// # Errors
    /// The place where the file is not what the format says, or an answer that does not fit.
    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused>;
}

/// The formats, the most particular first. A table is what no other recognises.
#[cfg(feature = "every-format")]
pub const FORMATS: &[&dyn Format] = &[
    &download::Download,
    &cdf::Cdf,
    &kerg2::Kerg2,
    &votemanager::Votemanager,
    &onegov::Onegov,
    &geojson::GeoJson,
    &wikidata::Wikidata,
    &country_group::CountryGroup,
    &ap::Ap,
    &clarity::Clarity,
    &ech::Ech,
    &kml::Kml,
    &table::Table::ANY,
];

/// The format of tables alone.
#[cfg(not(feature = "every-format"))]
pub const FORMATS: &[&dyn Format] = &[&table::Table::ANY];

/// The one of `formats` that the answer `format` names, else the first that recognises the file.
///
/// # Errors
/// A name that no format has, or a file that none recognises.
pub(crate) fn choose<'f>(
    formats: &[&'f dyn Format],
    source: &Source<'_>,
    answers: &Answers,
) -> Result<&'f dyn Format, Refused> {
    #[cfg(feature = "every-format")]
    if let Some(what) = source.not_text() {
        return Err(Refused::new(what));
    }
    if let Some(name) = answers.text("format") {
        let named = formats.iter().find(|format| format.name() == name);
        return named.copied().ok_or_else(|| {
            let names: Vec<_> = formats.iter().map(|format| format.name()).collect();
            Refused::new(format!(
                "format: expected one of {}, found \"{name}\"",
                names.join(", ")
            ))
        });
    }
    let sniff = source.sniff(answers);
    let found = formats.iter().find(|format| format.recognises(&sniff));
    found.copied().ok_or_else(|| unknown(formats, &sniff))
}

fn unknown(formats: &[&dyn Format], sniff: &Sniff) -> Refused {
    let titles: Vec<_> = formats.iter().map(|format| format.title()).collect();
    let start = sniff.start().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Refused::new(
            "this is a web page, not a table: if it comes from a sheet, is the sheet published to the web?",
        );
    }
    Refused::new(format!(
        "no format recognises the file; known are: {}. Name one with --format",
        titles.join("; ")
    ))
}
