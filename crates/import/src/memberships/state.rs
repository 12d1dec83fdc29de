//! States by code and by name.

use crate::context::Context;
use crate::formats::plain_words;
use crate::question::Question;
use crate::refused::{Place, Refused};
use election_widgets::locale::Locale;
use election_widgets::model::{LanguageTag, country_codes, is_country};
use std::collections::HashMap;

/// The states that have been looked up.
pub(super) struct States {
    by_name: HashMap<String, String>,
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
    pub(super) fn new() -> States {
        let mut by_name: HashMap<String, String> = HashMap::new();
        for tag in ["en", "ru"].into_iter().filter_map(LanguageTag::new) {
            let locale = Locale::for_language(&tag);
            for code in country_codes() {
                by_name
                    .entry(plain_words(locale.country(code)))
                    .or_insert_with(|| code.to_owned());
            }
        }
        for (name, code) in OTHER_NAMES {
            by_name
                .entry(name.to_owned())
                .or_insert_with(|| code.to_owned());
        }
        States { by_name }
    }

    /// The code of a state by its code or its name. `None` notes the question.
    ///
    /// # Errors
    /// An answer that is no code.
    pub(super) fn code(
        &self,
        text: &str,
        place: Place,
        context: &mut Context<'_>,
    ) -> Result<Option<String>, Refused> {
        let key = format!("states.{text}");
        if context.answers().get(&key).is_none() {
            if is_country(text) {
                return Ok(Some(text.to_owned()));
            }
            if let Some(code) = self.by_name.get(&plain_words(text)) {
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
