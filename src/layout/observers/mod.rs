//! The layout of the observer map: a map and a list of the same missions.

mod cluster;
mod context;
mod export;
mod map;
mod markers;
mod names;
mod placed_missions;
mod remarks;
mod row;
mod size;
mod summary;
mod view_state;
mod viewport;

use super::choice::{Choice, Find, MOST_UNSEARCHED, Pick, count};
use super::frame::{Figures, Frame, Line, Phrase, SourceLine};
use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::Locale;
use crate::model::Spot;
use context::{MissionsContext, Placed};
pub use export::observers_export;
pub use placed_missions::PlacedMissions;
use std::sync::Arc;
pub use view_state::{MissionOrder, ObserversAction, ObserversViewState, PlaceKey};
pub use viewport::{View, ViewBox, Viewport};

/// A list of more missions than this shows so many until the reader asks for all.
const MOST_LISTED: usize = 100;

/// An observer map, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObserversLayout {
    /// Title, notes and sources.
    pub frame: Frame,
    /// The event that is observed: name, place, date.
    pub event: Vec<Phrase>,
    /// The map and the list in a few sentences.
    pub summary: String,
    /// The first total, where it is of everybody and one source gives it once: how many, and whom it counts.
    pub headline: Option<(String, Phrase)>,
    /// How many there are of several missions together.
    pub totals: Vec<Line>,
    /// In which order missions can stand, where they are many.
    pub order: Option<Choice<ObserversAction>>,
    /// The organisations that the reader can choose from; `None` if there is only one, or if each has one mission.
    pub organisations: Option<Organisations>,
    /// The search for missions.
    pub find: Option<Find>,
    /// The description of the filter, with the button that shows all. `None` if all missions are on show.
    pub shown: Option<(String, Pick<ObserversAction>)>,
    /// True if a mission or a place is chosen, so that Escape closes it.
    pub closes: bool,
    /// The remarks about the list as a whole.
    pub remarks: Vec<String>,
    /// The map, laid out by [`observer_map`], with a number that no other has; `None` if the document names no area, or its file
    /// could not be read.
    pub map: Option<(usize, Arc<MapLayout>)>,
    /// The accessible name of the list as a scrolling region.
    pub list_label: String,
    /// The missions in groups.
    pub rows: Vec<MissionGroup>,
    /// The button that shows all of a long list.
    pub more: Option<Pick<ObserversAction>>,
}

impl ObserversLayout {
    /// The missions in sentences: how many, then each of those that are listed.
    pub fn sentences(&self) -> Vec<String> {
        let text = |line: &Line| line.text.clone();
        let rows = self.rows.iter().flat_map(|group| &group.rows);
        let said = std::iter::once(self.summary.clone())
            .chain(self.totals.iter().map(text))
            .chain(rows.map(MissionRow::sentence));
        self.frame.sentences(said)
    }
}

impl MissionRow {
    /// "SCO mission (SCO, deployed): 25 observers; Akmola, Almaty".
    fn sentence(&self) -> String {
        let join = |texts: Vec<&str>, between: &str| texts.join(between);
        let details = self
            .details
            .iter()
            .map(|phrase| &*phrase.text)
            .collect_compact();
        let lines = self.size.iter().chain(&self.accounts);
        let said = join(lines.map(|line| &*line.text).collect_compact(), "; ");
        let name = match join(details, ", ") {
            none if none.is_empty() => self.name.text.clone(),
            details => format!("{} ({details})", self.name.text),
        };
        if said.is_empty() {
            name
        } else {
            format!("{name}: {said}")
        }
    }
}

/// The organisations that the reader can choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisations {
    /// The label of the choice.
    pub label: String,
    /// The first entry, for no choice.
    pub all: String,
    /// The id of the first mission of each organisation, and the organisation's name.
    pub choices: Vec<(String, String)>,
    /// The one that is chosen, or nothing.
    pub chosen: String,
}

/// Missions under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionGroup {
    /// The organisation, where the list is in groups.
    pub heading: Option<Phrase>,
    /// The rows of the missions.
    pub rows: Vec<MissionRow>,
}

/// A mission of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionRow {
    /// The id of the mission.
    pub id: String,
    /// The letter by which the map calls it.
    pub letter: Option<String>,
    /// The name of the mission.
    pub name: Phrase,
    /// Its organisation where that is not its name, how far it has come.
    pub details: Vec<Phrase>,
    /// The number of observers, one line per claim.
    pub size: Vec<Line>,
    /// The places of the mission, one line per account.
    pub accounts: Vec<Line>,
    /// That its accounts differ.
    pub disputed: Option<String>,
    /// That the map does not show it.
    pub off_map: Option<String>,
    /// The button that opens and closes it.
    pub pick: Pick<ObserversAction>,
    /// True if it opens to anything that its row does not say.
    pub opens: bool,
    /// The details below the row; `None` if there are many missions and this one is closed.
    pub opened: Option<MissionDetails>,
}

/// The details that a mission opens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionDetails {
    /// Size, whereabouts, head, dates and what it is part of, each with its sources.
    pub facts: Vec<Figures>,
    /// The statements of the mission, each with its day and sources.
    pub statements: Vec<(Phrase, Option<String>, Vec<SourceLine>)>,
    /// A remark of the document.
    pub note: Option<Phrase>,
}

