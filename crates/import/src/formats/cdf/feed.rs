//! The elements of a feed, found by their ids.

use crate::context::Context;
use crate::refused::Refused;
use crate::tree::Element;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// A feed: its report, its elections, and whatever contests name by reference.
pub(super) struct Feed<'e> {
    pub(super) report: &'e Element,
    /// The contests, each with its election.
    contests: Vec<(&'e Element, &'e Element)>,
    pub(super) candidates: Index<'e>,
    pub(super) persons: Index<'e>,
    pub(super) parties: Index<'e>,
    pub(super) offices: Index<'e>,
    pub(super) units: Index<'e>,
}

impl<'e> Feed<'e> {
    /// A feed from the root of the file.
    ///
    /// # Errors
    /// A root that is no report, or a contest without an id among several.
    pub(super) fn of(root: &'e Element) -> Result<Feed<'e>, Refused> {
        let report = match root.first("ElectionReport") {
            Some(report) if root.name() != "ElectionReport" => report,
            _ => root,
        };
        let is_report = report.name() == "ElectionReport" || kind(report) == Some("ElectionReport");
        if !is_report {
            return Err(root.refused(format!(
                "expected an element ElectionReport, found {}",
                root.name()
            )));
        }
        let elections: Vec<_> = members(report, "Election").collect();
        let contests = elections.iter().flat_map(|election| {
            members(election, "Contest").map(move |contest| (*election, contest))
        });
        let contests: Vec<_> = contests.collect();
        let nameless = contests.iter().find(|(_, contest)| id(contest).is_none());
        if let (Some((_, contest)), true) = (nameless, contests.len() > 1) {
            return Err(contest.refused("the contest has no objectId to choose it by"));
        }
        let candidates = elections
            .iter()
            .flat_map(|election| members(election, "Candidate"));
        Ok(Feed {
            report,
            contests,
            candidates: Index::new("Candidate", candidates),
            persons: Index::new("Person", members(report, "Person")),
            parties: Index::new("Party", members(report, "Party")),
            offices: Index::new("Office", members(report, "Office")),
            units: Index::new("GpUnit", members(report, "GpUnit")),
        })
    }

    /// All contests in the file's order.
    pub(super) fn contests(&self) -> impl Iterator<Item = &'e Element> {
        self.contests.iter().map(|(_, contest)| *contest)
    }

    /// A contest with its election.
    pub(super) fn contest(&self, index: usize) -> Option<(&'e Element, &'e Element)> {
        self.contests.get(index).copied()
    }

    /// Names what belongs to other contests in the report.
    pub(super) fn leave_others(&self, context: &mut Context<'_>, chosen: usize) {
        let others = self.contests.iter().enumerate();
        let others: Vec<_> = others.filter(|(index, _)| *index != chosen).collect();
        for (_, (_, contest)) in &others {
            contest.pass();
        }
        if !others.is_empty() {
            context.left_out(
                None,
                others_of("Contest", others.len()),
                "a document is one contest: choose another with --contest",
            );
        }
        let indexes = [
            &self.candidates,
            &self.persons,
            &self.parties,
            &self.offices,
            &self.units,
        ];
        for index in indexes {
            index.leave_unused(context);
        }
    }
}

/// The elements of one name by their ids.
pub(super) struct Index<'e> {
    name: &'static str,
    by_id: HashMap<&'e str, &'e Element>,
    nameless: Vec<&'e Element>,
    used: RefCell<HashSet<&'e str>>,
}

impl<'e> Index<'e> {
    fn new(name: &'static str, elements: impl Iterator<Item = &'e Element>) -> Index<'e> {
        let mut index = Index {
            name,
            by_id: HashMap::new(),
            nameless: Vec::new(),
            used: RefCell::default(),
        };
        for element in elements {
            match id(element) {
                Some(id) if !index.by_id.contains_key(id) => {
                    index.by_id.insert(id, element);
                }
                _ => index.nameless.push(element),
            }
        }
        index
    }

    /// The element that has an id, without noting that it is used.
    pub(super) fn peek(&self, id: &str) -> Option<&'e Element> {
        self.by_id.get(id).copied()
    }

    /// The element that a reference names.
    pub(super) fn get(&self, id: &str) -> Option<&'e Element> {
        let (id, element) = self.by_id.get_key_value(id)?;
        self.used.borrow_mut().insert(id);
        Some(element)
    }

    /// The element that a reference names.
    ///
    /// # Errors
    /// A reference that names nothing in the file, with its place.
    pub(super) fn find(&self, id: &str, from: &Element) -> Result<&'e Element, Refused> {
        self.get(id).ok_or_else(|| {
            from.refused(format!(
                "the id \"{id}\" is that of no {} in the file",
                self.name
            ))
        })
    }

    fn leave_unused(&self, context: &mut Context<'_>) {
        let used = self.used.borrow();
        let others = self.by_id.iter().filter(|(id, _)| !used.contains(*id));
        let others: Vec<_> = others.map(|(_, element)| *element).collect();
        for element in others.iter().chain(&self.nameless) {
            element.pass();
        }
        for element in &self.nameless {
            if let (Some(id), Some(place)) = (id(element), element.place()) {
                context.warn(format!(
                    "{place}: a second {} has the id \"{id}\"; the first is read",
                    self.name
                ));
            }
        }
        let number = others.len() + self.nameless.len();
        if number > 0 {
            context.left_out(
                None,
                others_of(self.name, number),
                "the contest does not name them",
            );
        }
    }
}

fn others_of(name: &str, number: usize) -> String {
    let others = if number == 1 { "other" } else { "others" };
    format!("{name} ({number} {others})")
}

/// The elements of a name in a parent, also those in a collection such as `ContestCollection`.
pub(super) fn members<'e>(
    parent: &'e Element,
    name: &'static str,
) -> impl Iterator<Item = &'e Element> {
    let is_collection =
        move |element: &&'e Element| element.name().strip_suffix("Collection") == Some(name);
    let direct = parent.all(name);
    let collected = parent.children().iter().filter(is_collection);
    direct.chain(collected.flat_map(move |collection| collection.all(name)))
}

/// The id of an element: `objectId`, `ObjectId` or `@id`.
pub(super) fn id(element: &Element) -> Option<&str> {
    let id = element
        .attribute("objectId")
        .or_else(|| element.attribute("id"));
    id.filter(|id| !id.is_empty())
}

/// The type of an element: `xsi:type`, or `@type` without its package.
pub(super) fn kind(element: &Element) -> Option<&str> {
    let kind = element.attribute("type")?;
    kind.rsplit(['.', ':']).next()
}

/// The ids that an element refers to: words of a text, or several elements.
pub(super) fn references<'e>(
    element: &'e Element,
    names: &'static [&'static str],
) -> Vec<(&'e str, &'e Element)> {
    let children = element.children().iter();
    let children = children.filter(|child| names.contains(&child.name()));
    let ids = children.flat_map(|child| {
        let text = child.said().unwrap_or_default();
        text.split_whitespace().map(move |id| (id, child))
    });
    ids.collect()
}

/// True where the first element of a name says `true`.
pub(super) fn is_true(element: &Element, name: &str) -> bool {
    matches!(element.text_of(name), Some("true" | "1"))
}
