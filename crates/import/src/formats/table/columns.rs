//! The columns of a table of results: which is what, by the answer `map` and by the headers' words.

use super::fields::{self, BALLOTS, COUNT, FIGURES, OPTION};
use super::header::Header;
use crate::context::Context;
use crate::refused::Refused;

/// A field and its column.
pub(super) type Assigned = (&'static str, usize);

/// The columns by their use.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) header: Header,
    /// The kind of the options, where the column of names tells it.
    pub(super) kind: Option<&'static str>,
    /// Groups of columns that hold one option each: one in a long table, several in a wide one.
    pub(super) blocks: Vec<Block>,
    pub(super) count: Vec<Assigned>,
    pub(super) ballots: Vec<Assigned>,
    /// The columns of areas that are added up.
    pub(super) areas: Vec<usize>,
    /// The base of the percentages, where the header says it.
    pub(super) percent_of: Option<&'static str>,
    /// Columns that look like areas and that nobody asked to add up.
    pub(super) other_areas: Vec<usize>,
    /// Columns and the values that rows must have.
    pub(super) filters: Vec<(usize, String)>,
}

/// The columns of one option.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The columns whose texts make the name.
    pub(super) name: Vec<usize>,
    /// The name, where no column holds it.
    pub(super) fixed_name: Option<String>,
    pub(super) option: Vec<Assigned>,
    /// The columns beside the name that tell options apart: `id`, `kind`, `party`.
    pub(super) identity: Vec<usize>,
    pub(super) outcome: Option<usize>,
    pub(super) figures: Vec<Assigned>,
}

impl Block {
    /// Finds the columns that each row is asked for.
    fn identify(&mut self) {
        let is_identity = |field: &str| matches!(field, "id" | "kind" | "party");
        let identity = self.option.iter().filter(|(field, _)| is_identity(field));
        self.identity = identity.map(|(_, column)| *column).collect();
        let mut outcome = self.option.iter().filter(|(field, _)| *field == "outcome");
        self.outcome = outcome.next().map(|(_, column)| *column);
    }
}

