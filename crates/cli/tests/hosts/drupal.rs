//! Drupal: `Resource` of its media module, and text formats that limit HTML: `Xss::filter` and `FilterHtml`, read in
//! drupal/drupal (commits 2b6b330, 02c6bab and 0999465).

use super::{EMBEDS, attribute, letters};
use std::fmt::Write as _;

/// The elements and attributes of a text format that limits HTML, with the elements of tables added by the site.
const FORMAT: [(&str, &[&str]); 20] = [
    ("a", &["href", "hreflang"]),
    ("em", &[]),
    ("strong", &[]),
    ("cite", &[]),
    ("blockquote", &["cite"]),
    ("code", &[]),
    ("ul", &["type"]),
    ("ol", &["type", "start"]),
    ("li", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("p", &[]),
    ("br", &[]),
    ("span", &[]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("t", &["colspan", "rowspan", "scope"]),
];

/// The rest that the format leaves of HTML whose attributes all stand in double quotation marks. `style` goes whatever the
/// format says; `lang` and `dir` stay.
fn limited(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag
            .trim_start_matches('/')
            .split(' ')
            .next()
            .unwrap_or_default();
        let known = FORMAT.iter().find(|(element, _)| {
            *element == name || *element == "t" && ["th", "td"].contains(&name)
        });
        if let Some((_, attributes)) = known {
            let slash = if tag.starts_with('/') { "/" } else { "" };
            let _ = write!(left, "<{slash}{name}");
            for allowed in attributes.iter().chain(&["lang", "dir"]) {
                if let Some(value) = attribute(tag, allowed) {
                    let _ = write!(left, " {allowed}=\"{value}\"");
                }
            }
            left.push('>');
        }
        left.push_str(text);
    }
    left
}

#[test]
fn a_text_format_of_drupal_that_allows_tables_keeps_every_word_of_the_code_table_and_no_colour() {
    for embed in EMBEDS.iter() {
        let table = embed.code("TABLE");
        let left = limited(table);
        assert_eq!(
            letters(&format!("<p>{left}")),
            letters(table),
            "{}",
            embed.name
        );
        assert!(!left.contains("style="), "{left}");
        if embed.name == "demo-kazakhstan-2022" {
            assert!(left.contains("<td>over 81%<table>"), "{left}");
        }
    }
}

#[test]
fn the_media_module_of_drupal_accepts_every_oembed_file() {
    for embed in EMBEDS.iter() {
        let oembed = &embed.oembed;
        assert_eq!(oembed["version"], "1.0", "{}", embed.name);
        assert_eq!(oembed["type"], "rich");
        assert!(!embed.oembed("html").is_empty());
        // The name by which the site's list of providers knows the publisher.
        assert_eq!(embed.oembed("provider_name"), "news.example");
        for (field, is_needed) in [
            ("width", true),
            ("height", true),
            ("thumbnail_width", false),
            ("thumbnail_height", false),
        ] {
            let size = oembed[field].as_u64();
            let is_valid = size.map_or(!is_needed && oembed.get(field).is_none(), |size| size > 0);
            assert!(is_valid, "{}: {field}", embed.name);
        }
    }
}
