//! The rows of a results chart: names, bars, figures.

use crate::bar::{Look, dot};
use crate::columns::{ColumnBox, cell_height, columns, draw_cell, gap, lowered};
use crate::drawing::Anchor;
use crate::page::{Area, Page, Paragraph, line_height};
use crate::text::Letters;
use election_widgets::layout::{Cell, Fraction, ResultsLayout, Row};

/// The rows to draw, and how.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub(crate) layout: &'a ResultsLayout,
    /// The rows that are not folded away.
    pub(crate) rows: &'a [&'a Row],
    /// How many options the document has.
    pub(crate) options: usize,
    /// True if points of their colours stand before names, instead of bars.
    pub(crate) dots: bool,
}

/// One row with its measures.
struct RowBox<'a> {
    row: &'a Row,
    name: Paragraph,
    /// Outcomes and details, below the name.
    below: Vec<Paragraph>,
    indent: f64,
    /// The height of its words and figures.
    text_height: f64,
    /// The height of its bars.
    bars: f64,
    height: f64,
}

/// The places of the columns.
struct Grid {
    columns: Vec<ColumnBox>,
    names: f64,
    /// The area of bars; its height is that of a row with one.
    bars: Option<Area>,
    below_names: bool,
    head_height: f64,
}

const BAR: f64 = 22.0;
/// The least height of a bar where a figure has several.
const LEAST_BAR: f64 = 6.0;
const BETWEEN_BARS: f64 = 2.0;
const LEAST_GAP: f64 = 6.0;
const MOST_GAP: f64 = 36.0;

impl<'a> Rows<'a> {
    /// Draws the rows that have room; false if they are too few.
    pub(crate) fn draw(self, page: &mut Page<'_>, area: Area) -> bool {
        let grid = self.grid(page, area);
        let mark = page.shortened.len();
        // Where what can be left out must be there, so must parties and remarks on options.
        let ways: &[bool] = if page.attempt.extras {
            &[true]
        } else {
            &[true, false]
        };
        for details in ways.iter().copied() {
            page.shortened.truncate(mark);
            let boxes = self.boxes(page, &grid, area, details);
            let most = self.fitting(page, &boxes, area.height - grid.head_height);
            let enough = page.attempt.least_rows;
            if most >= enough.min(boxes.len()) && (most > 0 || boxes.is_empty()) {
                self.draw_boxes(page, &grid, area, boxes.get(..most).unwrap_or_default());
                return true;
            }
        }
        false
    }

    fn grid(self, page: &Page<'_>, area: Area) -> Grid {
        let below_names = page.upright || area.width < page.unit(700.0);
        let columns = columns(page, self.layout, self.rows, area.width);
        let taken: f64 = columns.iter().map(|column| column.width + gap(page)).sum();
        let rest = area.width - taken;
        let has_bars = !self.dots
            && self.rows.iter().any(|row| {
                let mut bars = row.cells.iter().flat_map(|cell| &cell.bars);
                bars.any(Option::is_some)
            });
        let (names, bars) = match (has_bars, below_names) {
            (false, _) => (rest, None),
            (true, true) => (rest, Some((area.x, area.width))),
            (true, false) => {
                let names = self.widest_name(page).min(rest * 0.5);
                let x = area.x + names + gap(page);
                (names, Some((x, rest - names - gap(page))))
            }
        };
        let heads = columns.iter().map(|column| column.head.height());
        Grid {
            head_height: heads.fold(0.0, f64::max) + page.unit(4.0),
            names,
            bars: bars.map(|(x, width)| Area {
                x,
                y: 0.0,
                width,
                height: page.unit(BAR),
            }),
            below_names,
            columns,
        }
    }

    fn widest_name(self, page: &Page<'_>) -> f64 {
        let letters = name_letters(page);
        let widths = self.rows.iter().map(|row| {
            let name = letters.width(page.ruler, &row.name.text) + indent(page, row);
            let outcomes = row.outcomes.iter().map(|mark| {
                Letters::strong(page.unit(16.0)).width(page.ruler, &mark.line.text)
                    + tick_width(page)
            });
            outcomes.fold(name, f64::max)
        });
        widths.fold(0.0, f64::max) + page.unit(1.0)
    }

