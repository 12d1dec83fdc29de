//! Event listeners on the page's elements.

use super::handler::Handler;
use leptos::prelude::event_target_value;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use std::cell::RefCell;
use std::rc::Rc;

/// A listener whose handler can be exchanged; dropping it takes it off its element.
pub(super) struct Listener {
    pub(super) heard: Rc<RefCell<Heard>>,
    event: &'static str,
    _remove: RemoveEventHandler<types::Element>,
}

/// The handler of a listener, and the reader's last change of its element that was not rendered.
pub(super) struct Heard {
    handler: Handler,
    /// The open state that the reader chose, if the reader changed it.
    pub(super) toggled: Option<bool>,
}

impl Handler {
    fn event(&self) -> &'static str {
        match self {
            Handler::Click(_) => "click",
            Handler::Input(_) => "input",
            Handler::Toggle(_) => "toggle",
            Handler::Gesture(event, _) => event,
        }
    }
}

impl Handler {
    fn run(&self, element: &types::Element, event: &types::Event) {
        match self {
            Handler::Click(click) => click(),
            Handler::Input(input) => input(event_target_value(event)),
            Handler::Toggle(toggle) => toggle(element.has_attribute("open")),
            Handler::Gesture(_, run) => run(element, event),
        }
    }
}

impl Listener {
    fn new(element: &types::Element, handler: Handler) -> Listener {
        let event = handler.event();
        let heard = Heard {
            handler,
            toggled: None,
        };
        let heard = Rc::new(RefCell::new(heard));
        let now = Rc::clone(&heard);
        let target = element.clone();
        let listen = move |event: types::Event| {
            let mut heard = now.borrow_mut();
            if let Handler::Toggle(_) = heard.handler {
                heard.toggled = Some(target.has_attribute("open"));
            }
            // Cloned first: the handler may redraw, and so exchange itself.
            let handler = heard.handler.clone();
            drop(heard);
            handler.run(&target, &event);
        };
        Listener {
            heard,
            event,
            _remove: Rndr::add_event_listener(element, event, Box::new(listen)),
        }
    }

    /// The element's listeners for handlers: those that it has where they listen to the same.
    pub(super) fn renew(
        old: Vec<Listener>,
        element: &types::Element,
        handlers: Vec<Handler>,
    ) -> Vec<Listener> {
        if handlers.is_empty() {
            return Vec::new();
        }
        let mut old = old.into_iter();
        let renewed = handlers.into_iter().map(|handler| match old.next() {
            Some(listener) if listener.event == handler.event() => {
                listener.heard.borrow_mut().handler = handler;
                listener
            }
            _ => Listener::new(element, handler),
        });
        renewed.collect()
    }
}
