//! `election-widgets prerender`, run as a newsroom runs it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod pages;

use base64::Engine as _;
use pages::{DATA, Site, roots, without};
use sha2::Digest as _;
use std::fs;

const WIDGET: &str = "<results-chart src=data.json></results-chart>";

#[test]
fn a_widget_gets_its_root_and_its_sentences_and_nothing_else_changes() {
    let site = Site::new("one");
    let page = "<!doctype html>\n<p>Before\n<results-chart\tsrc='data.json' >\n</results-chart >\n<p>After &amp; <b>more";
    let out = site.filtered(page);
    assert_eq!(without(&out), page);
    let start = "<results-chart\tsrc='data.json' ><template shadowrootmode=\"open\"><style>";
    assert!(out.contains(start), "{out}");
    assert!(out.contains("</template><span data-prerendered>A made-up election"));
    assert!(out.contains("over 81%"));
}

#[test]
fn a_second_run_on_every_article_of_the_demo_changes_nothing() {
    let site = Site::demo("demo");
    let first = site.run(&["prerender", "www", "--in-place"], "");
    assert_eq!(first.code, 0, "{}", first.said);
    let written = || {
        let mut pages: Vec<_> = fs::read_dir(site.path("www/articles")).unwrap().collect();
        pages.sort_by_key(|page| page.as_ref().unwrap().path());
        let stamp = |page: std::io::Result<fs::DirEntry>| {
            let path = page.unwrap().path();
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            (path.clone(), time, fs::read_to_string(path).unwrap())
        };
        pages.into_iter().map(stamp).collect::<Vec<_>>()
    };
    let once = written();
    let second = site.run(&["prerender", "www", "--in-place"], "");
    assert_eq!(second.code, 0);
    assert_eq!(second.said.matches("; unchanged").count(), once.len());
    assert_eq!(once, written());
    for (path, _, text) in once {
        let name = path.file_name().unwrap().to_string_lossy();
        let article = fs::read_to_string(
            std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
                .join("www/articles")
                .join(&*name),
        );
        assert_eq!(without(&text), article.unwrap(), "{name}");
        assert!(roots(&text) > 0, "{name}");
        assert!(!text.contains("<p data-prerendered>"), "{name}");
    }
}

#[test]
fn new_data_takes_the_place_of_old() {
    let site = Site::new("again");
    let once = site.filtered(WIDGET);
    assert_eq!(site.filtered(&once), once);
    let site = site.with("data.json", DATA.replace("81", "62"));
    let twice = site.filtered(&once);
    assert!(twice.contains("over 62%") && !twice.contains("over 81%"));
    assert_eq!(twice, site.filtered(WIDGET));
    // What was moved about by hand is put back in its place.
    let moved = once
        .replace("<template", "\n <template")
        .replace("<p d", " <p class=x d");
    assert_eq!(
        without(&site.filtered(&moved)).replace(['\n', ' '], ""),
        WIDGET.replace(' ', "")
    );
}

#[test]
fn a_fallback_of_the_pages_own_stays_and_no_sentences_come_beside_it() {
    let site = Site::new("fallback");
    for own in ["<p>Ada over 81%.</p>", "Ada", "<!-- x --><img src=a.png>"] {
        let out = site.filtered(&WIDGET.replace("><", &format!(">{own}<")));
        assert_eq!(roots(&out), 1);
        assert!(!out.contains("data-prerendered"), "{own}");
        assert!(out.contains(&format!("</template>{own}</results-chart>")));
    }
    for nothing in [" \n", "<!-- x -->", "<script>1</script>", "&nbsp;"] {
        let out = site.filtered(&WIDGET.replace("><", &format!(">{nothing}<")));
        assert!(
            out.contains(&format!("</p>{nothing}</results-chart>")),
            "{nothing}"
        );
    }
}

#[test]
fn line_ends_and_a_mark_of_utf_8_survive() {
    let site = Site::new("bytes");
    let page = format!("\u{feff}<p>é\r\n\r\n{WIDGET}\r\n<p>\r \0 x\n\r\n").replace("><", ">\r\n<");
    let out = site.filtered(&page);
    assert_eq!(without(&out), page);
    assert!(out.contains("data.json>") && roots(&out) == 1);
    assert_eq!(site.filtered(&out), out);
}

