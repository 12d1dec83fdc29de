//! The rules of WordPress' filter for the posts of authors without further rights: `wp_kses_post` and
//! `safecss_filter_attr`.
//!
//! Read in `src/wp-includes/kses.php` of WordPress/wordpress-develop at version 6.6 (commit 00173ee). Two rules are stricter here than there: values with `url(` or a gradient are dropped, and an
//! attribute `data-*` has one word. What passes here passes there.

/// The elements of `$allowedposttags`, without `object`, which holds PDF files of the site.
const ELEMENTS: &str = "address a abbr acronym area article aside audio b bdo big blockquote br button caption cite \
    code col colgroup del dd dfn details div dl dt em fieldset figure figcaption font footer h1 h2 h3 h4 h5 h6 header \
    hgroup hr i img ins kbd label legend li main map mark menu nav p pre q rb rp rt rtc ruby s samp span section \
    small strike strong sub summary sup table tbody td textarea tfoot th thead title tr track tt u ul ol var video";

/// Attributes that every element may have, and `data-*` (`_wp_add_global_attributes`).
const GLOBAL: &str = "aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label \
    aria-labelledby aria-live class dir hidden id lang style title role xml:lang";

/// Attributes of single elements, of those that texts, tables and pictures have.
const OWN: [(&str, &str); 13] = [
    ("a", "href rel rev name target"),
    ("blockquote", "cite"),
    ("col", "align char charoff span valign width"),
    ("div", "align"),
    (
        "img",
        "alt align border height hspace loading longdesc vspace src usemap width",
    ),
    ("li", "align value"),
    ("ol", "start type reversed"),
    ("p", "align"),
    ("span", "align"),
    (
        "table",
        "align bgcolor border cellpadding cellspacing rules summary width",
    ),
    (
        "td",
        "abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width",
    ),
    (
        "th",
        "abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width",
    ),
    ("tr", "align bgcolor char charoff valign"),
];

/// The properties that `style` may have. `display` and `white-space` are not among them.
const PROPERTIES: &str = "background background-color background-image background-position background-repeat \
    background-size background-attachment background-blend-mode \
    border border-radius border-width border-color border-style \
    border-right border-right-color border-right-style border-right-width \
    border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style \
    border-bottom-width border-left border-left-color border-left-style border-left-width \
    border-top border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width \
    border-spacing border-collapse caption-side \
    columns column-count column-fill column-gap column-rule column-span column-width \
    color filter font font-family font-size font-style font-variant font-weight letter-spacing line-height \
    text-align text-decoration text-indent text-transform \
    height min-height max-height width min-width max-width \
    margin margin-right margin-bottom margin-left margin-top \
    margin-block-start margin-block-end margin-inline-start margin-inline-end \
    padding padding-right padding-bottom padding-left padding-top \
    padding-block-start padding-block-end padding-inline-start padding-inline-end \
    flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap gap row-gap \
    grid-template-columns grid-auto-columns grid-column-start grid-column-end grid-column grid-column-gap \
    grid-template-rows grid-auto-rows grid-row-start grid-row-end grid-row grid-row-gap grid-gap \
    justify-content justify-items justify-self align-content align-items align-self \
    clear cursor direction float list-style-type object-fit object-position overflow vertical-align writing-mode \
    position top right bottom left z-index box-shadow aspect-ratio container-type";

/// The functions that a value may have if their parentheses are closed; before version 5.8 none.
const FUNCTIONS: [&str; 7] = ["var", "calc", "minmax", "min", "max", "clamp", "repeat"];

/// Attributes whose value is an address (`wp_kses_uri_attributes`).
const ADDRESSES: &str = "action archive background cite classid codebase data formaction href icon longdesc manifest \
    poster profile src usemap xmlns";

/// The schemes that an address may have (`wp_allowed_protocols`).
const SCHEMES: &str = "http https ftp ftps mailto news irc irc6 ircs gopher nntp feed telnet mms rtsp sms svn tel fax \
    xmpp webcal urn";

/// Named characters, of those that are of use here.
const NAMED: &str = "amp lt gt quot apos nbsp thinsp ndash mdash hellip laquo raquo shy middot";

