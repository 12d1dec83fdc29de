//! Entries: a row of a table or a feature of a map, as far as it is about a mission.

use super::words::guess;
use crate::context::Context;
use crate::grid::{Grid, Row};
use crate::lower::lower;
use crate::quantity::{Decimals, decimal, is_within, json_number, number};
use crate::question::Question;
use crate::refused::{Place, Refused};
use election_widgets::model::Decimal;

/// A row or a feature.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entry {
    pub(crate) line: u64,
    pub(crate) id: String,
    /// The texts of `organisation`, `name`, `size`, `status`, `from`, `to`, `head`, `note`, `asOf`, each with its place.
    pub(crate) texts: Vec<(&'static str, String, Place)>,
    pub(crate) spots: Vec<Spot>,
}

/// A place that an entry names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spot {
    pub(crate) kind: Option<&'static str>,
    pub(crate) name: String,
    pub(crate) id: String,
    /// Longitude and latitude as plain numbers.
    pub(crate) position: Option<(String, String)>,
}

impl Entry {
    /// The text of a field; empty where there is none.
    pub(crate) fn text(&self, field: &str) -> &str {
        let found = self.texts.iter().find(|(known, _, _)| *known == field);
        found.map_or("", |(_, text, _)| text.as_str())
    }

    /// The place of a field in the file; the line where it has none.
    pub(crate) fn place(&self, field: &str) -> Place {
        let found = self.texts.iter().find(|(known, _, _)| *known == field);
        found.map_or(Place::line(self.line), |(_, _, place)| *place)
    }
}

/// The fields of the answer `map` for observers.
const FIELDS: [&str; 14] = [
    "organisation",
    "name",
    "size",
    "status",
    "from",
    "to",
    "head",
    "note",
    "asOf",
    "place",
    "placeId",
    "placeKind",
    "lat",
    "lon",
];

/// The entries of a table. Asks for the column of organisations where none is known.
///
/// # Errors
/// An answer `map` that does not fit, or degrees that are none.
pub(crate) fn read_grid(grid: &Grid, context: &mut Context<'_>) -> Result<Vec<Entry>, Refused> {
    let columns = columns(grid, context)?;
    if !columns.iter().any(|(field, _)| *field == "organisation") {
        let text = format!(
            "Which column has the organisations that observe? Write organisation=…. The columns are {}",
            grid.header.join(", ")
        );
        context.ask(Question::new("map", text).at(grid.place(0)));
    }
    let mut entries = Vec::new();
    for row in &grid.rows {
        entries.push(entry(row, grid, &columns, context)?);
    }
    Ok(entries)
}

