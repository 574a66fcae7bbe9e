//! Bad input: a clear error that says where and what to write, and nothing else lost. People read what the program says then, so all of it
//! is kept in snapshots.

#[path = "cli/support.rs"]
mod support;

use cucumber::{given, when};
use deskspec::clock::Instant;
use deskspec::host::desk::Action;
use deskspec::host::{Effect, Host, Input, Model};
use deskspec::record::{Fault, RunRecord, ScenarioRecord, Status};
use deskspec::report::{Console, Progress as _, Style};
use deskspec::run::{OnDesk, Plan, Runner, Selection, targets};
use deskspec::scenario::{Scenario, Setup};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::{Project, Ran, deskspec, run};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What stands in a folder of the repository, in order.
fn listed(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a name")
}

/// A feature whose second scenario is sound.
fn feature(steps: &str) -> String {
    let steps: String = steps.lines().map(|line| format!("    {line}\n")).collect();
    format!("Feature: Bad input\n\n  Scenario: What is wrong stands here\n{steps}\n{SOUND}")
}

const SOUND: &str = r#"  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
"#;

/// Each feature under `tests/cli/bad` has one thing wrong with it, and says in its first line how the program ends. A second scenario passes
/// all the same.
#[test]
fn what_a_feature_says_wrongly_is_told_and_the_others_run() {
    let features: Vec<_> = listed("tests/cli/bad").into_iter().filter(|path| path.is_file()).collect();
    assert!(features.len() > 25, "the cases are gone");
    for path in features {
        let text = fs::read_to_string(&path).expect("a feature");
        let code = text.lines().next().and_then(|line| line.strip_prefix("# exit ")).expect("its exit code").parse().expect("a number");
        let ran = run(deskspec(&root().join("tests/cli/bad")).args(["run", name(&path)])).exits(code).says(&["2 scenarios (1 passed, 1 "]);
        assert!(ran.out.contains(&format!("{}:", name(&path))), "no place:\n{}", ran.out);
        assert!(ran.out.contains("help: "), "no help:\n{}", ran.out);
        insta::assert_snapshot!(format!("feature_{}", name(&path).trim_end_matches(".feature")), ran.told());
    }
}

/// Each package under `fixtures/extensions/unreadable` has one thing wrong with it.
#[test]
fn a_package_that_cannot_be_read_is_told_and_the_others_run() {
    let packages = listed("fixtures/extensions/unreadable");
    assert!(packages.len() > 7, "the cases are gone");
    for path in packages {
        let option = format!("guard=fixtures/extensions/unreadable/{}", name(&path));
        let args = ["run", "--fixtures", "fixtures", "--extension", &option, "tests/cli/features/guard.feature"];
        let ran = run(deskspec(root()).args(args));
        let ran = ran.exits(3).says(&["2 scenarios (1 passed, 1 failed)", "help: "]);
        insta::assert_snapshot!(format!("package_{}", name(&path)), ran.told());
    }
}

fn ticket_from(fixture: &str) -> Project {
    Project::new().file("features/bad.feature", feature(&format!("Given the ticket \"26811000000760569\" as in \"{fixture}\"")))
}

fn goes_on(ran: Ran) -> Ran {
    ran.says(&["2 scenarios (1 passed, 1 failed)"])
}

#[test]
fn a_fixture_of_100_megabytes_is_refused_before_it_is_read() {
    let project = ticket_from("big").file("fixtures/big.json", "{}");
    let file = fs::File::options().write(true).open(project.path("fixtures/big.json")).expect("a file");
    file.set_len(100 << 20).expect("a file with a hole in it");
    insta::assert_snapshot!(goes_on(project.deskspec(&["run"]).exits(3)).told());
}

