//! Which locations each event and hook reaches, against the rules' lists.

use super::catalog;
use deskspec::catalog::Platform;
use std::collections::{BTreeMap, BTreeSet};

const BACKGROUND: [&str; 3] = ["desk.background", "desk.bottomband", "desk.extension.telephony"];

/// EVT-29 and HOOK-25, written out a second time.
fn lists() -> BTreeMap<&'static str, Option<Vec<String>>> {
    let ticket = |places: &[&str]| -> Vec<String> {
        let detail = places.iter().map(|place| format!("desk.ticket.detail.{place}"));
        BACKGROUND.iter().map(ToString::to_string).chain(detail).collect()
    };
    let thread = |mut list: Vec<String>| {
        list.push("desk.ticket.thread.moreaction".to_owned());
        list
    };
    let a = thread(ticket(&["rightpanel", "lefttab", "moreaction"]));
    let b = thread(ticket(&["rightpanel", "subtab", "moreaction"]));
    let both = thread(ticket(&["rightpanel", "subtab", "lefttab", "moreaction"]));
    let records = ["contact", "account"].into_iter().flat_map(|module| {
        ["rightpanel", "subtab", "lefttab", "moreaction"].into_iter().map(move |place| format!("desk.{module}.detail.{place}"))
    });
    let sixteen: Vec<String> = both.iter().cloned().chain(records).collect();
    let forms: Vec<String> = ["ticket", "contact", "account"].iter().map(|module| format!("desk.{module}.form.rightpanel")).collect();
    let merge: Vec<String> = ["topband", "bottomband", "extension.telephony", "background"].iter().map(|at| format!("desk.{at}")).collect();
    let groups: [(&str, Option<Vec<String>>); 9] = [
        ("EVT-01 EVT-02 EVT-09 HOOK-10 HOOK-11 HOOK-14 HOOK-15 HOOK-16 HOOK-17", Some(a)),
        ("EVT-03 EVT-03b EVT-06 EVT-07 EVT-11 EVT-13 EVT-14 EVT-15 EVT-16 EVT-17 HOOK-12 HOOK-13", Some(b)),
        ("EVT-10 EVT-19", Some(both)),
        ("EVT-18", Some(ticket(&["rightpanel", "subtab"]))),
        ("EVT-04 EVT-05 EVT-08", Some(ticket(&[]))),
        ("EVT-22 EVT-23 EVT-24 EVT-25 HOOK-18", Some(sixteen)),
        ("EVT-12", Some(forms)),
        ("HOOK-23", Some(merge)),
        ("EVT-20 EVT-20b EVT-21 HOOK-19 HOOK-20 HOOK-21 HOOK-22 HOOK-24", None),
    ];
    groups.into_iter().flat_map(|(rules, list)| rules.split(' ').map(move |rule| (rule, list.clone()))).collect()
}

#[test]
fn every_list_of_locations_is_that_of_the_rules() {
    let sorted = |list: &Option<Vec<String>>| list.as_ref().map(|list| list.iter().cloned().collect::<BTreeSet<_>>());
    let mut lists = lists();
    let desk = catalog().of(Platform::Desk);
    let events = desk.events().map(|event| (&event.rule, &event.locations));
    for (rule, locations) in events.chain(desk.hooks().map(|hook| (&hook.rule, &hook.locations))) {
        let list = lists.remove(rule.as_str()).unwrap_or_else(|| panic!("{rule} is on no list"));
        assert_eq!(sorted(&list), sorted(locations), "{rule}");
        assert_eq!(list.map(|list| list.len()), locations.as_ref().map(Vec::len), "{rule}");
    }
    assert_eq!(lists.keys().collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn who_hears_whom() {
    let contact = "desk.contact.detail.moreaction";
    assert!(catalog().may_receive("call.ringing", contact) && catalog().may_be_asked("agent.channelStatus", contact));
    assert!(!catalog().may_be_asked("modal.close", contact) && catalog().may_be_asked("modal.close", "desk.topband"));
    assert!(!catalog().may_receive("ticket_status.changed", "desk.ticket.detail.lefttab"));
    assert!(catalog().may_receive("ticket_status.changed", "desk.ticket.detail.subtab"));
    assert!(catalog().may_receive("ticketForm_email.changed", "desk.ticket.form.rightpanel"));
    assert!(!catalog().may_receive("ticketForm_email.changed", "desk.contact.form.rightpanel"));
    assert!(catalog().may_be_asked("ticket.reopen", "desk.background") && !catalog().may_be_asked("ticket.reOpen", "desk.topband"));
    assert!(catalog().may_read("ticket.subject", "desk.ticket.detail.lefttab"));
    assert!(!catalog().may_read("ticket.subject", "desk.background") && !catalog().may_read("ticket.subject", "desk.nowhere"));
    assert!(!catalog().may_receive("unheard.of", "desk.background"));
    assert!(catalog().may_receive("onTicketCreate", "server") && !catalog().may_receive("onTicketCreate", "ticket_sidebar"));
    assert!(catalog().may_be_asked("onAppInstall", "server") && catalog().may_be_asked("ticket.sendReply", "ticket_sidebar"));
    assert!(!catalog().may_be_asked("ticket.sendReply", "contact_sidebar") && !catalog().may_be_asked("ticket.close", "ticket_sidebar"));
}
