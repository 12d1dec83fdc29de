//! The download of an alliance grid: one row per spell, with its source.

use super::context::GridContext;
use super::view_state::AlliancesViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::export::{Export, ExportTable, Field, cited, heads};
use crate::layout::frame::Writer;
use crate::locale::Locale;
use crate::model::{Alliance, Alliances, Day, Holds, Spell, State, StateRef, When};

const HEADS: [&str; 10] = [
    "state", "name", "alliance", "kind", "from", "to", "asOf", "shown", "holds", "note",
];

/// The columns behind those of the source: what the kind means, what the state is, the alliance's life.
const MORE: [&str; 4] = ["means", "stateKind", "founded", "dissolved"];

/// Returns the table on show for download.
pub fn alliances_export(
    document: &Alliances,
    state: &AlliancesViewState,
    locale: &Locale,
) -> Option<Export> {
    let writer = Writer::new(&document.head, locale);
    let context = GridContext::new(document, state, writer);
    let rows = context
        .states()
        .flat_map(|(place, found)| context.records(place, found));
    Some(Export {
        name: format!("alliances-{}", context.shown_date()),
        data: ExportTable {
            heads: heads(&HEADS, &MORE),
            rows: rows.collect_compact(),
        },
        shown: context.shown(state),
        geo: None,
    })
}

impl GridContext<'_> {
    fn records(&self, place: StateRef, state: &State) -> Vec<Vec<Field>> {
        let spells = self.document.spells_of(place);
        spells
            .map(|spell| self.spell_record(state, spell))
            .collect_compact()
    }

    fn spell_record(&self, state: &State, spell: &Spell) -> Vec<Field> {
        let text = |text: Option<String>| Field::Text(text.unwrap_or_default());
        let alliance = self.document.alliance_of(spell);
        let life = |end: fn(&Alliance) -> Option<When>| text(alliance.and_then(end).map(written));
        let shown = self.day_of(spell.alliance);
        let holds = self.document.holds(spell, Day::last_of(shown));
        vec![
            state.code.as_str().into(),
            Field::Text(self.state_name(state).text),
            text(alliance.map(|alliance| alliance.id.as_str().to_owned())),
            Field::Text(self.kind_id(spell.kind)),
            text(spell.from.map(written)),
            text(spell.to.map(written)),
            Field::Text(self.document.day_of(spell).to_string()),
            Field::Text(shown.to_string()),
            holds_word(holds).into(),
            text(
                spell
                    .note
                    .as_ref()
                    .map(|note| self.writer.phrase(note).text),
            ),
        ]
        .into_iter()
        .chain(cited(
            &self.writer,
            &self.document.head,
            self.document.source_of(spell),
        ))
        .chain([
            spell.kind.means.name().into(),
            state.kind.name().into(),
            life(|alliance| alliance.founded),
            life(|alliance| alliance.dissolved),
        ])
        .collect_compact()
    }

    /// The grid in words, whatever of it is on show.
    fn shown(&self, state: &AlliancesViewState) -> ExportTable {
        let grid = self.grid(state);
        let alliances = self.alliances();
        let alliances = alliances.map(|(place, one)| self.dated(place, self.short_name(one).text));
        let heads = std::iter::once(grid.state_label)
            .chain(alliances)
            .map(Field::Text);
        let mut rows = vec![
            vec![Field::Text(
                self.writer.phrase(&self.document.head.title).text,
            )],
            heads.collect_compact(),
        ];
        for row in grid.rows {
            let cells = row.cells.into_iter().map(|cell| {
                let said: Vec<String> = cell
                    .marks
                    .into_iter()
                    .map(|mark| mark.spoken)
                    .collect_compact();
                if said.is_empty() {
                    cell.text
                } else {
                    said.join(" / ")
                }
            });
            rows.push(
                std::iter::once(row.name.text)
                    .chain(cells)
                    .map(Field::Text)
                    .collect_compact(),
            );
        }
        ExportTable {
            heads: Vec::new(),
            rows,
        }
    }
}

fn holds_word(holds: Holds) -> &'static str {
    match holds {
        Holds::Yes => "yes",
        Holds::Perhaps => "perhaps",
        Holds::NotYet => "not-yet",
        Holds::NoMore => "no-more",
        Holds::Unsaid => "unsaid",
    }
}

/// A date as the document would have it, in one word.
fn written(when: When) -> String {
    match when {
        When::On(date) => date.to_string(),
        When::Before(date) => format!("before {date}"),
        When::After(date) => format!("after {date}"),
        When::About(date) => format!("about {date}"),
    }
}
