use super::words::WORDS;
use serde_json::{Value, json};

/// How many tickets there are to choose from.
pub(super) const TICKETS: usize = 20;
/// How many comments.
pub(super) const COMMENTS: usize = 40;

/// The files that the scenarios name: the same few for suites of any size, as in a grown project.
pub(super) fn files() -> Vec<(String, String)> {
    let mut files = vec![
        fixture("payloads/status-closed", &json!({ "ticket.status": "Closed" })),
        fixture("payloads/status-on-hold", &json!({ "ticket.status": "On Hold" })),
        fixture("payloads/asked-on-hold", &json!({ "ticket.newStatus": "On Hold", "ticket.oldStatus": "Open" })),
    ];
    for number in 1..=TICKETS {
        let subject = format!("{} {} {number}", WORDS[number % WORDS.len()], WORDS[number * 7 % WORDS.len()]);
        let ticket = json!({ "number": (100 + number).to_string(), "subject": subject, "email": "customer@example.com", "status": "Open" });
        files.push(fixture(&format!("tickets/ticket-{number}"), &ticket));
    }
    for number in 1..=COMMENTS {
        for (seen, public) in [("public", true), ("private", false)] {
            let content = html(number);
            let heard = json!({
                "comment": content, "commentId": "#id", "displayName": "#string", "displayTime": "#string", "isPublicComment": public,
            });
            files.push(fixture(&format!("payloads/comment-{number}-{seen}"), &heard));
            let asked = json!({ "ticketId": "#id", "content": content, "isPublic": public });
            files.push(fixture(&format!("payloads/asked-comment-{number}-{seen}"), &asked));
            let comment = json!({ "commentId": "#id", "content": content, "isPublic": public, "author": "#string" });
            files.push(fixture(&format!("tickets/commented-{number}-{seen}"), &json!({ "commentCount": "1", "comments": [comment] })));
        }
    }
    files
}

fn fixture(name: &str, value: &Value) -> (String, String) {
    (format!("fixtures/{name}.json"), format!("{value:#}\n"))
}

/// What the agent types.
pub(super) fn comment(number: usize) -> String {
    format!("{} and {} {number}", WORDS[number % WORDS.len()], WORDS[number * 5 % WORDS.len()])
}

/// What Desk makes of it.
pub(super) fn html(number: usize) -> String {
    format!("<div>{}</div>", comment(number))
}
