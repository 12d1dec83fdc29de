//! Election observers: who sent them, how many, where, and what they said.

use super::{
    Amount, Date, Decimal, Head, Id, Link, Place, Position, Quantity, SourceRef, Text, When,
};

/// The observers of an election, as sources say.
///
/// Read it with [`crate::wire::read_observers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observers {
    /// Title, language, notes and sources.
    pub head: Head,
    /// The event that is observed.
    pub event: Event,
    /// Which shapes a map of it has; `None` if there is no map.
    pub area: Option<AreaChoice>,
    /// The unit of sizes where a total or a mission names none.
    pub counted: Option<Counted>,
    /// How many there are of several missions together; ids are unique among totals and missions.
    pub totals: Vec<Total>,
    /// The missions, in the document's order; ids are unique among totals and missions.
    pub missions: Vec<Mission>,
}

/// The unit of a size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// Persons who observe the vote.
    #[default]
    Observers,
    /// Reports that observers wrote.
    Reports,
    /// Polling stations that observers visited.
    Stations,
    /// Calls to a line for voters.
    Calls,
    /// Something that the document names.
    Own(OwnCounted),
}

/// A unit of size in the document's own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCounted {
    /// Its name, as a heading: "Text messages".
    pub name: Text,
    /// Its forms after a number, between bars: "text message|text messages".
    pub forms: Option<Text>,
}

/// A size on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedSize {
    /// The day that it is of.
    pub as_of: Date,
    /// The size that is stated.
    pub size: Quantity,
    /// The source of this size.
    pub source: Option<SourceRef>,
}

/// A size according to one source.
#[derive(Clone, Copy, Debug)]
pub struct SizeClaim<'a> {
    /// The number that is stated.
    pub amount: &'a Amount,
    /// The day of the size, if the document names it.
    pub as_of: Option<Date>,
    /// The source, if it differs from the source of the whole item.
    pub source: Option<SourceRef>,
}

/// How many there are: one size, or one for each of several days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The size that is of no day of its own.
    pub plain: Option<Quantity>,
    /// Sizes by day, the earliest first; empty where there is a plain one.
    pub dated: Vec<DatedSize>,
}

impl Sizes {
    /// The size that is not dated, or that of the last day.
    pub fn latest(&self) -> Option<&Quantity> {
        let last = self.dated.last().map(|dated| &dated.size);
        self.plain.as_ref().or(last)
    }

    /// Returns the claims of all sources, the earliest day first.
    pub fn claims(&self) -> impl Iterator<Item = SizeClaim<'_>> {
        let plain = self.plain.iter().flat_map(Quantity::claims);
        let plain = plain.map(|claim| SizeClaim {
            amount: &claim.amount,
            as_of: None,
            source: claim.source,
        });
        let dated = self.dated.iter().flat_map(|dated| {
            dated.size.claims().map(|claim| SizeClaim {
                amount: &claim.amount,
                as_of: Some(dated.as_of),
                source: claim.source.or(dated.source),
            })
        });
        plain.chain(dated)
    }
}

/// Returns true if every source gives zero.
pub(crate) fn is_none(size: &Quantity) -> bool {
    let mut claims = size.claims();
    claims.all(|claim| {
        let most = claim.amount.interval().and_then(|interval| interval.high);
        most == Some(Decimal::ZERO) && !matches!(claim.amount, Amount::About(_))
    })
}

/// The event that is observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The name that readers see.
    pub name: Text,
    /// The place of the event.
    pub place: Option<Place>,
    /// The date of the event.
    pub date: Option<When>,
}

/// Which shapes a map has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaChoice {
    /// One of those that come with the widgets.
    Preset(Id),
    /// One of the document's own.
    File {
        /// The address of the area file.
        url: Link,
        /// The id that the file must have, if that is checked.
        id: Option<Id>,
        /// The owner of the tiles' data.
        credit: Text,
    },
}

/// A total or a mission of the same document that others are part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WholeRef {
    /// A zero-based index in [`Observers::totals`].
    Total(usize),
    /// A zero-based index in [`Observers::missions`].
    Mission(usize),
}

/// How many observers there are of several missions together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The id that its parts use for it.
    pub id: Id,
    /// Whom it counts: "Foreign observers".
    pub name: Text,
    /// The sizes that were published.
    pub sizes: Sizes,
    /// The unit of its size, if it differs from the document's unit.
    pub counted: Option<Counted>,
    /// The whole that it is part of.
    pub part_of: Option<WholeRef>,
    /// The source of this total.
    pub source: Option<SourceRef>,
}

/// The observers whom one organisation sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mission {
    /// The id that its parts use for it.
    pub id: Id,
    /// The organisation that sent it.
    pub organisation: Text,
    /// Its own name, where it has one.
    pub name: Option<Text>,
    /// How many observers it has.
    pub sizes: Sizes,
    /// The unit of its size, if it differs from the document's unit.
    pub counted: Option<Counted>,
    /// The whole that it is part of.
    pub part_of: Option<WholeRef>,
    /// The head of the mission.
    pub head: Option<Text>,
    /// Since when it is there.
    pub from: Option<When>,
    /// Until when it is there.
    pub to: Option<When>,
    /// How far it has come.
    pub status: Option<MissionStatus>,
    /// The body that declined or refused.
    pub by: Option<Text>,
    /// The accounts of where it is.
    pub accounts: Accounts,
    /// The statements that it made.
    pub statements: Vec<Statement>,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The source of this mission.
    pub source: Option<SourceRef>,
}

