//! The one way from a component's props to a controller.

use super::WidgetData;
use crate::locale::Locale;
use crate::view::{Theme, VNode};
use crate::widget::{Controller, RenderInput, Selection, Widget};
use crate::wire::DataError;
use leptos::prelude::*;
use std::sync::Arc;

/// The props that every component has.
pub(super) struct Props<W: Widget> {
    pub(super) data: WidgetData<W::Model>,
    /// The view state that the app asks for; the reader's own choices outlive a request that does not change.
    pub(super) requested: Signal<W::State>,
    /// The view state, shared with the app.
    pub(super) state: Option<RwSignal<W::State>>,
    pub(super) locale: MaybeProp<Arc<Locale>>,
    pub(super) theme: Signal<Theme>,
    pub(super) heading_level: Option<u8>,
    pub(super) on_select: Option<Callback<Selection>>,
    pub(super) on_error: Option<Callback<DataError>>,
}

/// The picture of a widget that follows its props.
pub(super) fn connect<W: Widget>(
    props: Props<W>,
) -> impl Fn() -> VNode + Clone + Send + Sync + 'static {
    let Props {
        data,
        requested,
        state,
        locale,
        theme,
        heading_level,
        on_select,
        on_error,
    } = props;
    let mut input = RenderInput::<W>::new();
    input.heading_level = heading_level.map(|level| level.to_string());
    if let Some(state) = state {
        // The app's state stands until the app asks for something else.
        input.requested = Some(requested.get_untracked());
        input.state = state.get_untracked();
    }
    let english = Arc::clone(&input.locale);
    let controller = Arc::new(Controller::new(input));
    if let Some(state) = state {
        let controller = Arc::clone(&controller);
        Effect::new(move || controller.set_state(state.get()));
    }
    if let Some(on_error) = on_error {
        Effect::new(move || {
            let error = match data.get() {
                Ok(model) => W::partial_error(&model).cloned(),
                Err(error) => Some(error),
            };
            if let Some(error) = error {
                on_error.run(error);
            }
        });
    }
    let sync = move |input: &mut RenderInput<W>| {
        match data.get() {
            Ok(model) => (input.model, input.problem) = (Some(model), None),
            Err(error) => input.problem = Some(error),
        }
        input.locale = locale.get().unwrap_or_else(|| Arc::clone(&english));
        input.theme = theme.get();
        input.request(requested.get());
    };
    controller.view(sync, move |change| {
        if let Some(state) = state {
            state.set(change.state.clone());
        }
        if let (Some(on_select), Some(selection)) = (on_select, change.selection) {
            on_select.run(selection);
        }
    })
}
