//! The official test data of Gherkin: documents, pickles and errors equal theirs, ids included.

use deskspec::gherkin::{ast_message, error_message, parse, pickle_messages, pickles};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder of the data with this ending; `None` where the data are not at hand.
fn corpus(folder: &str, ending: &str) -> Option<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/gherkin").join(folder);
    let Ok(entries) = fs::read_dir(&root) else {
        println!("skipped: {} is not there", root.display());
        return None;
    };
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(named).collect();
    files.sort();
    Some(files)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

fn messages(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).expect("a message a line")).collect()
}

fn uri(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name).expect("the data lie in folders");
    format!("../testdata/{}/{}", folder.to_string_lossy(), path.file_name().expect("a file").to_string_lossy())
}

/// What differs in each file of `good/` with this ending.
fn differences(ending: &str) -> Option<(usize, Vec<String>)> {
    let files = corpus("good", ending)?;
    let mut different = Vec::new();
    for path in &files {
        let text = fs::read_to_string(path).expect("the data are UTF-8");
        match parse(&uri(path), &text) {
            Err(errors) => different.push(format!("{}: {errors:#?}", path.display())),
            Ok(document) => {
                let ast = ast_message(&document);
                let expected = messages(&beside(path, ".ast.ndjson"));
                if [ast.clone()] != expected[..] {
                    different.push(format!("{}:\n  expected {}\n  actual   {ast}", path.display(), expected[0]));
                }
                let actual = pickle_messages(&pickles(&document));
                let expected = messages(&beside(path, ".pickles.ndjson"));
                if actual != expected {
                    different.push(format!("{}: pickles\n  expected {expected:?}\n  actual   {actual:?}", path.display()));
                }
            }
        }
    }
    Some((files.len(), different))
}

#[test]
fn good_features_make_the_official_documents_and_pickles() {
    let Some((files, different)) = differences(".feature") else { return };
    assert!(different.is_empty(), "{} of {files} files differ\n{}", different.len(), different.join("\n"));
    assert!(files >= 50, "only {files} files were found");
}

#[test]
fn good_markdown_makes_the_official_documents_and_pickles() {
    let Some((files, different)) = differences(".feature.md") else { return };
    assert!(different.is_empty(), "{} of {files} files differ\n{}", different.len(), different.join("\n"));
    assert!(files >= 5, "only {files} files were found");
}

#[test]
fn bad_features_have_the_official_errors() {
    let Some(files) = corpus("bad", ".feature") else { return };
    assert!(files.len() >= 12, "only {} files were found", files.len());
    for path in files {
        let text = fs::read_to_string(&path).expect("the data are UTF-8");
        let errors = parse(&uri(&path), &text).expect_err("the file is bad");
        let actual: Vec<_> = errors.iter().map(error_message).collect();
        assert_eq!(actual, messages(&beside(&path, ".errors.ndjson")), "{}", path.display());
        for error in errors {
            assert!(error.help.is_some(), "{error} has no help");
        }
    }
}
