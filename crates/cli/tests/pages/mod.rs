//! A site in a folder of its own, and the command run in it.
#![allow(clippy::expect_used, clippy::panic, dead_code)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A document of one figure.
pub const DATA: &str = r#"{
  "title": "A made-up election",
  "contest": {"office": {"en": "President", "ru": "Президент"}},
  "options": [{"id": "a", "kind": "candidate", "name": "Ada"}],
  "counts": [
    {
      "id": "c", "status": "preliminary", "asOf": "2022-11-21", "source": "s",
      "results": {"a": {"percent": {"over": 81}}}
    }
  ],
  "sources": [{"id": "s", "title": "A report", "publisher": "A paper", "date": "2022-11-21"}]
}
"#;

pub struct Site(PathBuf);

/// The output and messages of the command.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub said: String,
}

impl Site {
    /// An empty site, but for `data.json`.
    pub fn new(name: &str) -> Site {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder can be made");
        Site(folder).with("data.json", DATA)
    }

    /// The demo, as a site.
    pub fn demo(name: &str) -> Site {
        let site = Site::new(name);
        copy(
            &Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("www"),
            &site.path("www"),
        );
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Site {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
        self
    }

    pub fn read(&self, path: &str) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Runs `election-widgets` in the site's folder.
    pub fn run(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command is built");
        let mut stdin = child.stdin.take().expect("it reads");
        // A command that refuses early does not read on.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        Ran {
            code: output.status.code().expect("it ends by itself"),
            out: String::from_utf8(output.stdout).expect("pages are text"),
            said: String::from_utf8(output.stderr).expect("messages are text"),
        }
    }

    /// Prerenders a page that comes in by standard input.
    pub fn filter(&self, page: &str) -> Ran {
        self.run(&["prerender"], page)
    }

    /// The same, where all is well.
    pub fn filtered(&self, page: &str) -> String {
        let ran = self.filter(page);
        assert_eq!(ran.code, 0, "{}", ran.said);
        ran.out
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("it is there") {
        let path = entry.expect("it is readable").path();
        let target = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("it can be copied");
        }
    }
}

/// A page without what prerendering put into it.
pub fn without(page: &str) -> String {
    let cuts = [
        ("<template shadowrootmode=\"open\">", "</template>"),
        ("<p data-prerendered>", "</p>"),
        ("<span data-prerendered>", "</span>"),
    ];
    cuts.iter().fold(page.to_owned(), |page, (from, to)| {
        let mut kept = String::new();
        let mut rest = page.as_str();
        while let Some((before, after)) = rest.split_once(from) {
            kept.push_str(before);
            rest = after.split_once(to).expect("it ends").1;
        }
        kept + rest
    })
}

/// How many widgets are prerendered in a page.
pub fn roots(page: &str) -> usize {
    page.matches("<template shadowrootmode=\"open\">").count()
}
