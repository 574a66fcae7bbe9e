//! What an extension that the feature plays says of itself: in its manifest, and in its resources.json.

use super::scenario::Failed;
use super::{Callback, Outcome, Scenario, Subjects};
use crate::host::Input;
use crate::host::desk::{Declared, misdeclared};
use serde_json::{Map, Value, json};
use std::sync::Arc;

impl Scenario {
    /// A scripted extension declares a callback, at its own server.
    pub fn declare_callback(&mut self, extension: &str, callback: &Callback) -> Outcome {
        let event = self.known_callback(callback)?;
        let url = format!("{}/{event}", server_of(extension));
        self.declare_more(extension, Declared { manifest: keys(json!({"callbackListener": {event: url}})), ..Declared::default() })
    }

    /// A scripted extension declares what the doc string says, in its manifest.
    pub fn declare_manifest(&mut self, extension: &str) -> Outcome {
        let manifest = self.object("callbackListener")?;
        self.declare_more(extension, Declared { manifest, ..Declared::default() })
    }

    /// A scripted extension declares what the doc string says, in its resources.json.
    pub fn declare_resources(&mut self, extension: &str) -> Outcome {
        let resources = self.object("permissions")?;
        self.declare_more(extension, Declared { resources, ..Declared::default() })
    }

    /// A scripted extension declares what the fixture says, in its resources.json.
    pub fn declare_resources_of(&mut self, extension: &str, fixture: &str) -> Outcome {
        let resources = self.fixture_object(fixture, "resources", "{\"permissions\": […]}")?;
        self.declare_more(extension, Declared { resources, ..Declared::default() })
    }

    fn object(&mut self, like: &str) -> Result<Map<String, Value>, Failed> {
        match self.document()? {
            Value::Object(object) => Ok(object),
            _ => self.wrong("the doc string is no object", format!("write {{\"{like}\": …}}")),
        }
    }

    /// What breaks a rule is refused as a whole.
    pub(super) fn declare_more(&mut self, extension: &str, more: Declared) -> Outcome {
        if self.is_package(extension) {
            let title = format!("\"{extension}\" is a real package: what it declares stands in its own files");
            return self.wrong(title, "leave this line out, or declare it there");
        }
        let mut whole = self.stage.desk().installation(extension).map(|it| it.declared.clone()).unwrap_or_default();
        whole.add(more.clone());
        let found = misdeclared(&whole, &self.catalog);
        let mistakes: Vec<_> = found.into_iter().map(|it| (format!("{} ({})", it.text, it.rule), it.edit)).collect();
        self.all_wrong(&mistakes)?;
        self.stage.input(Input::Declare { extension: extension.to_owned(), declared: more });
        Ok(())
    }

    /// A package keeps some rule not: Desk refuses to install it, with this text.
    pub fn expect_refused(&mut self, from: &str, text: &str) -> Outcome {
        let setup = Arc::clone(&self.setup);
        let failure = setup.packages.version(from, &self.catalog).err();
        let told: Vec<_> = failure.into_iter().flat_map(|failure| failure.labels).map(|label| label.text).collect();
        self.expect(told.iter().any(|it| it.contains(text)), || {
            format!("the package \"{from}\" is refused with {told:?}, not with \"{text}\"")
        })
    }

    fn is_package(&self, extension: &str) -> bool {
        self.stage.host().widgets().into_iter().any(|(_, widget)| widget.extension == extension && !widget.scripted)
    }

    /// Another version of a real package.
    pub(super) fn version(&mut self, extension: &str, from: &str) -> Result<Arc<Subjects>, Failed> {
        if !self.is_package(extension) {
            let title = format!("\"{extension}\" is played by the feature: it has no package");
            return self.wrong(title, format!("say `When the administrator updates the extension \"{extension}\"`"));
        }
        let setup = Arc::clone(&self.setup);
        match setup.packages.version(from, &self.catalog) {
            Ok(subjects) => self.sound_subjects(subjects),
            Err(failure) if failure.labels.is_empty() => self.fail(*failure),
            Err(failure) => self.fail_elsewhere(*failure),
        }
    }
}

/// Where the server of an extension that the feature plays is; a name with blanks is still a host's.
pub(super) fn server_of(extension: &str) -> String {
    format!("https://{}.example", extension.split_whitespace().collect::<Vec<_>>().join("-"))
}

fn keys(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(keys) => keys,
        _ => Map::new(),
    }
}
