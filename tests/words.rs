//! The files of words against each other and against the code that asks for them.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use election_widgets::locale::{Locale, Precision, Sign, language_of_words};
use election_widgets::model::{Amount, Decimal, LanguageTag, When};
use election_widgets::widget::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn entries(locale: &Locale) -> BTreeMap<String, String> {
    locale
        .entries()
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

fn others() -> Vec<Locale> {
    Locale::languages()
        .filter(|tag| *tag != "en")
        .map(|tag| Locale::for_language(&LanguageTag::new(tag).expect("a tag")))
        .collect()
}

/// The braces of a text; every form of a plural has the same.
fn places(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|piece| piece.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// A language may inflect dates, and words in them; English need not.
const ITS_OWN: &[&str] = &[
    "month.in-date",
    "month.from",
    "date.year.from",
    "date.before.from",
    "date.before.until",
    "date.after.from",
    "date.after.until",
];

/// Words for small numbers, where a language has them in one form.
const NEED_NOT_BE: &str = "number.opening";

#[test]
fn every_language_says_all_that_english_says_with_the_same_places_to_fill() {
    let english = entries(&Locale::english());
    for locale in others() {
        let tag = locale.tag().as_str().to_owned();
        let other = entries(&locale);
        for (key, text) in english.iter().filter(|(key, _)| *key != NEED_NOT_BE) {
            let theirs = other
                .get(key)
                .unwrap_or_else(|| panic!("{tag} lacks {key}"));
            assert_eq!(places(text), places(theirs), "{tag}: {key}");
        }
        for key in other.keys() {
            assert!(
                english.contains_key(key) || ITS_OWN.contains(&key.as_str()),
                "{tag} has {key}, which English has not"
            );
        }
    }
}

/// The section of each key in a language's file; empty above the first heading.
fn sections(tag: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join(format!("www/locale/{tag}.txt"))).expect("words");
    let mut section = "";
    let mut found = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            section = line;
        } else if let Some((key, _)) = line.split_once(" = ") {
            found.insert(key.to_owned(), section.to_owned());
        }
    }
    found
}

#[test]
fn every_language_has_a_key_in_the_section_in_which_english_has_it() {
    let english = sections("en");
    assert_eq!(english["percent"], "[results]");
    for tag in Locale::languages() {
        for (key, section) in sections(tag) {
            let expected = english.get(&key).map_or("", String::as_str);
            assert_eq!(section, expected, "{tag}: {key}");
        }
    }
}

#[test]
fn every_plural_has_all_forms_of_its_language() {
    for (locale, forms) in others()
        .into_iter()
        .chain([Locale::english()])
        .map(|locale| {
            let forms = entries(&locale)["plural"].split(' ').count();
            (locale, forms)
        })
    {
        let tag = locale.tag().as_str().to_owned();
        for (key, text) in entries(&locale) {
            let bars = text.split('|').count();
            let wanted = match key.as_str() {
                month if month.starts_with("month") => 12,
                "kind.letters" | "kind.several" => 8,
                "letters" => 26,
                "number.opening" => 9,
                _ => forms,
            };
            assert!(bars == 1 || bars == wanted, "{tag}: {key} has {bars} forms");
        }
    }
}

#[test]
fn no_key_stands_twice_and_no_text_is_empty() {
    for tag in Locale::languages() {
        let text = fs::read_to_string(root().join(format!("www/locale/{tag}.txt"))).expect("words");
        let keys: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .collect();
        let unique: BTreeSet<&&str> = keys.iter().collect();
        assert_eq!(keys.len(), unique.len(), "{tag}");
    }
}

#[test]
fn every_file_of_words_is_compiled_in_and_known_to_the_element_script() {
    let mut files: Vec<String> = fs::read_dir(root().join("www/locale"))
        .expect("the folder is there")
        .filter_map(|entry| {
            Some(
                entry
                    .ok()?
                    .path()
                    .file_stem()?
                    .to_string_lossy()
                    .into_owned(),
            )
        })
        .collect();
    files.sort();
    let known: Vec<String> = Locale::languages().map(str::to_owned).collect();
    assert_eq!(files, known);
    let script = root().join("www/addresses.js");
    let script = fs::read_to_string(script).expect("the addresses");
    let known: Vec<String> = known.iter().map(|tag| format!("{tag:?}")).collect();
    assert!(script.contains(&format!("const LANGUAGES = [{}];", known.join(", "))));
    let (_, borrowed) = script.split_once("const BORROWED = {").expect("the list");
    let (borrowed, _) = borrowed.split_once('}').expect("its end");
    for pair in borrowed.split(',') {
        let (reader, words) = pair
            .split_once(": ")
            .expect("a language and whose words it borrows");
        let reader = LanguageTag::new(reader.trim()).expect("a language");
        assert_eq!(format!("{:?}", language_of_words(&reader)), words.trim());
    }
}

