//! Observers as KML, from a made-up map.

use super::{asked, imported, left_out, refused};
use serde_json::json;

const FILE: &str = include_str!("../data/official/observers.kml");

fn answers(more: &str) -> String {
    let mut answers = json!({
        "event": "A vote", "source": { "title": "Map", "publisher": "Desk", "date": "2030-04-12" }
    });
    let more: serde_json::Value = serde_json::from_str(more).unwrap();
    for (key, value) in more.as_object().unwrap() {
        answers[key] = value.clone();
    }
    answers.to_string()
}

#[test]
fn placemarks_become_missions_with_their_fields_and_points() {
    let imported = imported(FILE, &answers("{}"));
    assert_eq!((imported.format, imported.widget), ("kml", "observer-map"));
    assert_eq!(imported.document["title"], "Observers in the Land");
    assert_eq!(
        imported.document["missions"],
        json!([
            {
                "id": "league-of-rivers", "organisation": "League of Rivers", "size": { "over": 20 },
                "where": { "places": [{ "kind": "point", "name": "Oberau", "lon": 71.43, "lat": 51.13 }] },
                "source": "source"
            },
            {
                "id": "hill-union", "organisation": "Hill Union", "note": "They stay until the count.", "size": 12,
                "where": { "places": [{ "kind": "point", "name": "Unterau", "lon": 76.95, "lat": 43.25 }] },
                "source": "source"
            }
        ])
    );
}

#[test]
fn lines_icons_layers_and_unknown_fields_are_named() {
    let left = left_out(&imported(FILE, &answers("{}")));
    for what in [
        "the field \"Weather\"",
        "the layer \"Missions\"",
        "icons and colours (3 times)",
        "the placemark \"The river\"",
        "a description",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
}

#[test]
fn where_no_field_is_the_organisation_it_is_asked_what_names_are() {
    let bare = FILE.replace("name=\"Organisation\"", "name=\"Remark\"");
    assert_eq!(asked(&bare, &answers("{}")).0[0].key, "placemark");
    let by_name = imported(&bare, &answers(r#"{"placemark": "organisation"}"#));
    assert_eq!(by_name.document["missions"][0]["organisation"], "Oberau");
    let by_layer = imported(
        &bare,
        &answers(r#"{"placemark": "place", "sizes": "places"}"#),
    );
    let missions = by_layer.document["missions"].as_array().unwrap();
    assert_eq!(missions[0]["organisation"], "Missions");
    assert_eq!(missions[0]["where"]["places"][0]["name"], "Oberau");
}

#[test]
fn swapped_coordinates_and_a_mere_link_are_refused_with_their_place() {
    let swapped = FILE.replace("76.95,43.25,0", "43.25,176.95,0");
    assert_eq!(
        refused(&swapped, &answers("{}")),
        "line 28, column 16: \"176.95\" is no latitude between -90 and 90: latitude and longitude seem to be swapped (write degrees as 51.17)"
    );
    let link = "<kml><Document><NetworkLink><Link><href>https://example.org</href></Link></NetworkLink></Document></kml>";
    let message = refused(link, &answers("{}"));
    assert!(message.contains("only a link to a map"), "{message}");
}
