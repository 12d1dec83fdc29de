//! Tests of where bars stand: all in one column, which has no words and no figures, however long those are.

use crate::support::{Ink, faults, layout, locale, meet, options, picture, texts};
use election_widgets::widget::ResultsWidget;
use election_widgets_picture::{Size, Theme};
use serde_json::{Value, json};

/// A figure of so many sources, of which each gives another.
fn claimed(first: &Value, sources: u32) -> Value {
    let more = (1..sources).map(|number| json!({ "value": number, "source": "s" }));
    let mut first = first.clone();
    first["source"] = json!("s");
    json!({ "claims": std::iter::once(first).chain(more).collect::<Vec<_>>() })
}

/// A document of a party with one figure, a party with these figures, and a part of it.
fn document(name: &str, percent: &Value, more: &Value) -> String {
    let mut figures = more.clone();
    figures["percent"] = percent.clone();
    let option = |id: &str| json!({ "id": id, "kind": "party", "name": format!("{id} {name}") });
    let mut part = option("c");
    part["within"] = json!("b");
    let results = json!({ "a": { "percent": 40 }, "b": figures, "c": { "percent": 3 } });
    json!({
        "title": "A vote",
        "contest": { "office": "Council", "place": "KZ", "date": "2030-05-12" },
        "options": [option("a"), option("b"), part],
        "counts": [{ "id": "n", "status": "preliminary", "asOf": "2030-05-13", "source": "s", "results": results }],
        "sources": [{ "id": "s", "title": "T", "publisher": "P", "date": "2030-05-13" }]
    })
    .to_string()
}

/// The ground of each bar of the rows: left, top, right and bottom.
fn tracks(svg: &str, data: &str) -> Vec<[f32; 4]> {
    let rects = svg.split("<rect ").skip(1);
    let rects = rects.map(|rect| rect.split_once('>').unwrap().0);
    let tracks = rects.filter(|rect| rect.contains("fill=\"#eef0f2\""));
    let number = |rect: &str, name: &str| -> f32 {
        let (_, rest) = rect.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let ends = tracks.map(|rect| {
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(rect, name));
        [x, y, x + width, y + height]
    });
    // The key of the marks comes first.
    ends.skip(key(data)).collect()
}

/// How many marks a picture explains.
fn key(data: &str) -> usize {
    let layout = layout::<ResultsWidget>(data, &locale("en"));
    layout.key.map_or(0, |key| key.len())
}

/// The faults in the places of bars.
fn misplaced(tracks: &[[f32; 4]], found: &[Ink]) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, track) in tracks.iter().enumerate() {
        let [left, top, right, bottom] = *track;
        if right - left < 100.0 || bottom - top < 2.0 {
            faults.push(format!("{track:?} is too small"));
        }
        if [left, right] != [tracks[0][0], tracks[0][2]] {
            faults.push(format!("{track:?} is not in the column"));
        }
        if tracks[..index].iter().any(|other| meet(*other, *track)) {
            faults.push(format!("{track:?} meets another"));
        }
        let texts = found.iter().filter(|ink| meet(ink.ends, *track));
        faults.extend(texts.map(|ink| format!("{track:?} meets {:?}", ink.text)));
    }
    faults
}

/// The faults of a document's picture in several sizes; its second row has so many bars.
fn wrong(data: &str, bars: usize) -> Vec<String> {
    let options = options();
    let mut wrong = Vec::new();
    for size in ["og", "portrait", "1300x1000", "1301x1000"] {
        let size: Size = size.parse().unwrap();
        let made = picture(("results-chart", data), &locale("en"), size, Theme::Light);
        let svg = made.unwrap_or_else(|why| panic!("{size}: {why}")).svg;
        let found = texts(&svg, &options);
        let tracks = tracks(&svg, data);
        let all = misplaced(&tracks, &found).into_iter();
        let all = all.chain(faults(&found, size));
        wrong.extend(all.map(|fault| format!("{size}: {fault}")));
        let starts = |name| {
            found
                .iter()
                .any(|ink| ink.text.split(' ').next() == Some(name))
        };
        let rows = [("a", 1), ("b", bars), ("c", 1)];
        let drawn = rows.iter().filter(|(name, _)| starts(*name));
        if tracks.len() != drawn.map(|(_, bars)| bars).sum::<usize>() {
            wrong.push(format!("{size}: {} bars", tracks.len()));
        }
    }
    wrong
}

#[test]
fn bars_stand_in_one_column_beside_names_and_figures_of_any_length_and_sources_of_any_number() {
    let word = "Wahlgemeinschaft".repeat(13);
    let sentence = "A party of many words".repeat(14);
    let figures = [
        (
            json!({ "value": 7 }),
            json!({ "votes": 9_007_199_254_740_991_u64 }),
        ),
        (json!({ "from": 0.000_001, "to": 99.999_999 }), json!({})),
        (
            json!({ "missing": sentence }),
            json!({ "votes": { "missing": word } }),
        ),
        (
            json!({ "missing": word }),
            json!({ "votes": { "missing": sentence } }),
        ),
    ];
    for name in ["A", &sentence, &word] {
        for (first, more) in &figures {
            for sources in [1, 3, 15] {
                let data = document(name, &claimed(first, sources), more);
                let missing = usize::from(first.get("missing").is_some());
                let wrong = wrong(&data, sources as usize - missing);
                assert!(wrong.is_empty(), "{data}\n{}", wrong.join("\n"));
            }
        }
    }
}
