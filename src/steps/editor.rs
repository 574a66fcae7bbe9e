use crate::host::desk::Mode;
use crate::scenario::{Outcome, Scenario};
use cucumber::{then, when};

/// The agent opens the reply editor on the open ticket's newest thread, to reply to who wrote it: the event ticket_replyEditor.opened follows.
///
/// ```gherkin
/// When the agent opens the reply editor
/// ```
#[when("the agent opens the reply editor")]
fn opens(scenario: &mut Scenario) -> Outcome {
    scenario.open_editor(None, Mode::Reply)
}

/// The agent opens the reply editor on the open ticket's newest thread, with a copy to all others whom the thread names:
/// the event ticket_replyEditor.opened follows.
///
/// ```gherkin
/// When the agent opens the reply editor to reply to all
/// ```
#[when("the agent opens the reply editor to reply to all")]
fn opens_to_all(scenario: &mut Scenario) -> Outcome {
    scenario.open_editor(None, Mode::ReplyAll)
}

/// The agent opens the reply editor on the open ticket's thread that says this.
///
/// ```gherkin
/// When the agent opens the reply editor of the thread "It does not charge"
/// ```
#[when(expr = "the agent opens the reply editor of the thread {string}")]
fn opens_thread(scenario: &mut Scenario, thread: String) -> Outcome {
    scenario.open_editor(Some(&thread), Mode::Reply)
}

/// The agent opens the reply editor on the open ticket's thread that says this, with a copy to all others whom the thread names.
///
/// ```gherkin
/// When the agent opens the reply editor of the thread "It does not charge" to reply to all
/// ```
#[when(expr = "the agent opens the reply editor of the thread {string} to reply to all")]
fn opens_thread_to_all(scenario: &mut Scenario, thread: String) -> Outcome {
    scenario.open_editor(Some(&thread), Mode::ReplyAll)
}

/// The agent puts a response template into the open reply editor, in the place of what it holds: the event
/// ticket_replyEditor_template.loaded follows.
///
/// ```gherkin
/// When the agent applies the response template "Send it in"
/// ```
#[when(expr = "the agent applies the response template {string}")]
fn applies_template(scenario: &mut Scenario, name: String) -> Outcome {
    scenario.apply_template(&name)
}

/// The agent saves a text in the open reply editor as the ticket's draft: the hook ticket_reply.draft is asked.
///
/// ```gherkin
/// When the agent saves the draft "Please send it in"
/// ```
#[when(expr = "the agent saves the draft {string}")]
fn saves_draft(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.save_draft(content)
}

/// The agent saves another text as the open ticket's draft: the hook ticket_reply.draft is asked.
///
/// ```gherkin
/// When the agent updates the draft to "Please send it in, with the charger"
/// ```
#[when(expr = "the agent updates the draft to {string}")]
fn updates_draft(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.update_draft(content)
}

/// The agent deletes the open ticket's draft: the hook ticket_reply.draft is asked.
///
/// ```gherkin
/// When the agent deletes the draft
/// ```
#[when("the agent deletes the draft")]
fn deletes_draft(scenario: &mut Scenario) -> Outcome {
    scenario.delete_draft()
}

/// The agent sends what the open reply editor holds, from a draft or a response template: the hook ticket.reply is asked.
///
/// ```gherkin
/// When the agent sends the reply
/// ```
#[when("the agent sends the reply")]
fn sends(scenario: &mut Scenario) -> Outcome {
    scenario.send_editor()
}

/// Since the agent's last action one mail left, and this property of the ticket changed after that.
///
/// ```gherkin
/// Then the mail leaves before the ticket's "status" changes
/// ```
#[then(expr = "the mail leaves before the ticket's {string} changes")]
fn mail_before(scenario: &mut Scenario, property: String) -> Outcome {
    scenario.expect_mail_before(&property)
}

/// The open ticket has a draft, and it is this HTML.
///
/// ```gherkin
/// Then the ticket has the draft "<div>Please send it in</div>"
/// ```
#[then(expr = "the ticket has the draft {string}")]
fn has_draft(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.expect_draft(&content)
}

/// The open ticket has no draft.
///
/// ```gherkin
/// Then the ticket has no draft
/// ```
#[then("the ticket has no draft")]
fn has_no_draft(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_draft()
}

/// The reply editor is open, and holds this HTML.
///
/// ```gherkin
/// Then the reply editor holds "<div>Please send it in</div>"
/// ```
#[then(expr = "the reply editor holds {string}")]
fn holds(scenario: &mut Scenario, content: String) -> Outcome {
    scenario.expect_editor(&content)
}

/// No reply editor is open: none was, or the reply is sent, or the agent is on another page.
///
/// ```gherkin
/// Then no reply editor is open
/// ```
#[then("no reply editor is open")]
fn not_open(scenario: &mut Scenario) -> Outcome {
    scenario.expect_no_editor()
}
