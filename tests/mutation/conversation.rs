//! The conversation of a ticket: threads, drafts, templates, edited comments, and what comes without an agent.

use super::actions::act;
use super::broken::{Make, told, turn, with};
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, AddComment, EditComment, Mode, OpenEditor, Reply, SaveDraft, ThroughApi};
use deskspec::host::{ActionId, Effect, Input, Model, Outcome, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [questions(), events(), actions(), threads()].into_iter().flatten().collect()
}

fn questions() -> Vec<Mutation> {
    const EDIT: &str = "ticket.comment.edit";
    const DRAFT: &str = "ticket_reply.draft";
    rows(&[
        ("no edit and no draft asks", &["HOOK-15", "HOOK-21", "HOOK-29"], asked(&[EDIT, DRAFT], None)),
        ("an edit tells no visibility", &["Q-19", "HOOK-15"], asked(&[EDIT], Some(|payload| without(payload, "isPublic")))),
        ("an edit names another comment", &["Q-19"], asked(&[EDIT], Some(|payload| replace(payload, "commentId", json!("1"))))),
        ("every edited comment is public", &["HOOK-15"], asked(&[EDIT], Some(|payload| replace(payload, "isPublic", json!(true))))),
        (
            "an edit tells the old text twice",
            &["Q-32", "HOOK-15"],
            asked(&[EDIT], Some(|payload| copy(payload, "oldContent", "newContent"))),
        ),
        (
            "an edit tells the new text twice",
            &["Q-32", "HOOK-15"],
            asked(&[EDIT], Some(|payload| copy(payload, "newContent", "oldContent"))),
        ),
        ("a draft is always told to be updated", &["HOOK-21", "Q-35"], asked(&[DRAFT], Some(|payload| kind(payload, "updateDraft")))),
        ("a draft is always told to be saved", &["HOOK-21", "Q-35"], asked(&[DRAFT], Some(|payload| kind(payload, "saveDraft")))),
        ("a draft's deletion is told without the draft", &["Q-35"], asked(&[DRAFT], Some(deletion_without_draft))),
        ("a draft names no thread", &["HOOK-21"], asked(&[DRAFT], Some(|payload| replace(payload, "threadId", json!("1"))))),
        (
            "a draft's content is not encoded",
            &["HOOK-21"],
            asked(&[DRAFT], Some(|payload| replace(payload, "content", json!("<div></div>")))),
        ),
        ("addresses are spelt with two d's", &["Q-05"], asked(&REPLIES, Some(two_ds))),
        ("senders are quoted names", &["Q-37"], asked(&REPLIES, Some(|payload| replace(payload, "fromAdddress", json!("\"mpdemo\""))))),
        ("two blanks stand behind the number", &["Q-37"], asked(&REPLIES, Some(two_blanks))),
        (
            "replies name their own thread",
            &["HOOK-16", "HOOK-17"],
            asked(&REPLIES, Some(|payload| replace(payload, "threadId", json!("7")))),
        ),
        ("the encoding is half done", &["Q-38"], asked(&REPLIES, Some(half_encoded))),
    ])
}

const REPLIES: [&str; 3] = ["ticket.reply", "ticket.replyAndClose", "ticket_reply.draft"];

/// The questions of these hooks are changed, or lost.
fn asked(hooks: &[&'static str], change: Option<fn(&mut Value)>) -> Make {
    let hooks = hooks.to_vec();
    Arc::new(move || {
        let hooks = hooks.clone();
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            let of_them = |effect: &Effect| matches!(effect, Effect::AskHook { hook, .. } if hooks.contains(&hook.as_str()));
            effects.retain(|effect| change.is_some() || !of_them(effect));
            for effect in effects.iter_mut().filter(|effect| of_them(effect)) {
                if let (Effect::AskHook { payload, .. }, Some(change)) = (effect, change) {
                    change(payload);
                }
            }
            effects
        })
    })
}

fn without(payload: &mut Value, key: &str) {
    if let Some(keys) = payload.as_object_mut() {
        keys.shift_remove(key);
    }
}

fn copy(payload: &mut Value, from: &str, to: &str) {
    payload[to] = payload[from].clone();
}

