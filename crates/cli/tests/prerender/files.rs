//! Pages as files: folders, output paths, encodings, permissions.

use crate::WIDGET;
use crate::pages::{DATA, Site, roots};
use std::fs;

#[test]
fn pages_of_a_folder_keep_their_paths_and_each_has_a_line_in_the_report() {
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
        said[0].starts_with("site/a.html:1: results-chart src=../site/data.json: is outside site")
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
fn named_pages_are_written_to_the_output_folder() {
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
        ran.said.contains("b.html: is in windows-1251"),
        "{}",
        ran.said
    );
    assert!(
        ran.said.contains("none.html: does not exist"),
        "{}",
        ran.said
    );
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
fn a_written_page_keeps_its_permissions_and_a_symbolic_link_stays_one() {
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

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A site beside a folder with files that are not the site's.
    fn beside(name: &str, page: &str) -> Site {
        let site = Site::new(name)
            .with("private/data.json", DATA)
            .with("private/page.html", WIDGET)
            .with("site/data.json", DATA)
            .with("site/page.html", page);
        fs::create_dir_all(site.path("site/inner")).unwrap();
        site
    }

    #[test]
    fn a_document_behind_a_link_out_of_the_site_is_refused() {
        for (link, to, src) in [
            ("out.json", "../private/data.json", "out.json"),
            ("out", "../private", "out/data.json"),
            ("inner/out.json", "../out.json", "/inner/out.json"),
        ] {
            let site = beside("link-data", &WIDGET.replace("data.json", src));
            symlink("../private/data.json", site.path("site/out.json")).unwrap();
            let _ = symlink(to, site.path("site").join(link));
            let ran = site.run(&["prerender", "site", "-o", "made"], "");
            assert_eq!(ran.code, 1, "{}", ran.said);
            let told = format!("results-chart src={src}: is outside site (name the site's folder");
            assert!(ran.said.contains(&told), "{}", ran.said);
            assert_eq!(roots(&site.read("made/page.html")), 0);
        }
    }

    #[test]
    fn a_link_that_stays_in_the_site_is_followed() {
        let site = beside("link-within", &WIDGET.replace("data.json", "inner/in.json"));
        symlink("../data.json", site.path("site/inner/in.json")).unwrap();
        let ran = site.run(&["prerender", "site", "-o", "made"], "");
        assert_eq!((ran.code, roots(&site.read("made/page.html"))), (0, 1));
    }

    #[test]
    fn a_page_that_is_a_link_out_of_the_site_is_neither_read_nor_written() {
        let site = beside("link-page", WIDGET);
        symlink("../private/page.html", site.path("site/other.html")).unwrap();
        let ran = site.run(&["prerender", "site", "--in-place"], "");
        assert_eq!(ran.code, 2);
        let told = "site/other.html: is a link to a file outside site";
        assert!(ran.said.contains(told), "{}", ran.said);
        assert_eq!(site.read("private/page.html"), WIDGET);
        assert_eq!(roots(&site.read("site/page.html")), 1);
    }

    #[test]
    fn a_map_behind_a_link_out_of_the_site_is_refused() {
        let site = Site::demo("link-map");
        let maps = site.path("www/geo");
        fs::rename(&maps, site.path("maps")).unwrap();
        symlink("../maps", &maps).unwrap();
        let page = r#"<script src="/election-widgets.js" type="module"></script>
<observer-map src="/data/made-up-observers.json"></observer-map>"#;
        let site = site.with("www/page.html", page);
        let ran = site.run(&["prerender", "www/page.html", "--root", "www"], "");
        assert_eq!((ran.code, roots(&ran.out)), (1, 0), "{}", ran.said);
        assert!(ran.said.contains("is outside www"), "{}", ran.said);
    }
}

#[test]
fn a_page_without_a_root_reads_nothing_outside_the_folder_that_the_command_runs_in() {
    let site = Site::new("no-root/work").with("a/page.html", WIDGET.replace("data", "../data"));
    assert_eq!(site.run(&["prerender", "a/page.html"], "").code, 0);
    fs::write(site.path("../data.json"), DATA).unwrap();
    let out = WIDGET.replace("data", "../../data");
    let site = site.with("a/out.html", &out).with("../page.html", &out);
    for (page, folder) in [("a/out.html", "the working folder"), ("../page.html", "..")] {
        let ran = site.run(&["prerender", page], "");
        assert_eq!((ran.code, roots(&ran.out)), (1, 0), "{}", ran.said);
        let told = format!("is outside {folder} (name the site's folder: --root FOLDER)");
        assert!(ran.said.contains(&told), "{}", ran.said);
    }
    let filter = site.filter(&WIDGET.replace("data", "../data"));
    assert!(
        filter.said.contains("is outside the working folder"),
        "{}",
        filter.said
    );
}

#[test]
fn what_a_run_that_was_killed_has_left_beside_a_page_is_removed_by_the_next() {
    let left = [
        "site/.page.html.4711",
        "site/.page.html.1784000000000000000",
    ];
    let kept = [
        "site/.page.html.bak",
        "site/.other.html.4711",
        "site/.page.html.4712",
    ];
    let mut site = Site::new("left-behind")
        .with("site/page.html", WIDGET)
        .with("site/data.json", DATA);
    for name in left.iter().chain(&kept) {
        site = site.with(name, "half a page");
    }
    let hour = std::time::Duration::from_secs(3600);
    for name in left.iter().chain(&kept[..2]) {
        let file = fs::File::options()
            .write(true)
            .open(site.path(name))
            .unwrap();
        file.set_modified(std::time::SystemTime::now() - hour)
            .unwrap();
    }
    assert_eq!(site.run(&["prerender", "site", "--in-place"], "").code, 0);
    assert!(left.iter().all(|name| !site.path(name).exists()));
    // The last of them may be of a run that is at work now.
    assert!(kept.iter().all(|name| site.path(name).exists()));
}
