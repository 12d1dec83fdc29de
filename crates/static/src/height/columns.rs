//! The widths of a table's columns, as browsers lay out a table without fixed widths.

use super::{Font, advance, cells, font_of, is_hidden, is_inline, percent, sides};
use crate::element::{Child, Element};
use crate::plain::declared;

/// The room that the texts in a column need, with paddings.
#[derive(Clone, Copy, Default)]
struct Column {
    /// The width of its longest word: it is never narrower.
    least: f64,
    /// The width of its longest line.
    most: f64,
    /// The width that its style asks for, in percent of the table's.
    percent: Option<f64>,
}

/// Returns the widths of the columns of a table that is `width` pixels wide.
pub(super) fn widths(table: &Element, width: f64, font: Font) -> Vec<f64> {
    let mut columns: Vec<Column> = Vec::new();
    collect(table, font, &mut columns);
    let least: f64 = columns.iter().map(|column| column.least).sum();
    let mut rest = (width - least).max(0.0);
    let mut widths: Vec<f64> = columns.iter().map(|column| column.least).collect();
    for (column, own) in columns.iter().zip(&mut widths) {
        if let Some(percent) = column.percent {
            let more = (width * percent / 100.0 - *own).clamp(0.0, rest);
            *own += more;
            rest -= more;
        }
    }
    let wish = |column: &Column| match column.percent {
        Some(_) => 0.0,
        None => (column.most - column.least).max(1.0),
    };
    let wishes: f64 = columns.iter().map(wish).sum();
    for (column, own) in columns.iter().zip(&mut widths) {
        *own += rest * wish(column) / wishes.max(1.0);
    }
    widths
}

/// Adds what the rows in an element ask for.
fn collect(element: &Element, font: Font, columns: &mut Vec<Column>) {
    for child in &element.children {
        match child {
            Child::Element(part) if is_hidden(part) => {}
            Child::Element(row) if row.tag == "tr" => {
                for (index, cell) in cells(row).into_iter().enumerate() {
                    if columns.len() <= index {
                        columns.push(Column::default());
                    }
                    if let Some(column) = columns.get_mut(index) {
                        column.least = column.least.max(least(cell, font));
                        column.most = column.most.max(most(cell, font));
                        column.percent = column.percent.or(percent(cell));
                    }
                }
            }
            Child::Element(part) => collect(part, font, columns),
            Child::Text(_) => {}
        }
    }
}

/// The width of the margins and paddings at both sides.
fn around(element: &Element) -> f64 {
    let [_, right, _, left] = sides(element, "margin");
    let [_, inner_right, _, inner_left] = sides(element, "padding");
    right + left + inner_right + inner_left
}

/// The width of the longest word in an element.
fn least(element: &Element, font: Font) -> f64 {
    if declared(element, "overflow-wrap") == Some("anywhere") {
        return around(element);
    }
    let font = font_of(element, font);
    let inside = element.children.iter().map(|child| match child {
        Child::Text(text) => {
            let words = text.split([' ', '\n', '-']);
            words.map(|word| advance(word, font)).fold(0.0, f64::max)
        }
        Child::Element(child) if is_hidden(child) => 0.0,
        Child::Element(child) => least(child, font),
    });
    inside.fold(0.0, f64::max) + around(element)
}

/// The width of the longest line in an element.
fn most(element: &Element, font: Font) -> f64 {
    let font = font_of(element, font);
    let (mut widest, mut line) = (0.0_f64, 0.0);
    for child in &element.children {
        match child {
            Child::Text(text) => line += advance(text, font),
            Child::Element(child) if is_hidden(child) => {}
            Child::Element(child) if is_inline(child) => line += most(child, font),
            Child::Element(child) => {
                widest = widest.max(line).max(most(child, font));
                line = 0.0;
            }
        }
    }
    widest.max(line) + around(element)
}
