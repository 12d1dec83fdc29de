//! The columns of a table of results: which is what, by the answer `map` and by the headers' words.

use super::fields::{self, BALLOTS, COUNT, FIGURES, OPTION, plain};
use crate::context::Context;
use crate::refused::{Place, Refused};
use std::collections::BTreeMap;

/// The header of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Header {
    pub(super) cells: Vec<String>,
    pub(super) line: u64,
}

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
    pub(super) figures: Vec<Assigned>,
}

impl Header {
    /// The column with a header: as written, or in the form in which headers are compared.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let exact = self
            .cells
            .iter()
            .position(|cell| cell.trim() == name.trim());
        exact.or_else(|| {
            self.cells
                .iter()
                .position(|cell| plain(cell) == plain(name))
        })
    }

    /// The columns of one name, or of several joined by ` + `.
    fn find_all(&self, names: &str) -> Option<Vec<usize>> {
        match self.find(names) {
            Some(column) => Some(vec![column]),
            None => names.split(" + ").map(|name| self.find(name)).collect(),
        }
    }

    /// The columns that a pattern with one `*` fits, by what stands for the `*`.
    fn matching(&self, pattern: &str) -> Vec<(String, usize)> {
        let Some((before, after)) = pattern.split_once('*') else {
            return Vec::new();
        };
        let cells = self.cells.iter().enumerate();
        let found = cells.filter_map(|(column, cell)| {
            let rest = cell.trim().strip_prefix(before)?;
            let star = rest.strip_suffix(after)?.trim();
            (!star.is_empty()).then(|| (star.to_owned(), column))
        });
        found.collect()
    }

    pub(super) fn place(&self, column: usize) -> Place {
        Place::new(self.line, column as u64 + 1)
    }

    pub(super) fn name(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn unknown(&self, key: &str, name: &str) -> Refused {
        let cells: Vec<_> = self
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .map(|cell| format!("\"{cell}\""))
            .collect();
        Refused::at(
            Place::line(self.line),
            format!(
                "{key}: no column is called \"{name}\"; the columns are {}",
                cells.join(", ")
            ),
        )
    }
}

/// The pairs of the answer `map` that are about results, each a known field.
pub(super) fn mapped(context: &Context<'_>) -> Result<Vec<(&'static str, String)>, Refused> {
    let pairs = context.answers().pairs("map").into_iter();
    let known = pairs.map(|(field, column)| {
        fields::known()
            .find(|known| *known == field)
            .map(|known| (known, column))
            .ok_or_else(|| {
                let known: Vec<_> = fields::known().collect();
                Refused::new(format!(
                    "map: \"{field}\" is no field of results; the fields are {}",
                    known.join(", ")
                ))
            })
    });
    known.collect()
}

/// The score of a row as a header: the number of fields that its cells name. Zero where it can't be one.
///
/// Where a person names columns (`wanted`), the header is the row that has them all.
pub(super) fn score(cells: &[String], wanted: &[String]) -> usize {
    let header = Header {
        cells: cells.to_vec(),
        line: 0,
    };
    if !wanted.is_empty() {
        let has = |name: &str| header.find_all(name).is_some() || !header.matching(name).is_empty();
        return if wanted.iter().all(|name| has(name)) {
            1000
        } else {
            0
        };
    }
    let mut found: Vec<&str> = cells
        .iter()
        .filter_map(|cell| fields::guess(cell))
        .collect();
    found.sort_unstable();
    found.dedup();
    let has_figure = found
        .iter()
        .any(|field| FIGURES.contains(field) || BALLOTS.contains(field));
    let has_name = found
        .iter()
        .any(|field| field.starts_with("name") || *field == "party" || *field == "area");
    if has_figure && has_name || found.len() >= 3 {
        found.len()
    } else {
        0
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
    blocks: BTreeMap<usize, (String, Block)>,
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
            blocks: BTreeMap::new(),
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
        let known = self
            .blocks
            .iter()
            .find(|(_, (name, _))| *name == star)
            .map(|(place, _)| *place);
        let (_, block) = self
            .blocks
            .entry(known.unwrap_or(column))
            .or_insert((star, Block::default()));
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
        let guessed: Vec<_> = cells.iter().map(|cell| fields::guess(cell)).collect();
        let named = ["name:candidate", "name:answer", "name", "party"];
        let name = named
            .into_iter()
            .find(|name| guessed.contains(&Some(*name)));
        for (column, field) in guessed.iter().enumerate() {
            let Some(field) = *field else { continue };
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
            }
        }
        self.kind_by_map(mapped);
    }

    /// The kind that the header of a mapped column of names tells.
    fn kind_by_map(&mut self, mapped: &[(&'static str, String)]) {
        if self.columns.kind.is_some() || !mapped.iter().any(|(field, _)| *field == "name") {
            return;
        }
        let first = self.long.name.first().or_else(|| {
            self.blocks
                .values()
                .find_map(|(_, block)| block.name.first())
        });
        self.columns.kind =
            first.and_then(
                |column| match fields::guess(self.columns.header.name(*column)) {
                    Some("name:candidate") => Some("candidate"),
                    Some("name:answer") => Some("answer"),
                    Some("party") => Some("party"),
                    _ => None,
                },
            );
    }

    fn has(&self, field: &str) -> bool {
        let of_long = self.long.figures.iter().chain(&self.long.option);
        let rest = self.columns.ballots.iter().chain(&self.columns.count);
        (field == "name" && !self.long.name.is_empty())
            || of_long.chain(rest).any(|(known, _)| *known == field)
    }

    fn end(mut self, context: &mut Context<'_>) -> Columns {
        let names = context.answers().pairs("names");
        for (_, (star, mut block)) in std::mem::take(&mut self.blocks) {
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
        self.say(context);
        self.columns
    }

    /// Says of each column what it became, or that it became nothing.
    fn say(&self, context: &mut Context<'_>) {
        let header = &self.columns.header;
        for (column, used) in self.used.iter().enumerate() {
            let name = header.name(column);
            match used {
                Some(field) => context.understood(header.place(column), name, field.as_str()),
                None if name.is_empty() => {}
                None => context.left_out(
                    header.place(column),
                    format!("the column \"{name}\""),
                    "no field is known for it (name one with --map)",
                ),
            }
        }
    }
}
