//! Bars, and the shades of those without a colour of their own.

use super::vdom::{VNode, svg};
use crate::layout::{self, Bar, MarkKind, Shade};

/// An element in one of the shades of the common colour.
pub(super) fn shaded(node: VNode, shade: Option<Shade>) -> VNode {
    match shade {
        Some(Shade(1)) => node.attr("data-shade", "1"),
        Some(Shade(2)) => node.attr("data-shade", "2"),
        Some(Shade(3)) => node.attr("data-shade", "3"),
        Some(_) => node.attr("data-shade", "0"),
        None => node,
    }
}

pub(super) fn bar(bar: Bar, paint: Option<String>, shade: Option<Shade>) -> VNode {
    shaded(svg("svg"), shade)
        .class("ew-bar")
        .part("bar")
        .attr("width", "100%")
        .attr("height", "14")
        .attr("aria-hidden", "true")
        .maybe("color", paint)
        .children(bar.marks.into_iter().map(mark))
}

/// Every mark is a thick line, so that dashes can hatch it without ids that might clash.
pub(super) fn mark(mark: layout::Mark) -> VNode {
    let (class, from, to) = match mark.kind {
        MarkKind::Solid => ("ew-solid", "50%", "50%"),
        MarkKind::Band => ("ew-band", "50%", "50%"),
        MarkKind::Soft => ("ew-soft", "50%", "50%"),
        MarkKind::Open => ("ew-open", "50%", "50%"),
        MarkKind::Ceiling => ("ew-ceiling", "0", "100%"),
        MarkKind::Threshold => ("ew-threshold", "0", "100%"),
    };
    svg("line")
        .class(class)
        .attr("x1", mark.from.written())
        .attr("x2", mark.to.written())
        .attr("y1", from)
        .attr("y2", to)
}
