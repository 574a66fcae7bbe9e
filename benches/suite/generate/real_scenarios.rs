use super::feature::{Step, given, then, when};
use super::random::Random;
use super::real_fixtures::{COMMENTS, comment, html};
use super::words::text;
use serde_json::{Value, json};

/// The ticket that is open when a scenario begins.
pub(super) const TICKET: &str = "26811000000760569";

/// What scenarios are about: hooks that are allowed, refused and not answered, comments, closing, replies, deliveries, time.
pub(super) const SCENARIOS: [fn(&mut Random) -> Vec<Step>; 12] = [
    allowed,
    refused,
    allowed_later,
    silent,
    one_of_two_refuses,
    resolved,
    comment_delivered,
    comment_asked,
    comment_refused,
    status_set,
    another_ticket,
    reply_and_order,
];

const CRM: &str = "\"crm\" at \"desk.background\"";

fn crm(says: &str) -> Step {
    given(format!("the extension {CRM} {says}"))
}

fn closes() -> Step {
    when("the agent closes the ticket")
}

fn status(value: &str) -> Step {
    then(format!("the ticket's \"status\" is \"{value}\""))
}

fn allowed(_: &mut Random) -> Vec<Step> {
    let received = then(format!("{CRM} receives \"ticket_status.changed\" with \"payloads/status-closed\""));
    vec![crm("allows the hook \"ticket.close\""), closes(), then("the action is done"), status("Closed"), received]
}

fn refused(random: &mut Random) -> Vec<Step> {
    let reason = text(random, 4);
    let refuses = crm(&format!("rejects the hook \"ticket.close\" with \"{reason}\""));
    vec![refuses, closes(), then(format!("the action is stopped with \"{reason}\"")), status("Open")]
}

fn allowed_later(random: &mut Random) -> Vec<Step> {
    let seconds = random.between(2, 29);
    let allows = crm(&format!("allows the hook \"ticket.close\" after {seconds} seconds"));
    vec![allows, closes(), then("the action waits for \"crm\""), when(format!("{seconds} seconds pass")), status("Closed")]
}

fn silent(_: &mut Random) -> Vec<Step> {
    vec![
        crm("never answers the hook \"ticket.close\""),
        closes(),
        when("29.999 seconds pass"),
        then("the action waits for \"crm\""),
        when("1 millisecond passes"),
        status("Closed"),
    ]
}

fn one_of_two_refuses(random: &mut Random) -> Vec<Step> {
    let reason = text(random, 3);
    vec![
        crm("allows the hook \"ticket.close\""),
        given(format!("the extension \"billing\" at \"desk.background\" rejects the hook \"ticket.close\" with \"{reason}\"")),
        closes(),
        then(format!("the action is stopped with \"{reason}\"")),
        then("no event is broadcast"),
    ]
}

fn resolved(_: &mut Random) -> Vec<Step> {
    let resolves = crm("resolves the hook \"ticket.close\" with").json("json", &Value::Null);
    vec![resolves, closes(), then(format!("{CRM} is asked \"ticket.close\"")), status("Closed")]
}

/// One of the comments, and who sees it: its number, the adverb, the adjective.
fn some_comment(random: &mut Random) -> (usize, &'static str, &'static str) {
    let (adverb, adjective) = *random.pick(&[("publicly", "public"), ("privately", "private")]);
    (random.between(1, COMMENTS), adverb, adjective)
}

fn comment_delivered(random: &mut Random) -> Vec<Step> {
    let (number, adverb, adjective) = some_comment(random);
    vec![
        given(format!("the extension {CRM}")),
        when(format!("the agent comments {adverb} \"{}\"", comment(number))),
        then(format!("{CRM} receives \"ticket_comment.add\" with \"payloads/comment-{number}-{adjective}\"")),
        then(format!("the ticket contains \"tickets/commented-{number}-{adjective}\"")),
    ]
}

fn comment_asked(random: &mut Random) -> Vec<Step> {
    let (number, adverb, adjective) = some_comment(random);
    let asked = if random.percent(50) {
        let payload = json!({ "ticketId": TICKET, "content": html(number), "isPublic": adjective == "public" });
        then(format!("{CRM} is asked \"ticket.comment\" with")).json("json", &payload)
    } else {
        then(format!("{CRM} is asked \"ticket.comment\" with \"payloads/asked-comment-{number}-{adjective}\""))
    };
    vec![
        crm("allows the hook \"ticket.comment\""),
        when(format!("the agent comments {adverb} \"{}\"", comment(number))),
        asked,
        then(format!("the ticket's last comment is {adjective}: \"{}\"", html(number))),
    ]
}

fn comment_refused(random: &mut Random) -> Vec<Step> {
    let (number, adverb, _) = some_comment(random);
    let reason = text(random, 3);
    vec![
        crm(&format!("rejects the hook \"ticket.comment\" with \"{reason}\"")),
        when(format!("the agent comments {adverb} \"{}\"", comment(number))),
        then(format!("the action is stopped with \"{reason}\"")),
        then("the ticket has no comment"),
    ]
}

fn status_set(_: &mut Random) -> Vec<Step> {
    vec![
        crm("allows the hook \"ticket.status\""),
        when("the agent sets the status to \"On Hold\""),
        then(format!("{CRM} is asked \"ticket.status\" with \"payloads/asked-on-hold\"")),
        then(format!("{CRM} receives \"ticket_status.changed\" with")).json("json", &json!({ "ticket.status": "On Hold" })),
    ]
}

fn another_ticket(random: &mut Random) -> Vec<Step> {
    let other = (26_811_000_000_760_577 + random.between(0, 999)).to_string();
    let subject = text(random, 4);
    let rows =
        [("subject", subject.as_str()), ("status", "Open"), ("priority", "Low"), ("phone", "9874563210"), ("cf_environment", "Test")];
    vec![
        given(format!("the ticket \"{other}\" with")).table(&rows),
        when(format!("the agent opens the ticket \"{other}\"")),
        closes(),
        then(format!("the \"status\" of the ticket \"{other}\" is \"Closed\"")),
        then(format!("the ticket's \"subject\" is \"{subject}\"")),
    ]
}

fn reply_and_order(random: &mut Random) -> Vec<Step> {
    vec![
        given(format!("the extension {CRM}")),
        when(format!("the agent replies \"{}\"", text(random, 4))),
        then("a mail leaves for \"customer@example.com\""),
        when("the agent comments privately \"Sent\""),
        closes(),
        then(format!("{CRM} has received in all")).list(&["ticket_comment.add", "ticket_status.changed"]),
    ]
}
