//! States by code and by name.

use crate::answers::Answers;
use crate::context::Context;
use crate::country_codes::from_alpha_3;
use crate::formats::plain_words;
use crate::index::Index;
use crate::question::Question;
use crate::refused::{Place, Refused};
use election_widgets::model::is_country;
#[cfg(feature = "every-format")]
use election_widgets::{
    locale::Locale,
    model::{LanguageTag, country_codes},
};

/// The states that have been looked up.
pub(super) struct States {
    /// The names in lower case, each with the code at its number.
    names: Index,
    codes: Vec<String>,
    /// True where every code of three capital letters in the column is one of ISO 3166. The Correlates of War project
    /// has others of its own: its AUS is Austria.
    has_alpha_3: bool,
}

/// Names that people write and the widgets' own lists do not have.
const OTHER_NAMES: [(&str, &str); 30] = [
    ("united states of america", "US"),
    ("usa", "US"),
    ("u.s.", "US"),
    ("uk", "GB"),
    ("great britain", "GB"),
    ("russian federation", "RU"),
    ("российская федерация", "RU"),
    ("people's republic of china", "CN"),
    ("china, p.r.", "CN"),
    ("кнр", "CN"),
    ("turkey", "TR"),
    ("türkiye", "TR"),
    ("kyrgyz republic", "KG"),
    ("кыргызстан", "KG"),
    ("кыргызская республика", "KG"),
    ("republic of kazakhstan", "KZ"),
    ("қазақстан", "KZ"),
    ("өзбекстан", "UZ"),
    ("oʻzbekiston", "UZ"),
    ("o'zbekiston", "UZ"),
    ("республика беларусь", "BY"),
    ("белоруссия", "BY"),
    ("islamic republic of iran", "IR"),
    ("viet nam", "VN"),
    ("czech republic", "CZ"),
    ("republic of moldova", "MD"),
    ("молдавия", "MD"),
    ("туркмения", "TM"),
    ("republic of korea", "KR"),
    ("lao pdr", "LA"),
];

impl States {
    /// The states of a column with these cells: those that the widgets have names of, and those of the answer
    /// `countryNames`, which has the lines of a locale file: `country.KZ = Kazakhstan`.
    pub(super) fn new<'c>(answers: &Answers, mut cells: impl Iterator<Item = &'c str>) -> States {
        let mut names = Index::default();
        let mut codes = Vec::new();
        let mut add = |name: String, code: &str| {
            if names.is_new(name.as_bytes()) {
                codes.push(code.to_owned());
            }
        };
        #[cfg(feature = "every-format")]
        for tag in ["en", "ru"].into_iter().filter_map(LanguageTag::new) {
            let locale = Locale::for_language(&tag);
            country_codes().for_each(|code| add(plain_words(locale.country(code)), code));
        }
        let given = answers.text("countryNames").unwrap_or_default();
        for line in given.lines() {
            let entry = line.strip_prefix("country.");
            if let Some((code, name)) = entry.and_then(|entry| entry.split_once(" = ")) {
                add(plain_words(name), code);
            }
        }
        for (name, code) in OTHER_NAMES {
            add(name.to_owned(), code);
        }
        let is_iso = |text: &str| !is_abbreviation(text) || from_alpha_3(text).is_some();
        let has_alpha_3 = cells.all(is_iso);
        States {
            names,
            codes,
            has_alpha_3,
        }
    }

    /// The code of a state by its code or its name. `None` notes the question.
    ///
    /// # Errors
    /// An answer that is no code.
    pub(super) fn code(
        &mut self,
        text: &str,
        place: Place,
        context: &mut Context<'_>,
    ) -> Result<Option<String>, Refused> {
        let key = format!("states.{text}");
        if context.answers().get(&key).is_none() {
            if is_country(text) {
                return Ok(Some(text.to_owned()));
            }
            let alpha_3 = from_alpha_3(text).filter(|_| self.has_alpha_3);
            if let Some(code) = alpha_3 {
                context.understood(place, text, format!("state {code}"));
                return Ok(Some(code.to_owned()));
            }
            let known = self.names.find(plain_words(text).as_bytes());
            if let Some(code) = known.and_then(|place| self.codes.get(place)) {
                return Ok(Some(code.clone()));
            }
        }
        let question = format!(
            "Which state is \"{text}\"? Write its code of two capital letters, such as KZ, or none"
        );
        let answer = context.settle(Question::new(key, question).at(place))?;
        match answer.as_deref() {
            None => Ok(None),
            Some("none") => {
                context.left_out(place, format!("\"{text}\""), "no state");
                Ok(None)
            }
            Some(code) if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                Ok(Some(code.to_owned()))
            }
            Some(other) => Err(Refused::new(format!(
                "states.{text}: expected a code of two capital letters, found \"{other}\""
            ))),
        }
    }
}

/// Returns true of three capital letters.
fn is_abbreviation(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
