//! Observers from tables and from GeoJSON.

use super::{asked, imported, refused};
use serde_json::json;

const EVENT: &str = r#"{ "event": "Presidential election", "area": "kazakhstan-before-2018" }"#;

#[test]
fn rows_of_one_organisation_become_a_mission_with_several_places() {
    let table = "Organisation,Size,City,Lat,Lon,Status\nEastern League,over 1000,Astana,51.13,71.43,accredited\n\
        Eastern League,,Almaty,43.25,76.95,\nSouthern Union,~40,,,,announced\n";
    let imported = imported(table, EVENT);
    assert_eq!(imported.widget, "observer-map");
    assert_eq!(
        imported.document["missions"],
        json!([
            {
                "id": "eastern-league", "organisation": "Eastern League", "status": "accredited", "size": { "over": 1000 },
                "where": { "places": [
                    { "kind": "city", "name": "Astana", "lon": 71.43, "lat": 51.13 },
                    { "kind": "city", "name": "Almaty", "lon": 76.95, "lat": 43.25 },
                ] },
                "source": "source",
            },
            { "id": "southern-union", "organisation": "Southern Union", "status": "announced", "size": { "about": 40 }, "source": "source" },
        ])
    );
}

#[test]
fn numbers_in_several_rows_of_a_mission_are_asked_about_and_never_added() {
    let table = "Organisation;Observers;City\nLeague;3;Astana\nLeague;4;Almaty\n";
    let (questions, _) = asked(table, EVENT);
    assert_eq!(questions[0].key, "sizes");
    let more = r#"{ "event": "A vote", "sizes": "places" }"#;
    let mission = imported(table, more).document["missions"][0].clone();
    assert_eq!(mission.get("size"), None);
    assert_eq!(
        mission["where"]["places"][1],
        json!({ "kind": "city", "name": "Almaty", "size": 4 })
    );
    let differing = refused(table, r#"{ "event": "A vote", "sizes": "mission" }"#);
    assert_eq!(differing.at.unwrap().to_string(), "line 3, column 2");
}

#[test]
fn swapped_latitude_and_longitude_are_noticed() {
    let beyond = refused("Organisation,Lat,Lon\nLeague,171.4,51.1\n", EVENT);
    assert_eq!(beyond.at.unwrap().to_string(), "line 2, column 2");
    assert!(beyond.message.contains("swapped"), "{beyond}");
    let within = imported(
        "Organisation,Lat,Lon\nLeague,71.43,51.13\nUnion,76.95,43.25\n",
        EVENT,
    );
    let warning = within
        .report
        .warnings
        .iter()
        .find(|warning| warning.contains("swapped"));
    assert!(
        warning.is_some_and(|warning| warning.contains("kazakhstan-before-2018")),
        "{:?}",
        within.report
    );
    let right = imported("Organisation,Lat,Lon\nLeague,51.13,71.43\n", EVENT);
    assert!(
        !right
            .report
            .warnings
            .iter()
            .any(|warning| warning.contains("swapped"))
    );
}

#[test]
fn swapped_latitude_and_longitude_are_noticed_on_the_map_of_the_world_by_the_country_of_the_event()
{
    let answers = |place: &str| {
        let mut answers: serde_json::Value = serde_json::from_str(EVENT).unwrap();
        answers["area"] = json!("world-2018");
        answers["place"] = json!(place);
        answers.to_string()
    };
    let swapped = "Organisation,Lat,Lon\nLeague,71.43,51.13\nUnion,76.95,43.25\n";
    let warned = |table: &str, place: &str| {
        let warnings = imported(table, &answers(place)).report.warnings;
        warnings.iter().any(|warning| warning.contains("swapped"))
    };
    assert!(warned(swapped, "KZ"));
    assert!(!warned(swapped, "Almaty"));
    assert!(!warned(
        &swapped.replace("71.43,51.13", "51.13,71.43"),
        "KZ"
    ));
}

#[test]
fn a_point_that_lies_in_the_area_either_way_is_not_called_swapped() {
    let imported = imported("Organisation,Lat,Lon\nLeague,50,51\n", EVENT);
    assert!(
        !imported
            .report
            .warnings
            .iter()
            .any(|warning| warning.contains("swapped"))
    );
}

#[test]
fn a_document_of_observers_may_have_no_source_but_nobody_says_so_for_a_newsroom() {
    let table = "Organisation,Observers\nLeague,3\n";
    let (questions, _) = asked(table, r#"{ "event": "A vote", "source": null }"#);
    assert_eq!(questions[0].key, "source.title");
    let none = imported(
        table,
        r#"{ "event": "A vote", "source": { "title": "none" } }"#,
    );
    assert_eq!(none.document["sources"], json!([]));
    assert_eq!(none.document["missions"][0].get("source"), None);
}

#[test]
fn points_of_geojson_become_places_and_lines_are_named() {
    let text = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "geometry": { "type": "Point", "coordinates": [71.43, 51.13] },
          "properties": { "organisation": "League", "observers": "25", "city": "Astana", "colour": "red" } },
        { "type": "Feature", "geometry": { "type": "Point", "coordinates": [76.95, 43.25] },
          "properties": { "organisation": "League", "city": "Almaty" } },
        { "type": "Feature", "geometry": { "type": "LineString", "coordinates": [[1, 2], [3, 4]] },
          "properties": { "organisation": "Union" } }
    ] }"#;
    let imported = imported(text, EVENT);
    assert_eq!(imported.format, "geojson");
    assert_eq!(imported.document["missions"][0]["size"], 25);
    assert_eq!(
        imported.document["missions"][0]["where"]["places"][1],
        json!({ "kind": "point", "name": "Almaty", "lon": 76.95, "lat": 43.25 })
    );
    let left_out: Vec<String> = imported
        .report
        .left_out
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        left_out,
        [
            "the property \"colour\" -> no field is known for it (name one with --map)",
            "line 6: a geometry of the type \"LineString\" -> missions stand at points, not on lines or areas",
        ]
    );
}

