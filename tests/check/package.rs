//! Packages made from what is changed of a sound one.

use deskspec::record::Severity;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One thing that is wrong.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Case {
    /// What catches it.
    pub(crate) rule: String,
    /// What else must be said of it.
    pub(crate) also: Vec<String>,
    /// Where the first finding of the rule is: how its place ends.
    pub(crate) at: Option<String>,
    /// What the first finding of the rule weighs: `error`, `warning` or `note`.
    pub(crate) weighs: Option<Severity>,
    /// Rules of which not even a note may be said.
    pub(crate) lacks: Vec<String>,
    manifest: Option<Value>,
    resources: Option<Value>,
    /// By path: a text; a number of bytes, or of files where the path has `%03d`; null for a file that is left out.
    files: BTreeMap<String, Value>,
    /// Of a Freshdesk app: config/iparams.json, config/requests.json, server/server.js, and what that registers in its second line.
    iparams: Option<Value>,
    requests: Option<Value>,
    server: Option<String>,
    registers: Option<String>,
    /// The page's own script, behind `<script>` in the third line.
    script: Option<String>,
}

pub(crate) fn cases(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("cases");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

const PAGE: &str = r#"<!DOCTYPE html>
<script src="https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js"></script>
<script>
  ZOHODESK.extension.onload().then((App) => console.log(App.meta));
</script>
"#;

fn write_package(dir: &Path, case: &Case) {
    let mut manifest = json!({
        "locale": ["en"], "storage": false, "service": "DESK", "type": "org",
        "modules": {"widgets": [{"name": "Tracker", "location": "desk.background", "url": "/app/widget.html"}]},
        "connectors": [], "config": [], "whiteListedDomains": []
    });
    let mut resources = json!({});
    merge(&mut manifest, case.manifest.as_ref());
    merge(&mut resources, case.resources.as_ref());
    let mut files = BTreeMap::from([
        ("plugin-manifest.json".to_owned(), json!(format!("{manifest:#}"))),
        ("resources.json".to_owned(), json!(format!("{resources:#}"))),
        ("app/widget.html".to_owned(), json!(PAGE)),
        ("app/translations/en.json".to_owned(), json!("{}")),
    ]);
    if let Some(script) = &case.script {
        let sdk = PAGE.lines().nth(1).expect("the SDK's line");
        files.insert("app/widget.html".to_owned(), json!(format!("<!DOCTYPE html>\n{sdk}\n<script>{script}</script>\n")));
    }
    put_all(dir, files, case);
}

const APP_PAGE: &str = r#"<!DOCTYPE html>
<script src="https://static.freshdev.io/fdk/2.0/assets/fresh_client.js"></script>
<script>app.initialized().then((client) => client.data.get('ticket'));</script>
"#;

const SERVER: &str = "exports = {
  events: [],
  onTicketCreateHandler: async function (args) {
    await $request.invokeTemplate('getTicket', { context: { id: args.data.ticket.id } });
  },
  helper: function () {},
};
";

/// A Freshdesk app.
fn write_app(dir: &Path, case: &Case) {
    let mut manifest = json!({
        "platform-version": "2.3",
        "product": {"freshdesk": {
            "location": {"ticket_sidebar": {"url": "index.html", "icon": "styles/images/icon.svg"}},
            "events": {"onTicketCreate": {"handler": "onTicketCreateHandler"}},
            "requests": {"getTicket": {}}
        }},
        "engines": {"node": "18.20.8", "fdk": "9.7.4"}
    });
    let mut iparams = json!({
        "domain": {"display_name": "Domain", "type": "text", "required": true},
        "api_key": {"display_name": "Key", "type": "text", "required": true, "secure": true}
    });
    let mut requests = json!({"getTicket": {"schema": {
        "method": "GET",
        "host": "<%= iparam.domain %>.freshdesk.com",
        "path": "/api/v2/tickets/<%= context.id %>",
        "headers": {"Authorization": "Basic <%= encode(iparam.api_key) %>"}
    }}});
    merge(&mut manifest, case.manifest.as_ref());
    merge(&mut iparams, case.iparams.as_ref());
    merge(&mut requests, case.requests.as_ref());
    let mut server = case.server.clone().unwrap_or_else(|| SERVER.to_owned());
    if let Some(registers) = &case.registers {
        server = server.replace("events: []", &format!("events: {registers}"));
        if case.rule != "FD-14" {
            manifest["product"]["freshdesk"].as_object_mut().expect("a product").shift_remove("events");
        }
    }
    let page = case.script.as_ref().map_or_else(
        || APP_PAGE.to_owned(),
        |script| format!("<!DOCTYPE html>\n{}\n<script>{script}</script>\n", APP_PAGE.lines().nth(1).expect("the client's line")),
    );
    let files = BTreeMap::from([
        ("manifest.json".to_owned(), json!(format!("{manifest:#}"))),
        ("config/iparams.json".to_owned(), json!(format!("{iparams:#}"))),
        ("config/requests.json".to_owned(), json!(format!("{requests:#}"))),
        ("server/server.js".to_owned(), json!(server)),
        ("app/index.html".to_owned(), json!(page)),
        ("app/styles/images/icon.svg".to_owned(), json!("<svg xmlns='http://www.w3.org/2000/svg'/>")),
    ]);
    put_all(dir, files, case);
}

fn put_all(dir: &Path, mut files: BTreeMap<String, Value>, case: &Case) {
    files.extend(case.files.iter().map(|(path, content)| (path.clone(), content.clone())));
    fs::create_dir_all(dir).expect("a folder");
    for (path, content) in files {
        match content {
            Value::Null => {}
            Value::String(text) => put(&dir.join(path), &text, None),
            Value::Number(many) if path.contains("%03d") => {
                for index in 0..many.as_u64().expect("a number") {
                    put(&dir.join(path.replace("%03d", &format!("{index:03}"))), "", None);
                }
            }
            Value::Number(bytes) => put(&dir.join(path), "", bytes.as_u64()),
            other => panic!("{path}: {other}"),
        }
    }
}

fn put(path: &Path, text: &str, bytes: Option<u64>) {
    if path.to_string_lossy().ends_with('/') {
        return fs::create_dir_all(path).expect("a folder");
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
    if let Some(bytes) = bytes {
        fs::OpenOptions::new().write(true).open(path).and_then(|file| file.set_len(bytes)).expect("a file");
    }
}

/// A merge patch (RFC 7396) in which the text `#null` stands for null.
fn merge(value: &mut Value, patch: Option<&Value>) {
    let Some(Value::Object(patch)) = patch else {
        if let Some(patch) = patch {
            *value = real(patch);
        }
        return;
    };
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Value::Object(map) = value else { return };
    for (key, patch) in patch {
        if patch.is_null() {
            map.shift_remove(key);
        } else {
            merge(map.entry(key.clone()).or_insert(Value::Null), Some(patch));
        }
    }
}

fn real(value: &Value) -> Value {
    match value {
        Value::String(text) if text == "#null" => Value::Null,
        Value::Array(items) => items.iter().map(real).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), real(value))).collect(),
        other => other.clone(),
    }
}

/// What the case breaks: a package of Desk's, or a Freshdesk app.
pub(crate) fn write(dir: &Path, case: &Case, is_app: bool) {
    if is_app { write_app(dir, case) } else { write_package(dir, case) }
}
