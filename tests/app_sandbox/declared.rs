//! How an app says which events it handles, and what is wrong with it where it says it.

use super::play::{Play, folder, sample};
use deskspec::extension::app::App;
use serde_json::json;
use std::collections::BTreeMap;

#[test]
fn an_event_is_heard_in_every_way_to_declare_it() {
    let table = [
        ("exported-events", &["onTicketCreate ×1 (server/server.js:3:42)", "onTicketUpdate ×1 (server/server.js:3:42)"][..]),
        ("product-events", &["onTicketCreate ×1 (manifest.json:5:50)"]),
        ("module-events", &["onAppInstall ×1 (manifest.json:4:58)", "onTicketCreate ×1 (manifest.json:5:68)"]),
    ];
    for (name, expected) in table {
        let mut play = Play::of(&sample(name), &[]);
        assert_eq!(play.open(), expected, "{name}");
        assert_eq!(play.deliver("onTicketCreate", &json!({"data": {"ticket": {"id": 7}}})), ["Info heard 7"], "{name}");
        assert!(play.deliver("onContactCreate", &json!({})).is_empty(), "{name}");
    }
}

#[test]
fn an_event_that_is_declared_twice_is_heard_once_by_each_function() {
    let server = "exports = {
  events: [{ event: 'onTicketCreate', callback: 'created' }, { event: 'onTicketCreate', callback: 'other' }],
  created() { console.log('created'); },
  other() { console.log('other'); },
  installed() { renderData(); },
};";
    let (mut play, said) = Play::one(server, &[], &[]);
    let heard: Vec<_> = said.iter().map(|line| line.split(" (").next().unwrap_or_default()).collect();
    assert_eq!(heard, ["onTicketCreate ×1", "onAppInstall ×1", "onTicketCreate ×2"]);
    assert_eq!(play.deliver("onTicketCreate", &json!({})), ["Info created", "Info other"]);
}

#[test]
fn a_handler_that_is_not_there_is_named_with_the_nearest_one() {
    let mut play = Play::of(&sample("misspelt-handler"), &[]);
    let text = "NoSuchHandler: the manifest names \"onTicketCreateHanlder\" for onTicketCreate, and server.js exports no such function; \
                the nearest is \"onTicketCreateHandler\": name that, or export onTicketCreateHanlder (manifest.json:3:74)";
    assert_eq!(play.open(), [text]);
}

#[test]
fn a_callback_that_is_not_there_is_named_where_it_is_written() {
    let dir = folder(&[
        ("manifest.json", "{}"),
        ("server/server.js", "exports = {\n  events: [{ event: 'onTicketCreate', callback: 'far' }],\n};"),
    ]);
    let text = "NoSuchHandler: exports.events names \"far\" for onTicketCreate, and server.js exports no such function; export far (server/server.js:2:49)";
    assert_eq!(Play::of(&dir, &[]).open(), [text]);
}

#[test]
fn what_keeps_an_app_from_being_read_is_told_at_its_place() {
    let registered = r#"{"product": {"freshdesk": {"events": {"onTicketCreate": {"handler": "created"}}}}}"#;
    let table: [(&[(&str, &str)], &str); 4] = [
        (
            &[("app/x.html", "")],
            "no manifest.json: looked for /manifest.json, and in the folders below; add /manifest.json, or name the folder that holds one",
        ),
        (&[("manifest.json", "{,")], "/manifest.json:1:2: manifest.json is not JSON: key must be a string; mend the JSON here"),
        (
            &[("manifest.json", "{}"), ("config/iparams.json", "[]")],
            "/config/iparams.json:1:1: config/iparams.json is an array, not an object; write {}, or the parameters that the app asks for",
        ),
        (
            &[("manifest.json", registered)],
            "/manifest.json:1:69: the app has no server/server.js, and handles onTicketCreate; add the file, or take the event out",
        ),
    ];
    for (files, expected) in table {
        let dir = folder(files);
        let errors = App::read(&dir, &BTreeMap::new()).expect_err("it cannot be read");
        let told = errors[0].to_string().replace(&dir.display().to_string(), "");
        assert_eq!(told.trim_start_matches(": "), expected);
    }
}

#[test]
fn a_page_that_is_not_there_keeps_nothing_from_running() {
    let placed = r#"{"product": {"freshdesk": {"location": {"ticket_sidebar": {"url": "sidebr.html"}}}}}"#;
    let dir = folder(&[("manifest.json", placed), ("app/sidebar.html", "")]);
    let app = App::read(&dir, &BTreeMap::new()).expect("it can be read");
    let faults = app.pages.iter().filter_map(|page| page.page.as_ref().err()).flatten();
    let told: Vec<_> = faults.map(|fault| fault.to_string().replace(&dir.display().to_string(), "")).collect();
    let expected = "/manifest.json:1:67: the app's page \"/app/sidebr.html\" does not exist: looked for /app/sidebr.html; \
                    the nearest file is \"/app/sidebar.html\": name that, or add the file";
    assert_eq!(told, [expected]);
}

#[test]
fn an_app_is_read_with_what_it_declares() {
    let app = App::read(&sample("module-events"), &BTreeMap::new()).expect("the app is sound");
    assert_eq!((app.name.as_str(), app.platform.as_ref().map(|version| version.value.as_str())), ("module-events", Some("3.0")));
    let places: Vec<_> =
        app.pages.iter().map(|it| &it.location).map(|it| (it.holder.as_str(), it.location.as_str(), it.url.value.as_str())).collect();
    assert_eq!(places, [("support_ticket", "ticket_sidebar", "sidebar.html")]);
    let events: Vec<_> = app.registrations.iter().map(|it| (it.holder.as_str(), it.event.as_str(), it.handler.value.as_str())).collect();
    assert_eq!(events, [("common", "onAppInstall", "installed"), ("support_ticket", "onTicketCreate", "created")]);
}
