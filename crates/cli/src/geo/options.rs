//! The options of `election-widgets geo`.

use super::feature::Ring;
use super::{Problem, names};
use election_widgets::model::Position;
use serde_json::Value;
use std::path::PathBuf;

/// Makes an area file for an observer map from GeoJSON or TopoJSON.
///
/// Coordinates are degrees of longitude and latitude (RFC 7946). An error in the file ends the command, and the
/// message says where it is. Unusual shapes are only warned of.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "EXAMPLE:
  election-widgets geo regions.geojson --key code --id lakeland-2025 --title Lakeland \\
    --credit 'Lakeland Survey' --vintage 'Borders of January 2025' -o lakeland-2025.json

Text is plain (\"Lakeland\") or by language ('{\"en\": \"Lakeland\", \"ru\": \"Озёрный край\"}').
More: docs/geo.md

EXIT CODES:
  0  the area file is written
  2  a file is wrong, or cannot be read or written, or an argument is wrong")]
pub struct Options {
    /// The GeoJSON or TopoJSON file; standard input if -
    pub input: String,
    /// The area file to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Id of the area, by which documents refer to it. End it with the year of the borders
    #[arg(long, value_name = "ID")]
    pub id: String,
    /// Title of the map
    #[arg(long, value_name = "TEXT", value_parser = text)]
    pub title: Value,
    /// The maker of the shapes; shown below the map
    #[arg(long, value_name = "TEXT", value_parser = text)]
    pub credit: Value,
    /// Date or edition of the borders; shown below the map
    #[arg(long, value_name = "TEXT", value_parser = text)]
    pub vintage: Value,
    /// The rule by which borders are drawn; shown below the map
    #[arg(long, value_name = "TEXT", value_parser = text)]
    pub borders: Option<Value>,
    /// The object to read from a TopoJSON file [default: the only one]
    #[arg(long, value_name = "NAME")]
    pub object: Option<String>,
    /// The property with the id of a shape [default: the id of the feature]
    #[arg(long, value_name = "PROPERTY")]
    pub key: Option<String>,
    /// The property with the name of a shape
    #[arg(long, value_name = "PROPERTY", default_value = "name")]
    pub name: String,
    /// JSON file with new ids and names: {"old id or name": {"id": ..., "name": TEXT}}; null leaves a shape out
    #[arg(long, value_name = "FILE")]
    pub names: Option<String>,
    /// Ids of the shapes to use, separated by commas [default: all shapes]
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub only: Vec<String>,
    /// A file with neighbouring countries or regions, drawn in the background. For TopoJSON, add its object
    #[arg(long, value_name = "FILE[#OBJECT]")]
    pub around: Option<String>,
    /// The property with the id of a neighbour [default: the id of the feature]
    #[arg(long, value_name = "PROPERTY", requires = "around")]
    pub around_key: Option<String>,
    /// Like --names, for the neighbours
    #[arg(long, value_name = "FILE", requires = "around")]
    pub around_names: Option<String>,
    /// Bounds of the map, in degrees [default: the bounds of the shapes]
    #[arg(long, value_name = "W,S,E,N", allow_hyphen_values = true, value_parser = Bounds::parse)]
    pub bounds: Option<Bounds>,
    /// The projection of the map [default: equal-area; natural-earth if the shapes span more than 180 degrees]
    #[arg(long, value_enum)]
    pub projection: Option<ProjectionName>,
    /// Width of the map, in map units. The page can draw it at any size
    #[arg(long, value_name = "UNITS", default_value_t = 2000, value_parser = clap::value_parser!(u32).range(100..=20_000))]
    pub width: u32,
    /// Size of the smallest bends of borders that are kept, in map units
    #[arg(long, value_name = "UNITS", default_value = "1.5", value_parser = tolerance)]
    pub tolerance: f64,
    /// Two ids whose shared border is disputed: KZ/UZ, or only a part of it within W,S,E,N: KZ/UZ@60,40,65,45
    #[arg(long, value_name = "A/B", value_parser = Dispute::parse)]
    pub disputed: Vec<Dispute>,
}

/// A projection, as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ProjectionName {
    /// Lambert's azimuthal equal-area projection, for countries and regions
    EqualArea,
    /// Natural Earth projection, for the whole world
    NaturalEarth,
}

/// A range of longitudes and latitudes. If the eastern end is smaller, it lies past the date line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Bounds {
    fn parse(text: &str) -> Result<Bounds, String> {
        let numbers: Vec<f64> = text
            .split(',')
            .map(|part| part.trim().parse::<f64>())
            .collect::<Result<_, _>>()
            .unwrap_or_default();
        let &[west, south, mut east, north] = numbers.as_slice() else {
            return Err("expected four numbers of degrees: west,south,east,north".to_owned());
        };
        if east <= west {
            east += 360.0;
        }
        let fits = west >= -180.0
            && east > west
            && east <= west + 360.0
            && (-90.0..north).contains(&south)
            && north <= 90.0;
        if fits {
            Ok(Bounds {
                west,
                south,
                east,
                north,
            })
        } else {
            Err("expected west,south,east,north in degrees, south below north".to_owned())
        }
    }

    pub(super) fn middle(&self) -> Position {
        Position {
            lon_deg: f64::midpoint(self.west, self.east),
            lat_deg: f64::midpoint(self.south, self.north),
        }
    }

    pub(super) fn width_deg(&self) -> f64 {
        self.east - self.west
    }

    /// The outline of the range, with corners every few degrees, so that no side spans half the globe.
    pub(super) fn ring(&self) -> Ring {
        const SIDES: u32 = 8;
        // The date line belongs to both ends of a map of the world, so one end is slightly smaller.
        let east = self.east - if self.width_deg() >= 360.0 { 1e-6 } else { 0.0 };
        let along = |lat_deg: f64| {
            (0..=SIDES).map(move |step| Position {
                lon_deg: self.west + (east - self.west) * f64::from(step) / f64::from(SIDES),
                lat_deg,
            })
        };
        along(self.south).chain(along(self.north).rev()).collect()
    }
}

/// Two shapes whose shared border is disputed, or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    pub(super) pair: [String; 2],
    pub(super) within: Option<Bounds>,
}

impl Dispute {
    fn parse(text: &str) -> Result<Dispute, String> {
        let (pair, within) = match text.split_once('@') {
            Some((pair, bounds)) => (pair, Some(Bounds::parse(bounds)?)),
            None => (text, None),
        };
        match pair.split_once('/') {
            Some((one, other)) if !one.is_empty() && !other.is_empty() => Ok(Dispute {
                pair: [one.to_owned(), other.to_owned()],
                within,
            }),
            _ => Err("expected two ids: KZ/UZ".to_owned()),
        }
    }
}

fn text(text: &str) -> Result<Value, String> {
    let value = match serde_json::from_str(text) {
        Ok(value @ Value::Object(_)) => value,
        _ => Value::String(text.to_owned()),
    };
    names::text(&value).map_err(|problem: Problem| problem.to_string())
}

fn tolerance(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|tolerance| (0.0..=100.0).contains(tolerance))
        .ok_or_else(|| "expected a number from 0 to 100".to_owned())
}
