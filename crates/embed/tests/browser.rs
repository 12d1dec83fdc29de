//! Tests that need a browser: numbers from its JSON parser, and the mounted widget.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use election_widgets::ResultsChart;
use election_widgets::model::Results;
use election_widgets::widget::AllWidgets;
use election_widgets::wire;
use election_widgets_embed::{Data, Handle};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::PositionState;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const DATA: &str = include_str!("../../../www/data/kazakhstan-2022.json");

fn element() -> HtmlElement {
    let element = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

/// The text as `JSON.stringify` writes it.
fn canonical(text: &str) -> String {
    let parsed = js_sys::JSON::parse(text).unwrap();
    js_sys::JSON::stringify(&parsed).unwrap().into()
}

fn read(text: &str) -> Arc<Results> {
    let (results, _) = wire::parse(text)
        .and_then(|document| wire::read_results(&document))
        .unwrap_or_else(|error| panic!("{error}"));
    Arc::new(results)
}

#[wasm_bindgen_test]
fn a_number_is_read_to_the_same_shortest_text_as_on_the_host() {
    for (text, shown) in [
        ("81.30", Some("81.3")),
        ("0.30000000000000004", Some("0.30000000000000004")),
        ("1e-7", Some("0.0000001")),
        ("-0", Some("0")),
        ("9007199254740991", Some("9007199254740991")),
        ("9007199254740993", None),
        ("1e308", None),
    ] {
        let number = wire::parse(text).expect("a number is JSON").number();
        assert_eq!(
            number.map(|number| number.to_string()).as_deref(),
            shown,
            "{text}"
        );
    }
}

#[wasm_bindgen_test]
fn text_that_is_no_json_is_an_error_and_deep_text_no_overflow() {
    assert!(
        wire::parse("<!doctype html>")
            .unwrap_err()
            .message
            .starts_with("not JSON: ")
    );
    assert!(wire::parse(&format!("{}{}", "[".repeat(5000), "]".repeat(5000))).is_err());
}

#[wasm_bindgen_test]
fn a_page_that_changes_to_json_gets_an_error_and_no_wrong_figure() {
    let page = |code| js_sys::Function::new_no_args(code).call0(&JsValue::NULL);
    page("Array.prototype.toJSON = () => 'changed'").unwrap();
    let twice = r#"{"a": 1, "a": [81]}"#;
    let (plain, rewritten) = (wire::parse("[81]"), wire::parse(twice));
    page("delete Array.prototype.toJSON").unwrap();
    for read in [plain, rewritten] {
        assert!(read.unwrap_err().message.contains("toJSON"));
    }
    assert!(wire::parse("[81]").is_ok() && wire::parse(twice).is_ok());
}

#[wasm_bindgen_test]
async fn a_leptos_app_shows_the_chart_and_writes_only_what_changed() {
    let root = element();
    let (results, set_results) = signal(read(DATA));
    let handle = mount_to(root.clone(), move || view! { <ResultsChart data=results/> });
    assert!(root.text_content().unwrap().contains("over 81%"));
    let name = root
        .query_selector("[data-key=tokayev] bdi")
        .unwrap()
        .unwrap();

    set_results.set(read(&DATA.replace(r#"{ "over": 81 }"#, "81.31")));
    leptos::task::tick().await;
    assert!(root.text_content().unwrap().contains("81.31%"));
    assert!(!root.text_content().unwrap().contains("over"));
    assert!(name.is_connected(), "the row was kept and written to");

    drop(handle);
    assert_eq!(root.text_content().unwrap(), "");
    root.remove();
}

#[wasm_bindgen_test]
async fn a_chart_that_the_page_already_holds_is_hydrated_node_by_node() {
    let (drawn, held) = (element(), element());
    let (results, set_results) = signal(read(DATA));
    drop({
        let handle = mount_to(
            drawn.clone(),
            move || view! { <ResultsChart data=results/> },
        );
        held.set_inner_html(&drawn.inner_html());
        handle
    });
    let name = held
        .query_selector("[data-key=tokayev] bdi")
        .unwrap()
        .unwrap();
    let before = held.inner_html();

    let owner = Owner::new();
    let state = owner.with(|| {
        let view = view! { <ResultsChart data=results/> };
        view.hydrate::<true>(&Cursor::new(held.clone().into()), &PositionState::default())
    });
    assert_eq!(held.inner_html(), before);
    set_results.set(read(&DATA.replace(r#"{ "over": 81 }"#, "81.31")));
    leptos::task::tick().await;
    assert!(name.is_connected());
    assert!(held.text_content().unwrap().contains("81.31%"));

    // What the page holds in place of an element is replaced, and nothing traps.
    let other = element();
    other.set_inner_html("just text");
    let other_state = owner.with(|| {
        let view = view! { <ResultsChart data=results/> };
        view.hydrate::<true>(
            &Cursor::new(other.clone().into()),
            &PositionState::default(),
        )
    });
    assert_eq!(other.inner_html(), held.inner_html());
    drop((state, other_state, owner));
    held.remove();
    other.remove();
}

#[wasm_bindgen_test]
async fn a_handle_attaches_its_root_with_the_first_outcome_and_takes_its_picture_away_when_freed() {
    let host = element();
    let attach = js_sys::Function::new_with_args(
        "host",
        "return () => host.shadowRoot ?? host.attachShadow({mode: 'open'})",
    );
    let attach = attach
        .call1(&JsValue::NULL, &host)
        .unwrap()
        .unchecked_into();
    let mut handle = Handle::new::<AllWidgets>("results-chart", host.clone(), attach, false)
        .ok()
        .unwrap();
    assert!(host.shadow_root().is_none());

    let data = Data::new("[]".to_owned()).ok().unwrap();
    assert!(!handle.show(data, None, None, "", None));
    leptos::task::tick().await;
    let root = host.shadow_root().unwrap();
    let text = || root.text_content().unwrap_or_default();
    // Readers get one sentence; what is wrong is in `widget-error`.
    assert!(text().contains("The data can’t be shown right now."));
    assert!(!text().contains("expected"));
    assert!(root.query_selector("slot").unwrap().is_some());

    let data = Data::new(canonical(DATA)).ok().unwrap();
    assert!(handle.show(data, None, None, "", None));
    leptos::task::tick().await;
    assert!(text().contains("over 81%"));
    assert!(root.query_selector("slot").unwrap().is_none());

    drop(handle);
    assert_eq!(text(), "");
    host.remove();
}

#[wasm_bindgen_test]
fn no_other_tag_has_a_widget() {
    assert!(
        Handle::new::<AllWidgets>(
            "pie-chart",
            element(),
            js_sys::Function::new_no_args(""),
            false
        )
        .is_err()
    );
}
