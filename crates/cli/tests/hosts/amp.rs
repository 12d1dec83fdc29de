//! AMP: the rules of its validator for `amp-iframe` (validator-amp-iframe.protoascii of ampproject/amphtml, commit
//! 170227a), those of its layouts, and those that the element applies to itself (amp-iframe.js, commit 00b3f93).

use super::{EMBEDS, attribute, tags};

/// The attributes that the element may have, and those of all elements of AMP that are of use here.
const ATTRIBUTES: [&str; 18] = [
    "allow",
    "allowfullscreen",
    "allowpaymentrequest",
    "allowtransparency",
    "frameborder",
    "referrerpolicy",
    "resizable",
    "sandbox",
    "scrolling",
    "tabindex",
    "src",
    "srcdoc",
    "layout",
    "width",
    "height",
    "title",
    "class",
    "id",
];

/// The names of the attributes of a start tag.
fn names(tag: &str) -> Vec<&str> {
    // Every second piece is a value.
    let outside = tag.split('"').step_by(2);
    let words = outside.flat_map(str::split_whitespace).skip(1);
    words.map(|word| word.trim_end_matches('=')).collect()
}

#[test]
fn the_code_for_amp_fits_the_rules_of_its_validator() {
    for embed in EMBEDS.iter() {
        let code = embed.code("AMP");
        let frame = tags(code).next().unwrap();
        for name in names(frame) {
            assert!(ATTRIBUTES.contains(&name), "{}: {name}", embed.name);
        }
        let value = |name: &str| attribute(frame, name).unwrap_or_default();
        assert!(
            value("src").starts_with("https://") && !value("src").contains("__amp_source_origin")
        );
        assert!(["0", "1"].contains(&value("frameborder")));
        // This layout has a height in pixels and no width.
        assert_eq!(value("layout"), "fixed-height");
        assert!(value("height").parse::<u32>().is_ok() && !frame.contains(" width="));
    }
}

#[test]
fn the_frame_of_amp_may_stand_anywhere_on_any_host_and_may_grow() {
    for embed in EMBEDS.iter() {
        let code = embed.code("AMP");
        let frame = tags(code).next().unwrap();
        // With it the frame's host must differ from that of the page.
        assert!(
            !attribute(frame, "sandbox")
                .unwrap()
                .contains("allow-same-origin")
        );
        // Without a placeholder it must stand 600 px or 75 % of a screen below the top, whichever is less.
        let children: Vec<&str> = tags(code).skip(1).collect();
        assert!(
            children
                .iter()
                .any(|tag| names(tag).contains(&"placeholder")),
            "{code}"
        );
        // A resizable frame must have an element for readers to press.
        assert!(names(frame).contains(&"resizable"));
        let overflow = children.iter().find(|tag| names(tag).contains(&"overflow"));
        assert_eq!(
            attribute(overflow.unwrap(), "role"),
            Some("button"),
            "{code}"
        );
    }
}
