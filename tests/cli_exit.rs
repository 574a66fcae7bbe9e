//! Every exit code that the README documents, each by its cause, and which of several counts: 70, 3, 1, 4.

#[path = "cli/closing.rs"]
mod closing;
#[path = "cli/support.rs"]
mod support;

use closing::{BROKEN, FAILS, UNDEFINED, closing};
use deskspec::cli::Exit;
use std::fs;
use std::io::Write;
use support::Project;

// 0

#[test]
fn exit_0_all_passed() {
    closing().deskspec(&["run"]).exits(0).says(&["4 scenarios (4 passed)", "15 steps (15 passed)"]);
}

/// What is named, and which of the four scenarios run.
#[test]
fn what_is_named_is_run() {
    let project = closing().file("features/deep/er/other.feature", "Feature: O\n  Scenario: Other\n    Given the ticket \"1\"\n");
    for (named, scenarios) in [
        (&["features/closing.feature"][..], 4),
        (&["features"], 5),
        (&["features/"], 5),
        (&["features/deep"], 1),
        (&["features/*.feature"], 4),
        (&["features/**/*.feature"], 5),
        (&["features/d*"], 1),
        (&["features/c?osing.feature", "features/deep"], 5),
        // The same file twice is one file; a whole file swallows a part of it.
        (&["features/closing.feature", "features/closing.feature"], 4),
        (&["features/closing.feature:7", "features/closing.feature"], 4),
        // A line: the feature's, the Background's, a tag's, a scenario's, a step's, an outline's, an Examples row's.
        (&["features/closing.feature:1"], 4),
        (&["features/closing.feature:4"], 4),
        (&["features/closing.feature:6"], 1),
        (&["features/closing.feature:7"], 1),
        (&["features/closing.feature:9"], 1),
        (&["features/closing.feature:17"], 2),
        (&["features/closing.feature:20"], 2),
        (&["features/closing.feature:23"], 2),
        (&["features/closing.feature:24"], 1),
        (&["features/closing.feature:25"], 1),
        // Several lines.
        (&["features/closing.feature:7:25"], 2),
        (&["features/closing.feature:7", "features/closing.feature:12"], 2),
        (&["features/closing.feature:8", "features/closing.feature:9"], 1),
    ] {
        let ran = project.deskspec(&[&["run"][..], named].concat()).exits(0);
        let many = if scenarios == 1 { "1 scenario (1 passed)".to_owned() } else { format!("{scenarios} scenarios ({scenarios} passed)") };
        assert!(ran.out.contains(&many), "{named:?} is not {scenarios}:\n{}", ran.out);
    }
}

#[test]
fn a_line_names_exactly_its_scenario() {
    let project = closing();
    for (line, name) in [(9, "First"), (12, "Second"), (24, "Third, into On Hold"), (25, "Third, into Closed")] {
        let named = format!("features/closing.feature:{line}");
        project.deskspec(&["run", &named, "--report", "junit=r.xml"]).exits(0);
        let report = fs::read_to_string(project.path("r.xml")).expect("a report");
        assert!(report.contains(&format!("name=\"{name}\"")) && report.matches("<testcase").count() == 1, "{line}: {report}");
    }
}

#[test]
fn tags_and_names_select() {
    let project = closing();
    for (options, scenarios) in [
        (&["--tags", "@smoke"][..], 1),
        (&["--tags", "@smoke or @slow"], 2),
        (&["--tags", "not @slow"], 3),
        (&["--tags", "not (@slow or @smoke)"], 2),
        (&["--name", "^Third"], 2),
        (&["--name", "Second|Closed$"], 2),
        (&["--tags", "@smoke or @slow", "--name", "Sec"], 1),
        (&["--tags", "not @slow", "features/closing.feature:7"], 1),
    ] {
        let ran = project.deskspec(&[&["run"][..], options].concat()).exits(0);
        let many = if scenarios == 1 { "1 scenario (".to_owned() } else { format!("{scenarios} scenarios (") };
        assert!(ran.out.contains(&many), "{options:?} is not {scenarios}:\n{}", ran.out);
    }
}

