//! Paths of the area file: rings, holes, the date line, the poles, shared borders.

use crate::support::{
    Point, area_of, at, collection, feature, file, made, path, projection, rings, run, run_on_file,
    square, two_neighbours, within,
};
use election_widgets::model::Position;
use serde_json::{Value, json};

#[test]
fn direction_and_start_of_a_ring_make_no_difference() {
    let ring = json!([[0.0, 0.0], [3.0, 0.5], [4.0, 3.0], [1.0, 4.0], [0.0, 0.0]]);
    let turned = json!([[1.0, 4.0], [4.0, 3.0], [3.0, 0.5], [0.0, 0.0], [1.0, 4.0]]);
    let drawn = |ring| made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]).0;
    assert_eq!(drawn(ring), drawn(turned));
}

#[test]
fn a_hole_in_a_shape_stays_a_hole() {
    let coordinates = json!([square(0.0, 0.0, 10.0), square(2.0, 2.0, 7.0)]);
    let (area, _) = made(&collection(&[feature("A", "Polygon", coordinates)]), &[]);
    let projection = projection(&area);
    let is_land = |lon_deg, lat_deg| {
        within(
            path(&area, 0),
            projection.project(Position { lon_deg, lat_deg }).unwrap(),
        )
    };
    assert!(is_land(1.0, 1.0) && !is_land(5.0, 5.0) && !is_land(11.0, 5.0));
    assert!(within(path(&area, 0), at(&area["shapes"][0])));
}

#[test]
fn geometries_in_one_feature_are_one_shape() {
    let parts = json!([[square(0.0, 0.0, 2.0)], [square(5.0, 0.0, 2.0)]]);
    let (many, _) = made(&collection(&[feature("A", "MultiPolygon", parts)]), &[]);
    assert_eq!(rings(path(&many, 0)).len(), 2);
    let one = |west| json!({ "type": "Polygon", "coordinates": [square(west, 0.0, 2.0)] });
    let gathered = json!({ "type": "Feature", "id": "A", "properties": { "name": "a" },
        "geometry": { "type": "GeometryCollection", "geometries": [one(0.0), one(5.0)] } });
    assert_eq!(made(&gathered, &[]).0, many);
}

