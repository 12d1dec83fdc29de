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

/// Reads an observers document: the model, and warnings about what is shown although it looks wrong.
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
    required "event" => event, "The election that is observed.";
    optional "area" => area, "The map: one that comes with the widgets, or a file that `election-widgets geo` made. Without it there is a list and no map.";
    optional "counted" => counted, "The things that sizes count. By default they are `observers`.";
    optional "totals" => totals, "Sizes of several missions together.";
    required "missions" => missions, "The missions. A mission without a place is only in the list.";
} }

json_object! { "an event", Event {
    required "name" => name, "The name of the event: \"Presidential election\".";
    optional "place" => place, "The country or place of the event.";
    optional "date" => date, "The date of the event.";
} }

json_object! { "sizes", Sizes {
    optional "size" => plain, "The number of observers.";
    optional "sizes" => dated, "The number of observers on each of several days, the earliest first.";
} }

json_object! { "a size on a day", DatedSize {
    required "asOf" => as_of, "The day of the number.";
    required "size" => size, "The number of observers on that day.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "an object with name, forms", OwnCounted {
    required "name" => name, "The name, as a heading: \"Text messages\".";
    optional "forms" => forms, "The forms that follow a number, separated by a bar: \"text message|text messages\".";
} }

/// A known word, or an object for the document's own.
impl Read for Counted {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a word for what is counted, or {\"name\", \"forms\"?}";
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
    required "id" => id, "The id by which `partOf` refers to the total.";
    required "name" => name, "The name of those that the total counts: \"Foreign observers\".";
    optional "counted" => counted, "The things that the size counts. By default they are those of the document.";
    optional "partOf" => part_of, "The id of the total or the mission that includes this total.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "a mission", Mission {
    [flatten sizes: Sizes]
    required "id" => id, "The id by which `partOf` and the page refer to the mission.";
    required "organisation" => organisation, "The organisation that sends the mission.";
    optional "name" => name, "The mission's own name.";
    optional "counted" => counted, "The things that the size counts. By default they are those of the document.";
    optional "partOf" => part_of, "The id of the total or the mission that includes this mission.";
    optional "head" => head, "The head of the mission.";
    optional "from" => from, "The first day of the mission.";
    optional "to" => to, "The last day of the mission.";
    optional "status" => status, "The status of the mission, or why it is not there.";
    optional "by" => by, "The party that declined or refused the mission.";
    optional "where" => accounts, "The places of the mission. If sources disagree, `claims` has one account per source.";
    optional "statements" => statements, "The statements of the mission.";
    optional "note" => note, "A remark for readers.";
    optional "source" => source, "The id of the source.";
} }

json_object! { "a mission's whereabouts", Whereabouts {
    optional "places" => places, "The places that the source names.";
    optional "throughout" => throughout, "True if the mission is everywhere in the country.";
    optional "unnamed" => unnamed, "The number of places that the source counts but does not name, by kind.";
    optional "note" => note, "A remark for readers.";
    optional "source" => source, "The id of the source. By default it is the mission's.";
} }

json_object! { "numbers of unnamed places", Unnamed {
    optional "city" => city, "The number of cities.";
    optional "region" => region, "The number of regions.";
    optional "country" => country, "The number of countries.";
} }

json_object! { "a statement", Statement {
    required "text" => text, "The text of the statement.";
    optional "date" => date, "The date of the statement.";
    required "source" => source, "The id of the source.";
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
                return Err(item.error("every claim in a list needs a source"));
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
    required "kind" => kind, "The kind of place.";
    required "name" => name, "The name of the place.";
    optional "id" => id, "The id of the shape on the map.";
    optional "lon" => lon, "The longitude, in degrees east. With `lat` the place is a point on the map.";
    optional "lat" => lat, "The latitude, in degrees north.";
    optional "size" => size, "The number of observers there.";
    optional "throughout" => throughout, "True if the observers are everywhere in this place.";
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
