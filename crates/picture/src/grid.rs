//! The picture of an alliance grid: states as rows, alliances as columns.

use crate::compose::Content;
use crate::drawing::{Anchor, number};
use crate::frame::Texts;
use crate::legend;
use crate::mark::{self, Sign};
use crate::page::{Area, Page, Paragraph, line_height};
use crate::text::Letters;
use election_widgets::layout::{AlliancesLayout, Content as View, Grid, StateRow};

/// An alliance grid to draw.
pub(crate) struct GridPicture {
    layout: AlliancesLayout,
}

impl GridPicture {
    pub(crate) fn new(layout: AlliancesLayout) -> GridPicture {
        GridPicture { layout }
    }
}

impl Content for GridPicture {
    fn texts(&self) -> Texts {
        let layout = &self.layout;
        let participation = layout.participation.iter().map(|line| line.text.clone());
        let notes = layout.frame.notes.iter().map(|note| note.text.clone());
        Texts {
            statuses: vec![(layout.time.shown.clone(), String::new())],
            summary: layout.summary.clone(),
            extras: participation.chain(notes).collect(),
            ..Texts::new(&layout.frame)
        }
    }

    fn sentences(&self) -> Vec<String> {
        self.layout.sentences()
    }

    fn draw(&self, page: &mut Page<'_>, area: Area) -> bool {
        let View::Grid(grid) = &self.layout.content else {
            return false;
        };
        let marks = self
            .layout
            .key
            .iter()
            .map(|mark| (Sign::Mark(mark), mark.spoken.as_str()));
        let signs = grid
            .signs
            .iter()
            .map(|(sign, text)| (Sign::Text(sign), text.as_str()));
        let key: Vec<(Sign<'_>, &str)> = marks.chain(signs).collect();
        let area = legend::draw(page, &key, area);
        let plans = (1..=3).filter_map(|panels| Plan::new(page, grid, area, panels));
        // The fewest panels that hold most.
        let best = plans.reduce(|best, plan| {
            if plan.held() > best.held() {
                plan
            } else {
                best
            }
        });
        let Some(plan) = best else {
            return false;
        };
        let enough = page.attempt.least_rows.min(grid.rows.len());
        let fits = plan.held() >= enough && (plan.held() > 0 || grid.rows.is_empty());
        if fits {
            plan.draw(page, grid, area);
        }
        fits
    }
}

/// How the table stands in its area: beside each other in one to three panels, each with the heads.
struct Plan {
    panels: usize,
    panel: f64,
    names: f64,
    column: f64,
    heads: Heads,
    head: f64,
    row: f64,
    /// The rows of one panel, and all that are drawn.
    rows: usize,
    drawn: usize,
}

impl Plan {
    fn held(&self) -> usize {
        self.drawn
    }

    /// The plan with so many panels; `None` if its columns are too narrow.
    fn new(page: &Page<'_>, grid: &Grid, area: Area, panels: usize) -> Option<Plan> {
        let between = page.unit(36.0);
        let panel = (area.width - between * (panels as f64 - 1.0)) / panels as f64;
        let letters = name_letters(page);
        let names = grid
            .rows
            .iter()
            .map(|row| letters.width(page.ruler, &row.name.text));
        let widest = names.fold(0.0, f64::max);
        // A panel beside others is only for names that need not be cut.
        if panels > 1 && widest > panel * 0.5 {
            return None;
        }
        let names = widest.min(panel * 0.5) + page.unit(10.0);
        let column = (panel - names) / grid.columns.len().max(1) as f64;
        let column = column.min(page.unit(150.0));
        if column < page.unit(26.0) * most_marks(grid) as f64 {
            return None;
        }
        let heads = Heads::new(page, grid, column);
        let head = heads.height(page) + page.unit(8.0);
        let row = page.unit(27.0);
        let rows = |height: f64| ((height - head) / row).floor().max(0.0) as usize;
        let all = grid.rows.len();
        let (rows, drawn) = match rows(area.height) {
            rows if rows * panels >= all => (all.div_ceil(panels), all),
            _ => {
                let rows = rows(area.height - page.unit(26.0));
                (rows, rows * panels)
            }
        };
        let narrow = heads.width(page) > column || head > area.height * 0.5;
        (!narrow).then_some(Plan {
            panels,
            panel: panel + between,
            names,
            column,
            heads,
            head,
            row,
            rows,
            drawn,
        })
    }

    fn draw(&self, page: &mut Page<'_>, grid: &Grid, area: Area) {
        page.shortened.extend(self.heads.cut.iter().cloned());
        let rows = grid.rows.get(..self.drawn).unwrap_or_default();
        let stretch = (area.height - self.head) / self.rows.max(1) as f64;
        let left = grid.rows.len() - self.drawn;
        let row = match left {
            0 => stretch.min(self.row * 1.4),
            _ => self.row,
        };
        let mut end: f64 = 0.0;
        for (index, rows) in rows.chunks(self.rows.max(1)).enumerate().take(self.panels) {
            let x = area.x + self.panel * index as f64;
            self.draw_heads(page, x, area.y);
            let mut y = area.y + self.head;
            for state in rows {
                self.draw_row(page, state, (x, y, row));
                y += row;
            }
            end = end.max(y);
        }
        if left > 0 {
            let number = u32::try_from(left).unwrap_or(u32::MAX);
            let text = page.locale.whole(number);
            let text = page.locale.plural("fold.others", number, &[("n", &text)]);
            let letters = Letters::regular(page.unit(17.0));
            let more = page.paragraph(&text, letters, page.palette.quiet, area.width);
            page.draw(&more, area.x, end + page.unit(2.0), Anchor::Start);
        }
    }

