//! What every widget has around its own part: the shell, title, notes, sources, notices.

use crate::layout::{Frame, Notice, Phrase, SourceLine};
use crate::widget::Theme;
use leptos::either::Either;
use leptos::html::{a, bdi, code, div, figcaption, li, p, slot, strong, sup, ul};
use leptos::prelude::*;

/// The widget's outermost element: a notice where something is wrong, and the picture; the host
/// page's fallback where there is none.
pub(crate) fn shell<V: IntoView>(
    lang: String,
    theme: Theme,
    notice: Option<Notice>,
    picture: Option<V>,
) -> impl IntoView {
    let fallback = picture.is_none().then(slot);
    div()
        .class(theme.class())
        .lang(lang)
        .child((notice.map(problem), picture, fallback))
}

fn problem(notice: Notice) -> impl IntoView {
    let place = (!notice.place.is_empty())
        .then(|| p().child((notice.place_label + ": ", code().child(notice.place))));
    div()
        .class("ew-notice")
        .role("alert")
        .attr("part", "notice")
        .child((
            p().child(strong().child(notice.heading)),
            place,
            p().child(notice.message),
            p().child(notice.shown),
        ))
}

/// A text of the document in its own language, kept apart from its neighbours' direction.
pub(super) fn phrase(phrase: Phrase) -> impl IntoView {
    bdi().lang(phrase.lang).child(phrase.text)
}

/// The headline: the figure's name, so that nothing but it stands in the caption.
pub(super) fn title(title: Phrase) -> impl IntoView {
    figcaption()
        .class("ew-title")
        .attr("part", "title")
        .child(phrase(title))
}

/// A remark in the reader's language.
pub(super) fn note(note: String) -> impl IntoView {
    p().class("ew-note").child(note)
}

/// The foot of a widget: remarks and who says so.
pub(super) fn foot(frame: Frame) -> impl IntoView {
    let many = frame.sources.len() > 1;
    let notes: Vec<_> = frame
        .notes
        .into_iter()
        .map(|note| p().class("ew-note").child(phrase(note)))
        .collect();
    let sources: Vec<_> = frame
        .sources
        .into_iter()
        .map(|line| source(line, many))
        .collect();
    let sources = (!sources.is_empty()).then(|| {
        div().class("ew-sources").attr("part", "sources").child((
            p().child(frame.sources_label),
            ul().role("list").child(sources),
        ))
    });
    // No footer element: it would be a landmark of the page.
    div().class("ew-foot").child((notes, sources))
}

fn source(line: SourceLine, numbered: bool) -> impl IntoView {
    let title = match line.url {
        Some(url) => Either::Left(a().href(url).child(phrase(line.title))),
        None => Either::Right(phrase(line.title)),
    };
    li().child((
        numbered.then(|| sup().child(line.number + " ")),
        title,
        ", ",
        phrase(line.publisher),
        ", ",
        line.date,
    ))
}
