//! The file that is imported: its first bytes for recognition, then the rest as text.

mod bytes;
mod charset;
mod decoded;

pub(crate) use bytes::Bytes;
pub use decoded::Decoded;

use crate::answers::Answers;
#[cfg(feature = "every-format")]
use crate::question::Question;
use crate::refused::Refused;
use charset::{Charset, guess};
use std::fmt;
use std::io::{self, Read};

/// The number of bytes that formats are recognised by.
const HEAD: usize = 64 * 1024;

/// Most bytes of a file that is read as a whole. Tables are read row by row and have no such limit.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Callback that receives the number of rows read so far.
pub type Progress<'a> = Box<dyn FnMut(u64) + 'a>;

/// Another file that belongs to the one that is imported: names of options, an info delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its name, for messages.
    pub name: String,
    /// Its bytes as a whole.
    pub bytes: Vec<u8>,
}

/// The file that is imported.
pub struct Source<'a> {
    name: String,
    head: Vec<u8>,
    rest: Bytes<'a>,
    beside: Vec<Beside>,
    progress: Option<Progress<'a>>,
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// The beginning of a file, by which its format is recognised.
#[derive(Clone, Debug)]
pub struct Sniff {
    /// The name of the file, as far as it is known.
    pub name: String,
    /// Up to 64 KiB of its text; what can't be decoded is replaced.
    pub text: String,
}

impl Sniff {
    /// The text without spaces before it.
    pub fn start(&self) -> &str {
        self.text.trim_start()
    }

    /// The first line that is not empty.
    pub fn first_line(&self) -> &str {
        self.start().lines().next().unwrap_or_default()
    }

    /// True of a file that begins as JSON does.
    pub fn is_json(&self) -> bool {
        self.start().starts_with(['{', '['])
    }

    /// The name of the first element of XML, without the prefix of its namespace.
    pub fn root_name(&self) -> Option<&str> {
        let mut rest = self.start();
        loop {
            rest = rest.split_once('<')?.1;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->")?.1;
            } else if !rest.starts_with(['?', '!']) {
                let end =
                    rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'));
                let name = rest.get(..end?)?;
                return name.rsplit(':').next();
            }
        }
    }

    /// True of a file that begins as XML or HTML does.
    pub fn is_markup(&self) -> bool {
        self.start().starts_with('<')
    }
}

impl<'a> Source<'a> {
    /// A file that is read from `reader`. `name` is for messages and may be empty.
    ///
    /// # Errors
    /// Bytes that can't be read, or a file without any.
    pub fn new(name: impl Into<String>, mut reader: impl Read + 'a) -> Result<Source<'a>, Refused> {
        let mut head = Vec::new();
        let mut first = reader.by_ref().take(HEAD as u64);
        first.read_to_end(&mut head).map_err(unreadable)?;
        if head.is_empty() {
            return Err(Refused::new("the file is empty"));
        }
        Ok(Source {
            name: name.into(),
            head,
            rest: Bytes::of(reader),
            beside: Vec::new(),
            progress: None,
        })
    }

    /// The same with another file that belongs to it.
    #[must_use]
    pub fn with(mut self, beside: Beside) -> Source<'a> {
        self.beside.push(beside);
        self
    }

    /// The same with a callback that receives the number of rows read so far.
    #[must_use]
    pub fn reporting(mut self, progress: Progress<'a>) -> Source<'a> {
        self.progress = Some(progress);
        self
    }

    /// The name of the file, for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The other files that belong to it.
    pub fn beside(&self) -> &[Beside] {
        &self.beside
    }

    /// Advice for a file that is no text: a spreadsheet of a program, an archive, a PDF.
    #[cfg(feature = "every-format")]
    pub(crate) fn not_text(&self) -> Option<&'static str> {
        const KINDS: [(&[u8], &str); 4] = [
            (
                b"PK\x03\x04",
                "this is a spreadsheet file (.xlsx, .ods) or another ZIP archive (.kmz), not text: save the sheet as CSV, or unpack the archive",
            ),
            (
                b"\xd0\xcf\x11\xe0",
                "this is an Excel file (.xls), not text: save the sheet as CSV",
            ),
            (
                b"%PDF",
                "this is a PDF, not text: copy its table into a sheet, and save that as CSV",
            ),
            (b"\x1f\x8b", "this is a gzip archive, not text: unpack it"),
        ];
        let known = KINDS.iter().find(|(start, _)| self.head.starts_with(start));
        known.map(|(_, what)| *what)
    }

