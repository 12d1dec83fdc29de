//! Made-up figures are not published by mistake.
#![allow(clippy::expect_used, clippy::panic)]

mod pages;

use pages::{DATA, Site};

const PAGE: &str = "<results-chart src=data.json></results-chart>";

fn rehearsal(name: &str) -> Site {
    let data = DATA.replacen('{', "{\n  \"test\": true,", 1);
    Site::new(name)
        .with("data.json", data)
        .with("article.html", PAGE)
}

#[test]
fn a_rehearsal_is_refused_with_its_place_until_somebody_asks_for_it() {
    for form in [
        &["prerender", "article.html"][..],
        &["prerender", "article.html", "--static"],
        &["prerender", "article.html", "--static=cms"],
    ] {
        let site = rehearsal("rehearsal");
        let refused = site.run(form, "");
        assert_eq!(refused.code, 1, "{}", refused.said);
        let place = "article.html:1: results-chart src=data.json: line 2: test: this document is a rehearsal";
        assert!(refused.said.contains(place), "{}", refused.said);
        assert!(!refused.out.contains("made up"), "{}", refused.out);
        let wanted = site.run(&[form, &["--rehearsal"]].concat(), "");
        assert_eq!(wanted.code, 0, "{}", wanted.said);
        assert!(wanted.out.contains("Rehearsal: these figures are made up."));
        assert!(wanted.out.contains("Rehearsal: A made-up election"));
    }
}
