//! The functions that `index.js` calls.

use election_widgets::locale::{self, Locale};
use election_widgets::model::LanguageTag;
use election_widgets::prerender::{self, AreaFile, Prerendered, Request, Style};
use election_widgets::wire::DataError;
use election_widgets_static::Form;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// The page to render.
#[wasm_bindgen]
pub struct Page {
    tag: String,
    prefix: String,
    attributes: Vec<(String, String)>,
    words: Option<String>,
    area: Option<String>,
    link: Option<String>,
    flat: Option<Form>,
}

#[wasm_bindgen]
impl Page {
    /// A widget with its attributes: name, value, name, value.
    #[wasm_bindgen(constructor)]
    pub fn new(tag: String, prefix: String, attributes: Vec<String>) -> Page {
        let pairs = attributes.chunks_exact(2);
        let pair = |pair: &[String]| match pair {
            [name, value] => Some((name.clone(), value.clone())),
            _ => None,
        };
        Page {
            tag,
            prefix,
            attributes: pairs.filter_map(pair).collect(),
            words: None,
            area: None,
            link: None,
            flat: None,
        }
    }

    /// The file of the reader's language; English where there is none.
    pub fn words(&mut self, words: String) {
        self.words = Some(words);
    }

    /// The area file that the document names.
    pub fn area(&mut self, area: String) {
        self.area = Some(area);
    }

    /// The address of the sheet of styles.
    pub fn link(&mut self, link: String) {
        self.link = Some(link);
    }

    /// Asks for plain HTML of a form in the element's place.
    ///
    /// # Errors
    /// No form has this name.
    pub fn flat(&mut self, form: &str) -> Result<(), JsValue> {
        let read = form.parse();
        self.flat = Some(read.map_err(|why: String| thrown(DataError::new("static", why)))?);
        Ok(())
    }

    /// The widget's element as HTML, or what takes its place; `tell` is called with the place and the text of each warning.
    ///
    /// # Errors
    /// An error whose `path` is the place in the document.
    pub fn element(&self, data: &str, tell: &js_sys::Function) -> Result<String, JsValue> {
        let given = |name: &str| self.attributes.iter().find(|(known, _)| known == name);
        let inline = given("src").is_none();
        // What stands in a script element holds nothing that could end it.
        let data = data.trim_start_matches('\u{feff}').replace('<', "\\u003c");
        let request = Request {
            tag: &self.tag,
            attribute: &|name| given(name).map(|(_, value)| value.clone()),
            locale: locale(
                self.words.as_deref().unwrap_or_default(),
                given("lang").map_or("", |(_, lang)| lang),
            ),
            data: &data,
            inline,
            area: self.area_of(&data),
            style: match &self.link {
                Some(address) => Style::Link(address),
                None => Style::Sheet,
            },
        };
        let made = match self.flat {
            Some(form) => form.html(&request),
            None => prerender::prerender(&request),
        }
        .map_err(thrown)?;
        told(&made, tell)?;
        if self.flat.is_some() {
            return Ok(made.shadow);
        }
        let name = format!("{}{}", self.prefix, self.tag);
        let inside = inline.then_some(&*data);
        Ok(prerender::element(&name, &self.attributes, &made, inside))
    }

    fn area_of(&self, data: &str) -> Option<Result<&str, DataError>> {
        let file = prerender::area_file(&self.tag, data)?;
        Some(self.area.as_deref().ok_or_else(|| match file {
            AreaFile::Preset(name) => DataError::new("area", format!("{name} is not there")),
            AreaFile::Url(address) => DataError::new(
                "area.url",
                format!("{address} is not read here (give what it holds as the option area)"),
            ),
        }))
    }
}

/// The words of a file for the reader that `lang` names, kept for the last readers; English if there is no file.
fn locale(words: &str, lang: &str) -> Arc<Locale> {
    const MAX_READ: usize = 20;
    type Known = ([String; 2], Arc<Locale>);
    thread_local! {
        static READ: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
    }
    READ.with_borrow_mut(|read| {
        if let Some((_, locale)) = read.iter().find(|(known, _)| *known == [words, lang]) {
            return Arc::clone(locale);
        }
        let locale = Locale::read(words).unwrap_or_else(|_| Locale::english());
        let locale = Arc::new(locale.for_lang(Some(lang)));
        // A server may take the language from whoever asks.
        if read.len() >= MAX_READ {
            read.remove(0);
        }
        read.push(([words, lang].map(str::to_owned), Arc::clone(&locale)));
        locale
    })
}

/// The language whose file of words a page in the language `lang` needs; empty if `lang` names none.
#[wasm_bindgen(js_name = languageOfWords)]
pub fn language_of_words(lang: &str) -> String {
    LanguageTag::new(lang).map_or_else(String::new, |tag| locale::language_of_words(&tag))
}

/// The name of the preset map that a document names.
#[wasm_bindgen]
pub fn preset(tag: &str, data: &str) -> Option<String> {
    match prerender::area_file(tag, data)? {
        AreaFile::Preset(name) => Some(name),
        AreaFile::Url(_) => None,
    }
}

/// Reports warnings. A document that can't be shown is an error.
fn told(made: &Prerendered, tell: &js_sys::Function) -> Result<(), JsValue> {
    for warning in &made.warnings {
        let (path, message) = (
            warning.path.as_str().into(),
            warning.message.as_str().into(),
        );
        tell.call2(&JsValue::NULL, &path, &message)?;
    }
    match &made.problem {
        Some(problem) => Err(thrown(problem.clone())),
        None => Ok(()),
    }
}

fn thrown(error: DataError) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    // An object that was just made takes what is set on it.
    let _ = js_sys::Reflect::set(&thrown, &"path".into(), &error.path.into());
    thrown.into()
}