#[test]
fn a_dry_run_executes_nothing_and_finds_what_is_undefined() {
    let project = closing().file("fails/f.feature", FAILS).file("undefined/u.feature", UNDEFINED);
    project.deskspec(&["run", "--dry-run", "features", "fails"]).exits(0).says(&["5 scenarios (5 skipped)", "18 steps (18 skipped)"]);
    project.deskspec(&["run", "--dry-run", "fails", "undefined"]).exits(1).says(&["1 undefined", "undefined/u.feature:3:11"]);
}

#[test]
fn the_seed_alone_changes_what_is_random() {
    let script = "ZOHODESK.extension.onload().then(function () { console.log('random ' + Math.random()); });";
    let project = package(script).file(
        "features/random.feature",
        "Feature: Random\n  Scenario: A number is drawn\n    Given the extension \"guard\" from \"guard\"\n    When the agent goes to the list of tickets\n    Then the extension \"guard\" logs \"random 0.x\"\n",
    );
    let drawn = |args: &[&str]| {
        let ran = project.deskspec(args).exits(1);
        let at = ran.out.find("random 0.").filter(|at| !ran.out[*at..].starts_with("random 0.x"));
        let at = at.or_else(|| ran.out.match_indices("random 0.").map(|(at, _)| at).find(|at| !ran.out[*at..].starts_with("random 0.x")));
        ran.out[at.unwrap_or_else(|| panic!("nothing drawn:\n{}", ran.out))..].chars().take(20).collect::<String>()
    };
    let [first, again, zero, other] = [&["run"][..], &["run"], &["run", "--seed", "0"], &["run", "--seed", "1"]].map(drawn);
    assert_eq!(first, again);
    assert_eq!(first, zero, "the seed is 0 where none is given");
    assert_ne!(first, other);
}

/// A package called `guard` below the fixtures root, of one background widget.
fn package(script: &str) -> Project {
    Project::new()
        .file(
            "fixtures/guard/plugin-manifest.json",
            r#"{"service": "DESK", "modules": {"widgets": [{"name": "Guard", "location": "desk.background", "url": "/app/guard.html"}]}}"#,
        )
        .file(
            "fixtures/guard/app/guard.html",
            "<!DOCTYPE html>\n<script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js\"></script>\n<script src=\"guard.js\"></script>\n",
        )
        .file("fixtures/guard/app/guard.js", script)
}

const REFUSES: &str = "ZOHODESK.extension.onload().then(function (App) { App.instance.on('ticket.close', function () { return Promise.reject({msg: 'REASON'}); }); });";

