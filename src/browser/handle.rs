//! One widget on a page: what the element script holds of it.

use super::taken::{self, Carried};
use super::{Data, event, hash};
use crate::layout::NoticeKind;
use crate::locale::Locale;
#[cfg(feature = "alliances")]
use crate::view::AlliancesWidget;
#[cfg(feature = "observers")]
use crate::view::ObserversWidget;
#[cfg(feature = "results")]
use crate::view::ResultsWidget;
use crate::widget::{Beside, Input, Theme, Widget, draw};
use crate::wire::{DataError, Document, Warning};
use leptos::prelude::*;
use serde::Serialize;
use std::any::Any;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// A widget on a page. Freeing it takes the picture away and ends all that it does.
#[wasm_bindgen]
pub struct Handle(Box<dyn Shown>);

#[wasm_bindgen]
impl Handle {
    /// A widget for `host`, with nothing on show yet. `attach` answers the shadow root, which it
    /// makes on its first call: before the first outcome no root is attached. `ready` says that the
    /// page was told of a first picture, which is then to be taken over.
    ///
    /// # Errors
    /// Where no widget has that tag.
    #[wasm_bindgen(constructor)]
    pub fn new(
        tag: &str,
        host: HtmlElement,
        attach: js_sys::Function,
        ready: bool,
    ) -> Result<Handle, JsError> {
        match tag {
            #[cfg(feature = "results")]
            ResultsWidget::TAG => Ok(Handle(Box::new(Mounted::<ResultsWidget>::new(
                host, attach, ready,
            )))),
            #[cfg(feature = "observers")]
            ObserversWidget::TAG => Ok(Handle(Box::new(Mounted::<ObserversWidget>::new(
                host, attach, ready,
            )))),
            #[cfg(feature = "alliances")]
            AlliancesWidget::TAG => Ok(Handle(Box::new(Mounted::<AlliancesWidget>::new(
                host, attach, ready,
            )))),
            _ => Err(JsError::new(&format!("no widget is called {tag}"))),
        }
    }

    /// Reads the attributes again; `words` is the file of the reader's language, nothing for
    /// English.
    pub fn configure(&mut self, attribute: &js_sys::Function, words: Option<String>) {
        self.0.configure(attribute, words.as_deref());
    }

    /// Shows a document, with the file that it names beside it, or why that did not come, and where
    /// it is. Bad data is told of and the last good picture stays; answers whether the data was good.
    ///
    /// `texts`, of the document and of the file, with a NUL between them, say that the page carries
    /// a picture made from these: where it is what would be drawn here, it is taken over.
    pub fn show(
        &mut self,
        data: Data,
        beside: Option<Data>,
        missing: Option<String>,
        place: &str,
        texts: Option<String>,
    ) -> bool {
        let beside = match (beside, missing) {
            (Some(file), _) => Beside::Read(file.0),
            (None, Some(message)) => Beside::Failed(DataError::new(place, message)),
            (None, None) => Beside::Nothing,
        };
        self.0.show(&data.0, beside, texts.as_deref())
    }

    /// Tells of data that never came, or that was no JSON when it came: `place` is where it was to
    /// come from.
    pub fn fail(&mut self, came: bool, place: &str, message: &str) {
        let kind = if came {
            NoticeKind::Data
        } else {
            NoticeKind::Load
        };
        self.0.fail(kind, DataError::new(place, message));
    }
}

/// Checks a document without showing it: `{errors: [{path, message}], warnings: [...]}`.
///
/// # Errors
/// Where no widget has that tag.
#[wasm_bindgen]
pub fn validate(tag: &str, data: Data) -> Result<JsValue, JsError> {
    let read = match tag {
        #[cfg(feature = "results")]
        ResultsWidget::TAG => warnings::<ResultsWidget>(&data.0),
        #[cfg(feature = "observers")]
        ObserversWidget::TAG => warnings::<ObserversWidget>(&data.0),
        #[cfg(feature = "alliances")]
        AlliancesWidget::TAG => warnings::<AlliancesWidget>(&data.0),
        _ => return Err(JsError::new(&format!("no widget is called {tag}"))),
    };
    let diagnostics = match read {
        Ok(warnings) => Diagnostics {
            errors: Vec::new(),
            warnings,
        },
        Err(error) => Diagnostics {
            errors: vec![error],
            warnings: Vec::new(),
        },
    };
    Ok(serde_wasm_bindgen::to_value(&diagnostics)?)
}

fn warnings<W: Widget>(document: &Document) -> Result<Vec<Warning>, DataError> {
    let (_, warnings) = W::read(document, Beside::Nothing)?;
    Ok(warnings)
}

#[derive(Serialize)]
struct Diagnostics {
    errors: Vec<DataError>,
    warnings: Vec<Warning>,
}

/// What a page is told of data that is on show now.
#[derive(Serialize)]
struct Drawn {
    warnings: Vec<Warning>,
}

/// A mounted widget of whichever kind.
trait Shown {
    fn configure(&mut self, attribute: &js_sys::Function, words: Option<&str>);
    fn show(&mut self, document: &Document, beside: Beside, texts: Option<&str>) -> bool;
    fn fail(&mut self, kind: NoticeKind, error: DataError);
}