fn kind(payload: &mut Value, kind: &str) {
    replace(payload, "actionType", json!(kind));
}

fn deletion_without_draft(payload: &mut Value) {
    if payload["actionType"] == "deleteDraft" {
        replace(payload, "content", json!(""));
    }
}

fn two_ds(payload: &mut Value) {
    payload["fromAddress"] = payload["fromAdddress"].clone();
    without(payload, "fromAdddress");
}

fn two_blanks(payload: &mut Value) {
    let subject = payload["ticketSubject"].as_str().unwrap_or_default().replacen("##] ", "##]  ", 1);
    replace(payload, "ticketSubject", subject.into());
}

/// As in the pages' samples: blanks and signs of percent stay.
fn half_encoded(payload: &mut Value) {
    let content = payload["content"].as_str().unwrap_or_default().replace("%25", "%").replace("%20", "%");
    replace(payload, "content", content.into());
}

fn events() -> Vec<Mutation> {
    rows(&[
        ("the reply editor's opening is told to nobody", &["EVT-02"], heard("ticket_replyEditor.opened", None)),
        ("a template is told to nobody", &["EVT-09", "EVT-31"], heard("ticket_replyEditor_template.loaded", None)),
        (
            "the reply editor is always told to reply",
            &["EVT-02"],
            heard("ticket_replyEditor.opened", Some(|payload| replace(payload, "mode", json!("reply")))),
        ),
        (
            "the reply editor is told to be on the first thread",
            &["EVT-02"],
            heard("ticket_replyEditor.opened", Some(|payload| replace(payload, "threadId", json!("26811000000783105")))),
        ),
        (
            "a template is told with the thread's ID",
            &["Q-26", "EVT-09"],
            heard("ticket_replyEditor_template.loaded", Some(|payload| replace(payload, "id", json!("26811000000783105")))),
        ),
        (
            "a template is told without its text",
            &["EVT-09", "EVT-31"],
            heard("ticket_replyEditor_template.loaded", Some(|payload| replace(payload, "content", json!("")))),
        ),
    ])
}

/// The deliveries of an event are changed, or lost.
fn heard(name: &'static str, change: Option<fn(&mut Value)>) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            effects.retain(|effect| change.is_some() || !matches!(effect, Effect::Deliver { event, .. } if event == name));
            for effect in &mut effects {
                if let (Effect::Deliver { event, payload, .. }, Some(change)) = (effect, change)
                    && event == name
                {
                    change(payload);
                }
            }
            effects
        })
    })
}

