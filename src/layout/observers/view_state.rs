//! The view state of an observer map.

use super::viewport::View;
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::Id;

/// The choices of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ObserversViewState {
    /// The mission whose details are open.
    pub selected: Option<Id>,
    /// Only missions of the organisation of this mission are on show.
    pub organisation: Option<Id>,
    /// Only missions at this place of the map are on show.
    pub place: Option<PlaceKey>,
    /// The reader's search for missions.
    pub find: String,
    /// In which order missions stand.
    pub order: MissionOrder,
    /// True if a long list shows all its rows.
    pub unfolded: bool,
    /// The part of the map in view, where the reader moved it; else the map is as it opens.
    pub view: Option<View>,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceKey {
    /// The shape of this id.
    Shape(Id),
    /// A marker of these missions; it has the name of this place of the first of them.
    Marker {
        /// The missions, in the document's order.
        missions: Vec<Id>,
        /// Which of the places that the first of them has on the map.
        site: usize,
    },
}

/// The order that missions stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissionOrder {
    /// As in the document.
    #[default]
    Document,
    /// By name, in the reader's language.
    Name,
    /// By the number of observers, most first.
    Size,
    /// In groups, one per organisation.
    Organisation,
}

impl ObserversViewState {
    /// Reads the element's attributes `select`, `organisation`, `find` and `order`. An attribute that is absent or
    /// has an unknown value leaves its default.
    pub fn initial(attribute: &dyn Fn(&str) -> Option<String>) -> ObserversViewState {
        let text = |name| attribute(name).unwrap_or_default();
        ObserversViewState {
            selected: Id::new(&text("select")),
            organisation: Id::new(&text("organisation")),
            find: text("find"),
            order: match text("order").as_str() {
                "name" => MissionOrder::Name,
                "size" => MissionOrder::Size,
                "organisation" => MissionOrder::Organisation,
                _ => MissionOrder::Document,
            },
            ..ObserversViewState::default()
        }
    }

    /// The part of it that the map depends on.
    pub fn of_map(&self) -> ObserversViewState {
        ObserversViewState {
            selected: None,
            order: MissionOrder::default(),
            unfolded: false,
            ..self.clone()
        }
    }

    /// Returns the view state as attributes with their names, for the page's address.
    pub fn to_attributes(&self) -> Vec<(&'static str, String)> {
        let id = |id: &Option<Id>| id.as_ref().map(|id| id.as_str().to_owned());
        let order = match self.order {
            MissionOrder::Document => None,
            MissionOrder::Name => Some("name"),
            MissionOrder::Size => Some("size"),
            MissionOrder::Organisation => Some("organisation"),
        };
        let asked = [
            ("select", id(&self.selected)),
            ("organisation", id(&self.organisation)),
            ("find", (!self.find.is_empty()).then(|| self.find.clone())),
            ("order", order.map(str::to_owned)),
        ];
        let given = |(name, value): (&'static str, Option<String>)| Some((name, value?));
        asked.into_iter().filter_map(given).collect_compact()
    }

    /// Takes over what attributes ask for; the part of the map that is in view stays.
    pub fn apply_attributes(&mut self, requested: ObserversViewState) {
        *self = ObserversViewState {
            view: self.view,
            unfolded: self.unfolded,
            ..requested
        };
    }

    /// The choice after the reader did something.
    pub fn apply(&mut self, action: ObserversAction) {
        match action {
            ObserversAction::Select(id, true) => self.selected = Some(id),
            ObserversAction::Select(id, false) => {
                // A mission that closes because another opened must not close that one.
                if self.selected.as_ref() == Some(&id) {
                    self.selected = None;
                }
            }
            ObserversAction::Close => self.close(),
            ObserversAction::Organisation(id) => self.organisation = Id::new(&id),
            ObserversAction::Place(place) => self.place = place,
            ObserversAction::Find(text) => self.find = text,
            ObserversAction::ShowAll => {
                self.organisation = None;
                self.place = None;
                self.find = String::new();
            }
            ObserversAction::Order(order) => self.order = order,
            ObserversAction::Unfold(unfolded) => self.unfolded = unfolded,
            ObserversAction::Look(view) => self.view = view,
        }
    }

    /// Closes what was opened last: a mission, else the choice of a place.
    fn close(&mut self) {
        if self.selected.take().is_none() {
            self.place = None;
        }
    }
}

/// The actions of a reader on an observer map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObserversAction {
    /// Opens or closes a mission.
    Select(Id, bool),
    /// Closes what was opened last.
    Close,
    /// Shows only missions of this mission's organisation, or all if it is empty.
    Organisation(String),
    /// Shows only the missions at this place, or all.
    Place(Option<PlaceKey>),
    /// Shows the missions that hold this text.
    Find(String),
    /// Shows all missions again.
    ShowAll,
    /// Orders the list of missions.
    Order(MissionOrder),
    /// Shows all of a long list, or its beginning.
    Unfold(bool),
    /// Shows this part of the map, or the one on which it opens.
    Look(Option<View>),
}