    /// The beginning of the file, decoded by the answer `encoding` where there is one.
    pub fn sniff(&self, answers: &Answers) -> Sniff {
        let (guessed, skip) = guess(&self.head);
        let answer = answers.text("encoding");
        let named = answer.and_then(|label| Charset::of_label(&label));
        let encoding = named.unwrap_or(guessed);
        let skip = if encoding == guessed { skip } else { 0 };
        let bytes = self.head.get(skip..).unwrap_or_default();
        Sniff {
            name: self.name.clone(),
            text: encoding.decode_lossy(bytes),
        }
    }

    /// The question which encoding the file has, where it begins with text that is neither UTF-8 nor UTF-16 and no answer
    /// names one. Which of the two it is only a person can see, by the readings.
    #[cfg(feature = "every-format")]
    pub(crate) fn encoding_question(&self, answers: &Answers) -> Option<Question> {
        let is_answered = answers.get("encoding").is_some();
        // A file with NULs is no text, and is refused as that.
        if is_answered || !guess(&self.head).0.is_utf8() || self.head.contains(&0) {
            return None;
        }
        let refused = self.check_head(answers).err()?;
        let question = Question::new("encoding", refused.message.as_str()).choices(&[
            ("windows-1251", "Cyrillic letters"),
            ("windows-1252", "Latin letters of Western Europe"),
        ]);
        Some(match refused.at {
            Some(place) => question.at(place),
            None => question,
        })
    }

    /// Checks that the beginning of the file is text of its encoding, before anything is looked for in it.
    ///
    /// # Errors
    /// The line and column of what is no text.
    pub(crate) fn check_head(&self, answers: &Answers) -> Result<(), Refused> {
        // A character that the 64 KiB cut in two is no error.
        let is_wrong =
            std::str::from_utf8(&self.head).is_err_and(|error| error.error_len().is_some());
        if !is_wrong {
            return Ok(());
        }
        let mut decoded = Decoded::new(Bytes::of(self.head.as_slice()), &self.head, answers)?;
        let checked = io::copy(&mut decoded, &mut io::sink());
        let refused = checked.err().map(unreadable);
        match refused.filter(|_| decoded.is_utf8()) {
            Some(refused) => Err(refused),
            None => Ok(()),
        }
    }

    /// All bytes of the file. Call it once.
    ///
    /// # Errors
    /// A file of more than [`MOST_BYTES`], or one that can't be read.
    pub fn bytes(&mut self) -> Result<Vec<u8>, Refused> {
        let mut bytes = std::mem::take(&mut self.head);
        let room = MOST_BYTES.saturating_sub(bytes.len() as u64);
        let mut rest = (&mut self.rest).take(room + 1);
        rest.read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(Refused::new(format!(
                "the file holds more than {} MB",
                MOST_BYTES / 1024 / 1024
            )));
        }
        Ok(bytes)
    }

    /// The text of the file, decoded by the answer `encoding`, its byte order mark, or as UTF-8. Call it once.
    ///
    /// # Errors
    /// A file of more than [`MOST_BYTES`], or the line and column of what is no text.
    pub fn text(&mut self, answers: &Answers) -> Result<String, Refused> {
        let bytes = self.bytes()?;
        let mut decoded = Decoded::new(Bytes::of(bytes.as_slice()), &bytes, answers)?;
        let mut text = String::new();
        decoded.read_to_string(&mut text).map_err(unreadable)?;
        Ok(text)
    }

    /// The file as UTF-8, piece by piece, with no line longer than `longest_line` bytes. Call it once.
    ///
    /// # Errors
    /// An answer `encoding` that names none.
    pub(crate) fn decoded<'s>(
        &'s mut self,
        answers: &Answers,
        longest_line: u64,
    ) -> Result<Decoded<'s>, Refused> {
        let head = std::mem::take(&mut self.head);
        let start = head.clone();
        let bytes = Bytes::of(io::Cursor::new(head).chain(&mut self.rest));
        Ok(Decoded::new(bytes, &start, answers)?.with_longest_line(longest_line))
    }

    /// Takes the callback that receives the number of rows.
    pub(crate) fn take_progress(&mut self) -> Option<Progress<'a>> {
        self.progress.take()
    }
}

/// The refusal that an error of reading carries, or one that says what the system said.
pub(crate) fn unreadable(error: io::Error) -> Refused {
    match error.downcast() {
        Ok(refused) => refused,
        #[cfg(feature = "every-format")]
        Err(error) => Refused::new(format!("cannot be read: {error}")),
        // A page reads from memory. The names of the system's errors would weigh.
        #[cfg(not(feature = "every-format"))]
        Err(_) => Refused::new("cannot be read"),
    }
}
