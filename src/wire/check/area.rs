//! Checks that the places of missions are on the map that the document asks for.

use crate::model::{Area, AreaChoice, Coordinates, Observers, Site};
use crate::wire::Warning;
use crate::wire::error::{Diagnostics, Message, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::{did_you_mean, quoted};

/// More shapes than this are not listed to somebody who named one that is not there.
const MOST_LISTED: usize = 20;

/// Checks that an area is the one that the document asks for.
///
/// # Errors
///
/// The area has another id.
pub(crate) fn check_area<D: Diagnostics>(
    observers: &Observers,
    area: &Area,
) -> Result<(), ReadError<D>> {
    let wanted = match &observers.area {
        Some(AreaChoice::Preset(id)) => Some(id),
        Some(AreaChoice::File { id, .. }) => id.as_ref(),
        None => None,
    };
    match wanted.filter(|id| **id != area.id) {
        None => Ok(()),
        Some(id) => {
            let root = Path::<D>::ROOT;
            let field = root.key("area");
            Err(field.key("id").error(message!(
                "expected a file of the area {}, found {}",
                quoted(id.as_str()),
                quoted(area.id.as_str())
            )))
        }
    }
}

/// Warns of places of missions that the map does not show: unknown shapes, and points beyond its edges. Such places
/// stay in the list.
pub(crate) fn check_places<D: Diagnostics>(observers: &Observers, area: &Area) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut ids: Vec<&str> = area.shapes.iter().map(|shape| shape.id.as_str()).collect();
    ids.sort_unstable();
    let root = Path::<D>::ROOT;
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

fn check_site<D: Diagnostics>(
    site: &Site,
    path: &Path<'_, D>,
    area: &Area,
    ids: &[&str],
) -> Option<Warning> {
    if let Some(id) = &site.id {
        let known = ids
            .binary_search_by(|known| (*known).cmp(id.as_str()))
            .is_ok();
        return (!known).then(|| path.key("id").warning(unknown(id.as_str(), area, ids)));
    }
    let place = site.position?;
    if area.spot(place.into()).is_some() {
        return None;
    }
    Some(path.warning(|| {
        let swapped = Coordinates {
            lon: place.lat,
            lat: place.lon,
        };
        let hint = if area.spot(swapped.into()).is_some() {
            format!(
                ": with the two numbers swapped it is inside (did you mean \"lon\": {}, \"lat\": {}?)",
                swapped.lon, swapped.lat
            )
        } else {
            String::new()
        };
        format!("is outside the map{hint}")
    }))
}

fn unknown(id: &str, area: &Area, ids: &[&str]) -> impl Message {
    move || {
        let known = if ids.len() > MOST_LISTED {
            String::new()
        } else {
            format!(" (known are {})", ids.join(", "))
        };
        format!(
            "the area {} has no shape {}{}{known}",
            quoted(area.id.as_str()),
            quoted(id),
            did_you_mean(id, ids.iter().copied())
        )
    }
}
