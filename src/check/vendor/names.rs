//! The names of resources.

use super::super::found::{File, Found, keys};
use super::look::{Broke, broke};
use super::value::{filled, is_object, shown};
use crate::compare::Segment;
use serde_json::Value;

/// What has a resourceName, in the tool's order, and what it says where that is missing or wrong.
const RESOURCES: [(&str, &str, &str); 4] = [
    ("customActions", "zet.desk_resource_missing_customactionsResourceName", "zet.desk_resource_invalid_customactionsResourceName"),
    ("fields", "zet.desk_resource_missing_fieldsResourceName", "zet.desk_resource_invalid_fieldsResourceName"),
    ("targets", "zet.desk_resource_missing_targetsResourceName", "zet.desk_resource_invalid_targetsResourceName"),
    ("webhook", "zet.desk_resource_missing_webhookResourceName", "zet.desk_resource_invalid_webhookResourceName"),
];

/// Every resource has a name that no other has.
pub(super) fn look(found: &mut Found<'_>, resources: &Value) -> Result<(), Broke> {
    let mut names = Names { known: Vec::new(), new: Vec::new(), wrong: false };
    for (key, missing, wrong) in RESOURCES {
        names.known.append(&mut names.new);
        match resources.get(key) {
            Some(Value::Array(list)) => {
                for (index, resource) in list.iter().enumerate() {
                    names.one(found, keys![key, index], resource, missing, wrong)?;
                }
            }
            Some(resource) if is_object(resource) => names.one(found, keys![key], resource, missing, wrong)?,
            _ => {}
        }
    }
    Ok(())
}

struct Names<'v> {
    known: Vec<&'v str>,
    /// Those of the list at hand: the tool compares with those of other lists alone.
    new: Vec<&'v str>,
    /// Behind the first thing that is wrong the tool remembers no names.
    wrong: bool,
}

impl<'v> Names<'v> {
    fn one(
        &mut self,
        found: &mut Found<'_>,
        at: Vec<Segment>,
        resource: &'v Value,
        missing: &'static str,
        wrong: &'static str,
    ) -> Result<(), Broke> {
        if resource.is_null() {
            return Err(broke(found, (File::Resources, at), "a resource is null"));
        }
        let which = match at.as_slice() {
            [Segment::Key(key), Segment::Index(index)] => format!("entry {} of \"{key}\"", index + 1),
            _ => "the webhook".to_owned(),
        };
        let here = || (File::Resources, [at.as_slice(), &keys!["resourceName"]].concat());
        let mut bad = true;
        match resource.get("resourceName") {
            None => {
                found.inside(missing, here(), format!("{which} has no \"resourceName\""), "add \"resourceName\": \"…\", a name of its own")
            }
            Some(name) => match filled(name) {
                None => {
                    let text = format!("the resourceName of {which} is {}, and no text", shown(name));
                    found.inside(wrong, here(), text, "write \"resourceName\": \"…\", a name of its own");
                }
                Some(name) if self.known.contains(&name) => {
                    let text = format!("{which} has the resourceName \"{name}\" of another resource");
                    found.inside("zet.desk_resourcename_duplicatename", here(), text, "give it a name of its own");
                }
                Some(name) => {
                    bad = false;
                    if !self.wrong {
                        self.new.push(name);
                    }
                }
            },
        }
        self.wrong |= bad;
        Ok(())
    }
}
