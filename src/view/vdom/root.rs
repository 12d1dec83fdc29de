//! The outermost element of a component, with the attributes that an app puts on it.

use super::patch::VNodeState;
use super::{VNode, push_attribute};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::{
    AnyAttribute, AnyAttributeState, IntoAnyAttribute,
};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// An element with attributes, classes and listeners of the app: `<ResultsChart attr:id="chart"/>`.
pub struct Root {
    node: VNode,
    attributes: Vec<AnyAttribute>,
}

/// A [`Root`] on the page.
pub struct RootState {
    node: VNodeState,
    class: String,
    attributes: Vec<AnyAttributeState>,
}

impl AddAnyAttr for VNode {
    type Output<NewAttr: Attribute> = Root;

    fn add_any_attr<NewAttr: Attribute>(self, attribute: NewAttr) -> Root {
        Root {
            node: self,
            attributes: vec![attribute.into_cloneable_owned().into_any_attr()],
        }
    }
}

impl AddAnyAttr for Root {
    type Output<NewAttr: Attribute> = Root;

    fn add_any_attr<NewAttr: Attribute>(mut self, attribute: NewAttr) -> Root {
        let attribute = attribute.into_cloneable_owned().into_any_attr();
        self.attributes.push(attribute);
        self
    }
}

impl VNode {
    /// Writes the element with `attributes`, which is HTML, in place of its own class.
    fn write_with(&self, attributes: &str, html: &mut String) {
        html.push('<');
        html.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            if *name != "class" {
                push_attribute(name, value, html);
            }
        }
        html.push_str(attributes);
        self.write_rest(html);
    }

    pub(super) fn with_attributes(self, attributes: Vec<AnyAttribute>) -> Root {
        Root {
            node: self,
            attributes,
        }
    }
}

impl Root {
    fn class(&self) -> String {
        self.node.attribute("class").unwrap_or_default().to_owned()
    }
}

impl RootState {
    /// Puts the widget's own classes back: an app's `class="..."` replaces them.
    fn keep_class(&self) {
        let list = Rndr::class_list(&self.node.element);
        for name in self.class.split(' ').filter(|name| !name.is_empty()) {
            Rndr::add_class(&list, name);
        }
    }
}

impl Render for Root {
    type State = RootState;

    fn build(self) -> RootState {
        let class = self.class();
        let node = self.node.build();
        let attributes = self.attributes.into_iter();
        let attributes = attributes.map(|one| one.build(&node.element)).collect();
        let state = RootState {
            node,
            class,
            attributes,
        };
        state.keep_class();
        state
    }

    fn rebuild(self, state: &mut RootState) {
        state.class = self.class();
        self.node.rebuild(&mut state.node);
        for (attribute, state) in self.attributes.into_iter().zip(&mut state.attributes) {
            attribute.rebuild(state);
        }
        state.keep_class();
    }
}

impl Mountable for RootState {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        self.node.elements()
    }
}

impl RenderHtml for Root {
    type AsyncOutput = Root;
    type Owned = Root;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        self.attributes.dry_resolve();
    }

    async fn resolve(self) -> Root {
        Root {
            node: self.node,
            attributes: self.attributes.resolve().await,
        }
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        more: Vec<AnyAttribute>,
    ) {
        let (mut written, mut class) = (String::new(), self.class());
        let (mut style, mut content) = (String::new(), String::new());
        let mut attributes = self.attributes;
        attributes.extend(more);
        class.push(' ');
        attributes.to_html(&mut written, &mut class, &mut style, &mut content);
        let class: Vec<&str> = class.split_whitespace().collect();
        push_attribute("class", &class.join(" "), &mut written);
        if !style.is_empty() {
            push_attribute("style", &style, &mut written);
        }
        self.node.write_with(&written, html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> RootState {
        let class = self.class();
        let node = self.node.hydrate::<FROM_SERVER>(cursor, position);
        let attributes = self.attributes.into_iter();
        let attributes = attributes
            .map(|one| one.hydrate::<FROM_SERVER>(&node.element))
            .collect();
        RootState {
            node,
            class,
            attributes,
        }
    }

    fn into_owned(self) -> Root {
        self
    }
}
