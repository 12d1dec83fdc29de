//! A leptos app that shows a results chart and lets the reader correct a figure of it.
//!
//! Serve it with `trunk serve` in this folder.

use election_widgets::ResultsChart;
use election_widgets::model::Results;
use election_widgets::wire::{self, DataError};
use leptos::prelude::*;
use std::sync::Arc;

const DATA: &str = include_str!("../../../www/data/kazakhstan-2022.json");

fn read(text: &str) -> Result<Arc<Results>, DataError> {
    let (results, _warnings) = wire::read_results(&wire::parse(text)?)?;
    Ok(Arc::new(results))
}

#[component]
fn Article(first: Arc<Results>) -> impl IntoView {
    let (results, set_results) = signal(first);
    let (problem, set_problem) = signal(None::<DataError>);
    let correct = move |_| match read(&DATA.replace(r#"{ "over": 81 }"#, "81.31")) {
        Ok(corrected) => set_results.set(corrected),
        Err(error) => set_problem.set(Some(error)),
    };
    view! {
        <main>
            <ResultsChart data=results/>
            <button on:click=correct>"Make the first figure exact"</button>
            <p>{move || problem.get().map(|error| error.to_string())}</p>
        </main>
    }
}

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(|| match read(DATA) {
        Ok(results) => Ok(view! { <Article first=results/> }),
        Err(error) => Err(error),
    });
}
