//! The picture of a results chart.

use crate::Content;
use crate::bar::Look;
use crate::drawing::Anchor;
use crate::frame::{Texts, status};
use crate::house;
use crate::page::{Area, Page, baseline, line_height};
use crate::rows::Rows;
use crate::text::Letters;
use election_widgets::layout::{
    Bar, Fact, Line, Mark, MarkKind, ResultsLayout, Row, Scale, ThresholdText,
};
use election_widgets::model::Decimal;

/// A results chart to draw.
pub(crate) struct ResultsPicture {
    layout: ResultsLayout,
    options: usize,
}

impl ResultsPicture {
    /// The picture of a layout; `options` is how many the document has.
    pub(crate) fn new(layout: ResultsLayout, options: usize) -> ResultsPicture {
        ResultsPicture { layout, options }
    }
}

impl Content for ResultsPicture {
    fn texts(&self) -> Texts {
        let layout = &self.layout;
        let contest: Vec<&str> = layout
            .contest
            .iter()
            .map(|part| part.text.as_str())
            .collect();
        let facts: Vec<String> = layout.facts.iter().map(fact).collect();
        let thresholds = layout.thresholds.iter().map(threshold);
        let corrections = layout.corrections.iter().map(|line| line.text.clone());
        let remarks = layout.remarks.iter().cloned();
        let mut extras: Vec<String> = Vec::new();
        if !facts.is_empty() {
            extras.push(facts.join(" · "));
        }
        extras.extend(layout.frame.notes.iter().map(|note| note.text.clone()));
        Texts {
            contest: contest.join(" · "),
            question: layout.question.as_ref().map(|text| text.text.clone()),
            statuses: layout.statuses.iter().map(status).collect(),
            summary: layout.summary.clone(),
            notes: corrections.chain(thresholds).chain(remarks).collect(),
            extras,
            ..Texts::new(&layout.frame)
        }
    }

    fn sentences(&self) -> Vec<String> {
        self.layout.sentences()
    }

    fn draw(&self, page: &mut Page<'_>, area: Area) -> bool {
        let folded = |row: &&Row| row.hidden.is_none();
        let rows: Vec<&Row> = self.layout.rows.iter().filter(folded).collect();
        let circle = self
            .layout
            .house
            .as_ref()
            .and_then(|house| house.circle.as_ref());
        let rows = Rows {
            layout: &self.layout,
            rows: &rows,
            options: self.options,
            dots: circle.is_some(),
        };
        let Some(circle) = circle else {
            let area = self.key(page, area);
            return rows.draw(page, area);
        };
        if page.upright {
            let wide = area.width.min(area.height * 0.9);
            let high = house::height(circle, wide).min(area.height * 0.5);
            house::draw(
                page,
                circle,
                Area {
                    height: high,
                    ..area
                },
            );
            return rows.draw(page, area.below(high + page.unit(6.0)));
        }
        let half = (area.width * 0.48).min(area.height * 2.1);
        let right = Area {
            x: area.right() - half,
            width: half,
            ..area
        };
        house::draw(page, circle, right);
        let left = Area {
            width: area.width - half - page.unit(36.0),
            ..area
        };
        rows.draw(page, left)
    }
}

impl ResultsPicture {
    /// Draws what the marks of bars mean at the end of an area, where there are others than sure ones.
    fn key(&self, page: &mut Page<'_>, area: Area) -> Area {
        let Some(key) = &self.layout.key else {
            return area;
        };
        let letters = Letters::regular(page.unit(16.0));
        let (sample, gap) = (page.unit(34.0), page.unit(22.0));
        let kinds = [MarkKind::Solid, MarkKind::Band, MarkKind::Ceiling];
        let line = line_height(letters) + page.unit(3.0);
        let mut places: Vec<(f64, f64)> = Vec::new();
        let (mut x, mut row) = (0.0, 0.0);
        for text in key {
            let wide = sample + page.unit(8.0) + letters.width(page.ruler, text);
            if x > 0.0 && x + wide > area.width {
                (x, row) = (0.0, row + line);
            }
            places.push((area.x + x, row));
            x += wide + gap;
        }
        let high = row + line;
        let top = area.bottom() - high;
        for ((text, kind), (x, row)) in key.iter().zip(kinds).zip(places) {
            let y = top + row;
            let bar = Area {
                x,
                y: y + page.unit(4.0),
                width: sample,
                height: page.unit(13.0),
            };
            let fill = page.palette.bar;
            page.bar(&example(kind), bar, Look { fill, status: "" });
            let at = (x + sample + page.unit(8.0), y + baseline(letters));
            let style = (letters, Anchor::Start);
            page.drawing
                .text(page.ruler, at, style, page.palette.quiet, text);
        }
        area.without_foot(high + page.unit(8.0))
    }
}

/// A bar with one kind of mark.
fn example(kind: MarkKind) -> Bar {
    let at = |percent: u32| Scale::PERCENT.at(Decimal::from(percent));
    let (from, to) = match kind {
        MarkKind::Ceiling => (at(50), at(50)),
        _ => (at(0), at(100)),
    };
    Bar {
        marks: vec![Mark { kind, from, to }],
    }
}

fn fact(fact: &Fact) -> String {
    let lines: Vec<String> = fact.lines.iter().map(line).collect();
    format!("{}: {}", fact.label, lines.join(" / "))
}

/// A line with the number of its source.
fn line(line: &Line) -> String {
    match &line.source {
        Some((number, _)) => format!("{} [{number}]", line.text),
        None => line.text.clone(),
    }
}

fn threshold(text: &ThresholdText) -> String {
    let said = std::iter::once(line(&text.label)).chain(text.verdicts.iter().cloned());
    let said: Vec<String> = said.collect();
    said.join(" ")
}
