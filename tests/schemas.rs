//! The schemas that `deskspec schema` prints: what is sound keeps them, what has a shape's fault does not.

#[path = "check/package.rs"]
mod package;

use deskspec::catalog::Catalog;
use deskspec::check::{fixture_schema, manifest_schema, resources_schema};
use jsonschema::Validator;
use package::{cases, write};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).expect("a schema")
}

fn document(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/extensions");
    let all = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    all.filter(|dir| dir.join("plugin-manifest.json").is_file()).collect()
}

#[test]
fn samples_keep_the_schemas() {
    let (manifest, resources) = (validator(&manifest_schema(Catalog::documented())), validator(&resources_schema(Catalog::documented())));
    assert!(samples().len() > 15, "the packages are gone");
    for dir in samples() {
        let found = document(&dir.join("plugin-manifest.json")).map(|it| faults(&manifest, &it)).expect("a manifest");
        assert!(found.is_empty(), "{}: {found:?}", dir.display());
        let found = document(&dir.join("resources.json")).map(|it| faults(&resources, &it)).unwrap_or_default();
        assert!(found.is_empty(), "{}: {found:?}", dir.display());
    }
}

/// Faults of the shape: what is looked up elsewhere, such as files, names that are there twice and what counts as a URL, no schema says.
#[test]
fn faults_of_shape_break_the_schemas() {
    let shapes = [
        "invalidstorage",
        "invalidtype",
        "invalidmodules",
        "widgetkeymissing",
        "invalidwidgettype",
        "missingwidgetname",
        "invalidwidgetname",
        "missingurlinwidget",
        "invalidurltype",
        "invalidurl",
        "invalidcharacters",
        "invalidconnectortype",
        "missingconnectorname",
        "invalidconnectorscope",
        "invalidconfigtype",
        "missingconfigname",
        "invalidlistoftypeinconfig",
        "invalidmandatorytype",
        "invalidsecuretype",
        "keymissing",
        "locale_invalidtype",
        "invalidwhitelisteddomain",
        "invalidauthorizationtype",
        "callbacklistener_invalidtype",
        "permission_invalid",
        "permission_empty",
        "missingapiname",
        "missingdisplayname",
        "invalid_defaultState",
        "fields_invalid",
        "fields_empty",
        "fields_maxcount",
        "missing_fieldsResourceName",
        "webhook_empty",
        "missing_webhookurl",
        "missing_webhookname",
        "missing_webhooksubscriptions",
        "missing_webhookignoreSourceId",
        "missing_webhookResourceName",
        "invalidcontentType",
        "invalidcontentTypelist",
        "invalidredirecturl",
        "invalidsync",
        "missinglogopath",
        "invalidlogopath",
    ];
    let (manifest, resources) = (validator(&manifest_schema(Catalog::documented())), validator(&resources_schema(Catalog::documented())));
    let mut seen = 0;
    for (index, case) in cases("tests/check/vendor.yaml").into_iter().enumerate() {
        // Of the keys under deskOauth and TPAOauth no page has a shape.
        if case.rule.starts_with("zet.desk_manifest_") {
            continue;
        }
        let Some(name) = shapes.iter().find(|name| case.rule.ends_with(&format!("_{name}"))) else { continue };
        seen += 1;
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemas").join(index.to_string());
        write(&dir, &case, false);
        let broken = |validator: &Validator, file: &str| document(&dir.join(file)).is_some_and(|it| !validator.is_valid(&it));
        assert!(broken(&manifest, "plugin-manifest.json") || broken(&resources, "resources.json"), "{name}: {case:?}");
    }
    assert!(seen >= shapes.len(), "{seen} cases only");
}

/// What the documents list by name takes no other name.
#[test]
fn names_that_are_not_documented_break_the_schema() {
    let schema = validator(&manifest_schema(Catalog::documented()));
    let sound = document(Path::new("fixtures/extensions/tracker/plugin-manifest.json")).expect("a manifest");
    assert!(schema.is_valid(&sound));
    let changed = |change: fn(&mut Value)| {
        let mut manifest = sound.clone();
        change(&mut manifest);
        manifest
    };
    assert!(!schema.is_valid(&changed(|it| it["callbackListener"]["onInstal"] = "https://a.example".into())), "a callback");
    assert!(!schema.is_valid(&changed(|it| it["modules"]["widgets"][0]["location"] = "desk.backgruond".into())), "a location");
    let schema = validator(&resources_schema(Catalog::documented()));
    let mut channel = document(Path::new("fixtures/extensions/chat-channel/resources.json")).expect("resources");
    assert!(schema.is_valid(&channel));
    channel["channel"]["acceptAttachment"] = true.into();
    assert!(!schema.is_valid(&channel), "a key of the channel's");
}

/// A sample that a page shows keeps the shape of its event; a marker may stand for any value.
#[test]
fn fixtures_may_be_payloads_with_markers() {
    let schema = validator(&fixture_schema(Catalog::documented()));
    for fixture in [serde_json::json!({"ticket.status": "#string"}), serde_json::json!([1, "#number"]), serde_json::json!("#ignore")] {
        assert!(schema.is_valid(&fixture), "{fixture}");
    }
    // Any fixture may be something else: what an editor says of a payload is its own definition.
    let mut event = fixture_schema(Catalog::documented());
    event["anyOf"] = serde_json::json!([{"$ref": "#/$defs/ticket_status.changed"}]);
    let event = validator(&event);
    for (fixture, is_one) in [(r##"{"ticket.status": "#string"}"##, true), (r##"{}"##, true), (r##"{"ticket.status": 7}"##, false)] {
        assert_eq!(event.is_valid(&serde_json::from_str(fixture).expect("JSON")), is_one, "{fixture}");
    }
}
