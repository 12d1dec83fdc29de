//! Frames and codes on pages of others.

use super::pages::Site;
use super::{embed, read};
use base64::Engine as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A site with the files of one document.
fn written(name: &str) -> Site {
    let site = Site::new(name);
    let ran = embed(&site, &["data.json", "--no-picture"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    site
}

#[test]
fn a_frame_fits_a_narrow_column_and_scrolls_where_nobody_hears_its_height() {
    let site = written("embed-narrow");
    let oembed: Value = serde_json::from_str(&read(&site, "data.oembed.json")).unwrap();
    let html = oembed["html"].as_str().unwrap();
    assert!(
        html.contains(" width=\"600\"") && html.contains(" style=\"width:100%\""),
        "{html}"
    );
    assert!(!html.contains("scrolling"), "{html}");
}

#[test]
fn links_in_a_frame_open_beside_it() {
    let site = written("embed-links");
    let page = read(&site, "data.html");
    let (head, _) = page.split_once("</head>").unwrap();
    assert!(head.contains("<base target=\"_blank\">"), "{head}");
    let codes = read(&site, "data.embed.txt");
    let (_, amp) = codes.split_once("<amp-iframe").unwrap();
    for right in [
        "allow-scripts",
        "allow-popups",
        "allow-popups-to-escape-sandbox",
        "allow-downloads",
    ] {
        assert!(amp.contains(right), "{right}: {amp}");
    }
}

#[test]
fn every_script_and_style_of_a_page_is_allowed_by_the_hashes_that_are_printed() {
    let site = Site::new("embed-hashes");
    let arguments = [
        "data.json",
        "--no-picture",
        "--allow",
        "https://data.example/",
    ];
    let ran = embed(&site, &arguments);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let printed = |policy: &str| {
        let line = ran.said.lines().find(|line| line.contains(policy));
        line.unwrap_or_else(|| panic!("{policy}: {}", ran.said))
            .to_owned()
    };
    let (scripts, styles) = (printed("script-src: "), printed("style-src: "));
    for page in ["data.html", "embed.html"].map(|file| read(&site, file)) {
        for (tag, hashes) in [("script", &scripts), ("style", &styles)] {
            let open = format!("<{tag}>");
            let texts: Vec<_> = page.split(&open).skip(1).collect();
            assert!(!texts.is_empty(), "{tag}: {page}");
            for text in texts {
                let text = text.split(&format!("</{tag}>")).next().unwrap();
                let digest = Sha256::digest(text.as_bytes());
                let hash = base64::engine::general_purpose::STANDARD.encode(digest);
                assert!(
                    hashes.contains(&format!("'sha256-{hash}'")),
                    "{text}: {hashes}"
                );
            }
        }
    }
}
