//! The leptos components in a browser: what an app's developer is promised.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use election_widgets::layout::{CountChoice, GridView, MissionOrder, ResultsViewState};
use election_widgets::locale::Locale;
use election_widgets::model::{Alliances, Area, Id, LanguageTag, Observers, Results};
use election_widgets::widget::Selection;
use election_widgets::wire::{self, DataError};
use election_widgets::{AllianceGrid, ObserverMap, ResultsChart};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const COUNTS: &str = include_str!("../../../www/data/kazakhstan-2022-counts.json");
const OBSERVERS: &str = include_str!("../../../www/data/kazakhstan-2022-observers.json");
const AREA: &str = include_str!("../../../www/geo/central-asia-2018.json");
const ALLIANCES: &str = include_str!("../../../www/data/alliances.json");

fn results(text: &str) -> Result<Arc<Results>, DataError> {
    let (results, _) = wire::read_results(&wire::parse(text)?)?;
    Ok(Arc::new(results))
}

fn observers() -> Arc<Observers> {
    let document = wire::parse(OBSERVERS).unwrap();
    Arc::new(wire::read_observers(&document).unwrap().0)
}

fn area() -> Arc<Area> {
    Arc::new(wire::read_area(&wire::parse(AREA).unwrap()).unwrap())
}

fn alliances() -> Arc<Alliances> {
    let document = wire::parse(ALLIANCES).unwrap();
    Arc::new(wire::read_alliances(&document).unwrap().0)
}

fn element() -> HtmlElement {
    let element = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

fn text(root: &HtmlElement) -> String {
    root.text_content().unwrap_or_default()
}

fn find(root: &HtmlElement, selector: &str) -> HtmlElement {
    let found = root.query_selector(selector).unwrap();
    found
        .unwrap_or_else(|| panic!("{selector}: {}", root.inner_html()))
        .unchecked_into()
}

/// The text of the button that is pressed in the group of this label.
fn pressed(root: &HtmlElement) -> String {
    text(&find(root, "button[aria-pressed=true]"))
}

/// Opens the first row of a chart, as a reader's click does.
async fn open_first_row(root: &HtmlElement) {
    find(root, "summary").click();
    // The browser reports the toggle in a task of its own.
    for _ in 0..3 {
        leptos::task::tick().await;
        sleep().await;
    }
}

async fn sleep() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, 20)
            .unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

