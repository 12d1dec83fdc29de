//! The head of a table: rows of a key and its value, by which a sheet is a whole document.

use super::fields::plain;
use super::threshold;
use crate::answers::Answers;
use crate::context::Context;
use crate::draft;
use crate::object::{Put, object};
use crate::quantity::{AsideKind, Decimals, Reading, read};
use crate::refused::{Place, Refused};
use crate::words::{field_of, has};
use serde_json::{Map, Value};

/// Keys of the head in English, Russian, Kazakh, Kyrgyz, Uzbek, German and French, each with its field.
const KEYS: [(&str, &str); 28] = [
    (
        "title",
        "title|headline|заголовок|название|тақырып|аталыш|sarlavha|titel|überschrift|titre",
    ),
    (ANSWER, "answer|ответ|жауап|жооп|javob|antwort|réponse"),
    ("lang", "lang|language|язык|тіл|тил|til|sprache|langue"),
    (
        "office",
        "office|должность|выборы|лауазым|кызмат|lavozim|amt|fonction|mandat",
    ),
    (
        "event",
        "event|election|событие|оқиға|окуя|voqea|anlass|événement",
    ),
    ("area", "area|map|карта"),
    (
        "place",
        "place|country|место|страна|ел|өлке|мамлекет|mamlakat|ort|land|lieu|pays",
    ),
    (
        "date",
        "date|election day|day of the vote|дата|день голосования|күні|дата выборов|сана|sana|datum|wahltag|date du scrutin",
    ),
    ("question", "question|вопрос|сұрақ|суроо|savol|frage"),
    (
        "status",
        "status|статус|мәртебесі|мәртебе|статусу|holati|holat|auszählungsstand|statut",
    ),
    (
        "asOf",
        "as of|asof|as at|по состоянию на|жағдай бойынша|абалы боюнча|stand|situation au|état au",
    ),
    (
        "source",
        "source|источник|дереккөз|дереккоз|булак|manba|quelle",
    ),
    (
        "notes",
        "note|notes|примечание|ескерту|эскертүү|izoh|hinweis|anmerkung|remarque",
    ),
    ("test", "test|rehearsal|тест|репетиция|probe|essai"),
    (
        "percentOf",
        "percent of|percentages of|проценты от|prozent von|pourcentage de",
    ),
    ("label", "label|count|подсчёт|zählung|dépouillement"),
    (
        "comparedTo",
        "compared to|compared with|по сравнению с|verglichen mit|comparé à",
    ),
    ("threshold", "threshold|порог|шек|schwelle|seuil"),
    ("votesAllowed", "votes allowed|votes per voter"),
    ("numberElected", "number elected|to be elected|избирается"),
    ("seats", "seats|house|мест|мандатов|орын|sitze|sièges"),
    (
        "reported",
        "reported|counted|обработано|есептелді|саналды|ausgezählt|dépouillé",
    ),
    (
        "eligible",
        "eligible|eligible voters|registered voters|избирателей|сайлаушылар|шайлоочулар|saylovchilar|wahlberechtigte|inscrits",
    ),
    (
        "cast",
        "cast|ballots cast|voters|проголосовало|дауыс берді|добуш берди|ovoz berdi|wählende|votants",
    ),
    (
        "valid",
        "valid|valid votes|действительных|жарамды|жарактуу|haqiqiy|gültige|exprimés",
    ),
    ("blank", "blank|blank votes|пустых|бос|leere|blancs"),
    (
        "invalid",
        "invalid|invalid votes|rejected ballots|недействительных|жарамсыз|жараксыз|haqiqiy emas|ungültige|nuls",
    ),
    (
        "turnout",
        "turnout|явка|қатысу|катышуу|ishtirok|wahlbeteiligung|participation",
    ),
];

/// The key of a row that answers a question of the import: `answer, column.Votes.zero, zero`.
const ANSWER: &str = "answer";

