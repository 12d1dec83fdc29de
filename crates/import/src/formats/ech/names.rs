//! Names of an election, which the info delivery holds.

use super::texts;
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Value, json};

/// The names of one election, in its group.
#[derive(Clone, Copy)]
pub(super) struct Names<'f> {
    pub(super) delivery: &'f Element,
    group_info: &'f Element,
    group: &'f Element,
    pub(super) information: &'f Element,
}

/// All elections that the files name.
fn all(files: &[Element]) -> impl Iterator<Item = Names<'_>> {
    let deliveries = files
        .iter()
        .flat_map(|file| file.all("electionInformationDelivery"));
    deliveries.flat_map(|delivery| {
        delivery
            .all("electionGroupInfo")
            .flat_map(move |group_info| {
                group_info.all("electionGroup").flat_map(move |group| {
                    group
                        .all("electionInformation")
                        .map(move |information| Names {
                            delivery,
                            group_info,
                            group,
                            information,
                        })
                })
            })
    })
}

/// The names of the election with an id.
pub(super) fn of<'f>(files: &'f [Element], id: &str) -> Option<Names<'f>> {
    all(files).find(|names| {
        names
            .election()
            .and_then(|election| election.text_of("electionIdentification"))
            == Some(id)
    })
}

/// The title of an election.
pub(super) fn title(names: Names<'_>) -> Option<Value> {
    let description = names.election()?.first("electionDescription")?;
    texts::text(
        description.all("electionDescriptionInfo"),
        &["electionDescription", "electionDescriptionShort"],
    )
}

/// Passes over the names of elections other than that of `chosen`.
pub(super) fn pass_unused(files: &[Element], chosen: &Element) {
    let id = chosen.text_of("electionIdentification");
    let is_ours = |names: &Names<'_>| {
        let own = names.election();
        own.and_then(|election| election.text_of("electionIdentification")) == id
    };
    for names in all(files).filter(|names| !is_ours(names)) {
        names.information.pass();
    }
}

impl<'f> Names<'f> {
    pub(super) fn election(&self) -> Option<&'f Element> {
        self.information.first("election")
    }

    /// The counting circles in which the group of elections is held.
    pub(super) fn circles(&self) -> Vec<&'f Element> {
        self.group_info.all("countingCircle").collect()
    }

    /// Adds title, language and place.
    pub(super) fn head(
        &self,
        context: &mut Context<'_>,
        results: &mut Results,
    ) -> Result<(), Refused> {
        results.head.title = title(*self);
        let description = self
            .election()
            .and_then(|election| election.first("electionDescription"));
        results.head.lang = description.and_then(|description| {
            texts::only_language(description.all("electionDescriptionInfo"))
        });
        if results.head.title.is_some() {
            context.understood(
                description.and_then(Element::place),
                "electionDescription",
                "title",
            );
        }
        results.place = place(self.group, self.delivery, context)?;
        Ok(())
    }

    /// The number of those who are elected.
    pub(super) fn mandates(&self) -> Result<Option<u64>, Refused> {
        match self.election() {
            Some(election) => election.whole_of("numberOfMandates"),
            None => Ok(None),
        }
    }
}

/// The place of which the delivery has figures.
pub(super) fn place(
    owner: &Element,
    delivery: &Element,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    // It repeats the place, or names who holds the vote there.
    if let Some(authority) = owner.first("superiorAuthority") {
        authority.pass();
    }
    let Some(domain) = owner.first("domainOfInfluence") else {
        return Ok(None);
    };
    let is_federal = domain.text_of("domainOfInfluenceType") == Some("CH");
    let name = domain.text_of("domainOfInfluenceName");
    domain.pass();
    if !is_federal {
        context.understood(domain.place(), "domainOfInfluenceName", "contest.place");
        return Ok(name.map(|name| json!({ "name": name })));
    }
    // The whole federation votes, and a delivery holds one canton's figures.
    let number = delivery.whole_of("cantonId")?;
    let index = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
    let canton = index.and_then(|index| CANTONS.get(index));
    context.left_out(
        domain.place(),
        format!("domainOfInfluenceName {}", name.unwrap_or_default()),
        "the federation votes; the delivery has the figures of one canton (cantonId)",
    );
    let Some(canton) = canton else {
        return Ok(None);
    };
    context.understood(
        delivery.place(),
        format!("cantonId {}", number.unwrap_or_default()),
        "contest.place",
    );
    Ok(Some(json!({ "name": canton })))
}

/// The cantons by the numbers of the Federal Statistical Office, 1 to 26, in their own languages.
const CANTONS: [&str; 26] = [
    "Zürich",
    "Bern",
    "Luzern",
    "Uri",
    "Schwyz",
    "Obwalden",
    "Nidwalden",
    "Glarus",
    "Zug",
    "Fribourg",
    "Solothurn",
    "Basel-Stadt",
    "Basel-Landschaft",
    "Schaffhausen",
    "Appenzell Ausserrhoden",
    "Appenzell Innerrhoden",
    "St. Gallen",
    "Graubünden",
    "Aargau",
    "Thurgau",
    "Ticino",
    "Vaud",
    "Valais",
    "Neuchâtel",
    "Genève",
    "Jura",
];
