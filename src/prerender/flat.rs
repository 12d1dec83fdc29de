//! The plain form of a widget: HTML for feeds, newsletters and other places that run no scripts and load
//! no style sheets, made from the same elements as every other form.

use super::paint::{BAR, INK, Paint, has, light, shade};
use super::{Prerendered, Request, parse_and_read, visit};
use crate::view::{ChildRef, VNode, escape};
use crate::widget::{Visit, Widget};
use crate::wire::DataError;

/// Draws a widget for places that take plain HTML alone: `shadow` is what stands in the element's
/// place, with a `style` at each part, and no script, control or class.
///
/// # Errors
/// As [`super::prerender`].
pub fn flat(request: &Request<'_>) -> Result<Prerendered, DataError> {
    visit(request, Flat(request))
}

struct Flat<'a>(&'a Request<'a>);

impl Visit for Flat<'_> {
    type Output = Result<Prerendered, DataError>;

    fn visit<W: Widget>(self) -> Result<Prerendered, DataError> {
        let read = parse_and_read::<W>(self.0)?;
        let mut shadow = String::new();
        let node = read.input.vnode();
        let around = Around {
            has_letters: holds(&node, "ew-kind"),
            ..Around::default()
        };
        element(&node, &around, &mut shadow);
        Ok(Prerendered {
            shadow,
            alternative: read.input.sentences().join(" "),
            warnings: read.warnings,
            problem: read.problem,
        })
    }
}

/// What controls and what only they need; the rows that stand for folded ones, which are all there.
const DROPPED_CLASSES: [&str; 9] = [
    "ew-controls",
    "ew-tools",
    "ew-map-tools",
    "ew-coalition",
    "ew-compare",
    "ew-find",
    "ew-fold",
    // Where a page's own pictures of states go.
    "ew-code",
    // What changed since the stop before: there are no stops here.
    "ew-changes",
];
const DROPPED_TAGS: [&str; 3] = ["input", "select", "slot"];

/// Attributes that say something without scripts and styles.
const KEPT: [&str; 21] = [
    "lang",
    "href",
    "src",
    "alt",
    "width",
    "height",
    "scope",
    "viewBox",
    "aria-hidden",
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "font-size",
    "stroke-width",
];

/// Parts that are nothing where nothing is in them.
const HOLLOW: [&str; 9] = ["div", "p", "span", "ul", "dl", "li", "g", "bdi", "strong"];

/// What stands in a line.
const INLINE: [&str; 6] = ["span", "strong", "bdi", "a", "code", "img"];

/// What an element is in, as far as its look depends on that.
#[derive(Clone, Copy)]
struct Around<'a> {
    /// The class of the table or the list.
    table: &'a str,
    in_head: bool,
    /// The place among what it stands beside: that of a cell in its row.
    cell: usize,
    /// Whether it is in a cell behind the first figure's, in a table where one figure leads.
    is_later: bool,
    /// Whether the letters of an alliance grid are in it.
    has_letters: bool,
    /// The class of the picture, and that of the marker in it.
    picture: &'a str,
    marker: &'a str,
    /// The colour of what is drawn, and what the count's status is.
    color: &'a str,
    status: &'a str,
    /// The class of the parent, and its tag.
    parent: &'a str,
    tag: &'a str,
}

impl Default for Around<'_> {
    fn default() -> Self {
        Around {
            table: "",
            in_head: false,
            cell: 0,
            is_later: false,
            has_letters: false,
            picture: "",
            marker: "",
            color: BAR,
            status: "",
            parent: "",
            tag: "",
        }
    }
}

fn element(node: &VNode, around: &Around<'_>, html: &mut String) {
    if let Some(made) = node.resolved() {
        return element(&made, around, html);
    }
    let (tag, classes) = (node.tag(), node.attribute("class").unwrap_or_default());
    if has(classes, "ew-controls") && around.has_letters {
        return legend(node, html);
    }
    if DROPPED_TAGS.contains(&tag) || DROPPED_CLASSES.iter().any(|class| has(classes, class)) {
        return;
    }
    match tag {
        // The head of a column is a button where the reader can order by it.
        "button" if ["th", "dt"].contains(&around.tag) => children(node, around, html),
        "button" => {}
        // What a name opens is said by the cells and the sources.
        "details" if around.tag == "th" => {
            summary(node).for_each(|summary| children(summary, around, html));
        }
        // Nothing opens here: of what is closed there is its line.
        "details" if node.attribute("open").is_none() => {
            summary(node).for_each(|summary| element(summary, around, html));
        }
        "details" => children(node, around, html),
        "summary" => {
            let mut paint = Paint::default();
            paint.add("font-weight:600", INK);
            open("div", node, &paint, around, html);
        }
        _ if node.is_svg() => mark(node, classes, around, html),
        _ => {
            let paint = look(node, classes, around);
            open(tag, node, &paint, around, html);
        }
    }
}

