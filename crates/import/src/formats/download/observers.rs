//! The download of an observer map.

use super::record::{Record, Records, claim};
use crate::context::Context;
use crate::draft::{Head, Observers};
use crate::nested::{push, within, within_item};
use crate::quantity::json_number;
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Reads the download of an observer map. `None` while a question is open.
///
/// # Errors
/// A row that is not as the download has it.
pub(super) fn read(records: &Records, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
    let mut draft = Observers {
        head: Head {
            test: records.test,
            sources: records.sources(),
            ..Head::default()
        },
        ..Observers::default()
    };
    let mut totals: Vec<Map<String, Value>> = Vec::new();
    let bare = records.iter().filter(|record| record.source().is_none());
    let bare: Vec<&str> = bare.map(|record| record.text("mission")).collect();
    let without_source = records
        .iter()
        .filter(|record| record.text("figure") != "size" && record.source().is_none());
    let lone: Vec<&str> = without_source
        .map(|record| record.text("mission"))
        .collect();
    for record in records.iter() {
        if record.text("figure") == "total" {
            let fields = [("id", "mission"), ("name", "name")];
            of_owner(&bare, &mut totals, record, &fields, |total| {
                add_counted(total, record);
                add_size(total, record)
            })?;
            continue;
        }
        let is_one_account = lone.contains(&record.text("mission"));
        let fields = [
            ("id", "mission"),
            ("organisation", "organisation"),
            ("name", "name"),
            ("status", "status"),
            ("by", "by"),
        ];
        of_owner(&bare, &mut draft.missions, record, &fields, |mission| {
            add_record(mission, record, is_one_account)
        })?;
    }
    for mission in &mut draft.missions {
        settle_accounts(mission);
    }
    draft.totals = totals.into_iter().map(Value::Object).collect();
    draft.finish(context)
}

fn add_record(
    mission: &mut Map<String, Value>,
    record: Record<'_>,
    is_one_account: bool,
) -> Result<(), Refused> {
    let figure = record.text("figure");
    add_counted(mission, record);
    if figure == "size" {
        return add_size(mission, record);
    }
    // Rows of one source are one account of where the mission is. Several accounts have a source each: where a row has
    // none there is one account, and other sources are those of sizes.
    let source = record.source().filter(|_| !is_one_account);
    let source = source.map_or(Value::Null, Value::from);
    let is_of_source = |account: &Map<String, Value>| account.get("source") == Some(&source);
    let new = || Map::from_iter([("source".to_owned(), source.clone())]);
    within_item(mission, "where", is_of_source, new, |account| {
        if figure == "throughout" {
            account.insert("throughout".to_owned(), Value::Bool(true));
            return Ok(());
        }
        match figure.strip_prefix("unnamed.") {
            Some(kind) => add_unnamed(account, kind, record),
            None => add_place(account, figure, record),
        }
    })
}

/// Calls `change` with the total or mission of a row, which is made where its id is new.
fn of_owner<T>(
    bare: &[&str],
    list: &mut Vec<Map<String, Value>>,
    record: Record<'_>,
    fields: &[(&str, &str)],
    change: impl FnOnce(&mut Map<String, Value>) -> T,
) -> T {
    let id = record.text("mission");
    let known = list
        .iter_mut()
        .find(|map| map.get("id").and_then(Value::as_str) == Some(id));
    if let Some(known) = known {
        return change(known);
    }
    let mut map = Map::new();
    for (field, column) in fields {
        if !record.text(column).is_empty() {
            map.insert((*field).to_owned(), json!(record.text(column)));
        }
    }
    // Rows without a source show that the mission has none: each claim has its own.
    if let Some(source) = record.source().filter(|_| !bare.contains(&id)) {
        map.insert("source".to_owned(), json!(source));
    }
    let result = change(&mut map);
    list.push(map);
    result
}

/// Puts the unit of sizes, where it is not the usual one.
fn add_counted(owner: &mut Map<String, Value>, record: Record<'_>) {
    let counted = record.text("counted");
    if !counted.is_empty() && counted != "observers" {
        let is_known = matches!(counted, "reports" | "stations" | "calls");
        let counted = if is_known {
            json!(counted)
        } else {
            json!({ "name": counted })
        };
        owner.insert("counted".to_owned(), counted);
    }
}

fn add_size(owner: &mut Map<String, Value>, record: Record<'_>) -> Result<(), Refused> {
    let Some(quantity) = record.quantity()? else {
        return Ok(());
    };
    let day = record.text("asOf");
    if day.is_empty() {
        claim(owner, "size", quantity, record.source());
        return Ok(());
    }
    let is_of_day =
        |size: &Map<String, Value>| size.get("asOf").and_then(Value::as_str) == Some(day);
    let new = || Map::from_iter([("asOf".to_owned(), json!(day))]);
    within_item(owner, "sizes", is_of_day, new, |size| {
        claim(size, "size", quantity, record.source())
    });
    Ok(())
}

fn add_unnamed(
    account: &mut Map<String, Value>,
    kind: &str,
    record: Record<'_>,
) -> Result<(), Refused> {
    let Some(quantity) = record.quantity()? else {
        return Ok(());
    };
    within(account, "unnamed", |unnamed| {
        claim(unnamed, kind, quantity, record.source())
    });
    Ok(())
}

fn add_place(
    account: &mut Map<String, Value>,
    kind: &str,
    record: Record<'_>,
) -> Result<(), Refused> {
    let mut place = Map::new();
    place.insert("kind".to_owned(), json!(kind));
    place.insert("name".to_owned(), json!(record.text("place")));
    if !record.text("placeId").is_empty() {
        place.insert("id".to_owned(), json!(record.text("placeId")));
    }
    for axis in ["lon", "lat"] {
        if !record.text(axis).is_empty() {
            place.insert(axis.to_owned(), json_number(record.text(axis)));
        }
    }
    let is_same = |known: &Map<String, Value>| {
        // A second row of a place is a second claim of how many are there.
        known.contains_key("size")
            && place
                .iter()
                .all(|(key, value)| known.get(key) == Some(value))
    };
    match record.quantity()? {
        None => push(account, "places", Value::Object(place)),
        Some(quantity) => within_item(
            account,
            "places",
            is_same,
            || place.clone(),
            |place| {
                claim(place, "size", quantity, record.source());
            },
        ),
    }
    Ok(())
}

/// One account stands alone; several are claims of where the mission is.
fn settle_accounts(mission: &mut Map<String, Value>) {
    let Some(Value::Array(accounts)) = mission.get_mut("where") else {
        return;
    };
    let mut accounts = std::mem::take(accounts);
    for account in &mut accounts {
        if let Value::Object(account) = account {
            account.retain(|_, value| !value.is_null());
        }
    }
    let settled = match accounts.len() {
        1 => accounts.remove(0),
        _ => json!({ "claims": accounts }),
    };
    mission.insert("where".to_owned(), settled);
}
