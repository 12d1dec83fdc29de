//! WordPress: the discovery of oEmbed (`WP_oEmbed::discover`, `data2html` in class-wp-oembed.php) and its filter for
//! sites that it does not know (`wp_filter_oembed_result` in embed.php), read in WordPress/wordpress-develop, commits
//! 046ff32 and 026f555; and the filter of posts (kses.rs).

use super::kses::{Rules, filter, kses};
use super::{BASE, EMBEDS, attribute, titled};
use serde_json::Value;

/// As much of a page as WordPress reads.
const READ: usize = 153_600;

/// The elements and attributes of an oEmbed answer that stay.
const RULES: Rules = Rules {
    has_element: |tag| ["a", "blockquote", "iframe"].contains(&tag),
    has_attribute: |tag, name| match tag {
        "a" => name == "href",
        "iframe" => [
            "src",
            "width",
            "height",
            "frameborder",
            "marginwidth",
            "marginheight",
            "scrolling",
            "title",
        ]
        .contains(&name),
        _ => false,
    },
};

/// The address of the oEmbed file in the head of a page.
fn discovered(page: &str) -> Option<String> {
    let read = page.get(..READ).unwrap_or(page);
    let head = read.split("</head>").next()?;
    let mut links = head.split("<link").skip(1).filter_map(|rest| {
        let end = rest.find(['<', '>'])?;
        rest[end..].starts_with('>').then(|| &rest[..end])
    });
    let link = links.find(|link| attribute(link, "type") == Some("application/json+oembed"))?;
    attribute(link, "href").map(|address| address.replace("&amp;", "&"))
}

/// The blockquote and the frame that stand in the post.
fn shown(oembed: &Value) -> Option<String> {
    if oembed["type"] != "rich" {
        return None;
    }
    let html = filter(oembed["html"].as_str()?, &RULES);
    let quote = html.split_once("<blockquote>").map_or("", |(_, rest)| {
        rest.split("</blockquote>").next().unwrap_or_default()
    });
    let (_, frame) = html.split_once("<iframe")?;
    let (frame, _) = frame.split_once("></iframe>")?;
    let address = attribute(frame, "src")?;
    let secret = format!("{address}#?secret=aBcDeF1234\" data-secret=\"aBcDeF1234");
    Some(format!(
        "<blockquote class=\"wp-embedded-content\" data-secret=\"aBcDeF1234\">{quote}</blockquote><iframe \
        class=\"wp-embedded-content\" sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; \
        visibility: hidden;\"{}></iframe>",
        frame.replace(address, &secret)
    ))
}

#[test]
fn wordpress_finds_the_oembed_file_and_keeps_the_frame_and_the_sentence() {
    for embed in EMBEDS.iter() {
        let name = &embed.name;
        let expected = format!("{BASE}/{name}.oembed.json");
        assert_eq!(
            discovered(&embed.page).as_deref(),
            Some(&*expected),
            "{name}"
        );
        let shown = shown(&embed.oembed).unwrap_or_else(|| panic!("{name}: nothing is shown"));
        let (quote, frame) = shown.split_once("<iframe").unwrap();
        assert!(quote.contains(&format!("<a href=\"{BASE}/{name}.html\">")));
        assert!(
            frame.contains(&format!(" src=\"{BASE}/{name}.html#?secret=")),
            "{frame}"
        );
        for attribute in ["width=\"600\"", "height=\"", "title=\""] {
            assert!(frame.contains(attribute), "{name}: {attribute}: {frame}");
        }
        // It gives no frame more than 1,000 px: a higher page has to scroll.
        assert!(!frame.contains("scrolling="), "{name}: {frame}");
    }
}

#[test]
fn a_title_that_looks_like_html_stays_a_text_in_wordpress() {
    let shown = shown(&titled().oembed).unwrap();
    let title = "A &gt; B &lt;i&gt; &quot;quoted&quot; &amp; 'so'";
    assert!(shown.contains(&format!(">{title}</a>. ")), "{shown}");
    assert!(shown.contains(&format!("title=\"{title}\"")), "{shown}");
}

#[test]
fn wordpress_keeps_the_code_table_and_the_code_picture_of_authors_without_rights_as_they_are() {
    for embed in EMBEDS.iter() {
        let table = embed.code("TABLE");
        assert_eq!(kses(table), table, "{}", embed.name);
        // Versions before 5.8 keep no value with a function.
        let styles = table.split(" style=\"").skip(1);
        for style in styles.map(|rest| rest.split('"').next().unwrap()) {
            assert!(!style.contains('('), "{}: {style}", embed.name);
        }
    }
    let picture = titled().code("PICTURE");
    assert_eq!(kses(picture), picture);
}

#[test]
fn wordpress_takes_the_codes_element_and_iframe_away_from_authors_without_rights() {
    let left = kses(titled().code("ELEMENT"));
    assert!(
        left.trim().starts_with("<p>") && left.trim().ends_with("</p>"),
        "{left}"
    );
    let left = kses(titled().code("IFRAME"));
    assert!(
        left.starts_with("<blockquote><a href=") && left.ends_with("</blockquote>"),
        "{left}"
    );
}
