//! One custom element: the page script's handle of it.

use crate::hydrate::{self, PrerenderedFrom};
use crate::{Data, event, hash};
use any_spawner::Executor;
use election_widgets::locale::Locale;
use election_widgets::view::Theme;
use election_widgets::widget::{
    AreaInput, COMMON_ATTRIBUTES, Controller, RenderInput, Visit, Widget, WidgetSet, heading_level,
};
use election_widgets::wire::{DataError, Document, Warning};
use leptos::prelude::*;
use serde::Serialize;
use std::any::Any;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// A widget on a page. Freeing it removes the picture and every listener.
#[wasm_bindgen]
pub struct Handle(Box<dyn AnyWidget>);

impl Handle {
    /// A handle of the widget on the list `S` that has this tag.
    ///
    /// # Errors
    /// No widget on the list has it.
    pub fn new<S: WidgetSet>(
        tag: &str,
        host: HtmlElement,
        attach: js_sys::Function,
        painted: bool,
    ) -> Result<Handle, JsError> {
        let create = Create {
            host,
            attach,
            painted,
        };
        // Events are fired by tasks, also before anything is mounted. It fails where there is one already.
        let _ = Executor::init_wasm_bindgen();
        S::visit(tag, create).ok_or_else(|| unknown(tag))
    }
}

struct Create {
    host: HtmlElement,
    attach: js_sys::Function,
    painted: bool,
}

impl Visit for Create {
    type Output = Handle;

    fn visit<W: Widget>(self) -> Handle {
        let mounted = Mounted::<W> {
            host: self.host,
            attach: self.attach,
            controller: Controller::new(RenderInput {
                has_pictures: true,
                ..RenderInput::new()
            }),
            language: None,
            attributes: Vec::new(),
            view: None,
            owner: None,
            ready: self.painted,
        };
        Handle(Box::new(mounted))
    }
}

#[wasm_bindgen]
impl Handle {
    /// Reads the attributes again, of which `lang` is the language around the element; `words` is the file of the reader's language, `None` for English.
    pub fn configure(&mut self, attribute: &js_sys::Function, words: Option<String>) {
        self.0.configure(attribute, words.as_deref());
    }

    /// Shows a document. `area` is the file that it names beside itself, `missing` the reason why that file did not
    /// come, and `place` its address. Returns true if the document is good; a bad one is reported, and the last good
    /// picture stays.
    ///
    /// `texts` are those of the document and of the area file, with a NUL between them, that the picture in the
    /// root was made from. If the bundle would draw the same picture, it hydrates that one.
    pub fn show(
        &mut self,
        data: Data,
        area: Option<Data>,
        missing: Option<String>,
        place: &str,
        texts: Option<String>,
    ) -> bool {
        let area = match (area, missing) {
            (Some(file), _) => AreaInput::Read(file.0),
            (None, Some(message)) => AreaInput::Failed(DataError::new(place, message)),
            (None, None) => AreaInput::Absent,
        };
        self.0.show(&data.0, area, texts.as_deref())
    }

    /// Reports data that failed to load or is not JSON. `place` is the address of the data.
    pub fn fail(&mut self, place: &str, message: &str) {
        self.0.fail(DataError::new(place, message));
    }
}

fn unknown(tag: &str) -> JsError {
    JsError::new(&format!("no widget is called {tag}"))
}

/// Checks a document for the widget on the list `S` that has this tag, without showing it.
///
/// # Errors
/// No widget on the list has it.
pub fn validate<S: WidgetSet>(tag: &str, data: Data) -> Result<JsValue, JsError> {
    let read = S::visit(tag, Check(&data.0)).ok_or_else(|| unknown(tag))?;
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

struct Check<'a>(&'a Document);

impl Visit for Check<'_> {
    type Output = Result<Vec<Warning>, DataError>;

    fn visit<W: Widget>(self) -> Self::Output {
        let (_, warnings) = W::read(self.0, AreaInput::Absent)?;
        Ok(warnings)
    }
}

#[derive(Serialize)]
struct Diagnostics {
    errors: Vec<DataError>,
    warnings: Vec<Warning>,
}

/// The `detail` of `widget-ready` and `widget-update`.
#[derive(Serialize)]
struct ReadyDetail {
    warnings: Vec<Warning>,
}

/// A mounted widget of any type.
trait AnyWidget {
    fn configure(&mut self, attribute: &js_sys::Function, words: Option<&str>);
    fn show(&mut self, document: &Document, area: AreaInput, texts: Option<&str>) -> bool;
    fn fail(&mut self, error: DataError);
}

