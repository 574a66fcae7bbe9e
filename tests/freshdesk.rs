//! The model of Freshdesk, as an app's server meets it: what it hears of tickets and contacts, what it may call, what it may refuse.

#[path = "freshdesk/apps.rs"]
mod apps;
#[path = "freshdesk/calls.rs"]
mod calls;
#[path = "freshdesk/days.rs"]
mod days;
#[path = "freshdesk/events.rs"]
mod events;
#[path = "freshdesk/portal.rs"]
mod portal;
