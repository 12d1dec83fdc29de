//! The columns of figures: how wide they are, and which have room.

use crate::drawing::Anchor;
use crate::font::Weight;
use crate::page::{Page, Paragraph, baseline, line_height};
use crate::text::Letters;
use election_widgets::layout::{Cell, ResultsLayout, Row};

/// A figure in lines, with the number of the source that states it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) lines: Vec<String>,
    pub(crate) source: Option<String>,
}

/// A column of figures that is drawn.
#[derive(Clone, Debug)]
pub(crate) struct ColumnBox {
    pub(crate) index: usize,
    pub(crate) width: f64,
    pub(crate) head: Paragraph,
    pub(crate) letters: Letters,
}

/// The part of the width that a figure may take before it is broken.
const MOST_OF_WIDTH: f64 = 0.42;
/// The part that all columns together may take.
const ALL_OF_WIDTH: f64 = 0.5;

/// The index of the column that has bars; the first where none has.
pub(crate) fn main_column(layout: &ResultsLayout) -> usize {
    let has_bars = |index: &usize| {
        let mut cells = layout.rows.iter().filter_map(|row| row.cells.get(*index));
        cells.any(|cell| !cell.bars.is_empty())
    };
    (0..layout.columns.len()).find(has_bars).unwrap_or_default()
}

/// The columns that have room: the main one first, then the others in their order.
pub(crate) fn columns(
    page: &Page<'_>,
    layout: &ResultsLayout,
    rows: &[&Row],
    width: f64,
) -> Vec<ColumnBox> {
    let main = main_column(layout);
    let others = (0..layout.columns.len()).filter(|index| *index != main);
    let others = others.filter(|_| page.attempt.all_columns);
    let mut kept: Vec<ColumnBox> = Vec::new();
    let mut taken = 0.0;
    for index in std::iter::once(main).chain(others) {
        let Some(column) = column(page, layout, rows, (index, index == main, width)) else {
            continue;
        };
        taken += column.width + gap(page);
        let whole =
            index == main || (taken < width * ALL_OF_WIDTH && column.unbroken(page, rows, width));
        if !whole {
            break;
        }
        kept.push(column);
    }
    kept
}

/// The space before a column.
pub(crate) fn gap(page: &Page<'_>) -> f64 {
    page.unit(20.0)
}

fn column(
    page: &Page<'_>,
    layout: &ResultsLayout,
    rows: &[&Row],
    (index, is_main, width): (usize, bool, f64),
) -> Option<ColumnBox> {
    let column = layout.columns.get(index)?;
    let letters = match is_main {
        true => main_letters(page),
        false => Letters::regular(page.unit(20.0)),
    };
    let cells = rows.iter().filter_map(|row| row.cells.get(index));
    let widest = cells
        .map(|cell| cell_width(page, cell, letters, width))
        .fold(0.0, f64::max);
    let small = Letters::regular(page.unit(16.0));
    let below = column.below.as_ref().map_or("", |line| line.text.as_str());
    let label = format!("{} {below}", column.label);
    let words = label.split(' ').map(|word| small.width(page.ruler, word));
    let longest = words.fold(0.0, f64::max).min(width * 0.3);
    let whole = small.width(page.ruler, &label).min(page.unit(130.0));
    let width = widest.max(longest).max(whole);
    Some(ColumnBox {
        index,
        width,
        head: page.paragraph(&label, small, page.palette.quiet, width),
        letters,
    })
}

impl ColumnBox {
    fn unbroken(&self, page: &Page<'_>, rows: &[&Row], width: f64) -> bool {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(self.index));
        cells.all(|cell| {
            let figures = figures(page, cell, self.letters, width);
            figures.iter().all(|figure| figure.lines.len() <= 1)
        })
    }
}

