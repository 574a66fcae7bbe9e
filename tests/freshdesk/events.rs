//! What apps hear of tickets, conversations and contacts.

use crate::portal::{Portal, map};
use deskspec::host::Outcome;
use deskspec::host::freshdesk::{
    ActivateContact, AddNote, BlockContact, Close, CreateContact, CreateTicket, CustomerReplies, DeleteContact, DeleteTicket, MakeAgent,
    MarkSpam, Put, Reopen, Reply, Resolve, RestoreTicket, UpdateContact, UpdateTicket, WhitelistContact,
};
use serde_json::{Value, json};

#[test]
fn a_new_ticket_is_told_as_the_page_documents_it() {
    let mut portal = Portal::with_app();
    portal.act(CreateTicket {
        id: Some(7),
        attributes: map(json!({"subject": "Help", "description": "a < b", "priority": "Urgent", "requester_id": 5483})),
    });
    assert_eq!(
        portal.heard("notes"),
        [(
            "onTicketCreate".to_owned(),
            json!({
                "account_id": 13, "domain": "sample.freshdesk.com", "event": "onTicketCreate",
                "data": {
                    "ticket": {
                        "subject": "Help", "description": "<div>a &lt; b</div>", "is_description_truncated": false, "description_text": "a < b",
                        "is_description_text_truncated": false, "due_by": null, "fr_due_by": null, "fr_escalated": false, "is_escalated": false,
                        "fwd_emails": [], "reply_cc_emails": [], "email_config_id": null, "id": 7, "group_id": null, "product_id": null,
                        "company_id": null, "requester_id": 5483, "responder_id": null, "tweet_id": null, "status": 2, "priority": 4,
                        "type": null, "tags": [], "spam": false, "source": 2, "cc_emails": [], "to_emails": [],
                        "created_at": "2026-01-05T09:00:00Z", "updated_at": "2026-01-05T09:00:00Z", "attachments": [],
                    },
                    "requester": {
                        "id": 5483, "name": "Rachel", "email": "rachel@freshdesk.com", "mobile": 7_654_367_287_u64, "phone": "4352789885",
                        "language": "en", "created_at": "2026-01-05T09:00:00Z",
                    },
                },
                "iparams": null,
            })
        )]
    );
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

/// The changes of the last update, and how many updates came.
fn changes(portal: &Portal) -> (usize, Value) {
    let updates: Vec<_> = portal.heard("notes").into_iter().filter(|(name, _)| name == "onTicketUpdate").collect();
    (updates.len(), updates.last().map(|(_, payload)| payload["data"]["ticket"]["changes"].clone()).unwrap_or_default())
}

#[test]
fn one_update_is_one_event_with_each_documented_key_that_changed() {
    let mut portal = Portal::with_app();
    let several = json!({"priority": "Urgent", "status": 3, "source": 2, "tags": ["vip"], "cf_order": "7", "subject": "New"});
    portal.act(UpdateTicket { ticket: 1, attributes: map(several) });
    assert_eq!(changes(&portal), (1, json!({"priority": [1, 4], "status": [2, 3]})));
    assert_eq!(portal.last("notes")["data"]["ticket"]["tags"], json!(["vip"]));
    assert!(portal.says("FD-06", "tags") && portal.says("FD-06", "cf_order") && portal.says("Q-67", "subject"));
}

#[test]
fn what_is_no_update_fires_nothing_and_says_why() {
    let mut portal = Portal::with_app();
    for (name, value) in [("tags", json!(["vip"])), ("cf_order", json!("7")), ("priority", json!("Low")), ("subject", json!("Other"))] {
        portal.act(UpdateTicket::of(1, name, value));
    }
    assert_eq!(changes(&portal).0, 0);
    let last = portal.act(UpdateTicket::of(1, "tags", json!(["vip"])));
    assert_eq!(portal.outcome(last), Some(&Outcome::Unchanged));
    portal.act(Reply { ticket: 1, body: "Hi".into(), ..Reply::default() });
    portal.act(AddNote { ticket: 1, body: "Hm".into(), private: true, notified: Vec::new() });
    assert_eq!(portal.names("notes"), ["onConversationCreate", "onConversationCreate"]);
    assert!(portal.says("FD-06", "a reply is no update"));
}

#[test]
fn each_documented_cause_of_an_update_tells_itself() {
    let mut portal = Portal::with_app();
    portal.act(UpdateTicket::of(1, "group_id", 351));
    assert_eq!(changes(&portal), (1, json!({"group_id": [null, 351]})));
    portal.act(UpdateTicket::of(1, "responder_id", 320));
    portal.act(UpdateTicket::of(1, "type", "Question"));
    assert_eq!(changes(&portal), (3, json!({"type": [null, "Question"]})));
    portal.act(UpdateTicket::of(1, "source", "Phone"));
    assert_eq!(changes(&portal), (4, json!({"source": [2, 3]})));
    portal.act(Resolve { ticket: 1 });
    portal.act(Close { ticket: 1 });
    assert_eq!(changes(&portal), (6, json!({"status": [4, 5]})));
    portal.act(Reopen { ticket: 1 });
    portal.act(MarkSpam { ticket: 1, spam: true });
    assert_eq!(changes(&portal), (8, json!({"spam": [false, true]})));
    portal.act(DeleteTicket { ticket: 1 });
    assert_eq!(changes(&portal), (9, json!({"deleted": [false, true]})));
    assert!(portal.last("notes")["data"]["ticket"].get("deleted").is_none());
    portal.act(DeleteTicket { ticket: 1 });
    assert_eq!(changes(&portal).0, 9);
    portal.act(RestoreTicket { ticket: 1 });
    assert_eq!(changes(&portal), (10, json!({"deleted": [true, false]})));
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

const HOUR: u64 = 3_600_000;

#[test]
fn who_is_late_is_escalated_when_the_time_is_up() {
    let mut portal = Portal::with_app();
    let times = json!({"fr_due_by": "2026-01-05T10:00:00Z", "due_by": "2026-01-05T11:00:00Z"});
    portal.act(UpdateTicket { ticket: 1, attributes: map(times) });
    portal.pass(HOUR - 1);
    assert_eq!(changes(&portal).0, 0);
    portal.pass(1);
    assert_eq!(changes(&portal), (1, json!({"fr_escalated": [false, true], "is_escalated": [false, true]})));
    portal.pass(2 * HOUR);
    assert_eq!(changes(&portal).0, 1, "it is escalated already");
}

#[test]
fn who_answers_or_resolves_in_time_is_not_escalated_and_a_time_may_be_put_off() {
    let mut portal = Portal::with_app();
    let times = json!({"fr_due_by": "2026-01-05T10:00:00Z", "due_by": "2026-01-05T11:00:00Z"});
    portal.act(UpdateTicket { ticket: 1, attributes: map(times) });
    portal.act(Reply { ticket: 1, body: "Hi".into(), ..Reply::default() });
    portal.pass(HOUR);
    portal.act(UpdateTicket::of(1, "due_by", "2026-01-05T13:30:00+01:00"));
    portal.pass(HOUR);
    assert_eq!(changes(&portal).0, 0);
    portal.pass(HOUR + HOUR / 2);
    assert_eq!(changes(&portal), (1, json!({"is_escalated": [false, true]})));
    assert_eq!(portal.last("notes")["data"]["ticket"]["due_by"], "2026-01-05T12:30:00Z");

    portal.put(Put::Ticket { id: 2, attributes: map(json!({"due_by": "2026-01-05T14:00:00Z"})) });
    portal.act(Resolve { ticket: 2 });
    portal.pass(9 * HOUR);
    assert_eq!(changes(&portal), (2, json!({"status": [2, 4]})));
    assert!(portal.says("FD-05", "not late"));
}

#[test]
fn replies_and_notes_are_told_as_the_page_documents_them() {
    let mut portal = Portal::with_app();
    portal.act(Reply { ticket: 1, body: "Hi".into(), cc: vec!["ram@freshdesk.com".into()], ..Reply::default() });
    let reply = portal.last("notes")["data"]["conversation"].clone();
    assert_eq!(
        reply,
        json!({
            "body": "<div>Hi</div>", "is_body_truncated": false, "body_text": "Hi", "is_body_text_truncated": false, "id": 1,
            "from_email": "support@sample.freshdesk.com", "bcc_emails": [], "support_email": "support@sample.freshdesk.com", "user_id": 320,
            "ticket_id": 1, "private": false, "incoming": false, "source": 0, "cc_emails": ["ram@freshdesk.com"],
            "to_emails": ["rachel@freshdesk.com"], "created_at": "2026-01-05T09:00:00Z", "updated_at": "2026-01-05T09:00:00Z",
            "attachments": [],
        })
    );
    for private in [false, true] {
        portal.act(AddNote { ticket: 1, body: "Hm".into(), private, notified: Vec::new() });
        let note = portal.last("notes")["data"]["conversation"].clone();
        let told = json!([note["source"], note["from_email"], note["support_email"], note["to_emails"], note["private"], note["incoming"]]);
        assert_eq!(told, json!([2, null, null, [], private, private]), "Q-61");
    }
    portal.act(CustomerReplies { ticket: 1, body: "Still angry".into() });
    let answer = portal.last("notes")["data"]["conversation"].clone();
    assert_eq!(
        json!([answer["source"], answer["incoming"], answer["user_id"], answer["from_email"]]),
        json!([0, true, 5483, "rachel@freshdesk.com"])
    );
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn contacts_tell_what_happens_to_them_but_not_that_they_become_agents() {
    let mut portal = Portal::with_app();
    portal.act(CreateContact { id: Some(2), attributes: map(json!({"name": "Sherlock Holmes", "custom_fields": {"external_id": 1289}})) });
    let contact = portal.last("notes")["data"]["contact"].clone();
    assert_eq!(contact.as_object().map(serde_json::Map::len), Some(18));
    assert_eq!(contact["custom_fields"], json!({"external_id": 1289}));
    let told = |portal: &Portal| portal.last("notes")["data"]["contact"]["changes"].clone();
    portal.act(UpdateContact { contact: 2, attributes: map(json!({"phone": "987653151"})) });
    assert_eq!(told(&portal), json!({"phone": [null, "987653151"]}));
    portal.act(UpdateContact { contact: 2, attributes: map(json!({"tags": ["vip"]})) });
    assert_eq!(told(&portal), json!({"tags": [[], ["vip"]]}));
    portal.act(BlockContact { contact: 2 });
    portal.act(WhitelistContact { contact: 2 });
    portal.act(ActivateContact { contact: 2 });
    assert_eq!(told(&portal), json!({"active": [false, true]}));
    portal.act(DeleteContact { contact: 2 });
    assert_eq!(told(&portal), json!({"deleted": [false, true]}));
    portal.act(MakeAgent { contact: 2 });
    let names = portal.names("notes");
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(portal.says("FD-10", "becomes an agent"));
    assert!(portal.stage.breaches.is_empty(), "{:?}", portal.stage.breaches);
}

#[test]
fn each_app_gets_its_own_parameters_in_the_order_of_installation() {
    let mut portal = Portal::new();
    portal.put(Put::Iparams { app: "second".into(), values: map(json!({"key": "s3cret"})) });
    portal.install("zebra", &["onTicketUpdate"]);
    portal.put(Put::App { name: "second".into(), app: Box::new(deskspec::host::freshdesk::App { standing: true, ..Default::default() }) });
    portal.install("second", &["onTicketUpdate"]);
    portal.install("deaf", &["onTicketCreate"]);
    portal.act(Close { ticket: 1 });
    assert_eq!(portal.last("zebra")["iparams"], Value::Null);
    assert_eq!(portal.last("second")["iparams"], json!({"key": "s3cret"}));
    assert_eq!(portal.names("deaf"), Vec::<String>::new());
}

#[test]
fn long_texts_are_cut_each_with_its_own_flag() {
    let mut portal = Portal::with_app();
    let long = "ä".repeat(5_200);
    portal.act(CreateTicket { id: None, attributes: map(json!({"description": format!("<p>{long}</p>"), "description_text": "short"})) });
    let ticket = portal.last("notes")["data"]["ticket"].clone();
    assert_eq!(json!([ticket["is_description_truncated"], ticket["is_description_text_truncated"]]), json!([true, false]));
    assert_eq!(ticket["description"].as_str().map(str::len), Some(10_239), "three signs, then whole letters of two bytes");
    assert_eq!(ticket["id"], 2);
}
