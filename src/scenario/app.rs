//! What a widget's page gets when it registers: its App, without the instance (Practice, "What real Desk widgets do with the SDK"; SDK-01).

use crate::extension::js::DESK;
use crate::host::WidgetId;
use crate::host::desk::Desk;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The texts of an extension, by their languages' codes.
pub(super) type Texts = BTreeMap<String, Value>;

/// The language whose texts stand in for those that an extension does not have: each package must have it.
const DEFAULT: &str = "en";

/// Where the portal's data lie.
const DATA_CENTER: &str = "US";

/// The App of this widget, as the desk is now.
pub(super) fn app(desk: &Desk, id: WidgetId, texts: &Texts) -> Value {
    let widget = desk.widget(id);
    let language = desk.portal().language.as_str();
    let texts = texts.get(language).or_else(|| texts.get(DEFAULT)).cloned().unwrap_or_else(|| json!({}));
    let mut meta = Map::new();
    meta.insert("dcType".into(), DATA_CENTER.into());
    meta.insert("service".into(), "zohodesk".into());
    meta.insert("userPreferences".into(), desk.preferences().cloned().unwrap_or_default().into());
    meta.insert("deskDomainUrl".into(), DESK.into());
    meta.insert("deskDomainUrls".into(), json!({ DATA_CENTER: DESK }));
    if let Some(thread) = widget.and_then(|widget| widget.thread.as_deref()) {
        meta.insert("threadId".into(), thread.into());
    }
    json!({
        "uniqueID": id.to_string(),
        "location": widget.map(|widget| widget.location.as_str()),
        "locale": language,
        "localeResource": texts,
        "localeResources": texts,
        "meta": meta,
    })
}
