//! The page for programs without leptos, which have none: types without values, so that nothing here can be called.

pub enum PageElement {}

pub enum PageEvent {}

pub(crate) mod gesture {
    use super::{PageElement, PageEvent};

    pub(crate) fn key(event: &PageEvent, _: &dyn Fn(&str) -> bool) {
        match *event {}
    }

    pub(crate) fn zoom(around: &PageElement, _: &PageEvent, _: &dyn Fn(bool, i32, i32)) {
        match *around {}
    }

    pub(crate) fn drag(around: &PageElement, _: &PageEvent, _: &dyn Fn(i32, i32)) {
        match *around {}
    }

    pub(crate) fn two_fingers(around: &PageElement, _: &PageEvent) {
        match *around {}
    }

    pub(crate) fn light(around: &PageElement, _: &PageEvent) {
        match *around {}
    }
}
