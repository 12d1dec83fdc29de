//! The rectangle around an outline.

use super::{Outline, Spot};

/// A point that moves along an outline, and the corners of the rectangle that it has been in.
struct Pen {
    at: Spot,
    start: Spot,
    low: Spot,
    high: Spot,
}

impl Outline {
    /// The upper left and the lower right corner of the rectangle around it.
    pub fn bounds(&self) -> [Spot; 2] {
        let far = Spot {
            x: i32::MAX,
            y: i32::MAX,
        };
        let mut pen = Pen {
            at: Spot::default(),
            start: Spot::default(),
            low: far,
            high: Spot {
                x: i32::MIN,
                y: i32::MIN,
            },
        };
        let mut rest = self.as_str();
        while let Some(command) = rest.chars().next() {
            let after = rest.get(command.len_utf8()..).unwrap_or_default();
            let end = after.find(|c: char| c.is_ascii_alphabetic());
            let end = end.unwrap_or(after.len());
            pen.draw(command, after.get(..end).unwrap_or_default());
            rest = after.get(end..).unwrap_or_default();
        }
        if pen.low.x > pen.high.x {
            return [Spot::default(); 2];
        }
        [pen.low, pen.high]
    }
}

impl Pen {
    /// Follows one letter of a path with its numbers.
    fn draw(&mut self, command: char, text: &str) {
        let numbers = numbers(text);
        let first = |place: usize| numbers.get(place).copied().unwrap_or_default();
        match command {
            'H' | 'V' | 'h' | 'v' => {
                for number in &numbers {
                    let along = command.eq_ignore_ascii_case(&'h');
                    let (x, y) = if along { (*number, 0) } else { (0, *number) };
                    match command {
                        'H' => self.to(*number, self.at.y),
                        'V' => self.to(self.at.x, *number),
                        _ => self.by(x, y),
                    }
                }
            }
            'Z' | 'z' => self.at = self.start,
            _ => {
                for place in (0..numbers.len()).step_by(2) {
                    let (x, y) = (first(place), first(place + 1));
                    if command.is_ascii_uppercase() {
                        self.to(x, y);
                    } else {
                        self.by(x, y);
                    }
                    // Only the first pair after an M moves; the others are lines.
                    if place == 0 && command.eq_ignore_ascii_case(&'m') {
                        self.start = self.at;
                    }
                }
            }
        }
    }

    fn by(&mut self, x: i32, y: i32) {
        self.to(self.at.x.saturating_add(x), self.at.y.saturating_add(y));
    }

    fn to(&mut self, x: i32, y: i32) {
        self.at = Spot { x, y };
        self.low = Spot {
            x: self.low.x.min(x),
            y: self.low.y.min(y),
        };
        self.high = Spot {
            x: self.high.x.max(x),
            y: self.high.y.max(y),
        };
    }
}

/// The whole numbers in a part of a path: a minus begins one as a blank does.
fn numbers(text: &str) -> Vec<i32> {
    let mut found = Vec::new();
    let mut number: Option<(i32, bool)> = None;
    for c in text.chars().chain([' ']) {
        match (c.to_digit(10), number) {
            (Some(digit), _) => {
                let (before, negative) = number.unwrap_or((0, false));
                let digit = i32::try_from(digit).unwrap_or(0);
                number = Some((before.saturating_mul(10).saturating_add(digit), negative));
            }
            (None, Some((value, negative))) => {
                found.push(if negative { -value } else { value });
                number = None;
            }
            (None, None) => {}
        }
        if c == '-' {
            number = Some((0, true));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(path: &str) -> [(i32, i32); 2] {
        let outline = Outline::new(path).unwrap();
        outline.bounds().map(|spot| (spot.x, spot.y))
    }

    #[test]
    fn the_rectangle_around_an_outline_holds_each_of_its_points() {
        assert_eq!(bounds("M10 20L30,5H40V50Z"), [(10, 5), (40, 50)]);
        assert_eq!(
            bounds("m10 20l20-15h10v45zm100 0 5 5z"),
            [(10, 5), (115, 50)]
        );
    }
}
