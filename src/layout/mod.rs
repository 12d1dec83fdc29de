//! What goes where: finished strings and fractions, made from the model, the reader's choices and
//! the reader's language.
//!
//! Nothing here measures text or knows the width of a page, so the host and the browser make the
//! same layout of the same document.

mod bar;
mod color;
mod frame;
mod results;

pub use bar::{Bar, Fraction, Mark, MarkKind, Scale};
pub use color::Paint;
pub use frame::{Frame, Notice, NoticeKind, Phrase, SourceLine, Writer};
pub use results::{
    Cell, Column, CountChoice, Fact, Line, Pick, ResultsAction, ResultsLayout, ResultsState, Row,
    StatusBand, ThresholdText, results,
};
