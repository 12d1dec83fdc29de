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
