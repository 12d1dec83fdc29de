//! The layout of a widget as finished strings and fractions. It is made from the model, the reader's choices and the
//! reader's language.
//!
//! Nothing here measures text or knows the width of a page, so the host and the browser make the
//! same layout of the same document.

mod alliances;
mod bar;
mod choice;
mod collect_compact;
mod color;
mod export;
mod frame;
mod hemicycle;
mod observers;
mod projection;
mod results;

mod sorting;
mod trig;

pub use alliances::{
    AllianceColumn, AlliancesAction, AlliancesLayout, AlliancesViewState, Compare, Content, Grid,
    GridView, Lane, Mark as KindMark, Membership, Overlap, StandingCell, StateOrder, StateRow,
    Time, Timeline, TimelineRow, TimelineShape, TimelineSpell, alliances, alliances_export,
};
pub use bar::{Bar, Fraction, Mark, MarkKind, Scale, Shade};
pub use choice::{Choice, Find, Pick};
pub use color::Paint;
pub use export::{Export, ExportTable, Field, is_formula};
pub use frame::{
    Figures, Format, Frame, Line, Phrase, Pictures, SourceLine, Tools, Writer, notice,
};
pub use hemicycle::{Hemicycle, Point, Seats};
pub use observers::{
    MapLayout, MapMarker, MapName, MapShape, MapTool, MissionDetails, MissionGroup, MissionOrder,
    MissionRow, ObserversAction, ObserversLayout, ObserversViewState, Organisations, PlaceKey,
    PlacedMissions, ShapeKind, View, ViewBox, Viewport, observer_map, observers, observers_export,
};
pub use results::{
    Block, Cell, Certainty, Circle, Coalition, Column, CountChoice, Fact, Fold, FoldRow, Hidden,
    HouseLayout, OrderChoice, OutcomeMark, ResultsAction, ResultsLayout, ResultsViewState, Row,
    StatusBand, ThresholdText, results, results_export,
};
