//! A vendor's folder: what is read from it, and everything that may be wrong with it.

#[path = "common/package.rs"]
mod package;

use deskspec::catalog::Catalog;
use deskspec::extension::Place;
use deskspec::extension::package::{Code, Package, PackageError, markup};
use package::{Folder, SDK, manifest};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The errors of a package with one page.
fn page_errors(html: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = Folder::new(&[("plugin-manifest.json", &manifest("/app/w.html")), ("app/w.html", html)]);
    for (file, text) in files {
        folder.write(file, text.as_bytes());
    }
    folder.errors("")
}

#[test]
fn a_sound_package_is_read_whole() {
    let manifest = "{\n  \"name\": \"Bug tracker\",\n  \"modules\": {\"widgets\": [\n    {\"name\": \"Guard\", \"location\": \"desk.background\", \"url\": \"/app/w.html\"},\n    {\"url\": \"/app/w.html\", \"location\": \"desk.topband\", \"name\": \"Pan\\u00e9l\"}\n  ]}\n}";
    let html = format!(
        "<p id=a>é</p>{SDK}<script src=\"js/a.js\"></script>\n  <script>\n  go();</script>\n<script type='text/template'><b></script><script defer src=../lib/late.js></script><script>last()</script>"
    );
    let folder = Folder::new(&[
        ("plugin-manifest.json", manifest),
        ("app/w.html", &html),
        ("app/js/a.js", "a()"),
        ("lib/late.js", "\u{feff}late()\r\n"),
    ]);
    let package = folder.read("").expect("a sound package");
    assert_eq!((package.name.as_str(), package.widgets.len()), ("Bug tracker", 2));
    assert_eq!(package.manifest["modules"]["widgets"][1]["name"], "Panél");
    let [guard, panel] = package.widgets.as_slice() else { unreachable!() };
    let at = |at: &Place| (folder.plain(&at.file), at.line, at.column);
    assert_eq!((guard.name.as_str(), panel.name.as_str(), panel.location.as_str()), ("Guard", "Panél", "desk.topband"));
    assert_eq!(at(&guard.location.at), ("plugin-manifest.json".to_owned(), 4, 35));
    assert_eq!(at(&panel.url.at), ("plugin-manifest.json".to_owned(), 5, 13));
    assert_eq!(at(&panel.name.at), ("plugin-manifest.json".to_owned(), 5, 64));
    assert!(std::sync::Arc::ptr_eq(&guard.page, &panel.page), "one page, read once");
    let show = |code: &Code| match code {
        Code::Sdk => "SDK".to_owned(),
        Code::Source(text) => text.to_string(),
        Code::OnLoad(text) => format!("onload {text}"),
    };
    let scripts: Vec<_> = guard.page.scripts.iter().map(|script| (at(&script.at), show(&script.code))).collect();
    let place = |file: &str, line, column| (file.to_owned(), line, column);
    assert_eq!(
        scripts,
        [
            (place("app/w.html", 1, 27), "SDK".to_owned()),
            (place("app/js/a.js", 1, 1), "a()".to_owned()),
            (place("app/w.html", 2, 11), "\n  go();".to_owned()),
            (place("app/w.html", 4, 92), "last()".to_owned()),
            (place("lib/late.js", 1, 1), "late()\n".to_owned()),
        ]
    );
}

#[test]
fn the_folder_names_a_package_that_has_no_name() {
    let folder = Folder::new(&[("plugin-manifest.json", &manifest("app/w.html")), ("app/w.html", SDK)]);
    let package = folder.read("").expect("a sound package");
    assert_eq!(Some(package.name.as_str()), folder.0.file_name().and_then(|name| name.to_str()));
}

