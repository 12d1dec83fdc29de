//! `--static`: plain HTML with inline styles.

use crate::pages::Site;

#[test]
fn plain_html_has_inline_styles_and_no_script_control_or_class() {
    let site = Site::demo("static");
    let page = "<html lang=ru><p>Before<div><results-chart src=/data/made-up-parliament.json unit=seats><p>own</p></results-chart></div>\
        <observer-map src=/data/made-up-observers.json></observer-map>\
        <alliance-grid src=/data/alliances.json></alliance-grid><alliance-grid></alliance-grid>after";
    let ran = site.run(&["prerender", "--static", "--root", "www"], page);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(!ran.said.contains("sha256"), "{}", ran.said);
    let (out, words) = (&ran.out, |word: &str| ran.out.matches(word).count());
    assert!(
        out.starts_with("<html lang=ru><p>Before<div><div lang=\"ru\" style=\"background:#fff;")
    );
    assert!(out.ends_with("</div><alliance-grid></alliance-grid>after"));
    for word in [
        // A statement from a mission's details: static HTML has the rows only.
        "голосование было спокойным",
        "class=",
        "<style",
        "<script",
        "<template",
        "<button",
        "<input",
        "<select",
        "<details",
        "tabindex",
        "role=",
        "data-",
        "aria-label",
        "part=",
        "light-dark",
        "currentColor",
        "var(",
        "color-mix",
        "own</p>",
    ] {
        assert_eq!(words(word), 0, "{word}");
    }
    for tag in out
        .split('<')
        .map(|piece| piece.split('>').next().unwrap_or_default())
    {
        let drawn = ["line ", "path ", "circle ", "text "];
        if drawn.iter().any(|name| tag.starts_with(name)) {
            assert!(
                tag.contains(" stroke=\"#") || tag.contains(" fill=\"#"),
                "{tag}"
            );
        }
    }
    // An option's colour is that of the light theme.
    assert!(out.contains("stroke=\"#1d6fb8\""));
    assert!(words("<svg") > 5 && words("<table") == 2);
    let again = site.run(&["prerender", "--static", "--root", "www"], out);
    assert_eq!(&again.out, out);
}

#[test]
fn plain_html_shows_all_rows_and_explains_the_letters() {
    let site = Site::demo("static-open");
    let run = |page: &str| {
        site.run(&["prerender", "--static", "--root", "www"], page)
            .out
    };
    let council = run("<results-chart src=/data/made-up-council.json></results-chart>");
    assert_eq!(
        council.matches("<tr>").count(),
        43,
        "a head and 42 candidates"
    );
    let options = (0..200).map(|n| format!(r#"{{"id":"o{n}","kind":"party","name":"N{n}"}}"#));
    let votes = (0..200).map(|n| format!(r#""o{n}":{{"votes":{}}}"#, 1000 - n));
    let long = format!(
        r#"<results-chart><script type="application/json">{{"title":"T","contest":{{"office":"O"}},"options":[{}],"sources":[{{"id":"s","title":"S","publisher":"P","date":"2024"}}],"counts":[{{"id":"c","status":"final","asOf":"2024","source":"s","results":{{{}}}}}]}}</script></results-chart>"#,
        options.collect::<Vec<_>>().join(","),
        votes.collect::<Vec<_>>().join(",")
    );
    let long = run(&long);
    assert!(
        long.contains("190 more") && long.contains("170,145 in total"),
        "what is not there is counted"
    );
    assert!(!long.contains("Show all"));
    let grid = run("<alliance-grid src=/data/alliances.json></alliance-grid>");
    assert!(
        grid.contains(">M</span> member</span>")
            && grid.contains(">?</span> status not given</span>")
    );
    let lists = run("<alliance-grid view=alliances src=/data/alliances.json></alliance-grid>");
    assert!(!lists.contains(">M</span>") && lists.contains("members: China, India"));
    let said =
        run("<observer-map select=osce src=/data/kazakhstan-2022-observers.json></observer-map>");
    assert!(said.contains("lacking competitiveness"));
}

#[test]
fn html_for_a_cms_has_bars_without_svg() {
    let site = Site::demo("static-cms");
    let page = "<results-chart src=/data/kazakhstan-2022.json></results-chart>";
    let ran = site.run(&["prerender", "--static=cms", "--root", "www"], page);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(!ran.out.contains("<svg") && !ran.out.contains("display"));
    assert!(ran.out.contains("<td style=\"width:81%;height:14px;"));
    let feed = site.run(&["prerender", "--static=feed", "--root", "www"], page);
    let plain = site.run(&["prerender", "--static", "--root", "www"], page);
    assert!(feed.out.contains("<svg"));
    assert_eq!(feed.out, plain.out);
    let wrong = site.run(&["prerender", "--static=pdf", "--root", "www"], page);
    assert_eq!(wrong.code, 2, "{}", wrong.said);
}
