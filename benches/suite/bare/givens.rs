use super::Bare;
use super::definition::{Definition, definitions};
use cucumber::gherkin::Step;
use cucumber::given;

definitions! { given, GIVENS:
    "the ticket subject is {string}" ticket_subject = set_text(value: String) on "ticket subject";
    "the ticket status is {string}" ticket_status = set_text(value: String) on "ticket status";
    "the ticket priority is {string}" ticket_priority = set_text(value: String) on "ticket priority";
    "the requester name is {string}" requester_name = set_text(value: String) on "requester name";
    "the requester email is {string}" requester_email = set_text(value: String) on "requester email";
    "the organisation name is {string}" organisation_name = set_text(value: String) on "organisation name";
    "the assignee name is {string}" assignee_name = set_text(value: String) on "assignee name";
    "the group name is {string}" group_name = set_text(value: String) on "group name";
    "the brand subdomain is {string}" brand_subdomain = set_text(value: String) on "brand subdomain";
    "the locale code is {string}" locale_code = set_text(value: String) on "locale code";
    "the app title is {string}" app_title = set_text(value: String) on "app title";
    "the sidebar heading is {string}" sidebar_heading = set_text(value: String) on "sidebar heading";
    "the ticket id is {int}" ticket_id = set_number(value: i64) on "ticket id";
    "the badge count is {int}" badge_count = set_number(value: i64) on "badge count";
    "the comment count is {int}" comment_count = set_number(value: i64) on "comment count";
    "the attachment size is {int}" attachment_size = set_number(value: i64) on "attachment size";
    "the unread counter is {int}" unread_counter = set_number(value: i64) on "unread counter";
    "the rate limit is {int}" rate_limit = set_number(value: i64) on "rate limit";
    "the retry budget is {int}" retry_budget = set_number(value: i64) on "retry budget";
    "the page index is {int}" page_index = set_number(value: i64) on "page index";
    "the satisfaction score is {float}" score = set_float(value: f64) on "score";
    "the installation settings are:" settings = set_rows() + step on "settings";
    "the custom fields are:" fields = set_rows() + step on "fields";
    "the ticket payload is:" payload = set_json() + step on "ticket payload";
    "the user fixture is:" user = set_json() + step on "user fixture";
    "custom field {string} holds {string}" custom_field = set_entry(name: String, value: String) on "custom field";
    "request header {string} is {string}" header = set_entry(name: String, value: String) on "header";
}
