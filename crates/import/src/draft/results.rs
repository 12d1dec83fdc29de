//! The draft of a results document.

use super::{Head, SourceRule, as_place, list, optional, put, settled};
use crate::context::Context;
use crate::object::{Put, object};
use crate::question::Question;
use crate::refused::Refused;
use serde_json::{Map, Value};

/// The statuses of a count, each with its meaning for people.
const STATUSES: [(&str, &str); 16] = [
    ("scheduled", "before the vote"),
    ("voting", "polls are open"),
    ("exit-poll", "asked of voters, not counted"),
    ("projection", "computed from a part"),
    ("partial", "a part is counted"),
    ("preliminary", "all is counted, not yet checked"),
    ("final", "the result"),
    ("certified", "certified by the authority"),
    ("recount", "counted again"),
    ("corrected", "put right after publication"),
    ("annulled", "declared void"),
    ("disputed", "contested"),
    ("sitting", "a house as it is"),
    ("no-poll", "no vote was held"),
    ("postponed", "put off"),
    ("cancelled", "called off"),
];

/// A results document with gaps. Objects are as the contract has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Title, language, test, notes and sources.
    pub head: Head,
    /// The office or house that the vote was for.
    pub office: Option<Value>,
    /// The place of the vote.
    pub place: Option<Value>,
    /// The day of the vote.
    pub date: Option<Value>,
    /// Further fields of the contest: `question`, `votesAllowed`, `numberElected`.
    pub contest: Map<String, Value>,
    /// The options, each with `id` and `kind`. `finish` asks for the kind where it is left out.
    pub options: Vec<Map<String, Value>>,
    /// The counts in order, the oldest first.
    pub counts: Vec<Count>,
    /// Rules that decide something.
    pub thresholds: Vec<Value>,
    /// Decisions that the file states. `finish` adds the source where it is left out.
    pub outcomes: Vec<Map<String, Value>>,
    /// Further fields of the document: `optionsComplete`, `seats`, `ownUnit`, `corrections`.
    pub more: Map<String, Value>,
}

/// A count with gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// The id by which outcomes and questions call it.
    pub id: String,
    /// The word of the contract for how far it has come.
    pub status: Option<String>,
    /// The moment that it speaks of.
    pub as_of: Option<String>,
    /// The id of its source; the document's first if left out.
    pub source: Option<String>,
    /// Fields between `source` and `results`: `label`, `note`, `percentOf`, `reported`, `ballots`, `comparedTo`.
    pub fields: Map<String, Value>,
    /// The figures by the id of the option.
    pub results: Map<String, Value>,
}

impl Results {
    /// Adds the answers of a vote in the languages of Switzerland, with the ids `yes` and `no`.
    pub(crate) fn add_yes_and_no(&mut self) {
        let answers = [
            (
                "yes",
                object!({ "en": "Yes", "de": "Ja", "fr": "Oui", "it": "Sì", "rm": "Gea" }),
            ),
            (
                "no",
                object!({ "en": "No", "de": "Nein", "fr": "Non", "it": "No", "rm": "Na" }),
            ),
        ];
        let options = answers.map(|(id, names)| {
            Map::from_iter([
                ("id".to_owned(), Value::from(id)),
                ("kind".to_owned(), Value::from("answer")),
                ("name".to_owned(), names),
            ])
        });
        self.options.extend(options);
    }

    /// Asks for what is missing and makes the document. `None` while a question is open.
    ///
    /// The keys of its questions are `title`, `office`, `kind`, `status`, `asOf` and `source.…`; of one among several
    /// counts `count.<id>.status` and `count.<id>.asOf`.
    ///
    /// # Errors
    /// An answer that is none of a question's choices.
    pub fn finish(mut self, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
        let (mut map, _) = self.head.begin(SourceRule::Needed, context)?;
        let source = self.head.first_source();
        map.put("contest", self.contest(context)?);
        let options = std::mem::take(&mut self.options);
        let options = options.into_iter().map(|option| with_kind(option, context));
        let options = options.collect::<Result<Vec<Value>, _>>()?;
        map.put("options", options);
        put(
            &mut map,
            "optionsComplete",
            self.more.shift_remove("optionsComplete"),
        );
        let several = self.counts.len() > 1;
        let counts = std::mem::take(&mut self.counts);
        let counts = counts
            .into_iter()
            .map(|count| count.finish(several, source.as_deref(), context));
        let counts = counts.collect::<Result<Vec<Value>, _>>()?;
        map.put("counts", counts);
        for key in ["seats", "ownUnit"] {
            put(&mut map, key, self.more.shift_remove(key));
        }
        list(&mut map, "thresholds", self.thresholds);
        let outcomes = self.outcomes.into_iter().map(|mut outcome| {
            if let (None, Some(source)) = (outcome.get("source"), &source) {
                outcome.put("source", source.as_str());
            }
            Value::Object(outcome)
        });
        list(&mut map, "outcomes", outcomes.collect());
        map.extend(self.more);
        self.head.end(&mut map);
        Ok((!context.is_asking()).then_some(Value::Object(map)))
    }

