//! Checks on the wholes that totals and missions are part of. All ids are read first, so that a part may come before
//! its whole.

use crate::model::{
    Amount, Date, Day, Decimal, Mission, MissionStatus, Observers, Quantity, SiteKind, Sizes,
    Whereabouts, WholeRef,
};
use crate::wire::document::{Document, Value};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::index::Index;
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;
use std::cmp::Ordering;

/// Puts the ids of all totals and missions into the scope.
pub(in crate::wire) fn index<D: Diagnostics>(
    document: &Document,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let totals = ids(document, "totals");
    let missions = ids(document, "missions");
    scope.totals = totals.len();
    // Totals come first by their places, but missions are many and likely to stand in order.
    let all = totals
        .iter()
        .chain(&missions)
        .map(|(_, id)| *id)
        .enumerate();
    let mut all = all.clone().skip(totals.len()).chain(all.take(totals.len()));
    scope.groups = Index::of(&mut all).map_err(|second| {
        let (list, place) = match second.checked_sub(totals.len()) {
            Some(mission) => ("missions", missions.get(mission)),
            None => ("totals", totals.get(second)),
        };
        let place = place.map_or(0, |(place, _)| *place);
        Path::<D>::ROOT
            .key(list)
            .index(place)
            .key("id")
            .error("an earlier total or mission has this id")
    })?;
    Ok(())
}

/// The ids in a list, each with its place. Whatever is not an id is reported when it is read.
fn ids<'a>(document: &'a Document, list: &str) -> Vec<(usize, &'a str)> {
    let list = document
        .field(0, list)
        .filter(|list| matches!(document.value(*list), Value::List));
    let id = |(place, item)| {
        let id = document.field(item, "id")?;
        Some((place, document.text(id)?))
    };
    let items = list
        .into_iter()
        .flat_map(|list| document.inside(list).enumerate());
    items.filter_map(id).collect()
}

/// Checks an observers document as a whole.
pub(in crate::wire) fn check<D: Diagnostics>(
    observers: &Observers,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let root = Path::<D>::ROOT;
    let (totals, missions) = (root.key("totals"), root.key("missions"));
    for (place, total) in observers.totals.iter().enumerate() {
        let path = totals.index(place);
        if total.sizes.latest().is_none() {
            return Err(
                path.error("the field \"size\" is missing (or \"sizes\", one for each day)")
            );
        }
        sizes(&total.sizes, &path)?;
        circle(observers, WholeRef::Total(place), &path)?;
        fits_its_whole(observers, WholeRef::Total(place), &path, scope);
    }
    for (place, mission) in observers.missions.iter().enumerate() {
        let path = missions.index(place);
        sizes(&mission.sizes, &path)?;
        presence(mission, &path, scope)?;
        circle(observers, WholeRef::Mission(place), &path)?;
        fits_its_whole(observers, WholeRef::Mission(place), &path, scope);
        for account in &mission.accounts.0 {
            account_fits(account, &path.key("where"))?;
            places_fit(mission, account, &path.key("where"), scope);
        }
    }
    Ok(())
}

/// Refuses sizes that are not whole, a size beside those by day, and days that are not in their order.
fn sizes<D: Diagnostics>(sizes: &Sizes, path: &Path<'_, D>) -> Result<(), ReadError<D>> {
    whole_number(sizes.plain.as_ref(), &path.key("size"))?;
    let list = path.key("sizes");
    if sizes.plain.is_some() && !sizes.dated.is_empty() {
        return Err(list.error("give \"size\", or \"sizes\" with one for each day, not both"));
    }
    let mut before: Option<Date> = None;
    for (place, dated) in sizes.dated.iter().enumerate() {
        let item = list.index(place);
        whole_number(Some(&dated.size), &item.key("size"))?;
        let day = dated.as_of;
        if let Some(before) = before.filter(|before| Day::last_of(*before) >= Day::last_of(day)) {
            return Err(item.key("asOf").error(message!(
                "expected a day after {before}, the entry before it, found {day} (put the earliest first)"
            )));
        }
        before = Some(day);
    }
    Ok(())
}

