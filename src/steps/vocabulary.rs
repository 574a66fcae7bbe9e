use std::sync::LazyLock;

/// The sources of the definitions: their comments are the vocabulary's text.
const SOURCES: &[(&str, &str)] = &[
    ("portal", include_str!("portal.rs")),
    ("ticket", include_str!("ticket.rs")),
    ("customers", include_str!("customers.rs")),
    ("departments", include_str!("departments.rs")),
    ("agent", include_str!("agent.rs")),
    ("conversation", include_str!("conversation.rs")),
    ("editor", include_str!("editor.rs")),
    ("threads", include_str!("threads.rs")),
    ("moving", include_str!("moving.rs")),
    ("reply", include_str!("reply.rs")),
    ("fields", include_str!("fields.rs")),
    ("assign", include_str!("assign.rs")),
    ("calls", include_str!("calls.rs")),
    ("availability", include_str!("availability.rs")),
    ("merge", include_str!("merge.rs")),
    ("task", include_str!("task.rs")),
    ("community", include_str!("community.rs")),
    ("form", include_str!("form.rs")),
    ("extension", include_str!("extension.rs")),
    ("active", include_str!("active.rs")),
    ("installation", include_str!("installation.rs")),
    ("life", include_str!("life.rs")),
    ("callback", include_str!("callback.rs")),
    ("resources", include_str!("resources.rs")),
    ("permissions", include_str!("permissions.rs")),
    ("webhook", include_str!("webhook.rs")),
    ("channel", include_str!("channel.rs")),
    ("channel_server", include_str!("channel_server.rs")),
    ("sync", include_str!("sync.rs")),
    ("source", include_str!("source.rs")),
    ("attachments", include_str!("attachments.rs")),
    ("storage", include_str!("storage.rs")),
    ("server", include_str!("server.rs")),
    ("server_data", include_str!("server_data.rs")),
    ("desk_answers", include_str!("desk_answers.rs")),
    ("hooks", include_str!("hooks.rs")),
    ("events", include_str!("events.rs")),
    ("reads", include_str!("reads.rs")),
    ("siblings", include_str!("siblings.rs")),
    ("sdk_calls", include_str!("sdk_calls.rs")),
    ("modals", include_str!("modals.rs")),
    ("page", include_str!("page.rs")),
    ("fire", include_str!("fire.rs")),
    ("service", include_str!("service.rs")),
    ("outcome", include_str!("outcome.rs")),
    ("keep", include_str!("keep.rs")),
];

/// One sentence of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDoc {
    /// Where its definition begins, in the group's source.
    pub line: u32,
    /// The group that it stands in: `ticket`, `hooks` …
    pub group: &'static str,
    /// `Given`, `When` or `Then`: where it usually stands; matching does not care.
    pub keyword: &'static str,
    /// The sentence, a Cucumber expression.
    pub expression: String,
    /// What it is for, in one line.
    pub description: String,
    /// An example, as it stands in a feature.
    pub example: String,
}

/// The sentence whose definition stands at this line of this file, if it is one of ours.
#[must_use]
pub fn defined_at(file: &str, line: u32) -> Option<&'static StepDoc> {
    // Other crates may have a `steps` folder too: the compiler names ours the way it names this file.
    let folder = file!().strip_suffix("vocabulary.rs")?;
    let group = file.strip_prefix(folder)?.strip_suffix(".rs")?;
    vocabulary().iter().find(|doc| doc.group == group && doc.line == line)
}

/// All sentences, in the order of their groups.
#[must_use]
pub fn vocabulary() -> &'static [StepDoc] {
    static VOCABULARY: LazyLock<Vec<StepDoc>> = LazyLock::new(|| SOURCES.iter().flat_map(|(group, source)| read(group, source)).collect());
    &VOCABULARY
}

fn read(group: &'static str, source: &str) -> Vec<StepDoc> {
    let mut steps = Vec::new();
    let mut comment: Vec<&str> = Vec::new();
    for (line, number) in source.lines().zip(1..) {
        match (line.strip_prefix("///"), definition(line)) {
            (Some(text), _) => comment.push(text.strip_prefix(' ').unwrap_or(text)),
            (None, Some((keyword, expression))) => {
                let fence = comment.iter().position(|line| line.starts_with("```")).unwrap_or(comment.len());
                let description = comment[..fence].join(" ").trim().to_owned();
                let example = comment[fence..].iter().filter(|line| !line.starts_with("```")).copied().collect::<Vec<_>>().join("\n");
                steps.push(StepDoc { line: number, group, keyword, expression, description, example });
                comment.clear();
            }
            (None, None) => comment.clear(),
        }
    }
    steps
}

/// The keyword and the sentence of a line such as `#[then(expr = "the ticket has {int} comment(s)")]`.
fn definition(line: &str) -> Option<(&'static str, String)> {
    let (keyword, rest) = [("Given", "#[given("), ("When", "#[when("), ("Then", "#[then(")]
        .into_iter()
        .find_map(|(keyword, prefix)| Some((keyword, line.strip_prefix(prefix)?)))?;
    let quoted = rest.strip_prefix("expr = ").unwrap_or(rest).strip_prefix('"')?;
    Some((keyword, quoted.strip_suffix("\")]")?.to_owned()))
}