    fn contest(&mut self, context: &mut Context<'_>) -> Result<Value, Refused> {
        let mut contest = Map::new();
        let office = settled(
            context,
            "office",
            self.office.take(),
            "What was voted on: which office or house? Such as President",
        )?;
        put(&mut contest, "office", office);
        let place = optional(context, "place", self.place.take());
        put(&mut contest, "place", place.map(as_place));
        put(
            &mut contest,
            "date",
            optional(context, "date", self.date.take()),
        );
        let question = self.contest.shift_remove("question");
        put(
            &mut contest,
            "question",
            optional(context, "question", question),
        );
        contest.append(&mut self.contest);
        Ok(Value::Object(contest))
    }
}

/// Warns of a whole count whose papers cast are not those that are valid and invalid. Some sources count blank papers among
/// either, and others by themselves.
#[cfg(feature = "every-format")]
fn warn_of_papers(
    count: &Map<String, Value>,
    fields: &Map<String, Value>,
    context: &mut Context<'_>,
) {
    let papers = |field: &str| fields.get("ballots")?.get(field)?.as_u64();
    let is_whole = count.get("status").is_none_or(|status| status != "partial");
    let (Some(cast), Some(valid), Some(invalid)) =
        (papers("cast"), papers("valid"), papers("invalid"))
    else {
        return;
    };
    let sum = valid.saturating_add(invalid);
    let with_blank = sum.saturating_add(papers("blank").unwrap_or(0));
    if is_whole && cast != sum && cast != with_blank {
        context.warn(format!(
            "{cast} papers are cast, and those that are valid, invalid or blank come to {with_blank}"
        ));
    }
}

fn with_kind(mut option: Map<String, Value>, context: &mut Context<'_>) -> Result<Value, Refused> {
    if option.get("kind").is_none() {
        let question = Question::new("kind", "What are the options?").choices(&[
            ("candidate", "people"),
            ("party", "parties or lists"),
            ("bloc", "several parties that are counted as one"),
            ("answer", "answers to a question"),
        ]);
        if let Some(kind) = context.settle(question)? {
            option.put("kind", kind);
        }
    }
    let ordered = ["id", "kind"]
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), option.shift_remove(key)?)));
    let mut ordered: Map<String, Value> = ordered.collect();
    ordered.append(&mut option);
    Ok(Value::Object(ordered))
}

impl Count {
    fn finish(
        self,
        several: bool,
        source: Option<&str>,
        context: &mut Context<'_>,
    ) -> Result<Value, Refused> {
        let key = |field: &str| {
            if several {
                format!("count.{}.{field}", self.id)
            } else {
                field.to_owned()
            }
        };
        let of = if several {
            format!(" of the count \"{}\"", self.id)
        } else {
            String::new()
        };
        let status =
            Question::new(key("status"), format!("What is the status{of}?")).choices(&STATUSES);
        let given = self
            .status
            .filter(|_| context.answers().get(&status.key).is_none());
        let status = match given {
            Some(status) => Some(status),
            None => context.settle(status)?,
        };
        let as_of = settled(
            context,
            &key("asOf"),
            self.as_of.map(Value::from),
            &format!(
                "Which day or moment do the figures{of} speak of? Write 2030-04-12, or with time and offset 2030-04-12T21:00+06:00"
            ),
        )?;
        let mut fields = self.fields;
        let mut count = Map::new();
        count.put("id", self.id);
        put(&mut count, "label", fields.shift_remove("label"));
        put(&mut count, "status", status.map(Value::from));
        put(&mut count, "asOf", as_of);
        put(
            &mut count,
            "source",
            self.source.as_deref().or(source).map(Value::from),
        );
        let percent_of = fields.shift_remove("percentOf");
        put(
            &mut count,
            "percentOf",
            optional(context, "percentOf", percent_of),
        );
        #[cfg(feature = "every-format")]
        warn_of_papers(&count, &fields, context);
        count.append(&mut fields);
        if !self.results.is_empty() {
            count.put("results", self.results);
        }
        Ok(Value::Object(count))
    }
}
