//! Rows that are none of the table's own, and papers that stand in each row of an area.

use super::cells::take_cell;
use super::gathering::Gathering;
use super::head::is_remark;
use super::row_names::is_total;
use super::rows::Rows;
use crate::context::Context;
use crate::grid;
use crate::refused::{Place, Refused};

/// Why a note is left out.
pub(super) const NOTE: &str =
    "a note below the table (--answer notes=… puts a remark into the document)";

impl Gathering<'_> {
    /// True of a row that is none of the table's: empty, a note, a header again. Notes are named.
    pub(super) fn is_aside(
        &mut self,
        rows: &Rows<'_>,
        line: u64,
        context: &mut Context<'_>,
    ) -> Result<bool, Refused> {
        let header = &self.columns.header;
        let (has, wants) = (rows.len(), header.cells.len());
        if has == wants
            && !rows.bytes(0).is_empty()
            && self.unnamed.is_empty()
            && (self.is_sum || wants < 2 || !rows.bytes(1).is_empty())
            && rows.bytes(0) != header.name(0).as_bytes()
        {
            let is_starred = rows.bytes(0).starts_with(b"*");
            if !is_starred && rows.bytes(0).len() < 60 {
                return Ok(false);
            }
        }
        let cells = rows.cells();
        let given = cells.iter().filter(|cell| !cell.is_empty()).count();
        if given == 0 {
            return Ok(true);
        }
        if cells == header.cells {
            context.left_out(
                Place::line(line),
                "the header again",
                "it repeats the header",
            );
            return Ok(true);
        }
        let first = cells
            .iter()
            .find(|cell| !cell.is_empty())
            .map_or("", String::as_str);
        // Of areas such a row may be one without figures, and its sum is open.
        let reads_so = || is_remark(first) || first.chars().count() >= 60;
        let is_note =
            given == 1 && (has < wants || first.starts_with('*') || !self.is_sum && reads_so());
        if is_note {
            context.left_out(Place::line(line), format!("\"{first}\""), NOTE);
            return Ok(true);
        }
        if cells.iter().skip(wants).any(|cell| !cell.is_empty()) {
            return Err(Refused::at(
                Place::new(line, wants as u64 + 1),
                format!(
                    "the row has {has} cells and the header {wants}: does a cell hold the mark that stands between cells? It then needs quotation marks"
                ),
            ));
        }
        if has < wants {
            context.warn(format!("line {line}: the row has {has} cells and the header {wants}; those that lack are taken as empty"));
        }
        if let Some(column) = self
            .unnamed
            .iter()
            .copied()
            .find(|column| !rows.cell(*column).is_empty())
        {
            self.unnamed.retain(|other| *other != column);
            let cell = rows.cell(column);
            context.left_out(
                Place::new(line, column as u64 + 1),
                format!("\"{cell}\""),
                "its column has no header, and no cell of it is read",
            );
        }
        Ok(false)
    }

    /// True of a row that is the sum of areas.
    pub(super) fn is_area_total(
        &mut self,
        rows: &Rows<'_>,
        line: u64,
        context: &mut Context<'_>,
    ) -> bool {
        if !self.is_sum {
            return false;
        }
        self.key.clear();
        for column in &self.columns.areas {
            self.key.extend_from_slice(rows.bytes(*column));
            self.key.push(0x1f);
        }
        if self.last_area.0 != self.key {
            let is_sum = self
                .columns
                .areas
                .iter()
                .any(|column| is_total(rows.cell(*column)));
            self.last_area.0.clone_from(&self.key);
            self.last_area.1 = is_sum;
        }
        if self.last_area.1 {
            let area = self
                .columns
                .areas
                .first()
                .map_or("", |column| rows.cell(*column));
            context.left_out(
                Place::line(line),
                format!("the row of \"{area}\""),
                "a sum of areas, which would be added twice",
            );
        }
        self.last_area.1
    }

    /// Takes the papers of a row: once for each area, and alike in all rows of it.
    pub(super) fn take_ballots(
        &mut self,
        rows: &Rows<'_>,
        count: usize,
        line: u64,
    ) -> Result<(), Refused> {
        let ballots = &self.columns.ballots;
        if ballots.is_empty() {
            return Ok(());
        }
        let area = if self.is_sum {
            self.last_area.0.as_slice()
        } else {
            &[]
        };
        self.key.clear();
        for (_, column) in ballots {
            self.key.extend_from_slice(rows.bytes(*column).trim_ascii());
            self.key.push(0x1f);
        }
        let Some(counted) = self.gathered.counts.get_mut(count) else {
            return Ok(());
        };
        if let Some(known) = counted.areas.find(area) {
            return match counted.papers.get(known) {
                Some(papers) if *papers != self.key => {
                    let papers = papers.clone();
                    Err(self.differing(rows, &papers, line))
                }
                _ => Ok(()),
            };
        }
        counted.areas.add(area);
        counted.papers.push(self.key.clone());
        for ((_, column), figure) in ballots.iter().zip(&mut counted.ballots) {
            let place = Place::new(line, *column as u64 + 1);
            if let Some(Some(stats)) = self.gathered.stats.get_mut(*column) {
                take_cell(figure, rows.bytes(*column), place, stats, self.is_sum);
            }
        }
        Ok(())
    }

    fn differing(&self, rows: &Rows<'_>, known: &[u8], line: u64) -> Refused {
        let before = known.split(|byte| *byte == 0x1f);
        let differs = self
            .columns
            .ballots
            .iter()
            .zip(before)
            .find(|((_, column), before)| rows.bytes(*column).trim_ascii() != *before);
        let Some(((field, column), before)) = differs else {
            return Refused::at(
                Place::line(line),
                "the row's papers differ from those above",
            );
        };
        let name = self.columns.header.name(*column);
        Refused::at(
            Place::new(line, *column as u64 + 1),
            format!(
                "\"{name}\" ({field}) is \"{}\" here and \"{}\" in a row of the same count above: if the rows are areas, name their columns (--sum-over)",
                rows.cell(*column),
                grid::text(before)
            ),
        )
    }
}