    fn draw_heads(&self, page: &mut Page<'_>, x: f64, y: f64) {
        let bottom = y + self.head - page.unit(6.0);
        for (index, head) in self.heads.lines.iter().enumerate() {
            let middle = x + self.names + self.column * (index as f64 + 0.5);
            if !self.heads.upright {
                page.draw(head, middle, bottom - head.height(), Anchor::Middle);
                continue;
            }
            let place = format!(
                "translate({} {}) rotate(-90)",
                number(middle),
                number(bottom)
            );
            page.drawing.open("g", &[("transform", place)]);
            page.draw(head, 0.0, -head.height() / 2.0, Anchor::Start);
            page.drawing.close("g");
        }
        let line = [
            x,
            bottom + page.unit(4.0),
            self.right(x),
            bottom + page.unit(4.0),
        ];
        page.drawing.line(line, page.palette.quiet, page.unit(1.2));
    }

    fn right(&self, x: f64) -> f64 {
        x + self.names + self.column * self.heads.lines.len() as f64
    }

    fn draw_row(&self, page: &mut Page<'_>, state: &StateRow, (x, y, high): (f64, f64, f64)) {
        let letters = name_letters(page);
        let room = (self.names - page.unit(8.0), 1);
        let name = page.shortened(&state.name.text, letters, page.palette.ink, room);
        let top = y + (high - line_height(letters)) / 2.0;
        page.draw(&name, x, top, Anchor::Start);
        for (index, cell) in state.cells.iter().enumerate() {
            let middle = (
                x + self.names + self.column * (index as f64 + 0.5),
                y + high / 2.0,
            );
            let many = cell.marks.len() as f64;
            let step = page.unit(24.0);
            let mut at = middle.0 - step * (many - 1.0) / 2.0;
            for one in &cell.marks {
                mark::draw(page, Sign::Mark(one), (at, middle.1));
                at += step;
            }
            if cell.marks.is_empty() && !cell.symbol.is_empty() {
                mark::draw(page, Sign::Text(cell.symbol), middle);
            }
        }
        let line = [x, y + high, self.right(x), y + high];
        page.drawing.line(line, page.palette.rule, page.unit(0.8));
    }
}

fn name_letters(page: &Page<'_>) -> Letters {
    Letters::regular(page.unit(18.0))
}

fn most_marks(grid: &Grid) -> usize {
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.marks.len()).max().unwrap_or(1).max(1)
}

/// The heads of the columns: in lines where their words are narrow enough, else upright.
struct Heads {
    lines: Vec<Paragraph>,
    upright: bool,
    /// The texts that were shortened, whole.
    cut: Vec<String>,
}

impl Heads {
    fn new(page: &Page<'_>, grid: &Grid, column: f64) -> Heads {
        let letters = Letters::strong(page.unit(16.0));
        let room = column - page.unit(8.0);
        let texts: Vec<String> = grid
            .columns
            .iter()
            .map(|column| {
                let parts = [Some(&column.short.text), column.date.as_ref()];
                let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
                parts.join(" ")
            })
            .collect();
        let mut words = texts.iter().flat_map(|text| text.split(' '));
        let upright = words.any(|word| letters.width(page.ruler, word) > room);
        let width = if upright { page.unit(170.0) } else { room };
        // The last attempts shorten names for which no picture has room.
        let most = match (page.attempt.least_rows, upright) {
            (2.., _) => usize::MAX,
            (_, true) => (column / line_height(letters)).floor().max(1.0) as usize,
            (_, false) => 4,
        };
        let mut cut = Vec::new();
        let head = |text: &String| {
            let (lines, is_cut) = letters.within(page.ruler, text, width, most);
            if is_cut {
                cut.push(text.clone());
            }
            Paragraph {
                lines,
                letters,
                fill: page.palette.ink,
            }
        };
        Heads {
            lines: texts.iter().map(head).collect(),
            upright,
            cut,
        }
    }

    /// The height of the highest.
    fn height(&self, page: &Page<'_>) -> f64 {
        self.most(|head| match self.upright {
            true => head.width(page.ruler),
            false => head.height(),
        })
    }

    /// The width of the widest.
    fn width(&self, page: &Page<'_>) -> f64 {
        self.most(|head| match self.upright {
            true => head.height(),
            false => head.width(page.ruler),
        })
    }

    fn most(&self, length: impl Fn(&Paragraph) -> f64) -> f64 {
        self.lines.iter().map(length).fold(0.0, f64::max)
    }
}
