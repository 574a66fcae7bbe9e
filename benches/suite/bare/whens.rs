use super::Bare;
use super::definition::{Definition, definitions};
use cucumber::gherkin::Step;
use cucumber::when;

definitions! { when, WHENS:
    "the agent clicks button {string}" clicks = act_on(what: String) on "clicks";
    "the agent types {string} in the search box" types = act_on(what: String) on "types";
    "the agent selects view {string}" selects = act_on(what: String) on "selects";
    "the agent applies macro {string}" applies = act_on(what: String) on "applies";
    "the agent adds tag {string}" adds_tag = act_on(what: String) on "adds_tag";
    "the agent removes tag {string}" removes_tag = act_on(what: String) on "removes_tag";
    "the agent changes status to {string}" changes_status = act_on(what: String) on "changes_status";
    "the agent opens tab {string}" opens_tab = act_on(what: String) on "opens_tab";
    "the app emits event {string}" emits = act_on(what: String) on "emits";
    "the app calls route {string}" calls = act_on(what: String) on "calls";
    "the app shows notice {string}" shows = act_on(what: String) on "shows";
    "the handler named {string} runs" runs = act_on(what: String) on "runs";
    "{int} seconds pass" pass = act_by(amount: i64) on "pass";
    "the agent scrolls to row {int}" scrolls = act_by(amount: i64) on "scrolls";
    "the app retries {int} times" retries = act_by(amount: i64) on "retries";
    "the agent opens ticket {int}" opens_ticket = act_by(amount: i64) on "opens_ticket";
    "the counter grows by {int}" grows = act_by(amount: i64) on "grows";
    "the host delivers {int} events" delivers = act_by(amount: i64) on "delivers";
    "the agent waits {int} milliseconds" waits = act_by(amount: i64) on "waits";
    "the agent opens the ticket sidebar" opens_sidebar = act() on "opens_sidebar";
    "the agent saves the ticket" saves = act() on "saves";
    "the app is activated" activated = act() on "activated";
    "the app is deactivated" deactivated = act() on "deactivated";
    "the agent fills the form:" fills = fill() + step on "form";
    "the host fires an event with payload:" fires = post() + step on "host event";
    "the app posts the body:" posts = post() + step on "posted body";
}
