//! What an agent may do on a random day.

use super::day::{AGENT, DOUBLE, FIRST_MODAL, TEAM, TEMPLATES, THREADS, TICKETS};
use deskspec::host::WidgetId;
use deskspec::host::desk::{
    Action, AddComment, ApplyTemplate, Assign, CloneTicket, Close, CloseModal, DeleteDraft, EditComment, Entry, FillIn, Filling, MarkSpam,
    Merge, Mode, OpenAssist, OpenEditor, Reopen, Reply, SaveDraft, SetField, SetPreferences, SetStatus, ShiftTicket, ThroughApi,
};
use proptest::prelude::*;

const STATUSES: [&str; 4] = ["Open", "On Hold", "Escalated", "Closed"];
const FIELDS: [&str; 3] = ["priority", "subject", "cf_shelf"];
/// The ID of the first thing that the desk numbers; the others follow in steps of two.
const FIRST_ID: u64 = 26_811_000_000_900_001;

pub(super) fn actions() -> impl Strategy<Value = Action> {
    let ticket = || prop::sample::select(&TICKETS[..]).prop_map(str::to_owned);
    prop_oneof![
        ticket().prop_map(|ticket| Action::Close(Close { ticket })),
        ticket().prop_map(|ticket| Action::Reopen(Reopen { ticket })),
        (ticket(), prop::sample::select(&STATUSES[..]))
            .prop_map(|(ticket, status)| Action::SetStatus(SetStatus { ticket, status: status.to_owned() })),
        (ticket(), "[a-z<&é \n]{0,6}", any::<bool>()).prop_map(|(ticket, content, public)| Action::AddComment(AddComment {
            ticket,
            content,
            public
        })),
        conversations(),
        (ticket(), prop::sample::select(&FIELDS[..]), "[ab]?").prop_map(|(ticket, field, value)| Action::SetField(SetField {
            ticket,
            field: field.to_owned(),
            value: value.into()
        })),
        (ticket(), any::<bool>(), any::<bool>()).prop_map(|(ticket, agent, team)| Action::Assign(Assign {
            ticket,
            agent: agent.then(|| AGENT.to_owned()),
            team: team.then(|| TEAM.to_owned()),
        })),
        ticket().prop_map(|ticket| Action::OpenAssist(OpenAssist { ticket })),
        "[ab]".prop_map(|theme| Action::SetPreferences(SetPreferences {
            chosen: [("theme".to_owned(), theme.into())].into_iter().collect()
        })),
        ticket().prop_map(|into| Action::Merge(Merge { into, merged: vec![DOUBLE.to_owned()] })),
        (ticket(), any::<bool>()).prop_map(|(ticket, spam)| Action::MarkSpam(MarkSpam { ticket, spam })),
        ticket().prop_map(|ticket| Action::CloneTicket(CloneTicket { ticket })),
        prop::collection::vec(entries(), 0..3).prop_map(|entries| Action::FillIn(FillIn { entries })),
        ticket().prop_map(|to| Action::ShiftTicket(ShiftTicket { to })),
        // The first modal boxes have these keys, and one has none of them.
        (FIRST_MODAL..FIRST_MODAL + 3).prop_map(|modal| Action::CloseModal(CloseModal { modal: WidgetId(modal) })),
    ]
}

/// What is done in a ticket's conversation.
fn conversations() -> impl Strategy<Value = Action> {
    let ticket = || prop::sample::select(&TICKETS[..]).prop_map(str::to_owned);
    let thread = || prop::sample::select(&THREADS[..]).prop_map(str::to_owned);
    let parts = || (ticket(), prop::option::of(thread()), "[a-z<&é \n]{0,6}", "[a-z@,]{0,4}");
    let modes = prop::sample::select(&[Mode::Reply, Mode::ReplyAll][..]);
    prop_oneof![
        2 => (parts(), any::<bool>()).prop_map(|((ticket, thread, content, cc), close)| Action::Reply(Reply { ticket, thread, content, cc, attachments: Vec::new(), close })),
        1 => (ticket(), thread(), "[ab]", "[a-z@,]{0,4}").prop_map(|(ticket, thread, content, cc)| Action::SaveDraft(SaveDraft {
            ticket,
            thread,
            content,
            cc
        })),
        1 => ticket().prop_map(|ticket| Action::DeleteDraft(DeleteDraft { ticket })),
        1 => (ticket(), thread(), modes).prop_map(|(ticket, thread, mode)| Action::OpenEditor(OpenEditor { ticket, thread, mode })),
        1 => prop::sample::select(&TEMPLATES[..]).prop_map(|template| Action::ApplyTemplate(ApplyTemplate { template: template.to_owned() })),
        1 => (ticket(), 0..4_u64, "[ab]").prop_map(|(ticket, record, content)| {
            Action::EditComment(EditComment { ticket, comment: (FIRST_ID + 2 * record).to_string(), content })
        }),
        1 => (ticket(), "[ab]", any::<bool>())
            .prop_map(|(ticket, content, public)| ThroughApi::new(AddComment { ticket, content, public }).into()),
        1 => (ticket(), any::<bool>()).prop_map(|(ticket, spam)| ThroughApi::new(MarkSpam { ticket, spam }).into()),
    ]
}

fn entries() -> impl Strategy<Value = Entry> {
    let how = prop_oneof![
        4 => "[ab]{0,3}".prop_map(Filling::Typed),
        2 => "[ab]?".prop_map(|value| Filling::Picked(value.into())),
        1 => Just(Filling::Cleared),
    ];
    (prop::sample::select(&FIELDS[..]), how).prop_map(|(field, how)| Entry { field: field.to_owned(), how })
}