#[test]
fn names_and_attributes_are_read_as_a_browser_reads_them() {
    let site = Site::new("attributes")
        .with("a&b c.json", DATA)
        .with("é.json", DATA);
    for tag in [
        "RESULTS-CHART SRC=data.json",
        "Results-Chart\nsRc = \"data.json\"\n",
        "results-chart src='a&amp;b c.json'",
        "results-chart src=\"a&b%20c.json?v=1#x\"",
        "results-chart src=&eacute;.json",
        "results-chart src=&#xe9;.json src=other.json",
        "results-chart src=' data.json '",
        "results-chart title='a > b' src=data.json",
    ] {
        let page = format!("<{tag}></results-chart>");
        let out = site.filtered(&page);
        assert_eq!(roots(&out), 1, "{tag}");
        assert!(out.starts_with(&format!("<{tag}><template")), "{out}");
    }
    let seats = "<results-chart src=data.json theme=&quot;></results-chart>";
    assert_eq!(roots(&site.filtered(seats)), 1);
    let dark = "<results-chart src=data.json theme='&#100;ark'></results-chart>";
    assert!(site.filtered(dark).contains("class=\"ew ew-dark\""));
}

#[test]
fn what_only_looks_like_a_widget_is_not_touched() {
    let site = Site::new("inert");
    let page = format!(
        "<!-- {WIDGET} --><script>'{WIDGET}'</script><textarea>{WIDGET}</textarea>\
         <style>{WIDGET}</style><template>{WIDGET}<template>{WIDGET}</template></template>\
         <x-card><template shadowrootmode=open>{WIDGET}</template></x-card>\
         <noscript>{WIDGET}</noscript><title>{WIDGET}</title><iframe>{WIDGET}</iframe>\
         <svg><results-chart src=data.json></results-chart></svg><p title='{WIDGET}'>\
         <results-charts src=data.json></results-charts><xmp>{WIDGET}</xmp><plaintext>{WIDGET}"
    );
    let ran = site.filter(&page);
    assert_eq!((ran.code, ran.out), (0, page), "{}", ran.said);
    assert_eq!(ran.said, "");
}

#[test]
fn a_widget_after_all_that_is_found() {
    let site = Site::new("after");
    for before in [
        "<!-->",
        "<!-- -- > --!>",
        "<script><!-- <script> </script> --></script>",
        "<svg><style><!-- </style></svg> --></style></svg>",
        "<svg><![CDATA[ <x> ]]></svg>",
        "<textarea>&lt;/textarea></textarea>",
        "<table>",
        "<select><option></select>",
        "<a href='x><b><i></a>'>",
        "<? php >",
        "</p></div><br/>",
        "<b><p></b><i>",
    ] {
        let out = site.filtered(&format!("{before}{WIDGET}"));
        assert_eq!(roots(&out), 1, "{before}");
        assert_eq!(without(&out), format!("{before}{WIDGET}"));
        assert_eq!(site.filtered(&out), out, "{before}");
    }
}

#[test]
fn a_widget_without_an_end_is_told_of_and_left_as_it_was() {
    let site = Site::new("open");
    for (page, line) in [
        ("\n<results-chart src=data.json>\n<p>more", 2),
        ("\n\n<results-chart src=data.json />\n<p>more", 3),
        (
            "<div><results-chart src=data.json></div></results-chart>",
            1,
        ),
        ("<results-chart src=data.json><div></results-chart>", 1),
        (
            "<p><results-chart src=data.json><p>x</p></results-chart>",
            1,
        ),
    ] {
        let ran = site.filter(page);
        assert_eq!((ran.code, ran.out.as_str()), (1, page));
        let wanted =
            format!("standard input:{line}: results-chart: no </results-chart> of its own");
        assert!(ran.said.starts_with(&wanted), "{}", ran.said);
    }
}

