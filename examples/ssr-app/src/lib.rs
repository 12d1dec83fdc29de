//! The app: the same code renders it on the server and hydrates it in the browser.

use election_widgets::locale::Locale;
use election_widgets::model::Results;
use election_widgets::widget::Selection;
use election_widgets::wire::{self, DataError};
use election_widgets::{ResultsChart, WidgetStyles};
use leptos::prelude::*;
use std::sync::Arc;

const DATA: &str = include_str!("../../../www/data/kazakhstan-2022.json");

fn results() -> Result<Arc<Results>, DataError> {
    let (results, _warnings) = wire::read_results(&wire::parse(DATA)?)?;
    Ok(Arc::new(results))
}

/// The page: a chart, and what the reader selected in it.
#[component]
pub fn App() -> impl IntoView {
    let (selected, set_selected) = signal(String::new());
    let select = move |selection| {
        if let Selection::Option { option } = selection {
            set_selected.set(option);
        }
    };
    view! {
        <WidgetStyles/>
        <main>
            <h1>"Kazakhstan votes"</h1>
            <ResultsChart
                data=results()
                locale=Arc::new(Locale::english())
                on_select=select
                attr:id="chart"
                class:wide=true
            />
            <p id="selected">{selected}</p>
        </main>
    }
}

/// The whole document that the server sends.
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="icon" href="data:,"/>
                <title>"election-widgets, rendered by a server"</title>
                <HydrationScripts options/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Hydrates the page that the server rendered.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(App);
}
