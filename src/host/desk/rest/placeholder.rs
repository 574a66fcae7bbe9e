//! Placeholders in what an extension's server has Desk call (P, "Specifying Placeholders in Invoke API"; REST-04, REST-13).

use super::super::{Desk, placeholder};
use super::refusal::Refusal;
use crate::host::Effect;
use crate::spelling::nearest;
use serde_json::Value;

/// The placeholder that stands for the installation.
const INSTALLATION: &str = "installationId";

/// Where a placeholder stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Within {
    /// In requestURL, queryParams or headers: every one is filled in.
    Call,
    /// In postBody: only what a resource is called.
    Body,
}

impl Desk {
    /// A value with all its placeholders filled in, in the names of keys, too.
    pub(in super::super) fn filled(&self, extension: &str, value: &Value, within: Within, out: &mut Vec<Effect>) -> Result<Value, Refusal> {
        placeholder::filled(value, &mut |name| self.stands_for(extension, name, within, out))
    }

    /// A text with all its placeholders filled in.
    pub(super) fn filled_text(&self, extension: &str, text: &str, within: Within, out: &mut Vec<Effect>) -> Result<String, Refusal> {
        placeholder::filled_text(text, &mut |name| self.stands_for(extension, name, within, out))
    }

    fn stands_for(&self, extension: &str, name: &str, within: Within, out: &mut Vec<Effect>) -> Result<String, Refusal> {
        let known = self.placeholders(extension);
        let (kind, parts) = (name.split('.').next().unwrap_or_default(), name.split('.').collect::<Vec<_>>());
        let of_resource = ["fields", "webhook"].contains(&kind) && parts.len() == 3;
        if within == Within::Body && !of_resource {
            if known.iter().any(|it| it == name) {
                let what = format!("{{{{{name}}}}} stays as it is: in postBody only what a resource is called is filled in");
                out.push(Effect::Decided { rule: "Q-65".into(), what });
            }
            return Ok(format!("{{{{{name}}}}}"));
        }
        let value = match (name, parts.as_slice()) {
            (INSTALLATION, _) => {
                out.push(Effect::applied("REST-13"));
                self.installation(extension).map(|installation| installation.id.clone())
            }
            (_, [kind, name, what]) if of_resource => self.resource(extension, kind, name, what),
            // A param without a value is empty, as it is in a pull (derived).
            _ => self.param(extension, name).map(|param| param.value.clone().unwrap_or_default()),
        };
        let value = value.ok_or_else(|| {
            let all: Vec<_> = known.iter().map(|name| format!("{{{{{name}}}}}")).collect();
            let near = nearest(name, known.iter().map(String::as_str)).map(|near| format!("{{{{{near}}}}}"));
            self.refusal("REST-04", 422, "rest.placeholder", &[("name", name), ("known", &all.join(", "))]).hint(near.as_deref())
        })?;
        out.push(Effect::applied("REST-04"));
        Ok(value)
    }

    fn placeholders(&self, extension: &str) -> Vec<String> {
        let params = self.installation(extension).into_iter().flat_map(|it| &it.params).map(|param| param.name.clone());
        [INSTALLATION.to_owned()].into_iter().chain(params).chain(self.resources(extension)).collect()
    }
}
