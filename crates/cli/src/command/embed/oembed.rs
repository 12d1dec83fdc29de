//! The oEmbed answer of a page, as a file.

use super::page::escaped;
use super::picture::Named;
use super::subject::Subject;
use super::{Site, size};
use serde_json::json;

/// The frame of a page with what stands in its place where frames are taken away.
///
/// Beside `style` it has the attributes that WordPress leaves a frame of a site that it does not know. It may scroll: in a
/// narrow column, or without scripts, the widget is higher, and no host is sure to hear that.
pub(super) fn frame(subject: &Subject, site: &Site) -> String {
    let (address, title) = (
        escaped(&site.base.file(&subject.file("html"))),
        escaped(&subject.title),
    );
    // The sentence of a chart begins with its title, which is the link.
    let rest = subject
        .sentence
        .strip_prefix(&subject.title)
        .map(str::to_owned)
        .unwrap_or_else(|| format!(" {}", subject.sentence));
    format!(
        "<blockquote><a href=\"{address}\">{title}</a>{}</blockquote><iframe src=\"{address}\" width=\"{}\" height=\"{}\" \
        style=\"width:100%\" frameborder=\"0\" title=\"{title}\"></iframe>",
        escaped(&rest),
        size::WIDTH,
        subject.height,
    )
}

/// The text of NAME.oembed.json.
pub(super) fn answer(subject: &Subject, site: &Site, picture: Option<&Named>) -> String {
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": site.provider,
        "provider_url": format!("{}/", site.base.site()),
        "title": subject.title,
        "html": frame(subject, site),
        "width": size::WIDTH,
        "height": subject.height,
        "cache_age": site.cache_age,
    });
    if let (Some(picture), Some(map)) = (picture, answer.as_object_mut()) {
        map.insert(
            "thumbnail_url".to_owned(),
            json!(site.base.file(&picture.file)),
        );
        map.insert("thumbnail_width".to_owned(), json!(picture.width));
        map.insert("thumbnail_height".to_owned(), json!(picture.height));
    }
    format!("{answer:#}\n")
}