/// A map, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLayout {
    /// The accessible name of the map.
    pub label: String,
    /// The part in view, as SVG writes it.
    pub view_box: String,
    /// The part in view, from which other views are computed.
    pub viewport: Viewport,
    /// How large a marker is, in map units.
    pub radius: String,
    /// The radius of the part of a marker that can be hit, in map units.
    pub hit_radius: String,
    /// How large its letter is, in map units.
    pub letter_size: String,
    /// How large the names of places are, in map units.
    pub name_size: String,
    /// The outlines of what lies around.
    pub around: Vec<String>,
    /// The shapes that documents name.
    pub shapes: Vec<MapShape>,
    /// Borders that are disputed.
    pub disputed: Option<String>,
    /// The names of places.
    pub names: Vec<MapName>,
    /// The markers of missions that are not in a shape.
    pub markers: Vec<MapMarker>,
    /// The meaning of signs, each with the class that draws it.
    pub key: Vec<(&'static str, String)>,
    /// The buttons that move the map.
    pub tools: Vec<MapTool>,
    /// The remarks under the map: missing places, vintage, rule of borders, credit.
    pub remarks: Vec<Phrase>,
}

/// A shape of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapShape {
    /// The outline as SVG path data.
    pub path: String,
    /// The kind of shape it is.
    pub kind: ShapeKind,
    /// The ids of the missions in it.
    pub missions: String,
    /// The label in the shape and its position.
    pub key: Option<(Spot, String)>,
    /// The button that shows its missions only; `None` if it has no missions or is out of view.
    pub pick: Option<Pick<ObserversAction>>,
}

/// The kinds of shapes, by the missions in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// No mission names this shape.
    Empty,
    /// Missions are in it.
    Named,
    /// Missions are in it by some accounts and not by others.
    Disputed,
    /// Missions are named for it, and none is there.
    Absent,
}

/// The name of a place on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapName {
    /// The name to draw.
    pub name: Phrase,
    /// The position of the name.
    pub at: Spot,
    /// True if the land is drawn for orientation only.
    pub around: bool,
    /// True if there is room for it on narrow maps, too.
    pub narrow: bool,
}

/// A point on a map at which missions are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapMarker {
    /// Its name among the markers.
    pub key: String,
    /// The position on the map.
    pub spot: Spot,
    /// The letter of its mission, or how many there are.
    pub text: String,
    /// True if it stands for several missions.
    pub several: bool,
    /// True if only some accounts place its missions here.
    pub disputed: bool,
    /// True if its missions are named for the place but absent.
    pub absent: bool,
    /// The ids of its missions.
    pub missions: String,
    /// The button that shows its missions only.
    pub pick: Pick<ObserversAction>,
}

/// A button that moves the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapTool {
    /// The sign on the button; empty if its label is written on it.
    pub sign: &'static str,
    /// The accessible name of the button.
    pub label: String,
    /// The action of the button; `None` if it would change nothing.
    pub action: Option<ObserversAction>,
}

/// The layout of observers without their map, as the reader chose to see them, in the reader's
/// language.
pub fn observers(
    placed: &PlacedMissions,
    state: &ObserversViewState,
    locale: &Locale,
) -> ObserversLayout {
    let context = MissionsContext::new(placed, locale);
    let filtered = context.filtered(state);
    let listed = context.at_place(&filtered, state.place.as_ref());
    let listed = context.ordered(&listed, state.order);
    let all = placed.observers.missions.len();
    let looked_for = (!state.find.is_empty()).then_some(filtered.len());
    ObserversLayout {
        frame: context.writer.frame(&placed.observers.head),
        event: context.event(),
        summary: context.summary(),
        headline: context.headline(),
        totals: context.totals(),
        order: (all > MOST_UNSEARCHED).then(|| context.order(state)),
        organisations: context.organisations(state),
        find: Find::new(all, looked_for, locale),
        shown: context.shown(&listed, state),
        closes: state.selected.is_some() || state.place.is_some(),
        remarks: context.list_remarks(&listed, state),
        map: None,
        list_label: locale.word("missions.list").to_owned(),
        rows: context.groups(&listed, state),
        more: more(&listed, state, locale),
    }
}

/// The map of the same missions; `None` if there is none. It depends on less than the list does:
/// not on which mission is open, nor on their order.
pub fn observer_map(
    placed: &PlacedMissions,
    state: &ObserversViewState,
    locale: &Locale,
) -> Option<MapLayout> {
    let context = MissionsContext::new(placed, locale);
    Some(context.map(context.area?, &context.filtered(state), state))
}

/// Returns the button that shows all of a long list, or only its beginning.
fn more(
    listed: &[Placed<'_>],
    state: &ObserversViewState,
    locale: &Locale,
) -> Option<Pick<ObserversAction>> {
    let number = locale.whole(count(listed.len()));
    (listed.len() > MOST_LISTED).then(|| Pick {
        label: if state.unfolded {
            locale.word("fold.hide").to_owned()
        } else {
            locale.fill("missions.more", &[("n", &number)])
        },
        action: ObserversAction::Unfold(!state.unfolded),
        pressed: state.unfolded,
    })
}
