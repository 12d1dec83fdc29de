//! Tests of what is drawn besides texts, against the layouts: no shape, seat or mark is missing.

use crate::support::{documents, layout, locale, options, picture, texts};
use election_widgets::layout::{AlliancesLayout, Content, Grid, ObserversLayout, ResultsLayout};
use election_widgets::widget::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};
use election_widgets_picture::{Size, Theme};

/// Calls `check` with each document of a widget, its layout and the SVG of its picture.
fn each<W: Widget>(mut check: impl FnMut(&str, W::Layout, &str)) {
    let of_widget = documents().into_iter().filter(|(_, tag, _)| *tag == W::TAG);
    for (name, tag, data) in of_widget {
        let made = picture((tag, &data), &locale("en"), Size::OG, Theme::Light).unwrap();
        check(&name, layout::<W>(&data, &locale("en")), &made.svg);
    }
}

/// How often an SVG draws this path.
fn drawn(svg: &str, path: &str) -> usize {
    svg.matches(&format!(" d=\"{path}\"")).count()
}

/// The number of rows that a picture counts without drawing them.
fn others(svg: &str) -> usize {
    let found = texts(svg, &options());
    let number = found.iter().find_map(|ink| ink.text.strip_suffix(" more"));
    number.map_or(0, |number| number.parse().unwrap())
}

#[test]
fn a_map_has_each_shape_border_and_marker_of_its_layout() {
    let (mut maps, mut markers) = (0, 0);
    each::<ObserversWidget>(|name, layout: ObserversLayout, svg| {
        let Some((_, map)) = layout.map else { return };
        maps += 1;
        let shapes = map.shapes.iter().map(|shape| &shape.path);
        for path in shapes.chain(&map.around).chain(&map.disputed) {
            assert!(drawn(svg, path) > 0, "{name}: {path}");
        }
        let (_, list) = svg.split_once("</svg>").unwrap();
        let letters = layout.rows.iter().flat_map(|group| &group.rows);
        let letters = letters.filter(|row| row.letter.is_some()).count();
        let circles = list.matches("<circle").count();
        // Each marker is a point, and so is each letter in the list.
        assert!(
            circles >= map.markers.len() && circles <= map.markers.len() + letters,
            "{name}: {circles} for {} and {letters}",
            map.markers.len()
        );
        markers += map.markers.len();
    });
    assert!(maps > 3 && markers > 0, "{maps} {markers}");
}

#[test]
fn a_half_circle_has_every_seat_of_its_layout() {
    let mut circles = 0;
    each::<ResultsWidget>(|name, layout: ResultsLayout, svg| {
        let Some(circle) = layout.house.and_then(|house| house.circle) else {
            return;
        };
        circles += 1;
        let mut seats = 0;
        for block in &circle.blocks {
            assert!(drawn(svg, &block.seats.path) > 0, "{name}");
            seats += block.seats.path.matches('M').count();
        }
        let total: String = circle.total.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(seats.to_string(), total, "{name}");
    });
    assert!(circles > 1, "{circles}");
}

/// The number of marks in the first rows of a grid.
fn marks(grid: &Grid, rows: usize) -> usize {
    let cells = grid.rows.iter().take(rows).flat_map(|row| &row.cells);
    cells.map(|cell| cell.marks.len()).sum()
}

#[test]
fn a_grid_has_each_mark_of_its_rows_and_of_its_key() {
    let mut grids = 0;
    each::<AlliancesWidget>(|name, layout: AlliancesLayout, svg| {
        let Content::Grid(grid) = &layout.content else {
            panic!("{name}")
        };
        grids += 1;
        let rows = grid.rows.len() - others(svg);
        let circles = svg.matches("<circle").count();
        assert_eq!(circles, marks(grid, rows) + layout.key.len(), "{name}");
    });
    assert!(grids > 3, "{grids}");
}

#[test]
fn a_bar_chart_has_a_bar_for_each_row_with_bars() {
    let mut charts = 0;
    each::<ResultsWidget>(|name, layout: ResultsLayout, svg| {
        if layout.house.is_some_and(|house| house.circle.is_some()) {
            return;
        }
        charts += 1;
        let found = texts(svg, &options());
        let rows = layout.rows.iter().filter(|row| {
            let starts = |text: &str| row.name.text.starts_with(text.trim_end_matches('…'));
            row.hidden.is_none() && found.iter().any(|ink| starts(&ink.text))
        });
        // One bar per claim, each on a track of its own.
        let bars: usize = rows
            .filter_map(|row| row.cells.iter().find(|cell| !cell.bars.is_empty()))
            .map(|cell| cell.bars.iter().flatten().count())
            .sum();
        let tracks = svg.matches("fill=\"#eef0f2\"").count();
        let key = layout.key.map_or(0, |key| key.len());
        assert_eq!(tracks, bars + key, "{name}");
    });
    assert!(charts > 3, "{charts}");
}