#[test]
fn the_nearest_language_is_the_widgets() {
    let site = Site::new("languages");
    let speaks = |page: &str| {
        let out = site.filtered(&page.replace('W', WIDGET));
        if out.contains("lang=\"ru\"") {
            "ru"
        } else {
            "en"
        }
    };
    for (page, language) in [
        ("W", "en"),
        ("<html lang=ru><body>W", "ru"),
        ("<p>x<html lang=RU-kz>W", "ru"),
        ("<html lang=ru><div lang=en>W", "en"),
        ("<html lang=ru><div lang=''>W", "en"),
        ("<html lang=ru><div lang=kk>W", "en"),
        // The second paragraph ends the first, the second item the first.
        ("<p lang=ru>x<p>W", "en"),
        ("<ul><li lang=ru>x<li>W", "en"),
        ("<ul lang=ru><li lang=en>x<li>W", "ru"),
        ("<div lang=ru></div>W", "en"),
    ] {
        assert_eq!(speaks(page), language, "{page}");
    }
    let own = "<div lang=en><results-chart lang=ru src=data.json></results-chart></div>";
    assert_eq!(speaks(own), "ru");
    let ran = site.run(&["prerender", "--lang", "ru"], WIDGET);
    assert!(ran.out.contains("lang=\"ru\""));
}

#[test]
fn two_widgets_on_a_line_are_two() {
    let site = Site::new("two");
    let page = format!("<div>{WIDGET}{WIDGET}</div>");
    let out = site.filtered(&page);
    assert_eq!((roots(&out), without(&out)), (2, page));
}

#[test]
fn names_may_have_something_before_them() {
    let site = Site::new("prefix");
    let page = format!("<ew-results-chart src=data.json></ew-results-chart>{WIDGET}");
    assert_eq!(roots(&site.filtered(&page)), 1);
    let ran = site.run(&["prerender", "--prefix", "ew-"], &page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 2));
}

#[test]
fn data_in_the_page_is_not_carried_twice() {
    let site = Site::new("inline");
    let page = format!(
        "<div>\n<alliance-grid></alliance-grid><results-chart>\n<script type=Application/JSON>{DATA}</script></results-chart></div>"
    );
    let ran = site.filter(&page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1));
    assert_eq!(without(&ran.out), page);
    assert_eq!(ran.out.matches("\"kind\"").count(), 1);
    assert!(ran.out.contains("</p>\n<script type=Application/JSON>"));
    let left = "standard input: 1 widget left to scripts: neither src nor data inside\n";
    assert!(ran.said.starts_with(left), "{}", ran.said);
}

#[test]
fn a_paragraph_around_a_widget_stays_around_it() {
    let site = Site::new("paragraph");
    for (page, name) in [
        ("<p><b>W</b>", "span"),
        ("<p><button>W</button>", "p"),
        ("<p>x<div>W", "p"),
        ("<table><td>W", "p"),
    ] {
        let out = site.filtered(&page.replace('W', WIDGET));
        assert!(
            out.contains(&format!("<{name} data-prerendered>")),
            "{page}"
        );
        assert_eq!(site.filtered(&out), out, "{page}");
    }
}

#[test]
fn one_bad_widget_is_told_of_with_its_line_and_place_and_the_rest_goes_on() {
    let site = Site::new("bad")
        .with("bad.json", DATA.replace("{\"over\": 81}", "\"81%\""))
        .with("not.json", "{\n  \"title\": ,\n}")
        .with("page.html", format!(
            "<div>\n{WIDGET}\n<results-chart src=bad.json><p>x</p></results-chart>\n<results-chart src=none.json></results-chart>\n\
             <results-chart src=not.json></results-chart>\n<results-chart>\n<script type=application/json>{}</script></results-chart>\n{WIDGET}",
            DATA.replace("\"kind\"", "\"knd\"")));
    let ran = site.run(&["prerender", "page.html"], "");
    assert_eq!((ran.code, roots(&ran.out)), (1, 2));
    assert_eq!(without(&ran.out), site.read("page.html"));
    let said: Vec<&str> = ran.said.lines().collect();
    assert_eq!(
        said[..4],
        [
            "page.html:3: results-chart src=bad.json: line 8: counts[0].results.a.percent: expected a quantity, found \"81%\" (write 81, or {\"over\": 81} for \"over 81 %\")",
            "page.html:4: results-chart src=none.json: is not there",
            "page.html:5: results-chart src=not.json: line 2: not JSON: expected value at line 2 column 12",
            "page.html:10: results-chart: options[0].knd: unknown field (did you mean \"kind\"?)",
        ]
    );
}

