//! The part of the data that a reader selects.

use serde::Serialize;

/// A part of the data that the reader selected: the `detail` of the event `widget-select`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Selection {
    /// An option of a results chart.
    Option {
        /// The id of the option.
        option: String,
    },
    /// A mission of an observer map.
    Mission {
        /// The id of the mission.
        mission: String,
    },
    /// A state of an alliance grid.
    State {
        /// The code of the state.
        state: String,
    },
    /// An alliance of an alliance grid.
    Alliance {
        /// The id of the alliance.
        alliance: String,
    },
    /// The membership of a state in an alliance.
    Membership {
        /// The code of the state.
        state: String,
        /// The id of the alliance.
        alliance: String,
    },
}
