//! How the plain form of a widget looks: what the sheet of styles says, as far as places without style
//! sheets can show it. Colours are those of the light theme.

/// Declarations, of which one name stands once: the last.
#[derive(Default)]
pub(super) struct Paint(Vec<(&'static str, String)>);

pub(super) const INK: &str = "#16191d";
pub(super) const BAR: &str = "#2b5c8a";

/// The shades of options without a colour of their own.
const SHADES: [&str; 4] = [BAR, "#233d56", "#7a98b7", "#72777e"];

/// What elements have by their tag.
const BY_TAG: &[(&str, &str)] = &[
    ("p", "margin:0"),
    ("ul", "margin:0;padding:0;list-style:none"),
    ("li", "margin:0"),
    ("dl", "margin:0"),
    ("dd", "margin:0"),
    (
        "figure",
        "margin:0;padding:10px 0 12px;border-top:3px solid #16191d",
    ),
    (
        "table",
        "width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums",
    ),
    ("sup", "font-size:11px;line-height:0;color:#5b6169"),
    ("a", "color:inherit"),
    ("strong", "font-weight:700"),
];

/// What elements have by their classes, in this order.
const BY_CLASS: &[(&str, &str)] = &[
    (
        "ew",
        "background:#fff;color:#16191d;font-size:16px;line-height:1.4;text-align:left",
    ),
    (
        "ew-title",
        "font-weight:700;font-size:19px;line-height:1.25",
    ),
    ("ew-contest", "color:#5b6169;font-size:15px"),
    (
        "ew-status",
        "margin:10px 0 6px;font-size:15px;color:#5b6169",
    ),
    ("ew-summary", "margin:6px 0 8px;font-size:15px"),
    ("ew-totals", "margin:6px 0;font-size:15px"),
    (
        "ew-table",
        "overflow-x:auto;border-bottom:1px solid #d9dadc",
    ),
    (
        "ew-detail",
        "display:block;font-weight:400;font-size:14px;color:#5b6169",
    ),
    ("ew-figure", "display:block;font-weight:600"),
    ("ew-none", "font-weight:400;color:#5b6169"),
    (
        "ew-outcome",
        "display:inline-block;padding:0 5px;border:1px solid #16191d;border-radius:2px;font-size:13px;font-weight:600",
    ),
    ("ew-won", "background:#16191d;color:#fff"),
    ("ew-photo", "float:left;margin:0 10px 0 0;border-radius:50%"),
    ("ew-verdicts", "margin:10px 0 0;font-size:15px"),
    ("ew-facts", "margin:10px 0 0;font-size:14px"),
    ("ew-figures", "margin:6px 0;font-size:14px"),
    ("ew-by-alliance", "font-size:15px"),
    ("ew-house", "margin:12px 0"),
    ("ew-foot", "margin:10px 0 0;font-size:13px;color:#5b6169"),
    ("ew-note", "margin:6px 0 0;font-size:13px;color:#5b6169"),
    ("ew-map", "margin:8px 0 10px"),
    ("ew-map-frame", "background:#e4edf3"),
    (
        "ew-map-remarks",
        "margin:6px 0 0;font-size:12px;color:#5b6169",
    ),
    ("ew-shown", "font-size:14px"),
    (
        "ew-heading",
        "padding:10px 0 4px;font-weight:700;font-size:14px;color:#5b6169",
    ),
    (
        "ew-letter",
        "display:inline-block;width:21px;line-height:21px;border-radius:50%;background:#2b5c8a;color:#fff;font-size:12px;font-weight:700;text-align:center",
    ),
    ("ew-where", "font-size:14px"),
    (
        "ew-statement",
        "margin:8px 0;padding:0 0 0 12px;border-left:3px solid #2b5c8a;font-size:15px",
    ),
    (
        "ew-notice",
        "margin:0 0 12px;padding:10px 12px;border-left:4px solid #a8321f;background:#eef0f2;font-size:14px",
    ),
    ("ew-code", "color:#5b6169;font-weight:400;font-size:12px"),
    (
        "ew-kind",
        "display:inline-block;width:20px;line-height:20px;border:2px solid #2b5c8a;background:#fff;color:#16191d;font-size:13px;font-weight:700;text-align:center",
    ),
    ("ew-unsure", "border-style:dashed"),
];

/// What marks of a kind have that are not those of a member.
const BY_KIND: &[(&str, &str)] = &[
    ("member", "background:#2b5c8a;color:#fff"),
    ("observer", "border-radius:50%"),
    ("dialogue-partner", "border-style:dotted"),
    ("candidate", "border-radius:8px"),
    ("associate", "border-radius:8px"),
    (
        "suspended",
        "border-color:#5b6169;text-decoration:line-through",
    ),
    (
        "withdrawn",
        "border-color:#5b6169;text-decoration:line-through",
    ),
    ("unspecified", "border-color:#5b6169;border-style:dashed"),
];

/// What parts of pictures have, by the picture and their tag.
const BY_PICTURE: &[(&str, &str, &str)] = &[
    ("ew-bar", "line", "stroke:current;stroke-width:14"),
    (
        "ew-circle",
        "path",
        "fill:none;stroke:current;stroke-linecap:round",
    ),
    (
        "ew-circle",
        "text",
        "fill:#16191d;font-size:9;font-weight:600;text-anchor:middle",
    ),
    (
        "ew-map-picture",
        "path",
        "fill-rule:evenodd;stroke-linejoin:round;vector-effect:non-scaling-stroke",
    ),
    (
        "ew-map-picture",
        "text",
        "fill:#16191d;text-anchor:middle;dominant-baseline:central",
    ),
    (
        "ew-map-picture",
        "circle",
        "vector-effect:non-scaling-stroke",
    ),
];

/// What they have by their classes, in this order.
const BY_MARK: &[(&str, &str)] = &[
    ("ew-band", "stroke-dasharray:1.5 3.5;opacity:.75"),
    ("ew-soft", "stroke-dasharray:1 5"),
    (
        "ew-open",
        "stroke-dasharray:3 3 2 5 1 7 1 200;stroke-dashoffset:-3",
    ),
    ("ew-ceiling", "stroke-width:4"),
    ("ew-threshold", "stroke:#16191d;stroke-width:2"),
    ("ew-hollow", "stroke:#fff;stroke-width:2.5"),
    ("ew-unsaid", "stroke:#d9dadc"),
    ("ew-total", "font-size:12"),
    ("ew-least", "font-size:8;font-weight:400;fill:#5b6169"),
    ("ew-majority", "stroke:#16191d;stroke-width:1.25"),
    ("ew-around", "fill:#f1f1ee;stroke:#cfcfc9;stroke-width:.75"),
    ("ew-land", "fill:#fbfbf8;stroke:#a9adb0;stroke-width:1"),
    ("ew-named", "fill:#acbfd3;stroke:#2b5c8a;stroke-width:1.5"),
    (
        "ew-borders",
        "fill:none;stroke:#5b6169;stroke-width:1.5;stroke-dasharray:4 3",
    ),
    ("ew-key", "font-weight:700"),
    (
        "ew-place-name",
        "dy:1.3em;paint-order:stroke;stroke:#fff;stroke-width:.25em;stroke-linejoin:round;stroke-opacity:.7",
    ),
    (
        "ew-land-name",
        "fill:#5b6169;font-style:italic;paint-order:stroke;stroke:#fff;stroke-width:.25em;stroke-linejoin:round;stroke-opacity:.7",
    ),
];

/// What stands in a marker, by the marker's classes, in this order.
const BY_MARKER: &[(&str, &str, &str)] = &[
    (
        "ew-marker",
        "circle",
        "fill:#2b5c8a;stroke:#fff;stroke-width:1.5",
    ),
    ("ew-marker", "text", "fill:#fff;font-weight:700"),
    ("ew-cluster", "circle", "stroke:#88a3bf;stroke-width:5"),
    (
        "ew-unsure",
        "circle",
        "fill:#fff;stroke:#2b5c8a;stroke-dasharray:4 2",
    ),
    ("ew-unsure", "text", "fill:#16191d"),
];

/// Whether a `class` attribute holds a class.
pub(super) fn has(classes: &str, class: &str) -> bool {
    classes.split(' ').any(|known| known == class)
}

/// The colour of an option as the light theme has it: `light-dark(#a,#b)` is `#a`.
pub(super) fn light(paint: &str) -> &str {
    let pair = paint.strip_prefix("light-dark(").unwrap_or(paint);
    pair.split(',').next().unwrap_or(pair)
}

/// The colour of a shade.
pub(super) fn shade(number: &str) -> &'static str {
    let number = number.parse().unwrap_or(0);
    SHADES.get(number).copied().unwrap_or(BAR)
}

impl Paint {
    /// How an HTML element looks.
    pub(super) fn of(tag: &str, classes: &str, kind: Option<&str>) -> Paint {
        let mut paint = Paint::default();
        let by_tag = BY_TAG.iter().filter(|(known, _)| *known == tag);
        let by_class = BY_CLASS.iter().filter(|(class, _)| has(classes, class));
        let by_kind = BY_KIND.iter().filter(|(known, _)| kind == Some(*known));
        // A kind that is not sure is dashed, whichever it is.
        for (_, rule) in by_tag.chain(by_class).chain(by_kind) {
            paint.add(rule, INK);
        }
        if kind.is_some() && has(classes, "ew-unsure") {
            paint.add("background:#fff;color:#16191d;border-style:dashed", INK);
        }
        paint
    }

    /// How a part of a picture looks, in a marker of these classes, where `current` is the colour.
    pub(super) fn of_mark(
        (picture, marker): (&str, &str),
        tag: &str,
        classes: &str,
        current: &str,
    ) -> Paint {
        let mut paint = Paint::default();
        let in_picture = BY_PICTURE
            .iter()
            .filter(|(of, part, _)| *of == picture && *part == tag);
        let by_class = BY_MARK.iter().filter(|(class, _)| has(classes, class));
        let in_marker = BY_MARKER
            .iter()
            .filter(|(class, part, _)| has(marker, class) && *part == tag);
        let rules = in_picture
            .map(|(_, _, rule)| rule)
            .chain(by_class.map(|(_, rule)| rule));
        for rule in rules.chain(in_marker.map(|(_, _, rule)| rule)) {
            paint.add(rule, current);
        }
        if has(classes, "ew-named") && has(classes, "ew-unsure") {
            paint.add("fill:#d3dde8;stroke-dasharray:5 3", current);
        }
        paint
    }

    /// Adds `name:value;name:value`.
    pub(super) fn add(&mut self, rule: &'static str, current: &str) {
        for (name, value) in rule.split(';').filter_map(|one| one.split_once(':')) {
            let value = if value == "current" { current } else { value };
            self.0.retain(|(known, _)| *known != name);
            self.0.push((name, value.to_owned()));
        }
    }

    pub(super) fn declarations(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The value of a `style` attribute.
    pub(super) fn style(&self) -> String {
        let all: Vec<String> = self
            .declarations()
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        all.join(";")
    }
}
