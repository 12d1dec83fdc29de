//! Linked styles, hashes for a content security policy, help and unknown options.

use crate::WIDGET;
use crate::pages::{DATA, Site};
use base64::Engine as _;
use sha2::Digest as _;

#[test]
fn a_policy_with_the_hashes_of_the_styles_allows_every_page_with_these_widgets() {
    let site = Site::new("hash");
    let plain = site.filter(WIDGET);
    let said = plain
        .said
        .strip_prefix("hashes of the styles, for style-src: ");
    let allowed: Vec<&str> = said.unwrap().split_whitespace().collect();
    let data = DATA.replacen("\"options\"", "\"notes\":[\"A note.\"],\"options\"", 1);
    let noted = site.filter(&format!(
        "<results-chart><script type=application/json>{data}</script></results-chart>"
    ));
    assert_eq!(
        noted.said, plain.said,
        "the data is another, the hashes are not"
    );
    for (page, needed) in [(plain.out, 1), (noted.out, 2)] {
        let styles = page.split("<style>").skip(1);
        let styles = styles.map(|rest| rest.split_once("</style>").unwrap().0);
        let hashes: Vec<String> = styles
            .map(|style| {
                let digest = sha2::Sha256::digest(style);
                base64::engine::general_purpose::STANDARD.encode(digest)
            })
            .collect();
        assert_eq!(hashes.len(), needed, "{page}");
        for hash in hashes {
            assert!(allowed.contains(&&*format!("'sha256-{hash}'")), "{hash}");
        }
    }
    let linked = site.run(&["prerender", "--link", "/a&b.css"], WIDGET);
    assert!(
        linked
            .out
            .contains("<link rel=\"stylesheet\" href=\"/a&amp;b.css\">")
    );
    assert!(!linked.out.contains("<style>") && linked.said.is_empty());
}

#[test]
fn wrong_arguments_end_with_code_2_and_help_has_an_example() {
    let site = Site::new("usage");
    assert_eq!(site.run(&["prerender", "--no-such"], "").code, 2);
    assert_eq!(site.run(&["prerender", "-", "a.html"], "").code, 2);
    assert_eq!(site.run(&["prerender", "--in-place"], "").code, 2);
    for command in ["prerender", "validate", "schema", "geo"] {
        let help = site.run(&[command, "--help"], "");
        assert_eq!(help.code, 0);
        assert!(help.out.contains("EXAMPLE"), "{command}");
    }
}
