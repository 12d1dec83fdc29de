//! What goes where: finished strings and fractions, made from the model, the reader's choices and
//! the reader's language.
//!
//! Nothing here measures text or knows the width of a page, so the host and the browser make the
//! same layout of the same document.

mod bar;
mod color;
mod frame;
mod hemicycle;
mod results;
mod sheet;
mod sorting;

pub use bar::{Bar, Fraction, Mark, MarkKind, Scale};
pub use color::Paint;
pub use frame::{Format, Frame, Notice, NoticeKind, Phrase, SourceLine, Tools, Writer};
pub use hemicycle::{Hemicycle, Point, Seats};
pub use results::{
    Block, Cell, Choice, Circle, Coalition, Column, CountChoice, Fact, Figures, Find, Fold,
    FoldRow, Held, Hidden, HouseLayout, Line, OrderChoice, OutcomeMark, Pick, ResultsAction,
    ResultsLayout, ResultsState, Row, Shade, StatusBand, ThresholdText, results, sheets,
};
pub use sheet::{Field, Sheet, Sheets};
