//! `deskspec check` and `deskspec schema`, as people call them.

#[path = "cli/support.rs"]
mod support;

use serde_json::Value;
use std::io::{Cursor, Write as _};
use support::Project;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MANIFEST: &str = r#"{
  "locale": ["en"],
  "storage": false,
  "service": "DESK",
  "modules": {
    "widgets": [{"name": "Tracker", "location": "desk.backgruond", "url": "/app/tracker.html"}]
  },
  "connectors": [],
  "config": [],
  "whiteListedDomains": []
}
"#;

const PAGE: &str = r#"<!DOCTYPE html>
<script src="https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js"></script>
<script>
  ZOHODESK.extension.onload().then((App) => {
    ZOHODESK.on("ticket.close", () => true);
    App.instance.on(App.meta.event, () => {});
  });
</script>
"#;

fn project() -> Project {
    Project::new()
        .file("tracker/plugin-manifest.json", MANIFEST)
        .file("tracker/resources.json", "{}")
        .file("tracker/app/tracker.html", PAGE)
        .file("tracker/app/translations/en.json", "{}")
}

#[test]
fn findings_show_the_line_and_the_edit() {
    let ran = project().deskspec(&["check", "tracker"]).exits(1);
    insta::assert_snapshot!(ran.told());
}

/// The project's package as `zet pack` makes it.
fn packed() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files =
        [("plugin-manifest.json", MANIFEST), ("resources.json", "{}"), ("app/tracker.html", PAGE), ("app/translations/en.json", "{}")];
    for (file, text) in files {
        zip.start_file(file, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn a_zip_is_shown_as_its_folder_is() {
    let folder = project().deskspec(&["check", "tracker"]).exits(1);
    let zip = Project::new().file("tracker.zip", packed()).deskspec(&["check", "tracker.zip"]).exits(1);
    assert_eq!(zip.told().replace("tracker.zip", "tracker"), folder.told());
}

#[test]
fn a_failure_in_a_zip_shows_its_line() {
    let feature = "Feature: f\n  Scenario: s\n    Given the extension \"tracker\" from \"tracker\"\n";
    let project = Project::new().file("features/s.feature", feature).file("tracker.zip", packed());
    let ran = project.deskspec(&["run", "--extension", "tracker.zip"]).exits(3);
    ran.says(&["tracker.zip/plugin-manifest.json:6", "\"widgets\": [{\"name\": \"Tracker\", \"location\": \"desk.backgruond\""]);
}

#[test]
fn the_vendors_own_tool_has_nothing_to_say_of_it() {
    project().deskspec(&["check", "--rules", "vendor", "tracker"]).exits(0).says(&["tracker: sound"]);
    let ran = project().deskspec(&["check", "--rules", "vendor", "--format", "sarif", "tracker"]).exits(0);
    let log: Value = serde_json::from_str(&ran.out).expect("JSON");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let foreign: Vec<_> = rules.iter().filter(|rule| !rule["id"].as_str().is_some_and(|id| id.starts_with("zet."))).collect();
    assert!(!rules.is_empty() && foreign.is_empty(), "these are not the vendor's own: {foreign:?}");
}

#[test]
fn findings_are_data() {
    let ran = project().deskspec(&["check", "--format", "json", "tracker"]).exits(1);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&told["errors"], &told["warnings"], &told["notes"]), (&2.into(), &0.into(), &1.into()), "{told:#}");
    let first = &told["findings"][0];
    assert_eq!((&first["rule"], &first["severity"], &first["line"]), (&"LOC-01".into(), &"error".into(), &6.into()), "{first:#}");
    assert_eq!(first["help"], "did you mean \"desk.background\"?");
}

#[test]
fn findings_go_to_code_scanning_and_to_github() {
    let ran = project().deskspec(&["check", "--format", "sarif", "tracker"]).exits(1);
    let log: Value = serde_json::from_str(&ran.out).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a rule")).expect("few");
        assert_eq!(rules[index]["id"], result["ruleId"], "{result:#}");
    }
    assert_eq!(results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "tracker/app/tracker.html");
    let ran = project().deskspec(&["check", "--format", "github", "tracker"]).exits(1);
    ran.says(&["::error file=tracker/app/tracker.html,line=5,col=14,title=SDK-14::the client SDK has no ZOHODESK.on; "]);
}

#[test]
fn what_is_inside_is_a_finding_and_what_cannot_be_opened_is_none() {
    project().file("tracker/plugin-manifest.json", "{").deskspec(&["check", "tracker"]).exits(1).says(&["the manifest is not JSON"]);
    let ran = project().deskspec(&["check", "trakcer"]).exits(3);
    assert!(ran.err.contains("does not exist"), "{}", ran.err);
}

#[test]
fn what_is_no_package_is_not_told_to_be_meant() {
    let ran = project().file("notes.txt", "none").deskspec(&["check", "notes.txt"]).exits(3);
    assert!(ran.err.contains("this is neither") && !ran.err.contains("did you mean"), "{}", ran.err);
}

#[test]
fn each_schema_is_one() {
    for of in ["manifest", "resources", "fixture", "config"] {
        let ran = Project::new().deskspec(&["schema", of]).exits(0);
        let schema: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert!(jsonschema::meta::is_valid(&schema), "{of}");
    }
}

const APP: &str = r#"{
  "platform-version": "2.2",
  "product": {
    "freshdesk": {
      "events": {
        "onTicketCreate": { "hanlder": "onTicketCreateHandler" },
        "onAppInstall": { "handler": "onAppInstalHandler" }
      }
    }
  }
}
"#;

const SERVER: &str = "exports = {
  onTicketCreateHandler: function (payload) { console.log(payload.data.ticket.id); },
  onAppInstallHandler: function () { renderData(); }
};
";

fn app() -> Project {
    Project::new().file("notify/manifest.json", APP).file("notify/server/server.js", SERVER).file("notify/config/iparams.json", "{}")
}

/// The two mistakes that real apps have: a key that is misspelt, and a handler that does not exist.
#[test]
fn a_freshdesk_app_is_known_by_its_manifest() {
    let ran = app().deskspec(&["check", "--format", "github", "notify"]).exits(1);
    ran.says(&[
        "::error file=notify/manifest.json,line=6,col=40,title=FD-14::\"hanlder\" is no key of an event in the manifest",
        "did you mean \"handler\"?",
        "::error file=notify/manifest.json,line=7,col=38,title=FD-14::server.js exports no function \"onAppInstalHandler\"",
        "did you mean \"onAppInstallHandler\"?",
    ]);
    app()
        .file("notify/manifest.json", APP.replace("hanlder", "handler").replace("InstalH", "InstallH"))
        .deskspec(&["check", "notify"])
        .exits(0);
}

#[test]
fn an_apps_findings_are_data() {
    let ran = app().deskspec(&["check", "--format", "sarif", "notify"]).exits(1);
    let log: Value = serde_json::from_str(&ran.out).expect("JSON");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(rules.iter().any(|rule| rule["id"] == "fdk.icon_not_found") && rules.iter().all(|rule| rule["id"] != "MAN-01"), "{rules:#?}");
    let ran = app().deskspec(&["check", "--format", "json", "--rules", "vendor", "notify"]).exits(0);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(told["errors"], 0, "{told:#}");
}

#[test]
fn one_of_several_apps_is_to_be_named() {
    let ran = app().file("other/manifest.json", APP).deskspec(&["check", "."]).exits(3);
    assert!(ran.err.contains("2 apps lie here: ./notify, ./other; name one of them: ./notify"), "{}", ran.err);
}
