//! The documents of a night and their times.

use super::super::source::read_text;
use super::super::validate::check_document;
use serde_json::Value;
use std::path::{Component, Path};
use std::time::{Duration, Instant, SystemTime};

/// The file that lists the documents of a night.
const LIST: &str = "night.json";

const DAY: u32 = 24 * 60 * 60;

/// How the list is written.
const FORM: &str = "write [{\"at\": \"20:00\", \"file\": \"exit-poll.json\"}, ...]";

/// A document of the night.
#[derive(Clone, Debug)]
pub(super) struct Edition {
    /// Seconds since the midnight before the night.
    pub(super) at: u32,
    pub(super) file: String,
    pub(super) text: String,
}

/// The documents of a night in their order; there is at least one.
pub(super) struct Night {
    pub(super) editions: Vec<Edition>,
}

impl Night {
    /// The night in a folder.
    ///
    /// # Errors
    /// The file that is wrong, and how to write it.
    pub(super) fn read(folder: &Path) -> Result<Night, String> {
        let list = folder.join(LIST);
        let shown = list.display();
        let text = read_text(&list).map_err(|why| format!("{shown} {why}"))?;
        let list: Value =
            serde_json::from_str(&text).map_err(|error| format!("{shown}: {error} ({FORM})"))?;
        let entries = list
            .as_array()
            .ok_or_else(|| format!("{shown}: expected a list ({FORM})"))?;
        let mut editions: Vec<Edition> = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let within = |why: String| format!("{shown}: [{number}]: {why}");
            let field = |name: &str| {
                let field = entry.get(name).and_then(Value::as_str);
                field.ok_or_else(|| within(format!("the text {name:?} is missing ({FORM})")))
            };
            let (at, file) = (field("at")?, field("file")?);
            let mut at = seconds(at).map_err(&within)?;
            if let Some(before) = editions.last() {
                at += before.at / DAY * DAY;
                at += if at < before.at { DAY } else { 0 };
            }
            let text = document(folder, file).map_err(&within)?;
            let file = file.to_owned();
            editions.push(Edition { at, file, text });
        }
        if editions.is_empty() {
            return Err(format!("{shown}: has no documents"));
        }
        Ok(Night { editions })
    }

    /// The time of the first document.
    pub(super) fn begins(&self) -> u32 {
        self.editions.first().map_or(0, |edition| edition.at)
    }

    /// A time of the night as people write it: before the first document, it is on the next day.
    ///
    /// # Errors
    /// How to write it.
    pub(super) fn time(&self, text: &str) -> Result<u32, String> {
        let at = seconds(text).map_err(|why| format!("--start: {why}"))?;
        Ok(if at < self.begins() { at + DAY } else { at })
    }

    /// The number of the newest document at a time; the first one also before its time.
    pub(super) fn newest(&self, at: u32) -> usize {
        let due = self.editions.partition_point(|edition| edition.at <= at);
        due.saturating_sub(1)
    }
}

/// A document of the folder, which widgets can show.
fn document(folder: &Path, file: &str) -> Result<String, String> {
    let is_name = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !Path::new(file).components().all(is_name) {
        return Err(format!("{file:?} is not the name of a file in the folder"));
    }
    let text = read_text(&folder.join(file)).map_err(|why| format!("{file} {why}"))?;
    check_document(&text).map_err(|error| format!("{file}: {error}"))?;
    Ok(text)
}

/// The seconds since midnight of `20:00` or `20:00:30`.
fn seconds(text: &str) -> Result<u32, String> {
    let wrong = || format!("expected a time such as \"20:00\", found {text:?}");
    let parts: Result<Vec<u32>, _> = text.split(':').map(str::parse).collect();
    match parts.map_err(|_| wrong())?.as_slice() {
        [hour @ 0..=23, minute @ 0..=59] => Ok(hour * 3600 + minute * 60),
        [hour @ 0..=23, minute @ 0..=59, second @ 0..=59] => Ok(hour * 3600 + minute * 60 + second),
        _ => Err(wrong()),
    }
}

/// A time as people write it.
pub(super) fn shown(at: u32) -> String {
    format!("{:02}:{:02}", at % DAY / 3600, at % 3600 / 60)
}

/// The clock of the night.
pub(super) struct Clock {
    start: u32,
    speed: f64,
    begun: Instant,
    begun_at: SystemTime,
}

impl Clock {
    pub(super) fn new(start: u32, speed: f64) -> Clock {
        Clock {
            start,
            speed,
            begun: Instant::now(),
            begun_at: SystemTime::now(),
        }
    }

    /// The time of the night now.
    pub(super) fn now(&self) -> u32 {
        self.start + (self.begun.elapsed().as_secs_f64() * self.speed) as u32
    }

    /// When a time of the night comes on the clock of this machine. Where the night's clock stands still, what came
    /// before it did so at the usual pace.
    pub(super) fn comes(&self, at: u32) -> SystemTime {
        let pace = if self.speed > 0.0 { self.speed } else { 1.0 };
        let away = Duration::from_secs_f64(f64::from(at.abs_diff(self.start)) / pace);
        let comes = if at < self.start {
            self.begun_at.checked_sub(away)
        } else {
            self.begun_at.checked_add(away)
        };
        comes.unwrap_or(self.begun_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_hours_and_minutes_and_anything_else_is_told() {
        assert_eq!(seconds("20:00"), Ok(72_000));
        assert_eq!(seconds("00:00:30"), Ok(30));
        for wrong in ["", "20", "24:00", "20:60", "8pm", "20:00:00:00", "-1:00"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