/// The columns by field, mapped by a person or guessed by their headers.
fn columns(grid: &Grid, context: &mut Context<'_>) -> Result<Vec<(&'static str, usize)>, Refused> {
    let mut columns: Vec<(&'static str, usize)> = Vec::new();
    let pairs = context.answers().pairs("map");
    for (field, name) in &pairs {
        let known = FIELDS.into_iter().find(|known| known == field);
        let known = known.ok_or_else(|| {
            Refused::new(format!(
                "map: \"{field}\" is no field of observers; the fields are {}",
                FIELDS.join(", ")
            ))
        })?;
        if name.is_empty() {
            continue;
        }
        let column = grid.named("map", name)?;
        columns.push((known, column));
    }
    for (column, header) in grid.header.iter().enumerate() {
        let is_free = |field: &str| {
            !columns
                .iter()
                .any(|(known, taken)| *known == field || *taken == column)
                && !pairs.iter().any(|(known, _)| known == field)
        };
        if let Some(field) = guess(header).filter(|field| is_free(field)) {
            columns.push((field, column));
        }
    }
    for (column, header) in grid.header.iter().enumerate() {
        match columns.iter().find(|(_, taken)| *taken == column) {
            Some((field, _)) => context.column(grid.place(column), header, field),
            None if header.is_empty() => {}
            None => context.left_out(
                grid.place(column),
                format!("the column \"{header}\""),
                "no field is known for it (name one with --map)",
            ),
        }
    }
    Ok(columns)
}

fn entry(
    row: &Row,
    grid: &Grid,
    columns: &[(&'static str, usize)],
    context: &mut Context<'_>,
) -> Result<Entry, Refused> {
    let mut entry = Entry {
        line: row.line,
        ..Entry::default()
    };
    let mut spot = Spot::default();
    let mut degrees: [Option<(&str, Place)>; 2] = [None, None];
    for (field, column) in columns {
        let (text, place) = (row.cell(*column), row.place(*column));
        if text.is_empty() {
            continue;
        }
        match *field {
            "lon" => degrees = [Some((text, place)), degrees[1]],
            "lat" => degrees = [degrees[0], Some((text, place))],
            "placeId" => spot.id = text.to_owned(),
            "placeKind" => spot.kind = kind(text, place)?,
            "place" => {
                spot.name = text.to_owned();
                let header = lower(grid.header.get(*column).map_or("", String::as_str));
                spot.kind = spot.kind.or_else(|| is_city(&header).then_some("city"));
            }
            field => entry.texts.push((field, text.to_owned(), place)),
        }
    }
    match degrees {
        [Some(lon), Some(lat)] => spot.position = Some(position(lon, lat)?),
        [None, None] => {}
        [Some((text, place)), None] | [None, Some((text, place))] => {
            context.left_out(
                place,
                format!("\"{text}\""),
                "a degree without the other one is no point",
            );
        }
    }
    if spot != Spot::default() {
        entry.spots = spots(spot);
    }
    Ok(entry)
}

/// A spot for each of the names in one cell: `Almaty; Shymkent`. A comma may be part of a name.
fn spots(spot: Spot) -> Vec<Spot> {
    if spot.position.is_some() || !spot.id.is_empty() || !spot.name.contains(';') {
        return vec![spot];
    }
    let names = spot.name.split(';').map(str::trim);
    let named = names.filter(|name| !name.is_empty()).map(|name| Spot {
        name: name.to_owned(),
        ..spot.clone()
    });
    named.collect()
}

fn is_city(header: &str) -> bool {
    [
        "city",
        "town",
        "город",
        "қала",
        "шаар",
        "shahar",
        "stadt",
        "ville",
    ]
    .contains(&header)
}

fn kind(text: &str, place: Place) -> Result<Option<&'static str>, Refused> {
    let known = ["city", "region", "country", "point"]
        .into_iter()
        .find(|kind| *kind == text);
    known.map(Some).ok_or_else(|| {
        Refused::at(
            place,
            format!("\"{text}\" is no kind of place (write city, region, country or point)"),
        )
    })
}

/// Longitude and latitude within their bounds.
///
/// # Errors
/// What is no number of degrees, or beyond the bounds, as where the two are swapped.
pub(crate) fn position(
    lon: (&str, Place),
    lat: (&str, Place),
) -> Result<(String, String), Refused> {
    let swapped = degrees(lat.0, 180).is_some() && degrees(lon.0, 90).is_some();
    let read = |(text, place): (&str, Place), most: u32, name: &str| {
        degrees(text, most).ok_or_else(|| {
            let hint = if swapped { ": latitude and longitude seem to be swapped" } else { "" };
            Refused::at(place, format!("\"{text}\" is no {name} between -{most} and {most}{hint} (write degrees as 51.17)"))
        })
    };
    let lat = read(lat, 90, "latitude")?;
    Ok((read(lon, 180, "longitude")?, lat))
}

/// Degrees with a point or a comma before decimals.
fn degrees(text: &str, most: u32) -> Option<String> {
    let fits = |plain: &String| {
        decimal(&json_number(plain)).is_some_and(|degrees| is_within(degrees, Decimal::from(most)))
    };
    [Decimals::Point, Decimals::Comma]
        .into_iter()
        .find_map(|marks| number(text, marks).filter(fits))
}
