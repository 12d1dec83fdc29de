//! The rules by which a mounted widget changes, for custom elements and for leptos components.

use super::{RenderInput, Selection, Widget};
use crate::layout::{Export, Format};
use crate::platform::{copy, download};
use crate::view::{Live, VNode, export_table};
use leptos::prelude::*;

/// The input of one mounted widget, and the only rules by which it changes.
pub struct Controller<W: Widget> {
    input: ArcRwSignal<RenderInput<W>>,
}

/// The effect of an action.
pub struct Change<'a, W: Widget> {
    /// The view state after the action.
    pub state: &'a W::State,
    /// The part of the data that the action selects.
    pub selection: Option<Selection>,
}

impl<W: Widget> RenderInput<W> {
    /// Applies the view state that attributes or props ask for. What the reader has picked outlives a request that
    /// asks for nothing new. Returns true if the request is a new one.
    pub fn request(&mut self, requested: W::State) -> bool {
        let is_new = self.requested.as_ref() != Some(&requested);
        if is_new {
            W::apply_attributes(&mut self.state, requested.clone());
            self.requested = Some(requested);
        }
        is_new
    }
}

impl<W: Widget> Controller<W> {
    /// A controller that starts with `input`.
    pub fn new(input: RenderInput<W>) -> Controller<W> {
        Controller {
            input: ArcRwSignal::new(input),
        }
    }

    /// Changes the input, which draws the widget again.
    pub fn update(&self, change: impl FnOnce(&mut RenderInput<W>)) {
        self.input.update(change);
    }

    /// Reads the input without subscribing to it.
    pub fn read<T>(&self, read: impl FnOnce(&RenderInput<W>) -> T) -> T {
        self.input.with_untracked(read)
    }

    /// Puts the app's view state in place of the present one; draws the widget only if they differ.
    pub fn set_state(&self, state: W::State) {
        self.input.maybe_update(|input| {
            let differs = input.state != state;
            input.state = state;
            differs
        });
    }

    /// The widget's picture, drawn again when its input changes. A redraw writes only the texts and attributes that
    /// differ.
    ///
    /// `sync` runs before each drawing: it reads the app's signals, which subscribes the picture to them, and writes
    /// them into the input. `on_change` hears of every action that changed the view state.
    pub fn view<S, C>(
        &self,
        sync: S,
        on_change: C,
    ) -> impl Fn() -> VNode + Clone + Send + Sync + use<W, S, C>
    where
        S: Fn(&mut RenderInput<W>) + Send + Sync + 'static,
        C: Fn(Change<'_, W>) + Send + Sync + 'static,
    {
        let input = self.input.clone();
        let acted = self.input.clone();
        let dispatch = Live::new(move |action| act(&acted, action, &on_change));
        let copied = ArcRwSignal::new(None);
        let save = {
            let (input, copied) = (input.clone(), copied.clone());
            Live::new(move |format| export(&input, format, &copied))
        };
        let sync = std::sync::Arc::new(sync);
        move || {
            input.track();
            input.update_untracked(|input| sync(input));
            let rendered = input.with_untracked(|input| input.rendered(copied.get()));
            rendered.vnode(&dispatch, &save)
        }
    }
}

/// The one reducer: applies an action, draws if something changed that the browser has not shown by itself.
fn act<W: Widget>(
    input: &ArcRwSignal<RenderInput<W>>,
    action: W::Action,
    on_change: &impl Fn(Change<'_, W>),
) {
    let selection = W::selection(&action);
    let handled_natively = W::handled_natively(&action);
    let before = input.with_untracked(|input| input.state.clone());
    let mut state = before.clone();
    W::apply(&mut state, action);
    // A redraw moves open rows, which reports again what is known.
    if state == before {
        return;
    }
    input.maybe_update(|input| {
        input.state = state.clone();
        !handled_natively
    });
    on_change(Change {
        state: &state,
        selection,
    });
}

/// Gives the reader what is shown as a file, or to paste.
fn export<W: Widget>(
    input: &ArcRwSignal<RenderInput<W>>,
    format: Format,
    copied: &ArcRwSignal<Option<bool>>,
) {
    let Some(export) = input.with_untracked(|input| {
        let model = input.model.as_ref()?;
        let export = W::export(model, &input.state, &input.locale)?;
        Some(match W::head(model).test {
            true => export.of_a_rehearsal(),
            false => export,
        })
    }) else {
        return;
    };
    let file = |ending: &str| format!("{}.{ending}", export.name);
    match format {
        Format::Csv => download(&file("csv"), "text/csv", &export.data.csv()),
        Format::Json => download(&file("json"), "application/json", &export.data.json()),
        Format::GeoJson => {
            let text = export.geo.unwrap_or_default();
            download(&file("geojson"), "application/geo+json", &text);
        }
        Format::Copy => copy_table(&export, copied),
    }
}

fn copy_table(export: &Export, copied: &ArcRwSignal<Option<bool>>) {
    let copied = copied.clone();
    copied.set(None);
    let html = export_table(&export.shown).html();
    copy(&html, &export.shown.tabbed(), move |done| {
        copied.set(Some(done))
    });
}