fn is_one(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// The elements and attributes that a filter keeps.
pub struct Rules {
    pub has_element: fn(&str) -> bool,
    pub has_attribute: fn(&str, &str) -> bool,
}

/// The rules of posts.
const POST: Rules = Rules {
    has_element: |tag| is_one(ELEMENTS, tag),
    has_attribute: |tag, name| {
        let own = OWN.iter().find(|(element, _)| *element == tag);
        let is_data = name.strip_prefix("data-").is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        is_data || is_one(GLOBAL, name) || own.is_some_and(|(_, names)| is_one(names, name))
    },
};

/// The rest that the filter leaves of a post.
pub fn kses(html: &str) -> String {
    filter(html, &POST)
}

/// The rest that the filter leaves of HTML.
pub fn filter(html: &str, rules: &Rules) -> String {
    let html: String = html
        .chars()
        .filter(|one| !one.is_control() || matches!(one, '\t' | '\n' | '\r'))
        .collect();
    let html = entities(&html);
    let (mut left, mut rest) = (String::new(), html.as_str());
    while let Some(at) = rest.find(['<', '>']) {
        left.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('>') {
            left.push_str("&gt;");
            rest = after;
        } else if let Some(after) = rest.strip_prefix("<!--") {
            let (inside, after) = after.split_once("-->").unwrap_or((after, ""));
            left.push_str(&comment(inside, rules));
            rest = after;
        } else {
            let (tag, after) = rest[1..].split_once('>').unwrap_or((&rest[1..], ""));
            left.push_str(&filtered(tag, rules));
            rest = after;
        }
    }
    left + rest
}

/// A comment stays, filtered until nothing changes any more, and without two dashes in a row.
fn comment(inside: &str, rules: &Rules) -> String {
    let mut inside = inside.to_owned();
    loop {
        let next = filter(&inside, rules);
        if next == inside {
            break;
        }
        inside = next;
    }
    while inside.contains("--") {
        inside = inside.replace("--", "-");
    }
    if inside.is_empty() {
        String::new()
    } else {
        format!("<!--{}-->", inside.trim_end_matches('-'))
    }
}

/// Writes each `&` that begins no character reference as `&amp;`, and decimal references with three digits at least.
fn entities(html: &str) -> String {
    let mut pieces = html.split('&');
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let reference = piece.split_once(';').map(|(name, after)| {
            let digits = name
                .strip_prefix('#')
                .filter(|number| number.parse::<u32>().is_ok());
            let is_hex = name
                .strip_prefix("#x")
                .is_some_and(|number| u32::from_str_radix(number, 16).is_ok());
            match digits {
                Some(digits) => Some(format!("&#{:0>3};{after}", digits.trim_start_matches('0'))),
                None if is_hex || is_one(NAMED, name) => Some(format!("&{piece}")),
                None => None,
            }
        });
        left.push_str(
            &reference
                .flatten()
                .unwrap_or_else(|| format!("&amp;{piece}")),
        );
    }
    left
}

fn filtered(tag: &str, rules: &Rules) -> String {
    let (is_end, tag) = match tag.trim_start().strip_prefix('/') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, tag.trim_start()),
    };
    let end = tag
        .find(|one: char| !one.is_ascii_alphanumeric() && one != '-')
        .unwrap_or(tag.len());
    let (name, rest) = tag.split_at(end);
    let lower = name.to_ascii_lowercase();
    if !(rules.has_element)(&lower) {
        return String::new();
    }
    if is_end {
        return format!("</{name}>");
    }
    let (rest, slash) = match rest.trim_end().strip_suffix('/') {
        Some(rest) => (rest, " /"),
        None => (rest, ""),
    };
    let mut kept = format!("<{name}");
    let mut before: Vec<String> = Vec::new();
    for (attribute, value) in attributes(rest) {
        let known = attribute.to_ascii_lowercase();
        let is_kept = (rules.has_attribute)(&lower, &known) && !before.contains(&known);
        let value = value.map(|value| match known.as_str() {
            "style" => safe_css(value),
            _ if is_one(ADDRESSES, &known) => address(value),
            _ => value.to_owned(),
        });
        before.push(known.clone());
        match value {
            Some(value) if is_kept && (known != "style" || !value.is_empty()) => {
                let value = value.replace(['<', '>'], "");
                kept.push_str(&format!(" {attribute}=\"{value}\""));
            }
            None if is_kept && known != "style" => kept.push_str(&format!(" {attribute}")),
            _ => {}
        }
    }
    format!("{kept}{slash}>")
}

