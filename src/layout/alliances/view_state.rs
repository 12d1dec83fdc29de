//! The view state of an alliance grid.

use crate::layout::choice::hold;
use crate::model::{Date, Id, Kind};

/// The choices of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlliancesViewState {
    /// The day that is shown; where not chosen, the latest that is known of each alliance.
    pub as_of: Option<Date>,
    /// The view that is on show.
    pub view: GridView,
    /// In which order states stand.
    pub order: StateOrder,
    /// The kinds that the reader has hidden.
    pub hidden: Vec<Kind>,
    /// The reader's search for states.
    pub find: String,
    /// The codes of two states that are compared.
    pub compared: (String, String),
    /// The codes of the states whose memberships are open.
    pub open: Vec<String>,
    /// The membership that the reader points at: the code of a state, the id of an alliance.
    pub chosen: Option<(String, Id)>,
}

/// The views of an alliance grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GridView {
    /// States as rows, alliances as columns.
    #[default]
    Grid,
    /// Each alliance with its states.
    Alliances,
    /// Each state with its alliances.
    States,
    /// Spells along a line of time.
    Timeline,
    /// Which states are in exactly the same alliances.
    Overlap,
}

/// The order that states stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StateOrder {
    /// By the kind of membership: of the first alliance, then of the next.
    #[default]
    Status,
    /// By name, in the reader's language.
    Name,
    /// As in the document.
    Document,
    /// By the number of alliances that they belong to, most first.
    Number,
    /// Those of like memberships beside each other.
    Likeness,
    /// By how closely and since when they belong to this alliance.
    Alliance(Id),
}

impl AlliancesViewState {
    /// Reads the element's attributes `as-of`, `view` and `order`. An attribute that is absent or has an unknown
    /// value leaves its default.
    pub fn initial(attribute: &dyn Fn(&str) -> Option<String>) -> AlliancesViewState {
        let text = |name| attribute(name).unwrap_or_default();
        AlliancesViewState {
            as_of: text("as-of").parse().ok(),
            view: match text("view").as_str() {
                "alliances" => GridView::Alliances,
                "states" => GridView::States,
                "timeline" => GridView::Timeline,
                "overlap" => GridView::Overlap,
                _ => GridView::Grid,
            },
            order: match text("order").as_str() {
                "document" => StateOrder::Document,
                "name" => StateOrder::Name,
                "number" => StateOrder::Number,
                "likeness" => StateOrder::Likeness,
                _ => StateOrder::Status,
            },
            ..AlliancesViewState::default()
        }
    }

    /// Takes over what attributes ask for; what the reader looks for, compares and has open stays.
    pub fn apply_attributes(&mut self, requested: AlliancesViewState) {
        *self = AlliancesViewState {
            hidden: std::mem::take(&mut self.hidden),
            find: std::mem::take(&mut self.find),
            compared: std::mem::take(&mut self.compared),
            open: std::mem::take(&mut self.open),
            chosen: self.chosen.take(),
            ..requested
        };
    }

    /// The choice after the reader did something.
    pub fn apply(&mut self, action: AlliancesAction) {
        match action {
            AlliancesAction::AsOf(date) => self.as_of = date,
            AlliancesAction::Show(view) => self.view = view,
            AlliancesAction::Order(order) => self.order = order,
            AlliancesAction::Hide(kind, hidden) => hold(&mut self.hidden, kind, hidden),
            AlliancesAction::Find(text) => self.find = text,
            AlliancesAction::Compare(first) => self.compared.0 = first,
            AlliancesAction::CompareTo(second) => self.compared.1 = second,
            AlliancesAction::Open(code, open) => hold(&mut self.open, code, open),
            AlliancesAction::Point(code, id) => {
                let chosen = Some((code, id));
                self.chosen = chosen.filter(|chosen| self.chosen.as_ref() != Some(chosen));
            }
        }
    }
}

/// The actions of a reader on an alliance grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlliancesAction {
    /// Shows this day, or the latest that is known of each alliance.
    AsOf(Option<Date>),
    /// Shows this of the data.
    Show(GridView),
    /// Orders the rows of states.
    Order(StateOrder),
    /// Hides or shows a kind.
    Hide(Kind, bool),
    /// Shows the states that hold this text.
    Find(String),
    /// Compares the state of this code ...
    Compare(String),
    /// ... with the one of this.
    CompareTo(String),
    /// Opens or closes a state's memberships.
    Open(String, bool),
    /// Points at a state's membership of this alliance, or no more.
    Point(String, Id),
}
