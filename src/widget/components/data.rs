//! The documents that an app gives to a component.

use crate::wire::DataError;
use leptos::prelude::*;
use std::sync::Arc;

/// A document that may change, or the error of reading it.
///
/// Made by `.into()` from a model, an `Arc` of one, or a signal (`ReadSignal`, `RwSignal`, `Memo`, `Signal`) of an
/// `Arc`, or of a `Result` with one. At an error a component keeps the last good picture under a notice.
///
/// ```
/// use election_widgets::{WidgetData, model::Results, wire::DataError};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// fn data(read: RwSignal<Result<Arc<Results>, DataError>>) -> WidgetData<Results> {
///     read.into()
/// }
/// ```
pub struct WidgetData<M: Send + Sync + 'static>(Signal<Result<Arc<M>, DataError>>);

impl<M: Send + Sync + 'static> WidgetData<M> {
    pub(super) fn get(&self) -> Result<Arc<M>, DataError> {
        self.0.get()
    }
}

impl<M: Send + Sync + 'static> Clone for WidgetData<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: Send + Sync + 'static> Copy for WidgetData<M> {}

impl<M: Send + Sync + 'static> From<M> for WidgetData<M> {
    fn from(model: M) -> Self {
        Arc::new(model).into()
    }
}

impl<M: Send + Sync + 'static> From<Arc<M>> for WidgetData<M> {
    fn from(model: Arc<M>) -> Self {
        WidgetData(Signal::stored(Ok(model)))
    }
}

impl<M: Send + Sync + 'static> From<Result<Arc<M>, DataError>> for WidgetData<M> {
    fn from(read: Result<Arc<M>, DataError>) -> Self {
        WidgetData(Signal::stored(read))
    }
}

/// Conversions from each kind of signal, of models and of results.
macro_rules! from_signals {
    ($($signal:ident),*) => {$(
        impl<M: Send + Sync + 'static> From<$signal<Arc<M>>> for WidgetData<M> {
            fn from(models: $signal<Arc<M>>) -> Self {
                WidgetData(Signal::derive(move || Ok(models.get())))
            }
        }

        impl<M: Send + Sync + 'static> From<$signal<Result<Arc<M>, DataError>>> for WidgetData<M> {
            fn from(results: $signal<Result<Arc<M>, DataError>>) -> Self {
                WidgetData(Signal::derive(move || results.get()))
            }
        }
    )*};
}

from_signals!(ReadSignal, RwSignal, Memo, Signal);
