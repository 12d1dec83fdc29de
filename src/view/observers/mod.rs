//! The observer map: a map and a list of the same missions.

#[cfg(feature = "leptos")]
mod component;
mod list;
mod map;

use super::node::{Node, el, new_version};
use super::{controls, frame, styles};
use crate::layout::{
    self, Atlas, Format, MapLayout, ObserversAction, ObserversLayout, ObserversState,
    Organisations, Sheets,
};
use crate::locale::Locale;
use crate::model::LanguageTag;
use crate::view::StyleSheet;
use crate::widget::{Act, Beside, Selection, Widget};
use crate::wire::{self, DataError, Document, Warning};
#[cfg(feature = "leptos")]
pub use component::ObserverMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The observer map as a [`Widget`].
pub struct ObserversWidget;

/// Observers on a map, and the map as it was drawn last.
pub struct Observed {
    atlas: Atlas,
    problem: Option<DataError>,
    /// What the last map depended on, and the map with its version.
    drawn: Mutex<Option<(ObserversState, LanguageTag, Drawn)>>,
}

/// A map with a number that no other has.
type Drawn = (usize, Arc<MapLayout>);

impl Observed {
    /// Observers on a map; `problem` is why there is none although the document names one.
    pub fn new(atlas: Atlas, problem: Option<DataError>) -> Observed {
        Observed {
            atlas,
            problem,
            drawn: Mutex::new(None),
        }
    }

    /// Where missions are on the map.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// Why there is no map although the document names one.
    pub fn problem(&self) -> Option<&DataError> {
        self.problem.as_ref()
    }

    /// The map: the last one where nothing that it depends on has changed since.
    fn map(&self, state: &ObserversState, locale: &Locale) -> Option<Drawn> {
        let state = state.of_map();
        // A lock that broke holds what can be made again.
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, language, map)) = &*drawn
            && *of == state
            && language == locale.tag()
        {
            return Some(map.clone());
        }
        let map = Arc::new(layout::observer_map(&self.atlas, &state, locale)?);
        let map = (new_version(), map);
        *drawn = Some((state, locale.tag().clone(), map.clone()));
        Some(map)
    }
}

impl Widget for ObserversWidget {
    const TAG: &'static str = "observer-map";
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
    type Model = Observed;
    type State = ObserversState;
    type Action = ObserversAction;
    type Layout = ObserversLayout;

    fn read(document: &Document, beside: Beside) -> Result<(Observed, Vec<Warning>), DataError> {
        let (observers, mut warnings) = wire::read_observers(document)?;
        let area = match beside {
            Beside::Nothing => Ok(None),
            Beside::Read(document) => wire::read_area(&document)
                .map_err(|error| error.below("area"))
                .and_then(|area| wire::check_area(&observers, &area).map(|()| Some(area))),
            Beside::Failed(error) => Err(error),
        };
        let (area, problem) = match area {
            Ok(area) => (area, None),
            Err(error) => (None, Some(error)),
        };
        if let Some(area) = &area {
            warnings.extend(wire::check_places(&observers, area));
        }
        let atlas = Atlas::new(Arc::new(observers), area.map(Arc::new));
        Ok((Observed::new(atlas, problem), warnings))
    }

    fn problem(model: &Observed) -> Option<&DataError> {
        model.problem()
    }

    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> ObserversState {
        ObserversState::begin(attribute)
    }

    fn ask(state: &mut ObserversState, begun: ObserversState) {
        state.ask(begun);
    }

    fn asked(state: &ObserversState) -> Vec<(&'static str, String)> {
        state.asked()
    }

    fn apply(state: &mut ObserversState, action: ObserversAction) {
        state.apply(action);
    }

    fn selection(action: &ObserversAction) -> Option<Selection> {
        match action {
            ObserversAction::Select(id, true) => Some(Selection {
                mission: Some(id.as_str().to_owned()),
                ..Selection::default()
            }),
            _ => None,
        }
    }

    fn layout(
        model: &Observed,
        state: &ObserversState,
        locale: &Locale,
    ) -> Option<ObserversLayout> {
        let mut layout = layout::observers(&model.atlas, state, locale);
        layout.map = model.map(state, locale);
        if let Some(problem) = model.problem() {
            layout.remarks.push(layout::no_map(problem, locale));
        }
        Some(layout)
    }

    fn sheets(model: &Observed, state: &ObserversState, locale: &Locale) -> Option<Sheets> {
        layout::observer_sheets(&model.atlas, state, locale)
    }

    fn sentences(layout: &ObserversLayout) -> Vec<String> {
        layout.sentences()
    }

    fn view(layout: ObserversLayout, act: Act<ObserversAction>) -> Node {
        figure(layout, &act)
    }
}

fn figure(layout: ObserversLayout, act: &Act<ObserversAction>) -> Node {
    let (close, closes) = (Arc::clone(act), layout.closes);
    let list = list::list(
        layout.list_label,
        layout.rows,
        layout.more,
        layout.shown,
        act,
    );
    let atlas = el("div")
        .keep("atlas")
        .class(if layout.map.is_some() {
            "ew-atlas"
        } else {
            "ew-atlas ew-alone"
        })
        .mark_together()
        .children(layout.map.map(|map| map::map(map, act)))
        .child(list);
    el("figure")
        .keep("picture")
        .class("ew-observers")
        .on_key(move |key| {
            // With nothing to close the key is the page's, or the search field's.
            let escape = key == "Escape" && closes;
            if escape {
                close(ObserversAction::Close);
            }
            escape
        })
        .child(frame::title(layout.frame.title.clone()))
        .child(frame::contest(layout.event))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .children(totals(layout.totals))
        .children(
            controls::finding()
                .children(
                    layout.find.map(|find| {
                        controls::search(find, act, ObserversAction::Find).keep("find")
                    }),
                )
                .children(layout.organisations.map(|all| organisations(all, act)))
                .children(
                    layout
                        .order
                        .map(|order| controls::choice(order, act).keep("order")),
                )
                .unless_empty(),
        )
        .child(atlas)
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .child(frame::foot(layout.frame))
}

fn totals(lines: Vec<layout::Line>) -> Option<Node> {
    let line = |line| frame::line(el("li"), line);
    (!lines.is_empty()).then(|| {
        el("ul")
            .keep("totals")
            .class("ew-totals")
            .attr("role", "list")
            .children(lines.into_iter().map(line))
    })
}

fn organisations(all: Organisations, act: &Act<ObserversAction>) -> Node {
    let act = Arc::clone(act);
    let choices = all.choices.iter();
    let choices = choices.map(|(id, name)| (id.as_str(), name.as_str()));
    let options = std::iter::once(("", all.all.as_str())).chain(choices);
    el("div")
        .keep("organisations")
        .settled()
        .class("ew-picks")
        .child(
            controls::select(&all.label, options, &all.chosen)
                .on_input(move |id| act(ObserversAction::Organisation(id))),
        )
}
