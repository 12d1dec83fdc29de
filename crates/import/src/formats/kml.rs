//! Observers as KML, the file that Google My Maps exports: layers of placemarks.

mod placemark;

use super::Format;
use crate::context::Context;
use crate::draft::Head;
use crate::missions::{Event, join};
use crate::question::Question;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use crate::tree::{Element, read_xml};
use placemark::{Fields, Placemark};
use serde_json::{Value, json};

/// The format of layers with placemarks.
#[derive(Clone, Copy, Debug)]
pub struct Kml;

impl Format for Kml {
    fn name(&self) -> &'static str {
        "kml"
    }

    fn title(&self) -> &'static str {
        "observers as KML (Google My Maps)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        sniff.is_markup() && sniff.root_name() == Some("kml")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let root = read_xml(&text)?;
        drop(text);
        let mut placemarks = Vec::new();
        gather(&root, None, &mut placemarks);
        if placemarks.is_empty() {
            return Err(empty(&root));
        }
        let (placemarks, shapes): (Vec<_>, Vec<_>) =
            placemarks.into_iter().partition(Placemark::can_be_mission);
        for shape in shapes {
            shape.leave(context);
        }
        let fields = Fields::of(&placemarks, context)?;
        let Some(name_is_organisation) = name_is_organisation(&fields, context)? else {
            return Ok(None);
        };
        let entries = placemarks
            .iter()
            .map(|placemark| placemark.entry(&fields, name_is_organisation, context));
        let entries: Vec<_> = entries.collect::<Result<_, _>>()?;
        let document = root.first("Document").unwrap_or(&root);
        let title = document.text_of("name");
        if title.is_some() {
            context.understood(None, "the name of the map", "title");
        }
        let head = Head {
            title: title.map(|title| json!(title)),
            ..Head::default()
        };
        for placemark in &placemarks {
            placemark.leave_layer(&fields, name_is_organisation, context);
        }
        root.report_unused(context, sort);
        join(&entries, head, Event::default(), context)
    }
}

/// Gathers the placemarks of a document and its layers, in the file's order.
fn gather<'e>(
    element: &'e Element,
    layer: Option<&'e Element>,
    placemarks: &mut Vec<Placemark<'e>>,
) {
    for child in element.children() {
        match child.name() {
            "Placemark" => placemarks.push(Placemark {
                element: child,
                layer,
            }),
            "Folder" => gather(child, Some(child), placemarks),
            "Document" => gather(child, layer, placemarks),
            _ => {}
        }
    }
}

/// The refusal of a file without placemarks.
fn empty(root: &Element) -> Refused {
    let document = root.first("Document").unwrap_or(root);
    let is_link = document.first("NetworkLink").is_some();
    root.refused(if is_link {
        "the file is only a link to a map: export it again, without \"keep data up to date with network link\""
    } else {
        "the file has no Placemark"
    })
}

/// True where a placemark is called by its organisation, false where by its place. `None` notes the question.
fn name_is_organisation(
    fields: &Fields,
    context: &mut Context<'_>,
) -> Result<Option<bool>, Refused> {
    if fields.has("organisation") {
        return Ok(Some(false));
    }
    let question = Question::new("placemark", "What is the name of a placemark?").choices(&[
        ("organisation", "the organisation that observes"),
        ("place", "the place, and the layer is the organisation"),
    ]);
    let answer = context.settle(question)?;
    Ok(answer.map(|answer| answer == "organisation"))
}

/// The kind of the part of the file at `path`, and the reason why it is in no field of the document.
fn sort(path: &str) -> (String, &'static str) {
    let has = |part: &str| path.contains(part);
    if has("Style") || has("styleUrl") {
        return (
            "icons and colours".to_owned(),
            "the map of observers has its own",
        );
    }
    let short = path.trim_start_matches("Document/").replace("Folder/", "");
    (short, "documents have no field for it")
}