#[test]
fn a_fixture_nested_10000_deep_is_refused() {
    for (ending, text) in [
        ("json", format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))),
        ("yaml", format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))),
        ("yml", (0..10_000).map(|depth| format!("{}a:\n", " ".repeat(depth % 200))).collect()),
    ] {
        let project = ticket_from("deep").file(&format!("fixtures/deep.{ending}"), text);
        goes_on(project.deskspec(&["run"]).exits(3)).says(&["cannot be read: ", &format!("fixtures/deep.{ending}:"), "help: "]);
    }
    let json = ticket_from("deep").file("fixtures/deep.json", format!("{}{}", "{\"a\":".repeat(10_000), "1"));
    insta::assert_snapshot!(goes_on(json.deskspec(&["run"]).exits(3)).told());
}

/// The same in a doc string and in a vendor's manifest.
#[test]
fn nothing_nested_10000_deep_is_read_anywhere() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let steps = format!("Given the service \"https://a.example\" answers 200 with\n  \"\"\"json\n  {deep}\n  \"\"\"");
    let inline = Project::new().file("features/bad.feature", feature(&steps));
    goes_on(inline.deskspec(&["run"]).exits(3)).says(&["cannot be read: ", "help: "]);
    let package = Project::new()
        .file("features/bad.feature", feature("Given the extension \"guard\" from \"guard\""))
        .file("fixtures/guard/plugin-manifest.json", deep);
    goes_on(package.deskspec(&["run"]).exits(3)).says(&["fixtures/guard/plugin-manifest.json", "help: "]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_fixtures_root_is_not_followed() {
    let project = ticket_from("link").file("secret.json", "{\"subject\": \"secret\"}").file("fixtures/other.json", "{}");
    std::os::unix::fs::symlink("../secret.json", project.path("fixtures/link.json")).expect("a link");
    let ran = goes_on(project.deskspec(&["run"]).exits(3));
    assert!(!ran.told().contains("\"secret\""), "{}", ran.told());
    insta::assert_snapshot!(ran.told());
}

/// Neither a package's folder nor a file of it.
#[cfg(unix)]
#[test]
fn a_package_behind_a_link_that_leaves_its_root_is_not_read() {
    let steps = "Given the extension \"guard\" from \"guard\"";
    let manifest = r#"{"modules": {"widgets": [{"name": "Guard", "location": "desk.background", "url": "/app/guard.html"}]}}"#;
    let page = "<script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js\"></script><script src=\"guard.js\"></script>";
    let outside = || {
        Project::new()
            .file("features/bad.feature", feature(steps))
            .file("outside/plugin-manifest.json", manifest)
            .file("outside/app/guard.html", page)
            .file("outside/app/guard.js", "ZOHODESK.extension.onload();")
    };
    let project = outside().file("fixtures/guard/plugin-manifest.json", manifest).file("fixtures/guard/app/guard.html", page);
    std::os::unix::fs::symlink("../../../outside/app/guard.js", project.path("fixtures/guard/app/guard.js")).expect("a link");
    goes_on(project.deskspec(&["run"]).exits(3)).says(&["fixtures/guard/app/guard.html:1:", "leaves the package"]);
    let project = outside().file("fixtures/other.json", "{}");
    std::os::unix::fs::symlink("../outside", project.path("fixtures/guard")).expect("a link");
    let ran = project.deskspec(&["run"]);
    assert_ne!(ran.code, 0, "a folder outside the fixtures root was read:\n{}", ran.told());
    goes_on(ran).says(&["fixtures"]);
    // What the command line names is its author's own choice.
    project.deskspec(&["run", "--extension", "guard=outside"]).exits(0);
}

#[test]
fn a_feature_that_is_not_utf_8_stops_none_of_the_others() {
    let project = Project::new()
        .file("features/a-latin-1.feature", b"Feature: Caf\xe9\n  Scenario: s\n    Given the ticket \"1\"\n")
        .file("features/b-utf-16.feature", b"\xff\xfeF\0e\0a\0t\0u\0r\0e\0:\0")
        .file("features/c-binary.feature", b"\0\x01\x02\x03")
        .file("features/d-sound.feature", format!("Feature: Sound\n{SOUND}"));
    let ran = project.deskspec(&["run", "--report", "junit=report.xml"]).exits(3).says(&["1 scenario (1 passed)"]);
    let report = fs::read_to_string(project.path("report.xml")).expect("the report is written");
    assert!(report.contains("a-latin-1.feature") && report.contains("Another scenario goes on"), "{report}");
    insta::assert_snapshot!(ran.told());
}

/// Every error of every file, in one go, each with its place.
#[test]
fn broken_gherkin_is_told_with_all_its_errors() {
    let project = Project::new()
        .file("features/a.feature", "Feature: A\n  Scenario: s\n    Given the ticket \"1\"\n    Wen the agent closes the ticket\n    Thne it is closed\n")
        .file("features/b/b.feature", "Scenario: no feature\n  Given the ticket \"1\"\n")
        .file("features/c.feature", "Feature: C\n  Scenario: s\n    Given the ticket \"1\" with\n      | a | b |\n      | c |\n    Given t\n      \"\"\"\n      open\n")
        .file("features/d.feature", "# language: klingonn\nFeature: D\n")
        .file("features/e.feature", "")
        .file("features/f.feature", format!("Feature: Sound\n{SOUND}"));
    let ran = project.deskspec(&["run"]).exits(3).says(&["1 scenario (1 passed)"]);
    for place in
        ["features/a.feature:4:5", "features/a.feature:5:5", "features/b/b.feature:1:1", "features/c.feature:5:7", "features/d.feature:1:"]
    {
        assert!(ran.out.contains(place), "no {place} in:\n{}", ran.out);
    }
    insta::assert_snapshot!(ran.told());
}

/// A folder that may not be read stops neither what stands beside it nor what comes after it.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_stops_none_of_the_others() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let sound = format!("Feature: Sound\n{SOUND}");
    let project = Project::new().file("features/a.feature", &sound).file("features/m/m.feature", &sound).file("features/z.feature", &sound);
    let closed = project.path("features/m");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("permissions");
    let mut command = deskspec(&project.path(""));
    command.arg("run");
    if fs::read_dir(&closed).is_ok() {
        // Root reads everything: somebody else must look.
        command.uid(65534).gid(65534);
    }
    let started = command.output();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("permissions");
    let Ok(output) = started else {
        println!("skipped: nobody but root may start the program here");
        return;
    };
    let out = String::from_utf8(output.stdout).expect("it writes UTF-8");
    assert_eq!(output.status.code(), Some(3), "{out}");
    assert!(out.contains("features/m: ") && out.contains("features/a.feature  ✓ 1") && out.contains("features/z.feature  ✓ 1"), "{out}");
}