// The story: once the reader had picked a count, the app's `count` was ignored for good.
#[wasm_bindgen_test]
async fn a_count_that_the_app_asks_for_later_is_shown_even_after_the_reader_picked_another() {
    let root = element();
    let (data, _) = signal(results(COUNTS));
    let (count, set_count) = signal(CountChoice::Last);
    let handle = mount_to(root.clone(), move || {
        view! { <ResultsChart data=data count=count/> }
    });
    let last = pressed(&root);
    find(&root, "button[aria-pressed=false]").click();
    leptos::task::tick().await;
    let picked = pressed(&root);
    assert_ne!(picked, last, "the reader's choice is shown");

    set_count.set(CountChoice::All);
    leptos::task::tick().await;
    assert_ne!(pressed(&root), picked, "the app's new choice is shown");
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn an_app_hears_of_selections_and_shares_the_view_state_without_a_redraw() {
    let root = element();
    let state = RwSignal::new(ResultsViewState::default());
    let (selected, set_selected) = signal(None);
    let data = results(COUNTS);
    let handle = mount_to(root.clone(), move || {
        view! {
            <ResultsChart
                data=data.clone()
                state=state
                on_select=move |selection| set_selected.set(Some(selection))
            />
        }
    });
    let row = find(&root, "details");
    open_first_row(&root).await;
    let option = match selected.get_untracked() {
        Some(Selection::Option { option }) => option,
        other => panic!("selected {other:?}"),
    };
    let open = state.with_untracked(|state| state.open.clone());
    assert_eq!(open, [Id::new(&option).unwrap()]);
    assert!(row.is_connected());

    // The app closes the row again.
    state.set(ResultsViewState::default());
    leptos::task::tick().await;
    assert!(!row.has_attribute("open"), "{}", row.outer_html());
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_state_that_the_app_kept_is_restored() {
    let root = element();
    let kept = ResultsViewState {
        count: CountChoice::All,
        ..ResultsViewState::default()
    };
    let state = RwSignal::new(kept);
    let data = results(COUNTS);
    let handle = mount_to(root.clone(), move || {
        view! { <ResultsChart data=data.clone() state=state/> }
    });
    leptos::task::tick().await;
    let all = pressed(&root);
    state.set(ResultsViewState::default());
    leptos::task::tick().await;
    assert_ne!(pressed(&root), all);
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn bad_data_keeps_the_last_good_picture_under_a_notice_and_is_reported() {
    let root = element();
    let (data, set_data) = signal(results(COUNTS));
    let (problem, set_problem) = signal(None::<DataError>);
    let handle = mount_to(root.clone(), move || {
        view! {
            <ResultsChart data=data on_error=move |error| set_problem.set(Some(error))/>
        }
    });
    leptos::task::tick().await;
    assert!(problem.get_untracked().is_none());

    set_data.set(results(&COUNTS.replace("\"counts\"", "\"count\"")));
    leptos::task::tick().await;
    assert_eq!(problem.get_untracked().unwrap().path, "count");
    assert!(!text(&find(&root, ".ew-notice")).contains("count"));
    assert!(
        text(&root).contains("Tokayev"),
        "the last good picture stays"
    );

    set_data.set(results(COUNTS));
    leptos::task::tick().await;
    assert!(root.query_selector(".ew-notice").unwrap().is_none());
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn attributes_classes_and_listeners_of_the_app_are_on_the_widget_and_survive_a_redraw() {
    let root = element();
    let (data, set_data) = signal(results(COUNTS));
    let (clicks, set_clicks) = signal(0);
    let handle = mount_to(root.clone(), move || {
        view! {
            <ResultsChart
                data=data
                attr:id="chart"
                class:wide=true
                on:click=move |_| set_clicks.update(|clicks| *clicks += 1)
            />
        }
    });
    for round in 1..=2 {
        let widget = find(&root, "#chart");
        let classes = widget.class_list();
        assert!(
            classes.contains("ew") && classes.contains("wide"),
            "{}",
            widget.class_name()
        );
        widget.click();
        assert_eq!(clicks.get_untracked(), round);
        set_data.set(results(&COUNTS.replace("81.31", "81.32")));
        leptos::task::tick().await;
    }
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn every_language_is_there_by_one_call() {
    let root = element();
    let (tag, set_tag) = signal("en");
    let locale = Memo::new(move |_| {
        let tag = LanguageTag::new(tag.get())?;
        Some(Arc::new(Locale::for_language(&tag)))
    });
    let data = results(COUNTS);
    let handle = mount_to(root.clone(), move || {
        view! { <ResultsChart data=data.clone() locale=locale/> }
    });
    let english = text(&root);
    set_tag.set("ru");
    leptos::task::tick().await;
    assert_ne!(text(&root), english);
    assert_eq!(find(&root, ".ew").lang(), "ru");
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_map_shows_its_shapes_reports_a_missing_area_and_answers_a_click() {
    let root = element();
    let (area_file, set_area) = signal(Ok(area()));
    let (selected, set_selected) = signal(None);
    let (problem, set_problem) = signal(None::<DataError>);
    let data = observers();
    let handle = mount_to(root.clone(), move || {
        view! {
            <ObserverMap
                data=Arc::clone(&data)
                area=area_file
                order=MissionOrder::Name
                on_select=move |selection| set_selected.set(Some(selection))
                on_error=move |error| set_problem.set(Some(error))
            />
        }
    });
    find(&root, "svg");
    open_first_row(&root).await;
    assert!(matches!(
        selected.get_untracked(),
        Some(Selection::Mission { .. })
    ));

    set_area.set(Err(DataError::new("area", "HTTP 404")));
    leptos::task::tick().await;
    assert!(root.query_selector("svg").unwrap().is_none());
    assert_eq!(problem.get_untracked().unwrap().path, "area");
    drop(handle);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_grid_shows_the_view_that_the_app_asks_for_and_reports_a_state() {
    let root = element();
    let (view, set_view) = signal(GridView::Grid);
    let (selected, set_selected) = signal(None);
    let data = alliances();
    let handle = mount_to(root.clone(), move || {
        view! {
            <AllianceGrid
                data=Arc::clone(&data)
                view=view
                on_select=move |selection| set_selected.set(Some(selection))
            />
        }
    });
    open_first_row(&root).await;
    assert!(matches!(
        selected.get_untracked(),
        Some(Selection::State { .. })
    ));
    set_view.set(GridView::Timeline);
    leptos::task::tick().await;
    assert!(
        root.query_selector("table details").unwrap().is_none(),
        "{}",
        root.inner_html()
    );
    drop(handle);
    root.remove();
}
