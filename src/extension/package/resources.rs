//! What resources.json says of a channel, against what the documents have (P, "CHANNEL_INTEGRATION_CONFIGURATION"; RES-06).

use super::error::PackageError;
use super::files::Root;
use super::lines::Lines;
use super::places::{self, Step};
use super::read::RESOURCES;
use crate::catalog::{Catalog, Payload};
use crate::compare::{Path as JsonPath, Segment};
use serde_json::Value;
use std::path::Path;

/// The rule that has the configuration's keys.
const CONFIGURATION: &str = "RES-06";
/// The key of the channel's picture.
const LOGO: &str = "channelLogoPath";
/// How the files of pictures begin: png, jpg.
const PICTURES: [&[u8]; 2] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"];
/// "500kb" are so many bytes each (derived: the larger reading).
const KILOBYTE: u64 = 1024;

/// Everything that is wrong with the channel of `text`, which is resources.json and reads as `value`.
pub(super) fn channel_faults(root: &Root, text: &str, value: &Value, catalog: &Catalog) -> Vec<PackageError> {
    let shape = catalog.rule(CONFIGURATION).and_then(|rule| rule.declares.as_ref());
    let Some((shape, channel)) = shape.and_then(|shape| Some((shape, value.get(&shape.key)?))) else { return Vec::new() };
    let at = Places { text, lines: Lines::new(&root.show(Path::new(RESOURCES)), text), shape };
    let mut errors: Vec<_> = catalog.violations(shape, channel).iter().map(|found| at.error(&found.path, &found.text)).collect();
    if errors.is_empty() {
        errors.extend(channel.get(LOGO).and_then(Value::as_str).and_then(|logo| at.logo(root, logo, catalog)));
    }
    errors
}

struct Places<'t> {
    text: &'t str,
    lines: Lines<'t>,
    shape: &'t Payload,
}

impl Places<'_> {
    /// `path` is the one of a value in the channel's configuration: `$.sync.push`.
    fn error(&self, path: &str, what: &str) -> PackageError {
        let known = path.parse().unwrap_or_else(|_| JsonPath::new(Vec::new()));
        let inside = known.segments().iter().map(|segment| match segment {
            Segment::Key(key) => Step::Key(key),
            Segment::Index(index) => Step::Item(*index),
        });
        let steps: Vec<_> = std::iter::once(Step::Key(&self.shape.key)).chain(inside).collect();
        let text = format!("{}{}: {what}", self.shape.key, path.trim_start_matches('$'));
        let edit = format!("write what `deskspec explain {CONFIGURATION}` says of it");
        PackageError::new(self.lines.place(places::nearest(self.text, &steps)), text, edit).under(CONFIGURATION)
    }

    fn logo(&self, root: &Root, logo: &str, catalog: &Catalog) -> Option<PackageError> {
        let at = self.lines.place(places::nearest(self.text, &[Step::Key(&self.shape.key), Step::Key(LOGO)]));
        let error = |text: String, edit: String| Some(PackageError::new(at.clone(), text, edit).under(CONFIGURATION));
        let longest = PICTURES.iter().map(|begins| begins.len()).max().unwrap_or_default();
        let (size, begins) = match Root::resolve(Path::new(""), logo).and_then(|inside| root.beginning(&inside, longest)) {
            Ok(found) => found,
            Err(lost) => {
                let (text, edit) = lost.unreadable(&format!("the channel's logo \"{logo}\""));
                return error(text, edit);
            }
        };
        if !PICTURES.iter().any(|picture| begins.starts_with(picture)) {
            return error(format!("the channel's logo \"{logo}\" is no png and no jpg"), "name a picture of one of the two formats".into());
        }
        let most = catalog.limit("channel.logo.size").map_or(u64::MAX, |limit| limit.value.saturating_mul(KILOBYTE));
        let text = format!("the channel's logo \"{logo}\" has {size} bytes, more than {most}");
        if size > most { error(text, "make it smaller: the documents have at most so many".into()) } else { None }
    }
}
