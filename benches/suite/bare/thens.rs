use super::Bare;
use super::definition::{Definition, definitions};
use cucumber::gherkin::Step;
use cucumber::then;

definitions! { then, THENS:
    "the ticket subject should be {string}" ticket_subject = expect_text(value: String) on "ticket subject";
    "the ticket status should be {string}" ticket_status = expect_text(value: String) on "ticket status";
    "the ticket priority should be {string}" ticket_priority = expect_text(value: String) on "ticket priority";
    "the requester name should be {string}" requester_name = expect_text(value: String) on "requester name";
    "the requester email should be {string}" requester_email = expect_text(value: String) on "requester email";
    "the organisation name should be {string}" organisation_name = expect_text(value: String) on "organisation name";
    "the assignee name should be {string}" assignee_name = expect_text(value: String) on "assignee name";
    "the group name should be {string}" group_name = expect_text(value: String) on "group name";
    "the brand subdomain should be {string}" brand_subdomain = expect_text(value: String) on "brand subdomain";
    "the locale code should be {string}" locale_code = expect_text(value: String) on "locale code";
    "the app title should be {string}" app_title = expect_text(value: String) on "app title";
    "the sidebar heading should be {string}" sidebar_heading = expect_text(value: String) on "sidebar heading";
    "the ticket id should be {int}" ticket_id = expect_number(value: i64) on "ticket id";
    "the badge count should be {int}" badge_count = expect_number(value: i64) on "badge count";
    "the comment count should be {int}" comment_count = expect_number(value: i64) on "comment count";
    "the attachment size should be {int}" attachment_size = expect_number(value: i64) on "attachment size";
    "the unread counter should be {int}" unread_counter = expect_number(value: i64) on "unread counter";
    "the rate limit should be {int}" rate_limit = expect_number(value: i64) on "rate limit";
    "the retry budget should be {int}" retry_budget = expect_number(value: i64) on "retry budget";
    "the page index should be {int}" page_index = expect_number(value: i64) on "page index";
    "the satisfaction score should be {float}" score = expect_float(value: f64) on "score";
    "the installation settings should include:" settings = expect_rows() + step on "settings";
    "the ticket payload should equal:" payload = expect_json() + step on "ticket payload";
    "the posted body should equal:" posted = expect_json() + step on "posted body";
    "custom field {string} should hold {string}" custom_field = expect_entry(name: String, value: String) on "custom field";
    "the app should have handled {int} actions" handled = expect_count(count: i64) on "count";
    "the last action should be {string}" last = expect_last(what: String) on "last";
}
