//! SVG as PNG, and with its letters as outlines.

use crate::{Fonts, PictureError};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, ImageHrefResolver, Options, Tree, WriteOptions, fontdb};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The options for a picture: its own fonts, nothing from elsewhere.
fn options(fonts: &Fonts) -> Options<'static> {
    let mut known = fontdb::Database::new();
    for file in fonts.files() {
        known.load_font_data(file.to_vec());
    }
    Options {
        fontdb: Arc::new(known),
        font_family: fonts.family().to_owned(),
        resources_dir: None,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

fn tree(svg: &str, fonts: &Fonts) -> Result<Tree, PictureError> {
    Tree::from_str(svg, &options(fonts)).map_err(|error| PictureError::Drawing(error.to_string()))
}

/// Draws a composed SVG as PNG.
///
/// # Errors
/// The SVG was not composed by this crate.
pub fn png(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, PictureError> {
    let tree = tree(svg, fonts)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height())
        .ok_or_else(|| PictureError::Drawing("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encoded(&pixels).map_err(|error| PictureError::Drawing(error.to_string()))
}

/// The pixels as PNG. Pictures of few colours, which most are, name each colour once; nothing in them is transparent.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colors = || {
        let pixels = pixels.pixels().iter();
        pixels.map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
    };
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let distinct: BTreeSet<[u8; 3]> = colors().collect();
    let data: Vec<u8> = if distinct.len() <= 256 {
        let palette: Vec<[u8; 3]> = distinct.into_iter().collect();
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_palette(palette.concat());
        colors()
            .filter_map(|color| u8::try_from(palette.binary_search(&color).ok()?).ok())
            .collect()
    } else {
        encoder.set_color(png::ColorType::Rgb);
        colors().flatten().collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// A composed SVG with its letters as outlines, so that it looks the same where its font is not installed.
///
/// # Errors
/// The SVG was not composed by this crate.
pub fn outlined(svg: &str, fonts: &Fonts) -> Result<String, PictureError> {
    let tree = tree(svg, fonts)?;
    Ok(tree.to_string(&WriteOptions {
        preserve_text: false,
        coordinates_precision: 2,
        transforms_precision: 4,
        indent: usvg::Indent::None,
        attributes_indent: usvg::Indent::None,
        ..WriteOptions::default()
    }))
}
