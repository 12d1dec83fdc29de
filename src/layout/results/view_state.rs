//! The view state of a results chart.

use crate::layout::choice::hold;
use crate::model::{Id, Unit};

/// The choices of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultsViewState {
    /// Which counts are on show.
    pub count: CountChoice,
    /// The unit of the bars. By default it is the first of percent, votes and seats that the document gives.
    pub unit: Option<Unit>,
    /// In which order options stand.
    pub order: OrderChoice,
    /// How many options stand before the rest is folded.
    pub fold: Fold,
    /// True if the folded options are on show all the same.
    pub unfolded: bool,
    /// The reader's search for options.
    pub find: String,
    /// The options whose figures and sources are open.
    pub open: Vec<Id>,
    /// The options whose seats the reader adds up.
    pub coalition: Vec<Id>,
}

/// Which of a contest's counts are on show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CountChoice {
    /// The last of the document.
    #[default]
    Last,
    /// This one; the last where the document has none of that id.
    One(Id),
    /// All of them, side by side.
    All,
}

impl CountChoice {
    /// Reads the `count` attribute: an id, or `all`.
    pub fn new(attribute: Option<&str>) -> CountChoice {
        match attribute {
            Some("all") => CountChoice::All,
            Some(id) => Id::new(id).map_or(CountChoice::Last, CountChoice::One),
            None => CountChoice::Last,
        }
    }
}

/// The order that options stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderChoice {
    /// By their figures, as far as these decide it.
    #[default]
    Value,
    /// As in the document.
    Document,
    /// By name, in the reader's language.
    Name,
}

/// How many options stand before the rest is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// After this many options.
    After(u32),
    /// However many there are.
    Never,
}

impl Default for Fold {
    fn default() -> Fold {
        Fold::After(10)
    }
}

impl ResultsViewState {
    /// Reads the element's attributes `count`, `unit`, `order` and `fold`. An attribute that is absent or has an
    /// unknown value leaves its default.
    pub fn initial(attribute: &dyn Fn(&str) -> Option<String>) -> ResultsViewState {
        let text = |name| attribute(name).unwrap_or_default();
        ResultsViewState {
            count: CountChoice::new(attribute("count").as_deref()),
            unit: match text("unit").as_str() {
                "percent" => Some(Unit::Percent),
                "votes" => Some(Unit::Votes),
                "seats" => Some(Unit::Seats),
                "own" => Some(Unit::Own),
                _ => None,
            },
            order: match text("order").as_str() {
                "document" => OrderChoice::Document,
                "name" => OrderChoice::Name,
                _ => OrderChoice::Value,
            },
            fold: match text("fold").as_str() {
                "none" => Fold::Never,
                number => number.parse().map_or(Fold::default(), Fold::After),
            },
            ..ResultsViewState::default()
        }
    }

    /// Takes over what attributes ask for; what the reader looks for and has open stays.
    pub fn apply_attributes(&mut self, requested: ResultsViewState) {
        *self = ResultsViewState {
            find: std::mem::take(&mut self.find),
            open: std::mem::take(&mut self.open),
            coalition: std::mem::take(&mut self.coalition),
            ..requested
        };
    }

    /// The choice after the reader did something.
    pub fn apply(&mut self, action: ResultsAction) {
        match action {
            ResultsAction::ShowCount(count) => self.count = count,
            ResultsAction::ShowUnit(unit) => self.unit = Some(unit),
            ResultsAction::Order(order) => self.order = order,
            ResultsAction::Unfold(unfolded) => self.unfolded = unfolded,
            ResultsAction::Find(text) => self.find = text,
            ResultsAction::Toggle { option, open, .. } => hold(&mut self.open, option, open),
            ResultsAction::Join(option, joined) => hold(&mut self.coalition, option, joined),
        }
    }
}

/// The actions of a reader on a results chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultsAction {
    /// Shows these counts only.
    ShowCount(CountChoice),
    /// Draws bars of this.
    ShowUnit(Unit),
    /// Orders the rows of options.
    Order(OrderChoice),
    /// Shows the folded options, or folds them.
    Unfold(bool),
    /// Shows the options that hold this text.
    Find(String),
    /// Opens or closes an option's figures and sources.
    Toggle {
        /// The id of the option.
        option: Id,
        /// True to open, false to close.
        open: bool,
        /// True if the row holds the figures already, so that the browser has shown or hidden them.
        rendered: bool,
    },
    /// Adds an option's seats to the coalition, or takes them out.
    Join(Id, bool),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(given: &'static [(&'static str, &'static str)]) -> ResultsViewState {
        ResultsViewState::initial(&|name| {
            let found = given.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn attributes_begin_a_choice_and_nonsense_begins_none() {
        let state = begun(&[
            ("unit", "seats"),
            ("order", "name"),
            ("fold", "25"),
            ("count", "all"),
        ]);
        assert_eq!(state.unit, Some(Unit::Seats));
        assert_eq!(state.order, OrderChoice::Name);
        assert_eq!(state.fold, Fold::After(25));
        assert_eq!(state.count, CountChoice::All);
        assert_eq!(begun(&[("fold", "none")]).fold, Fold::Never);
        assert_eq!(
            begun(&[
                ("unit", "kg"),
                ("order", "up"),
                ("fold", "-1"),
                ("count", "a b")
            ]),
            ResultsViewState::default()
        );
    }

    #[test]
    fn what_the_reader_looks_for_and_has_open_outlives_new_attributes() {
        let mut state = ResultsViewState::default();
        let id = Id::new("a").unwrap();
        let toggle = |open| ResultsAction::Toggle {
            option: id.clone(),
            open,
            rendered: false,
        };
        state.apply(ResultsAction::Find("tok".to_owned()));
        state.apply(toggle(true));
        state.apply(toggle(true));
        state.apply_attributes(begun(&[("unit", "votes")]));
        assert_eq!(
            (state.unit, state.find.as_str()),
            (Some(Unit::Votes), "tok")
        );
        assert_eq!(state.open, std::slice::from_ref(&id));
        state.apply(toggle(false));
        assert!(state.open.is_empty());
    }
}
