use super::error::PackageError;
use super::lines::{Lines, Spanned};
use super::places::{self, Step};
use serde_json::Value;

/// What the manifest says of one widget.
pub(super) struct Declared {
    pub(super) name: Spanned<String>,
    pub(super) location: Spanned<String>,
    pub(super) url: Spanned<String>,
}

/// A manifest as far as it can be read.
#[derive(Default)]
pub(super) struct Manifest {
    pub(super) value: Value,
    pub(super) widgets: Vec<Declared>,
    pub(super) errors: Vec<PackageError>,
}

const EXAMPLE: &str = r#"{"name": "Tracker", "location": "desk.background", "url": "/app/widget.html"}"#;

/// Reads a manifest's text; `file` is how places call it.
pub(super) fn parse(file: &str, text: &str) -> Manifest {
    let mut manifest = Manifest::default();
    let reader = Reader { text, lines: Lines::new(file, text) };
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            reader.widgets(&value, &mut manifest);
            manifest.value = value;
        }
        Err(fault) => manifest.errors.push(reader.not_json("the manifest", &fault)),
    }
    manifest
}

/// Reads the text of a file that is an object: resources.json, a locale file. `file` is how places call it, `name` how people do.
pub(in crate::extension) fn object(file: &str, name: &str, example: &str, text: &str) -> Result<Value, PackageError> {
    let reader = Reader { text, lines: Lines::new(file, text) };
    match serde_json::from_str::<Value>(text) {
        Ok(value) if value.is_object() => Ok(value),
        Ok(other) => {
            let text = format!("{name} is {}, not an object", kind(&other));
            Err(reader.error(&[], text, format!("write {example}")))
        }
        Err(fault) => Err(reader.not_json(name, &fault)),
    }
}

struct Reader<'t> {
    text: &'t str,
    lines: Lines<'t>,
}

impl Reader<'_> {
    fn error(&self, path: &[Step<'_>], text: impl Into<String>, edit: impl Into<String>) -> PackageError {
        PackageError::new(self.lines.place(places::nearest(self.text, path)), text, edit)
    }

    fn not_json(&self, file: &str, fault: &serde_json::Error) -> PackageError {
        let message = fault.to_string();
        let what = message.split(" at line ").next().unwrap_or(&message).to_lowercase();
        let mut at = self.lines.place(0);
        (at.line, at.column) = (super::lines::number(fault.line()), super::lines::number(fault.column().max(1)));
        PackageError::new(at, format!("{file} is not JSON: {what}"), "mend the JSON here")
    }

    fn widgets(&self, value: &Value, manifest: &mut Manifest) {
        if !value.is_object() {
            let text = format!("the manifest is {}, not an object", kind(value));
            let edit = format!("write {{\"modules\": {{\"widgets\": [{EXAMPLE}]}}}}");
            return manifest.errors.push(self.error(&[], text, edit));
        }
        let path = [Step::Key("modules"), Step::Key("widgets")];
        let Some(modules) = value.get("modules") else {
            let edit = format!("add \"modules\": {{\"widgets\": [{EXAMPLE}]}}");
            return manifest.errors.push(self.error(&[], "the manifest has no \"modules\"", edit));
        };
        let (text, edit) = match modules.get("widgets") {
            Some(Value::Array(widgets)) if !widgets.is_empty() => {
                for (index, widget) in widgets.iter().enumerate() {
                    self.widget(index, widget, manifest);
                }
                return;
            }
            Some(Value::Array(_)) => ("\"modules.widgets\" is empty".to_owned(), format!("add a widget: {EXAMPLE}")),
            Some(other) => (format!("\"modules.widgets\" is {}, not an array", kind(other)), format!("write \"widgets\": [{EXAMPLE}]")),
            None => ("the manifest has no \"modules.widgets\"".to_owned(), format!("add \"widgets\": [{EXAMPLE}] to \"modules\"")),
        };
        manifest.errors.push(self.error(&path, text, edit));
    }

    fn widget(&self, index: usize, widget: &Value, manifest: &mut Manifest) {
        let path = [Step::Key("modules"), Step::Key("widgets"), Step::Item(index)];
        if !widget.is_object() {
            let text = format!("widget {} is {}, not an object", index + 1, kind(widget));
            return manifest.errors.push(self.error(&path, text, format!("write {EXAMPLE}")));
        }
        let mut string = |key: &'static str, example: &str| {
            let path = [path[0], path[1], path[2], Step::Key(key)];
            match widget.get(key) {
                Some(Value::String(value)) if !value.trim().is_empty() => {
                    let at = self.lines.place(places::nearest(self.text, &path));
                    return Some(Spanned { value: value.clone(), at });
                }
                found => {
                    let what = match found {
                        None => format!("has no \"{key}\""),
                        Some(Value::String(_)) => format!("has an empty \"{key}\""),
                        Some(other) => format!("has a \"{key}\" that is {}, not a string", kind(other)),
                    };
                    let text = format!("widget {} {what}", index + 1);
                    manifest.errors.push(self.error(&path, text, format!("write \"{key}\": \"{example}\"")));
                }
            }
            None
        };
        let (name, location) = (string("name", "Tracker"), string("location", "desk.background"));
        let url = string("url", "/app/widget.html");
        if let (Some(name), Some(location), Some(url)) = (name, location, url) {
            manifest.widgets.push(Declared { name, location, url });
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
