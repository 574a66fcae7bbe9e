//! Custom fields that extensions bring into the portal (P, "Including Fields in Your Extension"; RES-01, RES-02).

use super::super::Desk;
use crate::host::Effect;
use serde_json::Value;

/// A custom field that an extension brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtField {
    /// The package: all installations of it share the field.
    pub package: String,
    /// What the extension calls it.
    pub resource_name: String,
    /// A string of digits.
    pub id: String,
    /// How a ticket names it.
    pub api_name: String,
    /// What people call it.
    pub label: String,
    /// Whose field it is: `tickets`.
    pub module: String,
}

impl Desk {
    /// The field that extensions of a package brought under a name of theirs.
    #[must_use]
    pub fn brought_field(&self, extension: &str, resource_name: &str) -> Option<&BroughtField> {
        let package = self.installation(extension)?.package(extension);
        self.brought.iter().find(|field| field.package == package && field.resource_name == resource_name)
    }

    /// All fields that extensions brought, in the order in which they came.
    #[must_use]
    pub fn brought_fields(&self) -> &[BroughtField] {
        &self.brought
    }

    /// Whether a field is in the default layout of a department: one that any installation of its package is for.
    #[must_use]
    pub fn is_in_layout(&self, field: &BroughtField, department: &str) -> bool {
        let own = self.installations.iter().filter(|(name, it)| it.standing && it.package(name) == field.package);
        own.map(|(name, _)| name).any(|name| self.is_for(name, department))
    }

    /// With the portal's first installation of the package; later ones find them there.
    pub(super) fn bring_fields(&mut self, extension: &str, out: &mut Vec<Effect>) {
        let Some(installation) = self.installation(extension) else { return };
        let package = installation.package(extension).to_owned();
        let declared = installation.declared.resources.get("fields").and_then(Value::as_array).cloned().unwrap_or_default();
        for field in declared {
            let text = |key: &str| field.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (resource_name, label, module) = (text("resourceName"), text("displayLabel"), text("module"));
            out.push(Effect::Applied { rules: vec!["RES-01".into(), "RES-02".into()] });
            if self.brought.iter().any(|known| known.package == package && known.resource_name == resource_name) {
                continue;
            }
            let (id, api_name) = (self.next_record(), self.new_api_name(&label));
            self.portal.labels.insert(api_name.clone(), label.clone());
            out.push(Effect::Created { module: "field".into(), id: id.clone() });
            self.brought.push(BroughtField { package: package.clone(), resource_name, id, api_name, label, module });
        }
    }

    /// With the last installation of the package, and their values with them.
    pub(super) fn take_fields(&mut self, package: &str, out: &mut Vec<Effect>) {
        if self.installations.iter().any(|(name, it)| it.standing && it.package(name) == package) {
            return;
        }
        let (gone, kept): (Vec<_>, Vec<_>) = self.brought.drain(..).partition(|field| field.package == package);
        self.brought = kept;
        for field in gone {
            out.push(Effect::Decided { rule: "RES-02".into(), what: format!("the field {} goes with the last installation", field.label) });
            self.portal.labels.remove(&field.api_name);
            let values = self.tickets.iter_mut().filter_map(|ticket| ticket.properties.get_mut("cf")?.as_object_mut());
            values.for_each(|values| drop(values.shift_remove(&field.api_name)));
        }
    }

    /// `cf_bug_count` for `Bug count`; numbered where another field has that (derived).
    fn new_api_name(&self, label: &str) -> String {
        let words: Vec<_> = label.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let plain = format!("cf_{}", words.join("_").to_lowercase());
        let taken = |name: &String| self.brought.iter().any(|field| field.api_name == *name);
        let mut names = std::iter::once(plain.clone()).chain((1_u32..).map(|number| format!("{plain}_{number}")));
        names.find(|name| !taken(name)).unwrap_or(plain)
    }
}