#[test]
fn a_tag_operator_that_is_misspelt_is_told_with_its_column() {
    let project = Project::new().file("features/sound.feature", format!("Feature: Sound\n{SOUND}"));
    insta::assert_snapshot!(project.deskspec(&["run", "--tags", "@slow adn not @fast"]).exits(2).told());
}

// What the shipped vocabulary and model cannot be made to do: two definitions of one sentence, a step that panics, a model that breaks.

#[given("the roof has two names")]
fn one_roof(_: &mut Scenario) {}

#[given(expr = "the {word} has two names")]
fn another_roof(_: &mut Scenario, _thing: String) {}

#[when("the roof falls in")]
fn falls_in(_: &mut Scenario) {
    panic!("the beams were rotten");
}

fn ran(steps: &str, wrap: Option<Box<deskspec::scenario::Wrap>>) -> (Record, String) {
    let project = Project::new().file("bad.feature", feature(steps));
    let file = project.path("bad.feature");
    let (targets, errors) = targets(&[file.display().to_string()]);
    assert!(errors.is_empty(), "{errors:?}");
    let plan = Plan::read(&targets, Selection::default());
    let mut setup = Setup::default();
    setup.wrap = wrap;
    let setup = Arc::new(setup);
    let mut out = Vec::new();
    let mut console = Console::new(&mut out, Style::PLAIN).files(plan.files());
    let mut scenarios = Vec::new();
    let mut ended = |scenario: &ScenarioRecord| {
        console.scenario(scenario);
        scenarios.push(scenario.clone());
    };
    let run = Runner::on_desk(OnDesk::new(setup)).run(&plan, &mut ended).expect("it runs");
    console.finish(&run, &scenarios, &[], &|file| fs::read_to_string(file).ok()).expect("it is written");
    let folder = format!("{}/", file.parent().expect("a folder").display());
    let told = String::from_utf8(out).expect("UTF-8").replace(&folder, "");
    let told = told.lines().filter(|line| !line.trim_end().ends_with(" s")).collect::<Vec<_>>().join("\n");
    (Record { run, scenarios }, told)
}

