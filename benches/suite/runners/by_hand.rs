use super::share::{complete, holds, share};
use super::{Bare, Tally};
use cucumber::gherkin::{LineCol, Span, Step, StepType, Table};
use deskspec::gherkin::{Argument, Pickle, PickleStep};
use deskspec::run::{Definitions, Found, Matcher};
use std::path::Path;
use std::sync::Arc;

/// What nobody can do without: read, match, run; no records, no reports, no order.
pub(crate) fn by_hand(features: &Path, jobs: usize) -> Result<Tally, String> {
    let definitions = Arc::new(Definitions::<Bare>::compiled_in());
    share(features, jobs, || {
        let matcher = Matcher::new(Arc::clone(&definitions));
        move |pickle| holds(|| passes(&pickle, &matcher))
    })
}

fn passes(pickle: &Pickle, matcher: &Matcher<Bare>) -> bool {
    let mut bare = Bare::default();
    pickle.steps.iter().all(|step| {
        let Found::One(call) = matcher.find(&step.text, step.kind) else { return false };
        let arguments = matcher.arguments(&call, &step.text);
        complete(matcher.run(&call, &mut bare, told(step), arguments));
        true
    })
}

/// A step as cucumber's definitions read it.
fn told(step: &PickleStep) -> Step {
    let mut told = sentence(&step.text);
    match &step.argument {
        Some(Argument::DocString(text)) => told.docstring = Some(text.content.clone()),
        Some(Argument::Table(table)) => {
            let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect();
            told.table = Some(Table { rows, span: told.span, position: told.position });
        }
        None => {}
    }
    told
}

/// A step without what stands below it. No definition of the suites looks at its keyword or its place.
pub(super) fn sentence(text: &str) -> Step {
    let (span, position) = (Span { start: 0, end: 0 }, LineCol { line: 0, col: 0 });
    Step { keyword: String::new(), ty: StepType::Given, value: text.to_owned(), docstring: None, table: None, span, position }
}
