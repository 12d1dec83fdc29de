//! What a reader takes along of an observer map: a place of a mission a row, and GeoJSON.

use super::context::MissionsContext;
use super::placed_missions::PlacedMissions;
use super::row::{counted, unnamed_key};
use super::view_state::ObserversViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::export::{
    Export, ExportTable, Field, amount_columns, cited, heads, number, quoted,
};
use crate::locale::Locale;
use crate::model::{Coordinates, Mission, Quantity, SourceRef, Whereabouts};

/// The columns of the data: `says` is how `value`, `low` and `high` are to be taken, as in the
/// document. A mission's `size` has a row, and each place that an account of it names or counts.
const HEADS: [&str; 14] = [
    "mission",
    "organisation",
    "name",
    "status",
    "figure",
    "place",
    "placeId",
    "lon",
    "lat",
    "says",
    "value",
    "low",
    "high",
    "text",
];

/// What is on show, to be taken along: missions that a filter leaves out are not.
pub fn observers_export(
    placed: &PlacedMissions,
    state: &ObserversViewState,
    locale: &Locale,
) -> Option<Export> {
    let context = MissionsContext::new(placed, locale);
    let filtered = context.filtered(state);
    let listed = context.at_place(&filtered, state.place.as_ref());
    let listed = context.ordered(&listed, state.order);
    let missions: Vec<&Mission> = listed.iter().map(|(_, mission)| *mission).collect_compact();
    Some(Export {
        name: "observers".to_owned(),
        data: ExportTable {
            heads: heads(&HEADS),
            rows: context
                .totals_records()
                .into_iter()
                .chain(missions.iter().flat_map(|mission| context.records(mission)))
                .collect_compact(),
        },
        shown: context.shown_table(&missions),
        geo: Some(context.geo(&missions)),
    })
}

/// One row's own fields, between those of its mission and those of its source.
struct Record<'a> {
    figure: &'static str,
    place: String,
    id: &'a str,
    position: Option<Coordinates>,
    amount: Option<&'a crate::model::Amount>,
    text: String,
    source: Option<SourceRef>,
}

