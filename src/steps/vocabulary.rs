use crate::catalog::Platform;
use std::sync::LazyLock;

/// Sentences about what both hosts have.
const BOTH: &[Platform] = &Platform::ALL;
/// Sentences about what only Zoho Desk has.
const DESK: &[Platform] = &[Platform::Desk];
/// Sentences about what only Freshdesk has.
const FRESHDESK: &[Platform] = &[Platform::Freshdesk];

/// The sources of the definitions, with the hosts that most sentences of each are about: their comments are the vocabulary's text.
const SOURCES: &[(&str, &[Platform], &str)] = &[
    ("host", BOTH, include_str!("host.rs")),
    ("portal", DESK, include_str!("portal.rs")),
    ("ticket", DESK, include_str!("ticket.rs")),
    ("customers", DESK, include_str!("customers.rs")),
    ("departments", DESK, include_str!("departments.rs")),
    ("agent", DESK, include_str!("agent.rs")),
    ("conversation", DESK, include_str!("conversation.rs")),
    ("editor", DESK, include_str!("editor.rs")),
    ("threads", DESK, include_str!("threads.rs")),
    ("moving", DESK, include_str!("moving.rs")),
    ("reply", DESK, include_str!("reply.rs")),
    ("fields", DESK, include_str!("fields.rs")),
    ("assign", DESK, include_str!("assign.rs")),
    ("calls", DESK, include_str!("calls.rs")),
    ("availability", DESK, include_str!("availability.rs")),
    ("merge", DESK, include_str!("merge.rs")),
    ("task", DESK, include_str!("task.rs")),
    ("community", DESK, include_str!("community.rs")),
    ("form", DESK, include_str!("form.rs")),
    ("extension", BOTH, include_str!("extension.rs")),
    ("active", DESK, include_str!("active.rs")),
    ("installation", DESK, include_str!("installation.rs")),
    ("life", DESK, include_str!("life.rs")),
    ("callback", DESK, include_str!("callback.rs")),
    ("resources", DESK, include_str!("resources.rs")),
    ("permissions", DESK, include_str!("permissions.rs")),
    ("webhook", DESK, include_str!("webhook.rs")),
    ("channel", DESK, include_str!("channel.rs")),
    ("channel_server", DESK, include_str!("channel_server.rs")),
    ("sync", DESK, include_str!("sync.rs")),
    ("source", DESK, include_str!("source.rs")),
    ("attachments", DESK, include_str!("attachments.rs")),
    ("storage", DESK, include_str!("storage.rs")),
    ("server", DESK, include_str!("server.rs")),
    ("server_data", DESK, include_str!("server_data.rs")),
    ("desk_answers", DESK, include_str!("desk_answers.rs")),
    ("hooks", BOTH, include_str!("hooks.rs")),
    ("events", BOTH, include_str!("events.rs")),
    ("reads", DESK, include_str!("reads.rs")),
    ("siblings", DESK, include_str!("siblings.rs")),
    ("sdk_calls", DESK, include_str!("sdk_calls.rs")),
    ("modals", DESK, include_str!("modals.rs")),
    ("page", BOTH, include_str!("page.rs")),
    ("fire", DESK, include_str!("fire.rs")),
    ("account", FRESHDESK, include_str!("account.rs")),
    ("product", FRESHDESK, include_str!("product.rs")),
    ("contact_life", FRESHDESK, include_str!("contact_life.rs")),
    ("app", FRESHDESK, include_str!("app.rs")),
    ("service", BOTH, include_str!("service.rs")),
    ("outcome", BOTH, include_str!("outcome.rs")),
    ("keep", BOTH, include_str!("keep.rs")),
];

/// Lines of a sentence's comment that say it is about other hosts than most of its group.
const HOSTS: [(&str, &[Platform]); 2] = [("On both hosts.", BOTH), ("On Desk.", DESK)];

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
    /// The hosts on which it can be said.
    pub hosts: &'static [Platform],
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
    static VOCABULARY: LazyLock<Vec<StepDoc>> =
        LazyLock::new(|| SOURCES.iter().flat_map(|(group, hosts, source)| read(group, hosts, source)).collect());
    &VOCABULARY
}

fn read(group: &'static str, usual: &'static [Platform], source: &str) -> Vec<StepDoc> {
    let mut steps = Vec::new();
    let mut comment: Vec<&str> = Vec::new();
    for (line, number) in source.lines().zip(1..) {
        match (line.strip_prefix("///"), definition(line)) {
            (Some(text), _) => comment.push(text.strip_prefix(' ').unwrap_or(text)),
            (None, Some((keyword, expression))) => {
                let fence = comment.iter().position(|line| line.starts_with("```")).unwrap_or(comment.len());
                let said = comment[..fence].iter().find_map(|line| HOSTS.iter().find(|(text, _)| line == text));
                let hosts = said.map_or(usual, |(_, hosts)| hosts);
                let told = comment[..fence].iter().filter(|line| HOSTS.iter().all(|(text, _)| *line != text));
                let description = told.copied().collect::<Vec<_>>().join(" ").trim().to_owned();
                let example = comment[fence..].iter().filter(|line| !line.starts_with("```")).copied().collect::<Vec<_>>().join("\n");
                steps.push(StepDoc { line: number, group, keyword, expression, description, example, hosts });
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
