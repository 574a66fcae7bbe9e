use crate::scenario::{Body, Exchanging, Garbage, Outcome, Requests, Said, Scenario, Span, Spoilt, Turn};
use cucumber::{given, when};

/// The channel's server answers with a fixture, from now on or `then`, once, `twice` or `3 times`; its last answer goes on. Without such a sentence it has no news, and takes no reply.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with "sync/first-message"
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with {string}")]
fn answers_with(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, fixture: String) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::fixture(fixture))
}

/// The channel's server answers with the doc string.
///
/// ```gherkin
/// Given the channel of "chat" then answers the push with
///   """json
///   {"extId": "m-2"}
///   """
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with")]
fn answers_with_text(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::good(Body::Document))
}

/// The channel's server answers with a status and no body: 429, 500, 302 … Nothing is asked again before the next pull.
///
/// ```gherkin
/// Given the channel of "chat" answers the push twice with the status 503
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with the status {int}")]
fn answers_status(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, status: i64) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::status(status, Body::Empty))
}

/// The channel's server answers with a status and a fixture.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with the status 500 and "sync/first-message"
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with the status {int} and {string}")]
fn answers_status_with(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, status: i64, body: String) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::status(status, Body::Fixture(body)))
}

/// The channel's server answers with a status and a header, without a body.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with the status 429 and the header "Retry-After" of "60"
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with the status {int} and the header {string} of {string}")]
fn answers_header(
    scenario: &mut Scenario,
    extension: String,
    turn: Turn,
    requests: Requests,
    status: i64,
    name: String,
    value: String,
) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::status(status, Body::Empty).header(name, value))
}

/// The channel's server answers with a fixture and a header, for example a wrong Content-Type.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with "sync/first-message" and the header "Content-Type" of "text/html"
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with {string} and the header {string} of {string}")]
fn answers_with_header(
    scenario: &mut Scenario,
    extension: String,
    turn: Turn,
    requests: Requests,
    fixture: String,
    name: String,
    value: String,
) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::fixture(fixture).header(name, value))
}

/// The channel's server answers with a fixture after a while; after 30 seconds it is too late (CH-16).
///
/// ```gherkin
/// Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} after {duration} with {string}")]
fn answers_after(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, span: Span, fixture: String) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::fixture(fixture).after(span))
}

/// The channel's server answers 200 with what nobody can use: `garbage`, `an HTML page`, `an empty body`, `a list`, `too large a body`. Nothing is imported, and a reply has failed (CH-03, CH-16).
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with garbage
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with {garbage}")]
fn answers_garbage(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, garbage: Garbage) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::good(Body::Garbage(garbage)))
}

/// The channel's server answers with a fixture, but `reordered`, `repeated`, `without the ticket "c-7"` (or thread), `cut in the middle` or `and drops the connection in the middle`.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with "sync/first-message" cut in the middle
/// ```
#[given(expr = "the channel of {string} {turn} the {requests} with {string} {spoilt}")]
fn answers_spoilt(scenario: &mut Scenario, extension: String, turn: Turn, requests: Requests, fixture: String, how: Spoilt) -> Outcome {
    scenario.channel_answers(&extension, turn, &requests, Said::fixture(fixture).spoilt(how))
}

/// The channel's server takes the request, and the connection is gone before it answers (CH-16).
///
/// ```gherkin
/// Given the channel of "chat" drops the connection of the pull
/// ```
#[given(expr = "the channel of {string} drops the connection of the {requests}")]
fn drops(scenario: &mut Scenario, extension: String, requests: Requests) -> Outcome {
    scenario.channel_drops(&extension, Turn::Now, &requests)
}

/// After the answers that were said before, the channel's server takes the request, and the connection is gone before it answers.
///
/// ```gherkin
/// Given the channel of "chat" then drops the connection of the push twice
/// ```
#[given(expr = "the channel of {string} then drops the connection of the {requests}")]
fn then_drops(scenario: &mut Scenario, extension: String, requests: Requests) -> Outcome {
    scenario.channel_drops(&extension, Turn::Then, &requests)
}

/// From now on the channel's server answers no pull, or no push.
///
/// ```gherkin
/// Given the channel of "chat" never answers the push
/// ```
#[given(expr = "the channel of {string} never answers the {exchange}")]
fn never_answers(scenario: &mut Scenario, extension: String, exchange: Exchanging) -> Outcome {
    scenario.channel_is_silent(&extension, &exchange)
}

/// The channel's server answers as a file has it, one exchange after the other: `exchange`, `request`, `response`. Each must take place, and what Desk sends must be the file's request, markers allowed.
///
/// ```gherkin
/// Given the channel of "chat" answers as recorded in "sync/recorded-pull"
/// ```
#[given(expr = "the channel of {string} answers as recorded in {string}")]
fn as_recorded(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.channel_plays(&extension, &fixture)
}

/// What Desk has stays, what it waited for does not come any more: channels are pulled at their times with the kept state (CH-02), a reply that waited has failed (CH-16).
///
/// ```gherkin
/// When Desk crashes and starts again
/// ```
#[when("Desk crashes and starts again")]
fn crashes(scenario: &mut Scenario) -> Outcome {
    scenario.crash()
}

/// From now on the channel's server answers every pull with a fixture whose first ticket and first thread stand there so often, under IDs such as c-7, c-7-2, c-7-3.
///
/// ```gherkin
/// Given the channel of "chat" answers the pull with 1001 tickets and 1 thread like "sync/first-message"
/// ```
#[given(expr = "the channel of {string} answers the pull with {int} ticket(s) and {int} thread(s) like {string}")]
fn answers_with_many(scenario: &mut Scenario, extension: String, tickets: usize, threads: usize, fixture: String) -> Outcome {
    scenario.channel_answers_with_many(&extension, tickets, threads, &fixture)
}