    fn boxes(self, page: &mut Page<'_>, grid: &Grid, area: Area, details: bool) -> Vec<RowBox<'a>> {
        self.rows
            .iter()
            .map(|row| self.row_box(page, grid, area, (row, details)))
            .collect()
    }

    fn row_box(
        self,
        page: &mut Page<'_>,
        grid: &Grid,
        area: Area,
        (row, details): (&'a Row, bool),
    ) -> RowBox<'a> {
        let indent = indent(page, row) + if self.dots { page.unit(22.0) } else { 0.0 };
        let room = grid.names - indent;
        let (ink, quiet) = (page.palette.ink, page.palette.quiet);
        let name = page.shortened(&row.name.text, name_letters(page), ink, (room, 2));
        let small = page.unit(16.0);
        let mut below: Vec<Paragraph> = Vec::new();
        for mark in &row.outcomes {
            let room = room - tick_width(page);
            below.push(page.paragraph(&mark.line.text, Letters::strong(small), ink, room));
        }
        let about: Vec<&str> = row
            .details
            .iter()
            .map(|detail| detail.text.as_str())
            .collect();
        if details && !about.is_empty() {
            let about = about.join(" · ");
            below.push(page.shortened(&about, Letters::regular(small), quiet, (room, 1)));
        }
        let words = lowered(page, name.letters)
            + name.height()
            + below.iter().map(Paragraph::height).sum::<f64>();
        let cells = grid.columns.iter().filter_map(|column| {
            let cell = row.cells.get(column.index)?;
            Some(cell_height(page, cell, column.letters, area.width))
        });
        let text_height = cells.fold(words, f64::max);
        let bars = bars_height(page, row);
        let below_words = match grid.bars {
            Some(_) if grid.below_names => bars + page.unit(4.0),
            _ => 0.0,
        };
        RowBox {
            row,
            name,
            below,
            indent,
            text_height,
            bars,
            height: text_height + below_words,
        }
    }

    /// How many of the rows have room, with the line that counts the others.
    fn fitting(self, page: &Page<'_>, boxes: &[RowBox<'_>], height: f64) -> usize {
        let (mut used, mut most) = (0.0, 0);
        let gap = page.unit(LEAST_GAP);
        for (index, row) in boxes.iter().enumerate() {
            used += row.height + gap;
            let more = match index + 1 < self.options {
                true => line_height(more_letters(page)) + gap,
                false => 0.0,
            };
            if used + more <= height {
                most = index + 1;
            }
        }
        most
    }

    fn draw_boxes(self, page: &mut Page<'_>, grid: &Grid, area: Area, boxes: &[RowBox<'_>]) {
        self.draw_heads(page, grid, area);
        let inside = area.below(grid.head_height);
        let more = self.more(page, boxes.len());
        let high: f64 = boxes.iter().map(|row| row.height).sum();
        let last = if more.is_some() {
            line_height(more_letters(page))
        } else {
            0.0
        };
        let parts = boxes.len() + usize::from(more.is_some());
        let spare = (inside.height - high - last) / parts.max(1) as f64;
        let gap = spare.clamp(0.0, page.unit(MOST_GAP));
        let mut y = inside.y + gap / 2.0;
        let first = y;
        for row in boxes {
            self.draw_row(page, grid, Area { y, ..area }, row);
            y += row.height + gap;
        }
        self.draw_lines(page, grid, (inside.y, first, y - gap));
        if let Some(text) = more {
            let paragraph =
                page.paragraph(&text, more_letters(page), page.palette.quiet, area.width);
            page.draw(&paragraph, area.x, y, Anchor::Start);
        }
    }

    /// The words for the options that are not drawn.
    fn more(self, page: &Page<'_>, shown: usize) -> Option<String> {
        let number = u32::try_from(self.options.checked_sub(shown)?).ok()?;
        (number > 0).then(|| {
            let left = page.locale.whole(number);
            page.locale.plural("fold.others", number, &[("n", &left)])
        })
    }

    fn draw_heads(self, page: &mut Page<'_>, grid: &Grid, area: Area) {
        let mut right = area.right();
        for column in grid.columns.iter().rev() {
            let top = area.y + grid.head_height - page.unit(4.0) - column.head.height();
            page.draw(&column.head, right, top, Anchor::End);
            right -= column.width + gap(page);
        }
    }

    /// The lines of thresholds across all bars, each with what is needed there, where no name stands between bars.
    fn draw_lines(self, page: &mut Page<'_>, grid: &Grid, (head, top, bottom): (f64, f64, f64)) {
        let Some(bars) = grid.bars.filter(|_| !grid.below_names) else {
            return;
        };
        let letters = Letters::regular(page.unit(16.0));
        let mut free = bars.x;
        for (place, text) in &self.layout.lines {
            let x = place_in(bars, *place);
            let ink = page.palette.ink;
            page.drawing.line([x, top, x, bottom], ink, page.unit(1.2));
            let half = letters.width(page.ruler, text) / 2.0;
            let from = (x - half).min(bars.right() - half * 2.0).max(free);
            if half * 2.0 <= bars.width && from + half * 2.0 <= bars.right() + 0.01 {
                let y = head - page.unit(8.0);
                let style = (letters, Anchor::Start);
                page.drawing
                    .text(page.ruler, (from, y), style, page.palette.quiet, text);
                free = from + half * 2.0 + page.unit(8.0);
            }
        }
    }

    fn draw_row(self, page: &mut Page<'_>, grid: &Grid, area: Area, row: &RowBox<'_>) {
        let x = area.x + row.indent;
        let fill = page.palette.option(row.row.paint.as_ref(), row.row.shade);
        let middle =
            area.y + lowered(page, row.name.letters) + line_height(row.name.letters) * 0.54;
        if self.dots {
            let (radius, before) = (page.unit(7.0), page.unit(14.0));
            dot(&mut page.drawing, (x - before, middle), radius, fill);
        }
        let top = area.y + lowered(page, row.name.letters);
        let mut y = page.draw(&row.name, x, top, Anchor::Start);
        for (index, part) in row.below.iter().enumerate() {
            let mut x = x;
            if let Some(mark) = row.row.outcomes.get(index) {
                tick(page, (x, y), mark.won);
                x += tick_width(page);
            }
            y = page.draw(part, x, y, Anchor::Start);
        }
        let mut right = area.right();
        for column in grid.columns.iter().rev() {
            if let Some(cell) = row.row.cells.get(column.index) {
                draw_cell(page, cell, column.letters, (right, area.y, area.width));
            }
            right -= column.width + gap(page);
        }
        if let Some(bars) = grid.bars {
            let y = match grid.below_names {
                true => area.y + row.text_height + page.unit(2.0),
                false => middle - bars.height / 2.0,
            };
            let height = row.bars;
            self.draw_bars(page, Area { y, height, ..bars }, row.row, fill);
        }
    }

    /// One bar per claim, one below the other.
    fn draw_bars(self, page: &mut Page<'_>, area: Area, row: &Row, fill: crate::palette::Rgb) {
        let Some(cell) = with_bars(row) else {
            return;
        };
        let many = cell.bars.len() as f64;
        let between = page.unit(BETWEEN_BARS);
        let height = (area.height - between * (many - 1.0)) / many;
        let mut y = area.y;
        for bar in &cell.bars {
            if let Some(bar) = bar {
                let look = Look {
                    fill,
                    status: cell.status,
                };
                page.bar(bar, Area { y, height, ..area }, look);
            }
            y += height + between;
        }
    }
}

