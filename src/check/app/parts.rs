use super::super::found::keys;
use super::document::Document;
use super::known::Known;
use crate::compare::Segment;
use serde_json::Value;

/// The two keys of a manifest that hold its parts: of 2.x, and of 3.x.
pub(super) const LISTS: [&str; 2] = ["product", "modules"];

/// What a manifest declares for one product, or one module.
pub(super) struct Part {
    /// `product` or `modules`.
    pub(super) list: &'static str,
    pub(super) name: String,
    /// Whether it is Freshdesk's.
    pub(super) is_ours: bool,
}

impl Part {
    /// Every part of a manifest.
    pub(super) fn all(manifest: &Document<'_>, known: &Known<'_>) -> Vec<Self> {
        let of_list = |list: &'static str| {
            let names = manifest.entries(&keys![list]).map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
            names.into_iter().map(move |name| Self { list, is_ours: known.is_part(list, &name), name })
        };
        LISTS.into_iter().flat_map(of_list).collect()
    }

    /// Where something of it stands.
    pub(super) fn path(&self, inside: &[&str]) -> Vec<Segment> {
        let mut path = keys![self.list, self.name.as_str()];
        path.extend(inside.iter().map(|key| Segment::Key((*key).to_owned())));
        path
    }

    /// What it has under `key`, each with its name.
    pub(super) fn has<'m>(&self, manifest: &Document<'m>, key: &str) -> Vec<(&'m str, &'m Value)> {
        manifest.entries(&self.path(&[key])).collect()
    }

    /// The module whose names it takes; none for a product, which takes those of all.
    pub(super) fn module(&self) -> Option<&str> {
        (self.list == LISTS[1]).then_some(self.name.as_str())
    }
}
