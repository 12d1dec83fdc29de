//! The reader of observers documents.

use super::check;
use super::document::Value;
use super::error::{Diagnostics, Explain, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, did_you_mean, quoted};
use super::record::{json_enum, json_object, read_word};
use super::schema::{Field, Leaf, Shape};
use super::{DataError, Document, Warning};
use crate::model::{
    Accounts, AreaChoice, Coordinates, Counted, DatedSize, Decimal, Event, Head, Id, Link, Mission,
    MissionStatus, Observers, OwnCounted, Quantity, Site, SiteKind, Sizes, Statement, Text, Total,
    Unnamed, Whereabouts, WholeRef,
};

/// The areas that come with the widgets, each in `geo/` under this name.
pub const PRESETS: [&str; 4] = [
    "central-asia-2018",
    "kazakhstan-before-2018",
    "kyrgyzstan-before-2018",
    "world-2018",
];

/// Reads an observers document: the model, and what looks wrong in it but is shown as it stands.
///
/// # Errors
/// The first place that does not fit the contract.
pub fn read_observers(document: &Document) -> Result<(Observers, Vec<Warning>), DataError> {
    Ok(read_observers_as::<Explain>(document)?)
}

/// [`read_observers`] under a rule for errors and warnings.
pub(crate) fn read_observers_as<D: Diagnostics>(
    document: &Document,
) -> Result<(Observers, Vec<Warning>), ReadError<D>> {
    let node = Cursor::<D>::root(document);
    let mut scope = ReadContext::default();
    check::index_groups::<D>(document, &mut scope)?;
    let observers = Observers::read(&node, &mut scope)?;
    check::check_observers::<D>(&observers, &mut scope)?;
    Ok((observers, scope.warnings))
}

/// The form of the document.
pub(crate) fn shape() -> Shape {
    <Observers as Read>::shape()
}

json_object! { "an observers document (an object)", Observers {
    [flatten head: Head]
    required "event" => event, "What is observed.";
    optional "area" => area, "The shapes of the map: the name of a preset, or a file that `election-widgets geo` made; without it there is a list and no map.";
    optional "counted" => counted, "What sizes count: `observers` where left out.";
    optional "totals" => totals, "How many observers there are of several missions together.";
    required "missions" => missions, "The missions; one without a place stays in the list.";
} }

json_object! { "an event", Event {
    required "name" => name, "Its name: \"Presidential election\".";
    optional "place" => place, "Where it is.";
    optional "date" => date, "When it is.";
} }

json_object! { "sizes", Sizes {
    optional "size" => plain, "How many.";
    optional "sizes" => dated, "How many on each of several days, the earliest first.";
} }

json_object! { "a size on a day", DatedSize {
    required "asOf" => as_of, "The day that it is of.";
    required "size" => size, "How many.";
    optional "source" => source, "Who says so.";
} }

json_object! { "an object of name, forms", OwnCounted {
    required "name" => name, "Its name, as a heading: \"Text messages\".";
    optional "forms" => forms, "Its forms after a number, between bars: \"text message|text messages\".";
} }

/// A known word, or an object for the document's own.
impl Read for Counted {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "what is counted (a word, or {\"name\", \"forms\"?})";
        if let Value::Map = node.value() {
            return OwnCounted::read(node, scope).map(Counted::Own);
        }
        let known = [
            Counted::Observers,
            Counted::Reports,
            Counted::Stations,
            Counted::Calls,
        ];
        let place = read_word(node, WHAT, &COUNTED)?;
        let mut found = known.into_iter().skip(place);
        found.next().ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Either(
            Box::new(Shape::Words(&COUNTED)),
            Box::new(OwnCounted::shape()),
        )
    }
}

/// The words for what may be counted.
const COUNTED: [&str; 4] = ["observers", "reports", "stations", "calls"];

json_object! { "a total", Total {
    [flatten sizes: Sizes]
    required "id" => id, "What parts of it call it by.";
    required "name" => name, "Whom it counts: \"Foreign observers\".";
    optional "counted" => counted, "What is counted, where it is not what the document counts.";
    optional "partOf" => part_of, "The id of the total or the mission that they are part of.";
    optional "source" => source, "Who says so.";
} }

json_object! { "a mission", Mission {
    [flatten sizes: Sizes]
    required "id" => id, "What parts of it, and the page, call it by.";
    required "organisation" => organisation, "Who sent it.";
    optional "name" => name, "Its own name, where it has one.";
    optional "counted" => counted, "What is counted, where it is not what the document counts.";
    optional "partOf" => part_of, "The id of the total or the mission that it is part of.";
    optional "head" => head, "Who leads it.";
    optional "from" => from, "Since when it is there.";
    optional "to" => to, "Until when it is there.";
    optional "status" => status, "How far it has come, or why it is not there.";
    optional "by" => by, "Who declined or refused.";
    optional "where" => accounts, "Where it is: one account, or `claims`, each with its source, that disagree.";
    optional "statements" => statements, "What it said.";
    optional "note" => note, "A remark.";
    optional "source" => source, "Who says so.";
} }

json_object! { "a mission's whereabouts", Whereabouts {
    optional "places" => places, "The places that are named.";
    optional "throughout" => throughout, "True where it is throughout the country.";
    optional "unnamed" => unnamed, "How many places are counted and not named, by their kind.";
    optional "note" => note, "A remark.";
    optional "source" => source, "Who says so; the mission's source where left out.";
} }

json_object! { "numbers of unnamed places", Unnamed {
    optional "city" => city, "How many cities.";
    optional "region" => region, "How many regions.";
    optional "country" => country, "How many countries.";
} }

