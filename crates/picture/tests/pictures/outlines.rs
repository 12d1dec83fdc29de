//! Tests of letters as outlines: they stand where a renderer that shapes text puts them.

use crate::support::{documents, locale, options, picture, texts};
use election_widgets_picture::{Fonts, Size, Theme, outlined};
use resvg::usvg::{Group, Node, Tree};

/// The texts of a picture, without its shapes.
fn only_texts(svg: &str) -> String {
    let (head, _) = svg.split_once("<title>").unwrap();
    let texts = svg.split("<text ").skip(1);
    let texts = texts.map(|text| format!("<text {}</text>", text.split("</text>").next().unwrap()));
    format!("{head}{}</svg>", texts.collect::<String>())
}

/// The left, top, right and bottom end of each path.
fn paths(group: &Group) -> Vec<[f32; 4]> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(paths(group)),
            Node::Path(path) => {
                let ends = path.abs_bounding_box();
                found.push([ends.left(), ends.top(), ends.right(), ends.bottom()]);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn letters_as_outlines_stand_where_a_renderer_puts_the_text_but_for_kerning() {
    let fonts = Fonts::bundled().unwrap();
    for (language, theme) in [("en", Theme::Light), ("kk", Theme::Dark)] {
        for (name, tag, data) in documents() {
            let made = picture((tag, &data), &locale(language), Size::OG, theme).unwrap();
            let svg = only_texts(&made.svg);
            let shaped = texts(&svg, &options());
            let drawn = outlined(&svg, &fonts).unwrap();
            let tree = Tree::from_str(&drawn, &options()).unwrap();
            let drawn = paths(tree.root());
            assert_eq!(drawn.len(), shaped.len(), "{name}");
            for (text, ends) in shaped.iter().zip(drawn) {
                let width = text.ends[2] - text.ends[0];
                for (side, (one, other)) in text.ends.into_iter().zip(ends).enumerate() {
                    let room = if side % 2 == 0 {
                        1.0 + width * 0.04
                    } else {
                        1.0
                    };
                    let what = format!("{name}: {:?}: {:?}, drawn {ends:?}", text.text, text.ends);
                    assert!((one - other).abs() <= room, "{what}");
                }
            }
        }
    }
}

#[test]
fn a_picture_with_outlines_has_no_text_and_the_same_shapes() {
    let (_, tag, data) = documents().remove(0);
    let made = picture((tag, &data), &locale("en"), Size::OG, Theme::Light).unwrap();
    let drawn = outlined(&made.svg, &Fonts::bundled().unwrap()).unwrap();
    assert!(made.svg.contains("<text ") && !drawn.contains("<text"));
    for shape in ["<rect", "<line", "<title>", "</svg>"] {
        assert_eq!(
            made.svg.matches(shape).count(),
            drawn.matches(shape).count(),
            "{shape}"
        );
    }
}
