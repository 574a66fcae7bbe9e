//! The picture of a channel, which resources.json names and the package brings (P, "CHANNEL_INTEGRATION_CONFIGURATION"; RES-06).

use super::files::Root;
use crate::catalog::Catalog;
use crate::compare::{Path as JsonPath, Segment};
use crate::host::desk::Misdeclared;
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

/// What is wrong with the picture that `resources` name. That a text can be no name of one, the shape of the configuration says.
pub(super) fn logo_fault(root: &Root, resources: &Value, catalog: &Catalog) -> Option<Misdeclared> {
    let channel = catalog.rule(CONFIGURATION)?.declares.as_ref()?;
    let named = resources.get(&channel.key)?.get(LOGO)?;
    let shape = channel.keys.iter().find(|key| key.key == LOGO)?;
    let logo = named.as_str().filter(|_| catalog.violations(shape, named).is_empty())?;
    let (text, edit) = unfit(root, logo, catalog)?;
    let path = JsonPath::new(vec![Segment::Key(channel.key.clone()), Segment::Key(LOGO.into())]);
    Some(Misdeclared { in_manifest: false, path, rule: CONFIGURATION.into(), text, edit })
}

/// What is wrong with the file, and the edit that mends it.
fn unfit(root: &Root, logo: &str, catalog: &Catalog) -> Option<(String, String)> {
    let longest = PICTURES.iter().map(|begins| begins.len()).max().unwrap_or_default();
    let (size, begins) = match root.resolve(Path::new(""), logo).and_then(|inside| root.beginning(&inside, longest)) {
        Ok(found) => found,
        Err(lost) => return Some(lost.unreadable(&format!("the channel's logo \"{logo}\""))),
    };
    if !PICTURES.iter().any(|picture| begins.starts_with(picture)) {
        return Some((format!("the channel's logo \"{logo}\" is no png and no jpg"), "name a picture of one of the two formats".into()));
    }
    let most = catalog.limit("channel.logo.size").map_or(u64::MAX, |limit| limit.value.saturating_mul(KILOBYTE));
    let text = format!("the channel's logo \"{logo}\" has {size} bytes, more than {most}");
    (size > most).then(|| (text, "make it smaller: the documents have at most so many".into()))
}