struct Record {
    run: RunRecord,
    scenarios: Vec<ScenarioRecord>,
}

fn ends(record: &Record) -> Vec<Status> {
    record.scenarios.iter().map(|scenario| scenario.status).collect()
}

#[test]
fn an_ambiguous_step_names_the_sentences_that_it_fits() {
    let (record, told) = ran("Given the roof has two names", None);
    assert_eq!(ends(&record), [Status::Ambiguous, Status::Passed]);
    assert!(record.scenarios[0].failed() && record.run.has(Fault::Feature));
    assert!(told.contains("bad.feature:4:11") && told.contains("1 ambiguous"), "{told}");
    // They stand in no file of the vocabulary's, and so are told as they match.
    let help = &record.scenarios[0].failures[0].help;
    for sentence in ["`^the roof has two names$`", "`^the ([^\\s]+) has two names$`"] {
        assert!(help.as_ref().is_some_and(|help| help.contains(sentence)), "{help:?}");
    }
}

#[test]
fn a_panic_in_a_step_fails_its_scenario_alone() {
    let (record, told) = ran("Given the ticket \"1\"\nWhen the roof falls in\nThen the ticket has no comment", None);
    assert_eq!(ends(&record), [Status::Failed, Status::Passed]);
    assert!(record.run.has(Fault::Model), "a panic is our fault: {:?}", record.scenarios[0].failures);
    assert_eq!(record.scenarios[0].steps[2].status, Status::Skipped);
    let place = format!("tests/cli_bad_input.rs:{}", lines_to("the beams were rotten"));
    assert!(told.contains(&place), "no {place} in:\n{told}");
    insta::assert_snapshot!(told.replace(&place, "tests/cli_bad_input.rs:LINE"));
}

/// The line of this file on which a text stands first.
fn lines_to(text: &str) -> usize {
    include_str!("cli_bad_input.rs").lines().position(|line| line.contains(text)).expect("it is there") + 1
}

/// A model that breaks when an agent opens ticket 26811000000760569.
struct Breaks {
    sound: Box<dyn Model>,
    panics: bool,
}

impl Model for Breaks {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        let closes = matches!(&input, Input::Act { what: Action::Close(it), .. } if it.ticket != "1");
        assert!(!(closes && self.panics), "the model broke");
        let mut effects = self.sound.apply(now, input);
        for effect in &mut effects {
            if let (true, Effect::Deliver { payload, .. }) = (closes, effect) {
                *payload = serde_json::json!({"ticket.status": 7});
            }
        }
        effects
    }

    fn host(&self) -> Host<'_> {
        self.sound.host()
    }
}

fn broken(panics: bool) -> (Record, String) {
    let steps = "Given the ticket \"26811000000760569\"\nAnd the extension \"crm\" at \"desk.background\"\n\
                 When the agent opens the ticket \"26811000000760569\"\nAnd the agent closes the ticket";
    ran(steps, Some(Box::new(move |sound| Box::new(Breaks { sound, panics }))))
}

#[test]
fn a_panic_in_the_model_fails_its_scenario_alone() {
    let (record, told) = broken(true);
    assert_eq!(ends(&record), [Status::Failed, Status::Passed]);
    assert!(record.run.has(Fault::Model), "{told}");
    assert!(told.contains("the model broke") && told.contains("please report this"), "{told}");
}

#[test]
fn a_payload_that_breaks_the_catalogue_is_our_fault() {
    let (record, told) = broken(false);
    assert_eq!(ends(&record), [Status::Failed, Status::Passed]);
    assert!(record.run.has(Fault::Model), "{told}");
    insta::assert_snapshot!(told);
}
