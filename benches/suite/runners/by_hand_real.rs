use super::Tally;
use super::by_hand::sentence;
use super::share::{complete, holds, share};
use deskspec::fixture::Fixtures;
use deskspec::gherkin::Pickle;
use deskspec::run::{Definitions, Found, Matcher};
use deskspec::scenario::{Scenario, Setup};
use std::path::Path;
use std::sync::Arc;

/// The same loop over our own vocabulary.
pub(crate) fn by_hand_real(folder: &Path, jobs: usize) -> Result<Tally, String> {
    let definitions = Definitions::vocabulary();
    let setup = Arc::new(Setup::new(Fixtures::new(folder.join("fixtures"))));
    share(&folder.join("features"), jobs, || {
        let (matcher, setup) = (Matcher::new(Arc::clone(&definitions)), Arc::clone(&setup));
        move |pickle| holds(|| passes(pickle, &matcher, &setup))
    })
}

fn passes(pickle: Pickle, matcher: &Matcher<Scenario>, setup: &Arc<Setup>) -> bool {
    let mut world = Scenario::new(Arc::clone(setup), u64::from(pickle.location.line), &pickle).expect("the feature asks for no dialect");
    let pickle = Arc::new(pickle);
    let all = pickle.steps.iter().enumerate().all(|(index, step)| {
        let Found::One(call) = matcher.find(&step.text, step.kind) else { return false };
        world.enter(&pickle, index);
        let mut arguments = matcher.arguments(&call, &step.text);
        for (_, argument) in arguments.iter_mut().skip(1).filter(|(_, argument)| argument.contains("${")) {
            let Ok(filled) = world.fill(argument) else { return false };
            *argument = filled;
        }
        complete(matcher.run(&call, &mut world, sentence(&step.text), arguments));
        world.take_failure().is_none() && world.leave().is_ok()
    });
    all && world.verdict().is_empty()
}
