//! The rules of WordPress' filter for the posts of authors without further rights: `wp_kses_post` and
//! `safecss_filter_attr` of wp-includes/kses.php in WordPress 6, as far as they speak of HTML such as ours.

/// The elements in the filter's list `$allowedposttags`.
const ELEMENTS: [&str; 75] = [
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "bdo",
    "big",
    "blockquote",
    "br",
    "button",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "main",
    "mark",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Attributes that every element may have.
const GLOBAL: [&str; 18] = [
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-details",
    "aria-expanded",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "class",
    "dir",
    "hidden",
    "id",
    "lang",
    "role",
    "style",
    "title",
    "xml:lang",
];

/// Attributes of single elements, of those that are of use here.
const OWN: [(&str, &[&str]); 5] = [
    ("a", &["href", "rel", "rev", "name", "target", "download"]),
    (
        "img",
        &[
            "alt", "align", "border", "height", "hspace", "loading", "longdesc", "vspace", "src",
            "usemap", "width",
        ],
    ),
    (
        "table",
        &[
            "align",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "rules",
            "summary",
            "width",
        ],
    ),
    (
        "td",
        &[
            "abbr", "align", "axis", "bgcolor", "colspan", "headers", "height", "nowrap",
            "rowspan", "scope", "valign", "width",
        ],
    ),
    (
        "th",
        &[
            "abbr", "align", "axis", "bgcolor", "colspan", "headers", "height", "nowrap",
            "rowspan", "scope", "valign", "width",
        ],
    ),
];

/// Properties that `style` may have, of those that are of use here; `display` and `white-space` are none of them.
const PROPERTIES: [&str; 55] = [
    "background",
    "background-color",
    "background-image",
    "border",
    "border-bottom",
    "border-bottom-color",
    "border-bottom-style",
    "border-bottom-width",
    "border-collapse",
    "border-color",
    "border-left",
    "border-left-color",
    "border-left-style",
    "border-left-width",
    "border-radius",
    "border-right",
    "border-right-color",
    "border-right-style",
    "border-right-width",
    "border-spacing",
    "border-style",
    "border-top",
    "border-top-color",
    "border-top-style",
    "border-top-width",
    "border-width",
    "caption-side",
    "clear",
    "color",
    "direction",
    "float",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "min-height",
    "overflow",
    "padding",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "width",
];

/// The rest that the filter leaves of HTML whose attributes all stand in double quotation marks.
pub fn kses(html: &str) -> String {
    let mut left = String::new();
    let mut pieces = html.split('<');
    left.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (tag, text) = piece.split_once('>').expect("a tag has an end");
        left.push_str(&filtered(tag));
        left.push_str(text);
    }
    left
}

fn filtered(tag: &str) -> String {
    if let Some(name) = tag.strip_prefix('/') {
        let is_kept = ELEMENTS.contains(&name);
        return if is_kept {
            format!("</{name}>")
        } else {
            String::new()
        };
    }
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if !ELEMENTS.contains(&name) {
        return String::new();
    }
    let own = OWN.iter().find(|(element, _)| *element == name);
    let mut kept = format!("<{name}");
    while let Some((attribute, after)) = rest.trim_start().split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value has an end");
        let is_own = own.is_some_and(|(_, names)| names.contains(&attribute));
        let value = if attribute == "style" {
            safe_css(value)
        } else {
            value.to_owned()
        };
        let is_known = GLOBAL.contains(&attribute) || attribute.starts_with("data-") || is_own;
        let is_bare_style = attribute == "style" && value.is_empty();
        if is_known && !is_bare_style {
            kept.push_str(&format!(" {attribute}=\"{value}\""));
        }
        rest = after;
    }
    kept + ">"
}

/// The declarations that `safecss_filter_attr` keeps.
fn safe_css(style: &str) -> String {
    let kept = style.split(';').map(str::trim).filter(|one| {
        let Some((property, value)) = one.split_once(':') else {
            return false;
        };
        let is_safe = !value.contains(['\\', '(', '&', '=', '}']) && !value.contains("/*");
        PROPERTIES.contains(&property.trim()) && is_safe
    });
    kept.collect::<Vec<_>>().join(";")
}

#[test]
fn the_filter_takes_away_what_it_does_not_know() {
    let html = "<figure class=\"a\"><svg width=\"1\"><path d=\"M0 0\"></path></svg><p style=\"display:block;color:rgb(1,2,3);\
        width:50%;\" onclick=\"x\">A</p><bdi>B</bdi></figure>";
    assert_eq!(
        kses(html),
        "<figure class=\"a\"><p style=\"width:50%\">A</p>B</figure>"
    );
}
