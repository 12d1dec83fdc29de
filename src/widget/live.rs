//! A widget's picture in leptos: redrawn, and taken along.

use super::{Act, Input, Widget};
use crate::layout::Format;
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
use crate::view::frame;
use leptos::prelude::*;
use std::sync::Arc;

/// The widget's picture, redrawn where its input changes what is on show.
///
/// One closure draws it all from a finished layout: a redraw writes only the texts and attributes
/// that differ.
pub fn draw<W: Widget>(
    input: impl Fn() -> Input<W> + Send + Sync + 'static,
    act: Act<W::Action>,
) -> impl IntoView {
    let input = Arc::new(input);
    let copied = ArcRwSignal::new(None);
    let save: Act<Format> = {
        let (input, copied) = (Arc::clone(&input), copied.clone());
        Arc::new(move |format| take_along(&untrack(|| input()), format, &copied))
    };
    move || {
        let picture = input().picture(copied.get());
        picture.node(Arc::clone(&act), Arc::clone(&save))
    }
}

/// Gives the reader what is on show as a file, or to paste.
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
fn take_along<W: Widget>(input: &Input<W>, format: Format, copied: &ArcRwSignal<Option<bool>>) {
    use crate::browser::{copy, download};
    let Some(sheets) = input.sheets() else {
        return;
    };
    let file = |ending: &str| format!("{}.{ending}", sheets.name);
    match format {
        Format::Csv => download(&file("csv"), "text/csv", &sheets.data.csv()),
        Format::Json => download(&file("json"), "application/json", &sheets.data.json()),
        Format::GeoJson => {
            let text = sheets.geo.unwrap_or_default();
            download(&file("geojson"), "application/geo+json", &text);
        }
        Format::Copy => {
            let copied = copied.clone();
            copied.set(None);
            let html = frame::sheet(&sheets.shown).html();
            copy(&html, &sheets.shown.tabbed(), move |done| {
                copied.set(Some(done))
            });
        }
    }
}

/// Nothing is clicked on the host.
#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
fn take_along<W: Widget>(_: &Input<W>, _: Format, _: &ArcRwSignal<Option<bool>>) {}
