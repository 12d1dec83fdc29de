//! Files and addresses that a document names: they are there beside the page, and whole on pages of others.

use super::pages::{DATA, Site};
use super::{embed, files, read};
use std::fs;

const MISSIONS: &str = include_str!("../../../../www/data/kazakhstan-2022-missions-observers.json");
const MAP: &str = include_str!("../../../../www/geo/kazakhstan-before-2018.json");

/// Missions on a map of one's own.
fn missions(address: &str) -> String {
    let own = format!("\"area\": {{\"url\": \"{address}\", \"credit\": \"A map\"}}");
    let data = MISSIONS.replacen("\"area\": \"kazakhstan-before-2018\"", &own, 1);
    assert_ne!(data, MISSIONS);
    data
}

#[test]
fn a_map_of_ones_own_lies_beside_the_page() {
    let site = Site::new("embed-map")
        .with("in/missions.json", missions("geo/own%20map.json?v=2"))
        .with("in/again.json", missions("./geo/own%20map.json"))
        .with("in/geo/own map.json", MAP);
    let ran = embed(&site, &["in/missions.json", "in/again.json"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(read(&site, "geo/own map.json"), MAP);
    let data = read(&site, "missions.json");
    let whole = "https://news.example/ew/geo/own%20map.json?v=2";
    assert!(
        data.contains(&format!("\"url\":\"{whole}\"")) || data.contains(whole),
        "{data}"
    );
    let page = read(&site, "missions.html");
    assert!(page.contains(whole) && page.contains("ew-map"), "{page}");
    assert!(files(&site).iter().any(|name| name.ends_with(".png")));
}

#[test]
fn a_map_that_could_not_lie_beside_the_page_is_refused() {
    let site = Site::new("embed-map-elsewhere")
        .with("own.json", MAP)
        .with("in/up.json", missions("../own.json"))
        .with("in/root.json", missions("/own.json"))
        .with("in/far.json", missions("https://maps.example/own.json"))
        .with("in/none.json", missions("missing.json"));
    for name in ["up", "root", "far", "none"] {
        let ran = embed(&site, &[&format!("in/{name}.json")]);
        assert_eq!(ran.code, 1, "{name}: {}", ran.said);
        assert!(ran.said.contains(": area.url: "), "{}", ran.said);
        assert!(
            ran.said.contains("must lie beside the document"),
            "{}",
            ran.said
        );
        assert!(files(&site).is_empty(), "{name}");
    }
}

#[test]
fn two_files_of_one_name_are_refused() {
    let site = Site::new("embed-map-twice")
        .with("a/missions.json", missions("map.json"))
        .with("a/map.json", MAP)
        .with("map.json", DATA);
    let ran = embed(&site, &["map.json", "a/missions.json"]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said.contains("two files are called map.json"),
        "{}",
        ran.said
    );
    assert!(files(&site).is_empty());
}

/// A document with a photo and a source at relative addresses.
fn with_photo() -> String {
    let named = "\"name\": \"Ada\", \"photo\": {\"url\": \"faces/ada.png\"}";
    DATA.replacen("\"name\": \"Ada\"", named, 1).replacen(
        "\"id\": \"s\"",
        "\"id\": \"s\", \"url\": \"/report?a=1&b\"",
        1,
    )
}

#[test]
fn photos_come_along_and_every_address_is_whole() {
    let site = Site::new("embed-photo")
        .with("vote.json", with_photo())
        .with("faces/ada.png", b"a photo");
    let ran = embed(&site, &["vote.json", "--no-picture"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(!ran.said.contains("warning"), "{}", ran.said);
    assert_eq!(
        fs::read(site.path("out/faces/ada.png")).unwrap(),
        b"a photo"
    );
    let data = read(&site, "vote.json");
    assert!(
        data.contains("\"https://news.example/ew/faces/ada.png\""),
        "{data}"
    );
    let data = read(&site, "vote.json");
    assert!(
        data.contains("\"url\": \"https://news.example/report?a=1&b\""),
        "{data}"
    );
    let codes = read(&site, "vote.embed.txt");
    for address in [
        "src=\"https://news.example/ew/faces/ada.png\"",
        "href=\"https://news.example/report?a=1&amp;b\"",
    ] {
        assert!(codes.contains(address), "{address}: {codes}");
    }
}

#[test]
fn a_photo_that_is_not_there_is_a_warning_with_its_address() {
    let site = Site::new("embed-no-photo").with("vote.json", with_photo());
    let ran = embed(&site, &["vote.json", "--no-picture"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(
        ran.said
            .contains("vote.json:4: warning: options[0].photo.url: faces/ada.png is not copied"),
        "{}",
        ran.said
    );
}

#[test]
fn the_copy_with_whole_addresses_never_replaces_the_document() {
    let site = Site::new("embed-in-place").with("out/vote.json", with_photo());
    let ran = embed(&site, &["out/vote.json", "--no-picture"]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said.contains("name another folder with -o"),
        "{}",
        ran.said
    );
    assert_eq!(files(&site), ["vote.json"]);
    assert_eq!(read(&site, "vote.json"), with_photo());
    // One without relative addresses stays as it is.
    let site = Site::new("embed-in-place-whole").with("out/vote.json", DATA);
    let ran = embed(&site, &["out/vote.json", "--no-picture"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(read(&site, "vote.json"), DATA);
}