/// `--extension` puts a package in the place of the one that features name; without a name, the folder's name is it.
#[test]
fn a_package_under_test_takes_the_place_of_another() {
    let feature = "Feature: f\n  Scenario: s\n    Given the ticket \"1\"\n    And the extension \"guard\" from \"guard\"\n    And the agent has the ticket \"1\" open\n    When the agent closes the ticket\n    Then the action is stopped with \"mine\"\n";
    let other = package(&REFUSES.replace("REASON", "mine"));
    let project = package(&REFUSES.replace("REASON", "theirs")).file("features/f.feature", feature);
    fs::create_dir_all(project.path("work")).expect("a folder");
    fs::rename(other.path("fixtures/guard"), project.path("work/guard")).expect("the other package");
    project.deskspec(&["run"]).exits(1).says(&["it is stopped with \"theirs\""]);
    project.deskspec(&["run", "--extension", "guard=work/guard"]).exits(0);
    project.deskspec(&["run", "--extension", "work/guard"]).exits(0);
    project.deskspec(&["run", "--extension", "work/guard/"]).exits(0);
    let mut zip = zip::ZipWriter::new(fs::File::create(project.path("work/guard.zip")).expect("a file"));
    for file in ["plugin-manifest.json", "app/guard.html", "app/guard.js"] {
        zip.start_file(file, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(&fs::read(project.path("work/guard").join(file)).expect("a file")).expect("its bytes");
    }
    zip.finish().expect("a zip");
    fs::remove_dir_all(project.path("work/guard")).expect("the folder is there");
    project.deskspec(&["run", "--extension", "guard=work/guard.zip"]).exits(0);
    project.deskspec(&["run", "--extension", "work/guard.zip"]).exits(0);
    fs::write(project.path("work/wrong.zip"), "PK or not").expect("a file");
    project
        .deskspec(&["run", "--extension", "guard=work/wrong.zip"])
        .exits(3)
        .says(&["the package work/wrong.zip cannot be read", "no zip that can be read"]);
    project
        .deskspec(&["run", "--extension", "gaurd=work/guard.zip"])
        .exits(1)
        .says(&["no scenario installed the package under test \"gaurd\""]);
}

#[test]
fn a_mapped_package_of_an_app_is_its_folder() {
    let feature = "Feature: f\n  Scenario: s\n    Given the help desk is Freshdesk\n    And the extension \"app\"\n    Then the extension \"app\" logs \"heard of kit\"\n";
    let project = closing()
        .file("features/app.feature", feature)
        .file(
            "app/manifest.json",
            "{\"platform-version\": \"2.3\", \"product\": {\"freshdesk\": {}}, \"dependencies\": {\"kit\": \"1.0.0\"}}",
        )
        .file("app/server/server.js", "console.log('heard of ' + require('kit').name); exports = {};")
        .file("node_modules/kit/package.json", "{\"main\": \"lib\"}")
        .file("node_modules/kit/lib.js", "exports.name = 'kit';");
    let args = ["run", "features/app.feature", "--extension", "app=app", "--map", "kit=node_modules/kit"];
    project.deskspec(&args).exits(0);
    project.deskspec(&args[..4]).exits(1).says(&["--map kit=node_modules/kit"]);
}

#[test]
fn another_fixtures_root_and_a_mapped_script() {
    let feature = "Feature: f\n  Scenario: s\n    Given the ticket \"1\" as in \"ticket\"\n    And the extension \"guard\" from \"guard\"\n    And the agent has the ticket \"1\" open\n    When the agent closes the ticket\n    Then the action is stopped with \"mapped\"\n";
    let project =
        package("ZOHODESK.extension.onload();").file("features/f.feature", feature).file("lib.js", REFUSES.replace("REASON", "mapped"));
    let project = project.file("fixtures/ticket.json", "{\"subject\": \"s\"}").file(
        "fixtures/guard/app/guard.html",
        "<script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js\"></script><script src=\"https://cdn.example.com/lib.js?v=1\"></script>",
    );
    fs::rename(project.path("fixtures"), project.path("other")).expect("another root");
    let map = "https://cdn.example.com/lib.js?v=1=lib.js";
    project.deskspec(&["run", "--fixtures", "other", "--map", map]).exits(0);
    project
        .deskspec(&["run", "--fixtures", "other"])
        .exits(3)
        .says(&["nothing is loaded from there", "--map https://cdn.example.com/lib.js?v=1=FILE"]);
    project.deskspec(&["run"]).exits(3).says(&["the fixtures root does not exist", "--fixtures"]);
}

// 1

#[test]
fn exit_1_a_scenario_failed_or_is_undefined() {
    let project = closing().file("fails/f.feature", FAILS).file("undefined/u.feature", UNDEFINED);
    project.deskspec(&["run", "features", "fails"]).exits(1).says(&["5 scenarios (4 passed, 1 failed)", "fails/f.feature:5"]);
    project.deskspec(&["run", "features", "undefined"]).exits(1).says(&["5 scenarios (4 passed, 1 undefined)"]);
}

#[test]
fn fail_fast_skips_the_rest() {
    let project = closing().file("features/a.feature", FAILS).file("features/z.feature", FAILS);
    project.deskspec(&["run"]).exits(1).says(&["6 scenarios (4 passed, 2 failed)"]);
    project.deskspec(&["run", "--fail-fast"]).exits(1).says(&["6 scenarios (1 failed, 5 skipped)"]);
    let undefined = closing().file("features/a.feature", UNDEFINED);
    undefined.deskspec(&["run", "--fail-fast"]).exits(1).says(&["5 scenarios (1 undefined, 4 skipped)"]);
}

// 2

/// The command line is wrong: nothing is run, and nothing is printed but the error.
#[test]
fn exit_2_usage() {
    let project = closing();
    for (args, says) in [
        (&["run", "--tags", "@smoke adn @slow"][..], &["--tags, column 8", "did you mean `and`?"][..]),
        (&["run", "--tags", "(@smoke"], &["--tags, column "]),
        (&["run", "--name", "("], &["--name is no regular expression", "unclosed group"]),
        (&["run", "features/[.feature"], &["\"features/[.feature\" is no glob"]),
        (&["run", "--map", "https://a.example/x.js"], &["--map https://a.example/x.js has no file: write --map URL=FILE"]),
        (&["run", "--report", "html=r.html"], &["--report html=… is no report: write --report junit=r.html"]),
        (&["run", "--report", "junit"], &["names no file: write --report junit=report.xml"]),
        (&["run", "--report", "junit="], &["names no file: write --report junit=report.xml"]),
        (&["run", "--seed", "many"], &["invalid value 'many'", "--seed"]),
        (&["run", "--dialect", "older"], &["--dialect older: there is none: the dialects are current and 2018"]),
        (&["run", "--tag", "@smoke"], &["unexpected argument '--tag'", "'--tags'"]),
        (&["rnu"], &["unrecognized subcommand 'rnu'"]),
        (&["steps", "nosuchword"], &["no sentence contains \"nosuchword\""]),
        (&["steps", "brodcast"], &["no sentence contains \"brodcast\": did you mean `deskspec steps broadcast`?"]),
        (&["explain", "ticket.clsoe"], &["nothing is documented under \"ticket.clsoe\": did you mean `deskspec explain ticket.close`?"]),
        (&["explain", "HOOK-99"], &["nothing is documented under \"HOOK-99\": did you mean `deskspec explain HOOK-0"]),
        (&["explain", "zzzzzz"], &["nothing is documented under \"zzzzzz\""]),
        (&["explain"], &["required arguments", "<ID>"]),
        (&["init"], &["required arguments", "<DIR>"]),
        (&[], &["Usage: deskspec <COMMAND>"]),
    ] {
        let ran = project.deskspec(args).exits(2).says(says);
        assert_eq!(ran.out, "", "{args:?}");
    }
}

// 3

/// A named path does not exist: the nearest name is told.
#[test]
fn exit_3_a_named_path_does_not_exist() {
    let project = closing().file("x.js", "");
    for (args, says) in [
        (
            &["run", "features/closign.feature"][..],
            &["features/closign.feature: there is no such file or folder", "did you mean \"features/closing.feature\"?"][..],
        ),
        (&["run", "featurs"], &["featurs: there is no such file or folder", "did you mean \"features\"?"]),
        (
            &["run", "features/closign.feature:7"],
            &["features/closign.feature:7: there is no such file or folder", "did you mean \"features/closing.feature"],
        ),
        (&["run", "nowhere/at/all.feature"], &["nowhere/at/all.feature: there is no such file or folder"]),
        (&["run", "--extension", "guard=nowhere"], &["nowhere: there is no such folder or zip with a package"]),
        (&["run", "--extension", "x.js"], &["x.js: there is no such folder or zip with a package"]),
        (&["run", "--fixtures", "nowhere"], &["nowhere: there is no such folder of fixtures"]),
        (&["run", "--map", "https://a.example/x.js=y.js"], &["y.js: there is no such file for https://a.example/x.js"]),
        (&["run", "--map", "https://a.example/x.js=features"], &["features: there is no such file for https://a.example/x.js"]),
        (&["run", "--map", "axios=node_modules/axios"], &["node_modules/axios: there is no such file for axios"]),
    ] {
        project.deskspec(args).exits(3).says(says);
    }
}

#[test]
fn exit_3_a_feature_cannot_be_read_and_the_others_run() {
    let project = closing().file("features/broken.feature", BROKEN);
    project.deskspec(&["run"]).exits(3).says(&["features/broken.feature:4:5", "did you mean `Then", "4 scenarios (4 passed)"]);
    project.deskspec(&["run", "features/closing.feature", "nowhere"]).exits(3).says(&["nowhere: ", "4 scenarios (4 passed)"]);
}

#[test]
fn exit_3_an_empty_folder_has_no_features() {
    Project::new().deskspec(&["run"]).exits(3).says(&["features: there is no such file or folder"]);
}

/// Each line of deskspec.toml that is wrong, with its place.
#[test]
fn exit_3_the_configuration_cannot_be_read() {
    for (text, says) in [
        ("\ntgas = \"@smoke\"\n", &["deskspec.toml:2:1: unknown field `tgas`", "did you mean `tags`?"][..]),
        ("fail_fast = true\n", &["deskspec.toml:1:1: unknown field `fail_fast`", "did you mean `fail-fast`?"]),
        ("wholly-unknown = 1\n", &["deskspec.toml:1:1: unknown field", "the keys are features, extension, endpoint, listen, fixtures"]),
        ("features = \"features\"\n", &["deskspec.toml:1:12: invalid type: string"]),
        ("tags = \"@smoke\n", &["deskspec.toml:1:"]),
        ("seed = -1\n", &["deskspec.toml:1:8: "]),
        ("[run]\ntags = \"@a\"\n", &["deskspec.toml:1:2: unknown field `run`"]),
    ] {
        closing().file("deskspec.toml", text).deskspec(&["run"]).exits(3).says(says);
    }
    closing()
        .file("deskspec.toml", b"name = \"\xff\"\n")
        .deskspec(&["run"])
        .exits(3)
        .says(&["deskspec.toml: the configuration cannot be read"]);
}

/// What is wrong in the file's values is told as if it stood on the command line.
#[test]
fn the_configuration_may_hold_every_option() {
    let says = |toml: &str, code: i32, says: &[&str]| {
        let project = closing().file("deskspec.toml", toml).file("fails/f.feature", FAILS).file("lib.js", "");
        project.deskspec(&["run"]).exits(code).says(says);
        project
    };
    says("features = [\"fails\"]", 1, &["1 scenario (1 failed)"]);
    says("features = [\"fails\", \"features/closing.feature:7\"]", 1, &["2 scenarios (1 passed, 1 failed)"]);
    says("tags = \"@smoke\"", 0, &["1 scenario (1 passed)"]);
    says("tags = \"@a adn @b\"", 2, &["did you mean `and`?"]);
    says("name = \"^Third\"", 0, &["2 scenarios (2 passed)"]);
    says("features = [\"fails\", \"features\"]\nfail-fast = true", 1, &["5 scenarios (1 failed, 4 skipped)"]);
    says("dry-run = true", 0, &["4 scenarios (4 skipped)"]);
    says("fixtures = \"nowhere\"", 3, &["nowhere: there is no such folder of fixtures"]);
    says("extension = [\"guard=nowhere\"]", 3, &["nowhere: there is no such folder or zip with a package"]);
    says("map = [\"https://a.example/x.js=lib.js\"]", 0, &["4 passed"]);
    says("map = [\"https://a.example/x.js\"]", 2, &["write --map URL=FILE"]);
    says("seed = 7", 0, &["4 passed"]);
    says("accept = true", 0, &["4 passed"]);
    says("dialect = \"current\"", 0, &["4 passed"]);
    says("dialect = \"2019\"", 2, &["--dialect 2019", "did you mean \"2018\"?"]);
    let project = says("report = [\"junit=out/r.xml\"]", 0, &["4 passed"]);
    assert!(project.path("out/r.xml").is_file());
}

#[test]
fn a_run_speaks_a_dialect_where_no_tag_asks_for_another() {
    let step = "    Then \"crm\" at \"desk.background\" is asked \"ticket.status\" with";
    let scenario = |tag: &str, old: &str, new: &str| {
        format!(
            "  {tag}\n  Scenario: {old}\n    Given the ticket \"1\"\n    And the agent has the ticket \"1\" open\n    And the extension \"crm\" at \
             \"desk.background\" allows the hook \"ticket.status\"\n    When the agent sets the status to \"On Hold\"\n{step}\n      \"\"\"yaml\n      \
             {{{old}: Open, {new}: On Hold}}\n      \"\"\"\n"
        )
    };
    let newer = scenario("@dialect:current", "ticket.oldStatus", "ticket.newStatus");
    let feature = format!("Feature: f\n{}{newer}", scenario("", "oldValue", "newValue"));
    let project = Project::new().file("features/f.feature", &feature);
    project.deskspec(&["run"]).exits(1).says(&["2 scenarios (1 passed, 1 failed)"]);
    project.deskspec(&["run", "--dialect", "2018"]).exits(0).says(&["2 scenarios (2 passed)"]);
    let project = project.file("deskspec.toml", "dialect = \"2018\"");
    project.deskspec(&["run"]).exits(0).says(&["2 scenarios (2 passed)"]);
    project.deskspec(&["run", "--dialect", "current"]).exits(1).says(&["2 scenarios (1 passed, 1 failed)"]);
}

#[test]
fn the_command_line_has_the_last_word() {
    let toml = "features = [\"fails\"]\ntags = \"@slow\"\nname = \"nothing\"\nfixtures = \"nowhere\"\nreport = [\"junit=no.xml\"]\nextension = [\"nowhere\"]\n";
    let project = closing().file("deskspec.toml", toml).file("fails/f.feature", FAILS).file("guard/plugin-manifest.json", "{}");
    let args =
        ["run", "features", "--tags", "@smoke", "--name", ".", "--fixtures", ".", "--report", "junit=yes.xml", "--extension", "guard"];
    // The package takes no part, which is told; that it is not the one of the file is what matters here.
    project.deskspec(&args).exits(2).says(&["1 scenario (1 passed)", "the package under test \"guard\""]);
    assert!(project.path("yes.xml").is_file() && !project.path("no.xml").exists());
}

// 4

#[test]
fn exit_4_nothing_was_selected() {
    let project = closing();
    fs::create_dir_all(project.path("empty")).expect("a folder");
    for args in [
        &["run", "--tags", "@nothing"][..],
        &["run", "--name", "^nothing$"],
        &["run", "features/*.nothing"],
        &["run", "empty"],
        &["run", "features/closing.feature:7", "--tags", "@slow"],
    ] {
        project.deskspec(args).exits(4).says(&["nothing was selected", "0 scenarios"]);
    }
    // A glob beside something that is there asks for nothing more.
    project.deskspec(&["run", "features/*.nothing", "features"]).exits(0);
}

// Which of several counts

#[test]
fn of_several_the_first_counts() {
    let project = closing().file("fails/f.feature", FAILS).file("broken/b.feature", BROKEN);
    project.deskspec(&["run", "fails", "broken"]).exits(3).says(&["1 scenario (1 failed)", "cannot be read"]);
    project.deskspec(&["run", "broken", "features", "--tags", "@nothing"]).exits(3);
    project.deskspec(&["run", "fails", "features/*.nothing"]).exits(1);
    let fixture = "Feature: f\n  Scenario: s\n    Given the ticket \"1\" as in \"nothing\"\n";
    project.file("input/i.feature", fixture).deskspec(&["run", "fails", "input"]).exits(3).says(&["2 scenarios (2 failed)"]);
}

/// The model cannot be made to break from the command line: what a break becomes is shown in `cli_bad_input`, and here what it counts for.
#[test]
fn exit_70_counts_more_than_all_others() {
    let mut all = [Exit::Passed, Exit::Empty, Exit::Failed, Exit::Unreadable, Exit::Model, Exit::Usage];
    all.sort();
    let codes: Vec<u8> = all.iter().rev().map(|exit| exit.code()).collect();
    assert_eq!(codes.iter().filter(|code| **code != 2).copied().collect::<Vec<_>>(), [70, 3, 1, 4, 0]);
    assert_eq!(Exit::Usage.code(), 2);
}

#[test]
fn the_help_tells_every_exit_code() {
    let help = Project::new().deskspec(&["--help"]).exits(0).out;
    for exit in [Exit::Passed, Exit::Empty, Exit::Failed, Exit::Unreadable, Exit::Model, Exit::Usage] {
        assert!(help.lines().any(|line| line.trim_start().split(' ').next() == Some(&exit.code().to_string())), "{exit:?} in {help}");
    }
    for command in ["run", "steps", "explain", "init"] {
        let told = Project::new().deskspec(&[command, "--help"]).exits(0);
        assert!(told.out.contains("Usage: deskspec ") && told.err.is_empty(), "{}", told.out);
    }
}
