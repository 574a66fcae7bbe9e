//! Our Runner within a runtime of somebody else's, and what is left of it when nobody listens any more.

use crate::plugged::{Counts, told, writer};
use crate::{folder, one_at_a_time};
use cucumber::{Parser as _, Runner as _, World, cli, given};
use deskspec::run::{Hook, Options, Runner, seam};
use futures::executor::block_on;
use futures::{FutureExt as _, StreamExt as _, stream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

/// After so much time something will never happen any more.
const NEVER: Duration = Duration::from_secs(120);

/// Takes the answer.
type Question = Box<dyn FnOnce(u32) + Send>;

#[derive(Debug, Default, World)]
struct Guest {
    clerk: Option<UnboundedSender<Question>>,
}

#[given("the clerk answers")]
async fn answers(guest: &mut Guest) {
    ask(guest.clerk.clone()).await;
}

#[given("the clerk answers who waits in vain")]
fn answers_who_blocks(guest: &mut Guest) {
    let clerk = guest.clerk.clone().expect("a clerk");
    let (question, answer) = channel();
    assert!(clerk.send(Box::new(move |seven| assert!(question.send(seven).is_ok()))).is_ok());
    assert_eq!(answer.recv(), Ok(7));
}

#[given("the guest comes")]
fn comes(_: &mut Guest) {}

async fn ask(clerk: Option<UnboundedSender<Question>>) {
    let (question, answer) = oneshot::channel();
    assert!(clerk.expect("a clerk").send(Box::new(move |seven| assert!(question.send(seven).is_ok()))).is_ok());
    assert_eq!(answer.await, Ok(7));
}

async fn clerk(mut questions: UnboundedReceiver<Question>) {
    while let Some(question) = questions.recv().await {
        tokio::time::sleep(Duration::from_millis(1)).await;
        question(7);
    }
}

/// Fails if `work` never ends.
fn within<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, wait): (Sender<T>, Receiver<T>) = channel();
    thread::spawn(move || drop(done.send(work())));
    wait.recv_timeout(NEVER).expect("it panicked, or never ends")
}

/// The clerk is a task of the runtime that the run is in: were that blocked, nobody would ever answer.
#[test]
fn steps_and_hooks_may_depend_on_the_runtime_around_them() {
    let feature = "Feature: One\n  Scenario Outline: <n>\n    * the clerk answers\n    * the clerk answers who waits in vain\n    Examples:\n      | n |\n      | 1 |\n      | 2 |\n      | 3 |\n";
    let input = folder("runtime", &[("one.feature", feature)]);
    let told = within(move || {
        let _guard = one_at_a_time();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let (asks, questions) = unbounded_channel();
            let task = tokio::spawn(clerk(questions));
            let (first, last, own) = (asks.clone(), asks.clone(), asks.clone());
            let runner = Runner::<Guest>::new()
                .options(Options { jobs: 2, ..Options::default() })
                .before_all("ask", move || ask(Some(first.clone())).boxed_local())
                .after_all("ask again", move || ask(Some(last.clone())).boxed_local())
                .before(Hook::new("meet", move |guest: &mut Guest, _| {
                    guest.clerk = Some(own.clone());
                    Box::pin(async {})
                }));
            let (parser, runner) = seam::plug(runner);
            let cucumber = cucumber::Cucumber::<Guest, _, PathBuf, _, _>::custom(parser, runner, writer()).with_default_cli();
            let told = told::<Guest>(&cucumber.run(input).await);
            drop(asks);
            task.abort();
            told
        })
    });
    assert_eq!(told.counts, Counts { scenarios: [3, 0, 0], retried: 0, failed: false }, "{}", told.text);
}

/// A hook that holds `held`, and says when it has run.
fn counting(held: &Arc<Mutex<u32>>) -> Hook<Guest> {
    let held = Arc::clone(held);
    Hook::new("count", move |_: &mut Guest, _| {
        *held.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Box::pin(async { tokio::time::sleep(Duration::from_millis(1)).await })
    })
}

#[test]
fn when_nobody_listens_any_more_the_threads_end() {
    let rows: String = (0..600).map(|number| format!("      | {number} |\n")).collect();
    let feature = format!("Feature: One\n  Scenario Outline: <n>\n    * the guest comes\n    Examples:\n      | n |\n{rows}");
    for events in [0, 1, 2, 40] {
        let input = folder(&format!("dropped {events}"), &[("one.feature", &feature)]);
        let held = Arc::new(Mutex::new(0));
        let runner = Runner::<Guest>::new().options(Options { jobs: 3, ..Options::default() }).before(counting(&held));
        let (parser, runner) = seam::plug(runner);
        let stream = runner.run(parser.parse(input, cli::Empty), cli::Empty);
        assert_eq!(block_on(stream.take(events).collect::<Vec<_>>()).len(), events);
        let begun = Instant::now();
        while Arc::strong_count(&held) > 1 {
            assert!(begun.elapsed() < NEVER, "the threads are left");
            thread::sleep(Duration::from_millis(5));
        }
        assert!(*held.lock().unwrap_or_else(PoisonError::into_inner) < 600, "it ran on for nobody");
    }
}

/// Features that come one by one, as from an editor or a network: the runner waits for the next, and does not ask all the time.
#[test]
fn features_may_come_when_they_will() {
    let feature = |name: &str| format!("Feature: {name}\n  Scenario: One\n    * the guest comes\n");
    let input = folder("trickle", &[("a.feature", &feature("a")), ("b.feature", &feature("b")), ("c.feature", &feature("c"))]);
    let (names, asked) = within(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let (parser, runner) = seam::plug(Runner::<Guest>::new().options(Options { jobs: 2, ..Options::default() }));
            let features = parser.parse(input, cli::Empty).then(|feature| async {
                tokio::time::sleep(Duration::from_millis(200)).await;
                feature
            });
            let mut features = Box::pin(features);
            let asked = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&asked);
            let features = stream::poll_fn(move |context| {
                count.fetch_add(1, Ordering::Relaxed);
                features.poll_next_unpin(context)
            });
            let events: Vec<_> = runner.run(features, cli::Empty).collect().await;
            let names = events.into_iter().filter_map(|event| match event.ok()?.into_inner() {
                cucumber::event::Cucumber::Feature(feature, cucumber::event::Feature::Finished) => Some(feature.name.clone()),
                _ => None,
            });
            (names.collect::<Vec<_>>(), asked.load(Ordering::Relaxed))
        })
    });
    assert_eq!(names, ["a", "b", "c"]);
    assert!(asked < 1000, "it asked {asked} times for four answers");
}