fn actions() -> Vec<Mutation> {
    rows(&[
        ("an edit changes nothing", &["HOOK-15"], unless(|what| matches!(what, Action::EditComment(_)))),
        ("an edit is a new comment", &["HOOK-15"], act(edit_as_new)),
        ("an edited text is another one", &["HOOK-15"], act(another_text)),
        (
            "what is typed is lost when it is stopped",
            &["HOOK-08", "HOOK-21", "HOOK-16"],
            turn(|host, now, input| if matches!(input, Input::Write { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        ("no template is applied", &["EVT-09", "EVT-31"], unless(|what| matches!(what, Action::ApplyTemplate(_)))),
        ("a template is applied once only", &["EVT-31"], with(first_template_only)),
        ("no draft is deleted", &["HOOK-21", "Q-35"], unless(|what| matches!(what, Action::DeleteDraft(_)))),
        (
            "a draft is empty",
            &["HOOK-21"],
            act(|what| {
                if let Action::SaveDraft(SaveDraft { content, .. }) = what {
                    content.clear()
                }
            }),
        ),
        (
            "nobody replies to all",
            &["EVT-02"],
            act(|what| {
                if let Action::OpenEditor(OpenEditor { mode, .. }) = what {
                    *mode = Mode::Reply
                }
            }),
        ),
        ("replies answer no thread", &["HOOK-16", "HOOK-17"], act(without_thread)),
        ("what comes through the API is an agent's", &["EVT-30"], act(as_agents)),
        ("what was refused leaves all the same", &["HOOK-08", "HOOK-21"], with(sent_when_stopped)),
        ("a reply that closes leaves after the ticket is closed", &["HOOK-17", "EVT-28"], turn(mail_last)),
    ])
}

/// Some actions never begin.
fn unless(which: fn(&Action) -> bool) -> Make {
    Arc::new(move || {
        Box::new(
            move |host, now, input| {
                if matches!(&input, Input::Act { what, .. } if which(what)) { Vec::new() } else { host.apply(now, input) }
            },
        )
    })
}

fn edit_as_new(what: &mut Action) {
    if let Action::EditComment(EditComment { ticket, content, .. }) = what.clone() {
        *what = AddComment { ticket, content, public: false }.into();
    }
}

fn another_text(what: &mut Action) {
    if let Action::EditComment(EditComment { content, .. }) = what {
        content.push('!');
    }
}

fn first_template_only(seen: &mut bool, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let applies = matches!(&input, Input::Act { what: Action::ApplyTemplate(_), .. });
    if applies && std::mem::replace(seen, true) { Vec::new() } else { host.apply(now, input) }
}

fn without_thread(what: &mut Action) {
    if let Action::Reply(Reply { thread, .. }) = what {
        *thread = None;
    }
}

fn as_agents(what: &mut Action) {
    if let Action::ThroughApi(outside) = what {
        *what = outside.what().clone();
    }
}

/// A reply that was stopped leaves after all.
fn sent_when_stopped(reply: &mut Option<Reply>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Input::Act { what: Action::Reply(held), .. } = &input {
        *reply = Some(held.clone());
    }
    let mut effects = host.apply(now, input);
    let stopped = effects.iter().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Stopped { .. }, .. }));
    if stopped && let Some(what) = reply.take() {
        let gone = Input::Act { action: ActionId(999), what: ThroughApi::new(what).into() };
        effects.extend(host.apply(now, gone).into_iter().filter(|effect| matches!(effect, Effect::Mail { .. })));
    }
    effects
}

fn mail_last(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let (mails, mut rest): (Vec<_>, Vec<_>) = host.apply(now, input).into_iter().partition(|effect| matches!(effect, Effect::Mail { .. }));
    rest.extend(mails);
    rest
}

fn threads() -> Vec<Mutation> {
    rows(&[
        ("no pick on a thread counts", &["LOC-09"], turn(unless_on_thread)),
        (
            "a widget is on no thread",
            &["LOC-09"],
            told(|input| {
                if let Input::PickOnThread { widget, .. } = input {
                    *input = Input::Pick { widget: *widget };
                }
            }),
        ),
        ("a thread's widget is on another thread", &["LOC-09"], with(on_first_thread)),
        ("a second thread takes the widget of the first", &["LOC-09", "LOC-02"], with(moved)),
        ("a thread's widget hears of nothing", &["LOC-09"], deaf_on_threads()),
    ])
}

fn unless_on_thread(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if matches!(input, Input::PickOnThread { .. }) { Vec::new() } else { host.apply(now, input) }
}

/// The thread that was there first is the one that widgets are on.
fn on_first_thread((): &mut (), host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::PickOnThread { thread, .. } = &mut input {
        let shown = host.desk().page().shown_ticket().and_then(|id| host.desk().ticket(id));
        if let Some(last) = shown.and_then(|ticket| ticket.threads.iter().find(|it| it.id != *thread)) {
            thread.clone_from(&last.id);
        }
    }
    host.apply(now, input)
}

/// The widget that is alive already stays the only one.
fn moved(first: &mut Option<WidgetId>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Input::PickOnThread { widget, .. } = &input {
        let first = *first.get_or_insert(*widget);
        if first != *widget {
            return Vec::new();
        }
    }
    host.apply(now, input)
}

/// What reaches a widget on a thread is lost.
fn deaf_on_threads() -> Make {
    turn(|host, now, input| {
        let mut effects = host.apply(now, input);
        let on_thread = |id: &WidgetId| host.desk().widget(*id).is_some_and(|widget| widget.thread.is_some());
        effects.retain(|effect| !matches!(effect, Effect::Deliver { widget, .. } if on_thread(widget)));
        effects
    })
}
