//! What goes where: finished strings and fractions, made from the model, the reader's choices and
//! the reader's language.
//!
//! Nothing here measures text or knows the width of a page, so the host and the browser make the
//! same layout of the same document.

#[cfg(feature = "alliances")]
mod alliances;
mod bar;
mod choice;
#[cfg(feature = "results")]
mod color;
mod frame;
#[cfg(feature = "results")]
mod hemicycle;
mod listed;
#[cfg(feature = "observers")]
mod observers;
#[cfg(feature = "observers")]
mod projection;
#[cfg(feature = "results")]
mod results;
mod sheet;
mod sorting;
mod trig;

#[cfg(feature = "alliances")]
pub use alliances::{
    AllianceColumn, AlliancesAction, AlliancesLayout, AlliancesState, Compare, Content, Grid,
    GridView, Mark as KindMark, Membership, Overlap, StandingCell, StateOrder, StateRow, Time,
    Timeline, TimelineRow, alliance_sheets, alliances,
};
pub use bar::{Bar, Fraction, Mark, MarkKind, Scale, Shade};
pub use choice::{Choice, Find, Pick};
#[cfg(feature = "results")]
pub use color::Paint;
pub use frame::{
    Figures, Format, Frame, Line, Notice, NoticeKind, Phrase, SourceLine, Tools, Writer, no_map,
};
#[cfg(feature = "results")]
pub use hemicycle::{Hemicycle, Point, Seats};
#[cfg(feature = "observers")]
pub use observers::{
    Atlas, MapLayout, MapMarker, MapName, MapShape, MapTool, MissionDetails, MissionGroup,
    MissionOrder, MissionRow, ObserversAction, ObserversLayout, ObserversState, Organisations,
    PlaceKey, ShapeKind, Sight, View, ViewBox, observer_map, observer_sheets, observers,
};
#[cfg(feature = "results")]
pub use results::{
    Block, Cell, Circle, Coalition, Column, CountChoice, Fact, Fold, FoldRow, Held, Hidden,
    HouseLayout, OrderChoice, OutcomeMark, ResultsAction, ResultsLayout, ResultsState, Row,
    StatusBand, ThresholdText, results, sheets,
};
pub use sheet::{Field, Sheet, Sheets};