#[test]
fn a_document_may_begin_with_a_mark_of_utf_8() {
    let site = Site::new("mark").with("marked.json", format!("\u{feff}{DATA}"));
    let out = site.filtered(WIDGET);
    let marked = site.filtered(&WIDGET.replace("data", "marked"));
    assert_eq!(marked, out.replace("src=data", "src=marked"));
    let bad = DATA.replace("\"kind\"", "\"knd\"");
    let site = site.with("marked.json", format!("\u{feff}{bad}"));
    let ran = site.filter(&WIDGET.replace("data", "marked"));
    assert!(
        ran.said.contains("src=marked.json: line 4: options[0].knd"),
        "{}",
        ran.said
    );
}

#[test]
fn warnings_are_told_of_and_end_nothing() {
    let site = Site::new("warnings").with("data.json", DATA.replace("{\"over\": 81}", "181"));
    let ran = site.filter(WIDGET);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1));
    let wanted =
        "standard input:1: warning: results-chart src=data.json: line 8: counts[0].results";
    assert!(ran.said.contains(wanted), "{}", ran.said);
}

#[test]
fn only_files_of_the_site_are_read() {
    let site = Site::new("elsewhere")
        .with("site/articles/page.html", "x")
        .with("site/data.json", DATA);
    for (address, why) in [
        ("https://127.0.0.1/data.json", "is an address elsewhere"),
        ("//127.0.0.1/data.json", "is an address elsewhere"),
        ("../../data.json", "climbs out of"),
        ("/../data.json", "climbs out of"),
        ("%2e%2e/%2e%2e/data.json", "climbs out of"),
        ("", "names no file"),
        (".", "cannot be read: it is a folder"),
    ] {
        let page = format!("<results-chart src='{address}'></results-chart>");
        let site = Site::new("elsewhere")
            .with("site/articles/page.html", &page)
            .with("site/data.json", DATA);
        let ran = site.run(&["prerender", "site", "-o", "out"], "");
        assert_eq!(ran.code, 1, "{address}");
        assert!(ran.said.contains(why), "{}", ran.said);
        assert_eq!(site.read("out/articles/page.html"), page);
    }
    let ran = site.run(
        &["prerender"],
        "<results-chart src=/data.json></results-chart>",
    );
    assert!(ran.said.contains("begins with / and no site is named"));
    let page = "<results-chart src=/data.json></results-chart><results-chart src=data.json></results-chart>";
    let ran = site.run(&["prerender", "--root", "site"], page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 2), "{}", ran.said);
    let ran = site.run(
        &["prerender", "site/articles/page.html", "--root", "other"],
        "",
    );
    assert_eq!(ran.code, 2);
}

