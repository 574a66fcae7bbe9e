//! What steps and hooks attach stands in their own records.

use crate::bench::{AtBench, Bench, Hand, feature, jobs, plan, run, runner, sleep_for_ever};
use cucumber::codegen::LocalBoxFuture;
use cucumber::given;
use deskspec::gherkin::Pickle;
use deskspec::record::{Attachment, Body, Failure};
use deskspec::run::{Backend, Definitions, Hook, HookContext, Options, Runner, attach, attach_file, attach_text, link, log, skip};
use std::sync::Arc;
use std::time::Duration;

#[given(expr = "it attaches {string}")]
fn attaches(hand: &mut Hand, what: String) {
    match what.as_str() {
        "bytes" => attach("image/png", [0x89, b'P', b'N', b'G']),
        "a file" => attach_file("cups.csv", "text/csv", "a,b"),
        "text" => attach_text("application/json", "{}"),
        "a link" => link("https://example.com/"),
        "and hangs" => {
            log("I go");
            hand.bench.count("gone");
            sleep_for_ever();
        }
        line => log(line),
    }
}

#[given(expr = "it attaches {string} and then fails")]
fn attaches_and_fails(_: &mut Hand, what: String) {
    log(what);
    panic!("no");
}

#[given(expr = "it attaches {string} and then skips")]
fn attaches_and_skips(_: &mut Hand, what: String) {
    log(what);
    skip("enough");
}

#[given(expr = "it attaches {string} on another thread")]
fn attaches_elsewhere(_: &mut Hand, what: String) {
    std::thread::spawn(move || log(what)).join().expect("it attaches to nothing");
}

#[given(expr = "it attaches {string} after a while")]
async fn attaches_later(_: &mut Hand, what: String) {
    tokio::time::sleep(Duration::from_millis(2)).await;
    log(what);
}

fn told(attachments: &[Attachment]) -> Vec<String> {
    let one = |it: &Attachment| {
        let (Body::Text(body) | Body::Base64(body)) = &it.body;
        let file = it.file_name.as_deref().unwrap_or_default();
        match it.media_type.as_str() {
            Attachment::LOG => body.clone(),
            kind => format!("{kind} {body} {file}").trim_end().to_owned(),
        }
    };
    attachments.iter().map(one).collect()
}

fn hook(name: &'static str) -> Hook<Hand> {
    Hook::new(name, move |_: &mut Hand, context: &HookContext| {
        let scenario = context.pickle.name.clone();
        Box::pin(async move { log(format!("{name} {scenario}")) })
    })
}

#[test]
fn each_step_and_hook_has_its_own() {
    let scenarios = [
        (
            "",
            "one",
            "it attaches \"bytes\" + it attaches \"a file\" + it attaches \"text\" + it attaches \"a link\" + it attaches \"words\"",
        ),
        ("", "two", "it works + it attaches \"last words\" and then fails + it attaches \"more\""),
        ("", "three", "it attaches \"a word\" and then skips"),
        ("", "four", "it attaches \"to nothing\" on another thread + it attaches \"late\" after a while"),
    ];
    let expected = [
        vec![
            vec!["image/png iVBORw=="],
            vec!["text/csv YSxi cups.csv"],
            vec!["application/json {}"],
            vec!["text/uri-list https://example.com/"],
            vec!["words"],
        ],
        vec![vec![], vec!["last words"], vec![]],
        vec![vec!["a word", "skipped: enough"]],
        vec![vec![], vec!["late"]],
    ];
    for many in [1, 3] {
        let bench = Arc::default();
        let runner = runner(&bench).options(jobs(many)).before(hook("before")).after(hook("after"));
        let ran = run(runner, &plan(&feature(scenarios)));
        for (record, expected) in ran.records.iter().zip(&expected) {
            assert_eq!(record.steps.iter().map(|step| told(&step.attachments)).collect::<Vec<_>>(), *expected, "{}", record.name);
            let hooks = [&record.before, &record.after].map(|hooks| hooks.iter().map(|hook| told(&hook.attachments)).collect::<Vec<_>>());
            assert_eq!(hooks, ["before", "after"].map(|name| vec![vec![format!("{name} {}", record.name)]]));
        }
    }
}

#[test]
fn nothing_comes_into_another_scenario() {
    let hanging = |number: u32| ("", format!("hangs {number}"), "it attaches \"before\" + it attaches \"and hangs\"");
    let quiet = |number: u32| ("", format!("quiet {number}"), "it works");
    let scenarios = (0..4).flat_map(|number| [hanging(number), quiet(number)]);
    for many in [1, 2] {
        let bench: Arc<Bench> = Arc::default();
        let options = Options { step_timeout: Duration::from_millis(150), retry: 1, ..jobs(many) };
        let ran = run(runner(&bench).options(options), &plan(&feature(scenarios.clone())));
        assert_eq!((ran.run.summary.scenarios, bench.counted("gone")), ([4, 0, 0, 0, 0, 4], 8));
        let quiet = ran.records.iter().filter(|record| record.name.starts_with("quiet"));
        quiet.for_each(|record| assert!(record.steps[0].attachments.is_empty(), "{record:?}"));
    }
}

/// Its Worlds attach when they are made, and when they end.
#[derive(Default)]
struct Chatty(AtBench);

impl Backend<Hand> for Chatty {
    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<Hand, Box<Failure>>> {
        log("a World is made");
        self.0.world(pickle)
    }

    fn finish(&self, _: &mut Hand, _: &mut deskspec::record::ScenarioRecord) {
        log("a World is at its end");
    }
}

#[test]
fn what_a_world_attaches_belongs_to_no_step() {
    let runner = Runner::with(Chatty::default(), Arc::new(Definitions::compiled_in())).options(jobs(1));
    let ran = run(runner, &plan(&feature([("", "one", "it works"), ("", "two", "it attaches \"words\"")])));
    let attached: Vec<_> = ran.records.iter().map(|record| told(&record.steps[0].attachments)).collect();
    assert_eq!(attached, [vec![], vec!["words"]]);
}

#[test]
fn outside_of_a_run_it_goes_nowhere() {
    log("to nobody");
    link("https://example.com/");
    let panic = std::panic::catch_unwind(|| skip("nobody")).err();
    assert!(panic.is_some(), "it ends whoever says it");
}
