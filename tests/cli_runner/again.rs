//! `--report rerun=LIST` and `run @LIST`

use crate::closing::{UNDEFINED, closing};
use crate::every_kind::every_kind;
use crate::support::Project;
use std::fs;

fn list(project: &Project, name: &str) -> Vec<String> {
    fs::read_to_string(project.path(name)).expect("a list").lines().map(str::to_owned).collect()
}

/// A line each: rows of outlines by their own, files that cannot be read as a whole. Only these run again.
#[test]
fn what_failed_is_listed_and_runs_again() {
    let project = every_kind();
    let first = project.deskspec(&["run", "--report", "rerun=out/failed.txt"]).exits(3);
    let failed = list(&project, "out/failed.txt");
    for line in ["features/kinds.feature:5", "features/kinds.feature:43", "features/more/again.feature:5", "features/broken.feature"] {
        assert!(failed.iter().any(|it| it == line || it.starts_with(&format!("{line}:"))), "no {line} in {failed:#?}");
    }
    assert!(!failed.iter().any(|line| line.starts_with("features/closing.feature")), "what passed is listed: {failed:#?}");
    let again = project.deskspec(&["run", "@out/failed.txt", "--report", "rerun=out/failed.txt"]).exits(3);
    assert_eq!(list(&project, "out/failed.txt"), failed, "reading and writing one list loses nothing");
    let scenarios = |out: &str| out.lines().find(|line| line.contains(" scenarios (")).map(str::to_owned).unwrap_or_default();
    assert!(!scenarios(&again.out).contains("passed") && scenarios(&first.out).contains("passed"), "{}\n{}", first.out, again.out);
}

#[test]
fn an_empty_list_is_no_failure_and_says_so() {
    let project = closing().file("empty.txt", "").file("blank.txt", "\n# nothing failed\n\n");
    for name in ["@empty.txt", "@blank.txt"] {
        project.deskspec(&["run", name]).exits(0).says(&["nothing is run: the list of scenarios to run again is empty"]);
    }
    // Whoever names something beside it wants that run.
    project.deskspec(&["run", "@empty.txt", "features"]).exits(0).says(&["4 scenarios (4 passed)"]);
    // That a selection leaves nothing of a list is another thing.
    let project = project.file("one.txt", "features/closing.feature\n");
    project.deskspec(&["run", "@one.txt", "--tags", "@nothing"]).exits(4);
}

#[test]
fn a_list_that_is_not_there_or_leads_nowhere_is_told() {
    let project = closing().file("failed.txt", "features/gone.feature:3\n");
    project.deskspec(&["run", "@faild.txt"]).exits(3).says(&["there is no such list of scenarios", "failed.txt"]);
    project.deskspec(&["run", "@failed.txt"]).exits(3).says(&["features/gone.feature"]);
}

#[test]
fn blanks_and_colons_in_a_path_do_not_matter() {
    let project = Project::new().file("features/a b: c.feature", UNDEFINED).file("features/d.feature", UNDEFINED);
    project.deskspec(&["run", "features/a b: c.feature", "--report", "rerun=r.txt"]).exits(1);
    assert_eq!(list(&project, "r.txt"), ["features/a b: c.feature:2"]);
    project.deskspec(&["run", "@r.txt"]).exits(1).says(&["1 scenario (1 undefined)"]);
}
