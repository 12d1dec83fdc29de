//! Ghost: its search for oEmbed (`fetchOembedData` in oembed-service.js of TryGhost/Ghost, commit 0cbd452, version 5) and
//! its embed card in newsletters (embed-renderer.js of TryGhost/Koenig, commit b9eaf3e).

use super::{BASE, EMBEDS, Embed, attribute, tags, titled};

/// The HTML of the embed card, or none where Ghost makes a bookmark of the address.
fn card(embed: &Embed) -> Option<&str> {
    let link = tags(&embed.page)
        .filter(|tag| tag.starts_with("link "))
        .find(|tag| attribute(tag, "type") == Some("application/json+oembed"))?;
    let address = attribute(link, "href")?;
    if address.contains("wp-json/oembed") {
        return None;
    }
    let oembed = &embed.oembed;
    let is_valid = oembed["version"].is_string() && oembed["type"] == "rich";
    let has_size = oembed["width"].as_u64().is_some_and(|width| width > 0);
    (is_valid && has_size).then(|| oembed["html"].as_str())?
}

#[test]
fn ghost_makes_a_card_of_every_address() {
    for embed in EMBEDS.iter() {
        let card = card(embed).unwrap_or_else(|| panic!("{}: a bookmark", embed.name));
        assert!(
            card.contains(&format!("<iframe src=\"{BASE}/{}.html\"", embed.name)),
            "{card}"
        );
    }
}

#[test]
fn a_newsletter_of_ghost_keeps_the_link_and_the_sentence_of_a_card() {
    // The card goes into the mail as it is, and mail programs take frames away.
    let (mail, _) = card(titled()).unwrap().split_once("<iframe").unwrap();
    assert!(
        mail.contains(&format!("<a href=\"{BASE}/data.html\">")),
        "{mail}"
    );
    assert!(mail.contains("Ada leads with over 81%"), "{mail}");
}
