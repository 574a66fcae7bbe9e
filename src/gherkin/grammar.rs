//! Which lines the official grammar allows in which place.
//!
//! Each state stands for those of the official state table that differ only in lying within a rule or not; the order of a row is
//! the order in which a line is tried, and the order in which errors name what was expected.
//! Source: `gherkin.berp` of <https://github.com/cucumber/gherkin>.

use Kind::*;

/// What a line can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Eof,
    Empty,
    Comment,
    TagLine,
    FeatureLine,
    RuleLine,
    BackgroundLine,
    ScenarioLine,
    ExamplesLine,
    StepLine,
    Separator,
    TableRow,
    Language,
    Other,
}

/// Who has a header line, tags, a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Feature,
    Rule,
    Background,
    Scenario,
    Examples,
}

/// How far the arguments of a step have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arguments {
    None,
    Table,
    TableThenOpenDocString,
    TableThenDocString,
    OpenDocString,
    DocString,
    DocStringThenTable,
}

/// Where in the grammar the next line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Start,
    /// After `# language:`.
    Language,
    /// After tags of this owner.
    Tags(Owner),
    /// After the header line of this owner, blank lines apart.
    Header(Owner),
    Description(Owner),
    /// After a step of a background or of a scenario.
    Step(Owner, Arguments),
    ExamplesTable,
    End,
}

impl Kind {
    /// The official name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Eof => "#EOF",
            Empty => "#Empty",
            Comment => "#Comment",
            TagLine => "#TagLine",
            FeatureLine => "#FeatureLine",
            RuleLine => "#RuleLine",
            BackgroundLine => "#BackgroundLine",
            ScenarioLine => "#ScenarioLine",
            ExamplesLine => "#ExamplesLine",
            StepLine => "#StepLine",
            Separator => "#DocStringSeparator",
            TableRow => "#TableRow",
            Language => "#Language",
            Other => "#Other",
        }
    }
}

impl State {
    /// What may follow here, in the order in which it is tried.
    pub(super) fn expected(self) -> &'static [Kind] {
        match self {
            State::Start => &[Eof, Language, TagLine, FeatureLine, Comment, Empty],
            State::Language | State::Tags(Owner::Feature) => &[TagLine, FeatureLine, Comment, Empty],
            State::Tags(Owner::Rule) => &[TagLine, RuleLine, Comment, Empty],
            State::Tags(Owner::Background | Owner::Scenario) => &[TagLine, ScenarioLine, Comment, Empty],
            State::Tags(Owner::Examples) => &[TagLine, ExamplesLine, Comment, Empty],
            State::Header(owner) => after_header(owner),
            State::Description(owner) => in_description(owner),
            State::Step(owner, arguments) => after_step(owner == Owner::Scenario, arguments),
            State::ExamplesTable => &[Eof, TableRow, TagLine, ExamplesLine, ScenarioLine, RuleLine, Comment, Empty],
            State::End => &[Eof],
        }
    }

    /// Whose lines stand here.
    pub(super) fn owner(self) -> Option<Owner> {
        match self {
            State::Tags(owner) | State::Header(owner) | State::Description(owner) | State::Step(owner, _) => Some(owner),
            State::ExamplesTable => Some(Owner::Examples),
            State::Start | State::Language | State::End => None,
        }
    }

    /// Whether tags here can be those of examples.
    pub(super) fn takes_examples(self) -> bool {
        self.expected().contains(&ExamplesLine)
    }
}

fn after_header(owner: Owner) -> &'static [Kind] {
    match owner {
        Owner::Feature | Owner::Rule => &[Eof, Empty, Comment, BackgroundLine, TagLine, ScenarioLine, RuleLine, Other],
        Owner::Background => &[Eof, Empty, Comment, StepLine, TagLine, ScenarioLine, RuleLine, Other],
        Owner::Scenario => &[Eof, Empty, Comment, StepLine, TagLine, ExamplesLine, ScenarioLine, RuleLine, Other],
        Owner::Examples => &[Eof, Empty, Comment, TableRow, TagLine, ExamplesLine, ScenarioLine, RuleLine, Other],
    }
}

fn in_description(owner: Owner) -> &'static [Kind] {
    match owner {
        Owner::Feature | Owner::Rule => &[Eof, Comment, BackgroundLine, TagLine, ScenarioLine, RuleLine, Other],
        Owner::Background => &[Eof, Comment, StepLine, TagLine, ScenarioLine, RuleLine, Other],
        Owner::Scenario => &[Eof, Comment, StepLine, TagLine, ExamplesLine, ScenarioLine, RuleLine, Other],
        Owner::Examples => &[Eof, Comment, TableRow, TagLine, ExamplesLine, ScenarioLine, RuleLine, Other],
    }
}

fn after_step(of_scenario: bool, arguments: Arguments) -> &'static [Kind] {
    match (arguments, of_scenario) {
        (Arguments::OpenDocString | Arguments::TableThenOpenDocString, _) => &[Separator, Other],
        (Arguments::None | Arguments::Table, true) => {
            &[Eof, TableRow, Separator, StepLine, TagLine, ExamplesLine, ScenarioLine, RuleLine, Comment, Empty]
        }
        (Arguments::None | Arguments::Table, false) => {
            &[Eof, TableRow, Separator, StepLine, TagLine, ScenarioLine, RuleLine, Comment, Empty]
        }
        (Arguments::DocString | Arguments::DocStringThenTable, true) => {
            &[Eof, TableRow, StepLine, TagLine, ExamplesLine, ScenarioLine, RuleLine, Comment, Empty]
        }
        (Arguments::DocString | Arguments::DocStringThenTable, false) => {
            &[Eof, TableRow, StepLine, TagLine, ScenarioLine, RuleLine, Comment, Empty]
        }
        (Arguments::TableThenDocString, true) => &[Eof, StepLine, TagLine, ExamplesLine, ScenarioLine, RuleLine, Comment, Empty],
        (Arguments::TableThenDocString, false) => &[Eof, StepLine, TagLine, ScenarioLine, RuleLine, Comment, Empty],
    }
}
