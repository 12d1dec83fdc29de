//! Apple News Format: the components `photo`, `body` with HTML and `htmltable`, as the pages "HTMLTable" and "Using HTML
//! with Apple News Format" of its documentation describe them. Frames and scripts do not exist there.

use super::{BASE, EMBEDS, letters, tags, titled};
use serde_json::Value;

fn components(code: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(code).unwrap();
    all.as_array().unwrap().clone()
}

fn checked<'a>(component: &'a Value, field: &str, allowed: &[&str]) -> &'a str {
    let html = component[field].as_str().unwrap();
    for tag in tags(html) {
        let name = tag.split(' ').next().unwrap();
        assert!(allowed.contains(&name), "{name}: {html}");
        for attribute in tag
            .split('"')
            .step_by(2)
            .flat_map(str::split_whitespace)
            .skip(1)
        {
            assert!(
                ["href=", "colspan=", "rowspan="].contains(&attribute),
                "{attribute}: {html}"
            );
        }
    }
    html
}

#[test]
fn the_components_for_apple_news_have_only_elements_that_its_format_knows() {
    for embed in EMBEDS.iter() {
        for component in components(embed.code("APPLE NEWS")) {
            match component["role"].as_str().unwrap() {
                "photo" => assert!(component["URL"].as_str().unwrap().starts_with(BASE)),
                "body" => {
                    assert_eq!(component["format"], "html");
                    checked(&component, "text", &["p", "strong", "a"]);
                }
                "htmltable" => {
                    let cells = ["table", "tr", "th", "td", "strong", "a", "br"];
                    let html = checked(&component, "html", &cells);
                    assert_eq!(html.matches("<table>").count(), 1, "{html}");
                }
                other => panic!("{other}"),
            }
        }
    }
}

#[test]
fn the_components_for_apple_news_have_every_word_of_the_code_table() {
    for embed in EMBEDS.iter() {
        let parts: String = components(embed.code("APPLE NEWS"))
            .iter()
            .flat_map(|component| [&component["text"], &component["html"]].map(Value::as_str))
            .flatten()
            .map(str::to_owned)
            .collect();
        // The marks of open ends stand in the bars.
        let table: String = letters(embed.code("TABLE"))
            .chars()
            .filter(|letter| !matches!(letter, '→' | '←'))
            .collect();
        assert_eq!(letters(&parts), table, "{}", embed.name);
    }
    let first = &components(titled().code("APPLE NEWS"))[0];
    assert_eq!(first["role"], "photo");
    let said = first["accessibilityCaption"].as_str().unwrap();
    assert!(said.contains("Ada leads with over 81%"), "{said}");
}
