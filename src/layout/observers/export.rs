//! The downloads of an observer map: a table with one row per place of a mission, and GeoJSON.

use super::context::{MissionsContext, Placed};
use super::placed_missions::PlacedMissions;
use super::row::unnamed_key;
use super::view_state::ObserversViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::export::{
    Export, ExportTable, Field, amount_columns, cited, heads, number, quoted,
};
use crate::locale::Locale;
use crate::model::{
    Claim, Coordinates, Counted, Date, Mission, Site, SizeClaim, SourceRef, Whereabouts, WholeRef,
};

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

/// The columns behind those of the source: what is counted, on which day, whether the mission is absent, and by whom it
/// was declined or refused.
const MORE: [&str; 4] = ["counted", "asOf", "absent", "by"];

/// Returns the missions on show for download. Filtered missions are not in it.
pub fn observers_export(
    placed: &PlacedMissions,
    state: &ObserversViewState,
    locale: &Locale,
) -> Option<Export> {
    let context = MissionsContext::new(placed, locale);
    let filtered = context.filtered(state);
    let listed = context.at_place(&filtered, state.place.as_ref());
    let listed = context.ordered(&listed, state.order);
    let missions: Vec<Placed<'_>> = listed;
    Some(Export {
        name: "observers".to_owned(),
        data: ExportTable {
            heads: heads(&HEADS, &MORE),
            rows: context
                .totals_records()
                .into_iter()
                .chain(missions.iter().flat_map(|placed| context.records(*placed)))
                .collect_compact(),
        },
        shown: context.shown_table(&missions),
        geo: Some(context.geo(&missions)),
    })
}

/// One row's own fields, between those of its mission and those of its source.
#[derive(Default)]
struct Record<'a> {
    figure: &'static str,
    /// The unit of a number; `None` for places, which are only counted.
    counted: Option<&'a Counted>,
    as_of: Option<Date>,
    place: String,
    id: &'a str,
    position: Option<Coordinates>,
    amount: Option<&'a crate::model::Amount>,
    text: String,
    source: Option<SourceRef>,
}

/// The row of a size, without its words.
fn size_record<'a>(
    figure: &'static str,
    counted: &'a Counted,
    claim: SizeClaim<'a>,
    source: Option<SourceRef>,
) -> Record<'a> {
    Record {
        figure,
        counted: Some(counted),
        as_of: claim.as_of,
        amount: Some(claim.amount),
        source: claim.source.or(source),
        ..Record::default()
    }
}

