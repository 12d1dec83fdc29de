//! Addresses of the web, as far as pages are put together from them.

/// The address of a folder, which ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folder(String);

/// Hosts of one's own machine, which have no certificate.
const OWN: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Letters of an address that need no escape in HTML, JSON or a script.
const PLAIN: &str = "-._~%!$*+,;:@/[]";

impl Folder {
    /// Reads the address of a folder.
    ///
    /// # Errors
    /// How to write it.
    pub(super) fn read(text: &str, flag: &str) -> Result<Folder, String> {
        let wrong = |why: &str| {
            format!("{flag} {text}: {why}; write it as https://news.example/elections/")
        };
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        let scheme = scheme.to_ascii_lowercase();
        if !["https", "http"].contains(&scheme.as_str()) {
            return Err(wrong("it does not begin with https://"));
        }
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (host, port) = host_and_port(authority, &scheme).map_err(wrong)?;
        if scheme == "http" && !OWN.contains(&host.as_str()) {
            return Err(wrong(
                "pages over https show no frame over http, which only 127.0.0.1 and localhost may have",
            ));
        }
        if text.contains(['?', '#']) {
            return Err(wrong(
                "the names of files come after it, so it cannot have ? or #",
            ));
        }
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || PLAIN.contains(letter);
        if let Some(letter) = text.chars().find(|letter| !is_plain(*letter)) {
            return Err(wrong(&format!(
                "it has {letter:?}, which an address writes in another form: copy it from a browser"
            )));
        }
        let lower = path.to_ascii_lowercase();
        if ["%2f", "%5c"].iter().any(|slash| lower.contains(slash)) {
            return Err(wrong("it has a slash in the form %2f or %5c"));
        }
        let parts = lower.replace("%2e", ".");
        if parts.split('/').any(|part| matches!(part, "." | "..")) {
            return Err(wrong("it has a part . or .."));
        }
        let slash = if path.is_empty() || path.ends_with('/') {
            ""
        } else {
            "/"
        };
        Ok(Folder(format!("{scheme}://{host}{port}/{path}{slash}")))
    }

    /// The address of a file in the folder.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// The address that `address` has in a page of the folder.
    pub(super) fn resolve(&self, address: &str) -> String {
        let before_slash = address.split('/').next().unwrap_or_default();
        if before_slash.contains(':') {
            address.to_owned()
        } else if address.starts_with("//") {
            let scheme = self.0.split("//").next().unwrap_or_default();
            format!("{scheme}{address}")
        } else if address.starts_with('/') {
            format!("{}{address}", self.site())
        } else {
            self.file(address.trim_start_matches("./"))
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of the site, without a path.
    pub(super) fn site(&self) -> &str {
        let start = self.0.find("//").map_or(0, |place| place + 2);
        let end = self.0.get(start..).and_then(|rest| rest.find('/'));
        end.and_then(|end| self.0.get(..start + end))
            .unwrap_or(&self.0)
    }

    /// The name of the host.
    pub(super) fn host(&self) -> &str {
        self.site().rsplit('/').next().unwrap_or_default()
    }
}

/// The host and the port with its colon, as a browser writes them: in small letters, and without the usual port.
///
/// # Errors
/// A browser would read another host.
fn host_and_port(authority: &str, scheme: &str) -> Result<(String, String), &'static str> {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if is_port(port) => (host, port.trim_start_matches('0')),
        _ => (authority, ""),
    };
    if host.is_empty() || authority.contains('@') {
        return Err("it needs a host, without a name or password before it");
    }
    // A browser decodes %41, and reads 127.1 as 127.0.0.1.
    let last = host.trim_end_matches('.').rsplit('.').next();
    let is_number = last.is_some_and(|last| last.starts_with(|first: char| first.is_ascii_digit()));
    let is_whole = host.parse::<std::net::Ipv4Addr>().is_ok();
    if host.contains('%') || (is_number && !is_whole) {
        return Err("its host has another form in browsers");
    }
    let usual = if scheme == "https" { "443" } else { "80" };
    let port = match port {
        "" => String::new(),
        port if port == usual => String::new(),
        port if port.parse::<u16>().is_ok() => format!(":{port}"),
        _ => return Err("its port is above 65535"),
    };
    Ok((host.to_ascii_lowercase(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_needs_https_unless_it_is_the_own_machine() {
        for good in [
            "https://news.example/ew",
            "http://127.0.0.1:8000/",
            "http://localhost",
            "https://news.example:8443/a%20b/",
        ] {
            assert!(Folder::read(good, "--base").is_ok(), "{good}");
        }
        for bad in [
            "http://news.example/",
            "http://127.0.0.1.evil.example/",
            "news.example",
            "https:///ew",
            "https://me@news.example/",
            "https://news.example/?a",
            "https://news.example/\"x",
            "https://news.example/a/../b/",
            "ftp://news.example/",
        ] {
            let said = Folder::read(bad, "--base").unwrap_err();
            assert!(said.starts_with(&format!("--base {bad}: ")), "{said}");
        }
        for (bad, why) in [
            ("https://news.example/?page=1", "it cannot have ? or #"),
            ("https://news.example/#top", "it cannot have ? or #"),
            ("https://news.example/a b/", "it has ' ', which"),
            ("https://новости.example/", "it has 'н', which"),
        ] {
            let said = Folder::read(bad, "--base").unwrap_err();
            assert!(said.contains(why), "{said}");
        }
    }

    #[test]
    fn files_stand_in_the_folder_with_or_without_its_slash() {
        for text in ["https://news.example/ew", "https://news.example/ew/"] {
            let folder = Folder::read(text, "--base").unwrap();
            assert_eq!(folder.file("a.html"), "https://news.example/ew/a.html");
            assert_eq!(folder.site(), "https://news.example");
            assert_eq!(folder.host(), "news.example");
        }
    }

    #[test]
    fn an_address_is_written_as_browsers_write_it() {
        for (text, written) in [
            (
                "HTTPS://Data.Example/Results",
                "https://data.example/Results/",
            ),
            ("https://data.example:443/", "https://data.example/"),
            ("https://data.example:0443", "https://data.example/"),
            (
                "https://data.example:08443/a/",
                "https://data.example:8443/a/",
            ),
            ("http://localhost:80/", "http://localhost/"),
            ("https://127.0.0.1/", "https://127.0.0.1/"),
        ] {
            let folder = Folder::read(text, "--allow").map(|folder| folder.0);
            assert_eq!(folder.as_deref(), Ok(written), "{text}");
        }
        for other in [
            "https://127.1/",
            "https://d%61ta.example/",
            "https://data.example:99999/",
            "https://data.example/a/%2e%2E/",
            "https://data.example/a%2fb/",
        ] {
            assert!(Folder::read(other, "--allow").is_err(), "{other}");
        }
    }

    #[test]
    fn an_address_in_a_page_becomes_one_that_other_sites_can_use() {
        let folder = Folder::read("https://news.example/ew", "--base").unwrap();
        for (address, expected) in [
            ("https://a.example/b.png", "https://a.example/b.png"),
            ("data:image/png;base64,AA", "data:image/png;base64,AA"),
            ("//a.example/b.png", "https://a.example/b.png"),
            ("/b.png", "https://news.example/b.png"),
            ("b/c.png", "https://news.example/ew/b/c.png"),
            ("./b.png", "https://news.example/ew/b.png"),
        ] {
            assert_eq!(folder.resolve(address), expected);
        }
    }
}
