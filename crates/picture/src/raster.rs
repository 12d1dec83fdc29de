//! A composed SVG as PNG.

use crate::{Fonts, PictureError, outlined};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::collections::BTreeSet;

/// The options for a picture: nothing comes from elsewhere.
fn options() -> Options<'static> {
    Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// Draws a composed SVG as PNG.
///
/// # Errors
/// The SVG was not composed by this crate.
pub fn png(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(&outlined(svg, fonts)?, &options())
        .map_err(|error| PictureError::Drawing(error.to_string()))?;
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
