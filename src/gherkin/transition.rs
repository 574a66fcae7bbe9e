//! From one state of the grammar to the next.

use super::grammar::{Arguments, Kind, Owner, State};

/// Whose header line it is.
pub(super) fn owner_of(kind: Kind) -> Owner {
    match kind {
        Kind::FeatureLine => Owner::Feature,
        Kind::RuleLine => Owner::Rule,
        Kind::BackgroundLine => Owner::Background,
        Kind::ExamplesLine => Owner::Examples,
        _ => Owner::Scenario,
    }
}

/// A comment or a line of text below a header begins its description.
pub(super) fn described(state: State) -> State {
    match state {
        State::Header(owner) => State::Description(owner),
        other => other,
    }
}

/// A row belongs to the step above it, or to the examples.
pub(super) fn after_row(state: State) -> State {
    match state {
        State::Step(owner, Arguments::None | Arguments::Table) => State::Step(owner, Arguments::Table),
        State::Step(owner, _) => State::Step(owner, Arguments::DocStringThenTable),
        _ => State::ExamplesTable,
    }
}

/// A fence opens a doc string, and then closes it.
pub(super) fn after_separator(state: State, open: impl FnOnce()) -> State {
    let State::Step(owner, arguments) = state else { return state };
    let arguments = match arguments {
        Arguments::OpenDocString => Arguments::DocString,
        Arguments::TableThenOpenDocString => Arguments::TableThenDocString,
        Arguments::Table => {
            open();
            Arguments::TableThenOpenDocString
        }
        _ => {
            open();
            Arguments::OpenDocString
        }
    };
    State::Step(owner, arguments)
}