/// All code below a folder, without its tests.
fn code_of(folder: &Path) -> String {
    let mut code = String::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            code.push_str(&code_of(&path));
        } else {
            let text = fs::read_to_string(path).expect("text");
            code.push_str(text.split("#[cfg(test)]").next().unwrap_or_default());
        }
    }
    code
}

#[test]
fn the_element_script_watches_every_attribute_that_a_widget_knows() {
    let script = fs::read_to_string(root().join("www/element.js")).expect("the class");
    let listed = |name: &str| {
        let (_, rest) = script.split_once(name).expect("the list is there");
        let (list, _) = rest.split_once('"').expect("its end");
        list.split(' ').map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let known = ["src", "lang", "theme", "heading-level", "hash", "refresh"]
        .iter()
        .chain(ResultsWidget::ATTRIBUTES)
        .chain(ObserversWidget::ATTRIBUTES)
        .chain(AlliancesWidget::ATTRIBUTES);
    let known: BTreeSet<String> = known.map(|name| (*name).to_owned()).collect();
    assert_eq!(listed("observedAttributes = \""), known);
    // Each widget, with the bundle that holds it alone.
    let script = fs::read_to_string(root().join("www/addresses.js")).expect("the bundles");
    let widgets = [
        (ResultsWidget::TAG, "results"),
        (ObserversWidget::TAG, "observers"),
        (AlliancesWidget::TAG, "alliances"),
    ];
    let listed_so = widgets.map(|(tag, embed)| format!("{tag:?}: {embed:?}"));
    assert!(script.contains(&format!("const BUNDLES = {{ {} }};", listed_so.join(", "))));
}

#[test]
fn every_word_that_the_code_asks_for_is_there_and_none_is_left_over() {
    let folders = ["src/layout", "src/locale", "src/widget"];
    let code = folders.map(|folder| code_of(&root().join(folder))).concat();
    for key in entries(&Locale::english())
        .keys()
        .filter(|key| !key.starts_with("country."))
    {
        assert!(code.contains(&format!("{key:?}")), "nothing asks for {key}");
    }
    let english = entries(&Locale::english());
    for call in [
        "word(\"",
        "fill(\"",
        "fill(\n            \"",
        "plural(\"",
        "nth(\"",
    ] {
        for piece in code.split(call).skip(1) {
            let key = piece.split('"').next().unwrap_or_default();
            assert!(
                english.contains_key(key) || ITS_OWN.contains(&key),
                "no word for {key}"
            );
        }
    }
}

#[test]
fn countries_are_named_in_the_readers_language() {
    let russian = Locale::for_language(&LanguageTag::new("ru-KZ").expect("a tag"));
    assert_eq!(Locale::english().country("KZ"), "Kazakhstan");
    assert_eq!(russian.country("KZ"), "Казахстан");
    assert_eq!(russian.country("ZZ"), "ZZ");
}

fn said_in(tag: &str, key: &str, amount: &Amount) -> String {
    let locale = Locale::for_language(&LanguageTag::new(tag).expect("a tag"));
    let n = locale.amount(amount, Sign::Plain, Precision::Published, None);
    locale.plural(key, locale.plural_number(amount), &[("n", &n)])
}

#[test]
fn a_number_and_its_word_agree_also_behind_over_and_about() {
    let one = || Decimal::from(1);
    let exact = Amount::Exact(one());
    assert_eq!(said_in("en", "summary.votes", &exact), "1 vote");
    let over = Amount::Over(one().into());
    assert_eq!(said_in("en", "observers", &over), "over 1 observer");
    assert_eq!(said_in("ru", "observers", &exact), "1 наблюдатель");
    assert_eq!(said_in("ru", "observers", &over), "более 1 наблюдателя");
    let about = Amount::About(Decimal::from(22));
    assert_eq!(said_in("ru", "observers", &about), "около 22 наблюдателей");
    let seats = Amount::AtLeast(Decimal::from(51).into());
    assert_eq!(
        said_in("ru", "threshold.seats", &seats),
        "не менее 51 места"
    );
}

#[test]
fn russian_has_a_month_and_a_year_in_the_genitive_after_since() {
    let russian = Locale::for_language(&LanguageTag::new("ru").expect("a tag"));
    let on = |date: &str| When::On(date.parse().expect("a date"));
    let since = |when| {
        russian.fill(
            "spell.from",
            &[("kind", "член"), ("from", &russian.from(when))],
        )
    };
    assert_eq!(since(on("2017-09")), "член с сентября 2017 года");
    assert_eq!(since(on("2017")), "член с 2017 года");
    assert_eq!(since(on("2017-09-05")), "член с 5 сентября 2017 года");
    let before = When::Before("2017-09".parse().expect("a date"));
    assert_eq!(since(before), "член с времени до сентября 2017 года");
    assert_eq!(russian.when(on("2017-09")), "сентябрь 2017 года");
    assert_eq!(russian.until(on("2019")), "2019 год");
}
