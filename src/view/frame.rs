//! The frame that all widgets share: the shell, title, notes, sources, notices.

use super::vdom::{VNode, el};
use super::{Dispatch, Theme};
use crate::layout::{Figures, Format, Frame, Line, Phrase, Pictures, SourceLine, Tools};
use crate::locale::has_rtl;

/// The widget's outermost element: a notice where something is wrong, and the picture; the host
/// page's fallback where there is none.
pub(crate) fn shell(
    lang: String,
    theme: Theme,
    notice: Option<String>,
    picture: Option<VNode>,
    below: impl IntoIterator<Item = VNode>,
) -> VNode {
    el("div")
        .class(theme.class())
        .attr("lang", lang)
        .children(notice.map(problem))
        .child(picture.unwrap_or_else(|| el("slot")))
        .children(below)
}

/// Builds the download buttons and their message.
pub(crate) fn tools(tools: Tools, save: &impl Dispatch<Format>) -> VNode {
    let button = |(format, label): (Format, String)| {
        el("button")
            .attr("type", "button")
            .on_click(save, move |to| to.send(format))
            .text(label)
    };
    let group = el("div")
        .key("tools")
        .skip_if_unchanged()
        .class("ew-tools")
        .attr("role", "group")
        .attr("aria-label", tools.label)
        .part("tools")
        .children(tools.formats.into_iter().map(button));
    let said = el("span").attr("role", "status").text(tools.said);
    match tools.pictures {
        Some(all) => pictures(group, all, said),
        None => group.child(said),
    }
}

/// Adds the buttons for pictures. The page's script hears them, and writes into the second status region.
fn pictures(around: VNode, pictures: Pictures, said: VNode) -> VNode {
    let button = |(ending, label): (&'static str, String)| {
        el("button")
            .attr("type", "button")
            .attr("data-picture", ending)
            .text(label)
    };
    let drawn = el("span")
        .attr("role", "status")
        .attr("data-drawing", pictures.drawing)
        .attr("data-failed", pictures.failed);
    around
        .children(pictures.formats.into_iter().map(button))
        .child(said)
        .child(drawn)
}

/// The status region for new data, empty until the element script writes into it; `updated` is what its text begins with,
/// and `gone` stands before an outcome that the data has no longer.
pub(crate) fn news(updated: String, gone: String) -> VNode {
    el("p")
        .key("news")
        .skip_if_unchanged()
        .class("ew-said")
        .attr("role", "status")
        .attr("data-updated", updated)
        .attr("data-gone", gone)
}

/// The sentence for readers where data can't be shown. It interrupts nobody: a feed that fails may be back in a minute.
fn problem(notice: String) -> VNode {
    el("p")
        .key("notice")
        .class("ew-notice")
        .part("notice")
        .text(notice)
}

/// A text of the document in its own language, kept apart from its neighbours' direction.
pub(super) fn phrase(phrase: Phrase) -> VNode {
    el("bdi").maybe("lang", phrase.lang).text(phrase.text)
}

/// The same inside `around`; without an element where the text could as well be ours, for a page of many
/// pictures has thousands of them.
pub(super) fn push_phrase(around: VNode, text: Phrase) -> VNode {
    match text.lang.is_none() && !has_rtl(&text.text) {
        true => around.text(text.text),
        false => around.child(phrase(text)),
    }
}

/// Texts one behind the other, parted by dots.
pub(super) fn join_phrases(around: VNode, texts: Vec<Phrase>) -> VNode {
    let mut line = around;
    for (place, text) in texts.into_iter().enumerate() {
        line = push_phrase(line.text(if place == 0 { "" } else { " · " }), text);
    }
    line
}

/// The banner of a rehearsal. No attribute hides it.
pub(super) fn rehearsal(frame: &Frame) -> Option<VNode> {
    let text = frame.rehearsal.clone()?;
    Some(
        el("p")
            .class("ew-rehearsal")
            .part("rehearsal")
            .child(el("strong").text(text)),
    )
}

/// The headline: the figure's name, so that nothing but it stands in the caption.
pub(super) fn title(frame: &Frame) -> VNode {
    let (title, caption) = (
        frame.title.clone(),
        el("figcaption").class("ew-title").part("title"),
    );
    let Some(level) = frame.heading_level.clone() else {
        return push_phrase(caption, title);
    };
    let heading = el("div").attr("role", "heading").attr("aria-level", level);
    caption.child(push_phrase(heading, title))
}