/// The attributes of a start tag. One without a value has `None`; what is no attribute is left out up to the next space.
fn attributes(tag: &str) -> Vec<(&str, Option<&str>)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start();
    while !rest.is_empty() {
        let is_name =
            |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | ':' | '.');
        let end = rest.find(|one| !is_name(one)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let starts_well = name.starts_with(|one: char| one.is_ascii_alphabetic() || one == '_');
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        rest = match (starts_well, value) {
            (true, Some(value)) => {
                let quote = value.chars().next().filter(|one| matches!(one, '"' | '\''));
                let inside = match quote {
                    Some(quote) => value[1..].split_once(quote),
                    None => Some(value.split_once(char::is_whitespace).unwrap_or((value, ""))),
                };
                let (value, after) = inside.unwrap_or(("", ""));
                found.push((name, Some(value)));
                after.trim_start()
            }
            (true, None) if after.is_empty() || after.starts_with(char::is_whitespace) => {
                found.push((name, None));
                after.trim_start()
            }
            _ => rest
                .split_once(char::is_whitespace)
                .map_or("", |(_, after)| after.trim_start()),
        };
    }
    found
}

/// An address without the schemes in front that it may not have (`wp_kses_bad_protocol`).
fn address(value: &str) -> String {
    match value.split_once(':') {
        Some((scheme, rest)) if !scheme.contains("/?") => {
            let scheme = scheme.replace(char::is_whitespace, "").to_ascii_lowercase();
            if is_one(SCHEMES, &scheme) {
                format!("{scheme}:{}", rest.trim())
            } else {
                address(rest.trim())
            }
        }
        _ => value.to_owned(),
    }
}

/// The declarations that `safecss_filter_attr` keeps.
fn safe_css(style: &str) -> String {
    let kept = style.split(';').map(str::trim).filter(|one| {
        let is_known = one.split_once(':').is_none_or(|(property, _)| {
            property.starts_with("--") || is_one(PROPERTIES, property.trim())
        });
        let test = without_functions(one);
        !one.is_empty()
            && is_known
            && !test.contains(['\\', '(', '&', '=', '}'])
            && !test.contains("/*")
    });
    kept.collect::<Vec<_>>().join(";")
}

/// A declaration without the functions that it may have.
fn without_functions(declaration: &str) -> String {
    let mut text = declaration.to_owned();
    for name in FUNCTIONS {
        while let Some(start) = text.find(&format!("{name}(")) {
            let open = start + name.len();
            let mut depth = 0;
            let end = text[open..].find(|one| {
                depth += i32::from(one == '(') - i32::from(one == ')');
                depth == 0
            });
            let Some(end) = end else { return text };
            text.replace_range(start..=open + end, "");
        }
    }
    text
}

#[test]
fn the_filter_takes_away_what_it_does_not_know() {
    for (html, left) in [
        (
            "<figure class=\"a\"><svg width=\"1\"><path d=\"M0 0\"></path></svg><p style=\"display:block;\
             color:rgb(1,2,3);width:50%;\" onclick=\"x\">A</p><bdi>B</bdi></figure>",
            "<figure class=\"a\"><p style=\"width:50%\">A</p>B</figure>",
        ),
        (
            "<p style=\"width:calc(1px + (2px));color:var(--a,red);margin:calc(1px\">A</p>",
            "<p style=\"width:calc(1px + (2px));color:var(--a,red)\">A</p>",
        ),
        ("<p style='background:url(a.png)'>A</p>", "<p>A</p>"),
        (
            "<a href=\"javascript:alert(1)\" data-a=\"1\" HREF=\"https://b\">A</a>",
            "<a href=\"alert(1)\" data-a=\"1\">A</a>",
        ),
        (
            "<img src=a.png alt='&Auml; & &#39; &lt;'/><script>x > 1</script>",
            "<img src=\"a.png\" alt=\"&amp;Auml; &amp; &#039; &lt;\" />x &gt; 1",
        ),
        ("A<!-- <svg>-- b --->C<!---->", "A<!-- - b -->C"),
    ] {
        assert_eq!(kses(html), left);
    }
}
