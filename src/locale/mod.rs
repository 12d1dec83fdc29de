//! The reader's language: its words, numbers, dates and plurals.
//!
//! A language is one file of words (`www/locale/xx.txt`). English is compiled in; on the host so
//! are the others, in the browser they are fetched beside the wasm. No `Intl` is asked: the host
//! has none, and browsers differ in what they know.
//!
//! A file has sections, so that a first picture can be drawn with a part of it (`scripts/split-locales.mjs` writes that part).

mod collation;
mod date;
mod direction;
mod number;
mod plural;
mod reader;
mod words;

pub use direction::has_rtl;
pub use number::{Precision, Sign};
pub use reader::language_of_words;
pub use words::{Locale, WordsError};
