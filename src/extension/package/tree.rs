//! The tree that the HTML standard's own algorithm makes of a page: what `html5ever` builds, kept in one arena.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, QualName};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A node's place in the arena, and its name, which the builder asks for all the time.
#[derive(Clone)]
pub(super) struct Handle {
    pub(super) id: usize,
    name: Rc<QualName>,
}

/// What a node is.
pub(super) enum Kind {
    /// The document, or what a template holds.
    Root,
    Element {
        name: Rc<QualName>,
        attributes: Vec<(String, String)>,
        /// The start tag that it was made of, by its number in the file.
        tag: Option<usize>,
        contents: Option<usize>,
    },
    Text(String),
    Comment(String),
}

pub(super) struct Node {
    parent: Option<usize>,
    depth: usize,
    pub(super) children: Vec<usize>,
    pub(super) kind: Kind,
}

/// The arena. Node 0 is the document.
pub(super) struct Tree {
    pub(super) nodes: RefCell<Vec<Node>>,
    /// The start tag that is at hand, by its name and its number: the element that is made of it is its.
    pub(super) tag: RefCell<Option<(LocalName, usize)>>,
    pub(super) deepest: Cell<usize>,
    nameless: Rc<QualName>,
}

impl Tree {
    pub(super) fn new() -> Self {
        let root = Node { parent: None, depth: 0, children: Vec::new(), kind: Kind::Root };
        let nameless = Rc::new(QualName::new(None, html5ever::ns!(), html5ever::local_name!("")));
        Self { nodes: RefCell::new(vec![root]), tag: RefCell::new(None), deepest: Cell::new(0), nameless }
    }

    /// An element that stands nowhere: the context of a fragment.
    pub(super) fn element(&self, name: QualName) -> Handle {
        self.create_element(name, Vec::new(), ElementFlags::default())
    }

    fn add(&self, kind: Kind) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: None, depth: 0, children: Vec::new(), kind });
        nodes.len() - 1
    }

    fn handle(&self, id: usize) -> Handle {
        let nodes = self.nodes.borrow();
        let name = if let Kind::Element { name, .. } = &nodes[id].kind { Rc::clone(name) } else { Rc::clone(&self.nameless) };
        Handle { id, name }
    }

    /// Puts a node or a text among the children of `parent`, text joined to the text before it.
    fn put(&self, parent: usize, at: usize, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = at.checked_sub(1).and_then(|before| nodes[parent].children.get(before)).copied();
                if let Some(Kind::Text(known)) = before.map(|before| &mut nodes[before].kind) {
                    known.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Kind::Text(text.to_string()))
            }
        };
        self.detach(id);
        let mut nodes = self.nodes.borrow_mut();
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, id);
        let depth = nodes[parent].depth + 1;
        (nodes[id].parent, nodes[id].depth) = (Some(parent), depth);
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn detach(&self, id: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take() {
            nodes[parent].children.retain(|child| *child != id);
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.handle(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let attributes = attributes.into_iter().map(pair).collect();
        let contents = flags.template.then(|| self.add(Kind::Root));
        // One tag may imply elements before its own: `<script>` makes html and head.
        let tag = self.tag.borrow_mut().take_if(|(of, _)| of.eq_ignore_ascii_case(&name.local)).map(|(_, tag)| tag);
        let id = self.add(Kind::Element { name: Rc::clone(&name), attributes, tag, contents });
        Handle { id, name }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.handle(self.add(Kind::Comment(text.to_string())))
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let end = self.nodes.borrow()[parent.id].children.len();
        self.put(parent.id, end, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.id].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(before, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let contents = match &self.nodes.borrow()[target.id].kind {
            Kind::Element { contents: Some(contents), .. } => *contents,
            _ => target.id,
        };
        self.handle(contents)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.id);
        }
        let place = {
            let nodes = self.nodes.borrow();
            nodes[sibling.id].parent.map(|parent| (parent, nodes[parent].children.iter().rposition(|id| *id == sibling.id)))
        };
        if let Some((parent, Some(at))) = place {
            self.put(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        // The tag says more of an element that is there: its places are not that element's.
        self.tag.borrow_mut().take();
        if let Kind::Element { attributes, .. } = &mut self.nodes.borrow_mut()[target.id].kind {
            for (name, value) in more.into_iter().map(pair) {
                if attributes.iter().all(|(known, _)| *known != name) {
                    attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let children = std::mem::take(&mut self.nodes.borrow_mut()[node.id].children);
        let mut nodes = self.nodes.borrow_mut();
        for child in &children {
            nodes[*child].parent = Some(new_parent.id);
        }
        nodes[new_parent.id].children.extend(children);
    }
}

/// An attribute by the name that `getAttribute` knows: `xlink:href`.
fn pair(attribute: Attribute) -> (String, String) {
    let name = match &attribute.name.prefix {
        Some(prefix) => format!("{prefix}:{}", attribute.name.local),
        None => attribute.name.local.to_string(),
    };
    (name, attribute.value.to_string())
}