#[test]
fn every_fault_of_a_manifest_has_its_place_and_its_edit() {
    let example = r#"{"name": "Tracker", "location": "desk.background", "url": "/app/widget.html"}"#;
    let whole = format!(r#"write {{"modules": {{"widgets": [{example}]}}}}"#);
    let cases: Vec<(&str, Vec<String>)> = vec![
        ("[1]", vec![format!("1:1: the manifest is an array, not an object; {whole}")]),
        (" null", vec![format!("1:2: the manifest is null, not an object; {whole}")]),
        ("{\n \"a\": }", vec!["2:7: the manifest is not JSON: expected value; mend the JSON here".to_owned()]),
        ("", vec!["1:1: the manifest is not JSON: eof while parsing a value; mend the JSON here".to_owned()]),
        ("{}", vec![format!(r#"1:1: the manifest has no "modules"; add "modules": {{"widgets": [{example}]}}"#)]),
        (r#"{"modules": {}}"#, vec![format!(r#"1:13: the manifest has no "modules.widgets"; add "widgets": [{example}] to "modules""#)]),
        (r#"{"modules": {"widgets": []}}"#, vec![format!(r#"1:25: "modules.widgets" is empty; add a widget: {example}"#)]),
        (
            r#"{"modules": {"widgets": {"a": 1}}}"#,
            vec![format!(r#"1:25: "modules.widgets" is an object, not an array; write "widgets": [{example}]"#)],
        ),
        (
            "{\"modules\": {\"widgets\": [\n  7,\n  {\"name\": 5, \"url\": \" \"}]}}",
            vec![
                format!("2:3: widget 1 is a number, not an object; write {example}"),
                r#"3:12: widget 2 has a "name" that is a number, not a string; write "name": "Tracker""#.to_owned(),
                r#"3:3: widget 2 has no "location"; write "location": "desk.background""#.to_owned(),
                r#"3:22: widget 2 has an empty "url"; write "url": "/app/widget.html""#.to_owned(),
            ],
        ),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|error| format!("plugin-manifest.json:{error}")).collect();
        assert_eq!(Folder::new(&[("plugin-manifest.json", text)]).errors(""), expected, "{text}");
    }
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(Folder::new(&[("plugin-manifest.json", &deep)]).errors("")[0].contains("recursion limit exceeded"));
}

#[test]
fn a_widgets_page_must_be_there() {
    let files = [("app/widget.html", SDK), ("app/other.html", SDK), ("lib/w.js", "")];
    let cases = [
        (
            "/app/wigdet.html",
            "the widget's page \"/app/wigdet.html\" does not exist: looked for app/wigdet.html; the nearest file is \"/app/widget.html\": name that, or add the file",
        ),
        (
            "/widget.html?x=1",
            "the widget's page \"/widget.html?x=1\" does not exist: looked for widget.html; the nearest file is \"/app/widget.html\": name that, or add the file",
        ),
        (
            "/completely/different/thing.html",
            "the widget's page \"/completely/different/thing.html\" does not exist: looked for completely/different/thing.html; add the file",
        ),
        ("/app", "the widget's page \"/app\" is a folder; name a file in it"),
        ("../w.html", "the widget's page \"../w.html\" leaves the package; move the file into DIR, and name it there"),
        ("/app/../../w.html", "the widget's page \"/app/../../w.html\" leaves the package; move the file into DIR, and name it there"),
        ("file:///etc/passwd", "the widget's page \"file:///etc/passwd\" leaves the package; move the file into DIR, and name it there"),
        (
            "https://example.com/w",
            "the widget's page lies on the web: \"https://example.com/w\"; ship the page in the package, or give a local copy: --map https://example.com/w=FILE",
        ),
    ];
    for (url, expected) in cases {
        let text = manifest(url);
        let folder = Folder::new(&files);
        folder.write("plugin-manifest.json", text.as_bytes());
        let column = text.find(&serde_json::json!(url).to_string()).expect("the url is written") + 1;
        assert_eq!(folder.errors(""), [format!("plugin-manifest.json:1:{column}: {expected}")], "{url}");
    }
}

#[test]
fn every_fault_of_a_page_is_told_in_one_go() {
    let html = "<p>\n <script src='js/mian.js'></script>\n<script type=module>x</script>\n<script src=\"https://code.jquery.com/jquery.js\"></script>
<script src='//js.zohostatic.com/support/v2/ZohoDeskClientSDK.js'></script><script src='../../out.js'></script><script src=''></script>
<script src='js/bad.js'></script><script>ok()";
    let folder = Folder::new(&[("plugin-manifest.json", &manifest("/app/w.html")), ("app/w.html", html), ("app/js/main.js", "")]);
    folder.write("app/js/bad.js", b"a\nb\xff");
    let sdk = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js";
    let expected = [
        "2:15: the script \"js/mian.js\" does not exist: looked for app/js/mian.js; the nearest file is \"/app/js/main.js\": name that, or add the file".to_owned(),
        "4:14: the script \"https://code.jquery.com/jquery.js\" lies on the web, and nothing is loaded from there; download it, and say where it is: --map https://code.jquery.com/jquery.js=FILE".to_owned(),
        format!("5:14: \"//js.zohostatic.com/support/v2/ZohoDeskClientSDK.js\" is not where the client SDK lies; write src=\"{sdk}\""),
        "5:89: the script \"../../out.js\" leaves the package; move the file into DIR, and name it there".to_owned(),
        "5:125: a script with an empty src; name the script's file in src".to_owned(),
        "6:14: the script \"js/bad.js\" is not UTF-8 at 2:2 (byte 3); save it as UTF-8".to_owned(),
        "6:42: this script is never closed: no browser runs it; add </script>".to_owned(),
    ];
    assert_eq!(folder.errors(""), expected.map(|error| format!("app/w.html:{error}")));
}

#[test]
fn a_page_to_be_run_has_a_script() {
    for html in ["", "<p>hello</p>", "<script type='text/template'></script>", "<!-- <script>1</script> -->"] {
        let errors = page_errors(html, &[]);
        assert!(errors[0].starts_with("app/w.html: page has no script; load the client SDK and your code: <script src="), "{errors:?}");
    }
}

#[test]
fn a_file_may_not_be_larger_than_the_vendors_tool_allows() {
    let errors = page_errors("<script src=big.js></script>", &[("app/big.js", &" ".repeat(5_000_001))]);
    assert_eq!(
        errors,
        [
            "app/w.html:1:13: the script \"big.js\" has 5000001 bytes, more than 5000000; make it smaller: the vendor's own tool refuses it too"
        ]
    );
    let folder = Folder::new(&[
        ("plugin-manifest.json", &manifest("/app/w.html")),
        ("app/w.html", "<script src=big.js></script>"),
        ("app/big.js", &" ".repeat(5_000_000)),
    ]);
    assert!(folder.read("").is_ok());
}

#[cfg(unix)]
#[test]
fn links_do_not_leave_the_package() {
    let outside = Folder::new(&[("secret.js", "secret()"), ("w.html", SDK)]);
    let folder = Folder::new(&[
        ("plugin-manifest.json", &manifest("/app/w.html")),
        ("app/w.html", "<script src=link.js></script><script src=dir/secret.js></script><script src=inside.js></script>"),
        ("lib/a.js", "a()"),
    ]);
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.0.join(name)).expect("the link is made");
    link(&outside.0.join("secret.js"), "app/link.js");
    link(&outside.0, "app/dir");
    link(&folder.0.join("lib/a.js"), "app/inside.js");
    let errors = folder.errors("");
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors.iter().all(|error| error.contains("leaves the package")), "{errors:?}");
}

#[test]
fn the_sdk_is_known_by_its_place() {
    let path = "support/developer_sdk/v1/js";
    for src in [
        format!("https://js.zohostatic.com/{path}/ZohoDeskClientSDK.js"),
        format!("https://js.zohostatic.in/{path}/ZohoDeskClientSDK.min.js"),
        format!("http://static.zohocdn.com/{path}/ZohoDeskClientSDK.min.js?v=2"),
        format!("//JS.zohostatic.com/{path}/ZohoDeskClientSDK.js"),
    ] {
        let html = format!("<script src='{src}'></script>");
        let folder = Folder::new(&[("plugin-manifest.json", &manifest("/app/w.html")), ("app/w.html", &html)]);
        assert_eq!(folder.read("").expect("a sound package").widgets[0].page.scripts[0].code, Code::Sdk, "{src}");
    }
}

#[test]
fn a_copy_of_the_sdk_in_the_package_is_the_one_that_runs() {
    for src in ["ZohoDeskClientSDK.min.js", "/lib/ZohoDeskClientSDK.js"] {
        let html = format!("<script src='{src}'></script><script src=own.js></script>");
        let folder = Folder::new(&[
            ("plugin-manifest.json", &manifest("/app/w.html")),
            ("app/w.html", &html),
            ("app/ZohoDeskClientSDK.min.js", "real()"),
            ("lib/ZohoDeskClientSDK.js", "real()"),
            ("app/own.js", "own()"),
        ]);
        let package = folder.read("").expect("a sound package");
        let scripts = &package.widgets[0].page.scripts;
        assert_eq!(scripts[0].code, Code::Source("real()".into()), "{src}");
        assert_eq!([scripts[0].is_sdk, scripts[1].is_sdk], [true, false], "places are those of the code that calls it");
    }
}

#[test]
fn what_lies_on_the_web_may_be_mapped_to_a_file() {
    let (lib, sdk, page) = (
        "https://cdn.example.com/lib.js?v=1",
        "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js",
        "https://example.com/w",
    );
    let elsewhere = Folder::new(&[
        ("lib.js", "lib()"),
        ("sdk/ZohoDeskClientSDK.js", "real()"),
        ("page/w.html", "<script src=near.js></script>"),
        ("page/near.js", "near()"),
    ]);
    let map = |url: &str, file: &str| (url.to_owned(), elsewhere.0.join(file));
    let html = format!("<script src='{lib}'></script><script src='{}'></script>", &sdk["https:".len()..]);
    let folder = Folder::new(&[("plugin-manifest.json", &manifest("/app/w.html")), ("app/w.html", &html)]);
    let package =
        Package::read(&folder.0, &BTreeMap::from([map(lib, "lib.js"), map(sdk, "sdk/ZohoDeskClientSDK.js")])).expect("a sound package");
    let codes: Vec<_> = package.widgets[0].page.scripts.iter().map(|script| script.code.clone()).collect();
    assert_eq!(codes, [Code::Source("lib()".into()), Code::Source("real()".into())], "a mapped SDK is the vendor's own copy");
    let errors = Package::read(&folder.0, &BTreeMap::from([map(lib, "gone.js")])).expect_err("no such file");
    assert!(
        errors[0].to_string().contains("that --map gives for")
            && errors[0].to_string().ends_with(&format!("give another one: --map {lib}=FILE")),
        "{errors:?}"
    );

    let folder = Folder::new(&[("plugin-manifest.json", &manifest(page))]);
    let package = Package::read(&folder.0, &BTreeMap::from([map(page, "page/w.html")])).expect("a sound package");
    assert_eq!(package.widgets[0].page.scripts[0].code, Code::Source("near()".into()));
}

/// The manifests of public extensions are read without a panic, and what is found is what they declare.
#[test]
fn public_manifests_are_understood() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/desk-manifests");
    let Ok(entries) = fs::read_dir(&corpus) else {
        println!("skipped: {} is absent", corpus.display());
        return;
    };
    let mut count = 0;
    for entry in entries.flatten().filter(|entry| entry.path().is_dir()) {
        let text = fs::read(entry.path().join("plugin-manifest.json")).expect("a manifest");
        let folder = Folder::new(&[]);
        folder.write("plugin-manifest.json", &text);
        let declared: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        let widgets = declared["modules"]["widgets"].as_array().cloned().unwrap_or_default();
        for widget in &widgets {
            if let Some(url) = widget["url"].as_str().filter(|url| url.ends_with(".html")) {
                folder.write(url.trim_start_matches('/'), SDK.as_bytes());
            }
        }
        match folder.read("") {
            Ok(package) => assert_eq!(package.widgets.len(), widgets.len(), "{:?}", entry.path()),
            Err(errors) => assert!(errors.iter().all(|error| error.at.line > 0), "{:?}: {errors:?}", entry.path()),
        }
        count += 1;
    }
    assert!(count > 0, "the corpus has manifests");
}

fn read_page(html: &str) -> Result<Package, Vec<PackageError>> {
    Folder::new(&[("plugin-manifest.json", &manifest("/w.html")), ("w.html", html)]).read("")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_manifest_panics(text in "\\PC{0,60}|[\\[\\]{}\":,a-z0-9 \\\\\n]{0,80}") {
        let folder = Folder::new(&[("plugin-manifest.json", &text)]);
        prop_assert!(folder.read("").is_err());
    }

    #[test]
    fn no_broken_widget_list_panics(inner in "[\\[\\]{}\":,nameurlocti \\\\\n]{0,60}") {
        let folder = Folder::new(&[("plugin-manifest.json", &format!("{{\"modules\": {{\"widgets\": [{inner}]}}}}"))]);
        prop_assert!(folder.read("").is_err());
    }

    #[test]
    fn no_html_panics(html in "(<script>|</script>|<script src=|<!--|-->|<body onload='|<template>|[<>/='\" a-zé😀\r\n&;!-]){0,30}") {
        let _ = markup(&html, "body");
        let _ = read_page(&html);
    }

    #[test]
    fn an_inline_script_stands_where_its_place_says(before in "[a-zé😀 \n]{0,30}", code in "[a-zé =;\n]{1,20}") {
        let html = format!("{before}<script>{code}</script>");
        let package = read_page(&html).expect("a sound package");
        let script = &package.widgets[0].page.scripts[0];
        let line = html.split('\n').nth(script.at.line as usize - 1).expect("the line");
        let rest: String = line.chars().skip(script.at.column as usize - 1).collect();
        prop_assert_eq!(&script.code, &Code::Source(code.as_str().into()));
        let first = code.split('\n').next().unwrap_or_default();
        prop_assert!(rest.starts_with(first), "{rest} {first}");
    }
}

/// What is wrong with the channel of a package whose logo is this.
fn channel_faults(channel: &serde_json::Value, logo: &[u8]) -> Vec<String> {
    let resources = serde_json::json!({ "channel": channel }).to_string();
    let page = format!("{SDK}<script>1</script>");
    let folder = Folder::new(&[("plugin-manifest.json", &manifest("/app/w.html")), ("app/w.html", &page), ("resources.json", &resources)]);
    folder.write("app/logo.png", logo);
    let faults = folder.read("").expect("it can be read").faults(Catalog::documented());
    faults.iter().map(|fault| folder.plain(&fault.to_string())).collect()
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPG: &[u8] = b"\xff\xd8\xff\xe0";

/// The channel that the page shows, with its logo where ours is; and the least that a channel may say.
#[test]
fn a_channel_that_the_documents_allow_has_no_faults() {
    let shown = json!({
        "channelLogoPath": "/app/logo.png", "acceptAttachments": false, "updateRecords": true, "contentTypes": ["text/plain", "text/html"],
        "redirectUrl": "https://zohodeskapp.example.com/youtube/handleRedirect", "includeQuotedMessage": false,
        "sync": {"push": "https://zohodeskapp.example.com/youtube/handlePull", "pull": "https://zohodeskapp.example.com/youtube/handlePush"},
    });
    let least = json!({"channelLogoPath": "./app/logo.png", "sync": {"push": "https://a.example"}});
    for (channel, logo) in [(&shown, PNG), (&least, PNG), (&least, JPG)] {
        assert_eq!(channel_faults(channel, logo), Vec::<String>::new());
    }
}

#[test]
fn what_a_channel_breaks_is_told_at_its_place() {
    let whole = json!({"channelLogoPath": "/app/logo.png", "sync": {"push": "https://a.example"}});
    let with = |key: &str, value: serde_json::Value| {
        let mut channel = whole.clone();
        channel[key] = value;
        channel_faults(&channel, PNG)
    };
    let one = |faults: Vec<String>, what: &str| {
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("resources.json:1:") && faults[0].contains(what), "{faults:?}");
        assert!(faults[0].contains("; "), "{faults:?}");
    };
    one(channel_faults(&json!("chat"), PNG), "channel: the string \"chat\", where the documents have an object");
    one(channel_faults(&json!({"sync": {"push": "https://a.example"}}), PNG), "channel.channelLogoPath: missing");
    one(channel_faults(&json!({"channelLogoPath": "/app/logo.png"}), PNG), "channel.sync: missing");
    one(with("sync", json!({"pull": "https://a.example"})), "channel.sync.push: missing");
    one(with("sync", json!({"push": "a.example"})), "channel.sync.push: the string \"a.example\"");
    one(with("updateRecords", json!("true")), "channel.updateRecords: the string \"true\", where the documents have a boolean");
    one(with("contentTypes", json!(["text/html", "text/markdown"])), "channel.contentTypes[1]: \"text/markdown\"");
    one(with("acceptAttachment", json!(true)), "did you mean \"acceptAttachments\"?");
    one(with("channelLogoPath", json!("/img/logo.png")), "channel.channelLogoPath: the string \"/img/logo.png\"");
    one(with("channelLogoPath", json!("/app/logo.svg")), "channel.channelLogoPath: the string \"/app/logo.svg\"");
    one(with("channelLogoPath", json!("/app/other.png")), "the channel's logo \"/app/other.png\" does not exist");
    one(with("channelLogoPath", json!("/app/../../logo.png")), "the channel's logo \"/app/../../logo.png\" does not exist");
    one(channel_faults(&whole, b"GIF89a"), "is no png and no jpg");
}

#[test]
fn a_logo_has_500_kilobytes_at_most() {
    let whole = json!({"channelLogoPath": "/app/logo.png", "sync": {"push": "https://a.example"}});
    let of = |size: usize| channel_faults(&whole, &[PNG, &vec![0; size - PNG.len()]].concat());
    assert_eq!(of(500 * 1024), Vec::<String>::new());
    let faults = of(500 * 1024 + 1);
    assert!(faults.len() == 1 && faults[0].contains("has 512001 bytes, more than 512000"), "{faults:?}");
}