#[test]
fn a_policy_with_the_styles_hashes_allows_what_stands_in_any_page_of_the_kind() {
    let site = Site::new("hash");
    let plain = site.filter(WIDGET);
    let said = plain
        .said
        .strip_prefix("the styles' hashes, for style-src: ");
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
fn a_map_has_its_shapes_from_beside_the_pages_script_or_from_the_command() {
    let map = "<observer-map src=/data/made-up-observers.json></observer-map>";
    let site = Site::demo("maps");
    let run = |page: &str| site.run(&["prerender", "--root", "www"], page);
    let beside = run(&format!(
        "<script type=module src='election-widgets.js?v=1'></script>{map}"
    ));
    assert!(
        beside
            .said
            .contains("maps from www/geo, beside the page's election-widgets.js")
    );
    let own = run(map);
    assert!(
        own.said
            .contains("maps from this command itself: the page loads no election-widgets.js")
    );
    let far = run(&format!(
        "<script src=https://127.0.0.1/election-widgets.js></script>{map}"
    ));
    assert!(
        far.said
            .contains("election-widgets.js is an address elsewhere")
    );
    assert!(beside.out.ends_with(&own.out));
    assert!(own.out.contains("ew-map-picture"));
    fs::remove_file(site.path("www/geo/central-asia-2018.json")).unwrap();
    let gone = run(&format!("<script src=/election-widgets.js></script>{map}"));
    assert_eq!((gone.code, roots(&gone.out)), (1, 0));
    assert!(
        gone.said.contains("area: central-asia-2018 is not there"),
        "{}",
        gone.said
    );
}

#[test]
fn a_map_of_the_pages_own_is_read_from_where_the_page_says() {
    let document = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/data/made-up-observers.json"
    ));
    let own = document.unwrap().replace(
        "\"area\": \"central-asia-2018\"",
        "\"area\": {\"url\": \"../geo/central-asia-2018.json\", \"credit\": \"x\"}",
    );
    let site = Site::demo("own-map").with("www/data/own.json", own);
    let page = "<base href=/articles/><observer-map src=../data/own.json></observer-map>";
    let ran = site.run(&["prerender", "--root", "www"], page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1), "{}", ran.said);
    let elsewhere = "<observer-map src=data/own.json></observer-map>";
    let ran = site.run(&["prerender", "--root", "www"], elsewhere);
    assert_eq!(ran.code, 1);
    assert!(
        ran.said
            .contains("area.url: ../geo/central-asia-2018.json climbs out of www"),
        "{}",
        ran.said
    );
}

#[test]
fn a_folder_is_written_with_its_paths_and_each_page_is_told_of() {
    let site = Site::new("folder")
        .with("site/a.html", WIDGET.replace("data", "../site/data"))
        .with("site/b/c.HTM", "<p>no widget")
        .with("site/b/d.html", WIDGET.replace("data.json", "/data.json"))
        .with("site/.hidden/e.html", WIDGET)
        .with("site/data.json", DATA)
        .with("site/picture.png", b"\x89PNG");
    let ran = site.run(
        &["prerender", "site", "--root", "site", "-o", "site/out"],
        "",
    );
    let said: Vec<&str> = ran.said.lines().collect();
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        said[0]
            .starts_with("site/a.html:1: results-chart src=../site/data.json: climbs out of site")
    );
    assert_eq!(
        said[1..5],
        [
            "site/a.html: 0 widgets",
            "site/b/c.HTM: 0 widgets",
            "site/b/d.html: 1 widget",
            "3 pages, 1 widget, 1 problem",
        ]
    );
    assert_eq!(roots(&site.read("site/out/b/d.html")), 1);
    assert_eq!(site.read("site/out/b/c.HTM"), "<p>no widget");
    assert!(!site.path("site/out/data.json").exists());
    assert!(!site.path("site/out/.hidden").exists());
    let quiet = site.run(
        &[
            "prerender",
            "site/b",
            "--root",
            "site",
            "-o",
            "site/out",
            "-q",
        ],
        "",
    );
    assert_eq!((quiet.code, quiet.said.as_str()), (0, ""));
    let none = site.run(&["prerender", "site/.hidden/..", "a.html"], "");
    assert_eq!(none.code, 2);
}

