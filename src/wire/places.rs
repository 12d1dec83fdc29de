//! Whether the places of missions are on the map that the document asks for.

use super::error::message;
use super::path::Path;
use super::reader::{did_you_mean, quoted};
use super::{DataError, Warning};
use crate::model::{Area, AreaChoice, Coordinates, Observers, Site};

/// More shapes than this are not listed to somebody who named one that is not there.
const MOST_LISTED: usize = 20;

/// Whether an area is the one that the document asks for.
///
/// # Errors
/// Where it calls itself otherwise.
pub fn check_area(observers: &Observers, area: &Area) -> Result<(), DataError> {
    let wanted = match &observers.area {
        Some(AreaChoice::Preset(id)) => Some(id),
        Some(AreaChoice::File { id, .. }) => id.as_ref(),
        None => None,
    };
    match wanted.filter(|id| **id != area.id) {
        None => Ok(()),
        Some(id) => {
            let (wanted, found) = (quoted(id.as_str()), quoted(area.id.as_str()));
            let message = message!("expected a file of the area {wanted}, found {found}");
            Err(DataError::new("area.id", message))
        }
    }
}

/// What looks wrong in the places of missions: shapes that the map has not, points beyond its edges.
/// Such places stay in the list.
pub fn check_places(observers: &Observers, area: &Area) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut ids: Vec<&str> = area.shapes.iter().map(|shape| shape.id.as_str()).collect();
    ids.sort_unstable();
    let root = Path::ROOT;
    let missions = root.key("missions");
    for (place, mission) in observers.missions.iter().enumerate() {
        let path = missions.index(place);
        let path = path.key("where");
        let accounts = &mission.accounts.0;
        for (number, account) in accounts.iter().enumerate() {
            let claims = path.key("claims");
            let claim = claims.index(number);
            let path = if accounts.len() > 1 { claim } else { path };
            let places = path.key("places");
            for (number, site) in account.places.iter().enumerate() {
                warnings.extend(check_site(site, &places.index(number), area, &ids));
            }
        }
    }
    warnings
}

fn check_site(site: &Site, path: &Path<'_>, area: &Area, ids: &[&str]) -> Option<Warning> {
    if let Some(id) = &site.id {
        let known = ids
            .binary_search_by(|known| (*known).cmp(id.as_str()))
            .is_ok();
        return (!known)
            .then(|| Warning::new(path.key("id").spelt(), unknown(id.as_str(), area, ids)));
    }
    let place = site.position?;
    if area.spot(place.into()).is_some() {
        return None;
    }
    let swapped = Coordinates {
        lon: place.lat,
        lat: place.lon,
    };
    let hint = if area.spot(swapped.into()).is_some() {
        message!(
            ": swapped it lies on it (did you mean \"lon\": {}, \"lat\": {}?)",
            swapped.lon,
            swapped.lat
        )
    } else {
        String::new()
    };
    let message = message!("lies beyond the edges of the map{hint}");
    Some(Warning::new(path.spelt(), message))
}

fn unknown(id: &str, area: &Area, ids: &[&str]) -> String {
    let known = if ids.len() > MOST_LISTED {
        String::new()
    } else {
        message!(" (known are {})", ids.join(", "))
    };
    message!(
        "the area {} has no shape {}{}{known}",
        quoted(area.id.as_str()),
        quoted(id),
        did_you_mean(id, ids.iter().copied())
    )
}
