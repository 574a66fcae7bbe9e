//! Where a package may lie: a folder, a zip, the shapes of real ones; and zips that are refused before one byte of them is unpacked.

#[path = "common/package.rs"]
mod package;

use deskspec::extension::package::{Code, Package};
use package::{Folder, SDK, manifest};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The only error of what lies there.
fn error(folder: &Folder, inside: &str) -> String {
    let errors = folder.errors(inside);
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors[0].clone()
}

/// A sound package's files, in the folder `at`.
fn sound(at: &str) -> Vec<(String, String)> {
    let files = [
        ("plugin-manifest.json", manifest("/app/w.html")),
        ("resources.json", "{}".to_owned()),
        ("app/w.html", format!("{SDK}<script src='js/a.js'></script><script src='/lib/b.js'></script>")),
        ("app/js/a.js", "a()".to_owned()),
        ("lib/b.js", "b()".to_owned()),
    ];
    files.into_iter().map(|(file, text)| (format!("{at}{file}"), text)).collect()
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)
}

fn packed(files: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (file, text) in files {
        zip.start_file(file.as_str(), options()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// What runs of a package: its pages' scripts, each with where it stands.
fn scripts(package: &Package) -> Vec<(String, String)> {
    let code = |code: &Code| match code {
        Code::Source(text) | Code::OnLoad(text) => text.to_string(),
        Code::Sdk => "SDK".to_owned(),
    };
    package.widgets[0].page.scripts.iter().map(|script| (script.at.file.clone(), code(&script.code))).collect()
}

#[test]
fn a_zip_is_read_as_its_folder_is() {
    for at in ["", "tracker/", "out/tracker/"] {
        let folder = Folder::new(&[]);
        sound(at).iter().for_each(|(file, text)| folder.write(&format!("unpacked/{file}"), text.as_bytes()));
        folder.write("tracker.zip", &packed(&sound(at)));
        let (plain, zipped) = (folder.read("unpacked").expect("a sound folder"), folder.read("tracker.zip").expect("a sound zip"));
        let places = |package: &Package, root: &str| -> Vec<(String, String)> {
            let all = scripts(package).into_iter();
            all.map(|(file, code)| (folder.plain(&file).strip_prefix(root).expect("it lies there").to_owned(), code)).collect()
        };
        assert_eq!(places(&plain, "unpacked"), places(&zipped, "tracker.zip"));
        assert_eq!(places(&zipped, "tracker.zip")[1], (format!("/{at}app/js/a.js"), "a()".to_owned()));
        assert_eq!((&plain.manifest, &plain.resources), (&zipped.manifest, &zipped.resources));
        assert_eq!(zipped.name, "tracker");
        let modal = Package::page(&folder.0.join("tracker.zip"), "/app/w.html", &BTreeMap::new()).expect("another page");
        assert_eq!(modal.scripts.len(), 3);
    }
}

#[test]
fn faults_in_a_zip_have_their_places() {
    let mut files = sound("");
    files[2].1 = "<p>\n<script src='js/b.js'></script>".to_owned();
    let folder = Folder::new(&[]);
    folder.write("t.zip", &packed(&files));
    assert_eq!(
        error(&folder, "t.zip"),
        "t.zip/app/w.html:2:14: the script \"js/b.js\" does not exist: looked for t.zip/app/js/b.js; the nearest file is \"/lib/b.js\": name that, or add the file"
    );
}

#[test]
fn the_shapes_of_real_packages_are_found() {
    let page = format!("{SDK}<script src='/app/js/a.js'></script>");
    let at_the_top = [("plugin-manifest.json", manifest("/app/w.html")), ("w.html", page.clone()), ("js/a.js", "a()".to_owned())];
    let built = [
        ("public/plugin-manifest.json", manifest("/w.html")),
        ("public/w.html", format!("{SDK}<script src=js/a.js></script>")),
        ("public/js/a.js", "a()".to_owned()),
    ];
    let deeper = [
        ("src/x.js", String::new()),
        ("out/one/plugin-manifest.json", manifest("/app/w.html")),
        ("out/one/app/w.html", page),
        ("out/one/app/js/a.js", "a()".to_owned()),
    ];
    for (files, place) in [(&at_the_top[..], "js/a.js"), (&built, "public/js/a.js"), (&deeper, "out/one/app/js/a.js")] {
        let folder = Folder::new(&files.iter().map(|(file, text)| (*file, text.as_str())).collect::<Vec<_>>());
        let package = folder.read("").unwrap_or_else(|errors| panic!("{place}: {errors:?}"));
        assert_eq!(folder.plain(&scripts(&package)[1].0), place);
    }
}

#[test]
fn who_finds_nothing_says_what_was_looked_for_where() {
    let with = |files: &[(&str, &str)]| Folder::new(files);
    let none = "DIR: no plugin-manifest.json: looked for plugin-manifest.json, and in the folders below";
    assert_eq!(error(&with(&[]), ""), format!("{none}; add plugin-manifest.json, or name the folder that holds one"));
    assert_eq!(error(&with(&[("dist/tracker.zip", "")]), ""), format!("{none}; name the packed one: dist/tracker.zip"));
    assert_eq!(
        error(&with(&[("node_modules/x/plugin-manifest.json", "")]), "").split(';').next(),
        Some(none),
        "what npm keeps is no package"
    );
    assert_eq!(
        error(&with(&[("a/b/c/d/plugin-manifest.json", "{}")]), "").split(';').next(),
        Some(none),
        "nobody looks more than three folders deep"
    );
    let folder = with(&[("plugin-manifest.json", "{}"), ("app/w.html", "")]);
    assert_eq!(
        error(&folder, "app"),
        "app: no plugin-manifest.json: looked for app/plugin-manifest.json, and in the folders below; there is one in app/..: name app/.."
    );
    let several = with(&[("b/plugin-manifest.json", "{}"), ("a/public/plugin-manifest.json", "{}"), ("c/plugin-manifest.json", "{}")]);
    assert_eq!(error(&several, ""), "DIR: 3 packages lie here: b, c, a/public; name one of them: b");
    assert_eq!(
        error(&with(&[("x.js", "x()")]), "x.js"),
        "x.js: a package is a folder or a zip, and this is neither; name what holds plugin-manifest.json"
    );
    assert_eq!(error(&folder, "gone"), "gone: the package's folder does not exist; name the folder that holds plugin-manifest.json");
}

/// Bytes in the place of others, as often as they are there.
fn patched(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

/// The n-th entry of the central directory.
fn header(bytes: &[u8], n: usize) -> usize {
    let starts = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"));
    starts.into_iter().nth(n).expect("an entry")
}

fn refused(bytes: &[u8]) -> String {
    let folder = Folder::new(&[]);
    folder.write("t.zip", bytes);
    error(&folder, "t.zip")
}

fn many(count: usize, text: &str) -> Vec<u8> {
    packed(&(0..count).map(|n| (format!("f{n}"), text.to_owned())).collect::<Vec<_>>())
}

#[test]
fn a_zip_that_could_do_harm_is_refused() {
    let files = |names: [&str; 2]| names.map(|name| (name.to_owned(), "x".to_owned()));
    let again = "; pack the package's own folder again: zet pack";
    for (to, why) in [
        ("../x.js", "leads out of the package"),
        ("/aax.js", "leads out of the package"),
        ("c:/x.js", "leads out of the package"),
        ("..\\x.js", "leads out of the package"),
        ("a/../.x", "leads out of the package"),
        ("aa\0x.js", "leads out of the package"),
    ] {
        let bytes = patched(packed(&files(["aa/x.js", "b.js"])), b"aa/x.js", to.as_bytes());
        let error = refused(&bytes);
        assert!(error.contains(why) && error.ends_with(again), "{to:?}: {error}");
    }
    let twice = patched(packed(&files(["a.js", "b.js"])), b"b.js", b"a.js");
    assert_eq!(refused(&twice), format!("t.zip: the zip has two entries of one name{again}"));
    let slashes = patched(packed(&files(["a/x.js", "b/x.js"])), b"b/x.js", b"a\\x.js");
    assert_eq!(refused(&slashes), format!("t.zip: the zip has two entries \"a/x.js\"{again}"));

    let mut link = zip::ZipWriter::new(Cursor::new(Vec::new()));
    link.add_symlink("app/x.js", "/etc/passwd", options()).expect("a link");
    let link = link.finish().expect("a zip").into_inner();
    assert_eq!(refused(&link), format!("t.zip: the zip's entry \"app/x.js\" is a link{again}"));

    let mut secret = packed(&files(["a.js", "b.js"]));
    let at = header(&secret, 1);
    secret[at + 8] |= 1;
    assert_eq!(refused(&secret), format!("t.zip: the zip's entry \"b.js\" is encrypted{again}"));

    let mut strange = packed(&files(["a.js", "b.js"]));
    let at = header(&strange, 1);
    strange[at + 10] = 12;
    assert!(refused(&strange).contains("\"b.js\" is compressed in another way than deflate"));

    let mut shared = packed(&files(["a.js", "b.js"]));
    let (one, two) = (header(&shared, 0), header(&shared, 1));
    let offset: Vec<u8> = shared[one + 42..one + 46].to_vec();
    shared[two + 42..two + 46].copy_from_slice(&offset);
    assert!(refused(&shared).starts_with("t.zip: the zip has entries that share bytes"), "{}", refused(&shared));
}

#[test]
fn a_zip_that_blows_up_is_refused() {
    let bomb = packed(&[("a.js".to_owned(), " ".repeat(4_000_000))]);
    assert!(bomb.len() < 10_000 && refused(&bomb).contains("\"a.js\" unpacks to 4000000 bytes from "), "{}", refused(&bomb));
    assert!(refused(&many(2_001, "")).starts_with("t.zip: the zip has 2001 entries, more than 2000; pack the package alone"));
    // None of them is large, and all of them are.
    let mut heap = many(1_100, "x");
    let headers: Vec<_> = (0..heap.len()).filter(|at| heap[*at..].starts_with(b"PK\x01\x02")).collect();
    headers.into_iter().for_each(|at| heap[at + 24..at + 28].copy_from_slice(&99_000_u32.to_le_bytes()));
    assert!(refused(&heap).starts_with("t.zip: the zip unpacks to more than 100000000 bytes"), "{}", refused(&heap));
    // An entry that says that it is small: no more is unpacked than a file may have.
    let mut liar = packed(&[("plugin-manifest.json".to_owned(), " ".repeat(6_000_000))]);
    let at = header(&liar, 0);
    liar[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
    let error = refused(&liar);
    assert!(error.contains("the manifest cannot be read") || error.contains("more than 5000000"), "{error}");
}

#[test]
fn what_is_no_zip_is_refused() {
    let sound = packed(&sound(""));
    for bytes in [&b""[..], b"PK", b"not a zip at all", &sound[..sound.len() / 2], &sound[sound.len() / 2..]] {
        let folder = Folder::new(&[]);
        folder.write("t.zip", bytes);
        folder.read("t.zip").expect_err("it is refused");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_zip_makes_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let mut bytes = packed(&sound(""));
        for (at, to) in changes {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        let cut = cut.index(bytes.len() * 4).max(1);
        bytes.truncate(cut);
        let folder = Folder::new(&[]);
        folder.write("t.zip", &bytes);
        if let Ok(package) = folder.read("t.zip") {
            prop_assert_eq!(package.widgets.len(), 1);
        }
    }

    #[test]
    fn no_manifest_no_resources_and_no_page_make_it_panic(parts in prop::collection::vec(part(), 3), noise in ".{0,40}") {
        let [manifest, resources, page] = [&parts[0], &parts[1], &parts[2]];
        let files = [("plugin-manifest.json", manifest.as_str()), ("resources.json", resources), ("app/w.html", page), ("app/translations/en.json", &noise)];
        let folder = Folder::new(&files);
        match folder.read("") {
            Ok(package) => drop(package.faults(deskspec::catalog::Catalog::documented())),
            Err(errors) => prop_assert!(errors.iter().all(|error| !error.text.is_empty() && !error.edit.is_empty())),
        }
    }
}

/// A sound manifest, resources or page with a piece left out, doubled or put elsewhere.
fn part() -> impl Strategy<Value = String> {
    let texts = [
        r#"{"locale": ["en", "../x"], "modules": {"widgets": [{"name": "W", "location": "desk.background", "url": "/app/w.html"}]}, "config": [{"name": 7}]}"#,
        r#"{"channel": {"channelLogoPath": "/app/x.png", "sync": {"push": 5}}, "resources": [{"fields": [[]]}], "permissions": [{}]}"#,
        "<body onload='go()'><script>go()</script><script type=module src=x.js></script><p id=a title=\"<\">x</p><template><script>",
    ];
    let text = prop::sample::select(texts.to_vec());
    (text, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..3_u8).prop_map(
        |(text, a, b, to, how)| {
            let chars: Vec<char> = text.chars().collect();
            let (a, b, to) = (a.index(chars.len()), b.index(chars.len()), to.index(chars.len()));
            let piece = &chars[a.min(b)..a.max(b)];
            let mut all = chars.clone();
            match how {
                0 => drop(all.drain(a.min(b)..a.max(b))),
                _ => drop(all.splice(to..to, piece.iter().copied())),
            }
            all.into_iter().collect()
        },
    )
}
