//! What a manifest says of a config param (P, "Configuration"; MAN-02, Q-44).

use super::{Desk, Param};
use serde_json::Value;

/// What the manifest says of one param; nothing where no manifest declares it.
pub(super) struct ParamSaid<'a>(Option<&'a Value>);

impl ParamSaid<'_> {
    /// Its type; a text where nothing is said (derived).
    pub(super) fn kind(&self) -> String {
        self.text(&["type"]).unwrap_or_else(|| "text".to_owned())
    }

    /// Its default.
    pub(super) fn default(&self) -> Option<String> {
        self.text(&["default", "defaultValue"])
    }

    /// What may be chosen.
    pub(super) fn options(&self) -> Option<String> {
        self.text(&["options"])
    }

    /// Whether the user sets it; of a param that no manifest declares, that its server gives it a value (derived).
    pub(super) fn is_user_defined(&self) -> bool {
        self.value(&["userdefined", "userDefined"]).and_then(Value::as_bool).unwrap_or_default()
    }

    fn text(&self, names: &[&str]) -> Option<String> {
        self.value(names).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }

    /// What stands under whichever of the names that the pages have.
    fn value(&self, names: &[&str]) -> Option<&Value> {
        names.iter().find_map(|name| self.0?.get(*name)).filter(|value| !value.is_null())
    }
}

impl Desk {
    /// A config param of an installation.
    pub(super) fn param(&self, extension: &str, name: &str) -> Option<&Param> {
        self.installation(extension)?.params.iter().find(|param| param.name == name)
    }

    /// The ID of a param of an installation.
    pub(super) fn param_id(&self, extension: &str, name: &str) -> String {
        self.derived_id(&format!("{extension}/config/{name}"))
    }

    /// What an extension's manifest says of a param.
    pub(super) fn param_said(&self, extension: &str, name: &str) -> ParamSaid<'_> {
        let config = self.installation(extension).and_then(|it| it.declared.manifest.get("config")?.as_array());
        ParamSaid(config.into_iter().flatten().find(|it| it.get("name").and_then(Value::as_str) == Some(name)))
    }
}