struct Mounted<W: Widget> {
    host: HtmlElement,
    attach: js_sys::Function,
    controller: Controller<W>,
    /// The reader's language, and the file of its words, `None` for English; `None` before they are known.
    language: Option<(Option<String>, Option<String>)>,
    /// The attributes that a picture is made from, as they were last read: name and value.
    attributes: Vec<(&'static str, String)>,
    /// The view; dropping it removes the picture.
    view: Option<Box<dyn Any>>,
    /// The owner of what the view's callbacks hold; without it the host would stay in memory.
    owner: Option<Owner>,
    /// True once `widget-ready` was fired.
    ready: bool,
}

impl<W: Widget> Mounted<W> {
    /// The shadow root, which is attached at the first call.
    fn root(&self) -> Option<ShadowRoot> {
        let root = self.attach.call0(&JsValue::NULL).ok()?;
        Some(root.unchecked_into())
    }

    /// Mounts the view. Returns true if it hydrated the picture in the root.
    fn mount(&mut self, texts: Option<&str>) -> bool {
        if self.view.is_some() {
            return false;
        }
        let Some(root) = self.root() else {
            return false;
        };
        // The view's types demand that it could move to another thread, which nothing on a page can.
        let owner = Owner::new();
        let host = owner.with(|| StoredValue::new_local(self.host.clone()));
        self.owner = Some(owner);
        let view = self.controller.view(
            |_| (),
            move |change| {
                host.with_value(|host| {
                    if let Some(key) = host.get_attribute("hash") {
                        hash::set(&key, &W::to_attributes(change.state));
                    }
                    if let Some(selection) = change.selection {
                        event::dispatch(host, "widget-select", &selection);
                    }
                });
            },
        );
        let locale = self.controller.read(|input| Arc::clone(&input.locale));
        let attribute = |name: &str| {
            let mut read = self.attributes.iter();
            let (_, value) = read.find(|(known, _)| *known == name)?;
            Some(value.clone())
        };
        let from = texts.map(|texts| PrerenderedFrom {
            language: locale.reader().as_str(),
            attribute: &attribute,
            texts,
        });
        let (view, is_hydrated) = hydrate::mount::<W, _>(root, from, || view);
        self.view = Some(view);
        is_hydrated
    }

    /// Fires an event once the picture is drawn: effects were queued before this task.
    fn fire(&self, name: &'static str, detail: impl Serialize + 'static) {
        let host = self.host.clone();
        leptos::task::spawn_local(async move { event::dispatch(&host, name, &detail) });
    }
}

impl<W: Widget> AnyWidget for Mounted<W> {
    fn configure(&mut self, attribute: &js_sys::Function, words: Option<&str>) {
        let own = |name: &str| {
            attribute
                .call1(&JsValue::NULL, &JsValue::from_str(name))
                .ok()?
                .as_string()
        };
        // The URL hash goes before the attributes.
        let key = own("hash");
        let in_hash = |name: &str| hash::get(key.as_deref()?, name);
        let get = |name: &str| in_hash(name).or_else(|| own(name));
        // Read again only if they changed: most updates are of data alone.
        let language = (own("lang"), words.map(str::to_owned));
        let locale = (self.language.as_ref() != Some(&language)).then(|| {
            let read = words.and_then(|words| Locale::read(words).ok());
            let locale = read.unwrap_or_else(Locale::english);
            Arc::new(locale.for_lang(language.0.as_deref()))
        });
        self.language = Some(language);
        let names = W::ATTRIBUTES.iter().chain(&COMMON_ATTRIBUTES);
        self.attributes = names.filter_map(|name| Some((*name, get(name)?))).collect();
        self.controller.update(|input| {
            input.theme = Theme::new(get("theme").as_deref());
            input.heading_level = heading_level(&get);
            input.request(W::initial_state(&get));
            if let Some(locale) = locale {
                input.locale = locale;
            }
        });
    }

    fn show(&mut self, document: &Document, area: AreaInput, texts: Option<&str>) -> bool {
        let (model, warnings) = match W::read(document, area) {
            Ok(read) => read,
            Err(error) => {
                self.fail(error);
                return false;
            }
        };
        let partial_error = W::partial_error(&model).cloned();
        self.controller.update(|input| {
            input.model = Some(Arc::new(model));
            input.problem = None;
        });
        let is_hydrated = self.mount(texts);
        match (self.ready, is_hydrated) {
            // `widget-ready` was fired at first paint.
            (true, true) => {}
            (true, false) => self.fire("widget-update", ReadyDetail { warnings }),
            (false, _) => self.fire("widget-ready", ReadyDetail { warnings }),
        }
        self.ready = true;
        if let Some(error) = partial_error {
            self.fire("widget-error", error);
        }
        true
    }

    fn fail(&mut self, error: DataError) {
        self.controller
            .update(|input| input.problem = Some(error.clone()));
        // A prerendered picture is the last good one until there is another.
        let is_prerendered = self.view.is_none()
            && self
                .host
                .shadow_root()
                .as_ref()
                .and_then(hydrate::prerendered)
                .is_some();
        if !is_prerendered {
            self.mount(None);
        }
        self.fire("widget-error", error);
    }
}