/// The cell of the column that has bars.
fn with_bars(row: &Row) -> Option<&Cell> {
    row.cells.iter().find(|cell| !cell.bars.is_empty())
}

/// The height of a row's bars: that of one, or more where a figure has many.
fn bars_height(page: &Page<'_>, row: &Row) -> f64 {
    let many = with_bars(row).map_or(1, |cell| cell.bars.len()) as f64;
    let least = page.unit(LEAST_BAR) * many + page.unit(BETWEEN_BARS) * (many - 1.0);
    least.max(page.unit(BAR))
}

fn place_in(area: Area, place: Fraction) -> f64 {
    area.x + area.width * f64::from(place.ten_thousandths()) / 10_000.0
}

fn name_letters(page: &Page<'_>) -> Letters {
    Letters::regular(page.unit(22.0))
}

fn more_letters(page: &Page<'_>) -> Letters {
    Letters::regular(page.unit(18.0))
}

/// A part of another option stands further in.
fn indent(page: &Page<'_>, row: &Row) -> f64 {
    if row.is_part { page.unit(18.0) } else { 0.0 }
}

fn tick_width(page: &Page<'_>) -> f64 {
    page.unit(20.0)
}

/// The sign of an outcome: a tick for who won, a point for others.
fn tick(page: &mut Page<'_>, (x, y): (f64, f64), won: bool) {
    let unit = page.unit(1.0);
    let ink = page.palette.ink;
    if !won {
        dot(
            &mut page.drawing,
            (x + 7.0 * unit, y + 11.0 * unit),
            3.0 * unit,
            ink,
        );
        return;
    }
    let at = |dx: f64, dy: f64| {
        let number = crate::drawing::number;
        format!("{} {}", number(x + dx * unit), number(y + dy * unit))
    };
    let path = format!("M{}L{}L{}", at(1.0, 11.0), at(5.5, 15.5), at(14.0, 5.5));
    page.drawing.element(
        "path",
        &[
            ("d", path),
            ("fill", "none".to_owned()),
            ("stroke", ink.written()),
            ("stroke-width", crate::drawing::number(2.4 * unit)),
        ],
    );
}
