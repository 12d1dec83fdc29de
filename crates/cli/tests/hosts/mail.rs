//! Newsletters and feeds. Mail programs take scripts, frames and SVG away and read styles in `style` alone; a large one cuts
//! messages off at 102 kB. Readers of feeds also take `style` away, and have no address that a relative one could belong to.

use super::{BASE, EMBEDS, attribute, letters, tags, titled};

/// The elements that mail programs show.
const ELEMENTS: [&str; 24] = [
    "a", "b", "br", "code", "dd", "div", "dl", "dt", "em", "img", "li", "ol", "p", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

/// The bytes of a message that a large mail program shows.
const SHOWN: usize = 102 * 1024;

#[test]
fn the_code_table_has_only_what_mail_programs_show() {
    for embed in EMBEDS.iter() {
        let table = embed.code("TABLE");
        for tag in tags(table) {
            let name = tag.split(' ').next().unwrap();
            assert!(ELEMENTS.contains(&name), "{}: {name}", embed.name);
            let style = attribute(tag, "style").unwrap_or_default();
            for word in ["flex", "grid", "position", "var(", "rem", "!important"] {
                assert!(!style.contains(word), "{}: {style}", embed.name);
            }
        }
        assert!(!table.contains(" class="), "{}", embed.name);
    }
}

#[test]
fn tables_of_up_to_twenty_rows_leave_half_of_a_newsletter_to_its_texts() {
    for embed in EMBEDS.iter() {
        let table = embed.code("TABLE");
        let rows = table.matches("<th scope=\"row\"").count();
        if rows <= 20 {
            assert!(table.len() < SHOWN / 2, "{}: {}", embed.name, table.len());
        }
    }
}

#[test]
fn the_picture_of_a_newsletter_says_in_words_what_it_shows() {
    let code = titled().code("PICTURE");
    let [link, picture] = tags(code).collect::<Vec<_>>()[..] else {
        panic!("{code}")
    };
    assert_eq!(
        attribute(link, "href"),
        Some("https://news.example/ew/data.html")
    );
    assert!(attribute(picture, "src").unwrap().starts_with(BASE));
    assert_eq!(attribute(picture, "width"), Some("600"));
    assert_eq!(attribute(picture, "height"), Some("315"));
    let said = attribute(picture, "alt").unwrap();
    assert!(said.contains("Ada leads with over 81%"), "{said}");
    assert!(said.contains("Source: A report"), "{said}");
}

#[test]
fn a_feed_reader_that_takes_styles_away_shows_every_figure_in_words() {
    for embed in EMBEDS.iter() {
        let table = embed.code("TABLE");
        let bare: String = table
            .split(" style=\"")
            .enumerate()
            .map(|(at, piece)| match at {
                0 => piece,
                _ => piece.split_once('"').unwrap().1,
            })
            .collect();
        assert_eq!(letters(&bare), letters(table), "{}", embed.name);
        for tag in tags(table) {
            for name in ["href", "src"] {
                let address = attribute(tag, name).unwrap_or("https://");
                assert!(
                    address.starts_with("https://") || address.starts_with("http://"),
                    "{}: {tag}",
                    embed.name
                );
            }
        }
        // So it fits a feed as it is, in CDATA.
        assert!(!table.contains("]]>"), "{}", embed.name);
    }
}