#[test]
fn pages_that_are_named_go_where_they_are_told_to() {
    let site = Site::new("named")
        .with("a.html", WIDGET)
        .with("b/c.html", WIDGET.replace("data", "../data"));
    let both = ["prerender", "a.html", "b/c.html"];
    let nowhere = site.run(&both, "");
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.said.contains("-o FOLDER"), "{}", nowhere.said);
    assert_eq!(site.run(&[&both[..], &["-o", "out"]].concat(), "").code, 0);
    assert_eq!(
        roots(&site.read("out/a.html")) + roots(&site.read("out/b/c.html")),
        2
    );
    assert_eq!(
        site.run(&["prerender", "a.html", "-o", "one.html"], "")
            .code,
        0
    );
    assert_eq!(site.read("one.html"), site.read("out/a.html"));
    assert_eq!(site.run(&["prerender", "a.html", "-o", "new/"], "").code, 0);
    assert_eq!(site.read("new/a.html"), site.read("out/a.html"));
    let over = site.run(&["prerender", "b", "-o", "b"], "");
    assert_eq!(
        (over.code, roots(&site.read("b/c.html"))),
        (2, 0),
        "{}",
        over.said
    );
    let twice = site.run(&["prerender", "b/c.html", "./b/c.html", "-o", "x"], "");
    assert_eq!(twice.code, 2, "{}", twice.said);
    let left: Vec<_> = fs::read_dir(site.path("out")).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing else is left behind");
}

#[test]
fn a_page_that_is_no_utf_8_is_refused_and_the_rest_goes_on() {
    let site = Site::new("charset")
        .with("a.html", b"<p>\n\xe9")
        .with("b.html", format!("<meta charset=windows-1251>{WIDGET}"))
        .with(
            "c.html",
            format!("<meta http-equiv=Content-Type content='text/html; charset=UTF-8'>{WIDGET}"),
        );
    let ran = site.run(
        &[
            "prerender",
            "a.html",
            "b.html",
            "c.html",
            "none.html",
            "-o",
            "out",
        ],
        "",
    );
    assert_eq!(ran.code, 2);
    assert!(
        ran.said.contains("a.html: is not UTF-8 (line 2)"),
        "{}",
        ran.said
    );
    assert!(
        ran.said.contains("b.html: says that it is in windows-1251"),
        "{}",
        ran.said
    );
    assert!(ran.said.contains("none.html: is not there"), "{}", ran.said);
    assert!(
        ran.said.contains("4 pages, 1 widget, 3 problems"),
        "{}",
        ran.said
    );
    assert_eq!(roots(&site.read("out/c.html")), 1);
    assert!(!site.path("out/a.html").exists());
}

#[cfg(unix)]
#[test]
fn a_page_keeps_its_rights_and_a_link_to_it_stays_one() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let site = Site::new("rights").with("real/a.html", WIDGET.replace("data", "../data"));
    fs::set_permissions(site.path("real/a.html"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::create_dir(site.path("site")).unwrap();
    symlink("../real/a.html", site.path("site/a.html")).unwrap();
    assert_eq!(
        site.run(&["prerender", "site/a.html", "--in-place"], "")
            .code,
        0
    );
    assert_eq!(roots(&site.read("real/a.html")), 1);
    assert!(
        fs::symlink_metadata(site.path("site/a.html"))
            .unwrap()
            .is_symlink()
    );
    let mode = fs::metadata(site.path("real/a.html"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(
        site.run(&["prerender", "site/a.html", "-o", "/dev/null"], "")
            .code,
        0
    );
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn what_is_not_understood_ends_with_2_and_help_has_an_example() {
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

#[test]
fn the_plain_form_has_a_style_at_each_part_and_no_script_control_or_class() {
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
        // What a mission opens to: its line stands for it where nothing opens.
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
fn the_plain_form_leaves_nothing_closed_and_names_what_letters_stand_for() {
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
        long.contains("190 others") && long.contains("together 170,145"),
        "what is not there is counted"
    );
    assert!(!long.contains("Show all"));
    let grid = run("<alliance-grid src=/data/alliances.json></alliance-grid>");
    assert!(
        grid.contains(
            ">M member · O observer · D dialogue partner · ? belongs, kind not stated</p>"
        )
    );
    assert!(grid.contains(">CSTO</th>"));
    let lists = run("<alliance-grid view=alliances src=/data/alliances.json></alliance-grid>");
    assert!(!lists.contains("M member") && lists.contains("members: China, India"));
    let said =
        run("<observer-map select=osce src=/data/kazakhstan-2022-observers.json></observer-map>");
    assert!(said.contains("lacking competitiveness"));
}
