//! Broken packages that are a sound one but for one edit: `fixtures/extensions/broken.yaml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What makes a sound package a broken one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    of: String,
    fault: String,
    r#in: String,
    from: String,
    to: String,
}

/// The broken packages, each with the name of the sound one that it is made of.
pub(crate) fn packages(extensions: &Path) -> Vec<(String, PathBuf)> {
    let file = extensions.join("broken.yaml");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let edits: BTreeMap<String, Edit> = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(!edits.is_empty(), "{} has no package", file.display());
    edits.into_iter().map(|(name, edit)| made(extensions, &name, edit)).collect()
}

fn made(extensions: &Path, name: &str, edit: Edit) -> (String, PathBuf) {
    assert!(!edit.fault.is_empty(), "{name} does not say what its fault is");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken").join(name);
    copy(&extensions.join(&edit.of), &folder);
    let file = folder.join(&edit.r#in);
    let sound = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {}: {error}", file.display()));
    assert_eq!(sound.matches(&edit.from).count(), 1, "{name}: {} has not once: {}", edit.r#in, edit.from);
    fs::write(file, sound.replace(&edit.from, &edit.to)).expect("a folder to write to");
    (edit.of, folder)
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to write to");
    for entry in fs::read_dir(from).expect("a folder to read").map(|entry| entry.expect("an entry")) {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), &there).expect("a file to copy");
        }
    }
}
