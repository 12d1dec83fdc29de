//! The picture program: draws a document as a file that a reader takes along. A page loads it when a reader first asks for one.
//! It draws the same bytes as `election-widgets picture`.

#[cfg(target_arch = "wasm32")]
mod exports {
    use election_widgets::locale::Locale;
    use election_widgets_picture::{Fonts, PictureError, Request, Size, Theme, compose, png};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The first byte of an answer, which says what the others are.
    const ERROR: u8 = 0;
    const FILE: u8 = 1;
    const FILE_OF_A_REHEARSAL: u8 = 2;

    /// Draws a document. The request has these parts with a NUL between them: `png` or `svg`, the widget's name, `dark` or `light`, the reader's
    /// language, the file of its words (empty for English), the document, its area file (empty if it names none), and the element's attributes, each its name and its value. The answer's
    /// first byte is 0 before the sentence of an error, 1 before a file, 2 before a file of a rehearsal.
    #[wasm_bindgen(js_name = call)]
    pub fn draw(request: &str) -> Vec<u8> {
        let (kind, file) = drawn(request).unwrap_or_else(|why| (ERROR, why.into_bytes()));
        [&[kind], file.as_slice()].concat()
    }

    fn drawn(request: &str) -> Result<(u8, Vec<u8>), String> {
        let mut parts = request.split('\0');
        let mut part = || parts.next().unwrap_or_default();
        let (ending, tag, theme, language, words) = (part(), part(), part(), part(), part());
        let (data, area) = (part(), part());
        let rest: Vec<&str> = parts.collect();
        let pairs = rest.chunks_exact(2).filter_map(<[&str]>::first_chunk);
        let attributes: Vec<(String, String)> = pairs
            .map(|[name, value]| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let locale = match words {
            "" => Locale::english(),
            words => Locale::read(words).map_err(|error| error.to_string())?,
        };
        let said = |error: PictureError| error.in_page();
        let fonts = Fonts::bundled().map_err(said)?;
        let picture = compose(&Request {
            tag,
            data,
            attributes: &attributes,
            area: (!area.is_empty()).then_some(Ok(area)),
            locale: &locale.for_lang(Some(language)),
            size: Size::OG,
            theme: if theme == "dark" {
                Theme::Dark
            } else {
                Theme::Light
            },
            fonts: &fonts,
            logo: None,
        });
        let picture = picture.map_err(said)?;
        let file = match ending {
            "svg" => picture.svg.into_bytes(),
            _ => png(&picture.svg, &fonts).map_err(said)?,
        };
        let kind = if picture.is_rehearsal {
            FILE_OF_A_REHEARSAL
        } else {
            FILE
        };
        Ok((kind, file))
    }
}

fn main() {}