/// The figures of a cell, each in lines.
pub(crate) fn figures(page: &Page<'_>, cell: &Cell, letters: Letters, width: f64) -> Vec<Figure> {
    let room = width * MOST_OF_WIDTH;
    let letters = plain(cell, letters);
    let mut figures: Vec<Figure> = cell
        .lines
        .iter()
        .map(|line| Figure {
            lines: letters.wrap(page.ruler, &line.text, room),
            source: line.source.as_ref().map(|(number, _)| number.clone()),
        })
        .collect();
    if let Some(change) = &cell.change {
        figures.push(Figure {
            lines: small(letters).wrap(page.ruler, change, room),
            source: None,
        });
    }
    figures
}

/// Returns letters no larger than other words for what is not a figure.
fn plain(cell: &Cell, letters: Letters) -> Letters {
    match cell.stated {
        true => letters,
        false => Letters::regular(letters.size * 0.75),
    }
}

fn small(letters: Letters) -> Letters {
    Letters::regular(letters.size * 0.7)
}

fn mark_width(page: &Page<'_>, figure: &Figure, letters: Letters) -> f64 {
    let number = figure.source.as_deref().unwrap_or_default();
    match number {
        "" => 0.0,
        number => {
            letters.size * 0.12 + mark_letters(letters).width(page.ruler, &format!("[{number}]"))
        }
    }
}

fn mark_letters(letters: Letters) -> Letters {
    Letters {
        size: letters.size * 0.55,
        weight: Weight::Regular,
    }
}

fn cell_width(page: &Page<'_>, cell: &Cell, letters: Letters, width: f64) -> f64 {
    let of_cell = plain(cell, letters);
    let widths = figures(page, cell, letters, width)
        .into_iter()
        .map(|figure| {
            let lines = figure
                .lines
                .iter()
                .map(|line| of_cell.width(page.ruler, line));
            lines.fold(0.0, f64::max) + mark_width(page, &figure, of_cell)
        });
    widths.fold(0.0, f64::max)
}

/// The height of a cell's figures.
pub(crate) fn cell_height(page: &Page<'_>, cell: &Cell, letters: Letters, width: f64) -> f64 {
    let lines: usize = figures(page, cell, letters, width)
        .iter()
        .map(|figure| figure.lines.len())
        .sum();
    let letters = plain(cell, letters);
    lowered(page, letters) + line_height(letters) * lines as f64
}

/// How much lower smaller letters begin, so that all of a row stand on one line.
pub(crate) fn lowered(page: &Page<'_>, letters: Letters) -> f64 {
    (baseline(main_letters(page)) - baseline(letters)).max(0.0)
}

fn main_letters(page: &Page<'_>) -> Letters {
    Letters::strong(page.unit(24.0))
}

/// Draws a cell's figures, which end at `right`.
pub(crate) fn draw_cell(
    page: &mut Page<'_>,
    cell: &Cell,
    letters: Letters,
    (right, top, width): (f64, f64, f64),
) {
    let of_cell = plain(cell, letters);
    let ink = match cell.stated {
        true => page.palette.ink,
        false => page.palette.quiet,
    };
    let shown = figures(page, cell, letters, width);
    let stated = cell.lines.len();
    let mut y = top + lowered(page, of_cell);
    for (index, figure) in shown.iter().enumerate() {
        let (letters, fill) = match index < stated {
            true => (of_cell, ink),
            false => (small(of_cell), page.palette.quiet),
        };
        let beside = mark_width(page, figure, of_cell);
        for line in &figure.lines {
            let at = (right - beside, y + baseline(of_cell));
            let style = (letters, Anchor::End);
            page.drawing.text(page.ruler, at, style, fill, line);
            y += line_height(of_cell);
        }
        if let Some(number) = &figure.source {
            let at = (right, y - line_height(of_cell) + of_cell.size * 0.72);
            let style = (mark_letters(of_cell), Anchor::End);
            let text = format!("[{number}]");
            page.drawing
                .text(page.ruler, at, style, page.palette.quiet, &text);
        }
    }
}