/// What the letters of an alliance grid stand for, among what can be chosen.
fn legend(node: &VNode, html: &mut String) {
    let groups = elements(node).filter(|group| group.attribute("part") == Some("legend"));
    let kinds: Vec<String> = groups.flat_map(elements).map(text).skip(1).collect();
    if kinds.is_empty() {
        return;
    }
    let paint = Paint::of("p", "ew-note", None);
    html.push_str(&format!("<p style=\"{}\">", paint.style()));
    escape(&kinds.join(" · "), html);
    html.push_str("</p>");
}

fn holds(node: &VNode, class: &str) -> bool {
    let classes = node.attribute("class").unwrap_or_default();
    has(classes, class) || elements(node).any(|child| holds(child, class))
}

fn elements(node: &VNode) -> impl Iterator<Item = &VNode> {
    node.iter_children().filter_map(|child| match child {
        ChildRef::Element(child) => Some(child),
        ChildRef::Text(_) => None,
    })
}

fn text(node: &VNode) -> String {
    let texts = node.iter_children().map(|child| match child {
        ChildRef::Element(child) => text(child),
        ChildRef::Text(text) => text.to_owned(),
    });
    texts.collect()
}

/// The summary of what opens, without what it opens.
fn summary(node: &VNode) -> impl Iterator<Item = &VNode> {
    elements(node).filter(|child| child.tag() == "summary")
}

/// How an HTML element looks where it stands.
fn look(node: &VNode, classes: &str, around: &Around<'_>) -> Paint {
    let tag = node.tag();
    let mut paint = Paint::of(tag, classes, node.attribute("data-kind"));
    match tag {
        "th" | "td" => cell(&mut paint, tag, around),
        "strong" if around.tag == "p" && around.parent == "ew-status" => {
            paint.add("padding:0 7px;border:1px solid #16191d;border-radius:2px;font-size:13px;color:#16191d", INK);
        }
        "div" if has(around.parent, "ew-facts") => {
            paint.add(
                "display:inline-block;margin:0 20px 4px 0;vertical-align:top",
                INK,
            );
        }
        "div" if has(around.parent, "ew-figures") => paint.add("margin:0 0 6px", INK),
        "dt" if has(around.table, "ew-facts") => paint.add("color:#5b6169", INK),
        "dt" => paint.add("font-weight:600", INK),
        // The first figure of a row leads.
        "span" if has(classes, "ew-figure") && (around.tag != "td" || around.is_later) => {
            paint.add("font-weight:400", INK);
        }
        "span" if around.parent == "ew-axis" && around.cell > 0 => paint.add("float:right", INK),
        "li" if has(around.table, "ew-missions") => {
            paint.add("padding:8px 0;border-top:1px solid #d9dadc", INK);
        }
        _ => {}
    }
    paint
}

fn cell(paint: &mut Paint, tag: &str, around: &Around<'_>) {
    let table = around.table;
    if around.in_head {
        paint.add("padding:4px 12px 4px 0;text-align:left;vertical-align:bottom;font-size:13px;font-weight:400;color:#5b6169", INK);
    } else {
        paint.add("padding:8px 12px 8px 0;text-align:left;vertical-align:top;border-top:1px solid #d9dadc;font-weight:400", INK);
        if tag == "th" {
            paint.add("font-weight:600", INK);
        }
    }
    if has(table, "ew-grid") {
        paint.add("padding:5px 6px;text-align:center", INK);
        let (first, last) = (around.cell == 0, has(table, "ew-overlap"));
        if first != last {
            paint.add("text-align:left;padding:5px 12px 5px 0", INK);
        }
    } else if around.cell == 0 {
        paint.add("width:34%", INK);
    } else if has(table, "ew-one") && around.cell > 1 {
        paint.add("width:1%;text-align:right", INK);
        if around.in_head {
            paint.add("padding:4px 0 4px 10px", INK);
        } else {
            paint.add("padding:8px 0 8px 10px;white-space:nowrap", INK);
        }
    }
}