struct Mounted<W: Widget> {
    host: HtmlElement,
    attach: js_sys::Function,
    input: ArcRwSignal<Input<W>>,
    /// The file of the reader's language; none for English.
    words: Option<String>,
    /// What the attributes asked for when they were last read.
    begun: Option<W::State>,
    /// The attributes as they were last read, by name: those that a picture is made from.
    attributes: Vec<(&'static str, String)>,
    /// What takes the view away when it is dropped.
    view: Option<Box<dyn Any>>,
    ready: bool,
}

impl<W: Widget> Mounted<W> {
    fn new(host: HtmlElement, attach: js_sys::Function, ready: bool) -> Mounted<W> {
        Mounted {
            host,
            attach,
            input: ArcRwSignal::new(Input::new()),
            words: None,
            begun: None,
            attributes: Vec::new(),
            view: None,
            ready,
        }
    }

    /// The root, which there is from the first outcome on.
    fn root(&self) -> Option<ShadowRoot> {
        let root = self.attach.call0(&JsValue::NULL).ok()?;
        Some(root.unchecked_into())
    }

    /// Answers whether the page's picture was taken over as it is.
    fn mount(&mut self, texts: Option<&str>) -> bool {
        if self.view.is_some() {
            return false;
        }
        let Some(root) = self.root() else {
            return false;
        };
        let input = self.input.clone();
        let acted = self.input.clone();
        let host = self.host.clone();
        let view = move || {
            // What a view calls may go to other threads as far as its types know.
            let host = StoredValue::new_local(host);
            let act = move |action: W::Action| {
                let selection = W::selection(&action);
                let is_shown = W::is_shown(&action);
                let mut state = acted.with_untracked(|input| input.state.clone());
                let before = state.clone();
                W::apply(&mut state, action);
                // A redraw moves open rows, and so tells again of what is known.
                if state == before {
                    return;
                }
                let asked = W::asked(&state);
                acted.maybe_update(|input| {
                    input.state = state;
                    !is_shown
                });
                host.try_with_value(|host| {
                    if let Some(key) = host.get_attribute("hash") {
                        hash::set(&key, &asked);
                    }
                    if let Some(selection) = selection {
                        event::dispatch(host, "widget-select", &selection);
                    }
                });
            };
            draw(move || input.get(), Arc::new(act))
        };
        let locale = self.input.with_untracked(|input| Arc::clone(&input.locale));
        let attribute = |name: &str| {
            let mut read = self.attributes.iter();
            let (_, value) = read.find(|(known, _)| *known == name)?;
            Some(value.clone())
        };
        let carried = texts.map(|texts| Carried {
            language: locale.tag().as_str(),
            attribute: &attribute,
            texts,
        });
        let (view, is_taken) = taken::mount::<W, _>(root, carried, view);
        self.view = Some(view);
        is_taken
    }

    /// Dispatches once the picture is drawn: effects were queued before this.
    fn tell(&self, name: &'static str, detail: impl Serialize + 'static) {
        let host = self.host.clone();
        leptos::task::spawn_local(async move { event::dispatch(&host, name, &detail) });
    }
}

impl<W: Widget> Shown for Mounted<W> {
    fn configure(&mut self, attribute: &js_sys::Function, words: Option<&str>) {
        let own = |name: &str| {
            attribute
                .call1(&JsValue::NULL, &JsValue::from_str(name))
                .ok()?
                .as_string()
        };
        // What the page's address says goes before what the page says.
        let key = own("hash");
        let said = |name: &str| hash::get(key.as_deref()?, name);
        let get = |name: &str| said(name).or_else(|| own(name));
        // Read again only where they are others: most updates are of data alone.
        let locale = (self.words.as_deref() != words).then(|| {
            let read = words.and_then(|words| Locale::read(words).ok());
            Arc::new(read.unwrap_or_else(Locale::english))
        });
        self.words = words.map(str::to_owned);
        let begun = W::begin(&get);
        let names = W::ATTRIBUTES.iter().chain(&["theme"]);
        self.attributes = names.filter_map(|name| Some((*name, get(name)?))).collect();
        // What the reader picked outlives attributes that ask for nothing new.
        let asked = (self.begun.as_ref() != Some(&begun)).then(|| begun.clone());
        self.begun = Some(begun);
        self.input.update(|input| {
            input.theme = Theme::new(get("theme").as_deref());
            if let Some(begun) = asked {
                W::ask(&mut input.state, begun);
            }
            if let Some(locale) = locale {
                input.locale = locale;
            }
        });
    }

    fn show(&mut self, document: &Document, beside: Beside, texts: Option<&str>) -> bool {
        let (model, warnings) = match W::read(document, beside) {
            Ok(read) => read,
            Err(error) => {
                self.fail(NoticeKind::Data, error);
                return false;
            }
        };
        let problem = W::problem(&model).cloned();
        self.input.update(|input| {
            input.model = Some(Arc::new(model));
            input.problem = None;
        });
        let is_taken = self.mount(texts);
        // Of a picture that stays as it is the page was told when it was sketched.
        match (self.ready, is_taken) {
            (true, true) => {}
            (true, false) => self.tell("widget-update", Drawn { warnings }),
            (false, _) => self.tell("widget-ready", Drawn { warnings }),
        }
        self.ready = true;
        if let Some(problem) = problem {
            self.tell("widget-error", problem);
        }
        true
    }

    fn fail(&mut self, kind: NoticeKind, error: DataError) {
        self.input
            .update(|input| input.problem = Some((kind, error.clone())));
        // What the page carries is the last good picture, until there is another.
        let is_kept = self.view.is_none()
            && self
                .host
                .shadow_root()
                .as_ref()
                .and_then(taken::carried)
                .is_some();
        if !is_kept {
            self.mount(None);
        }
        self.tell("widget-error", error);
    }
}