/// The answers of a person, with those of the rows `answer, KEY, VALUE` above a table. A person's own go first.
pub(super) fn answers(first_rows: &[Vec<String>], given: &Answers) -> Answers {
    let mut answers = given.clone();
    for row in first_rows {
        let mut cells = row.iter().filter(|cell| !cell.is_empty());
        let (Some(first), Some(key), Some(value)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        if key_of(first) == Some(ANSWER) && given.get(key).is_none() {
            answers.set(key, value.as_str());
        }
    }
    answers
}

/// Keys and values from the rows above a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Head {
    /// Title, language, test, notes and sources.
    pub(super) draft: draft::Head,
    /// The first value of each other key, with its line.
    values: Vec<(&'static str, String, u64)>,
}

impl Head {
    /// Takes a row above the header: as a key with its value, or as a line that the document does not have.
    ///
    /// # Errors
    /// A source without a day.
    pub(super) fn take(
        &mut self,
        cells: &[String],
        line: u64,
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        let mut given = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty());
        let Some((_, first)) = given.next() else {
            return Ok(());
        };
        let rest: Vec<&str> = given.map(|(_, cell)| cell.as_str()).collect();
        let key = key_of(first).filter(|_| !rest.is_empty());
        let Some(key) = key else {
            let row = std::iter::once(first.as_str())
                .chain(rest)
                .collect::<Vec<_>>()
                .join(" | ");
            context.left_out(
                Place::line(line),
                format!("\"{row}\""),
                "it stands above the table and is no key with a value",
            );
            return Ok(());
        };
        let said = rest.join(" | ");
        context.understood(
            Place::line(line),
            format!("{}: {said}", first.trim_end_matches(':')),
            key,
        );
        match key {
            // The import took it before it began to read.
            ANSWER => {}
            "title" => self.draft.title = Some(Value::from(said)),
            "lang" => self.draft.lang = Some(said),
            "notes" => self.draft.notes.push(Value::from(said)),
            "test" => self.draft.test = is_yes(&said),
            "source" => self.add_source(&rest, line)?,
            key => self.values.push((key, said, line)),
        }
        Ok(())
    }

    /// Adds a source: its title, publisher, address and day, in any order; where there is one text it is both title and
    /// publisher.
    fn add_source(&mut self, cells: &[&str], line: u64) -> Result<(), Refused> {
        let is_url = |cell: &str| cell.starts_with("http://") || cell.starts_with("https://");
        let url = cells.iter().find(|cell| is_url(cell));
        let date = cells.iter().find(|cell| is_date(cell));
        let texts: Vec<&str> = cells
            .iter()
            .copied()
            .filter(|cell| !is_url(cell) && !is_date(cell))
            .collect();
        let (Some(date), Some(title)) = (date, texts.first()) else {
            return Err(Refused::at(
                Place::line(line),
                "a source needs its name and its day in cells of their own: source, Central Election Commission, https://…, 2022-11-21",
            ));
        };
        let mut source = Map::new();
        source.put("id", format!("source-{}", self.draft.sources.len() + 1));
        source.put("title", *title);
        source.put("publisher", *texts.get(1).unwrap_or(title));
        if let Some(url) = url {
            source.put("url", *url);
        }
        source.put("date", *date);
        self.draft.sources.push(Value::Object(source));
        Ok(())
    }

    /// The value of a key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.values
            .iter()
            .find(|(known, _, _)| *known == key)
            .map(|(_, value, _)| value.as_str())
    }

    /// The value of a key as JSON.
    pub(super) fn value(&self, key: &str) -> Option<Value> {
        self.text(key).map(Value::from)
    }

    /// The value of a key as a quantity.
    ///
    /// # Errors
    /// A value that is none.
    pub(super) fn quantity(&self, key: &str) -> Result<Option<Value>, Refused> {
        let found = self.values.iter().find(|(known, _, _)| *known == key);
        let Some((key, text, line)) = found else {
            return Ok(None);
        };
        quantity(text).map(Some).ok_or_else(|| {
            Refused::at(
                Place::new(*line, 2),
                format!("{key}: \"{text}\" is no quantity of zero or more (write 81.3, over 81, ~400 or 2–3)"),
            )
        })
    }

    /// The thresholds, one of each row that says one.
    ///
    /// # Errors
    /// A text that is none.
    pub(super) fn thresholds(&self) -> Result<Vec<Value>, Refused> {
        let rows = self.values.iter().filter(|(key, _, _)| *key == "threshold");
        let thresholds = rows.map(|(_, text, line)| {
            threshold::read(text).ok_or_else(|| {
                Refused::at(
                    Place::new(*line, 2),
                    format!("threshold: \"{text}\": {}", threshold::HOW),
                )
            })
        });
        thresholds.collect()
    }

    /// The reported part: `9,800 of 10,101 stations`, or `98.7 %`.
    ///
    /// # Errors
    /// A value in neither form.
    pub(super) fn reported(&self) -> Result<Option<Value>, Refused> {
        let found = self.values.iter().find(|(key, _, _)| *key == "reported");
        let Some((_, text, line)) = found else {
            return Ok(None);
        };
        reported(text).map(Some).ok_or_else(|| {
            Refused::at(Place::new(*line, 2), format!("reported: \"{text}\" is neither \"9,800 of 10,101 stations\" (or ballots, districts, expected votes) nor \"98.7 %\""))
        })
    }
}

