//! The voters and papers of the whole election, which are the contest's only if a person says so.

use super::contest::warn_of_counties;
use crate::context::Context;
use crate::draft::Results;
use crate::formats::doubts::{percentage, warn_of_percent, warn_of_votes};
use crate::refused::{Place, Refused};
use crate::tree::Element;
use serde_json::{Map, Number, Value, json};

/// The figures of the whole election. Some counties write 0 for a number that they do not have.
#[derive(Debug, Default)]
pub(super) struct Turnout<'e> {
    element: Option<&'e Element>,
    voters: Option<u64>,
    cast: Option<u64>,
    /// The turnout as written, and as a number.
    percent: Option<(&'e str, Number)>,
}

const FIELDS: [(&str, &str); 2] = [("totalVoters", "eligible"), ("ballotsCast", "cast")];

impl<'e> Turnout<'e> {
    /// The figures of a file.
    ///
    /// # Errors
    /// A text that is no number, with its place.
    pub(super) fn of(root: &'e Element) -> Result<Turnout<'e>, Refused> {
        let element = root
            .first("ElectionVoterTurnout")
            .or_else(|| root.first("VoterTurnout"));
        let Some(element) = element else {
            return Ok(Turnout::default());
        };
        let percent = element.attribute("voterTurnout");
        let percent = percent.filter(|said| !said.is_empty());
        let number = |said: &'e str| -> Result<_, Refused> {
            Ok((said, percentage(said, "voterTurnout", element.place())?))
        };
        Ok(Turnout {
            element: Some(element),
            voters: element.whole_attribute("totalVoters")?,
            cast: element.whole_attribute("ballotsCast")?,
            percent: percent.map(number).transpose()?,
        })
    }

    /// The figures as papers of the contest, if the person says that they are.
    pub(super) fn ballots(&self, context: &mut Context<'_>) -> Map<String, Value> {
        let mut ballots = Map::new();
        let numbers = FIELDS.into_iter().zip([self.voters, self.cast]);
        for ((attribute, field), number) in numbers {
            match number {
                Some(0) => context.left_out(
                    self.place(),
                    format!("{attribute} 0"),
                    "files have 0 for a number that is not known",
                ),
                Some(number) => {
                    self.take((attribute, field), json!(number), context, &mut ballots);
                }
                None => {}
            }
        }
        if let Some((said, percent)) = &self.percent {
            if percent.as_f64() == Some(0.0) {
                context.left_out(
                    self.place(),
                    format!("voterTurnout {said}"),
                    "files have 0 for a turnout that is not known",
                );
            } else {
                let names = ("voterTurnout", "turnout");
                self.take(names, json!(percent), context, &mut ballots);
            }
        }
        ballots
    }

    fn take(
        &self,
        (attribute, field): (&str, &str),
        number: Value,
        context: &mut Context<'_>,
        ballots: &mut Map<String, Value>,
    ) {
        let what = format!("{attribute} {number}");
        if context.answers().text("ballots").as_deref() == Some("contest") {
            context.understood(self.place(), what, format!("ballots.{field}"));
            ballots.insert(field.to_owned(), number);
        } else {
            context.left_out(
                self.place(),
                what,
                "it is of the whole election; --answer ballots=contest says that all of them could vote in the contest",
            );
        }
    }

    /// Warns of figures that contradict each other, and of more votes in the contest than papers in the election.
    pub(super) fn warn(&self, results: &Results, context: &mut Context<'_>) {
        let Some(element) = self.element else { return };
        for (name, number) in [("totalVoters", self.voters), ("ballotsCast", self.cast)] {
            let of = (number.filter(|number| *number > 0), "the election");
            warn_of_counties(element, name, name, of, context);
        }
        // Papers of the contest itself are compared with its votes wherever a format has them.
        let mut counts = results.counts.iter();
        if counts.any(|count| count.fields.contains_key("ballots")) {
            return;
        }
        let (Some(cast @ 1..), Some(voters @ 1..)) = (self.cast, self.voters) else {
            return;
        };
        if cast > voters {
            context.warn(format!(
                "ballotsCast is {cast}, more than the totalVoters, {voters}"
            ));
        }
        if let Some((said, _)) = self.percent {
            warn_of_percent("voterTurnout", said, (cast, voters), context);
        }
        for count in &results.counts {
            warn_of_votes(results, count, cast, context);
        }
    }

    fn place(&self) -> Option<Place> {
        self.element.and_then(Element::place)
    }
}
