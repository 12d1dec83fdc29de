//! A placemark: its name, its fields, its point and its description.

use crate::context::Context;
use crate::missions::{Entry, Spot, guess, position};
use crate::refused::{Place, Refused};
use crate::tree::Element;

/// A placemark with the layer that it lies in.
pub(super) struct Placemark<'e> {
    pub(super) element: &'e Element,
    pub(super) layer: Option<&'e Element>,
}

/// The names of data in placemarks, each with the field that it becomes.
pub(super) struct Fields(Vec<(String, &'static str)>);

impl Fields {
    /// The fields of all placemarks, mapped by a person or guessed by their names.
    ///
    /// # Errors
    /// A mapped name that no placemark has, or a field that observers do not have.
    pub(super) fn of(
        placemarks: &[Placemark<'_>],
        context: &mut Context<'_>,
    ) -> Result<Fields, Refused> {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in placemarks.iter().flat_map(Placemark::data) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut fields: Vec<(String, &'static str)> = Vec::new();
        for (field, name) in context.answers().pairs("map") {
            let known = guess(&field).ok_or_else(|| {
                Refused::new(format!("map: \"{field}\" is no field of observers"))
            })?;
            if !names.contains(&name.as_str()) {
                return Err(Refused::new(format!(
                    "map: no placemark has \"{name}\"; they have {}",
                    names.join(", ")
                )));
            }
            fields.push((name, known));
        }
        for name in names {
            let is_taken = |field: &str| {
                fields
                    .iter()
                    .any(|(known, of)| known == name || *of == field)
            };
            match guess(name).filter(|field| !is_taken(field)) {
                Some(field) => fields.push((name.to_owned(), field)),
                None if fields.iter().any(|(known, _)| known == name) => {}
                None => context.left_out(
                    None,
                    format!("the field \"{name}\""),
                    "no field is known for it (name one with --map)",
                ),
            }
        }
        for (name, field) in &fields {
            context.understood(None, format!("the field \"{name}\""), *field);
        }
        Ok(Fields(fields))
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(_, known)| *known == field)
    }

    fn get(&self, name: &str) -> Option<&'static str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, field)| *field)
    }
}

impl<'e> Placemark<'e> {
    /// The names and values of its extended data.
    fn data(&self) -> Vec<(&'e str, &'e Element)> {
        let Some(extended) = self.element.first("ExtendedData") else {
            return Vec::new();
        };
        let data = extended.all("Data").filter_map(|data| {
            let value = data.first("value")?;
            value.said()?;
            Some((data.attribute("name")?, value))
        });
        data.collect()
    }

    fn line(&self) -> Place {
        self.element.place().unwrap_or(Place::line(1))
    }

    /// True where it has a point, or nothing to draw at all.
    pub(super) fn can_be_mission(&self) -> bool {
        const SHAPES: [&str; 3] = ["LineString", "Polygon", "MultiGeometry"];
        let has_shape = SHAPES
            .iter()
            .any(|shape| self.element.first(shape).is_some());
        self.element.first("Point").is_some() || !has_shape
    }

    /// Names the placemark in the report as one that is no mission.
    pub(super) fn leave(&self, context: &mut Context<'_>) {
        let name = self.element.text_of("name").unwrap_or_default();
        context.left_out(
            self.element.place(),
            format!("the placemark \"{}\"", one_line(name)),
            "missions stand at points, and this is a line or an area",
        );
        self.element.pass();
    }

    /// The entry of the placemark for a mission.
    ///
    /// # Errors
    /// Coordinates that are none, with their place.
    pub(super) fn entry(
        &self,
        fields: &Fields,
        name_is_organisation: bool,
        context: &mut Context<'_>,
    ) -> Result<Entry, Refused> {
        let line = self.line();
        let mut entry = Entry {
            line: line.line,
            ..Entry::default()
        };
        let mut spot = Spot::default();
        let name = self.element.text_of("name").map(one_line);
        let data = self.data();
        for (name, value) in &data {
            let text = value.said().unwrap_or_default();
            match fields.get(name) {
                Some("place") => spot.name = one_line(text),
                Some("placeId") => spot.id = text.to_owned(),
                Some(field) if !matches!(field, "lon" | "lat" | "placeKind") => {
                    let place = value.place().unwrap_or(line);
                    entry.texts.push((field, one_line(text), place));
                }
                _ => {}
            }
        }
        if name_is_organisation {
            entry
                .texts
                .extend(name.map(|name| ("organisation", name, line)));
        } else {
            if !fields.has("organisation") {
                let layer = self.layer.and_then(|layer| layer.text_of("name"));
                entry
                    .texts
                    .extend(layer.map(|layer| ("organisation", one_line(layer), line)));
            }
            if spot.name.is_empty() {
                spot.name = name.unwrap_or_default();
            }
        }
        self.describe(&data, &mut entry, context);
        spot.position = self.point()?;
        if spot != Spot::default() {
            entry.spots.push(spot);
        }
        Ok(entry)
    }

    /// The longitude and latitude of its point.
    fn point(&self) -> Result<Option<(String, String)>, Refused> {
        let Some(coordinates) = self
            .element
            .first("Point")
            .and_then(|point| point.first("coordinates"))
        else {
            return Ok(None);
        };
        let text = coordinates.said().unwrap_or_default();
        let place = coordinates.place().unwrap_or(self.line());
        let mut parts = text.split(',').map(str::trim);
        let (Some(lon), Some(lat)) = (parts.next(), parts.next()) else {
            return Err(coordinates.refused(format!(
                "expected longitude, latitude and height such as 71.43,51.13,0, found \"{text}\""
            )));
        };
        position((lon, place), (lat, place)).map(Some)
    }

    /// Takes the description as a note, unless it only repeats the fields.
    fn describe(&self, data: &[(&str, &Element)], entry: &mut Entry, context: &mut Context<'_>) {
        let Some(description) = self.element.first("description") else {
            return;
        };
        let Some(said) = description.said() else {
            return;
        };
        let place = description.place().unwrap_or(self.line());
        let text = without_tags(said);
        if repeats(&text, data) {
            context.left_out(
                place,
                "a description",
                "it repeats the fields of the placemark",
            );
        } else if !text.is_empty() {
            entry.texts.push(("note", text, place));
            context.understood(place, "a description", "note, without its formatting");
        }
    }

    /// Names the layer in the report where it becomes no organisation.
    pub(super) fn leave_layer(
        &self,
        fields: &Fields,
        name_is_organisation: bool,
        context: &mut Context<'_>,
    ) {
        let is_used = !name_is_organisation && !fields.has("organisation");
        if is_used {
            return;
        }
        let Some(name) = self.layer.and_then(|layer| layer.first("name")) else {
            return;
        };
        if let Some(text) = name.said_once() {
            context.left_out(
                name.place(),
                format!("the layer \"{text}\""),
                "the placemarks name their organisation",
            );
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True of a description that has nothing but the names and values of the placemark's data.
fn repeats(text: &str, data: &[(&str, &Element)]) -> bool {
    let values = data
        .iter()
        .filter_map(|(_, value)| value.said())
        .map(one_line);
    let mut known: Vec<String> = values
        .chain(data.iter().map(|(name, _)| one_line(name)))
        .collect();
    // A longer text may hold a shorter one.
    known.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let rest = known.iter().fold(text.to_owned(), |rest, known| {
        rest.replace(known.as_str(), "")
    });
    !data.is_empty() && !rest.chars().any(char::is_alphanumeric)
}

/// The text of HTML: without tags, with its five commonest entities read.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let Some((_, behind)) = after.split_once('>') else {
            text.push('<');
            rest = after;
            continue;
        };
        if !is_inline(after) {
            text.push(' ');
        }
        rest = behind;
    }
    text.push_str(rest);
    for (entity, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    one_line(&text)
}

/// True of a tag that stands within words: `<b>`, `</a>`.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name
        .find(|letter: char| !letter.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
    matches!(
        name.as_str(),
        "a" | "b" | "i" | "u" | "em" | "strong" | "span" | "font" | "sup" | "sub"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_its_text() {
        assert_eq!(
            without_tags("<b>Ten</b> observers<br>in &quot;Almaty&quot; &amp; Astana"),
            "Ten observers in \"Almaty\" & Astana"
        );
        assert_eq!(without_tags("3 < 4"), "3 < 4");
    }
}