#[test]
fn a_land_across_the_date_line_is_drawn_in_one_piece() {
    let west = json!([
        [178.0, 0.0],
        [180.0, 0.0],
        [180.0, 1.0],
        [180.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let east = json!([
        [-180.0, 0.0],
        [-178.0, 0.0],
        [-178.0, 2.0],
        [-180.0, 2.0],
        [-180.0, 1.0],
        [-180.0, 0.0]
    ]);
    let cut = made(
        &collection(&[feature("A", "MultiPolygon", json!([[west], [east]]))]),
        &[],
    )
    .0;
    let through = json!([
        [178.0, 0.0],
        [-178.0, 0.0],
        [-178.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let whole = made(
        &collection(&[feature("A", "Polygon", json!([through]))]),
        &[],
    )
    .0;
    let on = json!([
        [178.0, 0.0],
        [182.0, 0.0],
        [182.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let run_on = made(&collection(&[feature("A", "Polygon", json!([on]))]), &[]).0;
    for area in [&cut, &whole, &run_on] {
        assert_eq!(rings(path(area, 0)).len(), 1);
        assert_eq!(area["projection"]["lon"], 180);
        let size = (
            area["width"].as_f64().unwrap(),
            area["height"].as_f64().unwrap(),
        );
        assert!((1.9..2.1).contains(&(size.0 / size.1)), "{size:?}");
        assert!(area_of(path(area, 0)) > 0.9 * size.0 * size.1);
    }
}

#[test]
fn a_map_of_the_world_cuts_lands_at_its_edge() {
    let through = json!([
        [170.0, 0.0],
        [-160.0, 0.0],
        [-160.0, 20.0],
        [170.0, 20.0],
        [170.0, 0.0]
    ]);
    let far = json!([square(-60.0, -30.0, 60.0)]);
    let features = [
        feature("A", "Polygon", json!([through])),
        feature("B", "Polygon", far),
    ];
    let more = [
        "--projection",
        "natural-earth",
        "--bounds",
        "-180,-60,180,80",
    ];
    let (area, _) = made(&collection(&features), &more);
    let found = rings(path(&area, 0));
    assert_eq!(found.len(), 2);
    let widest = |ring: &Vec<Point>| {
        let xs = ring.iter().map(|point| point.0);
        xs.clone().fold(f64::MIN, f64::max) - xs.fold(f64::MAX, f64::min)
    };
    assert!(found.iter().all(|ring| widest(ring) < 200.0), "{found:?}");
    let turned = made(&collection(&features), &["--bounds", "-30,-60,330,80"]).0;
    assert_eq!(turned["projection"]["kind"], "natural-earth");
    assert_eq!(rings(path(&turned, 0)).len(), 1);
}

#[test]
fn a_shape_around_a_pole_reaches_the_edge_of_a_map_of_the_world() {
    let cap: Vec<_> = (0..=36).map(|step| json!([step * 10 - 180, -70])).collect();
    let features = [
        feature("A", "Polygon", json!([cap])),
        feature("B", "Polygon", json!([square(0.0, 0.0, 20.0)])),
    ];
    let (area, _) = made(&collection(&features), &["--bounds", "-180,-90,180,90"]);
    let projection = projection(&area);
    let is_land = |lon_deg, lat_deg| {
        within(
            path(&area, 0),
            projection.project(Position { lon_deg, lat_deg }).unwrap(),
        )
    };
    for lon in [-170.0, -90.0, 0.0, 45.0, 170.0] {
        assert!(is_land(lon, -80.0) && !is_land(lon, -60.0), "{lon}");
    }
}

#[test]
fn a_shape_around_a_pole_covers_it_on_an_equal_area_map() {
    for first in [-180, -90] {
        let cap: Vec<_> = (0..=4).map(|step| json!([first + step * 90, 70])).collect();
        let (area, said) = made(
            &collection(&[feature("A", "Polygon", json!([cap]))]),
            &["--bounds", "-180,60,180,90", "--projection", "equal-area"],
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        let projection = projection(&area);
        let is_land = |lon_deg, lat_deg| {
            let place = Position { lon_deg, lat_deg };
            within(path(&area, 0), projection.project(place).unwrap())
        };
        for lon in [-135.0, -45.0, 45.0, 135.0] {
            assert!(is_land(lon, 80.0) && !is_land(lon, 65.0), "{lon}");
        }
        assert!(is_land(0.0, 90.0));
    }
}

#[test]
fn topojson_is_drawn_as_the_same_geojson() {
    let features = [
        feature(
            "A",
            "Polygon",
            json!([[
                [0.0, 0.0],
                [2.0, 0.0],
                [2.5, 1.0],
                [2.0, 2.0],
                [0.0, 2.0],
                [0.0, 0.0]
            ]]),
        ),
        feature(
            "B",
            "Polygon",
            json!([[
                [2.0, 0.0],
                [4.0, 0.0],
                [4.0, 2.0],
                [2.0, 2.0],
                [2.5, 1.0],
                [2.0, 0.0]
            ]]),
        ),
    ];
    let name = |name: &str| json!({ "name": name });
    let topology = |transform: Option<Value>, arcs: Value| {
        let mut topology = json!({
            "type": "Topology", "arcs": arcs,
            "objects": { "lands": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "id": "A", "properties": name("a"), "arcs": [[0, 1]] },
                { "type": "Polygon", "id": "B", "properties": name("b"), "arcs": [[2, -1]] },
            ] } }
        });
        if let Some(transform) = transform {
            topology["transform"] = transform;
        }
        topology
    };
    let plain = json!([
        [[2.0, 0.0], [2.5, 1.0], [2.0, 2.0]],
        [[2.0, 2.0], [0.0, 2.0], [0.0, 0.0], [2.0, 0.0]],
        [[2.0, 0.0], [4.0, 0.0], [4.0, 2.0], [2.0, 2.0]],
    ]);
    let quantized = json!([
        [[4, 0], [1, 4], [-1, 4]],
        [[4, 8], [-4, 0], [0, -8], [4, 0]],
        [[4, 0], [4, 0], [0, 8], [-4, 0]],
    ]);
    let transform = json!({ "scale": [0.5, 0.25], "translate": [0.0, 0.0] });
    let expected = made(&collection(&features), &[]).0;
    assert_eq!(made(&topology(None, plain), &[]).0, expected);
    assert_eq!(
        made(
            &topology(Some(transform), quantized),
            &["--object", "lands"]
        )
        .0,
        expected
    );
}

#[test]
fn two_neighbours_share_exactly_one_border() {
    let (area, said) = made(&two_neighbours(), &[]);
    let ring = |number: usize| rings(path(&area, number)).remove(0);
    let shared: Vec<_> = ring(0)
        .into_iter()
        .filter(|point| ring(1).contains(point))
        .collect();
    assert!(
        (50..1500).contains(&shared.len()),
        "{} {said}",
        shared.len()
    );
    // All that is no corner of the outer frame is shared: neither has a bend that the other lacks.
    let own = |number: usize| {
        ring(number)
            .iter()
            .filter(|point| !shared.contains(point))
            .count()
    };
    assert!(own(0) <= 40 && own(1) <= 40, "{} {}", own(0), own(1));
    let both = area_of(path(&area, 0)) + area_of(path(&area, 1));
    let outer = json!([[
        [0.0, 0.0],
        [5.0, 0.0],
        [9.0, 0.0],
        [9.0, 8.0],
        [5.0, 8.0],
        [0.0, 8.0],
        [0.0, 0.0]
    ]]);
    let whole = area_of(path(
        &made(&collection(&[feature("A", "Polygon", outer)]), &[]).0,
        0,
    ));
    assert!((both - whole).abs() < 20.0, "{both} {whole}");
}

#[test]
fn a_disputed_border_is_written_separately() {
    let (area, _) = made(&two_neighbours(), &["--disputed", "L/R"]);
    let line = rings(area["disputed"].as_str().unwrap()).remove(0);
    let ring = rings(path(&area, 0)).remove(0);
    assert!(line.len() > 50 && line.iter().all(|point| ring.contains(point)));
    let (part, _) = made(&two_neighbours(), &["--disputed", "L/R@3,0,7,4"]);
    let southern = rings(part["disputed"].as_str().unwrap()).remove(0);
    assert!(southern.len() > 20 && southern.len() < line.len() * 2 / 3);
    assert!(made(&two_neighbours(), &[]).0.get("disputed").is_none());
}

#[test]
fn shapes_are_projected_by_the_same_code_as_points_on_the_page() {
    let corners = [(30.1, 40.2), (44.7, 41.3), (43.9, 52.6), (31.0, 50.5)];
    let ring: Vec<_> = corners
        .iter()
        .chain(&corners[..1])
        .map(|(lon, lat)| json!([lon, lat]))
        .collect();
    let (area, _) = made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]);
    let projection = projection(&area);
    let drawn = rings(path(&area, 0)).remove(0);
    for (lon_deg, lat_deg) in corners {
        let (x, y) = projection.project(Position { lon_deg, lat_deg }).unwrap();
        assert!(drawn.contains(&(x.round(), y.round())), "{x} {y} {drawn:?}");
    }
}

#[test]
fn a_shape_too_small_to_draw_keeps_a_small_square_above_the_others() {
    let features = [
        feature("DOT", "Polygon", json!([square(50.0, 20.0, 0.0001)])),
        feature("BIG", "Polygon", json!([square(0.0, 0.0, 60.0)])),
    ];
    let (area, _) = made(&collection(&features), &[]);
    assert_eq!(area["shapes"][1]["id"], "DOT");
    assert_eq!(area_of(path(&area, 1)), 8.0);
    assert!(within(path(&area, 1), at(&area["shapes"][1])));
}

#[test]
fn a_ring_of_a_million_corners_becomes_a_small_one() {
    const CORNERS: u32 = 1_000_000;
    let corner = |step: u32| {
        let angle = f64::from(step % CORNERS) / f64::from(CORNERS) * std::f64::consts::TAU;
        let far = 10.0 + (angle * 9.0).sin() + (angle * 7919.0).sin() * 0.002;
        json!([30.0 + angle.cos() * far, 40.0 + angle.sin() * far])
    };
    let ring: Vec<_> = (0..=CORNERS).map(corner).collect();
    let (area, said) = made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]);
    assert!(path(&area, 0).len() < 6000, "{said}");
    assert!(
        said.starts_with("a-2026: shapes: 1, neighbours: 0, corners: 1000000 in"),
        "{said}"
    );
}

#[test]
fn the_same_input_makes_the_same_file() {
    let text = two_neighbours().to_string();
    let first = run(&text, &[]);
    assert_eq!(first.stdout, run(&text, &[]).stdout);
    let path = file("neighbours.geojson", &two_neighbours());
    assert_eq!(first.stdout, run_on_file(path.to_str().unwrap()).stdout);
}
