//! What the vendor's own tool said of twenty public extensions (`../shared/corpus/desk-manifests`), and what `deskspec check --rules vendor`
//! says of them: the same findings in the same order.

use deskspec::catalog::Catalog;
use deskspec::check::{Rules, check};
use deskspec::extension::package::Survey;
use deskspec::record::Severity;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How the tool's messages begin, and what we call them.
const MESSAGES: [(&str, &str); 13] = [
    ("app directory is missing", "zet.validate_appmissing"),
    (" ==> File specified in the \"url\" property is not found", "zet.desk_pluginmanifest_missingfileinappsource"),
    (" ==> app/", "zet.pack_error"),
    (" ==> The \"name\" property should be unique for 'widgets'", "zet.desk_pluginmanifest_duplicatename"),
    (" ==> The zoho services connection should be under", "zet.desk_pluginmanifest_zlabsservicename"),
    (" ==> 'resources.json' file is missing.", "zet.desk_resource_missing_jsonfile"),
    (" ==> Invalid service.", "zet.pluginmanifestrule_invalidservice"),
    (" ==> The \"name\" property should contain only", "zet.desk_pluginmanifest_invalidcharacters"),
    (" ==> Invalid \"url\" property found", "zet.desk_pluginmanifest_invalidurl"),
    (" ==> Only the Zoho Services related connection", "zet.desk_pluginmanifest_authorizationinvalidserviceName"),
    ("PluginManifest file validation", ""),
    ("Note - File formats", ""),
    ("✖ Below file formats", ""),
];

fn messages(verdict: &str) -> Vec<&'static str> {
    let rule = |line: &str| {
        let known = MESSAGES.iter().find(|(begins, _)| line.starts_with(begins));
        known.unwrap_or_else(|| panic!("what does the tool mean by {line:?}?")).1
    };
    verdict.lines().filter(|line| *line != "VALID" && !line.trim().is_empty()).map(rule).filter(|rule| !rule.is_empty()).collect()
}

/// The folder as it was, as far as it is known: its two documents, and files of the sizes that others had.
fn rebuild(known: &Path, package: &Path) {
    for line in fs::read_to_string(known.join("files.txt")).expect("a list").lines() {
        let (bytes, path) = line.split_once('\t').expect("bytes and a path");
        let file = package.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::File::create(&file).and_then(|file| file.set_len(bytes.parse().expect("bytes"))).expect("a file");
    }
    for document in ["plugin-manifest.json", "resources.json"] {
        if known.join(document).is_file() {
            fs::copy(known.join(document), package.join(document)).expect("a copy");
        }
    }
}

#[test]
fn real_packages_have_the_verdict_of_the_vendors_own_tool() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/desk-manifests");
    if !corpus.is_dir() {
        println!("skipped: {} is not there", corpus.display());
        return;
    }
    let mut packages: Vec<PathBuf> = fs::read_dir(corpus).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    packages.sort();
    assert_eq!(packages.len(), 20, "the corpus has another size");
    for known in packages {
        let folder = tempfile::tempdir().expect("a folder");
        rebuild(&known, folder.path());
        let survey = Survey::read(folder.path(), &BTreeMap::new()).expect("a folder that opens");
        let record = check(&survey, Catalog::documented(), Rules::Vendor);
        let verdict = fs::read_to_string(known.join("verdict.txt")).expect("a verdict");
        let found: Vec<&str> = record.findings.iter().map(|found| found.rule.as_str()).collect();
        assert_eq!(found, messages(&verdict), "{}\n{verdict}", known.display());
        let is_valid = record.count(Severity::Error) == 0;
        assert_eq!(is_valid, verdict.trim() == "VALID", "{}\n{verdict}", known.display());
    }
}
