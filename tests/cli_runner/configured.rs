//! The same options in deskspec.toml.

use crate::closing::closing;

#[test]
fn options_of_the_run_may_stand_in_the_file() {
    let toml =
        "jobs = 1\norder = \"random:7\"\nshard = \"1/2\"\nretry = 2\nfail-flaky = true\nstep-timeout = 30\nreport = [\"rerun=r.txt\"]\n";
    let project = closing().file("deskspec.toml", toml);
    project.deskspec(&["run"]).exits(0).says(&["2 scenarios (2 passed)", "the order was --order random:7"]);
    assert!(project.path("r.txt").is_file());
    project.deskspec(&["run", "--shard", "1/1", "--order", "defined"]).exits(0).says(&["4 scenarios (4 passed)"]);
}

/// Where, and what to write in its place.
#[test]
fn a_wrong_value_is_told_with_its_place_and_the_edit() {
    for (line, says) in [
        ("shard = \"6/5\"", "shards are counted from 1 to 5"),
        ("order = \"rnadom\"", "write defined, random, or random:7"),
        ("step-timeout = 0", "write a number of seconds from 0.001 to 86400"),
        ("jobs = 0", "deskspec.toml:2"),
        ("retry = -1", "deskspec.toml:2"),
        ("shrad = \"1/2\"", "did you mean `shard`?"),
    ] {
        let project = closing().file("deskspec.toml", format!("seed = 7\n{line}\n"));
        project.deskspec(&["run"]).exits(3).says(&["deskspec.toml:2:", says]);
    }
}
