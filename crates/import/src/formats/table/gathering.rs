//! The gathering of rows, one at a time: which count, which option, which figures.

use super::cells::take_cell;
use super::columns::{Block, Columns};
use super::fields::is_share;
use super::gather::{CountRows, Figure, Gathered, OptionRow, Role};
use super::row_names::{ballots_row, is_total, kind_of_name};
use super::rows::Rows;
use super::stats::Stats;
use crate::context::Context;
use crate::index::Index;
use crate::question::Question;
use crate::refused::{Place, Refused};

/// Most options of a document.
const MOST_OPTIONS: usize = 20_000;

/// The gathering of one table.
pub(super) struct Gathering<'c> {
    pub(super) columns: &'c Columns,
    pub(super) gathered: Gathered,
    counts: Index,
    options: Index,
    pub(super) key: Vec<u8>,
    pub(super) last_area: (Vec<u8>, bool),
    pub(super) is_sum: bool,
    filtered: u64,
    pub(super) unnamed: Vec<usize>,
}

impl<'c> Gathering<'c> {
    pub(super) fn new(columns: &'c Columns, context: &Context<'_>) -> Gathering<'c> {
        let name = |column| columns.header.name(column);
        let mut stats: Vec<Option<Stats>> = vec![None; columns.header.cells.len()];
        let is_sum = !columns.areas.is_empty();
        for (field, column) in columns.figures() {
            // Shares of areas can't be added up: none of their cells is looked at.
            let is_left_out = is_sum && is_share(field);
            if let Some(slot) = stats.get_mut(column).filter(|_| !is_left_out) {
                *slot = Some(Stats::new(name(column), field, context));
            }
        }
        Gathering {
            columns,
            gathered: Gathered {
                stats,
                ..Gathered::default()
            },
            counts: Index::default(),
            options: Index::default(),
            key: Vec::new(),
            last_area: (Vec::new(), false),
            is_sum,
            filtered: 0,
            unnamed: columns
                .header
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| cell.is_empty())
                .map(|(column, _)| column)
                .collect(),
        }
    }

    /// Takes a row. Returns false where a question must be answered before more rows make sense.
    ///
    /// # Errors
    /// A row that does not fit the header, or a second row of one option.
    pub(super) fn take(
        &mut self,
        rows: &Rows<'_>,
        line: u64,
        context: &mut Context<'_>,
    ) -> Result<bool, Refused> {
        if self.is_aside(rows, line, context)? {
            return Ok(true);
        }
        for (column, value) in &self.columns.filters {
            let bytes = rows.bytes(*column);
            if bytes != value.as_bytes() && rows.cell(*column) != value.trim() {
                self.filtered += 1;
                return Ok(true);
            }
        }
        if self.is_area_total(rows, line, context) {
            return Ok(true);
        }
        let count = self.count(rows, line);
        self.take_ballots(rows, count, line)?;
        for (place, block) in self.columns.blocks.iter().enumerate() {
            let Some(option) = self.option(rows, place, block, line)? else {
                self.say_nameless(rows, block, line, context);
                continue;
            };
            if !self.take_figures(rows, count, option, block, line, context)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn count(&mut self, rows: &Rows<'_>, line: u64) -> usize {
        if self.columns.count.is_empty() && !self.gathered.counts.is_empty() {
            return 0;
        }
        self.key.clear();
        for (_, column) in &self.columns.count {
            self.key.extend_from_slice(rows.bytes(*column).trim_ascii());
            self.key.push(0x1f);
        }
        if let Some(known) = self.counts.find(&self.key) {
            return known;
        }
        let values = self
            .columns
            .count
            .iter()
            .map(|(field, column)| (*field, rows.cell(*column).to_owned()));
        let place = self.counts.add(&self.key);
        self.gathered.counts.push(CountRows {
            values: values.collect(),
            line,
            ballots: vec![Figure::Absent; self.columns.ballots.len()],
            ..CountRows::default()
        });
        place
    }

    /// The option of a row in one block. `None` where the row has no name for it.
    fn option(
        &mut self,
        rows: &Rows<'_>,
        place: usize,
        block: &Block,
        line: u64,
    ) -> Result<Option<usize>, Refused> {
        self.key.clear();
        for column in &block.name {
            self.key.extend_from_slice(rows.bytes(*column).trim_ascii());
            self.key.push(0x1f);
        }
        if block.fixed_name.is_none() && self.key.iter().all(|byte| *byte == 0x1f) {
            return Ok(None);
        }
        if block.fixed_name.is_some() {
            self.key.extend_from_slice(&place.to_le_bytes());
        }
        for column in &block.identity {
            self.key.extend_from_slice(rows.bytes(*column).trim_ascii());
            self.key.push(0x1f);
        }
        if let Some(known) = self.options.find(&self.key) {
            return Ok(Some(known));
        }
        let parts: Vec<&str> = block
            .name
            .iter()
            .map(|column| rows.cell(*column))
            .filter(|part| !part.is_empty())
            .collect();
        let name = block.fixed_name.clone().unwrap_or_else(|| parts.join(" "));
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let values = block
            .option
            .iter()
            .map(|(field, column)| (*field, rows.cell(*column).to_owned()));
        let number = self.gathered.options.len();
        if number == MOST_OPTIONS {
            return Err(Refused::at(
                Place::line(line),
                format!(
                    "more than {MOST_OPTIONS} options: choose rows (--where), or add areas up (--sum-over)"
                ),
            ));
        }
        let values: Vec<_> = values.filter(|(_, cell)| !cell.is_empty()).collect();
        let role = role(&name, &values, block.fixed_name.is_some());
        self.gathered.options.push(OptionRow {
            name,
            role,
            values,
            block: place,
            line,
        });
        self.options.add(&self.key);
        Ok(Some(number))
    }

    fn say_nameless(&self, rows: &Rows<'_>, block: &Block, line: u64, context: &mut Context<'_>) {
        let figures = block.figures.iter().map(|(_, column)| rows.cell(*column));
        let said: Vec<&str> = figures.filter(|cell| !cell.is_empty()).collect();
        if !said.is_empty() {
            context.left_out(
                Place::line(line),
                format!("\"{}\"", said.join(" | ")),
                "the row has figures and no name",
            );
        }
    }

    fn take_figures(
        &mut self,
        rows: &Rows<'_>,
        count: usize,
        option: usize,
        block: &Block,
        line: u64,
        context: &mut Context<'_>,
    ) -> Result<bool, Refused> {
        let Some(counted) = self.gathered.counts.get_mut(count) else {
            return Ok(true);
        };
        if counted.results.len() <= option {
            counted.results.resize(option + 1, Vec::new());
        }
        let Some(figures) = counted.results.get_mut(option) else {
            return Ok(true);
        };
        let is_first = figures.is_empty();
        if !is_first && !self.is_sum {
            return self.second_row(count, option, line, context);
        }
        figures.resize(block.figures.len().max(1), Figure::Absent);
        for ((_, column), figure) in block.figures.iter().zip(figures) {
            let place = Place::new(line, *column as u64 + 1);
            if let Some(Some(stats)) = self.gathered.stats.get_mut(*column) {
                take_cell(figure, rows.bytes(*column), place, stats, self.is_sum);
            }
        }
        if let Some(column) = &block.outcome {
            let cell = rows.cell(*column);
            if !cell.is_empty()
                && !counted
                    .outcomes
                    .iter()
                    .any(|(known, said, _)| *known == option && said == cell)
            {
                counted.outcomes.push((
                    option,
                    cell.to_owned(),
                    Place::new(line, *column as u64 + 1),
                ));
            }
        }
        Ok(true)
    }

    /// Asks or refuses where an option has a second row in one count.
    fn second_row(
        &self,
        count: usize,
        option: usize,
        line: u64,
        context: &mut Context<'_>,
    ) -> Result<bool, Refused> {
        let known = self.gathered.options.get(option);
        let (name, first) = known.map_or(("", 0), |known| (known.name.as_str(), known.line));
        let first = self
            .gathered
            .counts
            .get(count)
            .map_or(first, |count| count.line.max(first));
        let header = &self.columns.header;
        let rows = if self.columns.is_wide() {
            "the table has more than one row".to_owned()
        } else {
            format!("\"{name}\" has a row before this one (line {first})")
        };
        let columns: Vec<_> = self
            .columns
            .other_areas
            .iter()
            .map(|column| format!("\"{}\"", header.name(*column)))
            .collect();
        let hint = if columns.is_empty() {
            String::new()
        } else {
            format!(" The columns {} look like areas.", columns.join(", "))
        };
        let text = format!(
            "{rows}. Are the rows areas to add up? Name the columns of areas (--sum-over), or choose rows (--where).{hint}"
        );
        context.ask(Question::new("sumOver", text).at(Place::line(line)));
        Ok(false)
    }

    /// The gathered figures, and what was said of rows that were not taken.
    pub(super) fn end(self, context: &mut Context<'_>) -> Gathered {
        if self.filtered > 0 {
            let chosen: Vec<_> = self
                .columns
                .filters
                .iter()
                .map(|(column, value)| format!("{} is {value}", self.columns.header.name(*column)))
                .collect();
            context.left_out(
                None,
                if self.filtered == 1 {
                    "1 row".to_owned()
                } else {
                    format!("{} rows", self.filtered)
                },
                format!("not those where {}", chosen.join(" and ")),
            );
        }
        self.gathered
    }
}

fn role(name: &str, values: &[(&'static str, String)], is_fixed: bool) -> Role {
    // A kind that the table states wins over what a name seems to say.
    if is_fixed || values.iter().any(|(field, _)| *field == "kind") {
        return Role::Option(kind_of_name(name));
    }
    match (ballots_row(name), is_total(name)) {
        (_, true) => Role::Total,
        (Some(field), _) => Role::Ballots(field),
        _ => Role::Option(kind_of_name(name)),
    }
}
