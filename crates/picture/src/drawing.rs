//! An SVG as it is written, element by element.

use crate::font::{Ruler, Weight};
use crate::palette::Rgb;
use crate::text::{Letters, cleaned};

/// Which point of a text its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// The elements so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    body: String,
    /// The first letter that the font lacks, with its text.
    pub(crate) missing: Option<(char, String)>,
}

/// A number with at most two decimals: the same on every machine.
pub(crate) fn number(value: f64) -> String {
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        part if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        part => format!("{sign}{whole}.{part:02}"),
    }
}

/// The text as it stands in XML.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // XML has no place for them.
            c if c.is_control() => safe.push(' '),
            '\u{fffe}' | '\u{ffff}' => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

impl Drawing {
    /// Adds an element with these attributes.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.open(name, attributes);
        self.body.truncate(self.body.len() - 1);
        self.body.push_str("/>");
    }

    /// Begins an element with attributes.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.body.extend(["<", name]);
        for (key, value) in attributes {
            self.body.extend([" ", key, "=\"", &escaped(value), "\""]);
        }
        self.body.push('>');
    }

    /// Ends the element of this name.
    pub(crate) fn close(&mut self, name: &str) {
        self.body.extend(["</", name, ">"]);
    }

    /// Adds what is SVG already.
    pub(crate) fn raw(&mut self, svg: &str) {
        self.body.push_str(svg);
    }

    pub(crate) fn rect(&mut self, [x, y, width, height]: [f64; 4], fill: Rgb) {
        self.element(
            "rect",
            &[
                ("x", number(x)),
                ("y", number(y)),
                ("width", number(width)),
                ("height", number(height)),
                ("fill", fill.written()),
            ],
        );
    }

    pub(crate) fn line(&mut self, [x1, y1, x2, y2]: [f64; 4], stroke: Rgb, width: f64) {
        self.dashed([x1, y1, x2, y2], stroke, width, &[]);
    }

    /// A line of dashes and gaps of these lengths.
    pub(crate) fn dashed(
        &mut self,
        [x1, y1, x2, y2]: [f64; 4],
        stroke: Rgb,
        width: f64,
        dashes: &[f64],
    ) {
        let mut attributes = vec![
            ("x1", number(x1)),
            ("y1", number(y1)),
            ("x2", number(x2)),
            ("y2", number(y2)),
            ("stroke", stroke.written()),
            ("stroke-width", number(width)),
        ];
        if !dashes.is_empty() {
            let dashes: Vec<String> = dashes.iter().map(|length| number(*length)).collect();
            attributes.push(("stroke-dasharray", dashes.join(" ")));
        }
        self.element("line", &attributes);
    }

    /// One line of text, with its baseline at `y`.
    pub(crate) fn text(
        &mut self,
        ruler: &Ruler<'_>,
        (x, y): (f64, f64),
        (letters, anchor): (Letters, Anchor),
        fill: Rgb,
        text: &str,
    ) {
        let text = cleaned(text);
        if text.trim().is_empty() {
            return;
        }
        if self.missing.is_none() {
            let missing = ruler.missing(&text, letters.weight);
            self.missing = missing.map(|letter| (letter, text.clone()));
        }
        let mut attributes = vec![
            ("x", number(x)),
            ("y", number(y)),
            ("font-size", number(letters.size)),
            ("fill", fill.written()),
        ];
        if letters.weight == Weight::Strong {
            attributes.push(("font-weight", "600".to_owned()));
        }
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes.push(("text-anchor", "middle".to_owned())),
            Anchor::End => attributes.push(("text-anchor", "end".to_owned())),
        }
        self.open("text", &attributes);
        self.body.push_str(&escaped(text.trim()));
        self.close("text");
    }

    /// The elements as SVG.
    pub(crate) fn into_body(self) -> String {
        self.body
    }
}