impl MissionsContext<'_> {
    fn totals_records(&self) -> Vec<Vec<Field>> {
        let claims = self.observers.totals.iter().flat_map(|total| {
            let claims = total.size.claims();
            claims.map(move |claim| (total, claim))
        });
        claims
            .map(|(total, claim)| {
                let name = self.writer.phrase(&total.name).text;
                let owner = [
                    total.id.as_str().into(),
                    "".into(),
                    Field::Text(name),
                    "".into(),
                ];
                let record = Record {
                    figure: "total",
                    place: String::new(),
                    id: "",
                    position: None,
                    amount: Some(&claim.amount),
                    text: counted("observers", &claim.amount, self),
                    source: claim.source.or(total.source),
                };
                self.fields(owner, record)
            })
            .collect_compact()
    }

    /// A mission's size, then every place that an account of it names or counts.
    fn records(&self, mission: &Mission) -> Vec<Vec<Field>> {
        let owner = || {
            let organisation = self.writer.phrase(&mission.organisation).text;
            let name = mission.name.as_ref();
            let name = name.map_or_else(String::new, |name| self.writer.phrase(name).text);
            [
                mission.id.as_str().into(),
                Field::Text(organisation),
                Field::Text(name),
                mission.status.map_or("", |status| status.name()).into(),
            ]
        };
        let mut records = self.size_records(mission);
        for account in &mission.accounts.0 {
            records.extend(self.account_records(account, mission.source));
        }
        records
            .into_iter()
            .map(|record| self.fields(owner(), record))
            .collect_compact()
    }

    fn size_records<'m>(&self, mission: &'m Mission) -> Vec<Record<'m>> {
        let size = |amount, text, source| Record {
            figure: "size",
            place: String::new(),
            id: "",
            position: None,
            amount,
            text,
            source,
        };
        let Some(quantity) = &mission.size else {
            let text = self.writer.locale.word("size.unsaid").to_owned();
            return vec![size(None, text, mission.source)];
        };
        let claims = quantity.claims();
        claims
            .map(|claim| {
                let text = counted("observers", &claim.amount, self);
                size(Some(&claim.amount), text, claim.source.or(mission.source))
            })
            .collect_compact()
    }

    fn account_records<'m>(
        &self,
        account: &'m Whereabouts,
        source: Option<SourceRef>,
    ) -> Vec<Record<'m>> {
        let source = account.source.or(source);
        let named = account.places.iter().map(|site| Record {
            figure: site.kind.name(),
            place: self.writer.phrase(&site.name).text,
            id: site.id.as_ref().map_or("", |id| id.as_str()),
            position: site.position,
            amount: None,
            text: String::new(),
            source,
        });
        let counted = account
            .unnamed
            .counted()
            .flat_map(|(kind, quantity)| quantity.claims().map(move |claim| (kind, claim)));
        let unnamed = counted.map(|(kind, claim)| Record {
            figure: unnamed_key(kind),
            place: String::new(),
            id: "",
            position: None,
            amount: Some(&claim.amount),
            text: String::new(),
            source: claim.source.or(source),
        });
        named.chain(unnamed).collect_compact()
    }

    fn fields(&self, owner: [Field; 4], record: Record<'_>) -> Vec<Field> {
        let lon = record.position.map(|place| place.lon);
        let lat = record.position.map(|place| place.lat);
        let (says, [value, low, high]) = record.amount.map_or(("", [None; 3]), amount_columns);
        owner
            .into_iter()
            .chain([
                record.figure.into(),
                Field::Text(record.place),
                record.id.into(),
                number(lon),
                number(lat),
                says.into(),
                number(value),
                number(low),
                number(high),
                Field::Text(record.text),
            ])
            .chain(cited(&self.writer, &self.observers.head, record.source))
            .collect_compact()
    }

    /// The list in words.
    fn shown_table(&self, missions: &[&Mission]) -> ExportTable {
        let locale = self.writer.locale;
        let text = |text: String| Field::Text(text);
        let head = |key: &str| text(locale.word(key).to_owned());
        let mut rows = vec![
            vec![text(self.writer.phrase(&self.observers.head.title).text)],
            ["organisation", "mission.size", "mission.where"]
                .map(head)
                .to_vec(),
        ];
        let joined = |lines: Vec<crate::layout::frame::Line>| {
            let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect_compact();
            lines.join(" / ")
        };
        rows.extend(missions.iter().map(|mission| {
            let size = mission.size.as_ref();
            let size = size.map_or_else(Vec::new, |size| self.sizes(size, None));
            vec![
                text(self.name(mission).text),
                text(joined(size)),
                text(joined(self.accounts(mission, usize::MAX))),
            ]
        }));
        ExportTable {
            heads: Vec::new(),
            rows,
        }
    }

    /// Missions as GeoJSON: those whose points are not known have no geometry, none is made up.
    fn geo(&self, missions: &[&Mission]) -> String {
        let features: Vec<String> = missions
            .iter()
            .map(|one| self.feature(one))
            .collect_compact();
        format!(
            "{{\"type\": \"FeatureCollection\", \"features\": [\n{}\n]}}\n",
            features.join(",\n")
        )
    }

    fn feature(&self, mission: &Mission) -> String {
        let sites = || mission.accounts.0.iter().flat_map(|one| &one.places);
        let points: Vec<String> = sites()
            .filter_map(|site| site.position)
            .map(|place| format!("[{}, {}]", place.lon, place.lat))
            .collect_compact();
        let geometry = match points.as_slice() {
            [] => "null".to_owned(),
            [only] => format!("{{\"type\": \"Point\", \"coordinates\": {only}}}"),
            several => format!(
                "{{\"type\": \"MultiPoint\", \"coordinates\": [{}]}}",
                several.join(", ")
            ),
        };
        let list = |texts: Vec<String>| format!("[{}]", texts.join(", "));
        let names = sites().map(|site| quoted(&self.writer.phrase(&site.name).text));
        let ids = sites().filter_map(|site| site.id.as_ref());
        let ids = ids.map(|id| quoted(id.as_str()));
        let size = mission.size.iter().flat_map(Quantity::claims);
        let size: Vec<String> = size
            .map(|claim| counted("observers", &claim.amount, self))
            .collect_compact();
        let organisation = self.writer.phrase(&mission.organisation).text;
        format!(
            "  {{\"type\": \"Feature\", \"id\": {}, \"geometry\": {geometry}, \"properties\": {{\"organisation\": {}, \"name\": {}, \"size\": {}, \"places\": {}, \"placeIds\": {}}}}}",
            quoted(mission.id.as_str()),
            quoted(&organisation),
            quoted(&self.name(mission).text),
            quoted(&size.join(" / ")),
            list(names.collect_compact()),
            list(ids.collect_compact()),
        )
    }
}
