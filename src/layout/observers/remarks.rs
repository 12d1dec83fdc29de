//! The remarks under the map.

use super::context::{MissionsContext, Placed};
use super::map::Inside;
use super::placed_missions::OnMap;
use super::viewport::ViewBox;
use crate::layout::choice::{count, holds};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Phrase;
use crate::model::{Area, AreaChoice};

/// So many places are said to be drawn within borders of another name.
const MOST_DRAWN_AS: usize = 4;

impl<'a> MissionsContext<'a> {
    /// Returns the remarks under the map: missing places, vintage, rule of borders.
    pub(super) fn remarks(
        &self,
        area: &Area,
        missions: &[Placed<'a>],
        inside: &[Vec<Inside<'a>>],
        seen: ViewBox,
    ) -> Vec<Phrase> {
        let locale = self.writer.locale;
        let spots = self.spots(area, missions);
        let beyond = spots.iter().filter(|spot| !seen.holds(**spot)).count();
        let beyond = (beyond > 0).then(|| {
            let number = count(beyond);
            locale.plural("map.beyond", number, &[("n", &locale.whole(number))])
        });
        let own = match &self.observers.area {
            Some(AreaChoice::File { credit, .. }) => Some(credit),
            _ => None,
        };
        let said = [
            Some(&area.vintage),
            area.borders.as_ref(),
            own,
            Some(&area.credit),
        ];
        let said = said
            .into_iter()
            .flatten()
            .map(|text| self.writer.phrase(text));
        let plain = |text: String| Phrase { text, lang: None };
        beyond
            .into_iter()
            .chain(self.drawn_as(area, inside))
            .map(plain)
            .chain(said)
            .collect_compact()
    }

    /// The key: the class that draws each sign, and its meaning.
    pub(super) fn signs(&self, missions: &[Placed<'a>]) -> Vec<(&'static str, String)> {
        let some = |class, key: &str, has: fn(&OnMap) -> bool| {
            let mut places = missions.iter().flat_map(|(place, _)| self.on_map(*place));
            let word = || (class, self.writer.locale.word(key).to_owned());
            places.any(has).then(word)
        };
        let disputed = some("ew-unsure", "map.disputed", |place| place.disputed);
        let absent = some("ew-absent", "map.absent", |place| place.absent);
        disputed.into_iter().chain(absent).collect_compact()
    }

    /// Places that the map draws within borders of another name.
    fn drawn_as(&self, area: &Area, inside: &[Vec<Inside<'a>>]) -> Vec<String> {
        let locale = self.writer.locale;
        let others = area
            .shapes
            .iter()
            .zip(inside)
            .filter_map(|(shape, inside)| {
                let site = self.site_text(inside.first()?)?;
                let (name, shape) = (self.text(site), self.text(&shape.name));
                let known = holds(&locale.collation_key(&shape), &locale.collation_key(&name));
                (!known).then(|| locale.fill("map.drawn-as", &[("name", &name), ("shape", &shape)]))
            });
        others.take(MOST_DRAWN_AS).collect_compact()
    }
}
