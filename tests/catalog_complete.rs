//! The catalogue and the host agree, both ways: what is said to be played is exercised by our own features, as their traces show; what the host
//! and the rest of the sources name is an entry; and each event and hook has one file, named after it.
//!
//! That samples keep their shapes, and that references are sound, `catalog.rs` shows; that the requirements' IDs are all here, and no other,
//! `catalog_sources.rs`; that every tag names an entry, `rule_tags.rs`.

mod common;

use deskspec::catalog::{Catalog, Entry, Kind, Platform};
use deskspec::coverage::{Coverage, Scope};
use deskspec::record::{CoverageRecord, EntryCoverage, Exercise};
use deskspec::scenario::Setup;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// What is marked as played and exercised by no feature of ours, each with the reason.
const NOT_YET: &[(&str, &str)] = &[];

fn catalog() -> &'static Arc<Catalog> {
    Catalog::documented()
}

/// What our own features exercise, and each single thing that any of them exercised.
static RUN: LazyLock<(CoverageRecord, BTreeSet<Exercise>)> = LazyLock::new(|| {
    let mut setup = Setup::default();
    setup.exercised = true;
    let records = common::run(common::scenarios(), &Arc::new(setup));
    let red = common::red(&records);
    assert!(red.is_empty(), "{}", red.join("\n"));
    let mut coverage = Coverage::new(Arc::clone(catalog()), Scope::default());
    records.iter().for_each(|record| coverage.add(record));
    (coverage.record(), records.into_iter().flat_map(|record| record.exercised).collect())
});

/// The entries of the help desks that our features are about: the others are told by nobody.
fn told() -> impl Iterator<Item = Entry<'static>> {
    let is_told = |entry: &Entry<'_>| RUN.0.kinds.iter().flat_map(|kind| &kind.entries).any(|told| told.name == entry.label());
    let of = |platform: Platform| Kind::ALL.into_iter().flat_map(|kind| catalog().all(kind)).filter(move |it| it.platform() == platform);
    Platform::ALL.into_iter().filter(move |platform| of(*platform).any(|entry| is_told(&entry))).flat_map(of)
}

fn covered(name: &str, kind: Kind) -> &'static EntryCoverage {
    let of_all = RUN.0.kinds.iter().filter(|it| it.kind.starts_with(&kind.to_string()[..3]));
    of_all.flat_map(|it| &it.entries).find(|it| it.name == name).unwrap_or_else(|| panic!("{kind} {name} is not told"))
}

#[test]
fn whatever_is_played_is_exercised() {
    let played = Kind::ALL.into_iter().flat_map(|kind| catalog().all(kind)).filter(Entry::played);
    let missing: BTreeSet<&str> = played.filter(|entry| !covered(entry.label(), entry.kind()).covered).map(|entry| entry.label()).collect();
    let known: BTreeSet<&str> = NOT_YET.iter().map(|(name, _)| *name).collect();
    assert_eq!(missing.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "played, and exercised by no feature");
    assert_eq!(known.difference(&missing).collect::<Vec<_>>(), Vec::<&&str>::new(), "exercised by now: delete them from the list");
}

/// An event or hook that the model plays is more than fired by hand, and one that it does not play is nothing else.
#[test]
fn whatever_the_host_makes_is_played() {
    for entry in told().filter(|entry| matches!(entry, Entry::Event(_) | Entry::Hook(_))) {
        let told = covered(entry.label(), entry.kind());
        let by_hand = *told.counts.last().expect("the last column counts what was fired by hand");
        assert_eq!(told.scenarios > by_hand, entry.played(), "{}: {} scenarios, {by_hand} by hand", entry.label(), told.scenarios);
    }
}

#[test]
fn what_is_not_played_says_so() {
    for entry in told().filter(|entry| !entry.played()) {
        let told = covered(entry.label(), entry.kind());
        let says = told.gap.as_ref().is_some_and(|gap| gap.text.starts_with("not played"));
        assert!(told.covered || says, "{}: {:?}", entry.label(), told.gap);
        let explained = entry.explain(catalog()).split_whitespace().collect::<Vec<_>>().join(" ");
        let says = if matches!(&entry, Entry::Rule(rule) if rule.checked) {
            "`deskspec check` looks at it"
        } else {
            "the model does not play it yet"
        };
        assert!(explained.contains(says), "{}", entry.label());
    }
}

