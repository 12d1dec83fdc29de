//! The observer map as a widget.

use super::{AreaInput, Selection, Widget};
use crate::layout::{
    self, Export, Format, Frame, MapLayout, ObserversAction, ObserversLayout, ObserversViewState,
    PlacedMissions,
};
use crate::locale::Locale;
use crate::model::{Area, Head, LanguageTag, Observers};
use crate::view::{self, Dispatch, StyleSheet, VNode, new_version, styles};
use crate::wire::schema::Shape;
use crate::wire::{self, DataError, Diagnostics, Document, Warning};
use std::sync::{Arc, Mutex, PoisonError};

/// The observer map as a [`Widget`].
pub struct ObserversWidget;

/// Observers placed on a map, with a cache of the map's last layout.
pub struct PlacedObservers {
    placed: PlacedMissions,
    problem: Option<DataError>,
    /// The view state and language of the last map, and the map.
    drawn: Mutex<Option<(ObserversViewState, LanguageTag, VersionedMap)>>,
}

/// The layout of a map, with a number that no other layout has.
type VersionedMap = (usize, Arc<MapLayout>);

impl PlacedObservers {
    /// Observers placed on a map; `problem` says why there is no map although the document names one.
    pub fn new(placed: PlacedMissions, problem: Option<DataError>) -> PlacedObservers {
        PlacedObservers {
            placed,
            problem,
            drawn: Mutex::new(None),
        }
    }

    /// The missions with their places on the map.
    pub fn placed(&self) -> &PlacedMissions {
        &self.placed
    }

    /// The reason for there being no map although the document names one.
    pub fn problem(&self) -> Option<&DataError> {
        self.problem.as_ref()
    }

    /// The layout of the map: the cached one if nothing that it depends on has changed.
    fn map(&self, state: &ObserversViewState, locale: &Locale) -> Option<VersionedMap> {
        let state = state.of_map();
        // A lock that broke holds what can be made again.
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, language, map)) = &*drawn
            && *of == state
            && language == locale.reader()
        {
            return Some(map.clone());
        }
        let map = Arc::new(layout::observer_map(&self.placed, &state, locale)?);
        let map = (new_version(), map);
        *drawn = Some((state, locale.reader().clone(), map.clone()));
        Some(map)
    }
}

impl Widget for ObserversWidget {
    const TAG: &'static str = "observer-map";
    const DOCUMENT_KEY: &'static str = "missions";
    const ATTRIBUTES: &'static [&'static str] = &["select", "organisation", "find", "order"];
    const STYLES: &'static [StyleSheet] = &[
        styles::BASE,
        styles::UNSURE,
        styles::OBSERVERS,
        styles::MEDIA,
        styles::CONTROLS,
        styles::NOTES,
        styles::MAP,
    ];
    const FORMATS: &'static [Format] = &[Format::Csv, Format::GeoJson, Format::Copy];
    type Model = PlacedObservers;
    type State = ObserversViewState;
    type Action = ObserversAction;
    type Layout = ObserversLayout;

    fn document_shape() -> Shape {
        wire::observers_shape()
    }

    fn read_as<D: Diagnostics>(
        document: &Document,
        area: AreaInput,
    ) -> Result<(PlacedObservers, Vec<Warning>), D::Error> {
        let (observers, mut warnings) = wire::read_observers_as::<D>(document)?;
        let (area, problem) = match read_area::<D>(&observers, area) {
            Ok(area) => (area, None),
            Err(error) => (None, Some(error)),
        };
        if let Some(area) = &area {
            warnings.extend(wire::check_places::<D>(&observers, area));
        }
        let placed = PlacedMissions::new(Arc::new(observers), area.map(Arc::new));
        Ok((PlacedObservers::new(placed, problem), warnings))
    }

    fn partial_error(model: &PlacedObservers) -> Option<&DataError> {
        model.problem()
    }

    fn initial_state(attribute: &dyn Fn(&str) -> Option<String>) -> ObserversViewState {
        ObserversViewState::initial(attribute)
    }

    fn apply_attributes(state: &mut ObserversViewState, requested: ObserversViewState) {
        state.apply_attributes(requested);
    }

    fn to_attributes(state: &ObserversViewState) -> Vec<(&'static str, String)> {
        state.to_attributes()
    }

    fn apply(state: &mut ObserversViewState, action: ObserversAction) {
        state.apply(action);
    }

    fn selection(action: &ObserversAction) -> Option<Selection> {
        match action {
            ObserversAction::Select(id, true) => Some(Selection::Mission {
                mission: id.as_str().to_owned(),
            }),
            _ => None,
        }
    }

    fn layout(
        model: &PlacedObservers,
        state: &ObserversViewState,
        locale: &Locale,
    ) -> Option<ObserversLayout> {
        let mut layout = layout::observers(&model.placed, state, locale);
        layout.map = model.map(state, locale);
        if model.problem().is_some() {
            layout.remarks.push(locale.word("map.problem").to_owned());
        }
        Some(layout)
    }

    fn head(model: &PlacedObservers) -> &Head {
        model.placed.head()
    }

    fn export(
        model: &PlacedObservers,
        state: &ObserversViewState,
        locale: &Locale,
    ) -> Option<Export> {
        layout::observers_export(&model.placed, state, locale)
    }

    fn frame(layout: &mut ObserversLayout) -> &mut Frame {
        &mut layout.frame
    }

    fn sentences(layout: &ObserversLayout) -> Vec<String> {
        layout.sentences()
    }

    fn view<T: Dispatch<ObserversAction>>(layout: ObserversLayout, dispatch: &T) -> VNode {
        view::observer_map(layout, dispatch)
    }
}

/// The shapes of the map; `None` if the document names none.
fn read_area<D: Diagnostics>(
    observers: &Observers,
    area: AreaInput,
) -> Result<Option<Area>, DataError> {
    let document = match area {
        AreaInput::Absent => return Ok(None),
        AreaInput::Failed(error) => return Err(error),
        AreaInput::Read(document) => document,
    };
    let below = |error: D::Error| error.into().below("area");
    let area = wire::read_area_as::<D>(&document).map_err(below)?;
    wire::check_area::<D>(observers, &area).map_err(Into::into)?;
    Ok(Some(area))
}
