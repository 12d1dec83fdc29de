//! A leptos app with the three widgets: typed props, a shared view state, selections and errors.
//!
//! Serve it with `trunk serve` in this folder.

use election_widgets::layout::{MissionOrder, ResultsViewState};
use election_widgets::locale::Locale;
use election_widgets::model::{Alliances, Area, LanguageTag, Observers, Results};
use election_widgets::widget::Selection;
use election_widgets::wire::{self, DataError};
use election_widgets::{AllianceGrid, ObserverMap, ResultsChart, WidgetStyles};
use leptos::prelude::*;
use std::sync::Arc;

const RESULTS: &str = include_str!("../../../www/data/kazakhstan-2022.json");
const OBSERVERS: &str = include_str!("../../../www/data/kazakhstan-2022-observers.json");
const AREA: &str = include_str!("../../../www/geo/central-asia-2018.json");
const ALLIANCES: &str = include_str!("../../../www/data/alliances.json");

type Read<M> = Result<Arc<M>, DataError>;

fn results(text: &str) -> Read<Results> {
    let (results, _warnings) = wire::read_results(&wire::parse(text)?)?;
    Ok(Arc::new(results))
}

fn observers() -> Read<Observers> {
    let (observers, _warnings) = wire::read_observers(&wire::parse(OBSERVERS)?)?;
    Ok(Arc::new(observers))
}

fn area() -> Read<Area> {
    Ok(Arc::new(wire::read_area(&wire::parse(AREA)?)?))
}

fn alliances() -> Read<Alliances> {
    let (alliances, _warnings) = wire::read_alliances(&wire::parse(ALLIANCES)?)?;
    Ok(Arc::new(alliances))
}

/// The chart, with buttons that change its data, its language and its view state.
#[component]
fn Chart() -> impl IntoView {
    let (data, set_data) = signal(results(RESULTS));
    let (tag, set_tag) = signal("en");
    let locale = Memo::new(move |_| {
        let tag = LanguageTag::new(tag.get());
        tag.map(|tag| Arc::new(Locale::for_language(&tag)))
    });
    let state = RwSignal::new(ResultsViewState::default());
    let (selected, set_selected) = signal(None::<Selection>);
    let (problem, set_problem) = signal(None::<DataError>);
    let correct = move |_| set_data.set(results(&RESULTS.replace(r#"{ "over": 81 }"#, "81.31")));
    let spoil = move |_| set_data.set(results(&RESULTS.replace("preliminary", "prelim")));
    view! {
        <ResultsChart
            data=data
            locale=locale
            state=state
            on_select=move |selection| set_selected.set(Some(selection))
            on_error=move |error| set_problem.set(Some(error))
            attr:id="chart"
            class:wide=true
        />
        <p>
            <button on:click=correct>"Make the first figure exact"</button>
            <button on:click=spoil>"Spoil the data"</button>
            <button on:click=move |_| set_tag.set("ru")>"In Russian"</button>
            <button on:click=move |_| state.set(ResultsViewState::default())>"Close every row"</button>
        </p>
        <p id="open">{move || format!("Open rows: {}", state.get().open.len())}</p>
        <p id="selected">
            {move || match selected.get() {
                Some(Selection::Option { option }) => format!("Selected: {option}"),
                _ => String::new(),
            }}
        </p>
        <p id="problem">{move || problem.get().map(|error| error.to_string())}</p>
    }
}

#[component]
fn App() -> impl IntoView {
    let widgets = move || {
        view! {
            <Chart/>
            <ObserverMap data=observers() area=area() order=MissionOrder::Name attr:id="map"/>
            <AllianceGrid data=alliances() attr:id="grid"/>
        }
    };
    view! {
        <WidgetStyles/>
        <main>
            {if cfg!(feature = "chart-only") {
                view! { <ResultsChart data=results(RESULTS)/> }.into_any()
            } else {
                widgets().into_any()
            }}
        </main>
    }
}

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}