/// Builds the line below the headline: subject, place and date.
pub(super) fn contest(parts: Vec<Phrase>) -> VNode {
    join_phrases(el("p").class("ew-contest"), parts)
}

/// The question that was put.
pub(super) fn question(question: Phrase) -> VNode {
    push_phrase(el("p").class("ew-question"), question)
}

/// A remark, yet to be filled.
pub(super) fn note() -> VNode {
    el("p").class("ew-note")
}

/// The foot of a widget: remarks and who says so. No footer element: that would be a landmark of
/// the page.
pub(super) fn foot(frame: Frame) -> VNode {
    let many = frame.sources.len() > 1;
    let notes = frame
        .notes
        .into_iter()
        .map(|text| push_phrase(note(), text));
    let foot = el("div")
        .skip_if_unchanged()
        .class("ew-foot")
        .children(notes);
    if frame.sources.is_empty() {
        return foot;
    }
    let sources = frame
        .sources
        .into_iter()
        .map(|line| source(el("li"), line, many));
    foot.child(
        el("div")
            .class("ew-sources")
            .part("sources")
            .child(el("p").text(frame.sources_label))
            .child(el("ul").attr("role", "list").children(sources)),
    )
}

/// A source as it is cited, inside `around`.
pub(super) fn source(around: VNode, line: SourceLine, numbered: bool) -> VNode {
    let number = numbered.then(|| el("sup").text(line.number + " "));
    let around = around.children(number);
    let titled = match line.url {
        Some(url) => around.child(push_phrase(el("a").attr("href", url), line.title)),
        None => push_phrase(around, line.title),
    };
    let published = match line.publisher {
        Some(publisher) => push_phrase(titled.text(", "), publisher),
        None => titled,
    };
    published.text(", ").text(line.date)
}

/// Builds the empty list that a row opens.
pub(super) fn details_list() -> VNode {
    el("dl").class("ew-figures")
}

/// Builds the statements about one thing, followed by their sources.
pub(super) fn figures(figures: Figures) -> VNode {
    let head = el("dt").text(figures.label.clone());
    figures_under(head, figures)
}

/// The same under a head of one's own.
pub(super) fn figures_under(head: VNode, figures: Figures) -> VNode {
    let several = figures.sources.len() > 1;
    let lines = figures.lines.into_iter().map(|one| line(el("dd"), one));
    let sources = figures
        .sources
        .into_iter()
        .map(|cited| source(el("dd").class("ew-detail"), cited, several));
    el("div").child(head).children(lines).children(sources)
}

/// A quiet line below what it belongs to.
pub(super) fn detail() -> VNode {
    el("span").class("ew-detail")
}

/// A piece of text with the mark of its source, inside `around`.
pub(super) fn line(around: VNode, line: Line) -> VNode {
    around
        .text(line.text)
        .children(line.source.map(source_mark))
}

/// The number of a source, as it is read out.
pub(super) fn source_mark((number, spoken): (String, String)) -> VNode {
    el("sup")
        .attr("role", "note")
        .attr("aria-label", spoken)
        .text(number)
}

/// A part that scrolls, which keys must reach.
pub(super) fn scrolling(around: VNode, label: String) -> VNode {
    around
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
}

/// The head of a column, yet to be filled.
pub(super) fn column_head() -> VNode {
    el("th").attr("role", "columnheader").attr("scope", "col")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_read_from_the_right_is_kept_apart() {
        let said = |text: &str, lang: Option<&str>| {
            let (text, lang) = (text.to_owned(), lang.map(str::to_owned));
            push_phrase(el("p"), Phrase { text, lang }).html()
        };
        for text in ["Жас — 81 %", "the poll “lacked competitiveness”…", "選挙"] {
            assert_eq!(said(text, None), format!("<p>{text}</p>"));
        }
        for text in ["انتخابات", "בחירות 2022", "\u{200f}81", "\u{202e}x"] {
            assert_eq!(said(text, None), format!("<p><bdi>{text}</bdi></p>"));
        }
        let foreign = "<p><bdi lang=\"kk\">Жас</bdi></p>";
        assert_eq!(said("Жас", Some("kk")), foreign);
    }
}
