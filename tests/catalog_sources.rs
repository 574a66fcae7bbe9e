//! The catalogue against the documents, where they lie beside the repository.

use deskspec::catalog::{Catalog, Entry, Kind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const FAMILIES: [&str; 11] = ["LOC", "EVT", "HOOK", "SDK", "REST", "PCB", "RES", "CH", "MAN", "FD", "Q"];

fn catalog() -> &'static Catalog {
    Catalog::documented()
}

fn everything() -> Vec<Entry<'static>> {
    Kind::ALL.into_iter().flat_map(|kind| catalog().all(kind)).collect()
}

/// A page or list of the reference folder; `None`, with a printed line, where it does not lie beside the repository.
fn reference(file: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(file);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {} is not there", path.display());
    }
    text
}

fn page(name: &str) -> Option<String> {
    let files: &[&str] = match name {
        "Hooks" => &["desk-hooks.txt"],
        "Events" => &["desk-events.txt"],
        "Channel" => &["desk-channel-push.txt"],
        "Platform" => &["desk-platform.txt"],
        "Freshdesk" => &["freshdesk-product-events.txt"],
        "Practice" => &["sdk-in-practice.md", "sdk-wire-protocol.md", "zet-validate.md", "freshdesk-in-practice.md"],
        other => panic!("no page is called \"{other}\""),
    };
    files.iter().map(|file| reference(file)).collect::<Option<Vec<_>>>().map(|texts| texts.concat())
}

fn split(source: &str) -> (&str, &str) {
    source.split_once(" › ").unwrap_or_else(|| panic!("\"{source}\" is not written as page › section"))
}

/// The ids of the requirements' tables with their rows, for the families that the catalogue carries.
fn required() -> Option<BTreeMap<String, String>> {
    let text = reference("requirements.md")?;
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let known = rows.filter(|(id, _)| id.split_once('-').is_some_and(|(family, _)| FAMILIES.contains(&family)));
    Some(known.map(|(id, row)| (id.to_owned(), row.to_owned())).collect())
}

#[test]
fn every_rule_and_quirk_of_the_requirements_is_here_and_no_other() {
    let Some(required) = required() else { return };
    let here: BTreeSet<String> =
        catalog().rules().map(|rule| rule.id.clone()).chain(catalog().quirks().map(|quirk| quirk.id.clone())).collect();
    let there: BTreeSet<String> = required.keys().cloned().collect();
    assert!(there.len() > 185, "only {} ids were read", there.len());
    assert_eq!(here.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "in the catalogue only");
    assert_eq!(there.difference(&here).collect::<Vec<_>>(), Vec::<&String>::new(), "in the requirements only");
    for rule in catalog().rules() {
        let derived = required[&rule.id].starts_with("(derived)");
        assert!(!derived || rule.derived, "{} is derived", rule.id);
    }
}

/// The bullets below a heading of a page, until the next heading; `None` where there are none.
fn bullets(page: &str, headings: &BTreeSet<&str>, section: &str) -> Option<Vec<String>> {
    let mut lines = page.lines().map(str::trim).skip_while(|line| *line != section);
    assert_eq!(lines.next(), Some(section), "the page has no heading \"{section}\"");
    let below = lines.take_while(|line| !headings.contains(line));
    let found: Vec<String> = below.filter_map(|line| line.strip_prefix('•')).map(|line| line.trim().to_owned()).collect();
    (!found.is_empty()).then_some(found)
}

#[test]
fn every_list_of_locations_is_that_of_the_page() {
    for name in ["Events", "Hooks"] {
        let Some(page) = page(name) else { return };
        let of_events = catalog().events().map(|event| (&event.sources, &event.locations));
        let entries: Vec<_> = of_events.chain(catalog().hooks().map(|hook| (&hook.sources, &hook.locations))).collect();
        let here = |sources: &'static [String]| sources.iter().map(|source| split(source)).find(|(on, _)| *on == name);
        let headings: BTreeSet<&str> = entries.iter().filter_map(|(sources, _)| here(sources)).map(|(_, section)| section).collect();
        assert!(headings.len() >= 15, "{name}: {}", headings.len());
        for (sources, locations) in entries {
            if let Some((_, section)) = here(sources) {
                assert_eq!(&bullets(&page, &headings, section), locations, "{name} › {section}");
            }
        }
    }
}

#[test]
fn every_source_is_a_section_of_its_page() {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    for entry in everything() {
        let sources = entry.sources();
        assert!(!sources.is_empty(), "{} has no source", entry.label());
        for source in sources {
            let (name, section) = split(source);
            if !pages.contains_key(name) {
                let Some(text) = page(name) else { return };
                let spaced = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
                pages.insert(name, spaced.collect::<Vec<_>>().join("\n"));
            }
            assert!(pages[name].lines().any(|line| line.contains(section)), "{}: {source}", entry.label());
        }
    }
}

fn leaves(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(elements) => elements.iter().flat_map(leaves).collect(),
        Value::Object(map) => map.values().flat_map(leaves).chain(map.keys().map(String::as_str)).collect(),
        _ => vec![],
    }
}

#[test]
fn samples_show_what_the_page_shows() {
    let events =
        catalog().events().flat_map(|event| event.samples.iter().chain(event.variants.iter().flat_map(|variant| &variant.samples)));
    let hooks = catalog().hooks().flat_map(|hook| hook.samples.iter().chain(hook.variants.iter().flat_map(|variant| &variant.samples)));
    let bodies = catalog().exchanges().flat_map(|exchange| exchange.request.iter().chain(&exchange.response));
    let calls = catalog().calls().flat_map(|call| call.samples.iter().chain(&call.answers));
    for sample in events.chain(hooks).chain(calls).chain(bodies.flat_map(|body| &body.samples)) {
        let Some(text) = page(split(&sample.source).0) else { return };
        for leaf in leaves(&sample.value) {
            assert!(text.contains(leaf) || text.contains(&leaf.replace('"', "\\\"")), "{}: {leaf}", sample.source);
        }
    }
    for property in catalog().properties() {
        let Some(text) = page(split(&property.sources[0]).0) else { return };
        let named = property.name.split("${").next().unwrap_or_default();
        assert!(text.contains(named) || !property.quirks.is_empty(), "{}", property.name);
        for leaf in property.sample.iter().flat_map(leaves) {
            assert!(text.contains(leaf), "{}: {leaf}", property.name);
        }
    }
}

#[test]
fn texts_are_our_own() {
    let pages: Option<Vec<String>> = ["Hooks", "Events", "Platform", "Channel", "Freshdesk"].iter().map(|name| page(name)).collect();
    let Some(pages) = pages else { return };
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let pages: Vec<String> = pages.iter().map(|page| plain(page)).collect();
    for entry in everything() {
        let json = match entry {
            Entry::Event(event) => vec![&event.text],
            Entry::Hook(hook) => vec![&hook.guards, &hook.refused],
            Entry::Location(location) => vec![&location.text],
            Entry::Property(property) => vec![&property.text],
            Entry::Exchange(exchange) => vec![&exchange.text],
            Entry::Call(call) => vec![&call.text],
            Entry::Rule(rule) => vec![&rule.text],
            Entry::Quirk(quirk) => quirk.readings.iter().map(|reading| &reading.text).collect(),
            Entry::Limit(limit) => vec![&limit.text],
            Entry::Message(message) => vec![&message.text],
        };
        for sentence in json.into_iter().flat_map(|text| text.split(". ")).map(plain).filter(|sentence| sentence.len() > 45) {
            assert!(!pages.iter().any(|page| page.contains(&sentence)), "{}: {sentence}", entry.label());
        }
    }
}