/// A picture, or a part of one.
fn mark(node: &VNode, classes: &str, around: &Around<'_>, html: &mut String) {
    let tag = node.tag();
    if tag == "svg" {
        let mut paint = Paint::default();
        paint.add("display:block", INK);
        paint.add(
            match classes {
                "ew-bar" => "margin:3px 0 0;background:#eef0f2",
                "ew-circle" => "width:100%;max-width:400px;height:auto;overflow:visible",
                _ => "width:100%;height:auto",
            },
            INK,
        );
        if around.status == "annulled" {
            paint.add("opacity:.45", INK);
        }
        return open(tag, node, &paint, around, html);
    }
    let mut paint = Paint::of_mark((around.picture, around.marker), tag, classes, around.color);
    let not_final = ["exit-poll", "projection"].contains(&around.status);
    if classes == "ew-solid" && not_final {
        paint.add("stroke-dasharray:5 1.5", INK);
    }
    open(tag, node, &paint, around, html);
}

/// Writes an element under a tag, with its look, and what is in it.
fn open(tag: &str, node: &VNode, paint: &Paint, around: &Around<'_>, html: &mut String) {
    let mut inside = String::new();
    children(node, &within(node, around), &mut inside);
    if inside.is_empty() && HOLLOW.contains(&tag) {
        return;
    }
    html.push('<');
    html.push_str(tag);
    let style = paint.style();
    let drawn = node.is_svg() && tag != "svg";
    let is_drawn = |name: &str| drawn && paint.declarations().any(|(known, _)| known == name);
    let kept = node
        .attributes()
        .filter(|(name, _)| KEPT.contains(name) && !is_drawn(name));
    let style = (!drawn && !style.is_empty()).then_some(("style", style.as_str()));
    let paints = paint.declarations().filter(|_| drawn);
    for (name, value) in kept.chain(paints).chain(style) {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        if ["r", "font-size"].contains(&name) && is_sign(node, around) {
            html.push_str(&larger(value));
        } else {
            escape(value, html);
        }
        html.push('"');
    }
    html.push('>');
    if ["img", "br", "hr"].contains(&tag) {
        return;
    }
    html.push_str(&inside);
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

/// Whether it is one of the signs on a map by which missions are found.
fn is_sign(node: &VNode, around: &Around<'_>) -> bool {
    !around.marker.is_empty() || node.attribute("class") == Some("ew-key")
}

/// Signs are drawn larger, since nothing makes them so where a map is narrow.
fn larger(size: &str) -> String {
    const BY: f64 = 1.4;
    match size.parse::<f64>() {
        Ok(size) => format!("{:.0}", size * BY),
        Err(_) => size.to_owned(),
    }
}

/// What stands in an element is in all that the element is in, and in it.
fn within<'a>(node: &'a VNode, around: &Around<'a>) -> Around<'a> {
    let (tag, classes) = (node.tag(), node.attribute("class").unwrap_or_default());
    let mut inner = *around;
    inner.tag = tag;
    // A line without a class is still in what it is a line of.
    if !classes.is_empty() || tag != "p" {
        inner.parent = classes;
    }
    match tag {
        "td" => inner.is_later = has(around.table, "ew-one") && around.cell > 1,
        "table" => inner.table = classes,
        "thead" => inner.in_head = true,
        "svg" => inner.picture = classes,
        "g" if has(classes, "ew-marker") => inner.marker = classes,
        _ if has(classes, "ew-missions") || has(classes, "ew-facts") => inner.table = classes,
        _ => {}
    }
    if let Some(paint) = node.attribute("color") {
        inner.color = light(paint);
    } else if let Some(number) = node.attribute("data-shade") {
        inner.color = shade(number);
    }
    inner.status = node.attribute("data-status").unwrap_or(around.status);
    inner
}

fn children(node: &VNode, around: &Around<'_>, html: &mut String) {
    let mut beside = None;
    let mut cell = 0;
    for child in node.iter_children() {
        match child {
            ChildRef::Text(text) => {
                escape(text, html);
                beside = None;
            }
            ChildRef::Element(child) => {
                let mut written = String::new();
                let inner = Around { cell, ..*around };
                element(child, &inner, &mut written);
                if written.is_empty() {
                    continue;
                }
                let tag = child.tag();
                if beside.is_some_and(|before| INLINE.contains(&before)) && INLINE.contains(&tag) {
                    // The sheet of styles has gaps there.
                    html.push(' ');
                }
                html.push_str(&written);
                beside = Some(tag);
                cell += 1;
            }
        }
    }
    if node.tag() == "p" && around.parent == "ew-sources" {
        html.push(':');
    }
}