#[test]
fn every_gap_leads_on() {
    for entry in RUN.0.kinds.iter().flat_map(|kind| &kind.entries) {
        let Some(gap) = &entry.gap else {
            assert!(entry.covered, "{} is a gap", entry.name);
            continue;
        };
        assert!(gap.section.contains(" › "), "{}: {}", entry.name, gap.section);
        match gap.next.strip_prefix("deskspec explain ") {
            Some(id) => assert!(catalog().entry(id).is_some_and(|found| found.label() == entry.name), "{}: {id}", entry.name),
            None => assert!(["Given ", "When "].iter().any(|word| gap.next.starts_with(word)), "{}: {}", entry.name, gap.next),
        }
    }
}

#[test]
fn every_name_in_a_trace_is_an_entry() {
    for exercise in &RUN.1 {
        let (kinds, name): (&[Kind], &str) = match exercise {
            Exercise::Decided(id) => (&[Kind::Rule, Kind::Quirk], id),
            Exercise::Broadcast(name) | Exercise::Heard(name) => (&[Kind::Event], name),
            Exercise::Asked(name) | Exercise::Ended(name, _) | Exercise::AskedSeveral(name) => (&[Kind::Hook], name),
            Exercise::ByHand(name) => (&[Kind::Event, Kind::Hook], name),
            Exercise::Alive(name) | Exercise::Reached(name) => (&[Kind::Location], name),
            Exercise::Read(name) => (&[Kind::Property], name),
            Exercise::Exchanged(name) => (&[Kind::Exchange], name),
            Exercise::Called(name) => (&[Kind::Call], name),
            Exercise::Told(id) => (&[Kind::Message], id),
        };
        assert!(kinds.iter().flat_map(|kind| catalog().all(*kind)).any(|entry| entry.label() == name), "{exercise:?}");
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// IDs stand in strings, where the host decides and extensions are reported, and in comments.
#[test]
fn every_id_in_the_sources_is_an_entry() {
    let id = Regex::new(r"\b(?:LOC|EVT|HOOK|SDK|REST|PCB|RES|CH|FD|Q)-\d+[a-z]?\b").expect("an expression");
    let mut host = 0;
    for file in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&file).expect("a source");
        for found in id.find_iter(&text) {
            let known = catalog().rule(found.as_str()).is_some() || catalog().quirk(found.as_str()).is_some();
            assert!(known, "{}: {}", file.display(), found.as_str());
            host += usize::from(file.starts_with(root().join("src/host")));
        }
    }
    assert!(host > 50, "the host names {host} IDs only");
}

#[test]
fn each_event_and_hook_has_one_file_named_after_it() {
    let folders =
        Platform::ALL.into_iter().flat_map(|it| [("events", Kind::Event), ("hooks", Kind::Hook)].map(|(name, kind)| (it, name, kind)));
    for (platform, folder, kind) in folders {
        let there = files(&root().join("catalog").join(platform.folder()).join(folder), "yaml");
        let there: BTreeSet<String> =
            there.iter().map(|file| file.strip_prefix(root().join("catalog")).expect("it is in it").display().to_string()).collect();
        let plain = |entry: &Entry<'_>| entry.label().replace("${", "").replace('}', "");
        let own = catalog().of(platform);
        let name = |entry: &Entry<'_>| (entry.file().to_owned(), format!("{}/{folder}/{}.yaml", platform.folder(), plain(entry)));
        let named: Vec<(String, String)> = own.all(kind).iter().map(name).collect();
        named.iter().for_each(|(file, name)| assert_eq!(file, name));
        let here: BTreeSet<String> = named.into_iter().map(|(file, _)| file).collect();
        assert_eq!(here, there);
    }
}
