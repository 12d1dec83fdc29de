//! Search for widgets in a page, and for the language of each.

use crate::WIDGET;
use crate::pages::{DATA, Site, roots, without};

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
fn html_that_only_looks_like_a_widget_is_not_changed() {
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
fn a_widget_after_confusing_html_is_found() {
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
fn a_widget_without_an_end_tag_is_reported_and_left_unchanged() {
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
            format!("standard input:{line}: results-chart: has no end tag </results-chart>");
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
        ("<html lang=ru><div lang=fr>W", "en"),
        ("<html lang=en><div lang=kk>W", "ru"),
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
fn element_names_can_have_a_prefix() {
    let site = Site::new("prefix");
    let page = format!("<ew-results-chart src=data.json></ew-results-chart>{WIDGET}");
    assert_eq!(roots(&site.filtered(&page)), 1);
    let ran = site.run(&["prerender", "--prefix", "ew-"], &page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 2));
}