impl MissionsContext<'_> {
    fn totals_records(&self) -> Vec<Vec<Field>> {
        let totals = self.observers.totals.iter().enumerate();
        let claims = totals.flat_map(|(place, total)| {
            let claims = total.sizes.claims();
            claims.map(move |claim| (place, total, claim))
        });
        claims
            .map(|(place, total, claim)| {
                let name = Field::Text(self.writer.phrase(&total.name).text);
                let id = total.id.as_str().into();
                let owner = [id, "".into(), name, "".into()];
                let counted = self.observers.counted_of(WholeRef::Total(place));
                let record = size_record("total", counted, claim, total.source);
                let text = self.number_of(counted, claim.amount);
                self.fields(owner, Record { text, ..record }, None)
            })
            .collect_compact()
    }

    /// A mission's size, then every place that an account of it names or counts.
    fn records(&self, placed: Placed<'_>) -> Vec<Vec<Field>> {
        let (place, mission) = placed;
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
        let counted = self.observers.counted_of(WholeRef::Mission(place));
        let mut records = self.size_records(counted, mission);
        for account in &mission.accounts.0 {
            records.extend(self.account_records(counted, account, mission.source));
        }
        records
            .into_iter()
            .map(|record| self.fields(owner(), record, Some(mission)))
            .collect_compact()
    }

    fn size_records<'m>(&self, counted: &'m Counted, mission: &'m Mission) -> Vec<Record<'m>> {
        let claims = mission.sizes.claims();
        let sizes: Vec<Record<'m>> = claims
            .map(|claim| Record {
                text: self.number_of(counted, claim.amount),
                ..size_record("size", counted, claim, mission.source)
            })
            .collect_compact();
        if !sizes.is_empty() {
            return sizes;
        }
        let unsaid = || self.writer.word("size.unsaid");
        vec![Record {
            figure: "size",
            text: self.why_absent(mission).unwrap_or_else(unsaid).text,
            source: mission.source,
            ..Record::default()
        }]
    }

    fn account_records<'m>(
        &self,
        counted: &'m Counted,
        account: &'m Whereabouts,
        source: Option<SourceRef>,
    ) -> Vec<Record<'m>> {
        let source = account.source.or(source);
        let throughout = account.throughout.then(|| Record {
            figure: "throughout",
            text: self.throughout(),
            source,
            ..Record::default()
        });
        let sites = account.places.iter();
        let named = sites.flat_map(|site| self.site_records(counted, site, source));
        let unnamed = account
            .unnamed
            .counted()
            .flat_map(|(kind, quantity)| quantity.claims().map(move |claim| (kind, claim)));
        let unnamed = unnamed.map(|(kind, claim)| Record {
            figure: unnamed_key(kind),
            amount: Some(&claim.amount),
            source: claim.source.or(source),
            ..Record::default()
        });
        throughout
            .into_iter()
            .chain(named)
            .chain(unnamed)
            .collect_compact()
    }

    /// A place, once for each claim of how many are there.
    fn site_records<'m>(
        &self,
        counted: &'m Counted,
        site: &'m Site,
        source: Option<SourceRef>,
    ) -> Vec<Record<'m>> {
        let record = |claim: Option<&'m Claim>| Record {
            figure: site.kind.name(),
            place: self.writer.phrase(&site.name).text,
            id: site.id.as_ref().map_or("", |id| id.as_str()),
            position: site.position,
            counted: claim.map(|_| counted),
            amount: claim.map(|claim| &claim.amount),
            text: claim.map_or_else(String::new, |claim| self.number_of(counted, &claim.amount)),
            source: claim.and_then(|claim| claim.source).or(source),
            ..Record::default()
        };
        match &site.size {
            Some(size) => size
                .claims()
                .map(|claim| record(Some(claim)))
                .collect_compact(),
            None => vec![record(None)],
        }
    }

    fn fields(
        &self,
        owner: [Field; 4],
        record: Record<'_>,
        mission: Option<&Mission>,
    ) -> Vec<Field> {
        let lon = record.position.map(|place| place.lon);
        let lat = record.position.map(|place| place.lat);
        let (says, [value, low, high]) = record.amount.map_or(("", [None; 3]), amount_columns);
        let text = |text: Option<String>| Field::Text(text.unwrap_or_default());
        let by = mission.and_then(|mission| mission.by.as_ref());
        let absent = mission.is_some_and(Mission::is_absent);
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
            .chain([
                text(record.counted.map(|counted| self.counted_id(counted))),
                text(record.as_of.map(|date| date.to_string())),
                if absent { "yes" } else { "" }.into(),
                text(by.map(|by| self.writer.phrase(by).text)),
            ])
            .collect_compact()
    }

    /// Returns the document's id for a unit.
    fn counted_id(&self, counted: &Counted) -> String {
        match counted {
            Counted::Observers => "observers",
            Counted::Reports => "reports",
            Counted::Stations => "stations",
            Counted::Calls => "calls",
            Counted::Own(own) => return self.writer.phrase(&own.name).text,
        }
        .to_owned()
    }

    /// The list in words.
    fn shown_table(&self, missions: &[Placed<'_>]) -> ExportTable {
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
        rows.extend(missions.iter().map(|placed| {
            let (place, mission) = *placed;
            // Why a mission is not there stands where its size would.
            let why = self.why_absent(mission).map(|why| why.text);
            let size = joined(self.sizes(place, mission));
            let size = why.into_iter().chain((!size.is_empty()).then_some(size));
            vec![
                text(self.name(mission).text),
                text(size.collect_compact().join(", ")),
                text(joined(self.accounts(*placed, usize::MAX))),
            ]
        }));
        ExportTable {
            heads: Vec::new(),
            rows,
        }
    }

    /// Missions as GeoJSON: those whose points are not known have no geometry, none is made up.
    fn geo(&self, missions: &[Placed<'_>]) -> String {
        let features: Vec<String> = missions
            .iter()
            .map(|one| self.feature(*one))
            .collect_compact();
        format!(
            "{{\"type\": \"FeatureCollection\", \"features\": [\n{}\n]}}\n",
            features.join(",\n")
        )
    }

    fn feature(&self, (place, mission): Placed<'_>) -> String {
        let sites = || mission.accounts.0.iter().flat_map(|one| &one.places);
        let points: Vec<String> = sites()
            .filter(|site| !mission.is_absent() && !site.is_empty())
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
        let size = self.size_texts(place, mission).into_iter();
        let size: Vec<String> = size.map(|(text, _)| text).collect_compact();
        let why = self
            .why_absent(mission)
            .map(|why| ["\"absent\": ", &quoted(&why.text), ", "].concat());
        let organisation = self.writer.phrase(&mission.organisation).text;
        format!(
            "  {{\"type\": \"Feature\", \"id\": {}, \"geometry\": {geometry}, \"properties\": {{{}\"organisation\": {}, \"name\": {}, \"size\": {}, \"places\": {}, \"placeIds\": {}}}}}",
            quoted(mission.id.as_str()),
            why.unwrap_or_default(),
            quoted(&organisation),
            quoted(&self.name(mission).text),
            quoted(&size.join(" / ")),
            list(names.collect_compact()),
            list(ids.collect_compact()),
        )
    }
}
