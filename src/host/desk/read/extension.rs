//! What an installation is configured for, and what it brings (P, "Extension APIs", "Resource API", "My Custom Permission API"; SDK-07 … SDK-09).

use super::super::Desk;
use super::reader::{Asking, One};
use serde_json::{Value, json};
use std::collections::BTreeSet;

impl Desk {
    /// The params in the order of the manifest; in production without the secure ones (SDK-07), in the words of this page.
    pub(super) fn read_config(&self, asking: &Asking<'_>) -> One {
        let installation = self.installation(asking.extension);
        let shows_all = installation.is_some_and(|it| it.in_development);
        let params = installation.into_iter().flat_map(|it| &it.params).filter(|param| shows_all || !param.secure);
        let told = params.map(|param| {
            let said = self.param_said(asking.extension, &param.name);
            json!({
                "name": param.name,
                "mandatory": param.mandatory,
                "type": said.kind(),
                "value": param.value,
                "userdefined": said.is_user_defined(),
                "secure": param.secure,
                "default": said.default(),
            })
        });
        Ok(told.collect())
    }

    /// The chosen departments; all, until one is chosen (derived).
    pub(super) fn read_departments(&self, asking: &Asking<'_>) -> One {
        let chosen = self.departments.iter().filter(|department| self.is_for(asking.extension, &department.id));
        Ok(chosen.map(|department| json!({"name": department.name, "id": department.id})).collect())
    }

    /// The profiles that see the extension; all that the portal has, until one is chosen (derived).
    pub(super) fn read_profiles(&self, asking: &Asking<'_>) -> One {
        let chosen = self.installation(asking.extension).and_then(|it| it.visible_to.clone());
        let profiles = chosen.unwrap_or_else(|| self.known_profiles());
        Ok(profiles.iter().map(|name| json!({"name": name, "id": self.derived_id(&format!("profiles/{name}"))})).collect())
    }

    /// Those that the documents name, and those that agents have or extensions are visible to.
    fn known_profiles(&self) -> BTreeSet<String> {
        let documented = self.catalog.locations().filter_map(|location| location.open_to.clone());
        let chosen = self.installations.values().filter_map(|it| it.visible_to.clone()).flatten();
        documented.chain(chosen).chain(self.profiles.values().cloned()).chain([self.profile().to_owned()]).collect()
    }

    /// The chosen users; all agents, until one is chosen (derived).
    pub(super) fn read_users(&self, asking: &Asking<'_>) -> One {
        let chosen = self.installation(asking.extension).and_then(|it| it.users.as_ref());
        let users = self.agents().filter(|agent| chosen.is_none_or(|chosen| chosen.contains(&agent.id)));
        Ok(users.map(|agent| agent.id.as_str()).collect())
    }

    /// What was made of a field or a webhook of resources.json; of a field, its API name, too.
    pub(super) fn read_resource(&self, asking: &Asking<'_>) -> One {
        let text = |key: &str| asking.value.and_then(|value| value.get(key)).and_then(Value::as_str).unwrap_or_default();
        let (name, kind) = (text("resourceName"), text("resourceType"));
        let made = |what| self.resource(asking.extension, kind, name, what);
        let Some(id) = made("id") else {
            return Err(self.never_there("SDK-09", "get.no-resource", &[("type", kind), ("name", name)], ""));
        };
        let mut told = json!({"resourceName": name, "id": id, "resourceType": kind});
        if let Some(api_name) = made("apiName") {
            told["apiName"] = api_name.into();
        }
        Ok(told)
    }

    /// What the agent at the desk may do; refused where the extension brings no permissions, as the page has it.
    pub(super) fn read_permissions(&self, asking: &Asking<'_>) -> One {
        if self.installation(asking.extension).is_none_or(|it| it.permissions.is_empty()) {
            return Err(self.never_there("SDK-09", "get.no-permissions", &[], ""));
        }
        Ok(self.told_permissions(asking.extension))
    }
}
