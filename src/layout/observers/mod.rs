//! What the observer map shows of a document: a map and a list of the same missions.

mod cluster;
mod context;
mod export;
mod map;
mod markers;
mod placed_missions;
mod remarks;
mod row;
mod size;
mod summary;
mod view_state;
mod viewport;

use super::choice::{Choice, Find, Pick, count};
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
    /// Title, notes, sources.
    pub frame: Frame,
    /// What is observed: its name, where, when.
    pub event: Vec<Phrase>,
    /// The map and the list in a few sentences.
    pub summary: String,
    /// How many there are of several missions together.
    pub totals: Vec<Line>,
    /// In which order missions can stand, where there are several.
    pub order: Option<Choice<ObserversAction>>,
    /// The organisations of which one can be chosen; nothing where there is but one.
    pub organisations: Option<Organisations>,
    /// The search.
    pub find: Option<Find>,
    /// What of the missions is on show, where that is not all, with what shows all.
    pub shown: Option<(String, Pick<ObserversAction>)>,
    /// Whether a mission or a place is chosen, which Escape closes.
    pub closes: bool,
    /// What must be said of the list as a whole.
    pub remarks: Vec<String>,
    /// The map, laid out by [`observer_map`], with a number that no other has; nothing where the document names no area, or its file
    /// could not be read.
    pub map: Option<(usize, Arc<MapLayout>)>,
    /// What the list is called as a part that scrolls.
    pub list_label: String,
    /// The missions.
    pub rows: Vec<MissionGroup>,
    /// What shows all of a long list.
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

/// The organisations of which one can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisations {
    /// What is chosen.
    pub label: String,
    /// What stands first where none is chosen.
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
    /// The missions.
    pub rows: Vec<MissionRow>,
}

/// A mission of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionRow {
    /// Its id.
    pub id: String,
    /// The letter by which the map calls it.
    pub letter: Option<String>,
    /// What it is called.
    pub name: Phrase,
    /// Its organisation where that is not its name, how far it has come.
    pub details: Vec<Phrase>,
    /// How many observers, a line a claim.
    pub size: Vec<Line>,
    /// Where it is, a line an account.
    pub accounts: Vec<Line>,
    /// That its accounts differ.
    pub disputed: Option<String>,
    /// That the map does not show it.
    pub off_map: Option<String>,
    /// What opens and closes it.
    pub pick: Pick<ObserversAction>,
    /// What is said of it beyond that, once it is opened; nothing where missions are many and this one
    /// is closed.
    pub opened: Option<MissionDetails>,
}

/// The details that a mission opens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionDetails {
    /// Size, whereabouts, head, dates and what it is part of, each with its sources.
    pub facts: Vec<Figures>,
    /// What it said, when, and where that is to be read.
    pub statements: Vec<(Phrase, Option<String>, Vec<SourceLine>)>,
    /// A remark.
    pub note: Option<Phrase>,
}

/// A map, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLayout {
    /// What it is called.
    pub label: String,
    /// How it is moved by keys.
    pub keys: String,
    /// What of it is in view, as SVG has it.
    pub view_box: String,
    /// What of it is in view, from which other views are found.
    pub viewport: Viewport,
    /// How large a marker is, in map units.
    pub radius: String,
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
    /// Names of places.
    pub names: Vec<MapName>,
    /// Where missions are that are not in a shape.
    pub markers: Vec<MapMarker>,
    /// What moves the map.
    pub tools: Vec<MapTool>,
    /// What it does not show, of when it is, by which rule its borders are drawn, whose it is.
    pub remarks: Vec<Phrase>,
}

/// A shape of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapShape {
    /// Its outline.
    pub path: String,
    /// Whether missions are in it.
    pub kind: ShapeKind,
    /// The ids of the missions in it.
    pub missions: String,
    /// What stands in it, and where.
    pub key: Option<(Spot, String)>,
    /// What shows its missions alone; nothing where there are none, or it is out of viewport.
    pub pick: Option<Pick<ObserversAction>>,
}

/// Whether missions are in a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// No mission is said to be in it.
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
    /// The name.
    pub name: Phrase,
    /// Where it stands.
    pub at: Spot,
    /// Whether it only helps to find one's way.
    pub around: bool,
}

/// A point on a map at which missions are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapMarker {
    /// Its name among the markers.
    pub key: String,
    /// Where it stands.
    pub spot: Spot,
    /// The letter of its mission, or how many there are.
    pub text: String,
    /// Whether it stands for several missions.
    pub several: bool,
    /// Whether only some accounts have its missions there.
    pub disputed: bool,
    /// Whether they are named for it, and none is there.
    pub absent: bool,
    /// The ids of its missions.
    pub missions: String,
    /// What shows its missions alone.
    pub pick: Pick<ObserversAction>,
}

/// A button that moves the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapTool {
    /// Its sign.
    pub sign: &'static str,
    /// What it does.
    pub label: String,
    /// What it does; nothing where that would change nothing.
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
        totals: context.totals(),
        order: (all > 1).then(|| order(state, locale)),
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

/// The map of the same missions; nothing where there is none. It depends on less than the list does:
/// not on which mission is open, nor on their order.
pub fn observer_map(
    placed: &PlacedMissions,
    state: &ObserversViewState,
    locale: &Locale,
) -> Option<MapLayout> {
    let context = MissionsContext::new(placed, locale);
    Some(context.map(context.area?, &context.filtered(state), state))
}

fn order(state: &ObserversViewState, locale: &Locale) -> Choice<ObserversAction> {
    let orders = [
        (MissionOrder::Document, "order.document"),
        (MissionOrder::Name, "order.name"),
        (MissionOrder::Size, "order.size"),
        (MissionOrder::Organisation, "order.organisation"),
    ];
    Choice::of_words(
        "order",
        &orders,
        locale,
        &state.order,
        ObserversAction::Order,
    )
}

/// What shows all of a long list, or its beginning again.
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