impl Columns {
    /// The columns of a table with this header.
    ///
    /// # Errors
    /// An answer that names no column.
    pub(super) fn assign(
        header: Header,
        mapped: &[(&'static str, String)],
        context: &mut Context<'_>,
    ) -> Result<Columns, Refused> {
        let mut assigning = Assigning::new(header);
        assigning.by_map(mapped)?;
        assigning.options_of(context)?;
        assigning.areas_and_filters(context)?;
        assigning.by_words(mapped);
        Ok(assigning.end(context))
    }

    /// True of a table with several options in a row.
    pub(super) fn is_wide(&self) -> bool {
        self.blocks.iter().all(|block| block.fixed_name.is_some()) || self.blocks.len() > 1
    }

    /// Every column of figures with its field.
    pub(super) fn figures(&self) -> impl Iterator<Item = Assigned> {
        let blocks = self
            .blocks
            .iter()
            .flat_map(|block| block.figures.iter().copied());
        blocks.chain(self.ballots.iter().copied())
    }
}

/// Columns that are being assigned.
struct Assigning {
    columns: Columns,
    long: Block,
    /// By the first column of each, with what stands in the place of the `*`.
    blocks: Vec<(usize, String, Block)>,
    used: Vec<Option<String>>,
}

impl Assigning {
    fn new(header: Header) -> Assigning {
        Assigning {
            used: vec![None; header.cells.len()],
            columns: Columns {
                header,
                ..Columns::default()
            },
            long: Block::default(),
            blocks: Vec::new(),
        }
    }

    fn take(&mut self, column: usize, field: &str) {
        if let Some(slot) = self.used.get_mut(column) {
            *slot = Some(field.to_owned());
        }
    }

    fn assign(&mut self, field: &'static str, column: usize) {
        self.take(column, field);
        if field == "name" {
            self.long.name.push(column);
        } else if FIGURES.contains(&field) {
            self.long.figures.push((field, column));
        } else if BALLOTS.contains(&field) {
            self.columns.ballots.push((field, column));
        } else if COUNT.contains(&field) {
            self.columns.count.push((field, column));
        } else if OPTION.contains(&field) {
            self.long.option.push((field, column));
        }
    }

    /// Assigns what a person mapped. A pattern with `*` makes a block for each column that it fits.
    fn by_map(&mut self, mapped: &[(&'static str, String)]) -> Result<(), Refused> {
        for (field, name) in mapped.iter().filter(|(_, name)| !name.is_empty()) {
            if let Some(columns) = self.columns.header.find_all(name) {
                for column in columns {
                    self.assign(field, column);
                }
                continue;
            }
            let matching = self.columns.header.matching(name);
            if matching.is_empty() {
                return Err(self.columns.header.unknown("map", name));
            }
            for (star, column) in matching {
                self.assign_block(field, star, column);
            }
        }
        Ok(())
    }

    fn assign_block(&mut self, field: &'static str, star: String, column: usize) {
        self.take(column, &format!("{field} of \"{star}\""));
        let known = self.blocks.iter().position(|(_, name, _)| *name == star);
        let place = known.unwrap_or_else(|| {
            let place = self.blocks.partition_point(|(first, _, _)| *first < column);
            self.blocks.insert(place, (column, star, Block::default()));
            place
        });
        let Some((_, _, block)) = self.blocks.get_mut(place) else {
            return;
        };
        if field == "name" {
            block.name.push(column);
        } else if FIGURES.contains(&field) {
            block.figures.push((field, column));
        } else {
            block.option.push((field, column));
        }
    }

    /// Assigns the columns that the answer `options` names, each an option.
    fn options_of(&mut self, context: &Context<'_>) -> Result<(), Refused> {
        let figure = context
            .answers()
            .text("figure")
            .unwrap_or_else(|| "votes".to_owned());
        let figure = FIGURES
            .into_iter()
            .find(|known| *known == figure)
            .ok_or_else(|| {
                Refused::new(format!(
                    "figure: expected one of {}, found \"{figure}\"",
                    FIGURES.join(", ")
                ))
            })?;
        for name in context.answers().list("options") {
            let column = self.columns.header.find(&name);
            let column = column.ok_or_else(|| self.columns.header.unknown("options", &name))?;
            self.assign_block(
                figure,
                self.columns.header.name(column).trim().to_owned(),
                column,
            );
        }
        Ok(())
    }

    fn areas_and_filters(&mut self, context: &Context<'_>) -> Result<(), Refused> {
        for name in context.answers().list("sumOver") {
            let column = self.columns.header.find(&name);
            let column = column.ok_or_else(|| self.columns.header.unknown("sumOver", &name))?;
            self.take(column, "an area that is added up");
            self.columns.areas.push(column);
        }
        for (name, value) in context.answers().pairs("where") {
            let column = self.columns.header.find(&name);
            let column = column.ok_or_else(|| self.columns.header.unknown("where", &name))?;
            if self.used.get(column).is_some_and(Option::is_none) {
                self.take(column, &format!("the choice of rows: {value}"));
            }
            self.columns.filters.push((column, value));
        }
        Ok(())
    }

    /// Assigns the columns that are left by their headers' words, each field once.
    fn by_words(&mut self, mapped: &[(&'static str, String)]) {
        let is_mapped = |field: &str| mapped.iter().any(|(known, _)| *known == field);
        let has_blocks = !self.blocks.is_empty();
        let cells = self.columns.header.cells.clone();
        let guessed: Vec<_> = cells
            .iter()
            .map(|cell| fields::guess_column(cell))
            .collect();
        let named = ["name:candidate", "name:answer", "name", "party"];
        // A column "Liste" in a table of areas may have the votes of that list.
        let name = named.into_iter().find(|name| {
            let column = guessed.iter().position(|field| *field == Some(*name));
            column.is_some_and(|column| !self.columns.header.has_only_numbers(column))
        });
        for (column, field) in guessed.iter().enumerate() {
            let has_votes = guessed.contains(&Some("votes"));
            let Some(field) = self.by_cells(column, *field, has_votes) else {
                continue;
            };
            if self.used.get(column).is_none_or(Option::is_some) {
                continue;
            }
            let field = match field {
                "area" => {
                    self.columns.other_areas.push(column);
                    continue;
                }
                field if Some(field) == name && !is_mapped("name") && !has_blocks => {
                    self.columns.kind = field
                        .strip_prefix("name:")
                        .or((field == "party").then_some("party"));
                    "name"
                }
                field if field.starts_with("name") => continue,
                field => field,
            };
            let of_block = has_blocks && !BALLOTS.contains(&field) && !COUNT.contains(&field);
            if !of_block && !is_mapped(field) && !self.has(field) {
                self.assign(field, column);
                if field == "percent" && fields::is_of_valid(self.columns.header.name(column)) {
                    self.columns.percent_of = Some("valid");
                }
            }
        }
        self.kind_by_map(mapped);
    }

    /// The field of a column whose header may mean two things, by the cells below it; of others the field that was guessed.
    fn by_cells(
        &self,
        column: usize,
        guessed: Option<&'static str>,
        has_votes: bool,
    ) -> Option<&'static str> {
        let header = &self.columns.header;
        let is_result = guessed == Some("status") || fields::is_result(header.name(column));
        if is_result && header.says_outcomes(column) {
            return Some("outcome");
        }
        // "Count" may be the name of a count, or the number of votes.
        if guessed == Some("count") && !has_votes && header.has_only_numbers(column) {
            return Some("votes");
        }
        guessed
    }

    /// The kind that the header of a mapped column of names tells.
    fn kind_by_map(&mut self, mapped: &[(&'static str, String)]) {
        if self.columns.kind.is_some() || !mapped.iter().any(|(field, _)| *field == "name") {
            return;
        }
        let first = self.long.name.first().or_else(|| {
            let mut blocks = self.blocks.iter();
            blocks.find_map(|(_, _, block)| block.name.first())
        });
        self.columns.kind = first.and_then(|column| {
            match fields::guess_column(self.columns.header.name(*column)) {
                Some("name:candidate") => Some("candidate"),
                Some("name:answer") => Some("answer"),
                Some("party") => Some("party"),
                _ => None,
            }
        });
    }

    fn has(&self, field: &str) -> bool {
        let of_long = self.long.figures.iter().chain(&self.long.option);
        let rest = self.columns.ballots.iter().chain(&self.columns.count);
        (field == "name" && !self.long.name.is_empty())
            || of_long.chain(rest).any(|(known, _)| *known == field)
    }

    fn end(mut self, context: &mut Context<'_>) -> Columns {
        let names = context.answers().pairs("names");
        for (_, star, mut block) in std::mem::take(&mut self.blocks) {
            if block.name.is_empty() {
                let figure = block
                    .figures
                    .first()
                    .map_or("", |(_, column)| self.columns.header.name(*column));
                let named = names.iter().find(|(key, _)| *key == star || key == figure);
                block.fixed_name = Some(named.map_or(star, |(_, name)| name.clone()));
            }
            self.columns.blocks.push(block);
        }
        if self.columns.blocks.is_empty() {
            self.columns.blocks.push(std::mem::take(&mut self.long));
        }
        for block in &mut self.columns.blocks {
            block.identify();
        }
        self.say(context);
        self.columns
    }

    fn why_unused(&self, name: &str) -> String {
        let field = fields::guess_column(name);
        let is_read = |used: &Option<String>| used.is_some() && used.as_deref() == field;
        match (field, self.used.iter().position(is_read)) {
            (Some(field), Some(other)) => format!(
                "a second column of {field}: column {} is read (name another with --map)",
                other + 1
            ),
            _ => "no field is known for it (name one with --map)".to_owned(),
        }
    }

    /// Says of each column what it became, or that it became nothing.
    fn say(&self, context: &mut Context<'_>) {
        let header = &self.columns.header;
        for (column, used) in self.used.iter().enumerate() {
            let name = header.name(column);
            match used {
                Some(field) => context.column(header.place(column), name, field),
                None if name.is_empty() => {}
                None => context.left_out(
                    header.place(column),
                    format!("the column \"{name}\""),
                    self.why_unused(name),
                ),
            }
        }
    }
}