json_object! { "a statement", Statement {
    required "text" => text, "What was said.";
    optional "date" => date, "When.";
    required "source" => source, "Where it is to be read.";
} }

json_enum! { "a mission's status", MissionStatus {
    Announced = "announced", Accredited = "accredited", Deployed = "deployed",
    Reported = "reported", Declined = "declined", Refused = "refused", Absent = "absent",
    Limited = "limited",
} }

json_enum! { "a kind of place", SiteKind {
    City = "city", Region = "region", Country = "country", Point = "point",
} }

impl Read for WholeRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of a total or a mission")?;
        let Some(place) = scope.groups.find(id) else {
            return Err(node.error(message!(
                "no total and no mission has the id {}{}",
                quoted(id),
                did_you_mean(id, scope.groups.ids())
            )));
        };
        Ok(match place.checked_sub(scope.totals) {
            Some(mission) => WholeRef::Mission(mission),
            None => WholeRef::Total(place),
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

/// One account, or several under `claims`.
impl Read for Accounts {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let Some(list) = node.field("claims") else {
            return Whereabouts::read(node, scope).map(|account| Accounts(vec![account]));
        };
        node.allow("claims", &["claims"])?;
        let mut accounts = Vec::new();
        for item in list.items("claims")? {
            let account = Whereabouts::read(&item, scope)?;
            if account.source.is_none() {
                return Err(item.error("a claim among several needs its source"));
            }
            accounts.push(account);
        }
        if accounts.is_empty() {
            return Err(list.error("expected at least one claim, found none"));
        }
        Ok(Accounts(accounts))
    }

    fn shape() -> Shape {
        let claims = Field::required(
            "claims",
            "Accounts that disagree, each with its source.",
            Shape::List(Box::new(Whereabouts::shape())),
        );
        Shape::Either(
            Box::new(Whereabouts::shape()),
            Box::new(Shape::Record {
                name: "WhereaboutsClaims",
                fields: vec![claims],
            }),
        )
    }
}

/// A place as it is written.
struct SiteParts {
    kind: SiteKind,
    name: Text,
    id: Option<Id>,
    lon: Option<Degrees>,
    lat: Option<Degrees>,
    size: Option<Quantity>,
    throughout: bool,
}

json_object! { "a place", SiteParts {
    required "kind" => kind, "What kind of place it is.";
    required "name" => name, "Its name.";
    optional "id" => id, "The shape on the map that it is, as the area's file calls it.";
    optional "lon" => lon, "Degrees east of Greenwich; with `lat` it is marked on the map.";
    optional "lat" => lat, "Degrees north of the equator.";
    optional "size" => size, "How many are there.";
    optional "throughout" => throughout, "True where they are in all of it.";
} }

struct Degrees(Decimal);

impl Read for Degrees {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let degrees = node.number();
        degrees
            .map(Degrees)
            .ok_or_else(|| node.expected("degrees (a number)"))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::DEGREES)
    }
}

impl Read for Site {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let parts = SiteParts::read(node, scope)?;
        let position = match (parts.lon, parts.lat) {
            (Some(lon), Some(lat)) => Some(position(node, lon.0, lat.0)?),
            (None, None) if parts.kind == SiteKind::Point => {
                return Err(node.error("a point needs \"lon\" and \"lat\""));
            }
            (None, None) => None,
            _ => return Err(node.error("\"lon\" and \"lat\" go together")),
        };
        Ok(Site {
            kind: parts.kind,
            name: parts.name,
            id: parts.id,
            position,
            size: parts.size,
            throughout: parts.throughout,
        })
    }

    fn shape() -> Shape {
        let Shape::Record { fields, .. } = SiteParts::shape() else {
            return SiteParts::shape();
        };
        Shape::Record {
            name: "Site",
            fields,
        }
    }
}

fn position<D: Diagnostics>(
    node: &Cursor<'_, D>,
    lon: Decimal,
    lat: Decimal,
) -> Result<Coordinates, ReadError<D>> {
    let (most_east, most_north) = (Decimal::from(180), Decimal::from(90));
    let within = |degrees: Decimal, most: Decimal| degrees <= most && degrees >= most.negated();
    let (name, what, most, found) = if !within(lat, most_north) {
        ("lat", "north", most_north, lat)
    } else if !within(lon, most_east) {
        ("lon", "east", most_east, lon)
    } else {
        return Ok(Coordinates { lon, lat });
    };
    Err(node.path.key(name).error(|| {
        let hint = if within(lon, most_north) && within(lat, most_east) {
            format!(" (did you mean \"lon\": {lat}, \"lat\": {lon}?)")
        } else {
            String::new()
        };
        format!("expected degrees {what} from -{most} to {most}, found {found}{hint}")
    }))
}

impl Read for AreaChoice {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "an area (the name of a preset, or {\"url\", \"id\"?, \"credit\"})";
        let Value::Text(name) = node.value() else {
            let fields = node.fields(WHAT, &[], &["url", "id", "credit"])?;
            return Ok(AreaChoice::File {
                url: fields.required::<Link>("url", scope)?,
                id: fields.optional("id", scope)?,
                credit: fields.required("credit", scope)?,
            });
        };
        match Id::new(name).filter(|_| PRESETS.contains(&name)) {
            Some(id) => Ok(AreaChoice::Preset(id)),
            None => Err(node.error(message!(
                "no preset is called {}{} (known are {})",
                quoted(name),
                did_you_mean(name, PRESETS.into_iter()),
                PRESETS.join(", ")
            ))),
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::AREA)
    }
}