/// True of a text that says yes.
pub(crate) fn is_yes(text: &str) -> bool {
    const YES: &str = "true|yes|y|x|1|да|иә|ооба|ha|ja|oui|✓|✔|*|+";
    has(YES, &plain(text)) || matches!(text.trim(), "*" | "+")
}

/// True of a text that says no.
pub(crate) fn is_no(text: &str) -> bool {
    has(
        "false|no|n|0|нет|жоқ|жок|yo‘q|yo'q|nein|non|✗|✘",
        &plain(text),
    )
}

/// True of a date as the contract has it.
pub(super) fn is_date(text: &str) -> bool {
    text.parse::<election_widgets::model::Date>().is_ok()
}

fn key_of(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let named = KEYS.iter().find(|(key, _)| *key == text);
    named
        .map(|(key, _)| *key)
        .or_else(|| field_of(&KEYS, &text))
}

/// True of a text that begins with a star, with a word for a note or a source, or with what remarks begin with before a
/// colon: "Last updated: 21:45". Other texts with a colon may be names.
pub(super) fn is_remark(text: &str) -> bool {
    const BEFORE: &str = "updated|last updated|last update|data|disclaimer|обновлено|данные|жаңартылды|жаңыртылды|yangilandi|aktualisiert|zuletzt aktualisiert|mise à jour|données";
    let first = text.split_whitespace().next().unwrap_or_default();
    let before = text.split_once(": ").map_or("", |(before, _)| before);
    text.starts_with('*')
        || matches!(key_of(first), Some("notes" | "source"))
        || matches!(
            key_of(before),
            Some("notes" | "source" | "asOf" | "reported")
        )
        || has(BEFORE, &plain(before))
}

/// A quantity outside a column: it is read only if both marks before decimals give the same, or one of them alone.
///
/// One below zero is none. So is a figure with a change or a second figure behind it: the head has no place for them.
pub(super) fn quantity(text: &str) -> Option<Value> {
    let fits = |reading: &Reading| {
        let mut asides = reading.asides.iter();
        let is_negative = reading.numbers().iter().any(|number| number.is_negative());
        asides.all(|aside| aside.kind == AsideKind::Note) && !is_negative
    };
    let value = |decimals| {
        read(text, decimals)
            .filter(fits)
            .map(|reading| reading.value)
    };
    let (point, comma) = (value(Decimals::Point), value(Decimals::Comma));
    match (point, comma) {
        (Some(point), Some(comma)) if point == comma => Some(point),
        // "9,800" alone is thousands to one reader and 9.8 to another; a number of voters or papers has no decimals.
        (Some(one), Some(other)) => [one, other].into_iter().find(|value| value.is_i64()),
        (one, other) => one.or(other),
    }
}

/// Units of the reported part, with their words.
const COUNTED: [(&str, &str); 4] = [
    (
        "stations",
        "stations|polling stations|precincts|polls|участков|уик|учаске|uchastka|wahlbezirke|wahlbezirken|bureaux|bureaux de vote",
    ),
    ("ballots", "ballots|papers|бюллетеней"),
    ("districts", "districts|areas|округов|wahlkreise"),
    ("expected-votes", "expected votes"),
];

fn reported(text: &str) -> Option<Value> {
    let words = [" of ", " out of ", " из ", " von ", " sur ", "/"];
    let parts = words.iter().find_map(|word| text.split_once(word));
    let Some((done, rest)) = parts else {
        return Some(object!({ "percent": quantity(text)? }));
    };
    let digits = rest.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let of = rest.strip_prefix(digits).map(plain).unwrap_or_default();
    let of = match of.as_str() {
        "" => None,
        word => Some(field_of(&COUNTED, word)?),
    };
    let mut map = Map::new();
    map.put("done", quantity(done.trim())?);
    map.put("total", quantity(digits.trim())?);
    if let Some(of) = of {
        map.put("of", of);
    }
    Some(Value::Object(map))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_reported_part_is_read_with_its_unit() {
        assert_eq!(
            reported("9,800 of 10,101 stations"),
            Some(json!({"done": 9800, "total": 10101, "of": "stations"}))
        );
        assert_eq!(
            reported("9 800 из 10 101"),
            Some(json!({"done": 9800, "total": 10101}))
        );
        assert_eq!(reported("98.7 %"), Some(json!({"percent": 98.7})));
        assert_eq!(reported("nearly all"), None);
    }
}