impl Mission {
    /// Returns true if the mission is named but not there: it declined, was refused, is absent, or has no observers.
    pub fn is_absent(&self) -> bool {
        self.status.is_some_and(MissionStatus::is_absence) || self.has_nobody()
    }

    /// Returns true if every source says that it has no observers.
    pub fn has_nobody(&self) -> bool {
        self.sizes.latest().is_some_and(is_none)
    }
}

/// The places of a mission: no account, one account, or several that disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts(pub Vec<Whereabouts>);

/// How far a mission has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissionStatus {
    /// It is to come.
    Announced,
    /// The mission has permission to observe.
    Accredited,
    /// The mission is in the country.
    Deployed,
    /// It has said what it saw.
    Reported,
    /// It was asked and does not come.
    Declined,
    /// The host did not invite or admit it.
    Refused,
    /// It is not there.
    Absent,
    /// It could not see all that it was to see.
    Limited,
}

impl MissionStatus {
    /// Returns true if the status means that a mission is not there.
    pub fn is_absence(self) -> bool {
        matches!(
            self,
            MissionStatus::Declined | MissionStatus::Refused | MissionStatus::Absent
        )
    }
}

/// The places of a mission according to one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// The places that it names.
    pub places: Vec<Site>,
    /// True if the mission works throughout the country.
    pub throughout: bool,
    /// Places that it counts and does not name.
    pub unnamed: Unnamed,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The source of this account.
    pub source: Option<SourceRef>,
}

/// A place where observers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The kind of place it is.
    pub kind: SiteKind,
    /// The name that readers see.
    pub name: Text,
    /// The shape on the map that it is.
    pub id: Option<Id>,
    /// The position in degrees.
    pub position: Option<Coordinates>,
    /// How many are there.
    pub size: Option<Quantity>,
    /// True if the mission works throughout this place.
    pub throughout: bool,
}

impl Site {
    /// Returns true if every source says that there are no observers.
    pub fn is_empty(&self) -> bool {
        self.size.as_ref().is_some_and(is_none)
    }
}

/// The position of a place in degrees, as published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordinates {
    /// East of Greenwich, -180 to 180.
    pub lon: Decimal,
    /// North of the equator, -90 to 90.
    pub lat: Decimal,
}

impl From<Coordinates> for Position {
    fn from(place: Coordinates) -> Position {
        Position {
            lon_deg: place.lon.to_f64(),
            lat_deg: place.lat.to_f64(),
        }
    }
}

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SiteKind {
    /// A city or town.
    City,
    /// A part of a country.
    Region,
    /// A country as a whole.
    Country,
    /// A spot, such as a polling station.
    Point,
}

/// How many places of a kind a source counts without naming them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unnamed {
    /// The number of cities.
    pub city: Option<Quantity>,
    /// The number of regions.
    pub region: Option<Quantity>,
    /// The number of countries.
    pub country: Option<Quantity>,
}

impl Unnamed {
    /// Those that are counted, each with its kind.
    pub fn counted(&self) -> impl Iterator<Item = (SiteKind, &Quantity)> {
        [
            (SiteKind::City, &self.city),
            (SiteKind::Region, &self.region),
            (SiteKind::Country, &self.country),
        ]
        .into_iter()
        .filter_map(|(kind, count)| Some((kind, count.as_ref()?)))
    }
}

/// Something that a mission said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The statement in words.
    pub text: Text,
    /// The day of the statement.
    pub date: Option<Date>,
    /// The source of the statement.
    pub source: SourceRef,
}

impl Observers {
    /// Returns the whole that a total or a mission is part of.
    pub fn whole_of(&self, part: WholeRef) -> Option<WholeRef> {
        match part {
            WholeRef::Total(place) => self.totals.get(place)?.part_of,
            WholeRef::Mission(place) => self.missions.get(place)?.part_of,
        }
    }

    /// The id of a total or a mission.
    pub fn id_of(&self, whole: WholeRef) -> Option<&Id> {
        match whole {
            WholeRef::Total(place) => self.totals.get(place).map(|total| &total.id),
            WholeRef::Mission(place) => self.missions.get(place).map(|mission| &mission.id),
        }
    }

    /// The size of a total or a mission on its last known day.
    pub fn size_of(&self, whole: WholeRef) -> Option<&Quantity> {
        match whole {
            WholeRef::Total(place) => self.totals.get(place)?.sizes.latest(),
            WholeRef::Mission(place) => self.missions.get(place)?.sizes.latest(),
        }
    }

    /// Returns the unit of the size of a total or a mission.
    pub fn counted_of(&self, whole: WholeRef) -> &Counted {
        let own = match whole {
            WholeRef::Total(place) => self.totals.get(place).map(|total| &total.counted),
            WholeRef::Mission(place) => self.missions.get(place).map(|mission| &mission.counted),
        };
        let own = own.and_then(Option::as_ref);
        own.or(self.counted.as_ref()).unwrap_or(&Counted::Observers)
    }
}