#[test]
fn a_row_of_the_sum_of_observers_is_no_mission() {
    let table = "Organisation,Observers\nOSCE,25\nCIS,30\nИтого,55\n";
    let imported = imported(table, r#"{ "widget": "observer-map", "event": "Vote" }"#);
    let missions = imported.document["missions"].as_array();
    assert_eq!(missions.map(Vec::len), Some(2));
    let left_out = imported.report.left_out.iter().map(ToString::to_string);
    assert_eq!(
        left_out.collect::<Vec<_>>(),
        ["line 4: the row \"Итого\" -> a sum of the rows"]
    );
}

#[test]
fn a_map_that_is_not_chosen_or_not_known_is_named_with_the_flag_that_chooses_it() {
    let table = "Organisation,Observers,City\nOSCE,25,Astana\n";
    let warnings = |table: &str, more: &str| imported(table, more).report.warnings;
    let none = warnings(table, r#"{ "event": "Vote" }"#);
    assert!(
        none.len() == 1 && none[0].contains("--area (central-asia-2018, "),
        "{none:?}"
    );
    for (table, more) in [
        (table, r#"{ "event": "Vote", "area": "world-2018" }"#),
        (
            "map,world-2018,\nOrganisation,Observers,City\nOSCE,25,Astana\n",
            r#"{ "event": "Vote" }"#,
        ),
        (
            "Organisation,Observers\nOSCE,25\n",
            r#"{ "event": "Vote" }"#,
        ),
    ] {
        assert_eq!(warnings(table, more), [""; 0], "{table}");
    }
    let unknown = refused(table, r#"{ "event": "Vote", "area": "kazakstan" }"#);
    assert!(
        unknown.message.ends_with("(choose one with --area)"),
        "{unknown}"
    );
}

#[test]
fn a_table_without_a_column_of_organisations_is_asked_about_and_gives_no_empty_document() {
    let more = r#"{ "event": "Vote", "widget": "observer-map" }"#;
    let (questions, _) = asked("Who,Count,Town\nOSCE,25,Astana\n", more);
    assert_eq!(questions[0].key, "map");
    assert!(
        questions[0]
            .text
            .contains("organisation=…. The columns are Who, Count, Town")
    );
}

#[test]
fn several_names_in_one_cell_are_several_places() {
    let more = r#"{ "event": "Vote", "widget": "observer-map" }"#;
    let table = "Organisation,Number,City\nSCO,~30,\"Almaty; Shymkent\"\n";
    let done = imported(table, more);
    assert_eq!(
        done.document["missions"][0]["where"]["places"],
        json!([{ "kind": "city", "name": "Almaty" }, { "kind": "city", "name": "Shymkent" }])
    );
    let of_places = r#"{ "event": "Vote", "widget": "observer-map", "sizes": "places" }"#;
    let refused = refused(&format!("{table}SCO,5,Astana\n"), of_places);
    assert_eq!(refused.at.unwrap().to_string(), "line 2, column 2");
}
