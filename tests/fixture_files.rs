//! Names → files → values, and what is refused on the way: each refusal with its place and an edit.

use deskspec::compare::Path;
use deskspec::fixture::{DEPTH_LIMIT, Fixture, FixtureError, Fixtures, Format, SIZE_LIMIT, write};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("deskspec-fixture-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        fs::create_dir_all(path.join("fixtures/payloads")).expect("a folder");
        Self(path)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join("fixtures").join(name), content).expect("a file");
        self
    }

    fn fixtures(&self) -> Fixtures {
        Fixtures::new(self.0.join("fixtures"))
    }

    fn load(&self, name: &str) -> Result<Fixture, FixtureError> {
        self.fixtures().load(name)
    }

    /// The error, with the folder's own path taken out.
    fn refusal(&self, name: &str) -> (String, String) {
        let error = self.load(name).expect_err(name);
        let strip = |text: &str| text.replace(&format!("{}/", self.0.display()), "");
        (strip(&error.to_string()), strip(&error.help))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_fixture_is_named_by_its_path_without_the_ending() {
    let folder = Folder::new();
    folder.put("payloads/ticket_status.changed.closed.json", "{\"a\": 1}").put("b.yaml", "a: 1\n").put("c.yml", "- x\n");
    let fixture = folder.load("payloads/ticket_status.changed.closed").expect("a fixture");
    assert_eq!((fixture.value.clone(), fixture.format), (json!({"a": 1}), Format::Json));
    assert!(fixture.file.ends_with("fixtures/payloads/ticket_status.changed.closed.json"));
    assert_eq!(folder.load("b").expect("a fixture").value, json!({"a": 1}));
    assert_eq!(folder.load("c").expect("a fixture").value, json!(["x"]));
    assert_eq!(folder.fixtures().root(), folder.0.join("fixtures"));
}

#[test]
fn a_wrong_name_is_answered_with_the_right_one() {
    let folder = Folder::new();
    folder.put("payloads/closed.json", "1").put("twice.json", "1").put("twice.yml", "1").put("notes.txt", "x");
    fs::create_dir(folder.0.join("fixtures/folder.json")).expect("a folder");
    let table = [
        ("payloads/closd", "fixtures: there is no fixture \"payloads/closd\" under fixtures", "did you mean \"payloads/closed\"?"),
        ("closed", "fixtures: there is no fixture \"closed\" under fixtures", "did you mean \"payloads/closed\"?"),
        (
            "payloads/closed.json",
            "fixtures: there is no fixture \"payloads/closed.json\" under fixtures",
            "did you mean \"payloads/closed\"?",
        ),
        (
            "closed/inside/deep/down",
            "fixtures: there is no fixture \"closed/inside/deep/down\" under fixtures",
            "create fixtures/closed/inside/deep/down.json",
        ),
        ("payload/clsoed", "fixtures: there is no fixture \"payload/clsoed\" under fixtures", "did you mean \"payloads/closed\"?"),
        (
            "twice",
            "fixtures/twice.json: the fixture \"twice\" is there twice: fixtures/twice.json and fixtures/twice.yml",
            "rename or remove one of them",
        ),
        ("folder", "fixtures/folder.json: it is a folder, not a file", "name a fixture inside it, or rename the folder"),
    ];
    for (name, message, help) in table {
        let (found, found_help) = folder.refusal(name);
        assert_eq!((found.replace(&folder.0.display().to_string(), ""), found_help.as_str()), (message.to_owned(), help), "{name}");
    }
    let missing = Fixtures::new(folder.0.join("nowhere")).load("a").expect_err("no root");
    assert!(missing.message.contains("does not exist") && missing.help.contains("--fixtures"), "{missing}");
    assert!(folder.load(&"x".repeat(5000)).expect_err("a long name").message.contains("there is no fixture"));
}

#[test]
fn nothing_outside_the_root_is_read() {
    let folder = Folder::new();
    fs::write(folder.0.join("secret.json"), "{\"secret\": true}").expect("a file");
    for name in ["../secret", "payloads/../../secret", "/etc/hostname", "..\\secret", "C:secret", "payloads\\..\\..\\secret"] {
        let (message, help) = folder.refusal(name);
        assert!(message.contains("leaves the fixtures root fixtures"), "{name}: {message}");
        assert!(help.starts_with("name a fixture by its path under fixtures"), "{help}");
    }
    for name in ["", "a//b", "a/", "./a", "a\0b", "a\\b", "."] {
        assert!(folder.load(name).is_err(), "{name:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_no_way_out() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    fs::write(folder.0.join("secret.json"), "{\"secret\": true}").expect("a file");
    fs::create_dir(folder.0.join("outside")).expect("a folder");
    fs::write(folder.0.join("outside/x.json"), "1").expect("a file");
    folder.put("real.json", "[1]");
    let link = |to: &str, from: &str| symlink(folder.0.join(to), folder.0.join("fixtures").join(from)).expect("a link");
    link("secret.json", "out.json");
    link("outside", "dir");
    link("fixtures/real.json", "inside.json");
    link("fixtures/nowhere.json", "dangling.json");
    link("fixtures/loop.json", "loop.json");
    symlink("/dev/zero", folder.0.join("fixtures/zero.json")).expect("a link");
    for name in ["out", "dir/x", "zero"] {
        let (message, help) = folder.refusal(name);
        assert!(message.contains("it is a link that leads out of the fixtures root"), "{name}: {message}");
        assert!(help.starts_with("put a copy of it under"), "{help}");
    }
    assert_eq!(folder.load("inside").expect("a fixture").value, json!([1]));
    assert!(folder.refusal("dangling").0.contains("cannot be read"));
    assert!(folder.refusal("loop").0.contains("cannot be read"));
    // The root may itself be a link.
    symlink(folder.0.join("fixtures"), folder.0.join("alias")).expect("a link");
    assert_eq!(Fixtures::new(folder.0.join("alias")).load("real").expect("a fixture").value, json!([1]));
}

#[test]
fn a_large_file_is_refused_without_being_read() {
    let folder = Folder::new();
    let file = fs::File::create(folder.0.join("fixtures/large.json")).expect("a file");
    file.set_len(100 << 20).expect("a sparse file");
    assert_eq!(folder.refusal("large").0, "fixtures/large.json: it has 104857600 bytes; a fixture has at most 8 MiB");
    let just = format!("\"{}\"", "x".repeat(usize::try_from(SIZE_LIMIT).expect("a size") - 2));
    assert!(folder.put("just.json", &just).load("just").is_ok());
    assert!(folder.put("over.json", format!("{just} ")).load("over").is_err());
}

#[test]
fn what_is_no_text_is_refused() {
    let folder = Folder::new();
    folder
        .put("bad.json", b"{\n \"\xc3\xa9\": \"\xff\"}")
        .put("wide.json", b"\xff\xfe{\0}\0")
        .put("empty.json", "")
        .put("blank.yaml", " \n\n");
    folder
        .put("bom.json", "\u{feff}{\"a\": 1}")
        .put("bom.yaml", "\u{feff}a: 1\n")
        .put("comment.yaml", "# only\n")
        .put("marks.json", "\u{feff}");
    assert_eq!(folder.refusal("bad").0, "fixtures/bad.json:2:8: the byte 0xFF is no UTF-8");
    assert!(folder.refusal("wide").0.ends_with("the file is UTF-16"));
    for name in ["empty", "blank", "marks"] {
        assert!(folder.refusal(name).0.ends_with("the file is empty"), "{name}");
    }
    assert!(folder.refusal("comment").0.ends_with("there is no value in it"));
    for name in ["bom.json", "bom.yaml"] {
        let other = if name == "bom.json" { "bom.yaml" } else { "bom.json" };
        fs::rename(folder.0.join("fixtures").join(other), folder.0.join("fixtures/away")).expect("a rename");
        let fixture = folder.load("bom").expect(name);
        assert_eq!(fixture.value, json!({"a": 1}));
        assert_eq!(fixture.position(&"$.a".parse().expect("a path")).map(|span| span.column), Some(if name == "bom.json" { 7 } else { 4 }));
        fs::rename(folder.0.join("fixtures/away"), folder.0.join("fixtures").join(other)).expect("a rename");
    }
}

/// Source, the error behind the file's name, and a part of the help.
#[test]
fn every_error_has_its_place_and_its_edit() {
    let deep = |open: &str, levels: usize, close: &str| format!("{}1{}", open.repeat(levels), close.repeat(levels));
    let bomb = (1..9).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, n| {
        format!("{text}a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(","))
    });
    let staircase = (0..10_000).map(|n| format!("{}a:\n", " ".repeat(n.min(300)))).collect::<String>();
    let json: Vec<(String, &str, &str)> = vec![
        ("{\"a\": 1,}".into(), "1:9: trailing comma", "remove the comma"),
        ("{\"é\": 1,\n \"ü\": tru}".into(), "2:10: expected ident", "double quotes"),
        ("{\"a\": 1".into(), "1:8: the text ends inside an object", "close what is open"),
        ("{\"a\": 1\n\"b\": 2}".into(), "2:1: expected `,` or `}`", "put a comma"),
        ("{a: 1}".into(), "1:2: key must be a string", "double quotes"),
        ("1 2".into(), "1:3: trailing characters", "one value"),
        ("{\"x\": {\"a\": 1, \"b\": 2,\n \"\\u0061\": 3}, oops".into(), "2:2: the key \"a\" is there twice", "the first one is at line 1"),
        ("[1e999]".into(), "1:6: number out of range", "as JSON does"),
        ("\"a\nb\"".into(), "2:1: control character", "\\n"),
        (deep("[", 10_000, "]"), "1:128: nested deeper than 127 levels", "flatten"),
        (deep("{\"a\":", 10_000, "}"), "1:636: nested deeper than 127 levels", "flatten"),
    ];
    let yaml: Vec<(String, &str, &str)> = vec![
        ("a: 1\nb: 2\na: 3\n".into(), "3:1: the key \"a\" is there twice", "the first one is at line 1"),
        ("a: {b: 1, \"b\": 2}\n".into(), "1:11: the key \"b\" is there twice", "keep one"),
        ("a:\n  1: x\n".into(), "2:3: a key must be text", "\"1\""),
        ("true: x\n".into(), "1:1: a key must be text", "\"true\""),
        ("? [a]\n: b\n".into(), "1:3: a key must be text", "plain text"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n".into(), "3:3: merge keys are not taken", "write the keys out"),
        ("a: 1\n---\nb: 2\n".into(), "2:1: a second YAML document begins here", "another fixture"),
        ("é: !secret x\n".into(), "1:4: the tag !secret means nothing here", "remove the tag"),
        ("a: 007\n".into(), "1:4: `007` is a number to some readers of YAML and text to others", "\"007\" in quotes"),
        ("- .inf\n".into(), "1:3: `.inf` is a number", "in quotes"),
        ("a: #string\nb: 1\n".into(), "1:4: to YAML `#string` is a comment", "write it in quotes: '#string'"),
        ("a:\n  - x\n  - ##uuid\n".into(), "3:5: to YAML `##uuid` is a comment", "in quotes"),
        ("a: #[] #id\n".into(), "1:4: to YAML `#[] #id` is a comment", "in quotes"),
        ("a: *nobody\n".into(), "1:4: while parsing node, found unknown anchor", "write the value out"),
        ("a: &a [*a]\n".into(), "1:8: ", "write the value out"),
        ("a: b: c\n".into(), "1:5: mapping values are not allowed", "in quotes"),
        ("a:\n\t- x\n".into(), "2:2: tabs disallowed", "mend the YAML"),
        (bomb, "", "fewer aliases"),
        (deep("[", 10_000, "]"), "1:", "flatten"),
        (deep("- ", 10_000, ""), "1:", "flatten"),
        (deep("{a: ", 10_000, "}"), "1:", "flatten"),
        (staircase, "12", "flatten"),
        (
            format!("a: &a {}\nb: {}*a{}\n", deep("[", 70, "]"), "[".repeat(70), "]".repeat(70)),
            "2:74: nested deeper than 127 levels",
            "flatten",
        ),
    ];
    for (media_type, table) in [("json", json), ("yaml", yaml)] {
        for (source, message, help) in table {
            let error = Fixture::inline("f", &source, Some(media_type), 1, 0).expect_err(&source);
            assert!(error.to_string().starts_with(&format!("f:{message}")), "{}: {error}", &source[..source.len().min(60)]);
            assert!(error.help.contains(help), "{}: {}", &source[..source.len().min(60)], error.help);
        }
    }
    for media_type in ["json", "yaml"] {
        assert!(Fixture::inline("f", &deep("[", DEPTH_LIMIT, "]"), Some(media_type), 1, 0).is_ok(), "{media_type}");
        let over = Fixture::inline("f", &deep("[", DEPTH_LIMIT + 1, "]"), Some(media_type), 1, 0).expect_err("too deep");
        assert!(over.message.starts_with("nested deeper"), "{media_type}: {over}");
    }
}

#[test]
fn yaml_is_json_without_surprises() {
    let source = "no: no\nnum: 1_000\ndate: 2021-06-09\ntime: 12:30\nid: '26811000000760569'\nversion: 1.20\nnothing:\ntilde: ~\nfacts: # about\n- yes\n- true\n-\n- !!str 5\n\
        text: |\n  one\n   two\nfold: >-\n  a\n  b\nbase: &b {x: [1, 2]}\nagain: *b\ncomment: # to do\nhash: a#b\n\"odd key\": \"\\u00e9\"\n";
    let fixture = Fixture::inline("f", source, Some("yaml"), 1, 0).expect("YAML");
    let expected = json!({"no": "no", "num": "1_000", "date": "2021-06-09", "time": "12:30", "id": "26811000000760569", "version": 1.20, "nothing": null, "tilde": null,
        "facts": ["yes", true, null, "5"], "text": "one\n two\n", "fold": "a b", "base": {"x": [1, 2]}, "again": {"x": [1, 2]}, "comment": null, "hash": "a#b", "odd key": "é"});
    assert_eq!(fixture.value, expected);
    assert_eq!(
        fixture.value.as_object().map(|map| map.keys().cloned().collect::<Vec<_>>()),
        expected.as_object().map(|map| map.keys().cloned().collect())
    );
}

#[test]
fn every_value_knows_where_it_stands() {
    let json = "{\n  \"é\": {\"a b\": [10, \"x\"]},\n  \"t\": \"ü\", \"last\": null\n}\n";
    let yaml = "é:\n  a b:\n    - 10\n    - x\nt: ü # c\nlast:\nagain: &k\n  v: |\n    text\nthere: *k\n";
    let table = [
        ("json", json, "$", 1, 1),
        ("json", json, "$[\"é\"]", 2, 8),
        ("json", json, "$[\"é\"][\"a b\"]", 2, 16),
        ("json", json, "$[\"é\"][\"a b\"][1]", 2, 21),
        ("json", json, "$.t", 3, 8),
        ("json", json, "$.last", 3, 21),
        ("json", json, "$[\"é\"].missing.more", 2, 8),
        ("yaml", yaml, "$", 1, 1),
        ("yaml", yaml, "$[\"é\"][\"a b\"]", 3, 5),
        ("yaml", yaml, "$[\"é\"][\"a b\"][1]", 4, 7),
        ("yaml", yaml, "$.t", 5, 4),
        ("yaml", yaml, "$.last", 6, 6),
        ("yaml", yaml, "$.again.v", 8, 6),
        ("yaml", yaml, "$.there", 10, 8),
        ("yaml", yaml, "$.there.v", 10, 8),
    ];
    for (media_type, source, path, line, column) in table {
        let fixture = Fixture::inline("f", source, Some(media_type), 1, 0).expect(source);
        let path: Path = path.parse().expect("a path");
        let span = fixture.position(&path).expect("a place");
        assert_eq!((span.line, span.column), (line, column), "{media_type} {path}");
        let written = &fixture.text[span.start..span.end];
        let value = path.of(&fixture.value);
        if media_type == "json" && value.is_some() {
            assert_eq!(serde_json::from_str::<Value>(written).ok().as_ref(), value, "{path}");
        }
    }
    let inline = Fixture::inline("features/a.feature", "{\n  \"a\": 1\n}", None, 12, 6).expect("JSON");
    assert_eq!(inline.name, "features/a.feature:12");
    let span = inline.position(&"$.a".parse().expect("a path")).expect("a place");
    assert_eq!((span.line, span.column), (13, 14));
    let error = Fixture::inline("features/a.feature", "a: 1\na: 2", Some("application/yaml"), 12, 6).expect_err("a duplicate");
    assert_eq!(error.to_string(), "features/a.feature:13:7: the key \"a\" is there twice");
}

#[test]
fn a_doc_string_is_what_its_media_type_says() {
    let table = [
        ("{\"a\": 1}", None, json!({"a": 1}), Format::Json),
        ("a: 1", None, json!({"a": 1}), Format::Yaml),
        ("{a: 1}", None, json!({"a": 1}), Format::Yaml),
        ("just words", None, json!("just words"), Format::Yaml),
        ("{\"a\": 1}", Some("text/plain"), json!("{\"a\": 1}"), Format::Text),
        ("# Title", Some("markdown"), json!("# Title"), Format::Text),
        ("[1]", Some("application/vnd.api+JSON; charset=utf-8"), json!([1]), Format::Json),
        ("[a]", Some("text/x-yaml"), json!(["a"]), Format::Yaml),
        ("7", Some(" "), json!(7), Format::Json),
    ];
    for (content, media_type, value, format) in table {
        let fixture = Fixture::inline("f", content, media_type, 1, 0).expect(content);
        assert_eq!((fixture.value, fixture.format), (value, format), "{content}");
    }
    let error = Fixture::inline("f", "{\"a\": 1,\n \"b\" 2}", None, 1, 0).expect_err("broken JSON");
    assert_eq!(error.to_string(), "f:2:6: expected `:`");
    let text = Fixture::inline("f", "#string ${x}", Some("text"), 3, 4).expect("a text");
    assert_eq!(text.data(&|_| Some(json!("y")), &[]), Ok(json!("#string y")));
    let unknown = text.data(&|_| None, &[]).expect_err("an unknown name");
    assert_eq!(unknown[0].to_string(), "f:3:5: nothing is kept as \"x\"");
}

#[test]
fn markers_and_names_are_refused_at_their_place() {
    let folder = Folder::new();
    folder.put("a.yaml", "status: '#strin'\nid: \"${tiket}\"\nlist:\n  - '#regex ('\n");
    let fixture = folder.load("a").expect("a fixture");
    let names = fixture.expected(&|name| (name == "ticket").then(|| json!(7)), &["ticket"]).expect_err("an unknown name");
    let shown = |errors: &[FixtureError]| {
        errors.iter().map(|error| error.to_string().replace(&format!("{}/", folder.0.display()), "")).collect::<Vec<_>>()
    };
    assert_eq!(shown(&names), ["fixtures/a.yaml:2:5: nothing is kept as \"tiket\""]);
    assert!(names[0].help.starts_with("did you mean ${ticket}?"), "{}", names[0].help);
    let markers = fixture.expected(&|_| Some(json!(7)), &[]).expect_err("wrong markers");
    assert_eq!(
        shown(&markers),
        ["fixtures/a.yaml:1:9: unknown marker `#strin`", "fixtures/a.yaml:4:5: bad pattern in `#regex (` at character 8: unclosed group"]
    );
    let sent = folder.put("b.json", "{\"id\": \"#id\", \"n\": \"\\\\#5\"}").load("b").expect("a fixture");
    assert_eq!(
        shown(&sent.data(&|_| None, &[]).expect_err("a marker")),
        ["fixtures/b.json:1:8: the marker `#id` stands for no value here"]
    );
}

#[test]
fn writing_is_whole_and_stays_inside() {
    let folder = Folder::new();
    folder.put("a.json", "{\"a\": 1}\n");
    let fixture = folder.load("a").expect("a fixture");
    write(&fixture, "{\"a\": 2}\n").expect("written");
    assert_eq!(folder.load("a").expect("a fixture").value, json!({"a": 2}));
    let changed = write(&fixture, "{}").expect_err("changed since");
    assert_eq!(changed.message, "it has changed since it was read");
    let entries: Vec<_> = fs::read_dir(folder.0.join("fixtures")).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(entries.len(), 2, "nothing is left beside the file: {entries:?}");
    let inline = Fixture::inline("f", "{}", None, 1, 0).expect("JSON");
    assert!(write(&inline, "{}").is_err());
    fs::remove_file(folder.0.join("fixtures/a.json")).expect("removed");
    assert!(write(&fixture, "{}").is_err(), "a fixture is not created");
}

#[cfg(unix)]
#[test]
fn writing_follows_no_link() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    folder.put("a.json", "{\"a\": 1}").put("b.json", "[1]");
    fs::write(folder.0.join("outside.json"), "{\"a\": 1}").expect("a file");
    let fixture = folder.load("a").expect("a fixture");
    fs::remove_file(folder.0.join("fixtures/a.json")).expect("removed");
    symlink(folder.0.join("outside.json"), folder.0.join("fixtures/a.json")).expect("a link");
    assert_eq!(write(&fixture, "{}").expect_err("a link").message, "it has become a link out of the fixtures root");
    assert_eq!(fs::read_to_string(folder.0.join("outside.json")).expect("a file"), "{\"a\": 1}");
    // A link inside the root: the file behind it is written, the link stays.
    symlink(folder.0.join("fixtures/b.json"), folder.0.join("fixtures/c.json")).expect("a link");
    write(&folder.load("c").expect("a fixture"), "[2]").expect("written");
    assert_eq!(folder.load("b").expect("a fixture").value, json!([2]));
    assert!(fs::symlink_metadata(folder.0.join("fixtures/c.json")).expect("a link").is_symlink());
}

proptest! {
    #[test]
    fn no_text_panics(source in "([\\[\\]{}:,\"'#&*!|>%@`\\-? \\n\\t]|a|1|é|\\\\|~|<<|: |- |\\r\\n|&a |\\*a|--- ){0,40}", media_type in prop_oneof![Just(None), Just(Some("json")), Just(Some("yaml"))]) {
        match Fixture::inline("f", &source, media_type, 1, 0) {
            Ok(fixture) => {
                prop_assert!(fixture.position(&Path::default()).is_some());
                prop_assert!(fixture.text.get(fixture.position(&Path::default()).map(|span| span.start..span.end).unwrap()).is_some());
            }
            Err(error) => prop_assert!(error.line >= 1 && error.column >= 1 && !error.message.is_empty() && !error.help.is_empty(), "{:?}", error),
        }
    }

    /// The library's own reader is the oracle for plain documents.
    #[test]
    fn yaml_agrees_with_the_librarys_own_reader(value in prop::collection::btree_map("[a-z]{3}", prop_oneof![
        any::<bool>().prop_map(Value::from), any::<i64>().prop_map(Value::from), any::<f64>().prop_map(|n| json!(n)), ".{0,12}".prop_map(Value::from),
        prop::collection::vec("\\PC{0,6}", 0..3).prop_map(Value::from), Just(Value::Null)], 1..5)) {
        let value = json!(value);
        let source = serde_yaml::to_string(&value).unwrap();
        let options = serde_yaml::options! { strict_booleans: true };
        let oracle: Value = serde_yaml::from_str_with_options(&source, options).unwrap();
        match Fixture::inline("f", &source, Some("yaml"), 1, 0) {
            Ok(fixture) => prop_assert_eq!(fixture.value, oracle, "{}", source),
            Err(error) => prop_assert!(error.message.contains("is a number to some readers") || error.message.contains("is a comment"), "{}: {}", error, source),
        }
    }

    #[test]
    fn json_agrees_with_serde_json(value in prop::collection::vec(("\\PC{0,5}", any::<f64>(), any::<u64>(), prop::option::of("[\\x00-\\x7f]{0,6}")), 0..4)) {
        let value = json!(value);
        let source = serde_json::to_string_pretty(&value).unwrap();
        let fixture = Fixture::inline("f", &source, Some("json"), 1, 0).unwrap();
        prop_assert_eq!(&fixture.value, &value);
        for index in 0..value.as_array().unwrap().len() {
            for part in 0..4 {
                let path: Path = format!("$[{index}][{part}]").parse().unwrap();
                let span = fixture.position(&path).unwrap();
                prop_assert_eq!(serde_json::from_str::<Value>(&fixture.text[span.start..span.end]).ok(), path.of(&value).cloned());
            }
        }
    }
}