/// Refuses someone who declined or refused where nobody did, and warns of an absent mission with observers or places.
fn presence<D: Diagnostics>(
    mission: &Mission,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let answered = matches!(
        mission.status,
        Some(MissionStatus::Declined | MissionStatus::Refused)
    );
    if mission.by.is_some() && !answered {
        return Err(path
            .key("by")
            .error("fits only the status \"declined\" or \"refused\""));
    }
    let some = |size: &Quantity| {
        let low = size.interval().and_then(|interval| interval.low);
        low.is_some_and(|low| low > Decimal::ZERO)
    };
    let absent = mission.is_absent();
    if absent && !mission.has_nobody() && mission.sizes.latest().is_some_and(some) {
        scope.warn(
            &path.key("status"),
            "the mission is not there, but its size is above 0",
        );
    }
    if absent && mission.accounts.0.iter().any(|account| account.throughout) {
        scope.warn(
            &path.key("where"),
            "the mission is not there, but \"throughout\" is true",
        );
    }
    Ok(())
}

/// Warns of more observers at places of one kind than the mission has.
fn places_fit<D: Diagnostics>(
    mission: &Mission,
    account: &Whereabouts,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) {
    let Some(all) = mission.sizes.latest().and_then(Quantity::interval) else {
        return;
    };
    for kind in [
        SiteKind::City,
        SiteKind::Region,
        SiteKind::Country,
        SiteKind::Point,
    ] {
        let sizes = account.places.iter().filter(|site| site.kind == kind);
        let sizes = sizes.filter_map(|site| site.size.as_ref()?.interval());
        let zero = Amount::Exact(Decimal::ZERO).interval();
        let sum = sizes.fold(zero, |sum, size| Some(sum?.plus(&size)));
        if sum.is_some_and(|sum| sum.order(&all) == Some(Ordering::Greater)) {
            scope.warn(
                &path.key("places"),
                message!(
                    "places of the kind {} have more observers together than the mission",
                    kind.name()
                ),
            );
        }
    }
}

fn whole_number<D: Diagnostics>(
    size: Option<&Quantity>,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    let claims = size.into_iter().flat_map(Quantity::claims);
    for number in claims.flat_map(|claim| claim.amount.numbers()) {
        if number.is_negative() || !number.is_whole() {
            return Err(path.error(message!(
                "expected a whole number of zero or more, found {number}"
            )));
        }
    }
    Ok(())
}

fn account_fits<D: Diagnostics>(
    account: &Whereabouts,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    let places = path.key("places");
    for (place, site) in account.places.iter().enumerate() {
        whole_number(site.size.as_ref(), &places.index(place).key("size"))?;
    }
    let unnamed = path.key("unnamed");
    for (kind, count) in account.unnamed.counted() {
        whole_number(Some(count), &unnamed.key(kind.name()))?;
    }
    Ok(())
}

/// Refuses a part that is, by however many steps, part of itself.
fn circle<D: Diagnostics>(
    observers: &Observers,
    start: WholeRef,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    if observers.whole_of(start).is_none() {
        return Ok(());
    }
    let most = observers.totals.len() + observers.missions.len();
    let mut steps = vec![start];
    let mut now = start;
    while let Some(whole) = observers.whole_of(now) {
        steps.push(whole);
        if whole == start {
            let names: Vec<&str> = steps
                .iter()
                .filter_map(|step| observers.id_of(*step))
                .map(|id| id.as_str())
                .collect();
            return Err(path.key("partOf").error(message!(
                "goes round in a circle: {}",
                names.join(" is part of ")
            )));
        }
        if steps.len() > most {
            // A circle further up: the parts that are in it report it.
            return Ok(());
        }
        now = whole;
    }
    Ok(())
}

/// Warns of a part that has more observers than all of its whole, where both count the same.
fn fits_its_whole<D: Diagnostics>(
    observers: &Observers,
    part: WholeRef,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) {
    let interval = |whole| observers.size_of(whole).and_then(Quantity::interval);
    let alike = |whole: &WholeRef| observers.counted_of(part) == observers.counted_of(*whole);
    let whole = observers.whole_of(part).filter(alike);
    let (Some(few), Some(all)) = (interval(part), whole.and_then(interval)) else {
        return;
    };
    if few.order(&all) == Some(Ordering::Greater) {
        scope.warn(
            &path.key("size"),
            "more observers than the total or mission that \"partOf\" names",
        );
    }
}
