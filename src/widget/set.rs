//! Lists of widgets that are known when a program is compiled.

use super::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};

/// Every widget. A new widget is added here, and everything that goes through all widgets finds it.
pub type AllWidgets = (ResultsWidget, (ObserversWidget, (AlliancesWidget, ())));

/// A list of widget types: `(ResultsWidget, (ObserversWidget, ()))`.
///
/// A program that names a list contains the code of the widgets on it, and of no others.
pub trait WidgetSet: 'static {
    /// Calls `visitor` with the widget that has this tag. Returns `None` if no widget on the list has it.
    fn visit<V: Visit>(tag: &str, visitor: V) -> Option<V::Output>;

    /// The names of the widgets, in the order of the list.
    fn names() -> Vec<WidgetName>;

    /// The tags of the widgets, in the order of the list.
    fn tags() -> Vec<&'static str> {
        let names = Self::names().into_iter();
        names.map(|name| name.tag).collect()
    }
}

/// The names by which a widget and its documents are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WidgetName {
    /// The name of the element: `results-chart`.
    pub tag: &'static str,
    /// The field by which its documents are known: `options`.
    pub document_key: &'static str,
}

/// A function over any widget type.
pub trait Visit {
    /// The result of the visit.
    type Output;

    /// Calls the function for one widget.
    fn visit<W: Widget>(self) -> Self::Output;
}

impl WidgetSet for () {
    fn visit<V: Visit>(_: &str, _: V) -> Option<V::Output> {
        None
    }

    fn names() -> Vec<WidgetName> {
        Vec::new()
    }
}

impl<W: Widget, Rest: WidgetSet> WidgetSet for (W, Rest) {
    fn visit<V: Visit>(tag: &str, visitor: V) -> Option<V::Output> {
        if tag == W::TAG {
            Some(visitor.visit::<W>())
        } else {
            Rest::visit(tag, visitor)
        }
    }

    fn names() -> Vec<WidgetName> {
        let mut names = vec![WidgetName {
            tag: W::TAG,
            document_key: W::DOCUMENT_KEY,
        }];
        names.extend(Rest::names());
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Attributes;

    impl Visit for Attributes {
        type Output = usize;

        fn visit<W: Widget>(self) -> usize {
            W::ATTRIBUTES.len()
        }
    }

    #[test]
    fn a_widget_is_found_by_its_tag_and_only_on_a_list_that_has_it() {
        assert_eq!(
            AllWidgets::tags(),
            ["results-chart", "observer-map", "alliance-grid"]
        );
        assert_eq!(AllWidgets::visit("alliance-grid", Attributes), Some(3));
        assert_eq!(AllWidgets::visit("weather", Attributes), None);
        assert_eq!(
            <(ResultsWidget, ())>::visit("alliance-grid", Attributes),
            None
        );
    }
}
