//! Content of the elements after prerendering; the rest of the page stays the same.

use crate::WIDGET;
use crate::pages::{DATA, Site, roots, without};
use std::fs;

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
fn new_data_replaces_old_data_in_a_prerendered_page() {
    let site = Site::new("again");
    let once = site.filtered(WIDGET);
    assert_eq!(site.filtered(&once), once);
    let site = site.with("data.json", DATA.replace("81", "62"));
    let twice = site.filtered(&once);
    assert!(twice.contains("over 62%") && !twice.contains("over 81%"));
    assert_eq!(twice, site.filtered(WIDGET));
    // A second run also replaces a template and a text alternative that were changed by hand.
    let moved = once
        .replace("<template", "\n <template")
        .replace("<p d", " <p class=x d");
    assert_eq!(
        without(&site.filtered(&moved)).replace(['\n', ' '], ""),
        WIDGET.replace(' ', "")
    );
}

#[test]
fn a_fallback_of_the_page_stays_and_no_sentences_are_added() {
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
fn line_endings_and_a_byte_order_mark_stay() {
    let site = Site::new("bytes");
    let page = format!("\u{feff}<p>é\r\n\r\n{WIDGET}\r\n<p>\r \0 x\n\r\n").replace("><", ">\r\n<");
    let out = site.filtered(&page);
    assert_eq!(without(&out), page);
    assert!(out.contains("data.json>") && roots(&out) == 1);
    assert_eq!(site.filtered(&out), out);
}

#[test]
fn two_widgets_on_a_line_are_two() {
    let site = Site::new("two");
    let page = format!("<div>{WIDGET}{WIDGET}</div>");
    let out = site.filtered(&page);
    assert_eq!((roots(&out), without(&out)), (2, page));
}

#[test]
fn data_in_the_page_is_not_written_twice() {
    let site = Site::new("inline");
    let page = format!(
        "<div>\n<alliance-grid></alliance-grid><results-chart>\n<script type=Application/JSON>{DATA}</script></results-chart></div>"
    );
    let ran = site.filter(&page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1));
    assert_eq!(without(&ran.out), page);
    assert_eq!(ran.out.matches("\"kind\"").count(), 1);
    assert!(ran.out.contains("</p>\n<script type=Application/JSON>"));
    let left = "standard input: 1 widget left to scripts, without src or data inside\n";
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
