//! Logos, which come as SVG from elsewhere and may reach for nothing.

use crate::{Logo, PictureError};
use usvg::roxmltree::{Document, Node};
use usvg::{Indent, Options, Tree, WriteOptions};

/// Elements that bring in what a picture can't have: scripts, pixels, letters of other fonts.
const BARRED: [(&str, &str); 6] = [
    ("text", "text: convert it to outlines"),
    ("image", "an image inside: use shapes only"),
    ("feImage", "an image inside: use shapes only"),
    ("foreignObject", "<foreignObject>: use shapes only"),
    ("script", "a script: use shapes only"),
    ("animate", "an animation: use shapes only"),
];

impl Logo {
    /// Reads a logo.
    ///
    /// # Errors
    /// It is no SVG, names a file or an address, or has text, pixels or scripts.
    pub fn read(svg: &str) -> Result<Logo, PictureError> {
        let refused = |why: String| PictureError::Logo(why);
        let document =
            Document::parse(svg).map_err(|error| refused(format!("is no SVG: {error}")))?;
        let root = document.root_element();
        if root.tag_name().name() != "svg" {
            let name = root.tag_name().name();
            return Err(refused(format!("is no SVG: its first element is <{name}>")));
        }
        for node in root.descendants() {
            check(node).map_err(refused)?;
        }
        let tree = Tree::from_xmltree(&document, &Options::default())
            .map_err(|error| refused(format!("is no SVG: {error}")))?;
        Ok(Logo {
            width: f64::from(tree.size().width()),
            height: f64::from(tree.size().height()),
            svg: tree.to_string(&WriteOptions {
                id_prefix: Some("logo-".to_owned()),
                coordinates_precision: 3,
                transforms_precision: 5,
                indent: Indent::None,
                attributes_indent: Indent::None,
                ..WriteOptions::default()
            }),
        })
    }
}

fn check(node: Node<'_, '_>) -> Result<(), String> {
    let name = node.tag_name().name();
    if let Some((_, what)) = BARRED.iter().find(|(barred, _)| *barred == name) {
        return Err(format!("has {what}"));
    }
    for attribute in node.attributes() {
        let value = attribute.value().trim();
        let is_link = attribute.name() == "href" && name != "a";
        if is_link && !value.starts_with('#') {
            return Err(format!("reaches for “{value}”: a logo must be one file"));
        }
        inside(value)?;
    }
    node.text()
        .filter(|_| name == "style")
        .map_or(Ok(()), inside)
}

/// Checks that a value or a style sheet names nothing outside the file.
fn inside(value: &str) -> Result<(), String> {
    let lower = value.to_ascii_lowercase();
    if lower.contains("@import") {
        return Err(
            "reaches for another style sheet (@import): a logo must be one file".to_owned(),
        );
    }
    for after in lower.split("url(").skip(1) {
        let target = after.trim_start_matches([' ', '"', '\'']);
        if !target.starts_with('#') {
            let target: String = target.chars().take_while(|c| *c != ')').collect();
            return Err(format!("reaches for “{target}”: a logo must be one file"));
        }
    }
    Ok(())
}
